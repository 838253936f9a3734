import type { Readings } from '../calendar/reading.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import type { SessionTable } from './sessions.js'

/** Time that passes on another clock than that of the period: that of a stage with hours of its own. */
export interface Share {
  /** What the clock is called. */
  readonly name: string
  readonly table: SessionTable
  readonly readings: () => Readings
  readonly weight: number
}

/**
 * A stretch `[start, end)` in which a period runs; without an end it runs on.
 *
 * Units: `weight` is how many units of time pass at once; 2 while two stages of a sum are open. Those of stages on clocks of their
 * own pass beside them, as `shares`.
 */
export interface Run {
  readonly start: Moment
  readonly end?: Moment | undefined
  readonly weight: number
  readonly shares?: readonly Share[] | undefined
}

/** A run that goes on. */
export function runFrom(start: Moment): Run {
  return { start, end: undefined, weight: 1, shares: undefined }
}

/** A run that has ended. */
export type ClosedRun = Run & { readonly end: Moment }

/** A start, as the convention moves it, and the runs from it on; none while the period has been paused from its start. */
export interface Period {
  readonly start: Moment
  readonly runs: readonly Run[]
  /** A stop ended it in a pause; the runs go on after it. */
  readonly isStoppedPaused?: boolean
}

/** Where a limit ends. */
export interface Due {
  readonly day: Day
  readonly at: Instant
}

/** The last counted day of a day limit, and its end; both absent while the runs leave the limit unreached. */
export interface Reached {
  readonly lastCountedDay?: Day
  readonly due?: Due
}
