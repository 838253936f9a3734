import { addMonths as addMonthsOf } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, formatDay, parseDay } from '../../src/time/day.js'
import { addMonths } from '../../src/time/month.js'
import { runs } from '../support/runs.js'

const day = parseDay('2019-01-31')
const endOf = (from: Day, months: number) => formatDay(addMonths(from, months).day)

describe('months after a day', () => {
  test('end on the same date, or on the last of a month that lacks it', () => {
    expect([addMonths(day, 1), addMonths(day, 2)]).toMatchObject([
      { day: parseDay('2019-02-28'), isClamped: true },
      { day: parseDay('2019-03-31'), isClamped: false },
    ])
  })

  test('are told apart where their ends are kept at one place', () => {
    // 32 months more, or 1,024 days more, come to the same place.
    const asked = () => [endOf(day, 1), endOf(day, 33), endOf((day + 1_024) as Day, 1), endOf(day, 1)]
    expect(asked()).toEqual(['2019-02-28', '2021-10-31', '2021-12-20', '2019-02-28'])
    expect(asked()).toEqual(asked())
  })

  test('are those of date-fns, however often and in whatever order they are asked for', () => {
    const start = fc.record({ day: fc.integer({ min: 17_000, max: 19_500 }), months: fc.integer({ min: -40, max: 400 }) })
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 20 }), (asked) => {
        for (const { day, months } of [...asked, ...asked]) {
          const [year, month, date] = formatDay(day as Day)
            .split('-')
            .map(Number) as [number, number, number]
          const expected = addMonthsOf(new Date(year, month - 1, date, 12), months)
          const text = [expected.getFullYear(), expected.getMonth() + 1, expected.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
          expect(endOf(day as Day, months)).toBe(text)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
