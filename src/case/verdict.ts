import type { Amount, UnitKind } from '../time/limit.js'
import { UNITS } from '../time/limit.js'

/** Where a case stands: its clock not started, at work, stopped for a while, stopped by a decision, or closed without one. */
export type State = 'waiting' | 'running' | 'paused' | 'completed' | 'closed'

/** How a case stands against its limit; `exempt` comes with its reason, `measured` is a case of a target that binds a set. */
export type Outcome = 'open' | 'overdue' | 'early' | 'on-time' | 'late' | 'exempt' | 'measured'

/** The traffic light of a case. */
export type Light = 'green' | 'yellow' | 'red' | 'none'

/** Why a case is exempt: the rule was not yet, no longer or between versions in force, or the case was closed in time without a decision. */
export type ExemptReason = 'before-first-version' | 'after-last-version' | 'between-versions' | 'closed-in-time'

/** What a verdict is made from. Amounts are in the limit's unit, in calendar days for months and years. */
export interface Standing {
  readonly state: State
  readonly amount: Amount
  /** The stop, or now, lies after the deadline. */
  readonly isPastDue: boolean
  /** The stop lies before the due date. */
  readonly isBeforeDueDate: boolean
  readonly used: number
  readonly remaining: number
}

/** Units of days are early before the due date, units of time while budget is left. */
const IS_EARLY: Readonly<Record<UnitKind, (standing: Standing) => boolean>> = {
  'working-time': ({ remaining }) => remaining > 0,
  'clock-time': ({ remaining }) => remaining > 0,
  'working-days': ({ isBeforeDueDate }) => isBeforeDueDate,
  'calendar-days': ({ isBeforeDueDate }) => isBeforeDueDate,
  months: ({ isBeforeDueDate }) => isBeforeDueDate,
}

/** Yellow at one working day or less left, or a quarter or less of any other limit. */
const IS_NEAR: Readonly<Record<UnitKind, (standing: Standing) => boolean>> = {
  'working-time': ({ remaining, amount }) => remaining * 4 <= amount.amount,
  'clock-time': ({ remaining, amount }) => remaining * 4 <= amount.amount,
  'working-days': ({ remaining }) => remaining <= 1,
  'calendar-days': ({ remaining, amount }) => remaining * 4 <= amount.amount,
  months: ({ used, remaining }) => remaining * 4 <= used + remaining,
}

export function outcomeOf(standing: Standing): Outcome {
  const { state, isPastDue } = standing
  if (state === 'completed') return isPastDue ? 'late' : IS_EARLY[UNITS[standing.amount.unit].kind](standing) ? 'early' : 'on-time'
  if (state === 'closed') return isPastDue ? 'late' : 'exempt'
  return isPastDue ? 'overdue' : 'open'
}

export function lightOf(standing: Standing, outcome: Outcome): Light {
  if (outcome === 'overdue' || outcome === 'late') return 'red'
  if (outcome === 'exempt' || standing.state === 'waiting') return 'none'
  if (standing.state === 'completed') return 'green'
  return IS_NEAR[UNITS[standing.amount.unit].kind](standing) ? 'yellow' : 'green'
}
