import type { Reading } from '../calendar/reading.js'
import type { Clock } from '../clock/clock.js'
import { reachOver, usedUntil } from '../clock/count.js'
import type { Due, Reached } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import { type Going, nextChange, warningOf } from './change.js'
import type { Clocks } from './clocks.js'
import { type Ended, type Grounded, groundsBy, isLongSettled, PUBLISHED, uncrossed } from './grounds.js'
import { ifResumed, type Measured, type Measuring, resumedAt } from './runs.js'
import { type Settled, settle } from './settle.js'
import { type Light, lightOf, type Outcome, outcomeOf, type Standing, type State } from './verdict.js'

/** What cases are judged by: a clock, and the moment of asking. */
export interface Asked {
  readonly clock: Clock
  /** What the clock has compiled: every part of a judgement asks about it. */
  readonly table: SessionTable
  /** The clocks that stages run on, by the names that the policy gives them. */
  readonly clocks: Clocks
  readonly now: Moment
}

/** How a case stands against a limit, in numbers; used and left in the unit of the limit, in calendar days for months and years. */
export interface Judgement extends Pick<Measuring, 'terms'> {
  readonly settled: Settled
  readonly reached: Reached
  /** Where the limit ends; of a case that stands still, where it would end if it went on now. */
  readonly endDue: Due
  readonly state: State
  readonly outcome: Outcome
  readonly light: Light
  readonly used: number
  readonly remaining: number
  /** All of the limit by which its light is measured. */
  readonly whole: number
  readonly grounds: Grounded
  /** The next instant at which light or outcome changes though nothing happens. */
  readonly change: Instant | undefined
}

/** Compares a case with one of its limits; it may have been measured already, for another limit. */
export function judge(measuring: Measuring, asked: Asked, known?: Measured): Judgement {
  const { terms } = measuring
  const { table, now } = asked
  const settled = settle(table, measuring, terms.counting, known)
  const { measured, counting } = settled
  const { amount } = counting
  const { stop } = measured
  const reached = reachOver(table, measured, counting)
  const { due } = reached
  const resumed = due ? undefined : ifResumed(table, measured, now, counting)
  const ended = resumed ? reachOver(table, resumed, counting) : reached
  const endDue = ended.due as Due
  const until = uncrossed(stop ?? now, due)
  const used = usedUntil(table, measured, until, counting)
  const remaining = amount.facts.toldIn === 'own-unit' ? amount.amount - used : endDue.day - until.day
  const left = resumed !== undefined && amount.facts.toldIn !== 'own-unit' ? leftOf(settled, ended, asked) : remaining
  const standing: Standing = {
    state: stateOf(measured),
    amount,
    whole: amount.facts.kind === 'months' ? used + left + stoodAfterEnd(measured, until, due) : amount.amount,
    remaining: left,
    isPastDue: due !== undefined && (until.isDateOnly ? until.day > due.day : until.instant > due.at),
    isBeforeDueDate: due !== undefined && until.day < due.day,
    warning: terms.version.warning,
  }
  const outcome = outcomeOf(standing)
  const light = lightOf(standing, outcome)
  const change = stop ? undefined : changeOf(settled, standing, { due, light }, asked)
  const counted = resumed ?? measured
  const isSure = isLongSettled(counted, ended, counting, table.days)
  const grounds = isSure ? PUBLISHED : groundsOn({ settled, counted, reached: ended }, measuring, asked)
  return { terms, settled, reached, endDue, state: standing.state, outcome, light, used, remaining, whole: standing.whole, grounds, change }
}

/** Gives `nextChange` a standing of its own: one that goes nowhere but to the verdict need not be made by an engine. */
function changeOf(
  { measured, counting }: Settled,
  { amount, whole, warning }: Standing,
  { due, light }: Pick<Going, 'due' | 'light'>,
  { table, now }: Asked,
): Instant | undefined {
  return nextChange({ table, measured, counting, due, standing: { amount, whole, warning }, light, now })
}

function groundsOn(ended: Ended, measuring: Measuring, asked: Asked): Grounded {
  return groundsBy(ended, asked, (reading) => dueIn(measuring, asked, reading))
}

/** The instant from which the light is or was yellow, however the case stands by now. */
export function warningAt({ settled, terms, whole }: Judgement, table: SessionTable, due: Due): Instant | undefined {
  const { measured, counting } = settled
  return warningOf({ table, measured, counting, standing: { amount: counting.amount, whole, warning: terms.version.warning } }, due)
}

/** Where the limit ends, or would if the case went on now, in a reading of days that are not settled. */
function dueIn(measuring: Measuring, { table, now }: Asked, reading: Reading): Due {
  const { measured, counting } = settle(table, measuring, { ...measuring.terms.counting, reading })
  const { due } = reachOver(table, measured, counting)
  return (due ?? reachOver(table, ifResumed(table, measured, now, counting), counting).due) as Due
}

/** What is left of a date limit that stands still: the days to its end before that is rolled, which are as many on whatever day it goes on. */
function leftOf({ measured, counting }: Settled, reached: Reached, { table, now }: Asked): number {
  const { lastCountedDay } = measured.anew ? reachOver(table, resumedAt(measured, now), counting) : reached
  return (lastCountedDay as Day) - now.day
}

/** The days for which a limit of dates stands still whose last day had come before it was rolled: its end comes nearer all the same. */
function stoodAfterEnd({ runs }: Measured, until: Moment, due: Due | undefined): number {
  // The last run of what goes on, or has stopped, has no end.
  const end = due && runs[runs.length - 1]?.end
  return end === undefined ? 0 : until.day - end.day
}

function stateOf({ stop, isClosed, isPaused }: Measured): State {
  if (stop) return isClosed ? 'closed' : 'completed'
  return isPaused ? 'paused' : 'running'
}
