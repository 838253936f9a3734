import { fail, show } from '../errors.js'
import { DATE_INVALID, ZONE_MISSING } from '../messages/time.js'
import { HYPHEN, ZERO } from './ascii.js'
import { FIRST_NAMED, LAST_NAMED, SIGN } from './numbers.js'
import { once } from './once.js'

/** A civil date as the number of days since 1970-01-01. */
export type Day = number & { readonly __unit: 'day' }

/** Monday 1 to Sunday 7, as ISO 8601 numbers them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Weekdays by name, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The name of a weekday. */
export type WeekdayName = (typeof WEEKDAYS)[number]

/** Days before each month of a year that begins in March, so that 29 February comes last. */
const DAYS_BEFORE_MONTH_FROM_MARCH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275] as const

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The day of a proleptic Gregorian date; the caller has checked that it exists. */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month < 3 ? year - 1 : year
  const century = (y / 100) | 0
  const leaps = (y >> 2) - century + (century >> 2)
  // 719 468 days lie between 0000-03-01 and 1970-01-01.
  return (y * 365 + leaps + (DAYS_BEFORE_MONTH_FROM_MARCH[month - 1] as number) + date - 1 - 719_468) as Day
}

/** Year, month (1 to 12) and date (1 to 31) of a day. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly date: number
}

/**
 * The civil date of a day, by way of 400-year cycles of 146 097 days that begin in March. Within a cycle all numbers are small and
 * none is negative, so that `| 0` cuts off what Math.floor would, in half the time.
 */
export function civilOf(day: Day): Civil {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = (z - era * 146_097) | 0
  const leaps = ((dayOfEra / 1_460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0)
  const yearOfEra = ((dayOfEra - leaps) / 365) | 0
  const dayOfYear = dayOfEra - (yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const shifted = ((5 * dayOfYear + 2) / 153) | 0
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const date = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1
  return { year: yearOfEra + era * 400 + (month < 3 ? 1 : 0), month, date }
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** Whether a day lies in the years that four digits can name. */
export function hasName(day: number): boolean {
  return day >= FIRST_NAMED && day <= LAST_NAMED
}

/** How many texts of days are kept. */
const KEPT = 2_048

/** Days that were written before and their texts, each at the low bits of its number: the cases of a year fall due on a few hundred days. */
const written = /* @__PURE__ */ once(() => {
  const days = new Int32Array(KEPT)
  // Until a day is written at a place, one stands there that belongs to another.
  days[0] = 1
  return { days, texts: new Array<string>(KEPT).fill('') }
})

/**
 * `YYYY-MM-DD`.
 *
 * Throws: `date-invalid` for a day that four digits of a year cannot name.
 */
export function formatDay(day: Day): string {
  const { days, texts } = written()
  const place = day & (KEPT - 1)
  return days[place] === day ? (texts[place] as string) : keepText(day)
}

function keepText(day: Day): string {
  const { days, texts } = written()
  const place = day & (KEPT - 1)
  if (!hasName(day)) return fail(DATE_INVALID, { found: showDay(day) })
  const text = writeDay(day)
  days[place] = day
  texts[place] = text
  return text
}

function writeDay(day: Day): string {
  const { year, month, date } = civilOf(day)
  const century = (year / 100) | 0
  const ofCentury = year % 100
  return String.fromCharCode(
    ZERO + ((century / 10) | 0),
    ZERO + (century % 10),
    ZERO + ((ofCentury / 10) | 0),
    ZERO + (ofCentury % 10),
    HYPHEN,
    ZERO + ((month / 10) | 0),
    ZERO + (month % 10),
    HYPHEN,
    ZERO + ((date / 10) | 0),
    ZERO + (date % 10),
  )
}

/** A day for a message, which must not fail over a day without a name. */
export function showDay(day: Day): string {
  return hasName(day) ? formatDay(day) : 'a date outside the years 1 to 9999'
}

/** Reads two decimal digits; a negative number where one of them is not a digit, so that some can be read before any is checked. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  // One of the four is negative, as all of them together then are, unless both are from 0 to 9.
  return (tens * 10 + ones) | ((tens | ones | (9 - tens) | (9 - ones)) & SIGN)
}

/** Reads the `YYYY-MM-DD` at the start of a text; undefined unless that date exists. */
export function dayAtStart(text: string): Day | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined
  const century = twoDigits(text, 0)
  const year = twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  return (century | year) < 0 ? undefined : dayIn(century * 100 + year, month, date)
}

/** The day of a date; undefined unless that exists. */
export function dayIn(year: number, month: number, date: number): Day | undefined {
  const isDate = year >= 1 && year <= 9_999 && month >= 1 && month <= 12 && date >= 1 && (date <= 28 || date <= monthLength(year, month))
  return isDate ? dayOf(year, month, date) : undefined
}

/**
 * Reads a date `YYYY-MM-DD`.
 *
 * Throws: `date-invalid` for anything that is not an existing date; `zone-missing` for an instant, whose date depends on a zone.
 */
export function parseDay(value: unknown, path = ''): Day {
  if (typeof value === 'string' && value.length === 10) {
    const day = dayAtStart(value)
    if (day !== undefined) return day
  }
  const isInstant = value instanceof Date || typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value))
  if (isInstant) return fail(ZONE_MISSING, { found: show(value) }, { path })
  return fail(DATE_INVALID, { found: show(value) }, { path })
}
