import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { codeOf } from '../support/errors.js'

const MINUTE = 60_000
const at = (text: string) => Date.parse(text)
const instants = fc.integer({ min: at('2008-01-01T00:00Z'), max: at('2025-12-31T00:00Z') })
const amounts = fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(-390, 0, 180, 210, 390, 780)).map((minutes) => minutes * MINUTE)

describe('the numeric level of a clock', () => {
  test('gives the answers of the texts', () => {
    fc.assert(
      fc.property(instants, instants, amounts, (a, b, ms) => {
        expect(hall.numeric.addWorkingTime(a, ms)).toBe(at(hall.add(a, { workingMinutes: ms / MINUTE })))
        expect(hall.numeric.workingTimeBetween(a, b) / MINUTE).toBe(hall.between(a, b).workingMinutes)
      }),
    )
  })

  test.each([
    [() => hall.numeric.addWorkingTime(at('2006-12-31T00:00Z'), 1), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), 1e15), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), -1e15), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), Number.NaN), 'amount-invalid'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), 0.5), 'amount-invalid'],
    [() => hall.numeric.addWorkingTime(Number.NaN, 1), 'instant-invalid'],
    [() => hall.numeric.workingTimeBetween(Number.POSITIVE_INFINITY, 1), 'instant-invalid'],
    [() => hall.columns.workingTimeBetween(new Float64Array(1), new Float64Array(2)), 'columns-differ'],
    [() => hall.columns.addWorkingTime(new Float64Array(1), Number.NaN), 'amount-invalid'],
  ])('%s is refused as %s', (ask, code) => {
    expect(codeOf(ask)).toBe(code)
  })

  test('answers columns row by row, with NaN where a row has no answer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, instants, amounts), { maxLength: 20 }), amounts, (rows, ms) => {
        const [a, b, amount] = [0, 1, 2].map((i) => Float64Array.from(rows, (row) => row[i] as number)) as [Float64Array, Float64Array, Float64Array]
        expect([...hall.columns.addWorkingTime(a, amount)]).toEqual(rows.map(([from, , each]) => hall.numeric.addWorkingTime(from, each)))
        expect([...hall.columns.addWorkingTime(a, ms)]).toEqual(rows.map(([from]) => hall.numeric.addWorkingTime(from, ms)))
        expect([...hall.columns.workingTimeBetween(a, b)]).toEqual(rows.map(([from, to]) => hall.numeric.workingTimeBetween(from, to)))
      }),
    )
    const starts = Float64Array.of(Number.NaN, at('2006-01-01T00:00Z'), at('2019-05-06T01:00Z'))
    expect([...hall.columns.addWorkingTime(starts, 390 * MINUTE)]).toEqual([Number.NaN, Number.NaN, at('2019-05-06T09:00Z')])
  })
})
