import { type Grounds, groundsOf, isProjected } from '../calendar/forecast.js'
import type { Reading } from '../calendar/reading.js'
import type { Clock } from '../clock/clock.js'
import { type Due, type Reached, reachOver, usedUntil } from '../clock/count.js'
import { boundsBy, type DueBounds, daysOf } from '../clock/deadline.js'
import { formatMoment } from '../clock/moment.js'
import { type Counted, restsOn } from '../clock/rests.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { kindOf, limitOf } from '../time/limit.js'
import type { Assessment } from './assessment.js'
import { nextChange } from './change.js'
import type { Measured } from './runs.js'
import type { Settled } from './settle.js'
import { lightOf, outcomeOf, type Standing, type State } from './verdict.js'

/** The part of an assessment that its clock decides. */
export type Verdict = Omit<Assessment, 'id' | 'rule' | 'binding' | 'limits' | 'caps' | 'findings' | 'basis'>

/** What a case is judged by, besides its own course. */
export interface Terms {
  readonly clock: Clock
  readonly convention: Convention
  readonly now: Moment
  /** When the light turns yellow, where the rule says so. */
  readonly warning?: Version['warning']
}

/** What a case's clock measures in another reading of days that are not settled. */
export type SettledBy = (reading: Reading) => Settled

/** Compares a measured case with its limit. */
export function judge(settled: Settled, settledBy: SettledBy, terms: Terms): { verdict: Verdict; reached: Reached } {
  const { clock, now } = terms
  const { table } = clock
  const { measured, counting } = settled
  const { amount } = counting
  const { recorded, start, stop, runs } = measured
  const state = stateOf(measured)
  const reached = reachOver(table, { start, runs }, counting)
  const { due } = reached
  const end: Counted = due ? { recorded, runs, reached } : ifResumed(settled, { table, now })
  const endDue = end.reached.due as Due
  const until = uncrossed(stop ?? now, due)
  const used = usedUntil(table, { start, runs }, until, counting)
  const isOwnUnit = kindOf(amount.unit).toldIn === 'own-unit'
  const remaining = isOwnUnit ? amount.amount - used : endDue.day - until.day
  const standing: Standing = {
    state,
    amount,
    used,
    remaining,
    isPastDue: due !== undefined && (until.isDateOnly ? until.day > due.day : until.instant > due.at),
    isBeforeDueDate: due !== undefined && until.day < due.day,
    warning: terms.warning,
  }
  const outcome = outcomeOf(standing)
  const light = lightOf(standing, outcome)
  const change = stop ? undefined : nextChange({ table, measured, counting, due, standing, light, now })
  const unit = isOwnUnit ? amount.unit : 'calendarDays'
  const verdict: Verdict = {
    state,
    outcome,
    light,
    ...(outcome === 'exempt' && { reason: 'closed-in-time' }),
    limit: limitOf(amount.unit, amount.amount),
    startsAt: formatMoment(table, start),
    ...(stop && { stoppedAt: formatMoment(table, stop) }),
    ...(reached.lastCountedDay !== undefined && { lastCountedDay: formatDay(reached.lastCountedDay) }),
    ...(due && deadlineText(due, clock)),
    ...groundsBy({ settled, settledBy, end }, terms),
    used: limitOf(unit, used),
    remaining: limitOf(unit, remaining),
    ...(!due && { ifResumedNow: deadlineText(endDue, clock) }),
    ...(change !== undefined && { nextChangeAt: formatInstant(change, table.zone) }),
  }
  return { verdict, reached }
}

interface At {
  readonly table: SessionTable
  readonly now: Moment
}

/** Where the limit of a case that stands still would end if it went on now. */
function ifResumed({ measured, counting }: Settled, { table, now }: At): Counted {
  const { start, runs } = measured.ifResumed(now)
  return { recorded: measured.recorded, runs, reached: reachOver(table, { start, runs }, counting) }
}

/** A case measured against its limit, the same in another reading, and where the limit ends. */
interface Judged {
  readonly settled: Settled
  readonly settledBy: SettledBy
  readonly end: Counted
}

/**
 * What the deadline of a case rests on; while it is paused, that of a resume now. A case stopped before the day of its earliest
 * deadline, or after that of its latest, has an outcome that no notice can change.
 */
function groundsBy({ settled, settledBy, end }: Judged, { clock, now }: Terms): Partial<Grounds> {
  const { table, calendar } = clock
  const { counting, measured } = settled
  const { stop } = measured
  const consulted = restsOn(table.days, end, counting)
  if (!isProjected(table.days, consulted)) return { certainty: 'published' }
  const dueIn = (reading: Reading) => {
    const other = settledBy(reading)
    return (reachOver(table, other.measured, other.counting).due ?? ifResumed(other, { table, now }).reached.due) as Due
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

function deadlineText({ day, at }: Due, clock: Clock): { dueDate: string; dueAt: string } {
  return { dueDate: formatDay(day), dueAt: formatInstant(at, clock.table.zone) }
}
