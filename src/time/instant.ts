import { fail, show } from '../errors.js'
import { type Day, dayAtStart, formatDay, MS_PER_DAY } from './day.js'
import { type Instant, instantOf, MAX_INSTANT, MIN_INSTANT, type Zone } from './zone.js'

/** An instant in any accepted form: ISO 8601 text, a `Date`, or epoch milliseconds. Text without an offset is read in the clock's zone. */
export type InstantInput = string | Date | number

/** A moment as recorded: an instant, or a date whose time of day is not known. */
export type Moment = { readonly day: Day; readonly instant: Instant; readonly isDateOnly: boolean }

const DATE_SHAPE = /^\d{4}-\d\d-\d\d$/
const SHAPE = /^\d{4}-\d\d-\d\d[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?$/

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

function instantOfText(text: string, zone: Zone): Instant | undefined {
  const match = SHAPE.exec(text)
  const day = match ? dayAtStart(text) : undefined
  if (!match || day === undefined) return undefined
  const [, hour, minute, second = '0', fraction = '', offset] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const msOfDay = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1_000 + ms
  if (offset === undefined) return instantOf(zone, day, msOfDay)
  const ahead = offsetOfText(offset)
  return ahead === undefined ? undefined : ((day * MS_PER_DAY + msOfDay - ahead) as Instant)
}

function offsetOfText(text: string): number | undefined {
  if (text === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(4, 6))
  if (hours > 23 || minutes > 59) return undefined
  return (hours * 60 + minutes) * 60_000 * (text[0] === '-' ? -1 : 1)
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** ISO 8601 with the offset of the zone; milliseconds only where there are any. */
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
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}
