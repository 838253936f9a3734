import { fail, show } from '../errors.js'
import { type Day, dayOf, formatDay, parseDay, WEEKDAYS, type Weekday, type WeekdayName } from '../time/day.js'
import { assertProjection, type Projection } from './law.js'
import { assertNotices, type Mark, marksOf, type Notice } from './notice.js'
import { compileDays, type DayTable } from './table.js'

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

/**
 * What a calendar is made from.
 *
 * Shape: `weekend` names the weekdays that are off; `coverage` is the span on which the calendar answers. Without
 * it, the span follows from the notices: the years that have one in an unbroken run, but the last year only to
 * 24 December, because the next year's notice may still move the days after. `occasions` are English names.
 */
export interface CalendarSource {
  readonly id: string
  readonly weekend: readonly WeekdayName[]
  readonly notices: readonly Notice[]
  readonly coverage?: Coverage
  readonly occasions?: Readonly<Record<string, string>>
  /** The days off that the law fixes beyond the notices; what `forecast` rests on. */
  readonly projection?: Projection
  /** Layers over the notices; of two that speak of a day the later wins. */
  readonly layers?: readonly Layer[]
}

/** Throws unless it is a calendar source in shape. */
export function assertSource(source: CalendarSource): void {
  const isSource = typeof source?.id === 'string' && Array.isArray(source.weekend) && Array.isArray(source.notices)
  if (!isSource) fail('value-invalid', { found: show(source), expected: 'calendar-source' })
  assertNotices(source.notices, 'notices')
  for (const [i, layer] of (source.layers ?? []).entries()) {
    const isLayer = typeof layer?.id === 'string' && Array.isArray(layer.notices)
    if (!isLayer) fail('value-invalid', { found: show(layer), expected: 'layer' }, { path: `layers[${i}]` })
    assertNotices(layer.notices, `layers[${i}].notices`)
  }
  if (source.projection !== undefined) assertProjection(source.projection, 'projection')
  source.weekend.forEach((day, i) => {
    if (!WEEKDAYS.includes(day)) fail('choice-unknown', { what: 'weekday', found: show(day), allowed: WEEKDAYS }, { path: `weekend[${i}]` })
  })
}

/** Compiles the days that the notices settle. */
export function compileSource(source: CalendarSource): DayTable {
  return compileDays({ id: source.id, ...coverageOf(source), weekend: weekendOf(source), marks: allMarks(source) })
}

function weekendOf({ weekend }: CalendarSource): ReadonlySet<Weekday> {
  return new Set(weekend.map((name) => (WEEKDAYS.indexOf(name) + 1) as Weekday))
}

/** What all say of a day: the law, over it the notices, over them the layers. */
export function allMarks(source: CalendarSource, law: Iterable<readonly [Day, Mark]> = []): ReadonlyMap<Day, Mark> {
  return new Map([...law, ...marksOf(source.notices, 'notice'), ...layerMarks(source)])
}

/** What the layers say of a day; of two that speak of it the later wins. */
export function layerMarks({ layers = [] }: CalendarSource): ReadonlyMap<Day, Mark> {
  return new Map(layers.flatMap(({ notices }) => [...marksOf(notices, 'layer')]))
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
  const known = (notices: readonly Notice[]) => notices.filter(({ issued }) => parseDay(issued) <= day)
  const layers = (source.layers ?? []).map((layer) => ({ ...layer, notices: known(layer.notices) }))
  const { projection } = source
  const laws = projection && { projection: { ...projection, laws: projection.laws.filter(({ issued }) => parseDay(issued) <= day) } }
  return { ...source, ...laws, id: `${source.id}@${formatDay(day)}`, notices: known(source.notices), layers }
}
