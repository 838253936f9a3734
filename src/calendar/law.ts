import { fail, show } from '../errors.js'
import { UNKNOWN_FESTIVAL, UNKNOWN_HOLIDAY, UNKNOWN_LAW, UNKNOWN_PROJECTION } from '../messages/choices.js'
import {
  NOT_DATES,
  NOT_FESTIVAL_OFFSET,
  NOT_FESTIVAL_YEAR,
  NOT_FESTIVALS,
  NOT_LAW,
  NOT_MONTH_DAY,
  NOT_PROJECTION,
  NOT_STATUTORY_HOLIDAY,
} from '../messages/values.js'
import { type Day, dayAtStart, dayOf, formatDay, parseDay, twoDigits, type Weekday, weekdayOf } from '../time/day.js'
import { assertKnown, recordFrom } from '../time/record.js'

/** A holiday of the law: on dates of every year, or on days counted from a festival that moves with moon or sun. */
export interface StatutoryHoliday {
  readonly occasion: string
  /** `MM-DD`, of days that every year has. */
  readonly dates?: readonly string[]
  /** A name among the festivals of the projection. */
  readonly festival?: string
  /** Days from the festival, at most 366; -1 is its eve. */
  readonly offsets?: readonly number[]
}

/** A law of public holidays: in force from the first day of a year, until a later one is. */
export interface HolidayLaw {
  readonly number: string
  readonly issued: string
  readonly from: number
  readonly holidays: readonly StatutoryHoliday[]
}

/**
 * How a calendar looks beyond its notices: the days off that the law itself fixes, to the end of the horizon.
 *
 * Shape: `awaits` is the id of the notice that will settle a year, with `{year}` in place of it; `laws` may stand in any order;
 * `festivals` gives the date of each movable festival in every year of the horizon.
 */
export interface Projection {
  readonly to: string
  readonly awaits: string
  readonly laws: readonly HolidayLaw[]
  readonly festivals: Readonly<Record<string, readonly string[]>>
}

/** A day off by law; `substitute` is a working day given for a holiday that falls on a day off anyway. */
export interface StatutoryDay {
  readonly day: Day
  readonly occasion: string
  readonly isSubstitute: boolean
  readonly law: string
}

/**
 * A copy of a projection of unknown shape, its laws in the order in which they hold: of two for one year that issued later is
 * the last.
 *
 * Throws: `value-invalid`, `date-invalid`, `choice-unknown`, with the path of the first fault.
 */
export function projectionFrom(projection: Projection, path: string): Projection {
  const { to, awaits, laws, festivals } = projection ?? {}
  const isProjection = typeof awaits === 'string' && Array.isArray(laws) && typeof festivals === 'object' && festivals !== null
  if (!isProjection) return fail(NOT_PROJECTION, { found: show(projection) }, { path })
  assertKnown(Object.keys(projection), { unknown: UNKNOWN_PROJECTION, allowed: ['to', 'awaits', 'laws', 'festivals'], path })
  parseDay(to, `${path}.to`)
  const dates = recordFrom(festivals, { fault: NOT_FESTIVALS, path: `${path}.festivals` }, datesFrom)
  const copies = Array.from(laws, (law, i) => lawFrom(law, Object.keys(dates), `${path}.laws[${i}]`))
  return { to, awaits, laws: copies.sort((a, b) => a.from - b.from || parseDay(a.issued) - parseDay(b.issued)), festivals: dates }
}

function datesFrom(dates: unknown, path: string): readonly string[] {
  if (!Array.isArray(dates)) return fail(NOT_DATES, { found: show(dates) }, { path })
  return Array.from(dates, (date, i) => formatDay(parseDay(date, `${path}[${i}]`)))
}

function lawFrom(law: HolidayLaw, festivals: readonly string[], path: string): HolidayLaw {
  const { number, issued, from, holidays } = law ?? {}
  const isLaw = typeof number === 'string' && Number.isInteger(from) && Array.isArray(holidays)
  if (!isLaw) return fail(NOT_LAW, { found: show(law) }, { path })
  assertKnown(Object.keys(law), { unknown: UNKNOWN_LAW, allowed: ['number', 'issued', 'from', 'holidays'], path })
  parseDay(issued, `${path}.issued`)
  return { number, issued, from, holidays: Array.from(holidays, (each, i) => holidayFrom(each, festivals, `${path}.holidays[${i}]`)) }
}

