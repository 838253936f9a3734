import { fail, show } from '../errors.js'
import { CALENDAR_INVALID, OUTSIDE_COVERAGE, UNPUBLISHED } from '../messages/calendar.js'
import { UNKNOWN_ROLL } from '../messages/choices.js'
import type { Roll } from '../time/convention.js'
import { civilOf, type Day, formatDay, showDay, type Weekday, weekdayOf } from '../time/day.js'
import { type Awaited, yearsMissing } from './awaited.js'
import type { Mark } from './notice.js'

/** Working days by number: look-ups whose cost does not grow with the amount. */
export interface Ranks {
  /** `rank[i]`: working days before the i-th day of the table; one entry more than there are days. */
  readonly rank: Int32Array
  /** `select[k]`: the k-th working day of the table, from 0. */
  readonly select: Int32Array
}

/** Days from one to another, both included; none where the second lies before the first. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** What is said of single days. */
interface Said {
  readonly marks: ReadonlyMap<Day, Mark>
  /** Days after `publishedTo` that are settled one by one: by a layer, or by a notice that is not of the next year. */
  readonly settled: ReadonlySet<Day>
}

/** The days of a calendar, compiled. */
export interface DayTable extends Ranks {
  /** For each day 1 where it is worked. */
  readonly isWorked: Uint8Array
  readonly id: string
  readonly first: Day
  readonly last: Day
  /** The last day that notices have settled; what lies after it is projected. */
  readonly publishedTo: Day
  /** The last day of the projection; beyond `last` where projected days are refused. */
  readonly horizon: Day
  readonly awaits: readonly Awaited[]
  readonly weekend: ReadonlySet<Weekday>
  readonly said: () => Said
}

/** Which ends of a span of days belong to it. */
export type Bounds = '(]' | '[)' | '()' | '[]'

/** What a table is compiled from. */
export interface TableSource extends Omit<DayTable, keyof Ranks | 'isWorked'> {
  /** The days that are worked or off against their weekday, where they are known without all that is said. */
  readonly exceptions?: () => readonly Day[]
}

/**
 * Compiles a calendar.
 *
 * Throws: `calendar-invalid` when it has no day, or no working day.
 */
export function compileDays(source: TableSource): DayTable {
  const { exceptions, ...parts } = source
  const { id, first, last } = parts
  const length = last - first + 1
  if (!(length > 0)) return fail(CALENDAR_INVALID, { calendar: id, problem: 'no-coverage' })
  const isWorked = workedDays(source)
  const rank = new Int32Array(length + 1)
  const select = new Int32Array(length)
  let working = 0
  for (let i = 0; i < length; i++) {
    // What stands at the place of the next working day is written over until it is one.
    select[working] = first + i
    working += isWorked[i] as number
    rank[i + 1] = working
  }
  if (working === 0) return fail(CALENDAR_INVALID, { calendar: id, problem: 'no-working-day' })
  return { ...parts, isWorked, rank, select: select.slice(0, working) }
}

/** For each day 1 where it is worked: as its weekday, but for the exceptions. */
function workedDays({ first, last, weekend, said, exceptions }: TableSource): Uint8Array {
  const isWorked = new Uint8Array(last - first + 1)
  for (let i = 0; i < 7; i++) isWorked[i] = weekend.has(weekdayOf((first + i) as Day)) ? 0 : 1
  for (let known = 7; known < isWorked.length; known *= 2) isWorked.copyWithin(known, 0, known)
  // Days outside the calendar fall on no place of the array, and are not kept.
  if (exceptions)
    exceptions().forEach((day) => {
      isWorked[day - first] = 1 - (isWorked[day - first] as number)
    })
  else
    said().marks.forEach(({ isOff }, day) => {
      isWorked[day - first] = isOff ? 0 : 1
    })
  return isWorked
}

/** Working days before the day that lies `offset` after the given one. */
function rankAt(table: DayTable, day: Day, offset: 0 | 1): number {
  if (!(day >= table.first && day <= table.last)) return outsideDay(table, day)
  return table.rank[day - table.first + offset] as number
}

/** Throws the error of a day that the calendar does not know. */
export function outsideDay(table: DayTable, day: Day): never {
  return outsideCoverage(table, showDay(day), day < table.first ? 'before' : day > table.horizon ? 'horizon' : 'after', day)
}

/** Where a question leaves a calendar: before its first day, after its last, even after its horizon, or by its bounds alone. */
type Side = 'before' | 'after' | 'horizon' | 'bounds'

/** Throws the error of a question that leaves the calendar; the first day that it would have to know tells which notice is awaited. */
export function outsideCoverage(table: DayTable, found: string, side: Side, day = (table.last + 1) as Day): never {
  const { id, first, last, horizon, publishedTo } = table
  if ((side === 'after' || side === 'bounds') && last < horizon) {
    const awaits = awaitedIn(table, [{ from: day, to: day }])
    return fail(UNPUBLISHED, { calendar: id, publishedTo: formatDay(publishedTo), found, awaits })
  }
  const facts = { calendar: id, from: formatDay(first), to: formatDay(horizon), found }
  return fail(OUTSIDE_COVERAGE, { ...facts, side: side === 'horizon' ? 'after' : side })
}

