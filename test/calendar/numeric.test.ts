import fc from 'fast-check'
import { cn, MISSING_DAY } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf, errorOf } from '../support/errors.js'

const DAY = 86_400_000
const dayOf = (date: string) => Date.parse(date) / DAY
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)
const days = fc.integer({ min: dayOf('2008-01-01'), max: dayOf('2025-12-31') })
const amounts = fc.integer({ min: -200, max: 200 })
const [firstDay, lastDay] = [dayOf(cn.coverage.from), dayOf(cn.coverage.to)]

describe('the numeric level', () => {
  test('gives the answers of the texts', () => {
    fc.assert(
      fc.property(days, days, amounts, (a, b, n) => {
        expect(dateOf(cn.numeric.addWorkingDays(a, n))).toBe(cn.add(dateOf(a), n))
        expect(cn.numeric.countWorkingDays(a, b)).toBe(cn.count(dateOf(a), dateOf(b)))
      }),
    )
  })

  test.each([
    [() => cn.numeric.addWorkingDays(firstDay - 1, 1), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(lastDay, 1), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(firstDay, -1), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(dayOf('2019-05-05'), 1e9), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(firstDay - 1, 0), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(lastDay + 1, -1), 'outside-coverage'],
    [() => cn.numeric.addWorkingDays(dayOf('2019-05-05'), -1.5), 'amount-invalid'],
    [() => cn.numeric.countWorkingDays(firstDay - 1, firstDay), 'outside-coverage'],
    [() => cn.numeric.countWorkingDays(lastDay, lastDay + 1), 'outside-coverage'],
    [() => cn.numeric.countWorkingDays(lastDay + 1, lastDay + 1), 'outside-coverage'],
    [() => cn.numeric.countWorkingDays(18_021.5, 18_021.5), 'date-invalid'],
    [() => cn.numeric.addWorkingDays(dayOf('2019-05-05'), 1.5), 'amount-invalid'],
    [() => cn.numeric.addWorkingDays(dayOf('2019-05-05'), Number.NaN), 'amount-invalid'],
    [() => cn.numeric.addWorkingDays(Number.NaN, 1), 'date-invalid'],
    [() => cn.numeric.addWorkingDays(18_021.5, 1), 'date-invalid'],
    [() => cn.numeric.countWorkingDays(18_021, Number.POSITIVE_INFINITY), 'date-invalid'],
    [() => cn.numeric.countWorkingDays(18_021.5, 18_022), 'date-invalid'],
    [() => cn.numeric.countWorkingDays(18_021, 40_000), 'outside-coverage'],
    [() => cn.columns.addWorkingDays(Int32Array.of(18_021), Number.NaN), 'amount-invalid'],
    [() => cn.columns.addWorkingDays(Int32Array.of(18_021), new Int32Array(2)), 'columns-differ'],
    [() => cn.columns.addWorkingDays(Int32Array.of(18_021), 1, new Int32Array(2)), 'columns-differ'],
  ])('%s is refused as %s', (ask, code) => {
    expect(codeOf(ask)).toBe(code)
  })
})

describe('a column', () => {
  const column = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 20 })

  test('gives what each of its rows gives', () => {
    fc.assert(
      fc.property(column(fc.tuple(days, days, amounts)), amounts, (rows, n) => {
        const [a, b, ns] = [0, 1, 2].map((i) => Int32Array.from(rows, (row) => row[i] as number)) as [Int32Array, Int32Array, Int32Array]
        expect([...cn.columns.addWorkingDays(a, ns)]).toEqual(rows.map(([day, , amount]) => cn.numeric.addWorkingDays(day, amount)))
        expect([...cn.columns.addWorkingDays(a, n)]).toEqual(rows.map(([day]) => cn.numeric.addWorkingDays(day, n)))
        expect([...cn.columns.countWorkingDays(a, b)]).toEqual(rows.map(([from, to]) => cn.numeric.countWorkingDays(from, to)))
      }),
    )
  })

  test('answers each row as if it were alone, whatever stands beside it', () => {
    const anyDay = fc.oneof(days, fc.constant(MISSING_DAY), fc.integer({ min: firstDay - 10, max: lastDay + 10 }), fc.integer())
    const anyAmount = fc.oneof(amounts, fc.constant(0), fc.integer())
    const orMissing = (answer: () => number) => {
      try {
        return answer()
      } catch {
        return MISSING_DAY
      }
    }
    fc.assert(
      fc.property(column(fc.tuple(anyDay, anyDay, anyAmount)), (rows) => {
        const [a, b, ns] = [0, 1, 2].map((i) => Int32Array.from(rows, (row) => row[i] as number)) as [Int32Array, Int32Array, Int32Array]
        const added = rows.map(([day, , n]) => orMissing(() => cn.numeric.addWorkingDays(day, n)))
        const counted = rows.map(([from, to]) => orMissing(() => cn.numeric.countWorkingDays(from, to)))
        expect([...cn.columns.addWorkingDays(a, ns)]).toEqual(added)
        expect([...cn.columns.countWorkingDays(a, b)]).toEqual(counted)
        // In place of either argument.
        expect([...cn.columns.addWorkingDays(a.slice(), ns, ns)]).toEqual(added)
        expect([...cn.columns.countWorkingDays(a, b, b)]).toEqual(counted)
      }),
    )
  })

  test('marks what has no answer, and answers the rest', () => {
    const starts = Int32Array.of(MISSING_DAY, firstDay - 1, dayOf('2019-04-26'), lastDay, 2_147_483_647)
    expect([...cn.columns.addWorkingDays(starts, 4)]).toEqual([MISSING_DAY, MISSING_DAY, dayOf('2019-05-05'), MISSING_DAY, MISSING_DAY])
    expect([...cn.columns.addWorkingDays(starts, 1e12)]).toEqual(Array(5).fill(MISSING_DAY))
    expect([...cn.columns.addWorkingDays(starts, -1e12)]).toEqual(Array(5).fill(MISSING_DAY))
    expect([...cn.columns.addWorkingDays(starts, new Int32Array(5).fill(MISSING_DAY))]).toEqual(Array(5).fill(MISSING_DAY))
    expect([...cn.columns.countWorkingDays(starts, starts)]).toEqual([MISSING_DAY, MISSING_DAY, 0, 0, MISSING_DAY])
  })

  test('may be answered in place', () => {
    const starts = Int32Array.of(...['2019-04-26', '2019-04-26', '2019-05-05', '2019-04-26', '2019-05-05'].map(dayOf))
    expect(cn.columns.addWorkingDays(starts, 4, starts)).toBe(starts)
    expect([...starts]).toEqual(['2019-05-05', '2019-05-05', '2019-05-09', '2019-05-05', '2019-05-09'].map(dayOf))
  })
})

