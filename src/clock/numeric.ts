import { assertLength } from '../calendar/numeric.js'
import { fail, ServiceTimeError, show } from '../errors.js'
import { type Instant, MAX_INSTANT, MIN_INSTANT } from '../time/zone.js'
import { addWorkingTime, type SessionTable, workingTimeBetween } from './sessions.js'

/**
 * Working time in plain numbers, for loops that cannot afford text: instants and amounts in milliseconds.
 *
 * Throws: `outside-coverage`; `instant-invalid` and `amount-invalid` for what is not a whole number.
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
 * Throws: `columns-differ` when the columns are not equally long.
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
}

/** The numeric forms over a table. */
export function numericTime(table: SessionTable): NumericTime {
  return {
    addWorkingTime: (at, ms) => addWorkingTime(table, wholeInstant(at), wholeAmount(ms)),
    workingTimeBetween: (a, b) => workingTimeBetween(table, wholeInstant(a), wholeInstant(b)),
  }
}

function wholeInstant(at: number): Instant {
  return Number.isInteger(at) && at >= MIN_INSTANT && at <= MAX_INSTANT ? (at as Instant) : fail('instant-invalid', { found: show(at) })
}

function wholeAmount(ms: number): number {
  return Number.isSafeInteger(ms) ? ms : fail('amount-invalid', { unit: 'milliseconds', found: show(ms), signed: true })
}

/** The column forms over a table. */
export function timeColumns(numeric: NumericTime): TimeColumns {
  const add = orMissing(numeric.addWorkingTime)
  const between = orMissing(numeric.workingTimeBetween)
  return {
    addWorkingTime(at, ms, out = new Float64Array(at.length)) {
      assertLength(at, out)
      if (typeof ms === 'number') {
        const amount = wholeAmount(ms)
        for (let i = 0; i < at.length; i++) out[i] = add(at[i] as number, amount)
        return out
      }
      assertLength(at, ms)
      for (let i = 0; i < at.length; i++) out[i] = add(at[i] as number, ms[i] as number)
      return out
    },
    workingTimeBetween(a, b, out = new Float64Array(a.length)) {
      assertLength(a, b, out)
      for (let i = 0; i < a.length; i++) out[i] = between(a[i] as number, b[i] as number)
      return out
    },
  }
}

/** NaN in place of a refusal; any other fault goes on. */
function orMissing(answer: (a: number, b: number) => number): (a: number, b: number) => number {
  return (a, b) => {
    try {
      return answer(a, b)
    } catch (error) {
      if (error instanceof ServiceTimeError) return Number.NaN
      throw error
    }
  }
}
