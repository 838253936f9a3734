import { fail, quote, show } from '../errors.js'
import { COLUMNS_DIFFER, DATE_INVALID } from '../messages/time.js'
import { NOT_DAY_COLUMN } from '../messages/values.js'
import type { Day } from '../time/day.js'
import { amountOf } from '../time/limit.js'
import { addWorkingDays, countWorkingDays, type DayTable } from './table.js'

/**
 * Stands in a column for a day that is not known, or lies outside the calendar: the smallest 32-bit integer.
 *
 * @example
 * cn.columns.addWorkingDays(Int32Array.of(MISSING_DAY), 4)[0] === MISSING_DAY //=> true
 */
export const MISSING_DAY = -2_147_483_648

/**
 * Working days in plain numbers, for loops that cannot afford text. Days are counted from 1970-01-01, which is 0.
 *
 * Throws: `outside-coverage`, `unpublished`; `amount-invalid` and `date-invalid` for what is not a whole number.
 */
export interface NumericDays {
  /**
   * The n-th working day strictly after a day, or before it for a negative n.
   *
   * @example
   * cn.numeric.addWorkingDays(18_012, 4) //=> 18021
   */
  addWorkingDays(day: number, n: number): number
  /**
   * Working days in `(a, b]`, negative when b lies before a.
   *
   * @example
   * cn.numeric.countWorkingDays(18_012, 18_021) //=> 4
   */
  countWorkingDays(a: number, b: number): number
}

/**
 * The same over whole columns of days. What has no answer is `MISSING_DAY`, so that one bad row does not lose the others.
 *
 * Shape: `out` receives the answers, and is made when it is not given; it may be one of the arguments.
 * Throws: `value-invalid` for what is no column; `columns-differ` when the columns are not equally long; `amount-invalid` for one amount for all that is not a whole number.
 */
export interface DayColumns {
  /**
   * The n-th working day after each day.
   *
   * @example
   * Array.from(cn.columns.addWorkingDays(Int32Array.of(18_012, MISSING_DAY), 4)) //=> [18021, MISSING_DAY]
   */
  addWorkingDays(days: Int32Array, n: number | Int32Array, out?: Int32Array): Int32Array
  /**
   * Working days in each `(a, b]`.
   *
   * @example
   * Array.from(cn.columns.countWorkingDays(Int32Array.of(18_012), Int32Array.of(18_021))) //=> [4]
   */
  countWorkingDays(a: Int32Array, b: Int32Array, out?: Int32Array): Int32Array
}

/**
 * The numeric forms over a table; what the fast path cannot answer, the table's own functions refuse in words.
 *
 * Beyond the end of a table and between its entries nothing is read, so neither that nor a fraction needs a check of its own. But
 * there is one rank more than there are days, and backwards from the day after the last one is read.
 */
export function numericDays(table: DayTable): NumericDays {
  const { rank, select, first, last } = table
  return {
    addWorkingDays(day, n) {
      if (typeof day === 'number' && typeof n === 'number') {
        if (n > 0 && day >= first) {
          const found = select[(rank[day - first + 1] as number) + (n - 1)]
          if (found !== undefined) return found
        } else if (n < 0 && day >= first && day <= last) {
          const found = select[(rank[day - first] as number) + n]
          if (found !== undefined) return found
        }
      }
      return addWorkingDays(table, wholeDay(day), amountOf({ workingDays: n }, 'signed').amount)
    },
    countWorkingDays(a, b) {
      if (typeof a === 'number' && typeof b === 'number' && a >= first && b >= a) {
        const known = (rank[b - first + 1] as number) - (rank[a - first + 1] as number)
        if (known >= 0) return known
      }
      return countWorkingDays(table, wholeDay(a), wholeDay(b), '(]')
    },
  }
}

function wholeDay(day: number): Day {
  return Number.isInteger(day) ? (day as Day) : fail(DATE_INVALID, { found: show(day) })
}

/** The column forms over a table. */
export function dayColumns(table: DayTable): DayColumns {
  const add = columnAdder(table)
  const count = columnCounter(table)
  return {
    addWorkingDays(days, n, out) {
      assertColumn(days, 'dates')
      const amounts = typeof n === 'number' ? new Int32Array(days.length).fill(wholeAmount(n)) : n
      assertColumn(amounts, 'amounts')
      const answers = outFor(days, out)
      assertLength(days, amounts)
      add(days, amounts, answers)
      return answers
    },
    countWorkingDays(a, b, out) {
      assertColumn(a, 'a')
      assertColumn(b, 'b')
      const answers = outFor(a, out)
      assertLength(a, b)
      count(a, b, answers)
      return answers
    },
  }
}

