import { fail, quote, show } from '../errors.js'
import { UNKNOWN_REDUCTION } from '../messages/choices.js'
import { NOT_BASELINE } from '../messages/values.js'
import type { Policy, Version } from '../policy/policy.js'
import { amountOf, type Limit, limitOf, type Unit } from '../time/limit.js'
import type { Cell } from './cell.js'
import { type Rate, rate, spreadIn } from './figures.js'
import { versionOf } from './speed-up.js'
import { fromGrains, grainsOf, type Spread } from './spread.js'

/** Why a target of a set is not decided: nothing was completed, no baseline was given, or used and limit are in different units. */
export type WhyUndecided = 'none-completed' | 'baseline-missing' | 'units-differ'

/** The cases of a set that are not completed, and the time that they have used so far. */
export interface OpenCases {
  readonly cases: number
  readonly average: number | null
  readonly longest: number | null
  /** What the average would be if all of them were completed now; any that go on will raise it. */
  readonly averageWithThem: number | null
}

/**
 * A target that binds a set of cases, decided: the average time used by those that were completed is at most `limit`. Of a reduction that
 * is the baseline less the cut.
 */
export interface SetTarget {
  readonly rule: string
  /** The first date of the version. */
  readonly version: string
  readonly kind: 'average' | 'reduction'
  /** What the average may be at most; null where no baseline was given. */
  readonly limit: Limit | null
  /** Of a reduction: what is cut, and from what. */
  readonly by?: Limit
  readonly baseline?: Limit
  /** In which the time used is told. */
  readonly unit: Unit
  /** The time used by all cases that were completed, by their number. */
  readonly average: Rate
  readonly open: OpenCases
  readonly outcome: 'met' | 'not-met' | 'undecided'
  readonly reason?: WhyUndecided
}

/** The time that a matter took before it was to be cut, by rule. */
export type Baselines = Readonly<Record<string, Limit>>

/** The targets of the sets that some cells hold cases of, by rule and version. */
export function targetsOf(cells: readonly Cell[], policy: Policy, baselines: Baselines): readonly SetTarget[] {
  const keys = new Map<string, Cell[]>()
  for (const cell of cells) {
    if (cell.version === null || cell.outcomes.measured === 0) continue
    const key = `${cell.rule} ${cell.version} ${cell.unit}`
    const set = keys.get(key)
    if (set === undefined) keys.set(key, [cell])
    else set.push(cell)
  }
  return [...keys.values()].map((set) => targetOf(set, versionOf(set[0] as Cell, policy), baselines))
}

function targetOf(cells: readonly Cell[], { target, from }: Version, baselines: Baselines): SetTarget {
  const { rule, unit } = cells[0] as Cell & { readonly unit: Unit }
  const bound = boundOf(target, Object.hasOwn(baselines, rule) ? baselines[rule] : undefined)
  const completed = spreadIn(cells, unit, (cell) => cell.completed)
  const measuring = spreadIn(cells, unit, (cell) => cell.measuring)
  const average = rate(fromGrains(completed.sum, unit), completed.cases, 'completed')
  const told = { rule, version: from, ...bound, unit, average, open: openOf(measuring, completed, unit) }
  const reason = whyUndecided(bound.limit, completed, unit)
  if (reason !== undefined) return { ...told, outcome: 'undecided', reason }
  const { amount } = amountOf(bound.limit)
  return { ...told, outcome: completed.sum <= grainsOf(amount, unit) * completed.cases ? 'met' : 'not-met' }
}

function boundOf(target: Version['target'], baseline: Limit | undefined): Pick<SetTarget, 'kind' | 'limit' | 'by' | 'baseline'> {
  if (target.kind !== 'reduction') return { kind: 'average', limit: target.limit }
  const { kind, by } = target
  if (baseline === undefined) return { kind, limit: null, by }
  return { kind, limit: limitOf(amountOf(by).unit, amountOf(baseline).amount - amountOf(by).amount), by, baseline }
}

function whyUndecided(limit: Limit | null, { cases }: Spread, unit: Unit): WhyUndecided | undefined {
  if (cases === 0) return 'none-completed'
  if (limit === null) return 'baseline-missing'
  return amountOf(limit).unit === unit ? undefined : 'units-differ'
}

function openOf(measuring: Spread, completed: Spread, unit: Unit): OpenCases {
  const { cases, sum, max } = measuring
  const all = cases + completed.cases
  return {
    cases,
    average: cases === 0 ? null : fromGrains(sum, unit) / cases,
    longest: cases === 0 ? null : fromGrains(max, unit),
    averageWithThem: all === 0 ? null : fromGrains(sum + completed.sum, unit) / all,
  }
}

/**
 * Throws unless each baseline is one of a rule with a reduction, in the unit of the cut and no less than it.
 *
 * Throws: `choice-unknown` for any other rule, `value-invalid` for any other amount.
 */
export function assertBaselines(baselines: Baselines, { rules }: Policy): void {
  const cuts = Object.entries(rules).flatMap(([id, { versions }]) =>
    versions.flatMap(({ target }) => (target.kind === 'reduction' ? [{ id, by: amountOf(target.by) }] : [])),
  )
  for (const [rule, baseline] of Object.entries(baselines)) {
    const path = `baselines.${rule}`
    const of = cuts.filter(({ id }) => id === rule)
    if (of.length === 0) fail(UNKNOWN_REDUCTION, { found: show(rule), allowed: cuts.map(({ id }) => id) }, { path })
    const { unit, amount } = amountOf(baseline, 'unsigned', path)
    if (of.some(({ by }) => by.unit !== unit || by.amount > amount)) fail(NOT_BASELINE, { found: quote(baseline) }, { path })
  }
}
