import { asProjected, type Reading } from '../calendar/reading.js'
import { countWorkingDays, outsideCoverage } from '../calendar/table.js'
import { type Day, formatDay } from '../time/day.js'
import { type Instant, localDay } from '../time/zone.js'
import { type HoursRange, hoursRange } from './day-sessions.js'
import { addWorkingTime, endOfDay, type SessionTable, workingTimeBetween } from './sessions.js'

/** How time passes, in milliseconds; an instant is a whole one, so a part of one more takes the whole of it. */
export interface TimeLine {
  readonly between: (a: Instant, b: Instant) => number
  readonly add: (from: Instant, ms: number) => Instant
  readonly dayOf: (at: Instant) => Day
}

/** How time passes on a clock. */
interface ClockLine extends TimeLine {
  /** Where its calendar ends. */
  readonly to: Instant
}

/** The lines of tables as their days are projected: nearly all that is asked for. */
const projected = /* @__PURE__ */ new WeakMap<SessionTable, ClockLine>()

function projectedLine(table: SessionTable): ClockLine {
  const known = projected.get(table)
  if (known !== undefined) return known
  const line: ClockLine = {
    between: (a, b) => workingTimeBetween(table, a, b),
    add: (from, ms) => addWorkingTime(table, from, Math.ceil(ms)),
    dayOf: (at) => localDay(table.zone, at),
    to: table.to,
  }
  projected.set(table, line)
  return line
}

/** How working time passes, by a reading of the days that are not settled. */
export function timeLine(table: SessionTable, reading: Reading): ClockLine {
  if (reading === asProjected) return projectedLine(table)
  const { to } = table
  const dayOf = (at: Instant) => localDay(table.zone, at)
  const range = hoursRange(table.hours, table.days.publishedTo)
  const between = boundOf(table, reading, range)
  // Time used up at midnight is used up on the next day.
  const back = reading.side < 0 && range.isToMidnight ? 0 : 1
  return { between, add: (from, ms) => (endOfDay(table, dayReaching(table, from, Math.ceil(ms), between)) - back) as Instant, dayOf, to }
}

/**
 * The most working time that can pass between two instants, or the least: that of the projected days, and the longest day for
 * every day more. Where days are not equally long, a day may also stand in for one of another length.
 */
function boundOf(table: SessionTable, reading: Reading, { shortest, longest, isToMidnight }: HoursRange): TimeLine['between'] {
  const { days, zone } = table
  const change = (first: number, last: number) =>
    first > last ? 0 : reading.count(days, (first - 1) as Day, last as Day) - countWorkingDays(days, first as Day, last as Day, '[]')
  return (a, b) => {
    // The hours of a night belong to the day before; the end of a span is no part of it.
    const start = localDay(zone, a)
    const first = Math.max(days.first, start - (isToMidnight ? 1 : 0))
    const last = Math.max(first, localDay(zone, (b - 1) as Instant))
    // Of the days at either end, any part may lie within the span.
    const changes = spanOf(first, start + 1).flatMap((from) => [last - 1, last].map((to) => change(from, to)))
    const extreme = reading.side > 0 ? Math.max(...changes) : Math.min(...changes)
    const exchanged = reading.side * reading.unsettled((first - 1) as Day, last as Day) * (longest - shortest)
    return Math.max(0, workingTimeBetween(table, a, b) + extreme * longest + exchanged)
  }
}

/** A line of time, of which so many units pass at once. */
interface Weighted {
  readonly line: ClockLine
  readonly weight: number
}

/** How time passes on several lines at once. */
export function jointLine(parts: readonly Weighted[]): TimeLine {
  const [{ line, weight }, ...others] = parts as readonly [Weighted, ...Weighted[]]
  if (others.length === 0 && weight === 1) return line
  const addAlone = (part: Weighted, from: Instant, ms: number) => part.line.add(from, ms / part.weight)
  const { dayOf } = line
  if (others.length === 0) {
    const add = (from: Instant, ms: number) => addAlone({ line, weight }, from, ms)
    return { between: (a, b) => weight * line.between(a, b), add, dayOf }
  }
  const between = (a: Instant, b: Instant) => parts.reduce((sum, part) => sum + part.weight * part.line.between(a, b), 0)
  const to = Math.min(...parts.map((part) => part.line.to)) as Instant
  // By the end of the shortest calendar all of them may have passed so much; if not, it is asked for more than it knows.
  const latest = (from: Instant, ms: number) => (between(from, to) >= ms ? to : Math.min(...parts.map((part) => addAlone(part, from, ms))))
  return { between, add: (from, ms) => firstReaching(from, latest(from, ms), (at) => between(from, at) >= ms), dayOf }
}

/** The first instant of a span at which something holds, which it does at its end. */
function firstReaching(from: Instant, to: number, holds: (at: Instant) => boolean): Instant {
  if (holds(from)) return from
  let [low, high] = [from as number, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle as Instant)) high = middle
    else low = middle
  }
  return high as Instant
}

function spanOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** The first day by whose end an amount has passed. */
function dayReaching(table: SessionTable, from: Instant, ms: number, between: TimeLine['between']): Day {
  // The end of the last day lies in a day that is not known.
  const endOf = (day: number) => (day < table.days.last ? endOfDay(table, day as Day) : ((endOfDay(table, day as Day) - 1) as Instant))
  const hasPassed = (day: number) => between(from, endOf(day)) >= ms
  let low = localDay(table.zone, from) - 1
  let high: number = table.days.last
  if (!hasPassed(high)) return outsideCoverage(table.days, `${formatDay((low + 1) as Day)} + { workingMinutes: ${ms / 60_000} }`, 'after')
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (hasPassed(middle)) high = middle
    else low = middle
  }
  return high as Day
}
