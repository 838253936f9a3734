import { asProjected, type Reading } from '../calendar/reading.js'
import { assertInReach, countAfter, type DayTable } from '../calendar/table.js'
import { fail } from '../errors.js'
import { unknownChoice } from '../messages/choices.js'
import type { Convention } from '../time/convention.js'
import type { Day } from '../time/day.js'
import { NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import { type Amount, byKind } from '../time/limit.js'
import { addMonths } from '../time/month.js'
import { MAX_INSTANT } from '../time/numbers.js'
import { type Instant, instantOf, localDay } from '../time/zone.js'
import { openStages, reachTime, workingLine } from './budget.js'
import { BEFORE_ALL_DAYS, type CountedSpan, countedSpans, countsAfter, endBy, isBegunBy, lastCounted, periodUntil } from './paused.js'
import type { Due, Period, Reached, Run, Share } from './period.js'
import { endOfDay, lastClosing, type SessionTable, workingTimeBetween } from './sessions.js'

/** What is counted, how, and how days are read that are not settled; without a reading, as projected. */
export interface Counting {
  readonly amount: Amount
  readonly convention: Convention
  readonly reading?: Reading | undefined
}

interface Counter {
  /** What a period uses of the limit until a moment, in its unit; in calendar days for months and years. */
  readonly used: (table: SessionTable, period: Period, counting: Counting, until: Moment) => number
  readonly reach: (table: SessionTable, period: Period, counting: Counting) => Reached
}

/** One way of counting for each kind of unit; deadlines of bare limits and of paused cases both come from here. */
const counterOf = /* @__PURE__ */ byKind<Counter>({
  'working-time': {
    used: (table, period, counting, until) => usedTime(table, period, counting, until, workedIn),
    reach: (table, { runs }, { amount, reading = asProjected }) => reachTime(runs, amount, (run) => workingLine(table, run, reading)),
  },
  'clock-time': {
    used: (table, period, counting, until) => usedTime(table, period, counting, until, passedIn),
    reach: (table, { runs }, { amount }) =>
      reachTime(runs, amount, (run) => ({
        between: (a, b) => openStages(run) * (b - a),
        add: (from, ms) => (from + Math.ceil(ms / openStages(run))) as Instant,
        dayOf: (at) => inReach(table, at),
      })),
  },
  'working-days': {
    used: (table, period, counting, until) => usedDays(table, period, counting, until, countAfter),
    reach: reachWorkingDay,
  },
  'calendar-days': { used: usedCalendarDays, reach: reachDate },
  months: { used: usedCalendarDays, reach: reachDate },
})

/** What a period uses of a limit until a moment, in its unit; in calendar days for months and years. */
export function usedUntil(table: SessionTable, period: Period, until: Moment, counting: Counting): number {
  return counterOf(counting.amount).used(table, period, counting, until)
}

/** Where a limit ends, counted over runs in order of time. */
export function reachOver(table: SessionTable, period: Period, counting: Counting): Reached {
  return counterOf(counting.amount).reach(table, period, counting)
}

function usedTime(table: SessionTable, period: Period, { amount: { facts } }: Counting, until: Moment, timeIn: typeof workedIn): number {
  const { runs } = period
  let ms = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run
    if (isBegunBy(period, run, until)) ms += timeIn(table, run, endBy(run, until).instant)
  }
  return ms / facts.size
}

function workedIn(table: SessionTable, { start, weight, shares = NONE }: Run, end: Instant): number {
  let ms = weight * workingTimeBetween(table, start.instant, end)
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as Share
    ms += share.weight * workingTimeBetween(share.table, start.instant, end)
  }
  return ms
}

function passedIn(_: SessionTable, run: Run, end: Instant): number {
  return openStages(run) * (end - run.start.instant)
}

function usedDays(table: SessionTable, period: Period, counting: Counting, until: Moment, daysIn: typeof countAfter): number {
  const { convention } = counting
  if (convention.pausedDay !== 'after-pause-day') return usedInSpans(table, countedSpans(table, periodUntil(period, until), counting), daysIn)
  let days = 0
  let counted = BEFORE_ALL_DAYS
  const { runs } = period
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run
    if (!isBegunBy(period, run, until)) continue
    const after = countsAfter(run, counted, convention)
    counted = lastCounted(after, endBy(run, until))
    days += daysIn(table.days, after, counted)
  }
  return days
}

function usedInSpans({ days }: SessionTable, spans: readonly CountedSpan[], daysIn: typeof countAfter): number {
  let used = 0
  for (const { after, to } of spans) used += daysIn(days, after, to as Day)
  return used
}

/** The day of an instant that a round-the-clock limit comes to; beyond the calendar nobody asks it anything, but it has an end. */
function inReach({ days, zone }: SessionTable, at: Instant): Day {
  const day = at <= MAX_INSTANT ? localDay(zone, at) : ((days.horizon + 1) as Day)
  assertInReach(days, day)
  return day
}

function reachWorkingDay(table: SessionTable, period: Period, counting: Counting): Reached {
  const { amount, convention } = counting
  if (amount.amount === 0) return expire(table, period, period.start.day, counting)
  const last = convention.pausedDay === 'after-pause-day' ? lastOfRuns(table, period, counting) : lastOfSpans(table, period, counting)
  return last === undefined ? {} : expire(table, period, last, counting)
}

