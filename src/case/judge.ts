import { type Grounds, groundsOf, isProjected } from '../calendar/forecast.js'
import type { Reading } from '../calendar/reading.js'
import type { Clock } from '../clock/clock.js'
import { type Due, type Reached, reachOver, usedUntil } from '../clock/count.js'
import { boundsBy, type DueBounds, daysOf } from '../clock/deadline.js'
import { type Counted, restsOn } from '../clock/rests.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Moment } from '../time/instant.js'
import { kindOf } from '../time/limit.js'
import type { Instant } from '../time/zone.js'
import { nextChange } from './change.js'
import type { Course } from './course.js'
import { ifResumed, type Measured } from './runs.js'
import { type Settled, settle } from './settle.js'
import type { LimitTerms } from './terms.js'
import { type Light, lightOf, type Outcome, outcomeOf, type Standing, type State } from './verdict.js'

/** What cases are judged by: a clock, and the moment of asking. */
export interface Asked {
  readonly clock: Clock
  readonly now: Moment
}

/** A limit that a case is under, and what of the case it measures. */
export interface Bound {
  readonly terms: LimitTerms
  readonly course: Course
  readonly recorded: Moment
}

/** What a verdict rests on; bounds and notices only where it rests on days that are not settled. */
type Grounded = Pick<Grounds, 'certainty'> & Partial<Grounds>

/** How a case stands against a limit, in numbers; used and left in the unit of the limit, in calendar days for months and years. */
export interface Judgement extends Bound {
  readonly settled: Settled
  readonly reached: Reached
  /** Where the limit ends; of a case that stands still, where it would end if it went on now. */
  readonly endDue: Due
  readonly state: State
  readonly outcome: Outcome
  readonly light: Light
  readonly used: number
  readonly remaining: number
  readonly grounds: Grounded
  /** The next instant at which light or outcome changes though nothing happens. */
  readonly change: Instant | undefined
}

/** Compares a case with one of its limits. */
export function judge(bound: Bound, asked: Asked): Judgement {
  const { terms, course, recorded } = bound
  const { clock, now } = asked
  const { table } = clock
  const settled = settleBy(bound, table)
  const { measured, counting } = settled
  const { amount } = counting
  const { stop } = measured
  const reached = reachOver(table, measured, counting)
  const { due } = reached
  const end = due ? { recorded: measured.recorded, runs: measured.runs, reached } : resumedEnd(settled, { table, now })
  const endDue = end.reached.due as Due
  const until = uncrossed(stop ?? now, due)
  const used = usedUntil(table, measured, until, counting)
  const remaining = kindOf(amount.unit).toldIn === 'own-unit' ? amount.amount - used : endDue.day - until.day
  const standing: Standing = {
    state: stateOf(measured),
    amount,
    used,
    remaining,
    isPastDue: due !== undefined && (until.isDateOnly ? until.day > due.day : until.instant > due.at),
    isBeforeDueDate: due !== undefined && until.day < due.day,
    warning: terms.version.warning,
  }
  const outcome = outcomeOf(standing)
  const light = lightOf(standing, outcome)
  const change = stop ? undefined : nextChange({ table, measured, counting, due, standing, light, now })
  const grounds = groundsBy({ bound, settled, end }, asked)
  return { terms, course, recorded, settled, reached, endDue, state: standing.state, outcome, light, used, remaining, grounds, change }
}

/** Measures a case under its limit, in a reading of days that are not settled. */
function settleBy({ terms: { version, counting }, course, recorded }: Bound, table: SessionTable, reading?: Reading): Settled {
  return settle(table, { course, version, recorded }, reading ? { ...counting, reading } : counting)
}

interface At {
  readonly table: SessionTable
  readonly now: Moment
}

/** Where the limit of a case that stands still would end if it went on now. */
function resumedEnd({ measured, counting }: Settled, { table, now }: At): Counted {
  const period = ifResumed(table, measured, now, counting)
  return { recorded: measured.recorded, runs: period.runs, reached: reachOver(table, period, counting) }
}

/** A case measured against its limit, and where the limit ends. */
interface Ended {
  readonly bound: Bound
  readonly settled: Settled
  readonly end: Counted
}

const PUBLISHED: Grounded = { certainty: 'published' }

/**
 * What the deadline of a case rests on; while it is paused, that of a resume now. A case stopped before the day of its earliest
 * deadline, or after that of its latest, has an outcome that no notice can change.
 */
function groundsBy({ bound, settled, end }: Ended, { clock, now }: Asked): Grounded {
  const { table, calendar } = clock
  const { counting, measured } = settled
  const { stop } = measured
  const consulted = restsOn(table.days, end, counting)
  if (!isProjected(table.days, consulted)) return PUBLISHED
  const dueIn = (reading: Reading) => {
    const other = settleBy(bound, table, reading)
    return (reachOver(table, other.measured, other.counting).due ?? resumedEnd(other, { table, now }).reached.due) as Due
  }
  const due = end.reached.due as Due
  const bounds = boundsBy({ table, readings: calendar.plan.readings }, due, dueIn)
  const grounds = groundsOf(table.days, due.day, consulted, daysOf(bounds))
  return stop && isOutside(stop, bounds) ? { ...grounds, certainty: 'published' } : grounds
}

function isOutside(stop: Moment, { earliest, latest }: DueBounds): boolean {
  return uncrossed(stop, earliest).day < earliest.day || uncrossed(stop, latest).day > latest.day
}

function stateOf({ stop, isClosed, isPaused }: Measured): State {
  if (stop) return isClosed ? 'closed' : 'completed'
  return isPaused ? 'paused' : 'running'
}

/** A due instant past midnight, be it 24:00 or the end of a night session, still belongs to its due day; a date does not. */
function uncrossed(until: Moment, due: Due | undefined): Moment {
  return due && !until.isDateOnly && until.instant <= due.at && until.day > due.day ? { ...until, day: due.day } : until
}
