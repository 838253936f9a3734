import { civilOf, type Day, dayOf } from '../time/day.js'

/** A notice that is awaited for the days after one, its id with `{year}` in place of the year it covers. */
export interface Awaited {
  readonly after: Day
  readonly notice: string
  /** Years after the first that is awaited of which the notice is known all the same. */
  readonly known: ReadonlySet<number>
}

/** What is awaited after the last day that is settled, where notices of some years are known. */
export function awaitedAfter(last: Day, notice: string, years: ReadonlySet<number>): Awaited {
  const first = firstAwaited(last)
  return { after: last, notice, known: new Set([...years].filter((year) => year > first).sort((a, b) => a - b)) }
}

/** The last week of a year is settled by its own notice and by that of the next. */
const LAST_WEEK = 7

function yearOf(day: number): number {
  return civilOf(day as Day).year
}

/** The first year whose notice is awaited once the days up to one are settled. */
function firstAwaited(after: Day): number {
  return yearOf(after + 1 + LAST_WEEK)
}

/** The years whose notices are missing for days of a span that are open, in order of the days. */
export function yearsMissing(awaited: Awaited, from: number, to: number, isOpen: (day: Day) => boolean): readonly number[] {
  const missing = new Set<number>()
  for (let first = Math.max(from, awaited.after + 1); first <= to; ) {
    const last = Math.min(to, endOfStretch(first))
    if (isSomeOpen(first, last, isOpen)) for (const year of yearsMissingOn(awaited, first)) missing.add(year)
    first = last + 1
  }
  return [...missing]
}

/** The last of the days after a day that rest on the same notices. */
function endOfStretch(day: number): Day {
  const end = dayOf(yearOf(day), 12, 31)
  return day + LAST_WEEK > end ? end : ((end - LAST_WEEK) as Day)
}

function isSomeOpen(from: number, to: number, isOpen: (day: Day) => boolean): boolean {
  for (let day = from; day <= to; day++) if (isOpen(day as Day)) return true
  return false
}

/** The years whose notices are missing for a day: its own, or where these are known, those before it that break the run. */
function yearsMissingOn({ after, known }: Awaited, day: number): readonly number[] {
  const first = firstAwaited(after)
  const missing = (from: number, to: number) => {
    const years: number[] = []
    for (let year = Math.max(first, from); year <= to; year++) if (!known.has(year)) years.push(year)
    return years
  }
  const own = missing(yearOf(day), yearOf(day + LAST_WEEK))
  return own.length > 0 ? own : missing(first, yearOf(day))
}
