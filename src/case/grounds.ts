import { type Grounds, groundsOf, isProjected } from '../calendar/forecast.js'
import { asProjected, type Reading, type Readings } from '../calendar/reading.js'
import { awaitedIn, type DayTable } from '../calendar/table.js'
import type { Counting } from '../clock/count.js'
import { boundsBy, type DueBounds, daysOf } from '../clock/deadline.js'
import type { Due, Reached } from '../clock/period.js'
import { type Counted, type Running, restsOn, type SharedDays, sharedDays } from '../clock/rests.js'
import { NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import type { Asked } from './judge.js'
import type { Settled } from './settle.js'

/** What a verdict rests on; bounds and notices only where it rests on days that are not settled. */
export type Grounded = Pick<Grounds, 'certainty'> & Partial<Grounds>

export const PUBLISHED: Grounded = { certainty: 'published' }

/** A case measured against its limit, and where the limit ends. */
export interface Ended {
  readonly settled: Settled
  /** What was counted: of a case that stands still, as if it went on now. */
  readonly counted: Running
  readonly reached: Reached
}

/**
 * What the deadline of a case rests on; while it is paused, that of a resume now. A case stopped before the day of its earliest
 * deadline, or after that of its latest, has an outcome that no notice can change.
 */
export function groundsBy(ended: Ended, { table, clock: { calendar } }: Asked, dueIn: (reading: Reading) => Due): Grounded {
  const { settled, counted, reached } = ended
  const { recorded, stages = NONE, runs } = counted
  const end: Counted = { recorded, stages, runs, reached }
  const { stop } = settled.measured
  const own = restsOn(table.days, end, settled.counting)
  const shared = sharedDays(end, settled.counting)
  if (!isProjected(table.days, own) && !shared.some(({ days, spans }) => isProjected(days, spans))) return PUBLISHED
  const due = reached.due as Due
  const readings = shared.length > 0 ? () => sided(calendar.plan.readings()) : calendar.plan.readings
  const bounds = boundsBy({ table, readings }, due, dueIn)
  const grounds = groundsOf(table.days, due.day, own, daysOf(bounds))
  const awaits = awaitedByAll(grounds.awaits, shared)
  return stop && isOutside(stop, bounds) ? { ...grounds, awaits, certainty: 'published' } : { ...grounds, awaits }
}

/** Whether it is seen at once that all days which decide are settled, as they are for nearly every case. */
export function isLongSettled(
  { recorded, stages, runs }: Running,
  { due, lastCountedDay }: Reached,
  { amount, convention: { roll } }: Counting,
  { publishedTo }: DayTable,
): boolean {
  if (due === undefined || due.day > publishedTo) return false
  // A date looks at the days from its end to where that is rolled, but for rolls that look on its other side too; round-the-clock time at none.
  const isPlainRoll = roll === 'following' || roll === 'preceding' || roll === 'none'
  if (!amount.facts.countsWork) return isPlainRoll && (lastCountedDay === undefined || lastCountedDay <= publishedTo)
  const first = runs[0]
  return recorded.day <= publishedTo && stages?.length === 0 && first !== undefined && first.start.day <= publishedTo
}

/** Readings that tell their sides apart even where the calendar itself has nothing unsettled: those of others may. */
function sided({ soonest, latest }: Readings): Readings {
  if (soonest !== asProjected) return { soonest, latest }
  return { soonest: { ...asProjected, side: 1 }, latest: { ...asProjected, side: -1 } }
}

function awaitedByAll(own: readonly string[], shared: readonly SharedDays[]): readonly string[] {
  if (shared.length === 0) return own
  return [...new Set([...own, ...shared.flatMap(({ days, spans }) => awaitedIn(days, spans))])].sort()
}

function isOutside(stop: Moment, { earliest, latest }: DueBounds): boolean {
  return uncrossed(stop, earliest).day < earliest.day || uncrossed(stop, latest).day > latest.day
}

/** A due instant past midnight, be it 24:00 or the end of a night session, still belongs to its due day; a date does not. */
export function uncrossed(until: Moment, due: Due | undefined): Moment {
  return due && !until.isDateOnly && until.instant <= due.at && until.day > due.day ? { ...until, day: due.day } : until
}
