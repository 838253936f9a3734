import type { Roll } from '../time/convention.js'
import { type Day, formatDay } from '../time/day.js'
import type { Outlook, Pair } from './outlook.js'
import { countAfter, type DayTable, nthAfter, outsideCoverage, type Ranks, rollDay } from './table.js'

/**
 * A way to read days of which some are not settled: as projected, or so that counts end as soon, or as late, as notices can
 * still make them.
 */
export interface Reading {
  /** 1 where counts end soonest, -1 where latest. */
  readonly side: 1 | 0 | -1
  /** The n-th working day strictly after a day. */
  readonly nth: (table: DayTable, after: Day, n: number) => Day
  /** Working days in `(after, to]`. */
  readonly count: (table: DayTable, after: Day, to: Day) => number
  readonly roll: (table: DayTable, day: Day, roll: Roll) => Day
  /** Days in `(after, to]` that notices may still make otherwise. */
  readonly unsettled: (after: Day, to: Day) => number
}

/** The days as they are known or projected. */
export const asProjected: Reading = {
  side: 0,
  nth: nthAfter,
  count: countAfter,
  roll: rollDay,
  unsettled: () => 0,
}

/** The reading in which counts end soonest, and the one in which they end latest. */
export interface Readings {
  readonly soonest: Reading
  readonly latest: Reading
}

/** The readings of an outlook. */
export function readingsOf(outlook: Outlook): Readings {
  const { first, most, least } = outlook
  const unsettled = (after: Day, to: Day) => between(most, after, to, first) - between(least, after, to, first)
  const isSure = (day: Day) => between(least, (day - 1) as Day, day, first) > 0
  const soonest: Reading = {
    side: 1,
    unsettled,
    nth: (table, after, n) => known(table, Math.max(...outlook.soonest.map((pair) => nthOf(pair, after, n, first))), after, n),
    count: (_, after, to) => Math.min(...outlook.soonest.map((pair) => countOf(pair, after, to, first))),
    roll: (table, day, roll) => {
      if (roll === 'none' || isSure(day)) return rollDay(table, day, 'none')
      return roll === 'following' ? soonest.nth(table, (day - 1) as Day, 1) : lastBy(table, least, day)
    },
  }
  const latest: Reading = {
    side: -1,
    unsettled,
    nth: (table, after, n) => known(table, Math.min(...outlook.latest.map((pair) => nthOf(pair, after, n, first))), after, n),
    count: (_, after, to) => Math.max(...outlook.latest.map((pair) => countOf(pair, after, to, first))),
    roll: (table, day, roll) => {
      if (roll === 'none' || isSure(day)) return rollDay(table, day, 'none')
      return roll === 'preceding' ? lastBy(table, most, day) : latest.nth(table, (day - 1) as Day, 1)
    },
  }
  return { soonest, latest }
}

/** A calendar that has nothing unsettled reads the same in every way. */
export const settled: Readings = { soonest: asProjected, latest: asProjected }

function between({ rank }: Ranks, after: Day, to: Day, first: Day): number {
  return (rank[to - first + 1] as number) - (rank[after - first + 1] as number)
}

function countOf({ from, to: until }: Pair, after: Day, to: Day, first: Day): number {
  return Math.max(0, (until.rank[to - first + 1] as number) - (from.rank[after - first + 1] as number))
}

function nthOf({ from, to }: Pair, after: Day, n: number, first: Day): number {
  return to.select[(from.rank[after - first + 1] as number) + n - 1] ?? Number.POSITIVE_INFINITY
}

function known(table: DayTable, found: number, after: Day, n: number): Day {
  return found <= table.last ? (found as Day) : outsideCoverage(table, `${formatDay(after)} + { workingDays: ${n} }`, 'after')
}

function lastBy(table: DayTable, { rank, select }: Ranks, day: Day): Day {
  const found = select[(rank[day - table.first + 1] as number) - 1]
  return found === undefined ? outsideCoverage(table, `<- ${formatDay(day)}`, 'before') : (found as Day)
}
