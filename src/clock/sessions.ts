import { type DayTable, outsideCoverage, outsideDay } from '../calendar/table.js'
import { type Day, MS_PER_DAY } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import { type Instant, instantOf, localDay, type Zone } from '../time/zone.js'
import { type HoursPlan, sessionsByDay } from './hours.js'

/**
 * Every session of a clock as instants, with the working time before each; built once, so that adding and counting are
 * look-ups. Zones with summer time need nothing more, because the sessions are instants already.
 */
export interface SessionTable {
  readonly days: DayTable
  readonly zone: Zone
  readonly hours: HoursPlan
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Working milliseconds before each session, and the whole at the end. */
  readonly before: Float64Array
  /** The first session of each day of the calendar; one entry more than there are days. */
  readonly firstOfDay: Int32Array
  /** For each UTC day from `origin`: the first session that closes after its start. */
  readonly firstOfBucket: Int32Array
  readonly origin: Instant
  /** The instants between which every local day is one of the calendar's: `[from, to)`. */
  readonly from: Instant
  readonly to: Instant
  /** For each `stride` of working time: the last session that begins before its start; it makes the inverse a look-up too. */
  readonly lastBefore: Int32Array
  readonly stride: number
}

/**
 * Compiles the sessions of a clock.
 *
 * Edges: ends of sessions are read as Temporal's "compatible" does. Sessions that a gap of summer time pushes into one
 * another are joined, and one that it swallows holds no time, so that no instant is counted twice.
 * Throws: what the hours of a date, a make-up day or a night may be wrong in.
 */
export function compileSessions(days: DayTable, zone: Zone, plan: HoursPlan): SessionTable {
  const sessionsOn = sessionsByDay(days, plan)
  const opens: number[] = []
  const closes: number[] = []
  const firstOfDay = new Int32Array(days.last - days.first + 2)
  for (let day = days.first; day <= days.last; day++) {
    firstOfDay[day - days.first] = opens.length
    // A zone that crosses the date line leaves out a day, and with it the sessions of that day.
    if (instantOf(zone, (day + 1) as Day, 0) <= instantOf(zone, day, 0)) continue
    for (const { open, close } of sessionsOn(day)) push(opens, closes, instantOf(zone, day, open), instantOf(zone, day, close))
  }
  firstOfDay[days.last - days.first + 1] = opens.length
  const before = new Float64Array(opens.length + 1)
  opens.forEach((open, k) => {
    before[k + 1] = (before[k] as number) + (closes[k] as number) - open
  })
  const origin = ((days.first - 1) * MS_PER_DAY) as Instant
  const ends = Float64Array.from(closes)
  const firstOfBucket = bucketsOf(ends, origin, days.last - days.first + 4)
  const [from, to] = [instantOf(zone, days.first, 0), instantOf(zone, (days.last + 1) as Day, 0)]
  return {
    days,
    zone,
    hours: plan,
    opens: Float64Array.from(opens),
    closes: ends,
    before,
    firstOfDay,
    origin,
    firstOfBucket,
    from,
    to,
    ...inverseOf(before),
  }
}

/** As many strides as there are sessions, so that a stride holds one of them on average. */
function inverseOf(before: Float64Array): Pick<SessionTable, 'lastBefore' | 'stride'> {
  const count = before.length - 1
  const stride = Math.max(1, Math.ceil((before[count] as number) / Math.max(1, count)))
  const lastBefore = new Int32Array(count + 2)
  let k = 0
  for (let i = 0; i < lastBefore.length; i++) {
    while (k + 1 < count && (before[k + 1] as number) < i * stride) k++
    lastBefore[i] = k
  }
  return { lastBefore, stride }
}

function push(opens: number[], closes: number[], from: Instant, to: Instant): void {
  const last = opens.length - 1
  if (to <= from) return
  if (last < 0 || from >= (closes[last] as number)) {
    opens.push(from)
    closes.push(to)
    return
  }
  opens[last] = Math.min(opens[last] as number, from)
  closes[last] = Math.max(closes[last] as number, to)
}

function bucketsOf(closes: Float64Array, origin: Instant, length: number): Int32Array {
  const buckets = new Int32Array(length)
  let k = 0
  for (let i = 0; i < length; i++) {
    while (k < closes.length && (closes[k] as number) <= origin + i * MS_PER_DAY) k++
    buckets[i] = k
  }
  return buckets
}

