import { type Clock, formatMoment } from '../clock/clock.js'
import { type Due, type Reached, reachOver, usedOver } from '../clock/count.js'
import type { Convention } from '../time/convention.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { type Amount, kindOf, limitOf } from '../time/limit.js'
import type { Assessment } from './assessment.js'
import { type Measured, runsUntil } from './runs.js'
import { lightOf, outcomeOf, type Standing, type State } from './verdict.js'

/** The part of an assessment that its clock decides. */
export type Verdict = Omit<Assessment, 'id' | 'rule' | 'caps' | 'findings' | 'basis'>

/** What a case is judged by, besides its own course. */
export interface Terms {
  readonly clock: Clock
  readonly convention: Convention
  readonly now: Moment
}

/** Compares a measured case with its limit. */
export function judge(measured: Measured, amount: Amount, { clock, convention, now }: Terms): { judged: Verdict; reached: Reached } {
  const { table } = clock
  const { start, stop, runs } = measured
  const state = stateOf(measured)
  const reached = reachOver(table, { start, runs }, amount, convention)
  const { due } = reached
  const ifResumed = due ? undefined : reachOver(table, { start, runs: measured.runsIfResumed(now) }, amount, convention).due
  const until = uncrossed(stop ?? now, due)
  const used = usedOver(table, runsUntil(runs, until), amount, convention)
  const isOwnUnit = kindOf(amount.unit).toldIn === 'own-unit'
  const remaining = isOwnUnit ? amount.amount - used : (due ?? (ifResumed as Due)).day - until.day
  const standing: Standing = {
    state,
    amount,
    used,
    remaining,
    isPastDue: due !== undefined && (until.isDateOnly ? until.day > due.day : until.instant > due.at),
    isBeforeDueDate: due !== undefined && until.day < due.day,
  }
  const outcome = outcomeOf(standing)
  const unit = isOwnUnit ? amount.unit : 'calendarDays'
  const judged: Verdict = {
    state,
    outcome,
    light: lightOf(standing, outcome),
    ...(outcome === 'exempt' && { reason: 'closed-in-time' }),
    limit: limitOf(amount.unit, amount.amount),
    startsAt: formatMoment(table, start),
    ...(stop && { stoppedAt: formatMoment(table, stop) }),
    ...(reached.lastCountedDay !== undefined && { lastCountedDay: formatDay(reached.lastCountedDay) }),
    ...(due && deadlineText(due, clock)),
    used: limitOf(unit, used),
    remaining: limitOf(unit, remaining),
    ...(ifResumed && { ifResumedNow: deadlineText(ifResumed, clock) }),
  }
  return { judged, reached }
}

function stateOf({ stop, isWithdrawn, isPaused }: Measured): State {
  if (stop) return isWithdrawn ? 'closed' : 'completed'
  return isPaused ? 'paused' : 'running'
}

/** A due instant past midnight, be it 24:00 or the end of a night session, still belongs to its due day. */
function uncrossed(until: Moment, due: Due | undefined): Moment {
  return due && until.instant <= due.at && until.day > due.day ? { ...until, day: due.day } : until
}

function deadlineText({ day, at }: Due, clock: Clock): { dueDate: string; dueAt: string } {
  return { dueDate: formatDay(day), dueAt: formatInstant(at, clock.table.zone) }
}
