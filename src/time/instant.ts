import { fail, show } from '../errors.js'
import { DATE_INVALID, INSTANT_INVALID, TIME_MISSING } from '../messages/time.js'
import { type Day, dayAtStart, formatDay, MS_PER_DAY, twoDigits } from './day.js'
import { type Instant, instantOf, MAX_INSTANT, MIN_INSTANT, type Zone } from './zone.js'

/** An instant in any accepted form: ISO 8601 text, a `Date`, or epoch milliseconds. Text without an offset is read in the clock's zone. */
export type InstantInput = string | Date | number

/** A moment as recorded: an instant, or a date whose time of day is not known. */
export interface Moment {
  readonly day: Day
  readonly instant: Instant
  readonly isDateOnly: boolean
  /** The text that it was read from, if any: most are written as they were read. */
  readonly text?: string | undefined
}

const ZERO = 48
const COLON = 58
const POINT = 46
const PLUS = 43
const MINUS = 45
const SPACE = 32
const T = 84
const Z = 90

const DATE_SHAPE = /^\d{4}-\d\d-\d\d$/

/**
 * Reads an instant. Between date and time a space may stand for the T, as databases write it.
 *
 * Units: fractions of a second finer than a millisecond are cut off.
 * Throws: `instant-invalid`; `time-missing` for a date without a time; `date-invalid` for one that does not exist.
 */
export function parseInstant(value: unknown, zone: Zone, path = ''): Instant {
  const instant = instantIn(value, zone)
  if (instant !== undefined) return instant
  if (isDateText(value)) return fail(TIME_MISSING, { found: value, why: 'instant' }, { path })
  if (typeof value === 'string' && DATE_SHAPE.test(value)) return fail(DATE_INVALID, { found: value }, { path })
  return fail(INSTANT_INVALID, { found: show(value) }, { path })
}

/** An instant in any accepted form; nothing for what is none. */
function instantIn(value: unknown, zone: Zone): Instant | undefined {
  if (typeof value === 'string') return instantOfText(value, zone)
  const time = (value instanceof Date ? value.getTime() : value) as Instant
  return Number.isInteger(time) && time >= MIN_INSTANT && time <= MAX_INSTANT ? time : undefined
}

export function isDateText(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && dayAtStart(value) !== undefined
}

/** Reads the fields where they stand: a window reads more instants than anything else, and a pattern takes several times as long. */
function instantOfText(text: string, zone: Zone): Instant | undefined {
  const day = dayAtStart(text)
  const mark = text.charCodeAt(10)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const hasSeconds = text.charCodeAt(16) === COLON
  const second = hasSeconds ? twoDigits(text, 17) : 0
  const isTimed = (mark === T || mark === SPACE) && text.charCodeAt(13) === COLON && hour <= 23 && minute <= 59 && second <= 59
  if (day === undefined || !isTimed) return undefined
  const hasFraction = hasSeconds && text.charCodeAt(19) === POINT
  const end = hasFraction ? endOfFraction(text) : hasSeconds ? 19 : 16
  const ms = hasFraction ? millisecondsIn(text, end) : 0
  if (ms >= 1_000) return undefined
  const msOfDay = ((hour * 60 + minute) * 60 + second) * 1_000 + ms
  if (end === text.length) return instantOf(zone, day, msOfDay)
  const instant = day * MS_PER_DAY + msOfDay - offsetAt(text, end)
  return Number.isNaN(instant) ? undefined : (instant as Instant)
}

/** Where the fraction of seconds ends. */
function endOfFraction(text: string): number {
  let end = 20
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A fraction of one to nine digits in milliseconds; what is finer is cut off. A whole second where there are more or none. */
function millisecondsIn(text: string, end: number): number {
  const length = end - 20
  return length < 1 || length > 9 ? 1_000 : Number(text.slice(20, Math.min(end, 23)).padEnd(3, '0'))
}

/** The `Z`, `+HH:MM` or `+HH:MM:SS` that ends a text, in milliseconds ahead of UTC; NaN where something else does. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === Z) return text.length === at + 1 ? 0 : Number.NaN
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  const seconds = text.length === at + 6 ? 0 : secondsOfOffset(text, at + 6)
  const isOffset = (sign === PLUS || sign === MINUS) && text.charCodeAt(at + 3) === COLON && hours <= 23 && minutes <= 59 && seconds <= 59
  if (!isOffset) return Number.NaN
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1_000
  return sign === MINUS ? -ms : ms
}

/** The `:SS` that ends an offset of local mean time; NaN where something else does. */
function secondsOfOffset(text: string, at: number): number {
  return text.charCodeAt(at) === COLON && text.length === at + 3 ? twoDigits(text, at + 1) : Number.NaN
}

/** Whether a text that an instant was read from is the one that `formatInstant` writes: to the second, with the offset of the zone. */
export function isAsWritten(text: string, instant: Instant, zone: Zone): boolean {
  return text.length === 25 && text.charCodeAt(10) === T && text.charCodeAt(16) === COLON && text.slice(19) === offsetText(zone.offsetAt(instant))
}

/**
 * ISO 8601 with the offset of the zone; milliseconds only where there are any, and so with the seconds of the offset, which local mean
 * time has: rounded to the minute, as others write them, the text would be that of another instant.
 */
export function formatInstant(instant: Instant, zone: Zone): string {
  const offset = zone.offsetAt(instant)
  const local = instant + offset
  const day = Math.floor(local / MS_PER_DAY) as Day
  const ms = (local - day * MS_PER_DAY) | 0
  const seconds = (ms / 1_000) | 0
  const fraction = ms - seconds * 1_000
  return `${formatDay(day)}${timeText(seconds)}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}${offsetText(offset)}`
}

/** `THH:MM:SS`. */
function timeText(seconds: number): string {
  const minutes = (seconds / 60) | 0
  const hour = (minutes / 60) | 0
  const minute = minutes - hour * 60
  const second = seconds - minutes * 60
  return String.fromCharCode(
    T,
    ZERO + ((hour / 10) | 0),
    ZERO + (hour % 10),
    COLON,
    ZERO + ((minute / 10) | 0),
    ZERO + (minute % 10),
    COLON,
    ZERO + ((second / 10) | 0),
    ZERO + (second % 10),
  )
}

const offsetTexts = new Map<number, string>()

/** `+HH:MM`, with `:SS` where there are any; a zone has few offsets, so each is written once. */
function offsetText(offset: number): string {
  const known = offsetTexts.get(offset)
  if (known !== undefined) return known
  const seconds = Math.abs(offset) / 1_000
  const minutes = Math.floor(seconds / 60)
  const pad = (n: number) => String(n).padStart(2, '0')
  const rest = seconds % 60 === 0 ? '' : `:${pad(seconds % 60)}`
  const text = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}${rest}`
  offsetTexts.set(offset, text)
  return text
}
