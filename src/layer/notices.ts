import type { Arrangement, Notice } from '../calendar/notice.js'
import { civilOf, type Day, formatDay } from '../time/day.js'
import { isDateText } from '../time/instant.js'
import { type Entry, failEvent, textsOf } from './events.js'
import type { Kind } from './kinds.js'

/** What an event says of one day. */
export interface Told {
  readonly day: Day
  readonly kind: Kind
  readonly occasion: string
  readonly entry: Entry
}

/** What is told of days, as one notice for each of their years. */
export function noticesOf(told: readonly Told[], id: string, issued: string | undefined): readonly Notice[] {
  const years = [...grouped(told, ({ day }) => civilOf(day).year)].sort(([a], [b]) => a - b)
  return years.map(([year, days]) => ({
    id: `${id}-${year}`,
    number: null,
    issued: issued ?? latestStamp(days),
    covers: year,
    arrangements: arrangementsOf(days),
  }))
}

/** One arrangement for an occasion, whatever the number of its events: of two, a calendar would take the second for an amendment. */
function arrangementsOf(told: readonly Told[]): readonly Arrangement[] {
  const inOrder = told.toSorted((a, b) => a.day - b.day)
  const runs = (days: readonly Told[], kind: Kind) => runsOf(days.filter((each) => each.kind === kind).map(({ day }) => day))
  return [...grouped(inOrder, ({ occasion }) => occasion)].map(([occasion, days]) => ({ occasion, off: runs(days, 'off'), work: runs(days, 'work') }))
}

/** Days in order, as dates and runs of dates. */
function runsOf(days: readonly Day[]): readonly string[] {
  const runs: [first: Day, last: Day][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && day <= run[1] + 1) run[1] = day
    else runs.push([day, day])
  }
  return runs.map(([first, last]) => (first === last ? formatDay(first) : `${formatDay(first)}/${formatDay(last)}`))
}

/** The latest day on which one of the events was changed, or else written. */
function latestStamp(told: readonly Told[]): string {
  const stamps = [...new Set(told.map(({ entry }) => entry))].flatMap(({ component }) =>
    [...textsOf(component, 'last-modified'), ...textsOf(component, 'dtstamp')]
      .map((stamp) => stamp.slice(0, 10))
      .filter(isDateText)
      .slice(0, 1),
  )
  return stamps.sort().at(-1) ?? failEvent('unstamped', (told[0] as Told).entry)
}

/** Items by their keys, both in the order of first appearance. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
