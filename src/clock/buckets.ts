import type { DayTable } from '../calendar/table.js'
import type { Day } from '../time/day.js'
import { MAX_INSTANT, MIN_INSTANT, MS_PER_DAY } from '../time/numbers.js'
import { type Instant, instantOf, type Stretch, type Zone } from '../time/zone.js'
import { sessionsByDay, sessionsOfAll } from './day-sessions.js'
import { type HoursPlan, listsOf, type Session } from './hours.js'
import { createPatterns, type PatternList, type Span } from './patterns.js'

/** The sessions of each day, as the hours have them. */
export interface DayKinds {
  /** Each different list of sessions once, after that of a day without any. */
  readonly kinds: readonly (readonly Session[])[]
  /** The kind of each day from `DAYS_AROUND` days before the calendar to as many after it. */
  readonly kindOf: Uint8Array | Int32Array
}

/** A calendar with its hours in a zone. */
export interface Opening {
  readonly days: DayTable
  readonly zone: Zone
  readonly dayKinds: DayKinds
}

/** The place of the pattern of each bucket, in order. */
export interface Buckets {
  readonly origin: Instant
  readonly patternOf: Int32Array
  readonly patterns: Int32Array
  /** How many buckets have the pattern of a place. */
  readonly uses: readonly number[]
}

/** An opening that is being cut. */
interface Cut extends Opening {
  /** The day of the first bucket. */
  readonly first: number
  /** The offset of the midnights at which buckets begin. */
  readonly offset: number
  readonly patternOf: Int32Array
  readonly patterns: PatternList
  readonly uses: number[]
  /** For each offset, the patterns of days of which no change of offset is near, at the kinds of three days as one number. */
  readonly known: Map<number, number[]>
}

/** Days `[from, to)`; of a bucket, the day of its midnight. */
interface DaySpan {
  readonly from: number
  readonly to: number
}

/**
 * Offsets of a zone differ by up to 26 hours, where the date line has moved, and a session ends up to two days after the
 * midnight of its day: so far before and after the calendar there are buckets.
 */
const DAYS_BEFORE = 2
const DAYS_AFTER = 4
/** For the same reason no session of a day further away touches a bucket, or is pushed into one that does. */
const DAYS_AROUND = 8

const SHUT: readonly Session[] = []

/**
 * Numbers the lists of sessions of the days of a calendar.
 *
 * Throws: as `sessionsByDay`.
 */
export function kindsOf(days: DayTable, plan: HoursPlan): DayKinds {
  const kindOf = new (integersUpTo(listsOf(plan).length))(days.last - days.first + 1 + 2 * DAYS_AROUND)
  const before = days.first - DAYS_AROUND
  // Most hours are the same on all days, and a clock asks for thousands of days.
  const all = sessionsOfAll(plan)
  if (all) {
    kindOf.set(days.isWorked, DAYS_AROUND)
    return { kinds: [SHUT, all], kindOf }
  }
  const numbers = new Map<readonly Session[], number>([[SHUT, 0]])
  const sessionsOf = sessionsByDay(days, plan)
  for (const day of days.select) {
    const sessions = sessionsOf(day as Day)
    const kind = numbers.get(sessions) ?? numbers.size
    if (kind === numbers.size) numbers.set(sessions, kind)
    kindOf[day - before] = kind
  }
  return { kinds: [...numbers.keys()], kindOf }
}

/** Small integers where they hold some number. */
function integersUpTo(most: number): typeof Uint8Array | typeof Int32Array {
  return most < 2 ** 8 ? Uint8Array : Int32Array
}

/** The sessions of a day; none outside the calendar. */
function sessionsOn({ days, dayKinds }: Opening, day: number): readonly Session[] {
  return dayKinds.kinds[dayKinds.kindOf[day - days.first + DAYS_AROUND] ?? 0] as readonly Session[]
}

/** Cuts the sessions of a calendar into buckets of 24 hours from midnights of standard time. */
export function cutSessions(opening: Opening): Buckets {
  const { days, zone } = opening
  const [first, end] = [days.first - DAYS_BEFORE, days.last + DAYS_AFTER]
  const offset = standardOffset(opening)
  const cut: Cut = { ...opening, first, offset, patternOf: new Int32Array(end - first), patterns: createPatterns(), uses: [], known: new Map() }
  let next = first
  for (const stretch of zone.stretchesBetween(nameable(first * MS_PER_DAY), nameable(end * MS_PER_DAY))) {
    const steady = steadyBuckets(cut, stretch)
    const [from, to] = [Math.max(next, Math.min(steady.from, end)), Math.min(steady.to, end)]
    if (to <= from) continue
    cutAround(cut, { from: next, to: from })
    cutSteady(cut, { from, to }, stretch.offset)
    next = to
  }
  cutAround(cut, { from: next, to: end })
  return { origin: (first * MS_PER_DAY - offset) as Instant, patternOf: cut.patternOf, patterns: cut.patterns.compiled(), uses: cut.uses }
}

/** The smallest offset of a year in the middle of the calendar. */
function standardOffset({ days, zone }: Opening): number {
  const middle = Math.floor((days.first + days.last) / 2)
  return Math.min(...[0, 91, 182, 273].map((after) => zone.offsetAt(nameable((middle + after) * MS_PER_DAY))))
}

