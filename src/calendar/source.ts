import { fail, show, within } from '../errors.js'
import { CALENDAR_INVALID } from '../messages/calendar.js'
import { UNKNOWN_CALENDAR_SOURCE, UNKNOWN_COVERAGE, UNKNOWN_LAYER, UNKNOWN_UNPUBLISHED, UNKNOWN_WEEKDAY } from '../messages/choices.js'
import { NOT_CALENDAR_SOURCE, NOT_LAYER, NOT_OCCASIONS, NOT_TEXT } from '../messages/values.js'
import { type Day, dayOf, formatDay, parseDay, WEEKDAYS, type Weekday, type WeekdayName } from '../time/day.js'
import { once } from '../time/once.js'
import { assertKnown, recordFrom } from '../time/record.js'
import { awaitedAfter } from './awaited.js'
import { type Projection, projectionFrom } from './law.js'
import { daysAfter, marksOf, marksWithin, type Notice, noticesFrom } from './notice.js'
import { project, type Swap } from './projection.js'
import type { TableSource } from './table.js'

/** Notices of a place or an office that lie over those of a calendar, such as the closure of a city for a day. */
export interface Layer {
  readonly id: string
  readonly notices: readonly Notice[]
}

/** A span of dates, both ends included. */
export interface Coverage {
  readonly from: string
  readonly to: string
}

/** What becomes of days that no notice has settled: the law is taken for them, or they are refused. */
export type Unpublished = 'project' | 'error'

/**
 * What a calendar is made from.
 *
 * Shape: `weekend` names the weekdays that are off; `coverage` is the span that is settled. Without it, the span follows from
 * the notices: the years that have one in an unbroken run, but the last year only to 24 December, because the next year's
 * notice may still move the days after. Beyond it the calendar goes on to the end of its `projection`, and otherwise not at all.
 * `occasions` are English names.
 */
export interface CalendarSource {
  readonly id: string
  readonly weekend: readonly WeekdayName[]
  readonly notices: readonly Notice[]
  readonly coverage?: Coverage
  readonly occasions?: Readonly<Record<string, string>>
  /** The days off that the law fixes beyond the notices. */
  readonly projection?: Projection
  /** What becomes of days that no notice has settled: `project`, the default, takes the law for them; `error` refuses them. */
  readonly unpublished?: Unpublished
}

const UNPUBLISHED: readonly Unpublished[] = ['project', 'error']

/** Throws `choice-unknown` unless it says what becomes of unpublished days. */
export function assertUnpublished(unpublished: Unpublished): void {
  if (!UNPUBLISHED.includes(unpublished)) fail(UNKNOWN_UNPUBLISHED, { found: show(unpublished), allowed: UNPUBLISHED }, { path: 'unpublished' })
}

/** A copy of a layer of unknown shape. Throws as `noticesFrom`; `notice-contradiction` when two arrangements in force disagree on a day. */
export function layerFrom(layer: Layer): Layer {
  const { id, notices } = layer ?? {}
  const isLayer = typeof id === 'string' && Array.isArray(notices)
  if (!isLayer) return fail(NOT_LAYER, { found: show(layer) }, { path: 'layer' })
  assertKnown(Object.keys(layer), { unknown: UNKNOWN_LAYER, allowed: ['id', 'notices', '$schema'], path: 'layer' })
  const copies = noticesFrom(notices, 'layer.notices')
  within({ path: 'layer' }, () => marksOf(copies, 'layer'))
  return { id, notices: copies }
}

const PARTS: readonly string[] = ['id', 'weekend', 'notices', 'coverage', 'occasions', 'projection', 'unpublished']

/** What a file may say of itself, as the one in `seeds/calendars` does; no answer follows from it. */
const DOCUMENTING: readonly string[] = ['$schema', 'titles', 'sources', 'updated']

/**
 * A copy of a source of unknown shape, so that later changes of it change nothing.
 *
 * Throws: `value-invalid`, `date-invalid`, `choice-unknown`, `calendar-invalid`, with the path of the first fault.
 */
export function sourceFrom(source: CalendarSource): CalendarSource {
  const { id, weekend, notices, coverage, occasions = {}, projection, unpublished = 'project' } = source ?? {}
  const isSource = typeof id === 'string' && Array.isArray(weekend) && Array.isArray(notices)
  if (!isSource) return fail(NOT_CALENDAR_SOURCE, { found: show(source) })
  const parts = Object.keys(source).filter((key) => !DOCUMENTING.includes(key))
  assertKnown(parts, { unknown: UNKNOWN_CALENDAR_SOURCE, allowed: PARTS, path: '' })
  assertUnpublished(unpublished)
  return {
    id,
    weekend: Array.from(weekend, (day, i) => weekdayFrom(day, `weekend[${i}]`)),
    notices: noticesFrom(notices, 'notices'),
    ...(coverage !== undefined && { coverage: coverageFrom(coverage, id) }),
    occasions: recordFrom(occasions, { fault: NOT_OCCASIONS, path: 'occasions' }, textFrom),
    ...(projection !== undefined && { projection: projectionFrom(projection, 'projection') }),
    unpublished,
  }
}

function weekdayFrom(day: WeekdayName, path: string): WeekdayName {
  return WEEKDAYS.includes(day) ? day : fail(UNKNOWN_WEEKDAY, { found: show(day), allowed: WEEKDAYS }, { path })
}

