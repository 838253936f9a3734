import { fail, show } from '../errors.js'
import { INSTANT_INVALID, ZONE_UNKNOWN } from '../messages/time.js'
import { type Day, twoDigits } from './day.js'
import { MAX_INSTANT, MIN_INSTANT, MS_PER_DAY } from './numbers.js'

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __unit: 'instant' }

/** A stretch of time `[from, to)` in which a zone keeps one offset. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly offset: number
}

/** A time zone whose offsets are looked up once and then kept. */
export interface Zone {
  readonly id: string
  /** Milliseconds that local time is ahead of UTC at an instant. */
  offsetAt(instant: Instant): number
  /** The offset of a day and of those about it; undefined where it may change there. */
  offsetAbout(day: Day): number | undefined
  /** The stretches that hold a span, in order; neighbours differ in their offset. */
  stretchesBetween(from: Instant, to: Instant): readonly Stretch[]
}

type OffsetReader = (at: number) => number

const SECOND = 1_000
const MINUTE = 60_000
/** Offsets are kept by windows of this length; a multiple of the steps below. */
const WINDOW = 420 * MS_PER_DAY
/**
 * A step must be shorter than any stretch between two changes, or both may fall into it and be missed. The shortest of the
 * zone data since 1970 are of seven days less an hour (America/Recife in October 2000; Asia/Gaza in October 2040, around
 * Ramadan); before, there is one of four days less twenty minutes (Africa/Freetown in September 1939).
 */
const STEP = 6 * MS_PER_DAY
const STEP_BEFORE_1970 = 3 * MS_PER_DAY
/**
 * No zone since 1970 has changed its offset twice within such a step in a window in which it does not change otherwise (Recife and
 * Gaza keep summer time in the same year), so a window of which these steps see one offset has one. A divisor of the window.
 */
const WIDE_STEP = 28 * MS_PER_DAY

const zones = new Map<string, Zone>()

/**
 * The zone of an IANA name.
 *
 * Throws: `zone-unknown`.
 */
export function zoneOf(id: string, path = ''): Zone {
  return knownZone(id) ?? fail(ZONE_UNKNOWN, { found: show(id) }, { path })
}

/** Whether a name is that of a zone. */
export function isZone(id: unknown): id is string {
  return knownZone(id) !== undefined
}

function knownZone(id: unknown): Zone | undefined {
  // Without a name the platform would take the zone of the host.
  if (typeof id !== 'string') return undefined
  const known = zones.get(id)
  if (known) return known
  const offsetOf = readerOf(id)
  if (!offsetOf) return undefined
  const zone = createZone(id, offsetOf)
  zones.set(id, zone)
  return zone
}

/** An offset in place of a name, such as +08:00; not every platform knows these. */
const OFFSET = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/

/**
 * Abbreviations that one platform takes for zones and others do not, and seldom for the one that is meant: CST, which China writes for its
 * own time, is Chicago to it, and IST is Kolkata. They are no IANA names.
 */
const ABBREVIATION = /^(?:A[CEGRS]T|B[ES]T|CAT|C[NST]T|E[AC]T|I[ES]T|JST|MIT|N[ES]T|P[LNRS]T|SST|VST)$/i

/**
 * What the platform says of a zone. It is asked for as little text as it can give with an offset, the first letter of a
 * weekday, which takes it a third of the time of a date.
 */
function readerOf(id: string): OffsetReader | undefined {
  // No offset and no abbreviation is longer, and a pattern is compiled when it is first looked for.
  if (id.length <= '+08:00'.length) {
    const [, sign, hours, minutes = 0] = OFFSET.exec(id) ?? []
    if (sign) {
      const fixed = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -MINUTE : MINUTE)
      return () => fixed
    }
    if (ABBREVIATION.test(id)) return undefined
  }
  try {
    const { format } = new Intl.DateTimeFormat('en-US', { timeZone: id, weekday: 'narrow', timeZoneName: 'longOffset' })
    return (at) => offsetOfText(format(at))
  } catch {
    return undefined
  }
}

const offsets = new Map<string, number>()

/** Reads `T, GMT-00:44:30`; nothing stands after GMT when the offset is 0. */
function offsetOfText(text: string): number {
  const known = offsets.get(text)
  if (known !== undefined) return known
  const sign = text.indexOf('GMT') + 3
  const seconds = text.length > sign + 6 ? twoDigits(text, sign + 7) : 0
  const size = text.length > sign ? ((twoDigits(text, sign + 1) * 60 + twoDigits(text, sign + 4)) * 60 + seconds) * SECOND : 0
  const offset = text[sign] === '-' ? -size : size
  offsets.set(text, offset)
  return offset
}