function holidayFrom(holiday: StatutoryHoliday, festivals: readonly string[], path: string): StatutoryHoliday {
  const { occasion, dates = [], festival, offsets = [0] } = holiday ?? {}
  const isHoliday = typeof occasion === 'string' && Array.isArray(dates) && Array.isArray(offsets)
  if (!isHoliday) return fail(NOT_STATUTORY_HOLIDAY, { found: show(holiday) }, { path })
  assertKnown(Object.keys(holiday), { unknown: UNKNOWN_HOLIDAY, allowed: ['occasion', 'dates', 'festival', 'offsets'], path })
  if (festival !== undefined && !festivals.includes(festival))
    fail(UNKNOWN_FESTIVAL, { found: show(festival), allowed: festivals }, { path: `${path}.festival` })
  return {
    occasion,
    dates: Array.from(dates, (date, i) => monthDayFrom(date, `${path}.dates[${i}]`)),
    ...(festival !== undefined && { festival }),
    offsets: Array.from(offsets, (offset, i) => offsetFrom(offset, `${path}.offsets[${i}]`)),
  }
}

function monthDayFrom(date: unknown, path: string): string {
  // 2001 is no leap year: a holiday of 29 February would be none in most years.
  const isMonthDay = typeof date === 'string' && date.length === 5 && dayAtStart(`2001-${date}`) !== undefined
  return isMonthDay ? date : fail(NOT_MONTH_DAY, { found: show(date) }, { path })
}

/** No holiday lies a year from its festival; a slip in the number would. */
const FARTHEST = 366

function offsetFrom(offset: unknown, path: string): number {
  const isOffset = typeof offset === 'number' && Number.isInteger(offset) && Math.abs(offset) <= FARTHEST
  return isOffset ? offset : fail(NOT_FESTIVAL_OFFSET, { found: show(offset) }, { path })
}

/** The dates of each festival by year. */
export type Festivals = ReadonlyMap<string, ReadonlyMap<number, Day>>

/** Reads the dates of the festivals. */
export function festivalsOf({ festivals }: Projection): Festivals {
  const byYear = (dates: readonly string[]) => new Map(dates.map((date) => [Number(date.slice(0, 4)), parseDay(date)]))
  return new Map(Object.entries(festivals).map(([name, dates]) => [name, byYear(dates)]))
}

/** Throws `value-invalid` where the law in force in a year has a holiday by a festival whose date in it is not given. */
export function assertFestivals(laws: readonly HolidayLaw[], festivals: Festivals, year: number): void {
  for (const { festival } of lawIn(laws, year)?.holidays ?? []) {
    if (festival === undefined || festivals.get(festival)?.has(year)) continue
    fail(NOT_FESTIVAL_YEAR, { found: `${year}: []` }, { path: `projection.festivals.${festival}` })
  }
}

function lawIn(laws: readonly HolidayLaw[], year: number): HolidayLaw | undefined {
  return laws.findLast(({ from }) => from <= year)
}

/** A substitute lies within days of its holiday; a weekend that left no day for it would be no calendar. */
const NEAR = 30

/**
 * The days off of a year by the law in force in it, in order; none where no law is known.
 *
 * Edges: a holiday on a day off, or on that of another holiday, gives the next working day in its place.
 * Source: 全国年节及纪念日放假办法, the article on holidays of all citizens that fall on Saturday or Sunday.
 */
export function statutoryDays(
  laws: readonly HolidayLaw[],
  festivals: Festivals,
  weekend: ReadonlySet<Weekday>,
  year: number,
): readonly StatutoryDay[] {
  const law = lawIn(laws, year)
  if (!law) return []
  const days: StatutoryDay[] = []
  const owed: StatutoryDay[] = []
  const taken = new Set<Day>()
  for (const holiday of law.holidays) {
    for (const day of datesIn(holiday, festivals, year)) {
      const statutory = { day, occasion: holiday.occasion, isSubstitute: false, law: law.number }
      if (taken.has(day) || weekend.has(weekdayOf(day))) owed.push(statutory)
      if (taken.has(day)) continue
      taken.add(day)
      days.push(statutory)
    }
  }
  for (const { day: holiday, occasion } of owed.sort(byDay)) {
    let day = holiday
    while ((taken.has(day) || weekend.has(weekdayOf(day))) && day < holiday + NEAR) day = (day + 1) as Day
    if (taken.has(day)) continue
    taken.add(day)
    days.push({ day, occasion, isSubstitute: true, law: law.number })
  }
  return days.sort(byDay)
}

function byDay(a: StatutoryDay, b: StatutoryDay): number {
  return a.day - b.day
}

function datesIn({ dates = [], festival, offsets = [0] }: StatutoryHoliday, festivals: Festivals, year: number): readonly Day[] {
  // Counted, not read from text: the year after the last one that has a name is asked about too.
  const days = dates.map((date) => dayOf(year, twoDigits(date, 0), twoDigits(date, 3)))
  const first = festival === undefined ? undefined : festivals.get(festival)?.get(year)
  if (first !== undefined) for (const offset of offsets) days.push((first + offset) as Day)
  return days
}
