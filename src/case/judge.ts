import { type Clock, formatMoment } from '../clock/clock.js'
import { type Due, type Reached, reachOver, usedOver } from '../clock/count.js'
import type { Convention } from '../time/convention.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { type Amount, limitOf, UNITS } from '../time/limit.js'
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
  const table = clock.table
  const { start, stop, runs } = measured
  const until = stop ?? now
  const isRunning = runs.some((run) => !run.end || run.end.instant > until.instant)
  const state: State = stop ? (measured.isWithdrawn ? 'closed' : 'completed') : isRunning ? 'running' : 'paused'
  const reached = reachOver(table, runs, amount, convention)
  const { due, lastCountedDay } = reached
  const ifResumed = due ? undefined : reachOver(table, [...runs, { start: now, weight: 1 }], amount, convention).due
  const used = usedOver(table, runsUntil(runs, until), amount, convention)
  const end = due ?? (ifResumed as Due)
  const remaining = isInWorkingUnits(amount) ? amount.amount - used : end.day - until.day
  const standing: Standing = {
    state,
    amount,
    remaining,
    isPastDue: due !== undefined && (until.isDateOnly ? until.day > due.day : until.instant > due.at),
    isBeforeDueDate: due !== undefined && until.day < due.day,
    length: end.day - start.day,
  }
  const outcome = outcomeOf(standing)
  const unit = isInWorkingUnits(amount) ? amount.unit : 'calendarDays'
  const judged: Verdict = {
    state,
    outcome,
    light: lightOf(standing, outcome),
    ...(outcome === 'exempt' && { reason: 'closed-in-time' }),
    limit: limitOf(amount.unit, amount.amount),
    startsAt: formatMoment(table, start),
    ...(stop && { stoppedAt: formatMoment(table, stop) }),
    ...(lastCountedDay !== undefined && { lastCountedDay: formatDay(lastCountedDay) }),
    ...(due && deadlineText(due, clock)),
    used: limitOf(unit, used),
    remaining: limitOf(unit, remaining),
    ...(ifResumed && { ifResumedNow: deadlineText(ifResumed, clock) }),
  }
  return { judged, reached }
}

function isInWorkingUnits({ unit }: Amount): boolean {
  return UNITS[unit].kind !== 'calendar-days' && UNITS[unit].kind !== 'months'
}

function deadlineText({ day, at }: Due, clock: Clock): { dueDate: string; dueAt: string } {
  return { dueDate: formatDay(day), dueAt: formatInstant(at, clock.table.zone) }
}
