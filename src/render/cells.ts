import { civilOf, type Day, weekdayOf } from '../time/day.js'
import type { Passing, Strip } from './strip.js'

/** What days are drawn together as: the narrower the picture, the more. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Part of a cell of one kind, as a share of its width or, where days are drawn together, of its height. */
export interface Share {
  readonly passing: Exclude<Passing, 'off'>
  readonly share: number
}

/** Days drawn as one, from the first to the last of them. */
export interface Cell {
  readonly first: Day
  readonly last: Day
  readonly shares: readonly Share[]
}

/** How many days the cells of a grain mostly have, and which day begins one. */
const GRAINS: Readonly<Record<Grain, { readonly days: number; readonly isFirst: (day: Day) => boolean }>> = {
  day: { days: 1, isFirst: () => true },
  week: { days: 7, isFirst: (day) => weekdayOf(day) === 1 },
  month: { days: 30, isFirst: (day) => civilOf(day).date === 1 },
  quarter: { days: 91, isFirst: (day) => civilOf(day).date === 1 && civilOf(day).month % 3 === 1 },
  year: { days: 365, isFirst: (day) => civilOf(day).date === 1 && civilOf(day).month === 1 },
}

/** The finest grain whose cells are not narrower than `least`, of a strip on which a day has a width. */
export function grainFor(widthOfDay: number, least: number): Grain {
  const grains = Object.keys(GRAINS) as Grain[]
  return grains.find((grain) => GRAINS[grain].days * widthOfDay >= least) ?? 'year'
}

/** The days of a strip in cells: each in one, and in order. */
export function cellsOf(strip: Strip, grain: Grain): readonly Cell[] {
  const starts = strip.days.flatMap((_, i) => (i === 0 || GRAINS[grain].isFirst((strip.first + i) as Day) ? [i] : []))
  return starts.map((from, n) => {
    const to = starts[n + 1] ?? strip.days.length
    return { first: (strip.first + from) as Day, last: (strip.first + to - 1) as Day, shares: sharesIn(strip, from, to) }
  })
}

const ORDER = ['running', 'overdue', 'ahead', 'paused'] as const

/** How much of a stretch is of each kind; what is left of it does not count. */
export function sharesIn({ bars }: Pick<Strip, 'bars'>, from: number, to: number): readonly Share[] {
  const sums = { running: 0, overdue: 0, ahead: 0, paused: 0 }
  for (const bar of bars) sums[bar.passing] += Math.max(0, Math.min(bar.to, to) - Math.max(bar.from, from))
  return ORDER.filter((passing) => sums[passing] > 0).map((passing) => ({ passing, share: sums[passing] / (to - from) }))
}