/** The column that receives the answers. */
function outFor(column: Int32Array, out: Int32Array | undefined): Int32Array {
  if (out === undefined) return new Int32Array(column.length)
  assertColumn(out, 'out')
  assertLength(column, out)
  return out
}

function assertColumn(column: unknown, path: string): asserts column is Int32Array {
  if (!(column instanceof Int32Array)) fail(NOT_DAY_COLUMN, { found: quote(column) }, { path })
}

/** Answers each row of two columns; the answers may stand in one of them. */
type Answering = (a: Int32Array, b: Int32Array, out: Int32Array) => void

/*
 * Four rows are answered in a turn, so that their look-ups overlap and what the engine does in every turn is shared. The functions
 * stand within those that make them and close over the tables, because the engine then takes both for constants, as long as
 * columns are asked of one calendar only.
 *
 * All numbers are 32-bit integers, and stay so by `| 0`. An index below 0 is a large one once it is read without its sign
 * (`>>> 0`). `after[i]` is `rank[i + 1]`, at an index of which it is known already that it lies in the table.
 */

function columnAdder(table: DayTable): Answering {
  const { rank, select } = table
  const first = table.first | 0
  const length = (rank.length - 1) >>> 0
  const total = select.length >>> 0
  const missing = MISSING_DAY | 0
  const after = rank.subarray(1)
  const nthAfter = (day: number, n: number) => {
    const i = (day - first) | 0
    if (!(i >>> 0 < length)) return missing
    if (n === 0) return day
    const k = n > 0 ? ((after[i >>> 0] as number) + n - 1) | 0 : ((rank[i >>> 0] as number) + n) | 0
    return k >>> 0 < total ? (select[k >>> 0] as number) : missing
  }
  return (days, amounts, out) => {
    const end = (days.length - 3) | 0
    let row = 0
    for (; row < end; row = (row + 4) | 0) {
      const second = (row + 1) | 0
      const third = (row + 2) | 0
      const fourth = (row + 3) | 0
      const a = nthAfter(days[row] as number, amounts[row] as number)
      const b = nthAfter(days[second] as number, amounts[second] as number)
      const c = nthAfter(days[third] as number, amounts[third] as number)
      const d = nthAfter(days[fourth] as number, amounts[fourth] as number)
      out[row] = a
      out[second] = b
      out[third] = c
      out[fourth] = d
    }
    for (; row < days.length; row++) out[row] = nthAfter(days[row] as number, amounts[row] as number)
  }
}

function columnCounter(table: DayTable): Answering {
  const { rank } = table
  const first = table.first | 0
  const length = (rank.length - 1) >>> 0
  const missing = MISSING_DAY | 0
  const after = rank.subarray(1)
  /** Working days in `(from, to]`; with `to` before, the span holds `to` and not `from`. */
  const between = (from: number, to: number) => {
    const i = (from - first) | 0
    const j = (to - first) | 0
    if (!(i >>> 0 < length && j >>> 0 < length)) return missing
    return j >= i ? ((after[j >>> 0] as number) - (after[i >>> 0] as number)) | 0 : ((rank[j >>> 0] as number) - (rank[i >>> 0] as number)) | 0
  }
  return (starts, ends, out) => {
    const end = (starts.length - 3) | 0
    let row = 0
    for (; row < end; row = (row + 4) | 0) {
      const second = (row + 1) | 0
      const third = (row + 2) | 0
      const fourth = (row + 3) | 0
      const a = between(starts[row] as number, ends[row] as number)
      const b = between(starts[second] as number, ends[second] as number)
      const c = between(starts[third] as number, ends[third] as number)
      const d = between(starts[fourth] as number, ends[fourth] as number)
      out[row] = a
      out[second] = b
      out[third] = c
      out[fourth] = d
    }
    for (; row < starts.length; row++) out[row] = between(starts[row] as number, ends[row] as number)
  }
}

/** Beyond 32 bits no calendar has a day, and none is missing more than the largest. */
function wholeAmount(n: number): number {
  const { amount } = amountOf({ workingDays: n }, 'signed')
  return Math.max(-2_147_483_647, Math.min(2_147_483_647, amount))
}

/** Throws `columns-differ` unless both are equally long. */
export function assertLength(first: ArrayLike<number>, other: ArrayLike<number>): void {
  if (other.length !== first.length) fail(COLUMNS_DIFFER, { first: first.length, other: other.length })
}
