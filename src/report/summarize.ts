import type { Assessment } from '../case/assessment.js'
import { fail, quote, show } from '../errors.js'
import { UNKNOWN_GROUPING } from '../messages/choices.js'
import { NOT_ASSESSMENTS, NOT_GROUPINGS, NOT_POLICY_OF_CASES } from '../messages/values.js'
import { asking, assertPolicy } from '../policy/assert-policy.js'
import { type BilingualText, type Policy, ruleOf } from '../policy/policy.js'
import { assertNeededOptions } from '../time/record.js'
import type { TallyBasis } from './bases.js'
import type { Cell } from './cell.js'
import { countsOf, ratesOf, timesOf } from './figures.js'
import { type Figures, GROUPINGS, type Group, type Grouping, groupsOf } from './group.js'
import type { ListedCase } from './listed.js'
import { speedUpsOf, versionOf } from './speed-up.js'
import { assertTally, createTally, type Tally } from './tally.js'
import { assertBaselines, type Baselines, targetsOf } from './target.js'

/** A list that may be cut, with how many cases there are. */
export interface CaseList {
  readonly cases: number
  readonly listed: readonly ListedCase[]
}

/** Many cases in figures, as plain data: `read` = `assessed` + `measured` + `exempt` of the total + `rejected`. */
export interface Report {
  readonly policy: { readonly id: string; readonly titles: BilingualText; readonly status: Policy['source']['status'] }
  readonly bases: readonly TallyBasis[]
  /** The first and the last instant by which cases were assessed, which should be one; null while there are none. */
  readonly asOf: Tally['asOf']
  readonly read: number
  readonly rejected: number
  /** The rejected by the code of the error. */
  readonly rejectedFor: Readonly<Record<string, number>>
  readonly total: Figures
  readonly by: readonly Grouping[]
  readonly groups: readonly Group[]
  /** The open cases that are longest overdue. */
  readonly overdue: CaseList
  /** The open cases with a yellow light that are due first. */
  readonly dueSoon: CaseList
}

/** What a report is made with. */
export interface ReportOptions {
  /** The policy that the cases were assessed by. */
  readonly policy: Policy
  /** How the cases are grouped; of several, each divides the groups of the one before. */
  readonly by?: readonly Grouping[]
  /** For targets of a reduction: the time that the matter took before, by rule, such as `{ 'education-approval': { workingDays: 10 } }`. */
  readonly baselines?: Baselines
  /** Whether `times` tell how many cases took how long. */
  readonly hasDistributions?: boolean
}

const OPTIONS = ['policy', 'by', 'baselines', 'hasDistributions'] as const

/**
 * Makes a report of assessments, or of a tally of them.
 *
 * Units: times are told in the unit of the promise, each unit by itself; for months and years they are calendar days. Average and maximum are
 * exact; percentiles are so for days, and for units of time to the minute, downwards (beyond 16,383 minutes to one part in 8,192).
 * Edges: a rate without cases has the value null; a case that is `measured` counts in times and targets, and in no rate.
 * Throws: `value-invalid` where the cases were assessed by another policy, and for options that do not fit; `choice-unknown`, `rule-unknown`, `policy-invalid`;
 * for a baseline `limit-invalid`, `unit-unknown`, `unit-ambiguous`, `amount-invalid`.
 *
 * @example
 * const events = [{ type: 'accepted', at: '2019-07-01' }, { type: 'completed', at: '2019-07-04' }]
 * const verdict = assess({ id: 'A-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00' })
 * const report = summarize([verdict], { policy: xiaoshan2019, by: ['month'] })
 * report.total.onTime //=> { value: 1, numerator: 1, denominator: 1, cohort: 'completed-with-verdict' }
 * report.groups.map(({ name, figures }) => [name, figures.times[0].average]) //=> [['2019-07', 3]]
 */
export function summarize(source: Tally | Iterable<Assessment>, options: ReportOptions): Report {
  assertNeededOptions(options, OPTIONS)
  assertPolicy(options.policy)
  const asked = asking(options.policy, () => checked(options))
  const tally = tallyOf(source)
  return asking(options.policy, () => reportOf(tally, asked))
}

function reportOf(tally: Tally, { policy, by, baselines, hasDistributions }: Required<ReportOptions>): Report {
  assertPolicyOf(tally, policy)
  const figuresOf = (cells: readonly Cell[]): Figures => {
    const counts = countsOf(cells)
    const targets = targetsOf(cells, policy, baselines)
    return { ...counts, ...ratesOf(counts), times: timesOf(cells, hasDistributions), speedUps: speedUpsOf(cells, policy), targets }
  }
  const total = figuresOf(tally.cells)
  const rejected = Object.values(tally.rejected).reduce((sum, n) => sum + n, 0)
  return {
    policy: { id: policy.id, titles: policy.titles, status: policy.source.status },
    bases: tally.bases,
    asOf: tally.asOf,
    read: total.cases + rejected,
    rejected,
    rejectedFor: tally.rejected,
    total,
    by,
    groups: groupsOf(tally.cells, by, { policy, figuresOf }),
    overdue: { cases: total.outcomes.overdue, listed: tally.overdue },
    dueSoon: { cases: total.dueSoon, listed: tally.dueSoon },
  }
}

function checked(options: ReportOptions): Required<ReportOptions> {
  const { policy, by = [], baselines = {}, hasDistributions = false } = options
  if (!Array.isArray(by) || new Set(by).size < by.length) fail(NOT_GROUPINGS, { found: quote(by) }, { path: 'by' })
  by.forEach((grouping, i) => {
    if (!GROUPINGS.includes(grouping)) fail(UNKNOWN_GROUPING, { found: show(grouping), allowed: GROUPINGS }, { path: `by[${i}]` })
  })
  assertBaselines(baselines, policy)
  return { policy, by, baselines, hasDistributions }
}

/** Throws where a policy is not the one that the cases were assessed by, or no longer has what they fell under. */
function assertPolicyOf({ bases, cells }: Tally, policy: Policy): void {
  const isOther = bases.some((basis) => basis.policy !== policy.id)
  if (isOther) fail(NOT_POLICY_OF_CASES, { found: quote(policy.id) }, { path: 'policy' })
  for (const cell of cells) {
    if (cell.version === null) ruleOf(policy, cell.rule)
    else versionOf(cell, policy)
  }
}

/** The tally of assessments, or the one that is given. Throws: `value-invalid` for what is neither. */
export function tallyOf(source: Tally | Iterable<Assessment>): Tally {
  if (typeof source !== 'object' || source === null) return fail(NOT_ASSESSMENTS, { found: quote(source) })
  if (!(Symbol.iterator in source)) {
    if (!('cells' in source)) fail(NOT_ASSESSMENTS, { found: quote(source) })
    assertTally(source)
    return source
  }
  const running = createTally()
  for (const assessment of source) running.add(assessment)
  return running.total()
}
