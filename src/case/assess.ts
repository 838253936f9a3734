import { version as libraryVersion } from '../../package.json'
import { type Reached, usedUntil } from '../clock/count.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import { fail, quote } from '../errors.js'
import { type Policy, type Rule, ruleOf, type Version } from '../policy/policy.js'
import { conventionOf } from '../time/convention.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type Moment, parseInstant } from '../time/instant.js'
import { type Amount, kindOf, type Limit, limitOf } from '../time/limit.js'
import type { Assessment, AssessOptions, Basis, Finding, JudgedLimit } from './assessment.js'
import { type Course, courseOf, type Happening, happeningsOf } from './course.js'
import { deemedReceipt, deemingAt } from './deemed.js'
import { assertCaseFile, type CaseFile, inCase } from './file.js'
import type { Terms, Verdict } from './judge.js'
import { bindingOf, type Judgement, judgeLimits, nextChangeOf } from './limits.js'
import type { Phase } from './machine.js'
import { type Measured, startOf } from './runs.js'
import { amountIn, gapOf, newestOf, versionOf } from './version.js'

/**
 * Judges a case: by when it must be done, what time it has used, and whether it was done in time.
 *
 * Edges: stopped exactly at the deadline is on time; events after `now` have not happened yet and are listed in `findings`; a case of
 * a target that binds a set of cases is `measured`, and has no deadline of its own.
 * Throws: `rule-unknown`, `value-invalid` and the codes of
 * events (`event-unknown`, `event-out-of-order`, `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`,
 * `stage-order`, `cause-unknown`), `time-missing`, `outside-coverage`; each with the case id and the path of the fault.
 *
 * @example
 * assess({ id: 'A-1', rule: 'water-hookup', events: [
 *   { type: 'accepted', at: '2019-07-01T09:12+08:00' },
 *   { type: 'completed', at: '2019-07-04T16:00+08:00' },
 * ] }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00+08:00' }).outcome //=> 'early'
 */
export function assess<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: AssessOptions<R, S, C>,
): Assessment<R, S> {
  return assessed(file, options).assessment as Assessment<R, S>
}

/** An assessment with the numbers it was made from, for explanations. */
export interface Assessed {
  readonly assessment: Assessment
  readonly inquiry: Inquiry
  readonly course: Course
  readonly version?: Version
  readonly amount?: Amount
  readonly measured?: Measured
  readonly reached?: Reached
}

/** Everything that stays the same while a case is assessed. */
interface Inquiry extends Terms {
  readonly policy: Policy
}

export function assessed(file: unknown, options: AssessOptions): Assessed {
  const inquiry = inquiryOf(options)
  return inCase(file, () => {
    assertCaseFile(file)
    return assessUnder(file, ruleOf(inquiry.policy, file.rule), inquiry)
  })
}

/** What all cases are asked by; its faults are those of the options, and of no case. */
export function inquiryOf(options: AssessOptions): Inquiry {
  const { policy, clock, now } = options ?? {}
  if (typeof policy?.rules !== 'object') fail('value-invalid', { found: quote(policy), expected: 'policy' }, { path: 'policy' })
  if (typeof clock?.deadline !== 'function') fail('value-invalid', { found: quote(clock), expected: 'clock' }, { path: 'clock' })
  const moment = momentOf(clock.table, parseInstant(now, clock.table.zone, 'now'))
  return { clock, policy, convention: conventionOf(policy.convention), now: moment }
}

function assessUnder(file: CaseFile, rule: Rule, inquiry: Inquiry): Assessed {
  const { table } = inquiry.clock
  const { convention, now } = inquiry
  const all = happeningsOf(table, file.events)
  const later = all.findIndex(({ moment }) => !isBy(moment, now))
  const happened = later < 0 ? all : all.slice(0, later)
  const inForce = versionOf(rule, happened, inquiry)
  // A case outside all versions is read by the newest, for the order of its events.
  const version = inForce ?? newestOf(rule)
  const amount = amountIn(version)
  assertTimes(all, version, amount)
  const deemed = deemedReceipt(table, happened, version, { convention, until: now })
  // The whole list must be possible, though only what has happened by now is judged.
  const whole = courseOf(all, version, deemedReceipt(table, all, version, { convention, until: undefined })?.moment)
  const course = later < 0 && deemed ? whole : courseOf(happened, version, deemed?.moment)
  const recorded = startOf(course, version)
  const told = (verdict: Verdict & Pick<Assessment, 'binding'>, limits: readonly Judgement[] = []): Assessment => {
    const after = all.slice(happened.length).map(({ index }): Finding => ({ code: 'event-after-now', index }))
    const findings = [
      ...after,
      ...(deemed ? [{ code: 'deemed-accepted', index: deemed.index } as const] : []),
      ...distinct(limits.flatMap(({ settled }) => settled.findings)),
      ...findingsOf(course, version),
    ]
    const judged = { limits: limits.map(writtenLimit), caps: capsOf(file, inForce), findings, basis: basisOf(inquiry, inForce) }
    return { id: file.id, rule: file.rule, ...verdict, ...judged }
  }
  if (!recorded) return { assessment: told({ ...waiting(course), ...deemingOf(happened, version, inquiry) }), inquiry, course }
  if (!inForce) return { assessment: told(exempt(course, recorded, rule, version)), inquiry, course }
  const limits = judgeLimits({ course, version, recorded }, amount, inquiry)
  const { kind, verdict, reached, settled } = bindingOf(limits)
  const { measured } = settled
  const elapsed = version.measure === 'sum' ? { elapsed: elapsedOf(measured, amount, inquiry) } : {}
  const facts = { inquiry, course, version, amount: settled.counting.amount, measured, reached }
  if (version.target.kind !== 'each') return { assessment: told(ofSet({ ...limits[0].verdict, ...elapsed }), limits.slice(1)), ...facts }
  const { nextChangeAt: _own, ...standing } = verdict
  const nextChangeAt = nextChangeOf(limits)
  const binding = kind as 'promised' | 'statutory'
  return { assessment: told({ ...standing, ...(nextChangeAt && { nextChangeAt }), ...elapsed, binding }, limits), ...facts }
}

