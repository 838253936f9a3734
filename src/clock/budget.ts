import { asProjected, type Reading, type Readings } from '../calendar/reading.js'
import type { Amount } from '../time/limit.js'
import { jointLine, type TimeLine, timeLine } from './line.js'
import type { Reached, Run } from './period.js'
import type { SessionTable } from './sessions.js'

/** How many units of time pass at once on a clock that never stands still. */
export function openStages({ weight, shares = [] }: Run): number {
  return shares.reduce((sum, share) => sum + share.weight, weight)
}

/** How working time passes in a run, on its own clock and on those of stages. */
export function workingLine(table: SessionTable, { weight, shares }: Run, reading: Reading): TimeLine {
  const line = timeLine(table, reading)
  // Nearly every run passes on one clock, one unit of time at once.
  if (shares === undefined && weight === 1) return line
  const others = (shares ?? []).map((share) => ({ line: timeLine(share.table, readingOf(share.readings, reading)), weight: share.weight }))
  return jointLine(weight > 0 ? [{ line, weight }, ...others] : others)
}

/** The reading of another calendar on the same side. */
export function readingOf(readings: () => Readings, { side }: Reading): Reading {
  if (side === 0) return asProjected
  return side > 0 ? readings().soonest : readings().latest
}

/** The earliest instant at which the budget is used up. */
export function reachTime(runs: readonly Run[], { amount, facts }: Amount, lineOf: (run: Run) => TimeLine): Reached {
  let left = amount * facts.size
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run
    const { start, end } = run
    const line = lineOf(run)
    const available = end ? line.between(start.instant, end.instant) : Number.POSITIVE_INFINITY
    if (available >= left) {
      const at = line.add(start.instant, left)
      return { due: { at, day: line.dayOf(at) } }
    }
    left -= available
  }
  return {}
}
