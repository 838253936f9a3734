import fc from 'fast-check'
import { createCalendar, createClock, type Limit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'

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

  test('start at the opening where all since then is subtracted', () => {
    expect(hall.numeric.addWorkingTime(at('2019-05-06T10:00+08:00'), -60 * MINUTE)).toBe(at('2019-05-06T09:00+08:00'))
  })

  test('add nothing to the first instant of a calendar', () => {
    const calendar = createCalendar({ id: 'week', weekend: ['saturday'], notices: [], coverage: { from: '2019-05-04', to: '2019-05-12' } })
    const first = Float64Array.of(at('2019-05-04T00:00+08:00'))
    expect(createClock({ ...hall, calendar }).columns.addWorkingTime(first, 0)).toEqual(first)
  })

  test.each([
    [() => hall.numeric.addWorkingTime(at('2006-12-31T00:00Z'), 1), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), 1e15), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), -1e15), 'outside-coverage'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), Number.NaN), 'amount-invalid'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T00:00Z'), 0.5), 'amount-invalid'],
    [() => hall.numeric.addWorkingTime(Number.NaN, 1), 'instant-invalid'],
    [() => hall.numeric.workingTimeBetween(Number.POSITIVE_INFINITY, 1), 'instant-invalid'],
    [() => hall.numeric.workingTimeBetween(at('2019-05-06T02:00Z') + 0.5, at('2019-05-06T03:00Z')), 'instant-invalid'],
    [() => hall.numeric.addWorkingTime(at('2019-05-06T02:00Z') + 0.5, 1), 'instant-invalid'],
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
    expect([...hall.columns.addWorkingTime(starts, 0)]).toEqual([Number.NaN, Number.NaN, at('2019-05-06T01:00Z')])
    const parts = starts.map((start) => start + 0.5)
    expect([...hall.columns.deadlines(parts, { minutes: 3 })]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect([...hall.columns.addWorkingTime(parts, 0)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect([...hall.columns.workingTimeBetween(parts, parts)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  test('columns of other lengths than a block, and into one of their arguments, are answered alike', () => {
    const starts = Float64Array.from({ length: 1_030 }, (_, i) => at('2019-04-28T00:00Z') + i * 17 * MINUTE)
    const ms = Float64Array.from(starts, (_, i) => ((i % 61) - 30) * 13 * MINUTE)
    const each = Array.from(starts, (from, i) => hall.numeric.addWorkingTime(from, ms[i] as number))
    expect([...hall.columns.addWorkingTime(starts, ms)]).toEqual(each)
    for (const out of [starts.slice(), ms.slice()]) {
      const isStart = out[0] === starts[0]
      expect([...hall.columns.addWorkingTime(isStart ? out : starts, isStart ? ms : out, out)]).toEqual(each)
    }
    expect([...hall.columns.addWorkingTime(starts, 0)]).toEqual([...starts])
  })
})

const limits: fc.Arbitrary<Limit> = fc.oneof(
  ...(['workingDays', 'workingHours', 'calendarDays', 'hours'] as const).map((unit) =>
    fc.nat({ max: 60 }).map((n): Limit => ({ [unit]: n }) as never),
  ),
  ...(['workingMinutes', 'minutes'] as const).map((unit) => fc.nat({ max: 4_000 }).map((n): Limit => ({ [unit]: n }) as never)),
  fc.nat({ max: 14 }).map((months) => ({ months })),
  fc.nat({ max: 2 }).map((years) => ({ years })),
)

describe('columns of deadlines', () => {
  const convention = fc.constantFrom('cn-civil-code', 'cn-hall')

  test('are those of the single deadlines, in every unit and both conventions', () => {
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 10 }), limits, convention, (starts, limit, convention) => {
        const single = starts.map((start) => at(hall.deadline(start, limit, { convention }).dueAt))
        expect([...hall.columns.deadlines(Float64Array.from(starts), limit, { convention })]).toEqual(single)
      }),
    )
  })

  test('are counted by the convention of the clock where none is given, and go where they are asked to', () => {
    const starts = Float64Array.of(at('2019-04-26T02:00Z'))
    expect(hall.columns.deadlines(starts, { workingDays: 4 }, { out: starts })).toBe(starts)
    expect([...starts]).toEqual([at('2019-05-05T09:00Z')])
  })

  test('are NaN where a row has no answer', () => {
    const calendar = createCalendar({ id: 'short', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    const clock = createClock({ calendar, hours: { workday: ['09:00-17:00'] }, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
    const starts = Float64Array.of(Number.NaN, 0.5, at('2018-12-31T15:59Z'), at('2018-12-31T16:00Z'), at('2019-12-30T02:00Z'), 1e300)
    expect([...clock.columns.deadlines(starts, { workingDays: 3 })]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      at('2019-01-04T09:00Z'),
      Number.NaN,
      Number.NaN,
    ])
    expect([...clock.columns.deadlines(Float64Array.of(starts[4] as number), { hours: Number.MAX_SAFE_INTEGER })]).toEqual([Number.NaN])
  })

  test('are refused as a whole for what is wrong with all of them', () => {
    const bare = createClock({ calendar: hall.calendar, hours: hall.hours, timeZone: hall.timeZone })
    const starts = Float64Array.of(at('2019-04-26T02:00Z'))
    expect(codeOf(() => bare.columns.deadlines(starts, { workingDays: 4 }))).toBe('convention-missing')
    expect(codeOf(() => hall.columns.deadlines(starts, { workingDays: -1 }))).toBe('amount-invalid')
    expect(codeOf(() => hall.columns.deadlines(starts, { days: 4 } as never))).toBe('unit-ambiguous')
    expect(codeOf(() => hall.columns.deadlines(starts, { workingDays: 4 }, { convention: 'roman' as never }))).toBe('choice-unknown')
    expect(codeOf(() => hall.columns.deadlines(starts, { workingDays: 4 }, { out: new Float64Array(2) }))).toBe('columns-differ')
  })
})

describe('in the place of a number', () => {
  const noNumbers: readonly unknown[] = ['1', '', null, undefined, [], [1], {}, true, 1n, Symbol('s'), () => 1, new Date(0)]

  test.each(noNumbers.map((odd) => [odd]))('%s is refused by the numeric level', (odd) => {
    const wrong = odd as number
    const start = at('2019-05-06T00:00Z')
    expect(codeOf(() => hall.numeric.addWorkingTime(start, wrong))).toBe('amount-invalid')
    expect(codeOf(() => hall.numeric.addWorkingTime(wrong, MINUTE))).toBe('instant-invalid')
    expect(codeOf(() => hall.numeric.workingTimeBetween(start, wrong))).toBe('instant-invalid')
    expect(codeOf(() => hall.numeric.workingTimeBetween(wrong, start))).toBe('instant-invalid')
  })

  test('a text, a list or a date that would read as an instant is refused', () => {
    const start = at('2019-05-06T01:00Z')
    for (const odd of [String(start), [start], new Date(start)]) {
      expect(codeOf(() => hall.numeric.addWorkingTime(odd as never, MINUTE))).toBe('instant-invalid')
      expect(codeOf(() => hall.numeric.workingTimeBetween(odd as never, odd as never))).toBe('instant-invalid')
    }
  })
})

describe('in the place of a column', () => {
  const column = Float64Array.of(at('2019-05-06T00:00Z'))
  const noColumns: readonly unknown[] = [null, [1], 'x', 1, {}, { length: 1 }, Int32Array.of(1), new DataView(new ArrayBuffer(8))]

  test.each(noColumns.map((odd) => [odd]))('%o is refused with the path', (odd) => {
    const wrong = odd as Float64Array
    const asked: readonly [() => unknown, string][] = [
      [() => hall.columns.addWorkingTime(wrong, 4), 'starts'],
      [() => hall.columns.addWorkingTime(column, column, wrong), 'out'],
      [() => hall.columns.workingTimeBetween(wrong, column), 'a'],
      [() => hall.columns.workingTimeBetween(column, wrong), 'b'],
      [() => hall.columns.workingTimeBetween(column, column, wrong), 'out'],
      [() => hall.columns.deadlines(wrong, { workingDays: 1 }), 'starts'],
      [() => hall.columns.deadlines(column, { workingDays: 1 }, { out: wrong }), 'options.out'],
    ]
    for (const [ask, path] of asked) expect(errorOf(ask)).toMatchObject({ code: 'value-invalid', path })
    if (typeof odd !== 'number') {
      expect(errorOf(() => hall.columns.addWorkingTime(column, wrong))).toMatchObject({ code: 'value-invalid', path: 'amounts' })
    }
  })

  test('nothing at all is refused', () => {
    expect(errorOf(() => hall.columns.addWorkingTime(undefined as never, 4))).toMatchObject({ code: 'value-invalid', path: 'starts' })
    expect(errorOf(() => hall.columns.addWorkingTime(column, undefined as never))).toMatchObject({ code: 'value-invalid', path: 'amounts' })
    expect(errorOf(() => hall.columns.deadlines(undefined as never, { workingDays: 1 }))).toMatchObject({ code: 'value-invalid', path: 'starts' })
  })
})
