import { assertLength } from '../calendar/numeric.js'
import { fail, quote, ServiceTimeError, show } from '../errors.js'
import { AMOUNT_INVALID, INSTANT_INVALID } from '../messages/time.js'
import { NOT_TIME_COLUMN } from '../messages/values.js'
import { type Convention, type ConventionName, conventionOf } from '../time/convention.js'
import { amountOf, type Limit } from '../time/limit.js'
import { MAX_INSTANT, MIN_INSTANT } from '../time/numbers.js'
import { assertOptions } from '../time/record.js'
import { type Instant, localDay } from '../time/zone.js'
import type { Counting } from './count.js'
import { dueOf } from './deadline.js'
import { addWorkingTime, elapsedOrMissing, type SessionTable, usedUpOrMissing, workingTimeBetween } from './sessions.js'

/**
 * Working time in plain numbers, for loops that cannot afford text: instants and amounts in milliseconds.
 *
 * Throws: `outside-coverage`, `unpublished`; `instant-invalid` and `amount-invalid` for what is not a whole number.
 */
export interface NumericTime {
  /**
   * The earliest instant at which an amount is used up; for a negative one the latest start that leaves it.
   *
   * @example
   * new Date(clock.numeric.addWorkingTime(Date.parse('2019-05-06T10:00+08:00'), 8 * 3_600_000)).toISOString() //=> '2019-05-07T03:30:00.000Z'
   */
  addWorkingTime(at: number, ms: number): number
  /**
   * Working milliseconds between two instants, negative when b lies before a.
   *
   * @example
   * clock.numeric.workingTimeBetween(Date.parse('2019-05-06T09:00+08:00'), Date.parse('2019-05-07T09:00+08:00')) / 60_000 //=> 390
   */
  workingTimeBetween(a: number, b: number): number
}

/**
 * The same over whole columns. What has no answer is NaN, so that one bad row does not lose the others.
 *
 * Shape: `out` receives the answers, and is made when it is not given; it may be one of the arguments.
 * Throws: `value-invalid` for what is no column; `columns-differ` when the columns are not equally long; `amount-invalid` for one amount for all that is not a whole number.
 */
export interface TimeColumns {
  /**
   * The instant at which an amount after each start is used up.
   *
   * @example
   * new Date(clock.columns.addWorkingTime(Float64Array.of(Date.parse('2019-05-06T10:00+08:00')), 8 * 3_600_000)[0]).toISOString() //=> '2019-05-07T03:30:00.000Z'
   */
  addWorkingTime(at: Float64Array, ms: number | Float64Array, out?: Float64Array): Float64Array
  /**
   * Working milliseconds between each two instants.
   *
   * @example
   * Array.from(clock.columns.workingTimeBetween(Float64Array.of(0), Float64Array.of(1))) //=> [NaN]
   */
  workingTimeBetween(a: Float64Array, b: Float64Array, out?: Float64Array): Float64Array
  /**
   * The last permitted instant of a limit of any unit from each start: the `dueAt` of `clock.deadline`.
   *
   * Edges: the bounds of days that no notice has settled are not looked at.
   * Throws: as `clock.deadline` for a limit or a convention that cannot be; a row only becomes NaN.
   *
   * @example
   * new Date(clock.columns.deadlines(Float64Array.of(Date.parse('2019-04-26T10:00+08:00')), { workingDays: 4 })[0]).toISOString() //=> '2019-05-05T09:00:00.000Z'
   */
  deadlines(
    starts: Float64Array,
    limit: Limit,
    options?: { readonly convention?: ConventionName | Convention; readonly out?: Float64Array },
  ): Float64Array
}

/** The numeric forms over a table; what has no answer, the table's own functions refuse in words. */
export function numericTime(table: SessionTable): NumericTime {
  return {
    addWorkingTime(at, ms) {
      const isKnown = typeof at === 'number' && typeof ms === 'number' && ms !== 0
      const found = isKnown ? usedUpOrMissing(table, elapsedOrMissing(table, at), ms) : 0 / 0
      return Number.isNaN(found) ? addWorkingTime(table, wholeInstant(at), wholeAmount(ms)) : found
    },
    workingTimeBetween(a, b) {
      const isKnown = typeof a === 'number' && typeof b === 'number'
      const found = isKnown ? elapsedOrMissing(table, b) - elapsedOrMissing(table, a) : 0 / 0
      return Number.isNaN(found) ? workingTimeBetween(table, wholeInstant(a), wholeInstant(b)) : found
    },
  }
}

