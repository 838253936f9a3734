import { assertCalendar } from '../calendar/assert-calendar.js'
import type { Calendar } from '../calendar/calendar.js'
import { type Certainty, isProjected } from '../calendar/forecast.js'
import { awaitedIn, countWorkingDays } from '../calendar/table.js'
import { UNKNOWN_CLOCK_SOURCE } from '../messages/choices.js'
import { type Convention, type ConventionName, conventionFrom, conventionOf } from '../time/convention.js'
import { formatInstant, type InstantInput, type Moment, parseInstant } from '../time/instant.js'
import { amountOf, type Limit } from '../time/limit.js'
import { once } from '../time/once.js'
import { assertKnown, assertOptions } from '../time/record.js'
import { type Instant, type Zone, zoneOf } from '../time/zone.js'
import { added } from './add.js'
import type { Counting } from './count.js'
import { type Deadline, deadline } from './deadline.js'
import { type Hours, parseHours } from './hours.js'
import { latestStart } from './latest.js'
import { assertNamed, formatMoment, momentOf } from './moment.js'
import { type NumericTime, numericTime, type TimeColumns, timeColumns } from './numeric.js'
import { daysFor, ownHours } from './own-hours.js'
import {
  compileSessions,
  isOpen,
  type Landing,
  nextOpening,
  type OpenSpan,
  previousClosing,
  type SessionTable,
  sessionsBetween,
  workingTimeBetween,
} from './sessions.js'

/** What a clock is made from. `convention` is used where no policy is at hand. */
export interface ClockSource {
  readonly calendar: Calendar
  readonly hours: Hours
  readonly timeZone: string
  readonly convention?: ConventionName | Convention | undefined
}

/** A stretch of open time `[opensAt, closesAt)`. */
export interface OpenSession {
  readonly opensAt: string
  readonly closesAt: string
}

/** What lies between two instants, in each kind of unit. */
export interface Between {
  readonly workingDays: number
  readonly workingMinutes: number
  readonly calendarDays: number
  /** `projected` where working days or minutes rest on days that no notice has settled. */
  readonly certainty: Certainty
  /** Ids of the notices awaited, only where it is projected. */
  readonly awaits?: readonly string[]
}

/**
 * When working time runs: a calendar, opening hours and a time zone. Instants in are ISO 8601 text, `Date` or epoch
 * milliseconds, text without an offset being in the clock's zone; instants out are ISO 8601 in the clock's zone, the offset with
 * seconds where the zone has them, as before 1901 in China.
 *
 * Throws, from every method: `instant-invalid`, `date-invalid`, `time-missing`, `outside-coverage`, `unpublished`; at the first question also the
 * codes of a calendar or of hours that contradict themselves (`notice-contradiction`, `calendar-invalid`, `hours-on-day-off`, `hours-incomplete`).
 */
