import { ServiceTimeError } from '../errors.js'
import { type Day, formatDay } from '../time/day.js'
import { asProjected, type Readings } from './reading.js'
import { awaitedIn, type DayTable, outsideCoverage } from './table.js'

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

/** The first and the last day that an answer rests on, and the question as a message writes it; without it, by its answer. */
export interface Consulted {
  readonly from: Day
  readonly to: Day
  readonly asked?: string
}

/** The bounds of a date. */
export interface DayBounds {
  readonly earliest: Day
  readonly latest: Day
}

/**
 * The grounds of a day; the bounds are asked for only where it rests on days that are not settled.
 *
 * Throws: `outside-coverage`, `unpublished` where the calendar ends before a bound.
 */
export function groundsOf(table: DayTable, day: Day, { from, to, asked }: Consulted, bounds: () => DayBounds): Grounds {
  const date = formatDay(day)
  if (to <= table.publishedTo || from > to) return { certainty: 'published', earliest: date, latest: date, awaits: [] }
  const { earliest, latest } = boundsWithin(table, asked ?? date, bounds)
  return { certainty: 'projected', earliest: formatDay(earliest), latest: formatDay(latest), awaits: awaitedIn(table, from, to) }
}

/** A bound beyond the calendar is not known, and a nearer one would be wrong; what is refused is the question, not the step that failed. */
function boundsWithin(table: DayTable, asked: string, bounds: () => DayBounds): DayBounds {
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
  const bounds = () => {
    const { soonest, latest } = readings()
    return { earliest: soonest.nth(table, start, n), latest: latest.nth(table, start, n) }
  }
  const asked = `${formatDay(start)} + { workingDays: ${n} }`
  return { date: formatDay(due), ...groundsOf(table, due, { from: (start + 1) as Day, to: due, asked }, bounds) }
}