/** The last counted day where each run counts the days after its start: `countedSpans` without a list of them, as nearly every case asks for it. */
function lastOfRuns({ days }: SessionTable, { runs }: Period, { amount, convention, reading = asProjected }: Counting): Day | undefined {
  let left = amount.amount
  let counted = BEFORE_ALL_DAYS
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run
    const after = countsAfter(run, counted, convention)
    if (run.end === undefined) return reading.nth(days, after, left)
    counted = lastCounted(after, run.end)
    const available = reading.count(days, after, counted)
    if (available >= left) return reading.nth(days, after, left)
    left -= available
  }
  return undefined
}

function lastOfSpans(table: SessionTable, period: Period, counting: Counting): Day | undefined {
  const { amount, reading = asProjected } = counting
  let left = amount.amount
  for (const { after, to } of countedSpans(table, period, counting)) {
    const available = to === undefined ? Number.POSITIVE_INFINITY : reading.count(table.days, after, to)
    if (available >= left) return reading.nth(table.days, after, left)
    left -= available
  }
  return undefined
}

/**
 * The first end of a day, from that of the last counted day on, at which the period runs: a limit never expires while
 * paused, but ends with the day on which it resumes, so that no further working day passes within it.
 */
function expire(table: SessionTable, { runs }: Period, lastCountedDay: Day, ending: Ending): Reached {
  for (let i = 0; i < runs.length; i++) {
    const { start, end } = runs[i] as Run
    const day = Math.max(lastCountedDay, start.day) as Day
    const at = endOn(table, day, start.instant, ending)
    // A pause from midnight on begins after the day that ends there.
    const isReached = end === undefined || at < end.instant || (at === end.instant && at === endOfDay(table, day))
    if (isReached) return { lastCountedDay, due: { day, at } }
  }
  return { lastCountedDay }
}

/** How a day ends. */
type Ending = Pick<Counting, 'convention' | 'reading'>

/** The end of a day for a period that runs on it from a moment: its last closing, or 24:00 when it has none left. */
function endOn(table: SessionTable, day: Day, from: Instant, { convention, reading = asProjected }: Ending): Instant {
  if (convention.due === 'closing' && reading.unsettled((day - 1) as Day, day) > 0) {
    // A day that may be worked may close at any time; one that may be off ends at 24:00.
    return reading.side > 0 ? (Math.max(from, instantOf(table.zone, day, 0)) as Instant) : endOfDay(table, day)
  }
  const closing = closingOf(table, day, convention)
  return closing >= from ? closing : endOfDay(table, day)
}

function closingOf(table: SessionTable, day: Day, convention: Convention): Instant {
  return convention.due === 'closing' ? lastClosing(table, day) : endOfDay(table, day)
}

/** Throws `choice-unknown` for a rule of paused days that only working days know: dates move by whole pauses. */
function assertMovesByPause({ pausedDay }: Convention): void {
  const allowed = ['after-pause-day']
  if (!allowed.includes(pausedDay)) fail(unknownChoice('pausedDay'), { found: pausedDay, allowed }, { path: 'convention.pausedDay' })
}

function usedCalendarDays(table: SessionTable, period: Period, { amount, convention }: Counting, until: Moment): number {
  return usedDays(table, period, { amount, convention }, until, daysBetween)
}

function daysBetween(_: DayTable, after: Day, to: Day): number {
  return to - after
}

/**
 * The corresponding date, moved by the days of each pause that begins by then, and rolled to a working day. A pause that
 * begins later, though before the rolled day, changes nothing.
 */
function reachDate(table: SessionTable, { start, runs }: Period, counting: Counting): Reached {
  const { amount, convention } = counting
  assertMovesByPause(convention)
  let end = unrolledEnd(start.day, amount, convention)
  let pausedOn = start.day
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run
    end = (end + run.start.day - pausedOn) as Day
    // A day off before the start is no day to end on.
    const day = Math.max(rolled(table, end, counting), run.start.day) as Day
    const at = endOn(table, day, run.start.instant, counting)
    if (!run.end || run.end.day > end || isAfterEnd(table, run.end, { day, at })) return { lastCountedDay: end, due: { day, at } }
    pausedOn = run.end.day
  }
  return {}
}

/** Whether a pause begins after the end of a limit: on a later date, after its instant, or at the midnight at which its day ends. */
function isAfterEnd(table: SessionTable, { day, instant, isDateOnly }: Moment, due: Due): boolean {
  if (isDateOnly) return day > due.day
  return instant > due.at || (instant === due.at && instant === endOfDay(table, due.day))
}

/** A limit that does not roll asks nothing of the days. */
function rolled({ days }: SessionTable, end: Day, { convention, reading = asProjected }: Ending): Day {
  if (convention.roll !== 'none' || convention.due === 'closing') return reading.roll(days, end, convention.roll)
  assertInReach(days, end)
  return end
}

function unrolledEnd(start: Day, { amount, facts: { kind, size } }: Amount, convention: Convention): Day {
  const isIncluded = convention.startDay === 'included' && amount > 0
  if (kind === 'calendar-days') return (start + amount - (isIncluded ? 1 : 0)) as Day
  const { day, isClamped } = addMonths(start, amount * size)
  // A month that lacks the date ends on its last day, whether or not its first day is counted.
  return (isIncluded && !isClamped ? day - 1 : day) as Day
}
