import { ServiceTimeError } from '../errors.js'
import { type Day, formatDay } from '../time/day.js'
import { asProjected, type Readings } from './reading.js'
import { awaitedIn, type DaySpan, type DayTable, outsideCoverage } from './table.js'

/** Whether the days that an answer rests on are settled by notices, or follow from the law until they are. */
export type Certainty = 'published' | 'projected'

/** What a date rests on: for a projected one, the bounds of what notices can make of it, and the notices awaited. */
export interface Grounds {
  readonly certainty: Certainty
  readonly earliest: string
  readonly latest: string
  /** Ids of the notices that will settle the days it rests on, sorted; none where all of these are settled. */
  readonly awaits: readonly string[]
}

/** A date and what it rests on. */
export interface Forecast extends Grounds {
  readonly date: string
}

/** The bounds of a date. */
export interface DayBounds {
  readonly earliest: Day
  readonly latest: Day
}

/** Whether some of the days that an answer rests on are not settled. */
export function isProjected(table: DayTable, consulted: readonly DaySpan[]): boolean {
  for (const span of consulted) if (span.to > table.publishedTo && isOpenIn(table, span)) return true
  return false
}

/** Whether layers leave some day open of those after the notices. */
function isOpenIn({ publishedTo, said }: DayTable, { from, to }: DaySpan): boolean {
  const first = Math.max(from, publishedTo + 1)
  if (first > to) return false
  const byLayers = [...said().settled].filter((day) => day >= first && day <= to)
  return byLayers.length < to - first + 1
}

/** The grounds of a day; without bounds it rests on settled days alone. */
export function groundsOf(table: DayTable, day: Day, consulted: readonly DaySpan[], bounds: DayBounds | undefined): Grounds {
  const date = formatDay(day)
  if (!bounds) return { certainty: 'published', earliest: date, latest: date, awaits: [] }
  return {
    certainty: 'projected',
    earliest: formatDay(bounds.earliest),
    latest: formatDay(bounds.latest),
    awaits: awaitedIn(table, consulted),
  }
}

/**
 * Bounds that lie in the calendar. One beyond it is not known, and a nearer one would be wrong; what is refused is the question,
 * not the step that failed.
 *
 * Throws: `outside-coverage`, `unpublished` where the calendar ends before a bound.
 */
export function boundsWithin<T>(table: DayTable, asked: string, bounds: () => T): T {
  try {
    return bounds()
  } catch (error) {
    const hasLeft = error instanceof ServiceTimeError && (error.code === 'outside-coverage' || error.code === 'unpublished')
    if (!hasLeft) throw error
    return outsideCoverage(table, asked, 'bounds')
  }
}

/** The n-th working day strictly after a day, with what it rests on. */
export function forecast(table: DayTable, readings: () => Readings, start: Day, n: number): Forecast {
  const due = asProjected.nth(table, start, n)
  // What notices may make of the days up to the start counts as well as what they make of those after it.
  const asked = `${formatDay(start)} + { workingDays: ${n} }`
  const boundsBy = ({ soonest, latest }: Readings) => ({ earliest: soonest.nth(table, start, n), latest: latest.nth(table, start, n) })
  const consulted = [{ from: (start + 1) as Day, to: due }]
  const bounds = isProjected(table, consulted) ? boundsWithin(table, asked, () => boundsBy(readings())) : undefined
  return { date: formatDay(due), ...groundsOf(table, due, consulted, bounds) }
}
