import { fail, show } from '../errors.js'
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
 * Throws: `outside-coverage`; `amount-invalid` and `date-invalid` for what is not a whole number.
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
 * Throws: `columns-differ` when the columns are not equally long.
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
      if (n > 0 && day >= first) {
        const found = select[(rank[day - first + 1] as number) + (n - 1)]
        if (found !== undefined) return found
      } else if (n < 0 && day >= first && day <= last) {
        const found = select[(rank[day - first] as number) + n]
        if (found !== undefined) return found
      }
      return addWorkingDays(table, wholeDay(day), amountOf({ workingDays: n }, 'signed').amount)
    },
    countWorkingDays(a, b) {
      if (a >= first && b >= a) {
        const known = (rank[b - first + 1] as number) - (rank[a - first + 1] as number)
        if (known >= 0) return known
      }
      return countWorkingDays(table, wholeDay(a), wholeDay(b), '(]')
    },
  }
}

function wholeDay(day: number): Day {
  return Number.isInteger(day) ? (day as Day) : fail('date-invalid', { found: show(day) })
}

/** The column forms over a table. */
export function dayColumns(table: DayTable): DayColumns {
  return {
    addWorkingDays(days, n, out = new Int32Array(days.length)) {
      const amounts = typeof n === 'number' ? new Int32Array(days.length).fill(wholeAmount(n)) : n
      assertLength(days, amounts, out)
      const columns = { days, amounts, out }
      for (let row = 0; row < days.length; row += 2) {
        row = addPairs(table, columns, row)
        addRows(table, columns, row)
      }
      return out
    },
    countWorkingDays(a, b, out = new Int32Array(a.length)) {
      assertLength(a, b, out)
      const columns = { a, b, out }
      for (let row = 0; row < a.length; row += 2) {
        row = countPairs(table, columns, row)
        countRows(table, columns, row)
      }
      return out
    },
  }
}

/*
 * Two rows are answered at a time, so that their look-ups overlap, until a pair holds a row that look-ups alone do not answer;
 * that pair is answered row by row.
 *
 * All numbers are 32-bit integers, and stay so by `| 0`. An index below 0 is a large one once it is read without its sign
 * (`>>> 0`). `>> 31` is -1 for what is negative and 0 for what is not, and takes `rank[i]` or `rank[i + 1]` without a branch.
 * Each bound has a statement of its own: taken together out of an array, the loops are slower by a quarter.
 */

interface Additions {
  readonly days: Int32Array
  readonly amounts: Int32Array
  readonly out: Int32Array
}

/** Answers pairs from a row on, and gives the first row without an answer. */
function addPairs(table: DayTable, { days, amounts, out }: Additions, from: number): number {
  const { rank, select } = table
  const first = table.first | 0
  const length = (rank.length - 1) >>> 0
  const total = select.length >>> 0
  const end = (days.length - 1) | 0
  let row = from | 0
  for (; row < end; row = (row + 2) | 0) {
    const i = ((days[row] as number) - first) | 0
    const j = ((days[row + 1] as number) - first) | 0
    const n = amounts[row] as number
    const m = amounts[row + 1] as number
    if (!(i >>> 0 < length && j >>> 0 < length && n !== 0 && m !== 0)) break
    const k = nthFrom(rank, i, n)
    const l = nthFrom(rank, j, m)
    if (!(k >>> 0 < total && l >>> 0 < total)) break
    const found = select[k >>> 0] as number
    out[row + 1] = select[l >>> 0] as number
    out[row] = found
  }
  return row
}

/** Answers a row and the one after it, if there is one. */
function addRows({ rank, select, first }: DayTable, { days, amounts, out }: Additions, from: number): void {
  for (let row = from; row < from + 2 && row < days.length; row++) {
    const day = days[row] as number
    const n = amounts[row] as number
    const i = (day - first) | 0
    const isKnown = i >= 0 && i < rank.length - 1
    const k = isKnown ? nthFrom(rank, i, n) : -1
    if (isKnown && n === 0) out[row] = day
    else out[row] = k >= 0 && k < select.length ? (select[k] as number) : MISSING_DAY
  }
}

/** Which of the working days is the n-th after the i-th day, or before it; n is not 0. */
function nthFrom(rank: Int32Array, i: number, n: number): number {
  const back = n >> 31
  return ((rank[(i + 1 + back) >>> 0] as number) + n - 1 - back) | 0
}

interface Spans {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly out: Int32Array
}

/** Answers pairs from a row on, and gives the first row without an answer. */
function countPairs(table: DayTable, { a, b, out }: Spans, from: number): number {
  const { rank } = table
  const first = table.first | 0
  const length = (rank.length - 1) >>> 0
  const end = (a.length - 1) | 0
  let row = from | 0
  for (; row < end; row = (row + 2) | 0) {
    const i = ((a[row] as number) - first) | 0
    const j = ((b[row] as number) - first) | 0
    const k = ((a[row + 1] as number) - first) | 0
    const l = ((b[row + 1] as number) - first) | 0
    if (!(i >>> 0 < length && j >>> 0 < length && k >>> 0 < length && l >>> 0 < length)) break
    const counted = between(rank, i, j)
    out[row + 1] = between(rank, k, l)
    out[row] = counted
  }
  return row
}

/** Answers a row and the one after it, if there is one. */
function countRows({ rank, first }: DayTable, { a, b, out }: Spans, from: number): void {
  const isKnown = (i: number) => i >= 0 && i < rank.length - 1
  for (let row = from; row < from + 2 && row < a.length; row++) {
    const i = ((a[row] as number) - first) | 0
    const j = ((b[row] as number) - first) | 0
    out[row] = isKnown(i) && isKnown(j) ? between(rank, i, j) : MISSING_DAY
  }
}

/** Working days from the i-th to the j-th day; with j before i, `(i, j]` holds j and not i. */
function between(rank: Int32Array, i: number, j: number): number {
  const forward = (i - j) >> 31
  return ((rank[(j - forward) >>> 0] as number) - (rank[(i - forward) >>> 0] as number)) | 0
}

/** Beyond 32 bits no calendar has a day, and none is missing more than the largest. */
function wholeAmount(n: number): number {
  const { amount } = amountOf({ workingDays: n }, 'signed')
  return Math.max(-2_147_483_647, Math.min(2_147_483_647, amount))
}

/** Throws `columns-differ` unless all are as long as the first. */
export function assertLength(first: ArrayLike<number>, ...others: readonly ArrayLike<number>[]): void {
  for (const { length } of others) if (length !== first.length) fail('columns-differ', { first: first.length, other: length })
}
