import type { Version } from '../policy/policy.js'
import { type Amount, amountOf } from '../time/limit.js'

/** Where a case stands: its clock not started, at work, stopped for a while, stopped by a decision, or closed without one. */
export type State = 'waiting' | 'running' | 'paused' | 'completed' | 'closed'

/** How a case stands against its limit; `exempt` comes with its reason, `measured` is a case of a target that binds a set. */
export type Outcome = 'open' | 'overdue' | 'early' | 'on-time' | 'late' | 'exempt' | 'measured'

/** The traffic light of a case. */
export type Light = 'green' | 'yellow' | 'red' | 'none'

/** Why a case is exempt: the policy was not yet known; the rule was not yet, no longer or between versions in force, or the case was closed in time without a decision. */
export type ExemptReason = 'before-publication' | 'before-first-version' | 'after-last-version' | 'between-versions' | 'closed-in-time'

/** What a verdict is made from. Amounts are in the limit's unit, in calendar days for months and years. */
export interface Standing {
  readonly state: State
  readonly amount: Amount
  /** The stop, or now, lies after the deadline. */
  readonly isPastDue: boolean
  /** The stop lies before the due date. */
  readonly isBeforeDueDate: boolean
  /** All of the limit: of months and years, its days. */
  readonly whole: number
  readonly remaining: number
  /** When the light turns yellow, where the rule says so. */
  readonly warning?: Version['warning']
}

/** What the margin of a limit follows from. */
export type Margined = Pick<Standing, 'amount' | 'whole' | 'warning'>

function isEarly({ amount, remaining, isBeforeDueDate }: Standing): boolean {
  return amount.facts.earlyBy === 'remaining' ? remaining > 0 : isBeforeDueDate
}

/** How much is left when the light turns yellow, in the unit in which `remaining` is told. */
export function marginOf({ amount, whole, warning }: Margined): number {
  if (!warning) return amount.facts.usualWarning === 'one' ? 1 : whole / 4
  return 'share' in warning ? warning.share * whole : amountOf(warning).amount
}

export function outcomeOf(standing: Standing): Outcome {
  const { state, isPastDue } = standing
  if (state === 'completed') return isPastDue ? 'late' : isEarly(standing) ? 'early' : 'on-time'
  if (state === 'closed') return isPastDue ? 'late' : 'exempt'
  return isPastDue ? 'overdue' : 'open'
}

export function lightOf(standing: Standing, outcome: Outcome): Light {
  if (outcome === 'overdue' || outcome === 'late') return 'red'
  if (outcome === 'exempt' || standing.state === 'waiting') return 'none'
  if (standing.state === 'completed') return 'green'
  return standing.remaining <= marginOf(standing) ? 'yellow' : 'green'
}
