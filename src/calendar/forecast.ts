import { type Day, formatDay } from '../time/day.js'
import { asProjected, type Readings } from './reading.js'
import { awaitedIn, type DayTable } from './table.js'

/** Whether the days that an answer rests on are settled by notices, or follow from the law until they are. */
export type Certainty = 'published' | 'projected'

/** What a date rests on: for a projected one, the bounds of what notices can make of it, and the notices awaited. */
export interface Grounds {
  readonly certainty: Certainty
  readonly earliest: string
  readonly latest: string
  /** Ids of the notices awaited, in order; none for a published date. */
  readonly awaits: readonly string[]
}

/** A date and what it rests on. */
export interface Forecast extends Grounds {
  readonly date: string
}

/** The first and the last day that an answer rests on. */
export interface Consulted {
  readonly from: Day
  readonly to: Day
}

/** The bounds of a date. */
export interface DayBounds {
  readonly earliest: Day
  readonly latest: Day
}

/** The grounds of a day; the bounds are asked for only where it rests on days that are not settled. */
export function groundsOf(table: DayTable, day: Day, { from, to }: Consulted, bounds: () => DayBounds): Grounds {
  const date = formatDay(day)
  if (to <= table.publishedTo || from > to) return { certainty: 'published', earliest: date, latest: date, awaits: [] }
  const { earliest, latest } = bounds()
  return { certainty: 'projected', earliest: formatDay(earliest), latest: formatDay(latest), awaits: awaitedIn(table, from, to) }
}

/** The n-th working day strictly after a day, with what it rests on. */
export function forecast(table: DayTable, readings: () => Readings, start: Day, n: number): Forecast {
  const due = asProjected.nth(table, start, n)
  // What notices may make of the days up to the start counts as well as what they make of those after it.
  const bounds = () => {
    const { soonest, latest } = readings()
    return { earliest: soonest.nth(table, start, n), latest: latest.nth(table, start, n) }
  }
  return { date: formatDay(due), ...groundsOf(table, due, { from: (start + 1) as Day, to: due }, bounds) }
}