/** What a program without types may hand over in the place of a number. */
const noNumbers: readonly unknown[] = ['1', '', null, undefined, [], [1], {}, true, 1n, Symbol('s'), () => 1, new Date(0)]

describe('in the place of a number', () => {
  test.each(noNumbers.map((odd) => [odd]))('%s is refused by the numeric level', (odd) => {
    const wrong = odd as number
    const start = dayOf('2019-04-26')
    expect(codeOf(() => cn.numeric.addWorkingDays(start, wrong))).toBe('amount-invalid')
    expect(codeOf(() => cn.numeric.addWorkingDays(wrong, 4))).toBe('date-invalid')
    expect(codeOf(() => cn.numeric.addWorkingDays(wrong, -4))).toBe('date-invalid')
    expect(codeOf(() => cn.numeric.countWorkingDays(start, wrong))).toBe('date-invalid')
    expect(codeOf(() => cn.numeric.countWorkingDays(wrong, start))).toBe('date-invalid')
  })

  test('a text that would read as a day is refused', () => {
    expect(codeOf(() => cn.numeric.addWorkingDays('18012' as never, 4))).toBe('date-invalid')
    expect(codeOf(() => cn.numeric.countWorkingDays('18012' as never, '18021' as never))).toBe('date-invalid')
    expect(codeOf(() => cn.numeric.countWorkingDays([18_012] as never, 18_021))).toBe('date-invalid')
  })
})

describe('in the place of a column', () => {
  const column = Int32Array.of(18_012)
  const noColumns: readonly unknown[] = [null, [18_012], 'x', 18_012, {}, { length: 1 }, Float64Array.of(18_012), new DataView(new ArrayBuffer(4))]

  test.each(noColumns.map((odd) => [odd]))('%o is refused with the path', (odd) => {
    const wrong = odd as Int32Array
    const asked: readonly [() => unknown, string][] = [
      [() => cn.columns.addWorkingDays(wrong, 4), 'dates'],
      [() => cn.columns.addWorkingDays(column, column, wrong), 'out'],
      [() => cn.columns.countWorkingDays(wrong, column), 'a'],
      [() => cn.columns.countWorkingDays(column, wrong), 'b'],
      [() => cn.columns.countWorkingDays(column, column, wrong), 'out'],
    ]
    for (const [ask, path] of asked) expect(errorOf(ask)).toMatchObject({ code: 'value-invalid', path })
    if (typeof odd !== 'number') {
      expect(errorOf(() => cn.columns.addWorkingDays(column, wrong))).toMatchObject({ code: 'value-invalid', path: 'amounts' })
    }
  })

  test('nothing at all is refused', () => {
    expect(errorOf(() => cn.columns.addWorkingDays(undefined as never, 4))).toMatchObject({ code: 'value-invalid', path: 'dates' })
    expect(errorOf(() => cn.columns.countWorkingDays(column, undefined as never))).toMatchObject({ code: 'value-invalid', path: 'b' })
    expect(errorOf(() => cn.columns.addWorkingDays(column, undefined as never))).toMatchObject({ code: 'value-invalid', path: 'amounts' })
  })
})
