import { tzOffset } from '@date-fns/tz'
import { fail, show } from '../errors.js'
import { type Day, MS_PER_DAY } from './day.js'

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __unit: 'instant' }

/** 0001-01-01 to 9999-12-31: dates are written with four digits, so no year beyond can be named. */
export const MIN_INSTANT = -62_135_596_800_000
export const MAX_INSTANT = 253_402_300_799_999

/** A time zone whose offsets are looked up once and then kept. */
export interface Zone {
  readonly id: string
  /** Milliseconds that local time is ahead of UTC at an instant. */
  offsetAt(instant: Instant): number
}

interface Change {
  readonly at: number
  readonly offset: number
}

/** Offsets are kept by windows of this length; a multiple of the step below. */
const WINDOW = 400 * MS_PER_DAY
/** Zones have had two changes within a month (Morocco around Ramadan) but never two within ten days in living memory. */
const STEP = 10 * MS_PER_DAY
const MINUTE = 60_000

const zones = new Map<string, Zone>()

/**
 * The zone of an IANA name.
 *
 * Throws: `zone-unknown`.
 */
export function zoneOf(id: string, path = ''): Zone {
  const known = zones.get(id)
  if (known) return known
  if (!isZone(id)) return fail('zone-unknown', { found: show(id) }, { path })
  const zone = createZone(id)
  zones.set(id, zone)
  return zone
}

/** Whether a name is that of a zone. */
export function isZone(id: unknown): id is string {
  return typeof id === 'string' && !Number.isNaN(rawOffset(id, 0))
}

function rawOffset(id: string, at: number): number {
  return tzOffset(id, new Date(at)) * MINUTE
}

function createZone(id: string): Zone {
  const windows = new Map<number, readonly Change[]>()
  function changesIn(index: number): readonly Change[] {
    const known = windows.get(index)
    if (known) return known
    const found = scan(id, index * WINDOW)
    windows.set(index, found)
    return found
  }
  return {
    id,
    offsetAt(instant) {
      if (!(instant >= MIN_INSTANT && instant <= MAX_INSTANT)) return fail('instant-invalid', { found: `${instant} ms` })
      const changes = changesIn(Math.floor(instant / WINDOW))
      let i = changes.length - 1
      while (i > 0 && (changes[i] as Change).at > instant) i--
      return (changes[i] as Change).offset
    },
  }
}

/** All changes of a window, its opening offset first. */
function scan(id: string, from: number): readonly Change[] {
  const changes: Change[] = [{ at: from, offset: rawOffset(id, from) }]
  for (let at = from; at < from + WINDOW; at += STEP) {
    const before = (changes[changes.length - 1] as Change).offset
    const offset = rawOffset(id, at + STEP)
    if (offset !== before) changes.push({ at: bisect(id, at, at + STEP), offset })
  }
  return changes
}

/** The minute at which the offset changes, given that it does so once in the span. */
function bisect(id: string, from: number, to: number): number {
  const before = rawOffset(id, from)
  let low = from
  let high = to
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (rawOffset(id, middle) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The instant of a local time, read as Temporal's "compatible" does: a time in a gap moves forward by the gap,
 * a time that occurs twice is its first occurrence.
 *
 * Units: `msOfDay` in milliseconds from the local midnight; may exceed a day.
 */
export function instantOf(zone: Zone, day: Day, msOfDay: number): Instant {
  const local = day * MS_PER_DAY + msOfDay
  // At the ends of the years that can be named, the day before or after has no instant to ask about.
  const before = zone.offsetAt(Math.max(MIN_INSTANT, local - MS_PER_DAY) as Instant)
  const after = zone.offsetAt(Math.min(MAX_INSTANT, local + MS_PER_DAY) as Instant)
  const early = (local - before) as Instant
  if (before === after || zone.offsetAt(early) === before) return early
  const late = (local - after) as Instant
  return zone.offsetAt(late) === after ? late : early
}

/** The civil day of an instant in a zone. */
export function localDay(zone: Zone, instant: Instant): Day {
  return Math.floor((instant + zone.offsetAt(instant)) / MS_PER_DAY) as Day
}
