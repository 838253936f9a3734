import type { Assessment, Basis } from '../case/assessment.js'
import type { Outcome } from '../case/verdict.js'
import { fail, quote } from '../errors.js'
import { LIMIT_INVALID } from '../messages/time.js'
import type { Limit, Unit } from '../time/limit.js'
import { addAll, addTo, type GrowingSpread, grainsOf, newSpread, type Spread, spreadOf } from './spread.js'

/** What a cell holds the cases of. */
export interface CellKey {
  readonly rule: string
  /** The first date of the version that they fall under; null where none was in force, or the clock has not started. */
  readonly version: string | null
  /** The unit in which their time is told; null where none was measured. */
  readonly unit: Unit | null
  /** The month in which they ended, such as `2019-07`; null of those that have not, and of those that nobody judged. */
  readonly month: string | null
}

/** The counts of a cell. */
export interface CellCounts {
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Of the late: closed after the deadline without a decision. */
  readonly closedLate: number
  /** Of the open and the overdue: not running yet, and paused. */
  readonly waiting: number
  readonly paused: number
  /** Of the open: the light is yellow. */
  readonly dueSoon: number
}

/** Cases that are alike for every report, as plain data: their counts and the time that they took. */
export interface Cell extends CellKey, CellCounts {
  /** Time used by those that were completed, in `unit`. */
  readonly completed: Spread
  /** Time used so far by those of a target that binds a set and that are not completed. */
  readonly measuring: Spread
  /** Of the completed with a limit of the law: how many, and the days or milliseconds they used by its measure. */
  readonly underLaw: { readonly cases: number; readonly used: number }
}

/** A cell that is still growing. */
export interface GrowingCell extends CellKey {
  /** What the last of its cases rests on. */
  basis: Basis | undefined
  readonly outcomes: Record<Outcome, number>
  closedLate: number
  waiting: number
  paused: number
  dueSoon: number
  readonly completed: GrowingSpread
  readonly measuring: GrowingSpread
  lawCases: number
  lawUsed: number
}

export function newCell({ rule, version, unit, month }: CellKey): GrowingCell {
  const outcomes = { open: 0, overdue: 0, early: 0, 'on-time': 0, late: 0, exempt: 0, measured: 0 }
  const counts = { closedLate: 0, waiting: 0, paused: 0, dueSoon: 0, lawCases: 0, lawUsed: 0 }
  return { rule, version, unit, month, basis: undefined, outcomes, ...counts, completed: newSpread(), measuring: newSpread() }
}

/** Adds a case that belongs to a cell. */
export function addCase(cell: GrowingCell, assessment: Assessment): void {
  const { outcome, state } = assessment
  cell.outcomes[outcome]++
  if (outcome === 'exempt') return
  if (state === 'completed') addCompleted(cell, assessment)
  else if (outcome === 'late') cell.closedLate++
  else if (outcome === 'measured') addTime(cell, cell.measuring, timeOf(assessment))
  else addOpen(cell, assessment)
}

function addCompleted(cell: GrowingCell, assessment: Assessment): void {
  addTime(cell, cell.completed, timeOf(assessment))
  // The limits of the whole case come first: the promise, unless it binds a set, and the law's.
  const { limits } = assessment
  const law = limits[0]?.kind === 'promised' ? limits[1] : limits[0]
  if (law?.kind !== 'statutory') return
  const unit = unitOf(law.used)
  cell.lawCases++
  cell.lawUsed += grainsOf(amountIn(law.used, unit), unit)
}

function addOpen(cell: GrowingCell, { state, light }: Assessment): void {
  if (state === 'waiting') cell.waiting++
  if (state === 'paused') cell.paused++
  if (light === 'yellow') cell.dueSoon++
}

function addTime({ unit }: GrowingCell, spread: GrowingSpread, used: Limit | undefined): void {
  if (unit !== null && used !== undefined) addTo(spread, grainsOf(amountIn(used, unit), unit), unit)
}

/** The time a case has used by the measure of the promise, whichever limit binds: a rule's cases are told in one unit. */
export function timeOf({ limits, used }: Assessment): Limit | undefined {
  return limits[0]?.kind === 'promised' ? limits[0].used : used
}

/** The one unit of a limit. */
export function unitOf(limit: Limit): Unit {
  for (const unit in limit) return unit as Unit
  return fail(LIMIT_INVALID, { found: quote(limit) })
}

function amountIn(limit: Limit, unit: Unit): number {
  return limit[unit] as number
}

/** Adds all cases of another cell. */
export function addCell(into: GrowingCell, cell: Cell): void {
  for (const outcome of Object.keys(into.outcomes) as Outcome[]) into.outcomes[outcome] += cell.outcomes[outcome]
  into.closedLate += cell.closedLate
  into.waiting += cell.waiting
  into.paused += cell.paused
  into.dueSoon += cell.dueSoon
  addAll(into.completed, cell.completed)
  addAll(into.measuring, cell.measuring)
  into.lawCases += cell.underLaw.cases
  into.lawUsed += cell.underLaw.used
}

export function cellOf({ basis: _, completed, measuring, lawCases, lawUsed, outcomes, ...rest }: GrowingCell): Cell {
  const underLaw = { cases: lawCases, used: lawUsed }
  return { ...rest, outcomes: { ...outcomes }, completed: spreadOf(completed), measuring: spreadOf(measuring), underLaw }
}
