import { assertCovered, assertInReach, outsideCoverage } from '../calendar/table.js'
import { type ErrorCode, fail, ServiceTimeError } from '../errors.js'
import { TIME_MISSING } from '../messages/time.js'
import { type Day, formatDay } from '../time/day.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { MIN_INSTANT } from '../time/numbers.js'
import { type Instant, instantOf, localDay } from '../time/zone.js'
import type { Counting } from './count.js'
import { dueOf } from './deadline.js'
import { addWorkingTime, isOpen, previousClosing, type SessionTable } from './sessions.js'

/** A due day or instant, and the limit that must have ended by then. */
export interface Backward extends Counting {
  readonly due: Moment
}

/** The latest moment at which a limit can start and still end by its due: an instant for units of time, else a date. */
export function latestStart(table: SessionTable, backward: Backward): Moment {
  const { due, amount } = backward
  if (!amount.facts.countsTime) return dated(table, latestDay(table, backward))
  if (due.isDateOnly) return fail(TIME_MISSING, { found: formatDay(due.day), why: 'time-unit' })
  const instant = latestInstant(table, backward)
  return { instant, day: localDay(table.zone, instant), isDateOnly: false }
}

function dated({ zone }: SessionTable, day: Day): Moment {
  return { day, instant: instantOf(zone, day, 0), isDateOnly: true }
}

function latestInstant(table: SessionTable, { due, amount: { amount, facts }, convention }: Backward): Instant {
  const ms = amount * facts.size
  if (!facts.countsWork) {
    const start = due.instant - ms
    assertInReach(table.days, start >= MIN_INSTANT ? localDay(table.zone, start as Instant) : ((table.days.first - 1) as Day))
    assertInReach(table.days, localDay(table.zone, (due.instant - 1) as Instant))
    return start as Instant
  }
  const moves = amount === 0 && convention.intake === 'next-opening' && !isOpen(table, due.instant)
  // From a closing on, a start moves to the next opening, so that the last instant before it is the latest.
  return moves ? ((previousClosing(table, due.instant) - 1) as Instant) : addWorkingTime(table, due.instant, -ms)
}

/** A later start is never due earlier, so the last day that is in time is found by halving. */
function latestDay(table: SessionTable, backward: Backward): Day {
  const { first } = table.days
  const { due } = backward
  // The last day of the calendar ends at an instant of the day after.
  assertDue(table, due.isDateOnly ? due.day : localDay(table.zone, (due.instant - 1) as Instant), backward)
  if (!isInTime(table, first, backward)) return outsideCoverage(table.days, `<- ${shown(table, due)}`, 'before')
  let low: number = first
  let high = due.day + 1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isInTime(table, middle as Day, backward)) low = middle
    else high = middle
  }
  // Where the first days alone would be in time, their own deadlines lie before the calendar.
  dueOf(table, dated(table, low as Day), backward)
  return low as Day
}

/** Throws unless a limit can end on a day: one that asks nothing of the days need only be within reach. */
function assertDue({ days }: SessionTable, day: Day, { amount, convention: { roll, due } }: Counting): void {
  const asksNothing = !amount.facts.countsWork && roll === 'none' && due === 'end-of-day'
  if (asksNothing) assertInReach(days, day)
  else assertCovered(days, day)
}

/** What a limit that leaves the calendar throws. */
const LEAVES: readonly ErrorCode[] = ['outside-coverage', 'unpublished']

function isInTime(table: SessionTable, start: Day, { due, amount, convention }: Backward): boolean {
  try {
    const found = dueOf(table, dated(table, start), { amount, convention }).due
    return due.isDateOnly ? found.day <= due.day : found.at <= due.instant
  } catch (error) {
    // A limit that leaves the calendar ends after every day of it, or rolls back before its first.
    if (error instanceof ServiceTimeError && LEAVES.includes(error.code)) return (error.facts as { side?: string }).side === 'before'
    throw error
  }
}

function shown({ zone }: SessionTable, { isDateOnly, day, instant }: Moment): string {
  return isDateOnly ? formatDay(day) : formatInstant(instant, zone)
}
