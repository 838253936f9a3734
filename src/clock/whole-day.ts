import { asProjected, type Reading } from '../calendar/reading.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { type Instant, instantOf } from '../time/zone.js'
import { timesOf } from './buckets.js'
import { closingIfWorked } from './day-sessions.js'
import { type OpenSpan, type SessionTable, workingTimeBetween } from './sessions.js'

/** A stretch in which a period stands still; without an end it has not gone on yet. */
export interface Gap {
  readonly from: Moment
  readonly to: Moment | undefined
}

/** Days from one to another, both included; without an end they go on. */
export interface TakenOut {
  readonly from: number
  readonly to: number
}

/** The days between the ends of each pause, and those at an end of which pauses leave no open time. */
export function whollyPaused(table: SessionTable, gaps: readonly Gap[], reading: Reading = asProjected): readonly TakenOut[] {
  const left = openTimeLeft(table, gaps)
  // A day that may be worked is wholly paused at the latest reading, and not at the soonest.
  const isWhole = (day: Day) => (reading.unsettled((day - 1) as Day, day) > 0 ? reading.side < 0 : left.get(day) === 0)
  const lastOf = (to: Moment) => (isInNight(table, to) ? to.day - 2 : isWhole(to.day) ? to.day : to.day - 1)
  // A date stands at the earliest instant that it may be: a pause to it has lasted so long at least, one from it perhaps not.
  return gaps.map(({ from, to }) => ({
    from: !from.isDateOnly && isWhole(from.day) ? from.day : from.day + 1,
    to: to ? lastOf(to) : Number.POSITIVE_INFINITY,
  }))
}

/** What pauses leave of the open time of the days at their ends; of those that are open at all. */
function openTimeLeft(table: SessionTable, gaps: readonly Gap[]): ReadonlyMap<Day, number> {
  const left = new Map<Day, number>()
  for (const gap of gaps) {
    for (const day of new Set([gap.from.day, gap.to?.day ?? gap.from.day])) {
      const own = openSpanOf(table, day)
      if (own) left.set(day, (left.get(day) ?? workingTimeBetween(table, own.from, own.to)) - pausedIn(table, own, gap))
    }
  }
  return left
}

/** From the first opening of a day to its last closing, which may be on the next date; no other day has open time between them. */
function openSpanOf(table: SessionTable, day: Day): OpenSpan | undefined {
  const times = timesOf(table, day)
  const [first] = times
  return first && { from: first.open as Instant, to: Math.max(...times.map(({ close }) => close)) as Instant }
}

function pausedIn(table: SessionTable, own: OpenSpan, { from, to }: Gap): number {
  const start = Math.max(own.from, from.instant) as Instant
  const end = Math.min(own.to, to?.instant ?? own.to) as Instant
  return end > start ? workingTimeBetween(table, start, end) : 0
}

/** Whether a pause ends while the day before may still be open, whose last session goes past midnight. */
function isInNight({ zone, hours }: SessionTable, { day, instant, isDateOnly }: Moment): boolean {
  const eve = (day - 1) as Day
  return !isDateOnly && instant < instantOf(zone, eve, closingIfWorked(hours, eve))
}