export interface Clock {
  readonly calendar: Calendar
  readonly hours: Hours
  readonly timeZone: string
  readonly convention: ConventionName | Convention | undefined
  /** The compiled sessions. Its layout is no part of the public interface, and it is left out of JSON. */
  readonly table: SessionTable
  /** Working time in plain numbers, one at a time. */
  readonly numeric: NumericTime
  /** Working time in plain numbers, by whole columns. */
  readonly columns: TimeColumns
  /**
   * Adds an amount, of either sign, and counts nothing but that amount: no day off is rolled, no start is moved.
   *
   * Units: units of time give an instant, units of days, months and years a date.
   * Edges: working time lands at the earliest instant at which it is used up, or with `landing: 'start'` at the
   * opening after; a negative amount gives the latest start that still leaves it. Calendar days, months, years and round-the-clock time
   * ask nothing of the calendar, and are added outside it too.
   * Throws: `amount-invalid`, `unit-unknown`, `unit-ambiguous`, `limit-invalid`; `choice-unknown` for another landing.
   *
   * @example
   * clock.add('2019-05-06T10:00', { workingHours: 8 }) //=> '2019-05-07T11:30:00+08:00'
   */
  add(start: InstantInput, amount: Limit, options?: { readonly landing?: Landing }): string
  /**
   * Working days in `(a, b]`, working minutes and calendar days between two instants or dates; negative when b lies before a.
   *
   * Units: minutes are exact to the millisecond, in fractions. A date without a time is its midnight.
   *
   * @example
   * clock.between('2019-05-06T09:00', '2019-05-06T17:00').workingMinutes //=> 390
   */
  between(a: InstantInput, b: InstantInput): Between
  /**
   * Counts forward from a start and gives the last permitted day and instant, and what they rest on.
   *
   * Units: the limit's own; the start day is not counted unless the convention says so.
   * Edges: amount 0 is due the same day; a start outside opening hours moves to the next opening for working units. Working
   * units rest on every day up to the due date, the others only on the days that the roll looked at, and on the due
   * date where its closing is the end; what no notice has settled is projected, with bounds and the notices awaited.
   * Throws: `convention-missing` when neither the clock nor the call has one; `time-missing` for a date where the limit counts time; for the limit
   * `limit-invalid`, `unit-unknown`, `unit-ambiguous`, `amount-invalid`; `choice-unknown` for another convention or option; `value-invalid`.
   * Source: Civil Code art. 201-203 for the convention `cn-civil-code`.
   *
   * @example
   * clock.deadline('2019-08-31', { months: 6 }).dueDate //=> '2020-03-02'
   */
  deadline(start: InstantInput, limit: Limit, options?: { readonly convention?: ConventionName | Convention }): Deadline
  /**
   * Counts back from a due date or instant and gives the latest start whose deadline does not pass it.
   *
   * Units: an instant for units of time, a date for the others, on which any time within opening hours will do.
   * Edges: a text cannot say that it rests on days that no notice has settled; the `deadline` from it does.
   * Throws: as `deadline`; `outside-coverage` when no start in the calendar is early enough.
   * Source: as `deadline`.
   *
   * @example
   * clock.latestStart('2019-05-05', { workingDays: 4 }) //=> '2019-04-26'
   */
  latestStart(due: InstantInput, limit: Limit, options?: { readonly convention?: ConventionName | Convention }): string
  /**
   * Whether an instant lies in a session `[open, close)`.
   *
   * @example
   * clock.isOpen('2019-05-05T09:00') //=> true
   */
  isOpen(at: InstantInput): boolean
  /**
   * The instant itself when open, else the next opening.
   *
   * @example
   * clock.nextOpening('2019-05-01T10:00') //=> '2019-05-05T09:00:00+08:00'
   */
  nextOpening(at: InstantInput): string
  /**
   * The instant itself when in `(open, close]` of a session, else the last closing before it.
   *
   * @example
   * clock.previousClosing('2019-05-01T10:00') //=> '2019-04-30T17:00:00+08:00'
   */
  previousClosing(at: InstantInput): string
  /**
   * The sessions between two instants, in order and one at a time, the first and the last cut to them. Their lengths add
   * up to the working time between the two: the proof of every answer. Both instants are checked at once.
   *
   * @example
   * Array.from(clock.sessions('2019-05-06T10:00', '2019-05-06T14:00')).map(({ closesAt }) => closesAt) //=> ['2019-05-06T12:00:00+08:00', '2019-05-06T14:00:00+08:00']
   */
  sessions(from: InstantInput, to: InstantInput): IterableIterator<OpenSession>
}

/**
 * Makes a clock. It compiles its sessions at the first question, not before.
 *
 * Edges: hours and convention are copied and frozen; later changes of them change nothing. A clock may stand as source, so that
 * `{ ...clock, calendar }` is the same clock on another calendar, where its hours for a date that is off lie idle.
 * Throws: `sessions-invalid`, `sessions-overlap`, `seasons-overlap`, `date-invalid`, `zone-unknown`, `choice-unknown`, `value-invalid`.
 *
 * @example
 * createClock({ calendar: cn, hours: { workday: ['09:00-12:00', '13:30-17:00'] }, timeZone: 'Asia/Shanghai' }).isOpen('2019-05-06T12:30') //=> false
 */