/** Further than the local times of two days from a midnight, with a day on either side, are from it in UTC. */
const DAYS_ABOUT = 4

const NOWHERE: Stretch = { from: 0, to: 0, offset: 0 }

function createZone(id: string, offsetOf: OffsetReader): Zone {
  const windows = new Map<number, readonly Stretch[]>()
  function stretchesIn(index: number): readonly Stretch[] {
    const known = windows.get(index)
    if (known) return known
    const found = scan(offsetOf, Math.max(MIN_INSTANT, index * WINDOW), Math.min(MAX_INSTANT + 1, (index + 1) * WINDOW))
    windows.set(index, found)
    return found
  }
  // Most questions are about the same stretch as the one before.
  let latest = NOWHERE
  // The days of that stretch, without those near its ends.
  let [first, last] = [0, -1]
  function lookUp(instant: Instant): number {
    if (!(instant >= MIN_INSTANT && instant <= MAX_INSTANT)) return fail(INSTANT_INVALID, { found: 'an instant outside the years 1 to 9999' })
    latest = stretchesIn(Math.floor(instant / WINDOW)).findLast(({ from }) => from <= instant) as Stretch
    first = Math.ceil(latest.from / MS_PER_DAY) + DAYS_ABOUT
    last = Math.floor(latest.to / MS_PER_DAY) - DAYS_ABOUT
    return latest.offset
  }
  return {
    id,
    offsetAt(instant) {
      return instant >= latest.from && instant < latest.to ? latest.offset : lookUp(instant)
    },
    offsetAbout(day) {
      if (day >= first && day <= last) return latest.offset
      const midnight = day * MS_PER_DAY
      if (!(midnight >= MIN_INSTANT && midnight <= MAX_INSTANT)) return undefined
      const offset = lookUp(midnight as Instant)
      return day >= first && day <= last ? offset : undefined
    },
    stretchesBetween(from, to) {
      const found: Stretch[] = []
      for (let index = Math.floor(from / WINDOW); index <= Math.floor(to / WINDOW); index++) join(found, stretchesIn(index))
      return found
    },
  }
}

/** Puts stretches after others; two that meet with the same offset are one. */
function join(stretches: { -readonly [K in keyof Stretch]: Stretch[K] }[], others: readonly Stretch[]): void {
  for (const { from, to, offset } of others) {
    const last = stretches.at(-1)
    if (last?.offset === offset) last.to = to
    else stretches.push({ from, to, offset })
  }
}

function scan(offsetOf: OffsetReader, start: number, end: number): readonly Stretch[] {
  const whole = { from: start, to: end, offset: offsetOf(start) }
  if (start >= 0 && isSteady(offsetOf, whole)) return [whole]
  const step = start < 0 ? STEP_BEFORE_1970 : STEP
  const found: Stretch[] = []
  let { from, offset } = whole
  for (let at = start; at < end; at += step) {
    const next = offsetOf(Math.min(at + step, end))
    if (next === offset) continue
    const to = bisect(offsetOf, at, Math.min(at + step, end))
    found.push({ from, to, offset })
    from = to
    offset = next
  }
  if (from < end) found.push({ from, to: end, offset })
  return found
}

function isSteady(offsetOf: OffsetReader, { from, to, offset }: Stretch): boolean {
  for (let at = to; at > from; at -= WIDE_STEP) if (offsetOf(at) !== offset) return false
  return true
}

/** The second at which the offset changes, given that it does so once in the span; until 1972 not all were on whole minutes. */
function bisect(offsetOf: OffsetReader, from: number, to: number): number {
  const before = offsetOf(from)
  let low = from
  let high = to
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND
    if (offsetOf(middle) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The instant of a local time, read as Temporal's "compatible" does: a time in a gap moves forward by the gap,
 * a time that occurs twice is its first occurrence.
 *
 * Units: `msOfDay` in milliseconds from the local midnight, up to the end of the day after.
 */
export function instantOf(zone: Zone, day: Day, msOfDay: number): Instant {
  const local = day * MS_PER_DAY + msOfDay
  const offset = zone.offsetAbout(day)
  if (offset !== undefined) return (local - offset) as Instant
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
