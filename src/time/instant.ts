import { fail, show } from '../errors.js'
import { DATE_INVALID, INSTANT_INVALID, TIME_MISSING } from '../messages/time.js'
import { COLON, HYPHEN, NINE, PLUS, POINT, SPACE, UPPER_T, UPPER_Z, ZERO } from './ascii.js'
import { type Day, dayAtStart, dayIn, formatDay, twoDigits } from './day.js'
import { MAX_INSTANT, MIN_INSTANT, MS_PER_DAY } from './numbers.js'
import { once } from './once.js'
import { type Instant, instantOf, type Zone } from './zone.js'

/** An instant in any accepted form: ISO 8601 text, a `Date`, or epoch milliseconds. Text without an offset is read in the clock's zone. */
export type InstantInput = string | Date | number

/** A moment as recorded: an instant, or a date whose time of day is not known. */
export interface Moment {
  readonly day: Day
  readonly instant: Instant
  readonly isDateOnly: boolean
}

const DATE_SHAPE = /^\d{4}-\d\d-\d\d$/

/**
 * Reads an instant. Between date and time a space may stand for the T, as databases write it.
 *
 * Units: fractions of a second finer than a millisecond are cut off.
 * Throws: `instant-invalid`; `time-missing` for a date without a time; `date-invalid` for one that does not exist.
 */
export function parseInstant(value: unknown, zone: Zone, path = ''): Instant {
  return instantIn(value, zone) ?? refuse(value, path)
}

function refuse(value: unknown, path: string): never {
  if (isDateText(value)) return fail(TIME_MISSING, { found: value, why: 'instant' }, { path })
  if (typeof value === 'string' && DATE_SHAPE.test(value)) return fail(DATE_INVALID, { found: value }, { path })
  return fail(INSTANT_INVALID, { found: show(value) }, { path })
}

/** An instant in any accepted form; nothing for what is none. A window reads more instants than anything else, and a pattern takes several times as long. */
function instantIn(value: unknown, zone: Zone): Instant | undefined {
  if (typeof value !== 'string') return instantOfOther(value)
  const usual = value.length === USUAL ? usualInstant(value) : Number.NaN
  return Number.isNaN(usual) ? instantOfText(value, zone) : (usual as Instant)
}

function instantOfOther(value: unknown): Instant | undefined {
  const time = (value instanceof Date ? value.getTime() : value) as Instant
  return Number.isInteger(time) && time >= MIN_INSTANT && time <= MAX_INSTANT ? time : undefined
}

export function isDateText(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && dayAtStart(value) !== undefined
}

