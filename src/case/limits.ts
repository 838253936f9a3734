import type { Reading } from '../calendar/reading.js'
import type { Reached } from '../clock/count.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import { type Amount, amountOf, type Limit } from '../time/limit.js'
import type { LimitKind } from './assessment.js'
import type { Course, Stretch } from './course.js'
import { judge, type Terms, type Verdict } from './judge.js'
import type { Measuring } from './runs.js'
import { type Settled, settle } from './settle.js'

/** A limit that a case is under, and what of the case it measures. */
interface Bound {
  readonly kind: LimitKind
  readonly stage?: string
  readonly amount: Amount
  readonly measuring: Measuring
}

/** A limit with how the case stands against it. */
export interface Judgement extends Bound {
  readonly verdict: Verdict
  readonly reached: Reached
  readonly settled: Settled
}

/** Judges every limit that a case is under by now: those of the whole case first, then those of its stages and of its delivery. */
export function judgeLimits(measuring: Measuring, amount: Amount, terms: Terms): readonly [Judgement, ...Judgement[]] {
  const { course, version } = measuring
  const whole: Bound = { kind: 'promised', amount, measuring }
  const others = [...statutoryOf(measuring), ...stagesOf(course, version), ...deliveryOf(course, version)]
  return [judged(whole, terms), ...others.map((bound) => judged(bound, terms))]
}

function judged(bound: Bound, terms: Terms): Judgement {
  const counting = { amount: bound.amount, convention: terms.convention }
  const settledBy = (reading?: Reading) => settle(terms.clock.table, bound.measuring, reading ? { ...counting, reading } : counting)
  const settled = settledBy()
  const { warning } = bound.measuring.version
  const { verdict, reached } = judge(settled, settledBy, warning ? { ...terms, warning } : terms)
  return { ...bound, verdict, reached, settled }
}

function statutoryOf(measuring: Measuring): readonly Bound[] {
  const { statutory } = measuring.version
  return statutory
    ? [{ kind: 'statutory', amount: amountOf(statutory), measuring: { ...measuring, version: withoutForeign(measuring.version, statutory) } }]
    : []
}

/** A warning is told in the unit of the target; a limit of another unit has the usual one. */
function withoutForeign(version: Version, limit: Limit): Version {
  const { warning } = version
  const isOwn = warning && ('share' in warning || amountOf(warning).unit === amountOf(limit).unit)
  return isOwn ? version : { ...version, warning: undefined }
}

/** A stage is measured as a case of its own: from its first start to its last end, while it is open. */
function stagesOf(course: Course, version: Version): readonly Bound[] {
  return Object.entries(version.stages ?? {}).flatMap(([stage, rule]) => {
    const stages = course.stages.filter(({ name }) => name === stage)
    const [first] = stages
    if (!rule?.limit || !first) return []
    const own: Version = { ...version, measure: 'union', stages: { [stage]: rule }, correction: undefined, warning: undefined }
    return [{ kind: 'stage', stage, amount: amountOf(rule.limit), measuring: { course: onlyOf(course, stages), version: own, recorded: first.from } }]
  })
}

/** What of a course concerns some of its stages; extensions are those of the whole. */
function onlyOf(course: Course, stages: readonly Stretch[]): Course {
  return { ...course, stages, extensions: [], corrections: [] }
}

/** The decision starts the clock of its delivery, which nothing stops but the handing over. */
function deliveryOf({ first, ...course }: Course, version: Version): readonly Bound[] {
  const decided = first.get('completed')
  if (!version.delivery || !decided || version.stops === 'delivered') return []
  const delivered = first.get('delivered')
  const events = new Map<'accepted' | 'completed', Moment>([['accepted', decided], ...(delivered ? ([['completed', delivered]] as const) : [])])
  const handing: Course = { ...course, first: events, pauses: [], stages: [], extensions: [], corrections: [] }
  const own: Version = { ...version, measure: 'span', starts: 'accepted', stops: 'completed', correction: undefined, warning: undefined }
  return [{ kind: 'delivery', amount: amountOf(version.delivery as Limit), measuring: { course: handing, version: own, recorded: decided } }]
}

/** Of the limits of the whole case the one that ends first. */
export function bindingOf([promised, ...others]: readonly [Judgement, ...Judgement[]]): Judgement {
  const statutory = others.find(({ kind }) => kind === 'statutory')
  return statutory && endOf(statutory) < endOf(promised) ? statutory : promised
}

function endOf({ verdict }: Judgement): number {
  return timeOf((verdict.dueAt ?? verdict.ifResumedNow?.dueAt) as string)
}

/** The first instant at which the light or the outcome of some limit changes by itself. */
export function nextChangeOf(limits: readonly Judgement[]): string | undefined {
  const changes = limits.flatMap(({ verdict: { nextChangeAt } }) => nextChangeAt ?? [])
  return changes.sort((a, b) => timeOf(a) - timeOf(b))[0]
}

/** Instants are written in one zone, but not always with one offset. */
function timeOf(text: string): number {
  return Date.parse(text)
}
