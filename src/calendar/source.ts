import { fail, show } from '../errors.js'
import { type Day, dayOf, formatDay, parseDay, WEEKDAYS, type Weekday, type WeekdayName } from '../time/day.js'
import { assertProjection, type Projection } from './law.js'
import { assertNotices, marksOf, type Notice } from './notice.js'
import { project, type Swap } from './projection.js'
import type { Awaited, TableSource } from './table.js'

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
  if (!UNPUBLISHED.includes(unpublished)) fail('choice-unknown', { what: 'unpublished', found: show(unpublished), allowed: UNPUBLISHED })
}

/** Throws unless it is a layer in shape. */
export function assertLayer(layer: Layer): void {
  const isLayer = typeof layer?.id === 'string' && Array.isArray(layer.notices)
  if (!isLayer) fail('value-invalid', { found: show(layer), expected: 'layer' }, { path: 'layer' })
  assertNotices(layer.notices, 'layer.notices')
}

/** Throws unless it is a calendar source in shape. */
export function assertSource(source: CalendarSource): void {
  const isSource = typeof source?.id === 'string' && Array.isArray(source.weekend) && Array.isArray(source.notices)
  if (!isSource) fail('value-invalid', { found: show(source), expected: 'calendar-source' })
  assertNotices(source.notices, 'notices')
  if (source.unpublished !== undefined) assertUnpublished(source.unpublished)
  if (source.projection !== undefined) assertProjection(source.projection, 'projection')
  source.weekend.forEach((day, i) => {
    if (!WEEKDAYS.includes(day)) fail('choice-unknown', { what: 'weekday', found: show(day), allowed: WEEKDAYS }, { path: `weekend[${i}]` })
  })
}

/** The days of a calendar before they are compiled, and what notices may still move among those projected. */
export interface Laid {
  readonly table: TableSource
  readonly swaps: () => readonly Swap[]
}

/** Lays the notices over the law. */
export function lay(source: CalendarSource): Laid {
  const { id, projection } = source
  const { first, last } = coverageOf(source)
  const weekend: ReadonlySet<Weekday> = new Set(source.weekend.map((name) => (WEEKDAYS.indexOf(name) + 1) as Weekday))
  const noticed = marksOf(source.notices, 'notice')
  const horizon = projection ? (Math.max(last, parseDay(projection.to, 'projection.to')) as Day) : last
  const table: TableSource = { id, first, last, publishedTo: last, horizon, awaits: [], weekend, marks: noticed }
  if (!projection || horizon === last) return { table, swaps: () => [] }
  const awaits: readonly Awaited[] = [{ after: last, notice: projection.awaits }]
  if (source.unpublished === 'error') return { table: { ...table, awaits }, swaps: () => [] }
  const { marks, swaps } = project(projection, source.notices, weekend, { publishedTo: last, last: horizon })
  return { table: { ...table, last: horizon, awaits, marks: new Map([...marks, ...noticed]) }, swaps }
}

function coverageOf({ id, coverage, notices }: CalendarSource): { first: Day; last: Day } {
  if (coverage) return { first: parseDay(coverage.from, 'coverage.from'), last: parseDay(coverage.to, 'coverage.to') }
  // An empty list is not a notice: it says nothing of its year.
  const years = new Set(notices.filter((notice) => notice.arrangements.length > 0).map((notice) => notice.covers))
  const first = Math.min(...years)
  if (!Number.isFinite(first)) return fail('calendar-invalid', { calendar: id, problem: 'no-coverage' })
  let last = first
  while (years.has(last + 1)) last++
  return { first: dayOf(first, 1, 1), last: dayOf(last, 12, 24) }
}

/** The source as it was known on a day. */
export function knownOn(source: CalendarSource, day: Day): CalendarSource {
  const { projection } = source
  const laws = projection && { projection: { ...projection, laws: projection.laws.filter(({ issued }) => parseDay(issued) <= day) } }
  return { ...source, ...laws, id: `${source.id}@${formatDay(day)}`, notices: noticesBy(source.notices, day) }
}

/** The notices issued by a day, that very day included. */
export function noticesBy(notices: readonly Notice[], day: Day): readonly Notice[] {
  return notices.filter(({ issued }) => parseDay(issued) <= day)
}