/** Reads any other text, its fields where they stand. */
function instantOfText(text: string, zone: Zone): Instant | undefined {
  if (text.length < 16) return undefined
  const day = dayAtStart(text)
  const mark = text.charCodeAt(10)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const hasSeconds = text.charCodeAt(16) === COLON
  const second = hasSeconds ? twoDigits(text, 17) : 0
  const isTimed = (mark === UPPER_T || mark === SPACE) && text.charCodeAt(13) === COLON && isTime(hour, minute, second)
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

/** How long `2019-07-01T09:12:00+08:00` is. */
const USUAL = 25

/**
 * Reads an instant to the second with an offset to the minute, as nearly all of them are written; NaN for any other text. It calls nothing for a digit,
 * as eighteen calls are more than an engine compiles in place.
 */
function usualInstant(text: string): number {
  const y1 = text.charCodeAt(0) - ZERO
  const y2 = text.charCodeAt(1) - ZERO
  const y3 = text.charCodeAt(2) - ZERO
  const y4 = text.charCodeAt(3) - ZERO
  const m1 = text.charCodeAt(5) - ZERO
  const m2 = text.charCodeAt(6) - ZERO
  const d1 = text.charCodeAt(8) - ZERO
  const d2 = text.charCodeAt(9) - ZERO
  const h1 = text.charCodeAt(11) - ZERO
  const h2 = text.charCodeAt(12) - ZERO
  const n1 = text.charCodeAt(14) - ZERO
  const n2 = text.charCodeAt(15) - ZERO
  const s1 = text.charCodeAt(17) - ZERO
  const s2 = text.charCodeAt(18) - ZERO
  const oh1 = text.charCodeAt(20) - ZERO
  const oh2 = text.charCodeAt(21) - ZERO
  const on1 = text.charCodeAt(23) - ZERO
  const on2 = text.charCodeAt(24) - ZERO
  // A digit and six more than a digit are both from 0 to 15, and nothing else is.
  const digits = y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2 | h1 | h2 | n1 | n2 | s1 | s2 | oh1 | oh2 | on1 | on2
  const sixMore =
    (y1 + 6) |
    (y2 + 6) |
    (y3 + 6) |
    (y4 + 6) |
    (m1 + 6) |
    (m2 + 6) |
    (d1 + 6) |
    (d2 + 6) |
    (h1 + 6) |
    (h2 + 6) |
    (n1 + 6) |
    (n2 + 6) |
    (s1 + 6) |
    (s2 + 6) |
    (oh1 + 6) |
    (oh2 + 6) |
    (on1 + 6) |
    (on2 + 6)
  const sign = text.charCodeAt(19)
  const isShaped =
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(10) === UPPER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    (sign === PLUS || sign === HYPHEN) &&
    text.charCodeAt(22) === COLON
  const day = dayIn(((y1 * 10 + y2) * 10 + y3) * 10 + y4, m1 * 10 + m2, d1 * 10 + d2)
  const hour = h1 * 10 + h2
  const minute = n1 * 10 + n2
  const second = s1 * 10 + s2
  const hours = oh1 * 10 + oh2
  const minutes = on1 * 10 + on2
  if (!isShaped || ((digits | sixMore) & ~15) !== 0 || day === undefined || !isTime(hour, minute, second) || !isTime(hours, minutes, 0))
    return Number.NaN
  const offset = sign === HYPHEN ? -(hours * 60 + minutes) : hours * 60 + minutes
  return day * MS_PER_DAY + ((hour * 60 + minute - offset) * 60 + second) * 1_000
}

/** Whether fields that were read are digits and make a time. */
function isTime(hour: number, minute: number, second: number): boolean {
  return (hour | minute | second) >= 0 && hour <= 23 && minute <= 59 && second <= 59
}

/** Where the fraction of seconds ends. */
function endOfFraction(text: string): number {
  let end = 20
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** A fraction of one to nine digits in milliseconds; what is finer is cut off. A whole second where there are more or none. */
function millisecondsIn(text: string, end: number): number {
  const length = end - 20
  return length < 1 || length > 9 ? 1_000 : Number(text.slice(20, Math.min(end, 23)).padEnd(3, '0'))
}

/** The `Z`, `+HH:MM` or `+HH:MM:SS` that ends a text, in milliseconds ahead of UTC; NaN where something else does. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === UPPER_Z) return text.length === at + 1 ? 0 : Number.NaN
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  const seconds = text.length === at + 6 ? 0 : secondsOfOffset(text, at + 6)
  const isOffset = (sign === PLUS || sign === HYPHEN) && text.charCodeAt(at + 3) === COLON && isTime(hours, minutes, seconds)
  if (!isOffset) return Number.NaN
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1_000
  return sign === HYPHEN ? -ms : ms
}

/** The `:SS` that ends an offset of local mean time; negative where something else does. */
function secondsOfOffset(text: string, at: number): number {
  return text.charCodeAt(at) === COLON && text.length === at + 3 ? twoDigits(text, at + 1) : -1
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
  const minute = (ms / 60_000) | 0
  return formatDay(day) + minuteText(minute) + restText(ms - minute * 60_000, offset)
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

const minuteTexts = /* @__PURE__ */ once(() => new Array<string>(1_440).fill(''))

/** `THH:MM`, each written once: a day has few minutes. */
function minuteText(minute: number): string {
  return (minuteTexts()[minute] as string) || keepMinute(minute)
}

function keepMinute(minute: number): string {
  const hour = (minute / 60) | 0
  const text = `T${pad(hour)}:${pad(minute - hour * 60)}`
  minuteTexts()[minute] = text
  return text
}

/** What follows the minute: `:SS`, a fraction where there is one, and the offset. */
function restText(ms: number, offset: number): string {
  const { text, seconds } = offsetWords(offset)
  const second = (ms / 1_000) | 0
  const fraction = ms - second * 1_000
  return fraction === 0 ? (seconds[second] as string) : `:${pad(second)}.${pad(fraction, 3)}${text}`
}

/** An offset in words: by itself, and after each second of a minute. */
interface OffsetWords {
  readonly offset: number
  readonly text: string
  readonly seconds: readonly string[]
}

const offsets = new Map<number, OffsetWords>()

let latest: OffsetWords | undefined

/** A zone has few offsets, so each is written once; most instants have that of the one before. */
function offsetWords(offset: number): OffsetWords {
  if (latest?.offset !== offset) latest = offsets.get(offset) ?? keepOffset(offset)
  return latest
}

function keepOffset(offset: number): OffsetWords {
  const text = offsetText(offset)
  const words = { offset, text, seconds: Array.from({ length: 60 }, (_, second) => `:${pad(second)}${text}`) }
  offsets.set(offset, words)
  return words
}

/** `+HH:MM`, with `:SS` where there are any. */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1_000
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60 === 0 ? '' : `:${pad(seconds % 60)}`
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}${rest}`
}