/** Ids of the notices that will settle the days of some spans, in order: those that are missing for a day that nothing else has settled. */
export function awaitedIn({ awaits, said }: Pick<DayTable, 'awaits' | 'said'>, spans: readonly DaySpan[]): readonly string[] {
  const isOpen = (day: Day) => !said().settled.has(day)
  const ids = spans.flatMap(({ from, to }) =>
    awaits.flatMap((awaited) => yearsMissing(awaited, from, to, isOpen).map((year) => awaited.notice.replace('{year}', String(year)))),
  )
  return [...new Set(ids)].sort()
}

/** Throws `outside-coverage` unless the calendar knows the day. */
export function assertCovered(table: DayTable, day: Day): void {
  rankAt(table, day, 0)
}

/** Throws `outside-coverage` for a day before the calendar or after its horizon, of which nothing else is asked. */
export function assertInReach(table: DayTable, day: Day): void {
  if (!(day >= table.first && day <= table.horizon)) outsideDay(table, day)
}

/** Working days in `(after, to]`, where `after` is no later than `to`, and may be the day before the first. */
export function countAfter(table: DayTable, after: Day, to: Day): number {
  const until = rankAt(table, to, 1)
  return after < table.first ? until : until - rankAt(table, after, 1)
}

/** The n-th working day strictly after a day, which may be the day before the first. */
export function nthAfter(table: DayTable, after: Day, n: number): Day {
  if (after >= table.first || n < 1) return addWorkingDays(table, after, n)
  return (table.select[n - 1] as Day | undefined) ?? outsideCoverage(table, `${formatDay(table.first)} + { workingDays: ${n} }`, 'after')
}

export function isWorkingDay(table: DayTable, day: Day): boolean {
  return rankAt(table, day, 1) > rankAt(table, day, 0)
}

/** The n-th working day strictly after a day, or before it for a negative n; the day itself for 0. */
export function addWorkingDays(table: DayTable, day: Day, n: number): Day {
  const target = n > 0 ? rankAt(table, day, 1) + n - 1 : rankAt(table, day, 0) + n
  if (n === 0) return day
  const found = table.select[target]
  if (found !== undefined) return found as Day
  return outsideCoverage(table, `${formatDay(day)} ${n > 0 ? '+' : '-'} { workingDays: ${Math.abs(n)} }`, n > 0 ? 'after' : 'before')
}

/**
 * Working days between two days, negative when b lies before a.
 *
 * Edges: each bracket stays with its own end point, so with b before a `(a, b]` holds b and not a.
 */
export function countWorkingDays(table: DayTable, a: Day, b: Day, bounds: Bounds): number {
  const holdsA = bounds[0] === '['
  const holdsB = bounds[1] === ']'
  if (b >= a) {
    const count = rankAt(table, b, holdsB ? 1 : 0) - rankAt(table, a, holdsA ? 0 : 1)
    // An open span from a working day to itself holds nothing, not minus one day.
    return a === b && count < 0 ? 0 : count
  }
  return rankAt(table, b, holdsB ? 0 : 1) - rankAt(table, a, holdsA ? 1 : 0)
}

function following(table: DayTable, day: Day): Day {
  return isWorkingDay(table, day) ? day : addWorkingDays(table, day, 1)
}

function preceding(table: DayTable, day: Day): Day {
  return isWorkingDay(table, day) ? day : addWorkingDays(table, day, -1)
}

function isSameMonth(a: Day, b: Day): boolean {
  const [{ year, month }, other] = [civilOf(a), civilOf(b)]
  return year === other.year && month === other.month
}

/** Whether some working day of the month of a day off may lie after it, `side` 1, or before it, -1; beyond the calendar none is known. */
function mayStayInMonth({ rank, select, first, last }: DayTable, day: Day, side: 1 | -1): boolean {
  const before = rank[day - first] as number
  const nearest = side > 0 ? (select[before] ?? last + 1) : (select[before - 1] ?? first - 1)
  return isSameMonth(nearest as Day, day)
}

const ROLLS: Readonly<Record<Roll, (table: DayTable, day: Day) => Day>> = {
  following,
  preceding,
  'modified-following': (table, day) => (isWorkingDay(table, day) || mayStayInMonth(table, day, 1) ? following : preceding)(table, day),
  'modified-preceding': (table, day) => (isWorkingDay(table, day) || mayStayInMonth(table, day, -1) ? preceding : following)(table, day),
  nearest: (table, day) => {
    const next = following(table, day)
    const previous = preceding(table, day)
    return next - day <= day - previous ? next : previous
  },
  none: (table, day) => {
    assertCovered(table, day)
    return day
  },
}

/** Moves a day off to a working day; a working day stays. */
export function rollDay(table: DayTable, day: Day, roll: Roll): Day {
  if (typeof roll !== 'string' || !Object.hasOwn(ROLLS, roll)) return fail(UNKNOWN_ROLL, { found: show(roll), allowed: Object.keys(ROLLS) })
  return ROLLS[roll](table, day)
}
