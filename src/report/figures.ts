import type { Outcome } from '../case/verdict.js'
import type { Unit } from '../time/limit.js'
import { addCell, type Cell, cellOf, newCell } from './cell.js'
import { addAll, fromGrains, fromLength, newSpread, percentile, type Spread, spreadOf } from './spread.js'

/**
 * Whom a rate or an average counts: cases that were completed, which means decided; of these, for rates of outcomes, those that have a
 * verdict of their own; for speed-ups, those of rules that have a limit of the law in the same unit.
 */
export type Cohort = 'completed-with-verdict' | 'completed' | 'completed-under-law'

/** A part of a whole with what it is made from; `value` is null where there is no whole. */
export interface Rate {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
  readonly cohort: Cohort
}

/** The time that completed cases used, in one unit. */
export interface TimeUsed {
  readonly unit: Unit
  readonly cohort: 'completed'
  readonly cases: number
  /** The time used by all of them together: the numerator of the average, of which `cases` is the denominator. */
  readonly sum: number
  readonly average: number
  /** The time that at least half of the cases, or 95 in 100, did not exceed (nearest rank): one that some case took. */
  readonly median: number
  readonly p95: number
  readonly max: number
  /** How many cases took how long, in rising order, where it was asked for. */
  readonly distribution?: readonly (readonly [used: number, cases: number])[]
}

/** The cases of a set by their outcomes: `cases` = `assessed` + `measured` + `exempt`. */
export interface Counts {
  readonly cases: number
  /** With a verdict of their own: open, overdue, early, on time or late. */
  readonly assessed: number
  /** Of a target that binds a set. */
  readonly measured: number
  readonly exempt: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Of the late: closed after the deadline without a decision, and so in no rate. */
  readonly closedLate: number
  /** Of the open and the overdue: those whose clock has not started, and those that are paused. */
  readonly waiting: number
  readonly paused: number
  /** Of the open: those with a yellow light. */
  readonly dueSoon: number
}

/** Adds up cells of any keys; times of different units are left out, which are for `timesOf`. */
export function countsOf(cells: readonly Cell[]): Counts {
  const whole = newCell({ rule: '', version: null, unit: null, month: null })
  for (const cell of cells) addCell(whole, cell)
  const { outcomes, closedLate, waiting, paused, dueSoon } = cellOf(whole)
  const { open, overdue, early, late, measured, exempt } = outcomes
  const assessed = open + overdue + early + outcomes['on-time'] + late
  return { cases: assessed + measured + exempt, assessed, measured, exempt, outcomes, closedLate, waiting, paused, dueSoon }
}

/** The rates of outcomes among the cases that were decided. */
export function ratesOf({ outcomes, closedLate }: Counts): { readonly onTime: Rate; readonly early: Rate } {
  const { early, late } = outcomes
  const inTime = early + outcomes['on-time']
  const completed = inTime + late - closedLate
  return { onTime: rate(inTime, completed, 'completed-with-verdict'), early: rate(early, completed, 'completed-with-verdict') }
}

export function rate(numerator: number, denominator: number, cohort: Cohort): Rate {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, cohort }
}

/** The time used by the completed cases, each unit by itself. */
export function timesOf(cells: readonly Cell[], hasDistributions: boolean): readonly TimeUsed[] {
  const units = [...new Set(cells.map(({ unit }) => unit))].filter((unit) => unit !== null).sort()
  return units.flatMap((unit) => {
    const spread = spreadIn(cells, unit, ({ completed }) => completed)
    return spread.cases === 0 ? [] : [timeUsed(spread, unit, hasDistributions)]
  })
}

/** One of the spreads of all cells of a unit, added up. */
export function spreadIn(cells: readonly Cell[], unit: Unit, pick: (cell: Cell) => Spread): Spread {
  const whole = newSpread()
  for (const cell of cells) if (cell.unit === unit) addAll(whole, pick(cell))
  return spreadOf(whole)
}

function timeUsed(spread: Spread, unit: Unit, hasDistributions: boolean): TimeUsed {
  const { cases, sum, max, counts } = spread
  const used = {
    unit,
    cohort: 'completed',
    cases,
    sum: fromGrains(sum, unit),
    average: fromGrains(sum, unit) / cases,
    median: fromLength(percentile(spread, 0.5), unit),
    p95: fromLength(percentile(spread, 0.95), unit),
    max: fromGrains(max, unit),
  } as const
  return hasDistributions ? { ...used, distribution: counts.map(([length, n]) => [fromLength(length, unit), n] as const) } : used
}
