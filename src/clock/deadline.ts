import { boundsWithin, type DayBounds, type Grounds, groundsOf, isProjected } from '../calendar/forecast.js'
import type { Reading, Readings } from '../calendar/reading.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { type Counting, reachOver } from './count.js'
import { startFor } from './intake.js'
import { formatMoment } from './moment.js'
import { type Due, type Reached, runFrom } from './period.js'
import { restsOn } from './rests.js'
import type { SessionTable } from './sessions.js'

/**
 * Where a limit ends: the date, the last permitted instant, and the start it was counted from; and what the date rests on.
 *
 * Edges: `earliest` and `latest` bound the due date. They differ from it only where it rests on days that no notice has settled.
 */
export interface Deadline extends Grounds {
  readonly startsAt: string
  readonly dueDate: string
  readonly dueAt: string
}

/** What a deadline is found by. */
export interface Ground {
  readonly table: SessionTable
  readonly readings: () => Readings
}

/** The start of a limit as it is moved, and where the limit ends. */
export interface DueFrom {
  readonly start: Moment
  readonly reached: Reached
  readonly due: Due
}

/** Where a limit ends that starts at a moment. */
export function dueOf(table: SessionTable, recorded: Moment, counting: Counting): DueFrom {
  const start = startFor(table, recorded, counting)
  const reached = reachOver(table, { start, runs: [runFrom(start)] }, counting)
  // A period that runs on always ends, or leaves the calendar, which throws.
  return { start, reached, due: reached.due as Due }
}

/** The deadline of a limit that starts at a moment, in text. */
export function deadline({ table, readings }: Ground, recorded: Moment, counting: Counting): Deadline {
  const { start, reached, due } = dueOf(table, recorded, counting)
  const runs = [runFrom(start)]
  const consulted = restsOn(table.days, { recorded, runs, reached }, counting)
  const dueIn = (reading: Reading) => dueOf(table, recorded, { ...counting, reading }).due
  const bounds = isProjected(table.days, consulted) ? daysOf(boundsBy({ table, readings }, due, dueIn)) : undefined
  return {
    startsAt: formatMoment(table, start),
    dueDate: formatDay(due.day),
    dueAt: formatInstant(due.at, table.zone),
    ...groundsOf(table.days, due.day, consulted, bounds),
  }
}

/** Where a limit ends in the readings in which counts end soonest and latest. */
export interface DueBounds {
  readonly earliest: Due
  readonly latest: Due
}

export function boundsBy({ table, readings }: Ground, due: Due, dueIn: (reading: Reading) => Due): DueBounds {
  return boundsWithin(table.days, formatDay(due.day), () => {
    const { soonest, latest } = readings()
    return { earliest: dueIn(soonest), latest: dueIn(latest) }
  })
}

/** The bounds of the due day. */
export function daysOf({ earliest, latest }: DueBounds): DayBounds {
  return { earliest: earliest.day, latest: latest.day }
}