export function createClock(source: ClockSource): Clock {
  assertCalendar(source?.calendar, 'calendar')
  assertParts(source)
  const { calendar, timeZone } = source
  const daily = parseHours(source.hours)
  const hours = ownHours(source.hours, calendar)
  const zone = zoneOf(timeZone, 'timeZone')
  const convention = source.convention === undefined ? undefined : conventionFrom(source.convention)
  const table = once(() => compileSessions(daysFor(hours, calendar, daily), zone, daily))
  const text = (instant: Instant) => formatInstant(instant, zone)
  const read = (at: InstantInput) => parseInstant(at, zone)
  const readMoment = (at: InstantInput) => momentOf(table(), at)
  const clock: Omit<Clock, 'table' | 'numeric' | 'columns'> = {
    calendar,
    hours,
    timeZone,
    convention,
    add: (start, amount, options) => {
      assertOptions(options, ['landing'])
      return added(table(), start, amountOf(amount, 'signed'), options?.landing)
    },
    between: (a, b) => between(table(), readMoment(a), readMoment(b)),
    deadline: (at, limit, options) => {
      const [start, counting] = [readMoment(at), countingOf(limit, options, convention)]
      assertNamed(table(), start, counting.amount)
      return deadline({ table: table(), readings: calendar.plan.readings }, start, counting)
    },
    latestStart: (at, limit, options) => {
      const [due, counting] = [readMoment(at), countingOf(limit, options, convention)]
      assertNamed(table(), due, { ...counting.amount, amount: -counting.amount.amount })
      return formatMoment(table(), latestStart(table(), { due, ...counting }))
    },
    isOpen: (at) => isOpen(table(), read(at)),
    nextOpening: (at) => text(nextOpening(table(), read(at))),
    previousClosing: (at) => text(previousClosing(table(), read(at))),
    sessions: (from, to) => writtenSessions(zone, sessionsBetween(table(), read(from), read(to))),
  }
  const numeric = once(() => numericTime(table()))
  const columns = once(() => timeColumns(table(), convention))
  const tables = { table: { get: table }, numeric: { get: numeric }, columns: { get: columns } }
  return Object.freeze(Object.defineProperties(clock, tables)) as Clock
}

const PARTS: readonly string[] = ['calendar', 'hours', 'timeZone', 'convention']

/** What else a copy of a clock holds, from which another is made by `{ ...clock, calendar }`. */
const QUESTIONS: Readonly<Record<Exclude<keyof Clock, keyof ClockSource | 'table' | 'numeric' | 'columns'>, true>> = {
  add: true,
  between: true,
  deadline: true,
  latestStart: true,
  isOpen: true,
  nextOpening: true,
  previousClosing: true,
  sessions: true,
}

/** Throws `choice-unknown` for a part that nothing would look at, such as a misspelt one. */
function assertParts(source: ClockSource): void {
  const parts = Object.keys(source).filter((key) => !Object.hasOwn(QUESTIONS, key))
  assertKnown(parts, { unknown: UNKNOWN_CLOCK_SOURCE, allowed: PARTS, path: '' })
}

function countingOf(limit: Limit, options: Parameters<Clock['deadline']>[2], convention: Clock['convention']): Counting {
  assertOptions(options, ['convention'])
  const { convention: chosen = convention } = options ?? {}
  return { amount: amountOf(limit), convention: conventionOf(chosen) }
}

function* writtenSessions(zone: Zone, spans: Iterable<OpenSpan>): Generator<OpenSession, void> {
  for (const { from, to } of spans) yield { opensAt: formatInstant(from, zone), closesAt: formatInstant(to, zone) }
}

function between(table: SessionTable, a: Moment, b: Moment): Between {
  const [from, to] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day]
  // Nothing lies between an instant and itself, whatever its day will be.
  const consulted = a.instant === b.instant ? [] : [{ from, to }]
  return {
    workingDays: countWorkingDays(table.days, a.day, b.day, '(]'),
    workingMinutes: workingTimeBetween(table, a.instant, b.instant) / 60_000,
    calendarDays: b.day - a.day,
    ...(isProjected(table.days, consulted) ? { certainty: 'projected', awaits: awaitedIn(table.days, consulted) } : { certainty: 'published' }),
  }
}