/** Throws `outside-coverage` unless the calendar knows the local day of an instant; gives that day. */
export function coveredDay(table: SessionTable, instant: Instant): Day {
  const day = localDay(table.zone, instant)
  return day >= table.days.first && day <= table.days.last ? day : outsideDay(table.days, day)
}

/** The first session that closes after an instant; the number of sessions when none does. */
function sessionAt({ firstOfBucket, origin, closes }: SessionTable, instant: Instant): number {
  // Past the last session there is no closing, and nothing is at most the instant.
  let k = firstOfBucket[((instant - origin) / MS_PER_DAY) | 0] as number
  while ((closes[k] as number) <= instant) k++
  return k
}

/** Working milliseconds from the start of the calendar to an instant. */
function elapsedAt(table: SessionTable, instant: Instant): number {
  if (!(instant >= table.from && instant < table.to)) coveredDay(table, instant)
  const k = sessionAt(table, instant)
  const open = table.opens[k] as number
  const before = table.before[k] as number
  return instant > open ? before + instant - open : before
}

/** The last session with at most (or less than) the given working time before it. */
function sessionBefore(table: SessionTable, elapsed: number, isLatest: boolean): number {
  const i = (elapsed / table.stride) | 0
  let low = table.lastBefore[i] as number
  let high = table.lastBefore[i + 1] as number
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const before = table.before[middle] as number
    if (before < elapsed || (isLatest && before === elapsed)) low = middle
    else high = middle - 1
  }
  return low
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
  const total = table.before[table.opens.length] as number
  if (elapsed < 0 || elapsed > total || (isLatest && elapsed === total)) {
    const question = `${formatInstant(from, table.zone)} ${ms < 0 ? '-' : '+'} { workingMinutes: ${Math.abs(ms) / 60_000} }`
    return outsideCoverage(table.days, question, elapsed < 0 ? 'before' : 'after')
  }
  const k = sessionBefore(table, elapsed, isLatest)
  return ((table.opens[k] as number) + elapsed - (table.before[k] as number)) as Instant
}

/** A stretch of open time. */
export interface OpenSpan {
  readonly from: Instant
  readonly to: Instant
}

/** The sessions between two instants, the first and the last cut to them; one at a time, as they are asked for. */
export function* sessionsBetween(table: SessionTable, from: Instant, to: Instant): Generator<OpenSpan, void> {
  coveredDay(table, from)
  coveredDay(table, to)
  for (let k = sessionAt(table, from); k < table.opens.length && (table.opens[k] as number) < to; k++) {
    const open = Math.max(table.opens[k] as number, from) as Instant
    const close = Math.min(table.closes[k] as number, to) as Instant
    yield { from: open, to: close }
  }
}

export function isOpen(table: SessionTable, instant: Instant): boolean {
  coveredDay(table, instant)
  return (table.opens[sessionAt(table, instant)] ?? Number.POSITIVE_INFINITY) <= instant
}

/** The instant itself when open, else the next opening. */
export function nextOpening(table: SessionTable, instant: Instant): Instant {
  coveredDay(table, instant)
  const open = table.opens[sessionAt(table, instant)]
  return open === undefined ? outsideCoverage(table.days, `${formatInstant(instant, table.zone)} ->`, 'after') : (Math.max(open, instant) as Instant)
}

/** The instant itself when a session holds it after its opening or ends at it, else the closing before. */
export function previousClosing(table: SessionTable, instant: Instant): Instant {
  coveredDay(table, instant)
  const k = sessionAt(table, instant)
  if ((table.opens[k] ?? Number.POSITIVE_INFINITY) < instant) return instant
  const close = table.closes[k - 1]
  return close === undefined ? outsideCoverage(table.days, `<- ${formatInstant(instant, table.zone)}`, 'before') : (close as Instant)
}

/** The 24:00 of a day. */
export function endOfDay(table: SessionTable, day: Day): Instant {
  return instantOf(table.zone, (day + 1) as Day, 0)
}

/** The last closing of a day; its 24:00 when it has none. */
export function lastClosing(table: SessionTable, day: Day): Instant {
  const i = day - table.days.first
  const end = table.firstOfDay[i + 1] as number
  return end > (table.firstOfDay[i] as number) ? (table.closes[end - 1] as Instant) : endOfDay(table, day)
}