/** What came too late for two limits is told once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function writtenLimit({ kind, stage, verdict: { reason: _reason, elapsed: _elapsed, ...verdict } }: Judgement): JudgedLimit {
  return { kind, ...(stage !== undefined && { stage }), ...verdict }
}

/** A case of a target that binds a set: its time used counts there, and by itself it has no deadline and no verdict. */
function ofSet({ state, startsAt, stoppedAt, used, elapsed, certainty }: Verdict): Verdict {
  const times = { ...(startsAt && { startsAt }), ...(stoppedAt && { stoppedAt }), ...(used && { used }), ...(elapsed && { elapsed }) }
  const isClosed = state === 'closed'
  const outcome = isClosed ? ({ outcome: 'exempt', reason: 'closed-in-time' } as const) : ({ outcome: 'measured' } as const)
  return { state, ...outcome, light: 'none', ...times, ...(certainty && { certainty }) }
}

/** From the start to the stop, or to now, as one span: what a sum of stages that overlap or lie apart does not tell. */
function elapsedOf({ start, stop }: Measured, amount: Amount, { clock, convention, now }: Inquiry): Limit {
  const span = { start, runs: [{ start, weight: 1 }] }
  return limitOf(amount.unit, usedUntil(clock.table, span, stop ?? now, { amount, convention }))
}

/** What a record leaves doubtful: stages of a decided case that are not in it, a pause that nothing ended but the decision. */
function findingsOf({ first, stages, wasPausedAtEnd }: Course, version: Version): readonly Finding[] {
  const isStaged = stages.length > 0 && version.measure !== 'span' && first.has(version.stops)
  const recorded = new Set(stages.map(({ name }) => name))
  const missing = isStaged ? Object.keys(version.stages ?? {}).filter((stage) => !recorded.has(stage)) : []
  const findings = missing.map((stage): Finding => ({ code: 'stage-missing', stage }))
  return wasPausedAtEnd && first.has('completed') ? [...findings, { code: 'paused-at-completion' }] : findings
}

/** A date is past by its end, but has happened from its beginning. */
function isBy(moment: Moment, now: Moment): boolean {
  return moment.isDateOnly ? moment.day <= now.day : moment.instant <= now.instant
}

/** Throws `time-missing` for an event that is only a date, where the limit counts time and the event touches its clock. */
function assertTimes(happened: readonly Happening[], version: Version, { unit }: Amount): void {
  if (!kindOf(unit).countsTime) return
  for (const { index, type, moment } of happened) {
    const isBeside = (type === 'received' || type === 'accepted') && type !== version.starts
    if (moment.isDateOnly && !isBeside && !(type === 'delivered' && version.stops !== 'delivered')) {
      fail('time-missing', { found: formatDay(moment.day), why: 'time-unit' }, { path: `events[${index}].at` })
    }
  }
}

/** When papers that wait to be answered will count as accepted. */
function deemingOf(happened: readonly Happening[], version: Version, { clock: { table }, convention }: Inquiry): Pick<Assessment, 'nextChangeAt'> {
  const at = deemingAt(table, happened, version, convention)
  return at === undefined ? {} : { nextChangeAt: formatInstant(at, table.zone) }
}

/** The phases of a case that was closed without a decision. */
const CLOSED: readonly Phase[] = ['withdrawn', 'rejected', 'revoked', 'returned']

/** A case whose clock has not started, or was never to start. */
function waiting({ phase }: Course): Verdict {
  return CLOSED.includes(phase)
    ? { state: 'closed', outcome: 'exempt', reason: 'closed-in-time', light: 'none' }
    : { state: 'waiting', outcome: 'open', light: 'none' }
}

/** A case that started when no version of its rule was in force. */
function exempt(course: Course, { day }: Moment, rule: Rule, version: Version): Verdict {
  const isPaused = course.pauses.some(({ to }) => to === undefined)
  const going = isPaused ? 'paused' : 'running'
  const state = CLOSED.includes(course.phase) ? 'closed' : course.first.has(version.stops) ? 'completed' : going
  return { state, outcome: 'exempt', reason: gapOf(rule, day), light: 'none' }
}

function capsOf(file: CaseFile, version: Version | undefined): Assessment['caps'] {
  const cap = (name: 'materials' | 'steps') => {
    const allowed = version?.caps?.[name]
    if (allowed === undefined) return {}
    const actual = file[name]
    return { [name]: actual === undefined ? { allowed } : { allowed, actual, isKept: actual <= allowed } }
  }
  return { ...cap('materials'), ...cap('steps') }
}

function basisOf({ policy, clock, now }: Inquiry, version: Version | undefined): Basis {
  return {
    policy: policy.id,
    status: policy.source.status,
    ...(version && { version: version.from }),
    calendar: clock.calendar.id,
    edition: clock.calendar.edition,
    hours: clock.hours,
    timeZone: clock.timeZone,
    convention: policy.convention,
    now: formatMoment(clock.table, now),
    library: libraryVersion,
  }
}