function coverageFrom(coverage: Coverage, calendar: string): Coverage {
  const { from, to } = coverage ?? {}
  const [first, last] = [parseDay(from, 'coverage.from'), parseDay(to, 'coverage.to')]
  assertKnown(Object.keys(coverage), { unknown: UNKNOWN_COVERAGE, allowed: ['from', 'to'], path: 'coverage' })
  if (first > last) fail(CALENDAR_INVALID, { calendar, problem: 'reversed' }, { path: 'coverage' })
  return { from: formatDay(first), to: formatDay(last) }
}

function textFrom(text: unknown, path: string): string {
  return typeof text === 'string' ? text : fail(NOT_TEXT, { found: show(text) }, { path })
}

/** The days of a calendar before they are compiled, and what notices may still move among those projected. */
export interface Laid {
  readonly table: TableSource
  readonly swaps: () => readonly Swap[]
}

/** A source as it was known on a day. */
interface DatedSource extends CalendarSource {
  /** Whether there are notices, known by that day or not. */
  readonly hasNotices?: boolean
}

/** What the notices and laws of a source come to, so that none of them is read before it is asked for. */
export interface Beforehand {
  /** The span that they settle. */
  readonly coverage: () => SettledSpan
  /** The days that are worked or off against their weekday. */
  readonly exceptions: () => readonly Day[]
}

interface SettledSpan {
  readonly first: Day
  readonly last: Day
}

/** Lays the notices over the law. */
export function lay(source: DatedSource, beforehand?: Beforehand): Laid {
  const { id, projection } = source
  const { first, last } = beforehand?.coverage() ?? coverageOf(source)
  const weekend: ReadonlySet<Weekday> = new Set(source.weekend.map((name) => (WEEKDAYS.indexOf(name) + 1) as Weekday))
  const horizon = projection ? (Math.max(last, parseDay(projection.to)) as Day) : last
  const span = { id, first, publishedTo: last, horizon, weekend, ...(beforehand && { exceptions: beforehand.exceptions }) }
  // What is known beforehand follows from years without a gap, so that no notice need be read.
  const years = beforehand ? new Set<number>() : yearsOf(source.notices)
  const awaits = projection && horizon > last ? [awaitedAfter(last, projection.awaits, years)] : []
  const noticed = (to: Day) => marksWithin(marksOf(source.notices, 'notice'), { first, last: to })
  if (!projection || horizon === last || source.unpublished === 'error')
    return { table: { ...span, last, awaits, said: once(() => ({ marks: noticed(last), settled: new Set() })) }, swaps: () => [] }
  const beyond = once(() => project(projection, source.notices, weekend, { publishedTo: last, last: horizon }))
  const said = once(() => {
    const byNotices = noticed(horizon)
    const { marks } = beyond()
    byNotices.forEach((mark, day) => {
      marks.set(day, mark)
    })
    // A notice that is not of the next year leaves the years between unsettled, though not the days it names.
    return { marks, settled: daysAfter(last, byNotices) }
  })
  return { table: { ...span, last: horizon, awaits, said }, swaps: () => beyond().swaps() }
}

function coverageOf({ id, coverage, notices, hasNotices = false }: DatedSource): SettledSpan {
  if (coverage) return { first: parseDay(coverage.from), last: parseDay(coverage.to) }
  const years = yearsOf(notices)
  const first = Math.min(...years)
  if (!Number.isFinite(first)) return fail(CALENDAR_INVALID, { calendar: id, problem: hasNotices ? 'none-known' : 'no-coverage' })
  let last = first
  while (years.has(last + 1)) last++
  return { first: dayOf(first, 1, 1), last: dayOf(last, 12, 24) }
}

/** The years that have a notice. An empty list is none: it says nothing of its year, and neither do arrangements without a day. */
function yearsOf(notices: readonly Notice[]): ReadonlySet<number> {
  const saysDays = ({ arrangements }: Notice) => arrangements.some(({ off, work }) => off.length + work.length > 0)
  return new Set(notices.filter(saysDays).map(({ covers }) => covers))
}

/** The source as it was known on a day. */
export function knownOn(source: DatedSource, day: Day): DatedSource {
  const { projection, notices, hasNotices = notices.length > 0 } = source
  const laws = projection && { projection: { ...projection, laws: projection.laws.filter(({ issued }) => parseDay(issued) <= day) } }
  const known = { ...source, ...laws, id: `${source.id}@${formatDay(day)}`, notices: noticesBy(notices, day), hasNotices }
  return { ...known, ...coverageKnown(source, known) }
}

/**
 * A coverage that was given tells how far the notices reach that are known today; those known earlier may reach less far. A
 * calendar that awaits none, such as that of an office, is settled without them.
 */
function coverageKnown({ coverage, projection, notices }: CalendarSource, known: CalendarSource): Pick<CalendarSource, 'coverage'> {
  if (!coverage || !projection || known.notices.length === notices.length) return {}
  const { coverage: _today, ...byNotices } = known
  const { first, last } = coverageOf(byNotices)
  const to = Math.min(parseDay(coverage.to), last) as Day
  return { coverage: { from: formatDay(Math.max(parseDay(coverage.from), Math.min(first, to)) as Day), to: formatDay(to) } }
}

/** The notices issued by a day, that very day included. */
export function noticesBy(notices: readonly Notice[], day: Day): readonly Notice[] {
  return notices.filter(({ issued }) => parseDay(issued) <= day)
}
