import { fail, show } from '../errors.js'
import { type Day, dayAtStart, formatDay, MS_PER_DAY, twoDigits } from './day.js'
import { type Instant, instantOf, MAX_INSTANT, MIN_INSTANT, type Zone } from './zone.js'

/** An instant in any accepted form: ISO 8601 text, a `Date`, or epoch milliseconds. Text without an offset is read in the clock's zone. */
export type InstantInput = string | Date | number

/** A moment as recorded: an instant, or a date whose time of day is not known. */
export type Moment = { readonly day: Day; readonly instant: Instant; readonly isDateOnly: boolean }

const DATE_SHAPE = /^\d{4}-\d\d-\d\d$/

/**
 * Reads an instant. Between date and time a space may stand for the T, as databases write it.
 *
 * Units: fractions of a second finer than a millisecond are cut off.
 * Throws: `instant-invalid`; `time-missing` for a date without a time; `date-invalid` for one that does not exist.
 */
export function parseInstant(value: unknown, zone: Zone, path = ''): Instant {
  const instant = tryInstant(value, zone)
  if (instant !== undefined) return instant
  if (isDateText(value)) return fail('time-missing', { found: value, why: 'instant' }, { path })
  if (typeof value === 'string' && DATE_SHAPE.test(value)) return fail('date-invalid', { found: value }, { path })
  return fail('instant-invalid', { found: show(value) }, { path })
}

export function isDateText(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && dayAtStart(value) !== undefined
}

function tryInstant(value: unknown, zone: Zone): Instant | undefined {
  if (typeof value === 'string') return instantOfText(value, zone)
  const time = value instanceof Date ? value.getTime() : value
  const isInstant = typeof time === 'number' && Number.isInteger(time) && time >= MIN_INSTANT && time <= MAX_INSTANT
  return isInstant ? (time as Instant) : undefined
}

/** Reads the fields where they stand: a window reads more instants than anything else, and a pattern takes several times as long. */
function instantOfText(text: string, zone: Zone): Instant | undefined {
  const day = dayAtStart(text)
  const isTimed = (text[10] === 'T' || text[10] === ' ') && text[13] === ':'
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (day === undefined || !isTimed || !(hour <= 23 && minute <= 59)) return undefined
  const end = text[16] === ':' ? endOfSeconds(text, 19) : 16
  const ms = millisecondsIn(text, end)
  if (!(ms < 60_000)) return undefined
  const msOfDay = hour * 3_600_000 + minute * 60_000 + ms
  if (end === text.length) return instantOf(zone, day, msOfDay)
  const ahead = offsetAt(text, end)
  return ahead === undefined ? undefined : ((day * MS_PER_DAY + msOfDay - ahead) as Instant)
}

/** Where seconds end that may have a fraction. */
function endOfSeconds(text: string, whole: number): number {
  if (text[whole] !== '.') return whole
  let end = whole + 1
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The seconds `:SS` and their fraction of one to nine digits in milliseconds; 0 without them, NaN where they are written wrong. */
function millisecondsIn(text: string, end: number): number {
  if (end === 16) return 0
  const seconds = twoDigits(text, 17)
  const length = end - 20
  if (end === 19) return seconds * 1_000
  if (length < 1 || length > 9) return Number.NaN
  // Finer than a millisecond is cut off; what is left are digits.
  return seconds * 1_000 + Number(text.slice(20, Math.min(end, 23)).padEnd(3, '0'))
}

/** The `Z`, `+HH:MM` or `+HH:MM:SS` that ends a text, in milliseconds ahead of UTC. */
function offsetAt(text: string, at: number): number | undefined {
  const sign = text[at]
  if (sign === 'Z') return text.length === at + 1 ? 0 : undefined
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  const seconds = text.length === at + 6 ? 0 : secondsOfOffset(text, at + 6)
  const isOffset = (sign === '+' || sign === '-') && text[at + 3] === ':' && hours <= 23 && minutes <= 59 && seconds <= 59
  return isOffset ? ((hours * 60 + minutes) * 60 + seconds) * 1_000 * (sign === '-' ? -1 : 1) : undefined
}

/** The `:SS` that ends an offset of local mean time; NaN where something else does. */
function secondsOfOffset(text: string, at: number): number {
  return text[at] === ':' && text.length === at + 3 ? twoDigits(text, at + 1) : Number.NaN
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/**
 * ISO 8601 with the offset of the zone; milliseconds only where there are any, and so with the seconds of the offset, which local mean
 * time has: rounded to the minute, as others write them, the text would be that of another instant.
 */
export function formatInstant(instant: Instant, zone: Zone): string {
  const offset = zone.offsetAt(instant)
  const local = instant + offset
  const day = Math.floor(local / MS_PER_DAY) as Day
  const ms = local - day * MS_PER_DAY
  const seconds = Math.floor(ms / 1_000)
  const fraction = ms % 1_000 === 0 ? '' : `.${pad(ms % 1_000, 3)}`
  const time = `${pad(Math.floor(seconds / 3_600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`
  return `${formatDay(day)}T${time}${fraction}${formatOffset(offset)}`
}

function formatOffset(offset: number): string {
  const seconds = Math.abs(offset) / 1_000
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60 === 0 ? '' : `:${pad(seconds % 60, 2)}`
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}${rest}`
}
