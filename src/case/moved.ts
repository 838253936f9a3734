import type { Calendar } from '../calendar/calendar.js'
import type { Notice } from '../calendar/notice.js'
import { createClock } from '../clock/clock.js'
import { fail, ServiceTimeError, show, within } from '../errors.js'
import { UNKNOWN_OPTION } from '../messages/choices.js'
import { ZONES_DIFFER } from '../messages/clock.js'
import { NOT_CASES } from '../messages/values.js'
import { assertKnown } from '../time/record.js'
import { assess } from './assess.js'
import type { Assessment, AssessOptions } from './assessment.js'
import { clocksBy, clocksOf } from './clocks.js'
import type { CaseFile } from './file.js'
import { given, inquiryOf } from './inquiry.js'

/** A deadline as a receipt prints it. */
export interface PrintedDeadline {
  readonly dueDate: string
  readonly dueAt: string
}

/** An open case whose deadline a change moves; while it is paused, that of a resume now. */
export interface MovedCase<R extends string = string> {
  readonly id: string
  readonly rule: R
  readonly before: PrintedDeadline
  readonly after: PrintedDeadline
}

/**
 * Clocks as they are once something has changed that is no notice: a layer that is laid over a calendar, or opening hours. Clocks of stages that are
 * not given stay as they were.
 */
export type ChangedClocks = Pick<AssessOptions, 'clock' | 'clocks'>

/** What a change does to cases; those that could not be judged are told with their error, and nothing of the others is lost. */
export interface Moved<R extends string = string> {
  readonly moved: readonly MovedCase<R>[]
  readonly unmoved: number
  readonly rejected: readonly { readonly index: number; readonly error: ServiceTimeError }[]
}

/**
 * Which open deadlines a new notice moves, or other clocks, from when to when.
 *
 * Edges: cases that have stopped, that wait for their clock or that have no deadline of their own are among the `unmoved`.
 * Throws: what the notice or the clocks may be wrong in; `zones-differ` for a clock of another zone; `value-invalid` for what is no list of cases.
 *
 * @example
 * const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2027-01-06' }] } as const
 * const options = { policy: xiaoshan2019, clock, now: '2027-01-06T09:00+08:00' }
 * const notice = { id: 'cn-2027', number: null, issued: '2026-11-25', covers: 2027, arrangements: [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-09'] }] }
 * movedBy(notice, [file], options).moved[0]?.after.dueDate //=> '2027-01-11'
 *
 * const order = { id: 'order-1', number: null, issued: '2027-01-06', covers: 2027, arrangements: [{ occasion: '暴雪', off: ['2027-01-07'], work: [] }] }
 * const closed = createClock({ ...clock, calendar: clock.calendar.extend({ id: 'snow', notices: [order] }) })
 * movedBy({ clock: closed }, [file], options).moved[0]?.after.dueDate //=> '2027-01-13'
 */
export function movedBy<R extends string, S extends string, C extends string>(
  change: Notice | ChangedClocks,
  cases: readonly CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>[],
  options: AssessOptions<R, S, C>,
): Moved<R> {
  if (!Array.isArray(cases)) return fail(NOT_CASES, { found: show(cases) }, { path: 'cases' })
  const changed = { ...options, ...clocksAfter(change, options) }
  // A fault of the change or of the options is none of every case.
  for (const asked of [options, changed]) inquiryOf(asked)
  const moved: MovedCase<R>[] = []
  const rejected: { readonly index: number; readonly error: ServiceTimeError }[] = []
  cases.forEach((file, index) => {
    try {
      const move = moveOf(assess(file, options), assess(file, changed))
      if (move) moved.push(move)
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      rejected.push({ index, error })
    }
  })
  return { moved, unmoved: cases.length - moved.length - rejected.length, rejected }
}

function clocksAfter(change: Notice | ChangedClocks, options: AssessOptions): Required<ChangedClocks> {
  const asked = given(options)
  return isOfClocks(change) ? within({ path: 'change' }, () => clocksGiven(change, asked)) : clocksAnnounced(change, asked)
}

function isOfClocks(change: unknown): change is ChangedClocks {
  return typeof change === 'object' && change !== null && ('clock' in change || 'clocks' in change)
}

type Given = ReturnType<typeof given>

function clocksAnnounced(notice: Notice, { policy, clock, clocks }: Given): Required<ChangedClocks> {
  const own = clocksOf(policy, clock, clocks)
  // What awaits no notice is settled by other means, such as the calendar of a bank.
  const announcedTo = (calendar: Calendar) => (calendar.table.awaits.length > 0 ? calendar.announce(notice) : calendar)
  return { clock: createClock({ ...clock, calendar: clock.calendar.announce(notice) }), clocks: clocksBy(own, announcedTo) }
}

function clocksGiven(change: ChangedClocks, { policy, clock: { timeZone }, clocks }: Given): Required<ChangedClocks> {
  assertKnown(Object.keys(change), { unknown: UNKNOWN_OPTION, allowed: ['clock', 'clocks'], path: '' })
  const own = given({ policy, ...change })
  if (own.clock.timeZone !== timeZone) return fail(ZONES_DIFFER, { found: own.clock.timeZone, expected: timeZone }, { path: 'clock' })
  return { clock: own.clock, clocks: clocksOf(policy, own.clock, { ...clocks, ...own.clocks }) }
}

function moveOf<R extends string>(before: Assessment<R>, after: Assessment<R>): MovedCase<R> | undefined {
  const [was, is] = [printed(before), printed(after)]
  const isOpen = before.state === 'running' || before.state === 'paused'
  if (!isOpen || !was || !is || was.dueAt === is.dueAt) return undefined
  return { id: before.id, rule: before.rule, before: was, after: is }
}

function printed({ dueDate, dueAt, ifResumedNow }: Assessment): PrintedDeadline | undefined {
  return dueDate !== undefined && dueAt !== undefined ? { dueDate, dueAt } : ifResumedNow
}