function wholeInstant(at: number): Instant {
  return Number.isInteger(at) && at >= MIN_INSTANT && at <= MAX_INSTANT ? (at as Instant) : fail(INSTANT_INVALID, { found: show(at) })
}

function wholeAmount(ms: number): number {
  return Number.isSafeInteger(ms) ? ms : fail(AMOUNT_INVALID, { unit: 'milliseconds', found: show(ms), signed: true })
}

/** Rows that are done together: their look-ups overlap better in two short loops than in a long one. */
const BLOCK = 512

/** The column forms over a table; a convention for deadlines that are given none. */
export function timeColumns(table: SessionTable, convention?: ConventionName | Convention): TimeColumns {
  return {
    addWorkingTime(at, ms, given) {
      assertColumn(at, 'starts')
      const out = outFor(at, given, 'out')
      if (typeof ms !== 'number') {
        assertColumn(ms, 'amounts')
        assertLength(at, ms)
      }
      const amounts = typeof ms === 'number' ? new Float64Array(Math.min(at.length, BLOCK)).fill(wholeAmount(ms)) : ms
      const elapsed = new Float64Array(Math.min(at.length, BLOCK))
      for (let from = 0; from < at.length; from += BLOCK) {
        const length = Math.min(BLOCK, at.length - from)
        for (let i = 0; i < length; i++) elapsed[i] = elapsedOrMissing(table, at[from + i] as number)
        addBlock(table, { at, amounts, elapsed, out }, from, typeof ms === 'number' ? 0 : from)
      }
      return out
    },
    workingTimeBetween(a, b, given) {
      assertColumn(a, 'a')
      assertColumn(b, 'b')
      const out = outFor(a, given, 'out')
      assertLength(a, b)
      for (let i = 0; i < a.length; i++) out[i] = elapsedOrMissing(table, b[i] as number) - elapsedOrMissing(table, a[i] as number)
      return out
    },
    deadlines(starts, limit, options) {
      assertOptions(options, ['convention', 'out'])
      const { convention: chosen = convention } = options ?? {}
      assertColumn(starts, 'starts')
      const out = outFor(starts, options?.out, 'options.out')
      const counting = { amount: amountOf(limit), convention: conventionOf(chosen) }
      for (let i = 0; i < starts.length; i++) out[i] = dueOrMissing(table, starts[i] as number, counting)
      return out
    },
  }
}

/** The column that receives the answers. */
function outFor(column: Float64Array, out: Float64Array | undefined, path: string): Float64Array {
  if (out === undefined) return new Float64Array(column.length)
  assertColumn(out, path)
  assertLength(column, out)
  return out
}

function assertColumn(column: unknown, path: string): asserts column is Float64Array {
  if (!(column instanceof Float64Array)) fail(NOT_TIME_COLUMN, { found: quote(column) }, { path })
}

/** The due instant of a limit; NaN where the start or the end lies outside what is known. */
function dueOrMissing(table: SessionTable, start: number, counting: Counting): number {
  if (Number.isNaN(elapsedOrMissing(table, start))) return Number.NaN
  const instant = start as Instant
  try {
    return dueOf(table, { instant, day: localDay(table.zone, instant), isDateOnly: false }, counting).due.at
  } catch (error) {
    if (error instanceof ServiceTimeError) return Number.NaN
    throw error
  }
}

interface Block {
  readonly at: Float64Array
  readonly amounts: Float64Array
  readonly elapsed: Float64Array
  readonly out: Float64Array
}

function addBlock(table: SessionTable, { at, amounts, elapsed, out }: Block, from: number, amountsFrom: number): void {
  const length = Math.min(elapsed.length, at.length - from)
  for (let i = 0; i < length; i++) {
    const before = elapsed[i] as number
    const ms = amounts[amountsFrom + i] as number
    // Nothing is used up at once, be it open or not.
    if (ms !== 0) out[from + i] = usedUpOrMissing(table, before, ms)
    else out[from + i] = before >= 0 ? (at[from + i] as number) : 0 / 0
  }
}