/** The nearest instant of the years that can be named. */
function nameable(at: number): Instant {
  return Math.max(MIN_INSTANT, Math.min(MAX_INSTANT, at)) as Instant
}

/** The first of the three days whose sessions may touch a bucket under an offset, counted from that of the bucket. */
function firstTouching(cut: Cut, offset: number): number {
  return Math.floor((offset - cut.offset) / MS_PER_DAY) - 1
}

/** The buckets for which no end of a session, read with the offsets of a day before and after it, sees a change. */
function steadyBuckets(cut: Cut, { from, to, offset }: Stretch): DaySpan {
  const first = firstTouching(cut, offset)
  return { from: Math.ceil(from / MS_PER_DAY) - first + 1, to: Math.ceil(to / MS_PER_DAY) - first - 5 }
}

/** Three kinds whose numbers are as short as this make an index. */
const KIND_BITS = 10

/** Buckets under one offset: those whose three days are of the same kinds are alike. */
function cutSteady(cut: Cut, { from, to }: DaySpan, offset: number): void {
  const known = cut.known.get(offset) ?? []
  cut.known.set(offset, known)
  const { first, patternOf, uses } = cut
  const { kindOf, kinds } = cut.dayKinds
  const isIndex = kinds.length <= 2 ** KIND_BITS
  const bits = isIndex ? Math.ceil(Math.log2(kinds.length)) : KIND_BITS
  const mask = (1 << (3 * bits)) - 1
  // Where the kind of the last of the three days stands, counted from the place of the bucket.
  const third = firstTouching(cut, offset) - DAYS_BEFORE + DAYS_AROUND + 2
  const start = from - first + third
  let key = ((kindOf[start - 2] as number) << bits) | (kindOf[start - 1] as number)
  for (let i = from - first; i < to - first; i++) {
    key = ((key << bits) | (kindOf[i + third] as number)) & mask
    let place = known[key]
    if (place === undefined) {
      place = placeOf(cut, steadySpans(cut, first + i, offset))
      if (isIndex) known[key] = place
    }
    patternOf[i] = place
    uses[place] = (uses[place] as number) + 1
  }
}

/** The place of the pattern of some spans, whose uses are counted from now on. */
function placeOf({ patterns, uses }: Cut, spans: readonly Span[]): number {
  const place = patterns.placeOf(spans)
  uses[place] ??= 0
  return place
}

function steadySpans(cut: Cut, bucket: number, offset: number): readonly Span[] {
  const first = bucket + firstTouching(cut, offset)
  return [first, first + 1, first + 2].flatMap((day) => {
    const midnight = (day - bucket) * MS_PER_DAY + cut.offset - offset
    return sessionsOn(cut, day).map(({ open, close }) => ({ open: midnight + open, close: midnight + close }))
  })
}

/** Buckets about a change of offset: every end of a session is read by itself. */
function cutAround(cut: Cut, { from, to }: DaySpan): void {
  if (to <= from) return
  const sessions: Span[] = []
  for (let day = from - DAYS_AROUND; day < to + DAYS_AROUND; day++) for (const session of timesOf(cut, day as Day)) joinTo(sessions, session)
  for (let bucket = from; bucket < to; bucket++) {
    const start = bucket * MS_PER_DAY - cut.offset
    const touching = sessions.filter(({ open, close }) => close > start && open < start + MS_PER_DAY)
    const place = placeOf(
      cut,
      touching.map(({ open, close }) => ({ open: open - start, close: close - start })),
    )
    cut.patternOf[bucket - cut.first] = place
    cut.uses[place] = (cut.uses[place] as number) + 1
  }
}

/** The sessions of a day as instants; without one that a gap of summer time swallows. */
export function timesOf(opening: Opening, day: Day): readonly Span[] {
  const { zone } = opening
  const sessions = sessionsOn(opening, day)
  // A zone that crosses the date line leaves out a day, and with it the sessions of that day.
  if (sessions.length === 0 || instantOf(zone, (day + 1) as Day, 0) <= instantOf(zone, day, 0)) return []
  return sessions
    .map(({ open, close }) => ({ open: instantOf(zone, day, open), close: instantOf(zone, day, close) }))
    .filter(({ open, close }) => close > open)
}

/**
 * The last closing of a day whose sessions stand as they are written; undefined where it has none, or where one that is joined to
 * another may reach further: from midnight on, and where the offset changes nearby.
 */
export function plainClosing(opening: Opening, day: Day): Instant | undefined {
  const { zone } = opening
  const sessions = sessionsOn(opening, day)
  const last = sessions[sessions.length - 1]
  if (last === undefined || last.close >= MS_PER_DAY) return undefined
  const offset = zone.offsetAbout(day)
  return offset === undefined ? undefined : ((day * MS_PER_DAY + last.close - offset) as Instant)
}

/** Adds a session; one that a gap of summer time pushes into the one before is joined to it. */
function joinTo(sessions: Span[], session: Span): void {
  const last = sessions.at(-1)
  if (!last || session.open >= last.close) sessions.push(session)
  else sessions[sessions.length - 1] = { open: Math.min(last.open, session.open), close: Math.max(last.close, session.close) }
}
