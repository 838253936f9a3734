import { type DayTable, outsideCoverage, outsideDay } from '../calendar/table.js'
import type { Day } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import { MAX_INSTANT, MIN_INSTANT, MS_PER_DAY } from '../time/numbers.js'
import { type Instant, instantOf, localDay, type Zone } from '../time/zone.js'
import { cutSessions, kindsOf, type Opening, plainClosing, timesOf } from './buckets.js'
import { compileElapsed, type ElapsedTable, elapsedOn, spanOf, timeOf } from './elapsed.js'
import type { HoursPlan } from './hours.js'

/** The sessions of a clock, compiled, so that adding and counting are look-ups. */
export interface SessionTable extends Opening, ElapsedTable {
  readonly days: DayTable
  readonly zone: Zone
  readonly hours: HoursPlan
  /** The instants between which every local day is one of the calendar's: `[from, to)`. */
  readonly from: Instant
  readonly to: Instant
}

/**
 * Compiles the sessions of a clock.
 *
 * Edges: ends of sessions are read as Temporal's "compatible" does. Sessions that a gap of summer time pushes into one
 * another are joined, and one that it swallows holds no time, so that no instant is counted twice.
 * Throws: what the hours of a date, a make-up day or a night may be wrong in.
 */
export function compileSessions(days: DayTable, zone: Zone, plan: HoursPlan): SessionTable {
  const opening = { days, zone, dayKinds: kindsOf(days, plan) }
  const [from, to] = [instantOf(zone, days.first, 0), instantOf(zone, (days.last + 1) as Day, 0)]
  return { ...opening, hours: plan, ...compileElapsed(cutSessions(opening)), from, to }
}

/** Throws `outside-coverage` unless the calendar knows the local day of an instant; gives that day. */
function coveredDay(table: SessionTable, instant: Instant): Day {
  const day = localDay(table.zone, instant)
  return day >= table.days.first && day <= table.days.last ? day : outsideDay(table.days, day)
}

/** Working milliseconds from the start of the calendar to an instant; the 24:00 of its last day is known for what lies before it. */
function elapsedAt(table: SessionTable, instant: Instant): number {
  if (instant === table.to) return table.work
  if (!(instant >= table.from && instant < table.to)) coveredDay(table, instant)
  return elapsedOn(table, instant)
}

/** Where an amount that ends exactly at a closing lands: there, or at the opening after it. */
export type Landing = 'end' | 'start'

/** Working milliseconds between two instants, negative when b lies before a. */
export function workingTimeBetween(table: SessionTable, a: Instant, b: Instant): number {
  return elapsedAt(table, b) - elapsedAt(table, a)
}

/**
 * The instant at which an amount of working time is used up: the earliest, or with landing `start` the latest.
 * A negative amount gives the latest start that still leaves the amount.
 */
export function addWorkingTime(table: SessionTable, from: Instant, ms: number, landing: Landing = 'end'): Instant {
  const elapsed = elapsedAt(table, from) + ms
  if (ms === 0 && landing === 'end') return from
  const isLatest = ms < 0 || landing === 'start'
  const found = isLatest ? startOf(table, elapsed) : endOf(table, elapsed)
  if (found !== undefined) return found
  const question = `${formatInstant(from, table.zone)} ${ms < 0 ? '-' : '+'} { workingMinutes: ${Math.abs(ms) / 60_000} }`
  return outsideCoverage(table.days, question, elapsed < 0 ? 'before' : 'after')
}

/** The instant from which on the working time after some is used: an opening rather than the closing before it. */
function startOf(table: SessionTable, elapsed: number): Instant | undefined {
  return elapsed >= 0 && elapsed < table.work ? timeOf(table, elapsed) : undefined
}

/** The instant at which so much working time has just been used: a closing rather than the opening after it. */
function endOf(table: SessionTable, elapsed: number): Instant | undefined {
  return elapsed > 0 && elapsed <= table.work ? ((timeOf(table, elapsed - 1) + 1) as Instant) : undefined
}

/** The instant at which an amount after some working time is used up, where nobody has looked at either: NaN for what is refused. */
export function usedUpOrMissing(table: SessionTable, elapsed: number, ms: number): number {
  // An amount is used up at the end of its last millisecond.
  const last = ms > 0 ? 1 : 0
  const index = elapsed + ms - last
  return index >= 0 && index < table.work && Number.isInteger(ms) ? timeOf(table, index) + last : 0 / 0
}

/** Working milliseconds before an instant, where nobody has looked at it: NaN unless it is whole and in the calendar, or the 24:00 of its last day. */
export function elapsedOrMissing(table: SessionTable, at: number): number {
  if (at >= table.from && at < table.to) return elapsedOn(table, at)
  if (at === table.to) return table.work
  return isNear(table, at) && isCovered(table, at) ? elapsedOn(table, at) : 0 / 0
}

/** Whether an instant may lie on a day of the calendar; far from it there is no need to ask for the offset. */
function isNear({ from, to }: SessionTable, at: number): boolean {
  return at > Math.max(MIN_INSTANT - 1, from - 2 * MS_PER_DAY) && at < Math.min(MAX_INSTANT + 1, to + 2 * MS_PER_DAY)
}

function isCovered({ days, zone }: SessionTable, at: number): boolean {
  const day = localDay(zone, at as Instant)
  return day >= days.first && day <= days.last
}

/** A stretch of open time. */
export interface OpenSpan {
  readonly from: Instant
  readonly to: Instant
}

/** The sessions between two instants, the first and the last cut to them; one at a time, as they are asked for. */
export function sessionsBetween(table: SessionTable, from: Instant, to: Instant): Generator<OpenSpan, void> {
  coveredDay(table, from)
  if (to !== table.to) coveredDay(table, to)
  return spansBetween(table, from, to)
}

function* spansBetween(table: SessionTable, from: Instant, to: Instant): Generator<OpenSpan, void> {
  for (let elapsed = elapsedOn(table, from); elapsed < table.work; ) {
    const { open, close } = spanOf(table, elapsed)
    if (open >= to) return
    const start = Math.max(open, from)
    yield { from: start as Instant, to: Math.min(close, to) as Instant }
    elapsed += close - start
  }
}

export function isOpen(table: SessionTable, instant: Instant): boolean {
  coveredDay(table, instant)
  return startOf(table, elapsedOn(table, instant)) === instant
}

/** The instant itself when open, else the next opening. */
export function nextOpening(table: SessionTable, instant: Instant): Instant {
  coveredDay(table, instant)
  return startOf(table, elapsedOn(table, instant)) ?? outsideCoverage(table.days, `${formatInstant(instant, table.zone)} ->`, 'after')
}

/** The instant itself when a session holds it after its opening or ends at it, else the closing before. */
export function previousClosing(table: SessionTable, instant: Instant): Instant {
  return endOf(table, elapsedAt(table, instant)) ?? outsideCoverage(table.days, `<- ${formatInstant(instant, table.zone)}`, 'before')
}

/** The 24:00 of a day. */
export function endOfDay(table: SessionTable, day: Day): Instant {
  return instantOf(table.zone, (day + 1) as Day, 0)
}

/** The last closing of a day; its 24:00 when it has none. */
export function lastClosing(table: SessionTable, day: Day): Instant {
  const plain = plainClosing(table, day)
  if (plain !== undefined) return plain
  const last = timesOf(table, day).at(-1)
  // The session may be joined to the next one.
  return last === undefined ? endOfDay(table, day) : (spanOf(table, elapsedOn(table, last.close) - 1).close as Instant)
}
