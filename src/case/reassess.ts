import type { Calendar } from '../calendar/calendar.js'
import type { Notice } from '../calendar/notice.js'
import { createClock } from '../clock/clock.js'
import { endOfDay } from '../clock/sessions.js'
import { fail, ServiceTimeError, show } from '../errors.js'
import { NOT_CASES } from '../messages/values.js'
import { formatDay, parseDay } from '../time/day.js'
import { formatInstant, type InstantInput } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import { assess } from './assess.js'
import type { Assessment, AssessOptions } from './assessment.js'
import { clocksBy, clocksOf } from './clocks.js'
import type { CaseFile } from './file.js'
import { given, inquiryOf } from './inquiry.js'

/** What a case is judged anew by. */
export interface ReassessOptions<R extends string = string, S extends string = string, C extends string = string>
  extends Omit<AssessOptions<R, S, C>, 'now'> {
  /** The date whose knowledge counts: the notices issued by then, that very day included. */
  readonly asOf: string
  /** The instant of asking; the end of that date where it is not given. */
  readonly now?: InstantInput
}

/**
 * The verdict on a case with the calendar as it was known on a date: what a window could have known then.
 *
 * Edges: events after `now` have not happened yet; a policy whose source is of a later date was not known, and every case is `exempt`.
 * Throws: as `assess`; `date-invalid`.
 *
 * @example
 * const file = { id: 'A-1', rule: 'mortgage-registration', events: [{ type: 'accepted', at: '2019-12-30' }] } as const
 * reassess(file, { policy: xiaoshan2019, clock, asOf: '2019-12-30' }).dueDate //=> '2020-01-02'
 */
export function reassess<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: ReassessOptions<R, S, C>,
): Assessment<R, S> {
  const { policy, clock, clocks } = given(options)
  const { asOf, now } = options
  const day = parseDay(asOf, 'asOf')
  const knownThen = (calendar: Calendar) => calendar.asOf(formatDay(day))
  const known = createClock({ ...clock, calendar: knownThen(clock.calendar) })
  const end = (endOfDay(clock.table, day) - 1) as Instant
  const asked = {
    policy,
    clock: known,
    clocks: clocksBy(clocksOf(policy, clock, clocks), knownThen),
    now: now ?? formatInstant(end, clock.table.zone),
  }
  const assessment = assess(file, asked)
  if (parseDay(policy.source.date) <= day) return assessment
  const { id, rule, state, caps, findings, basis } = assessment
  return { id, rule, state, outcome: 'exempt', reason: 'before-publication', light: 'none', limits: [], caps, findings, basis }
}

/** A deadline as a receipt prints it. */
export interface PrintedDeadline {
  readonly dueDate: string
  readonly dueAt: string
}

/** An open case whose deadline a notice moves; while it is paused, that of a resume now. */
export interface MovedCase<R extends string = string> {
  readonly id: string
  readonly rule: R
  readonly before: PrintedDeadline
  readonly after: PrintedDeadline
}

/** What a notice does to cases; those that could not be judged are told with their error, and nothing of the others is lost. */
export interface Moved<R extends string = string> {
  readonly moved: readonly MovedCase<R>[]
  readonly unmoved: number
  readonly rejected: readonly { readonly index: number; readonly error: ServiceTimeError }[]
}

/**
 * Which open deadlines a new notice moves, from when to when.
 *
 * Edges: cases that have stopped, that wait for their clock or that have no deadline of their own are among the `unmoved`.
 * Throws: what the notice may be wrong in; `value-invalid` for what is no list of cases.
 *
 * @example
 * const notice = { id: 'cn-2027', number: null, issued: '2026-11-25', covers: 2027, arrangements: [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-09'] }] }
 * const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2027-01-06' }] } as const
 * movedBy(notice, [file], { policy: xiaoshan2019, clock, now: '2027-01-06T09:00+08:00' }).moved[0]?.after.dueDate //=> '2027-01-11'
 */
export function movedBy<R extends string, S extends string, C extends string>(
  notice: Notice,
  cases: readonly CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>[],
  options: AssessOptions<R, S, C>,
): Moved<R> {
  if (!Array.isArray(cases)) return fail(NOT_CASES, { found: show(cases) }, { path: 'cases' })
  const { policy, clock, clocks: named } = given(options)
  const clocks = clocksOf(policy, clock, named)
  // What awaits no notice is settled by other means, such as the calendar of a bank.
  const announcedTo = (calendar: Calendar) => (calendar.table.awaits.length > 0 ? calendar.announce(notice) : calendar)
  const own = createClock({ ...clock, calendar: clock.calendar.announce(notice) })
  const announced = { ...options, clock: own, clocks: clocksBy(clocks, announcedTo) }
  // A fault of the notice or of the options is none of every case.
  for (const asked of [options, announced]) inquiryOf(asked)
  const moved: MovedCase<R>[] = []
  const rejected: { readonly index: number; readonly error: ServiceTimeError }[] = []
  cases.forEach((file, index) => {
    try {
      const change = changeOf(assess(file, options), assess(file, announced))
      if (change) moved.push(change)
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      rejected.push({ index, error })
    }
  })
  return { moved, unmoved: cases.length - moved.length - rejected.length, rejected }
}

function changeOf<R extends string>(before: Assessment<R>, after: Assessment<R>): MovedCase<R> | undefined {
  const [was, is] = [printed(before), printed(after)]
  const isOpen = before.state === 'running' || before.state === 'paused'
  if (!isOpen || !was || !is || was.dueAt === is.dueAt) return undefined
  return { id: before.id, rule: before.rule, before: was, after: is }
}

function printed({ dueDate, dueAt, ifResumedNow }: Assessment): PrintedDeadline | undefined {
  return dueDate !== undefined && dueAt !== undefined ? { dueDate, dueAt } : ifResumedNow
}
