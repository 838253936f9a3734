import { civilOf, type Day, formatDay, parseDay } from '../time/day.js'
import { nthAfter, type Outlook, outlookOf } from './outlook.js'
import { project, type Swap } from './projection.js'
import { allMarks, type CalendarSource, layerMarks } from './source.js'
import { addWorkingDays, compileDays, type DayTable, outsideCoverage } from './table.js'

/** Whether the days that an answer rests on are settled by notices, or follow from the law until they are. */
export type Certainty = 'published' | 'projected'

/** A date and what it rests on: for a projected one, the bounds of what notices can make of it, and the notices awaited. */
export interface Forecast {
  readonly date: string
  readonly certainty: Certainty
  readonly earliest: string
  readonly latest: string
  /** Ids of the notices awaited, in order; none for a published date. */
  readonly awaits: readonly string[]
}

/** A calendar beyond its notices. */
export interface Ahead {
  readonly days: DayTable
  readonly publishedTo: Day
  readonly awaits: string
  readonly outlook: () => Outlook
}

/** The calendar to the end of its projection; to that of its coverage where it has none. */
export function lookAhead(source: CalendarSource, published: DayTable): Ahead {
  const { projection } = source
  const publishedTo = published.last
  const last = projection ? parseDay(projection.to, 'projection.to') : publishedTo
  if (!projection || last <= publishedTo)
    return { days: published, publishedTo, awaits: '', outlook: () => ({ early: published, late: published, most: published, least: published }) }
  const { marks, swaps } = project(projection, source.notices, published.weekend, { publishedTo, last })
  const days = compileDays({ ...published, last, marks: allMarks(source, marks) })
  let compiled: Outlook | undefined
  function outlook(): Outlook {
    compiled ??= outlookOf(days, unsettled(swaps(), source))
    return compiled
  }
  return { days, publishedTo, awaits: projection.awaits, outlook }
}

/** A day that a layer has settled is not moved by a notice below it. */
function unsettled(swaps: readonly Swap[], source: CalendarSource): readonly Swap[] {
  const settled = layerMarks(source)
  const isOpen = (day: Day) => !settled.has(day)
  return swaps.map(({ moves, mayWork, mayBeOff }) => ({ moves, mayWork: mayWork.filter(isOpen), mayBeOff: mayBeOff.filter(isOpen) }))
}

/** The n-th working day strictly after a day, with what it rests on. */
export function forecast(ahead: Ahead, start: Day, n: number): Forecast {
  const { days, publishedTo } = ahead
  const due = addWorkingDays(days, start, n)
  const date = formatDay(due)
  if (n === 0 || due <= publishedTo) return { date, certainty: 'published', earliest: date, latest: date, awaits: [] }
  const { early, late, most, least } = ahead.outlook()
  // What notices may make of the days up to the start counts as well as what they make of those after it.
  const after = start - days.first + 1
  const earliest = Math.max(nthAfter(early, late.rank[after], n), nthAfter(most, most.rank[after], n))
  const latest = Math.min(nthAfter(late, early.rank[after], n), nthAfter(least, least.rank[after], n))
  if (latest > days.last) return outsideCoverage(days, `${formatDay(start)} + { workingDays: ${n} }`, 'after')
  const awaits = noticesBetween(ahead.awaits, Math.max(start, publishedTo) + 1, due)
  return { date, certainty: 'projected', earliest: formatDay(earliest as Day), latest: formatDay(latest as Day), awaits }
}

/** The last week of a year is settled by the notice for the next. */
const LAST_WEEK = 7

function noticesBetween(id: string, first: number, last: number): readonly string[] {
  const yearOf = (day: number) => civilOf((day + LAST_WEEK) as Day).year
  const from = yearOf(first)
  return Array.from({ length: yearOf(last) - from + 1 }, (_, i) => id.replace('{year}', String(from + i)))
}
