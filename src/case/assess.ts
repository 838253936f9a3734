import { version as libraryVersion } from '../../package.json'
import { momentOf } from '../clock/clock.js'
import { type Reached, startFor } from '../clock/count.js'
import { fail, show, within } from '../errors.js'
import { isInForce, type Policy, type Rule, ruleOf, type Version } from '../policy/policy.js'
import { conventionOf } from '../time/convention.js'
import { type Day, formatDay, parseDay } from '../time/day.js'
import { type Moment, parseInstant } from '../time/instant.js'
import { type Amount, amountOf, UNITS } from '../time/limit.js'
import type { Assessment, AssessOptions, Basis, Finding } from './assessment.js'
import { type Course, courseOf, type Happening, happeningsOf } from './course.js'
import { assertCaseFile, type CaseFile, type EventType, inCase } from './file.js'
import { judge, type Terms, type Verdict } from './judge.js'
import { type Measured, measure } from './runs.js'
import type { ExemptReason } from './verdict.js'

/**
 * Judges a case: by when it must be done, what time it has used, and whether it was done in time.
 *
 * Edges: stopped exactly at the deadline is on time; events after `now` have not happened yet and are listed in `findings`.
 * Throws: `rule-unknown`, `target-unsupported` for a target that binds a set of cases, `value-invalid` and the codes of
 * events (`event-unknown`, `event-out-of-order`, `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`,
 * `stage-order`), `time-missing`, `outside-coverage`; each with the case id and the path of the fault.
 *
 * @example
 * assess({ id: 'A-1', rule: 'water-hookup', events: [
 *   { type: 'accepted', at: '2019-07-01T09:12+08:00' },
 *   { type: 'completed', at: '2019-07-04T16:00+08:00' },
 * ] }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00+08:00' }).outcome //=> 'early'
 */
export function assess<R extends string, S extends string>(file: CaseFile<NoInfer<R>, NoInfer<S>>, options: AssessOptions<R, S>): Assessment<R> {
  return assessed(file, options).assessment as Assessment<R>
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
  readonly ruleId: string
  readonly policy: Policy
}

export function assessed(file: unknown, { policy, clock, now }: AssessOptions): Assessed {
  if (typeof policy?.rules !== 'object') fail('value-invalid', { found: show(policy), expected: 'policy' }, { path: 'policy' })
  if (typeof clock?.deadline !== 'function') fail('value-invalid', { found: show(clock), expected: 'clock' }, { path: 'clock' })
  const at = parseInstant(now, clock.table.zone, 'now')
  const moment = momentOf(clock.table, at)
  return inCase(file, () => {
    assertCaseFile(file)
    const rule = ruleOf(policy, file.rule)
    const inquiry: Inquiry = { ruleId: file.rule, clock, policy, convention: conventionOf(policy.convention), now: moment }
    return assessUnder(file, rule, inquiry)
  })
}

function assessUnder(file: CaseFile, rule: Rule, inquiry: Inquiry): Assessed {
  const all = happeningsOf(inquiry.clock.table, file.events)
  const later = all.findIndex(({ moment }) => !isBy(moment, inquiry.now))
  const happened = later < 0 ? all : all.slice(0, later)
  const unseen = all.slice(happened.length).map(({ index }): Finding => ({ code: 'event-after-now', index }))
  const version = versionOf(rule, happened, inquiry)
  const latest = version ?? (rule.versions.at(-1) as Version)
  // The whole list must be possible, though only what has happened by now is judged.
  const whole = courseOf(all, latest)
  const course = unseen.length === 0 ? whole : courseOf(happened, latest)
  const findings: readonly Finding[] = [...unseen, ...missingStages(course, latest)]
  const common = { id: file.id, rule: file.rule, caps: capsOf(file, version), findings, basis: basisOf(inquiry, version) }
  const amount = limitIn(latest, inquiry.ruleId)
  assertTimes(happened, latest, amount)
  const measured = version && measure(inquiry.clock.table, course, version, amount, inquiry.convention)
  if (!version || !measured) return { assessment: { ...common, ...unmeasured(course, happened, rule, latest) }, inquiry, course }
  const { judged, reached } = judge(measured, amount, inquiry)
  return { assessment: { ...common, ...judged }, inquiry, course, version, amount, measured, reached }
}

