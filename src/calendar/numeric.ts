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

/** The numeric forms over a table; what the fast path cannot answer, the table's own functions refuse in words. */
export function numericDays(table: DayTable): NumericDays {
  const { rank, select, first } = table
  const length = rank.length - 1
  return {
    addWorkingDays(day, n) {
      const i = day - first
      if (i >= 0 && i < length && n !== 0) {
        const found = select[n > 0 ? (rank[i + 1] as number) + n - 1 : (rank[i] as number) + n]
        if (found !== undefined) return found
      }
      return addWorkingDays(table, wholeDay(day), amountOf({ workingDays: n }, 'signed').amount)
    },
    countWorkingDays(a, b) {
      const i = a - first
      const j = b - first
      const known = i >= 0 && j >= i && j < length ? (rank[j + 1] as number) - (rank[i + 1] as number) : Number.NaN
      return known >= 0 ? known : countWorkingDays(table, wholeDay(a), wholeDay(b), '(]')
    },
  }
}

function wholeDay(day: number): Day {
  return Number.isInteger(day) ? (day as Day) : fail('date-invalid', { found: show(day) })
}

/** The column forms over a table. */
export function dayColumns(table: DayTable): DayColumns {
  const { rank, select, first } = table
  const length = rank.length - 1
  const total = select.length
  /** 32-bit integers throughout; an index below 0 is a large one once it is read without its sign. */
  function nth(day: number, n: number): number {
    const i = (day - first) | 0
    if (i >>> 0 >= length) return MISSING_DAY
    if (n === 0) return day
    const k = n > 0 ? ((rank[i + 1] as number) + n - 1) | 0 : ((rank[i] as number) + n) | 0
    return k >>> 0 < total ? (select[k] as number) : MISSING_DAY
  }
  function between(a: number, b: number): number {
    const i = (a - first) | 0
    const j = (b - first) | 0
    if (i >>> 0 >= length || j >>> 0 >= length) return MISSING_DAY
    // With b before a, `(a, b]` holds b and not a.
    return j >= i ? (rank[j + 1] as number) - (rank[i + 1] as number) : (rank[j] as number) - (rank[i] as number)
  }
  return {
    addWorkingDays(days, n, out = new Int32Array(days.length)) {
      assertLength(days, out)
      if (typeof n === 'number') {
        const amount = wholeAmount(n)
        for (let i = 0; i < days.length; i++) out[i] = nth(days[i] as number, amount)
        return out
      }
      assertLength(days, n)
      for (let i = 0; i < days.length; i++) out[i] = nth(days[i] as number, n[i] as number)
      return out
    },
    countWorkingDays(a, b, out = new Int32Array(a.length)) {
      assertLength(a, b, out)
      for (let i = 0; i < a.length; i++) out[i] = between(a[i] as number, b[i] as number)
      return out
    },
  }
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
