import type { Calendar } from '../calendar/calendar.js'
import type { Notice } from '../calendar/notice.js'
import { createClock } from '../clock/clock.js'
import { fail, ServiceTimeError, show, within } from '../errors.js'
import { UNKNOWN_OPTION } from '../messages/choices.js'
import { ZONES_DIFFER } from '../messages/clock.js'
import { NOT_CASES } from '../messages/values.js'
import { assertKnown } from '../time/record.js'
import { assess } from './assess.js'
import type { Assessment, AssessOptions, JudgedLimit, LimitKind } from './assessment.js'
import { clocksBy, clocksOf } from './clocks.js'
import type { CaseFile } from './file.js'
import { given, inquiryOf } from './inquiry.js'

/** A deadline as a receipt prints it. */
export interface PrintedDeadline {
  readonly dueDate: string
  readonly dueAt: string
}

/** A limit whose open deadline a change moves; while it is paused, that of a resume now. */
export interface MovedLimit<S extends string = string> {
  readonly kind: LimitKind
  /** The stage whose limit it is. */
  readonly stage?: S
  readonly before: PrintedDeadline
  readonly after: PrintedDeadline
}

/**
 * A case of which a change moves an open deadline. `before` and `after` tell the deadline that binds the case, which stays where only others move; a case
 * that none binds tells the first of those that do. `limits` has every deadline that moves.
 */
export interface MovedCase<R extends string = string, S extends string = string> {
  readonly id: string
  readonly rule: R
  readonly before: PrintedDeadline
  readonly after: PrintedDeadline
  readonly limits: readonly [MovedLimit<S>, ...MovedLimit<S>[]]
}

/**
 * Clocks as they are once something has changed that is no notice: a layer that is laid over a calendar, or opening hours. Clocks of stages that are
 * not given stay as they were.
 */
export type ChangedClocks = Pick<AssessOptions, 'clock' | 'clocks'>

/** What a change does to cases; those that could not be judged are told with their error, and nothing of the others is lost. */
export interface Moved<R extends string = string, S extends string = string> {
  readonly moved: readonly MovedCase<R, S>[]
  readonly unmoved: number
  readonly rejected: readonly { readonly index: number; readonly error: ServiceTimeError }[]
}

/**
 * Which open deadlines a new notice moves, or other clocks, from when to when.
 *
 * Edges: of a case with several limits, such as a promise and the law, stages, or a delivery after the decision, each that is still open is looked at;
 * cases that have stopped, that wait for their clock or that have no deadline of their own are among the `unmoved`.
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
): Moved<R, S> {
  if (!Array.isArray(cases)) return fail(NOT_CASES, { found: show(cases) }, { path: 'cases' })
  const changed = { ...options, ...clocksAfter(change, options) }
  // A fault of the change or of the options is none of every case.
  for (const asked of [options, changed]) inquiryOf(asked)
  const moved: MovedCase<R, S>[] = []
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

function moveOf<R extends string, S extends string>(before: Assessment<R, S>, after: Assessment<R, S>): MovedCase<R, S> | undefined {
  const [first, ...others] = before.limits.flatMap((limit) => moveIn(limit, after.limits))
  if (!first) return undefined
  const { id, rule } = before
  return { id, rule, before: printed(before) ?? first.before, after: printed(after) ?? first.after, limits: [first, ...others] }
}

/** How a limit moves, if it is open, and still the case's own after the change. */
function moveIn<S extends string>(limit: JudgedLimit<S>, after: readonly JudgedLimit<S>[]): readonly MovedLimit<S>[] {
  const { kind, stage, state } = limit
  const same = after.find((other) => other.kind === kind && other.stage === stage)
  const [was, is] = [printed(limit), same && printed(same)]
  const isOpen = state === 'running' || state === 'paused'
  if (!isOpen || !was || !is || was.dueAt === is.dueAt) return []
  return [{ kind, ...(stage !== undefined && { stage }), before: was, after: is }]
}

function printed({ dueDate, dueAt, ifResumedNow }: Pick<JudgedLimit, 'dueDate' | 'dueAt' | 'ifResumedNow'>): PrintedDeadline | undefined {
  return dueDate !== undefined && dueAt !== undefined ? { dueDate, dueAt } : ifResumedNow
}