/** A decided case of a rule with stages, some of which are on record: those that are not. */
function missingStages({ first, stages }: Course, version: Version): readonly Finding[] {
  if (stages.length === 0 || version.measure === 'span' || !first.has(version.stops)) return []
  const recorded = new Set(stages.map(({ name }) => name))
  const missing = Object.keys(version.stages ?? {}).filter((stage) => !recorded.has(stage))
  return missing.map((stage) => ({ code: 'stage-missing', stage }))
}

/** A date is past by its end, but has happened from its beginning. */
function isBy(moment: Moment, now: Moment): boolean {
  return moment.isDateOnly ? moment.day <= now.day : moment.instant <= now.instant
}

function limitIn({ target }: Version, rule: string): Amount {
  if (target.kind !== 'each') return fail('target-unsupported', { rule, kind: target.kind }, { path: 'rule' })
  return amountOf(target.limit)
}

/** The version in force on the date the clock starts; undefined while it has not started, or when there is none. */
function versionOf(rule: Rule, happened: readonly Happening[], { clock, convention, ruleId }: Inquiry): Version | undefined {
  return rule.versions.find((version) => {
    const start = startEvent(happened, version)
    if (!start) return false
    const { day } = within({ path: `events[${start.index}].at` }, () => startFor(clock.table, start.moment, limitIn(version, ruleId), convention))
    return isInForce(version, day)
  })
}

function startEvent(happened: readonly Happening[], version: Version): Happening | undefined {
  const firstOf = (type: EventType) => happened.find((event) => event.type === type)
  return (version.measure === 'span' ? undefined : firstOf('stage-started')) ?? firstOf(version.starts)
}

/** Throws `time-missing` for an event that is only a date, where the limit counts time and the event touches its clock. */
function assertTimes(happened: readonly Happening[], version: Version, { unit }: Amount): void {
  if (!UNITS[unit].kind.endsWith('-time')) return
  for (const { index, type, moment } of happened) {
    const isBeside = (type === 'received' || type === 'accepted') && type !== version.starts
    if (moment.isDateOnly && !isBeside && !(type === 'delivered' && version.stops !== 'delivered')) {
      fail('time-missing', { found: formatDay(moment.day), why: 'time-unit' }, { path: `events[${index}].at` })
    }
  }
}

/** A case without a clock: it has not started, or no version of the rule was in force when it did. */
function unmeasured(course: Course, happened: readonly Happening[], rule: Rule, latest: Version): Verdict {
  const isClosed = course.first.has('withdrawn')
  const start = startEvent(happened, latest)
  if (!start)
    return isClosed
      ? { state: 'closed', outcome: 'exempt', reason: 'closed-in-time', light: 'none' }
      : { state: 'waiting', outcome: 'open', light: 'none' }
  const isStopped = course.first.has(latest.stops)
  const isPaused = course.pauses.some(({ to }) => to === undefined)
  const state = isClosed ? 'closed' : isStopped ? 'completed' : isPaused ? 'paused' : 'running'
  return { state, outcome: 'exempt', reason: gapOf(rule, start.moment.day), light: 'none' }
}

function gapOf({ versions }: Rule, day: Day): ExemptReason {
  if (versions.every(({ from }) => day < parseDay(from))) return 'before-first-version'
  return versions.every(({ to }) => to !== undefined && day > parseDay(to)) ? 'after-last-version' : 'between-versions'
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

function basisOf({ policy, clock }: Inquiry, version: Version | undefined): Basis {
  return {
    policy: policy.id,
    status: policy.source.status,
    ...(version && { version: version.from }),
    calendar: clock.calendar.id,
    timeZone: clock.timeZone,
    convention: policy.convention,
    library: libraryVersion,
  }
}
