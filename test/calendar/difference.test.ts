import fc from 'fast-check'
import { cn, createCalendar, hangzhou2016 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../support/errors.js'
import { datesBetween } from '../support/oracle.js'

describe('the edition of a calendar', () => {
  test('changes with every notice, and with nothing else', () => {
    expect(cn.edition).toMatch(/^[0-9a-f]{16}$/)
    expect(cn.asOf('2026-11-23').edition).toBe(cn.edition)
    expect(cn.extend({ id: 'nothing', notices: [] }).edition).toBe(cn.edition)
    const issued = ['2019-03-21', '2019-03-22', '2019-11-20', '2019-11-22', '2020-01-25', '2020-01-28']
    const editions = issued.map((date) => cn.asOf(date).edition)
    expect(editions.map((edition, i) => edition === editions[i - 1])).toEqual([false, false, true, false, true, false])
    expect(cn.extend(hangzhou2016).edition).not.toBe(cn.edition)
    expect(cn.with({ unpublished: 'error' }).edition).not.toBe(cn.edition)
  })

  test('is the same only for calendars that answer alike', () => {
    const dates = datesBetween('2007-01-01', '2026-11-23')
    const near = fc
      .tuple(fc.nat({ max: dates.length - 61 }), fc.nat({ max: 60 }))
      .map(([i, n]) => [dates[i] as string, dates[i + n] as string] as const)
    const span = datesBetween('2007-01-01', '2027-12-31')
    fc.assert(
      fc.property(near, fc.array(fc.nat({ max: span.length - 1 }), { minLength: 20 }), ([a, b], places) => {
        const [one, other] = [cn.asOf(a), cn.asOf(b)]
        fc.pre(one.edition === other.edition)
        for (const i of places) expect(one.day(span[i] as string)).toEqual(other.day(span[i] as string))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the difference between two calendars', () => {
  const strict = cn.with({ unpublished: 'error' })

  test('of the amendment of 2019 is the days it moved, and the deadlines that move with them', () => {
    const { from, to, days, deadlines } = cn.asOf('2019-03-21').diff(cn.asOf('2019-03-22'), { workingDays: 4 })
    expect([from, to]).toEqual(['2007-01-01', '2050-12-31'])
    expect(days.map(({ date, before, after }) => [date, before.kind, after.kind])).toEqual([
      ['2019-04-28', 'weekend', 'makeup'],
      ['2019-05-02', 'workday', 'holiday'],
      ['2019-05-03', 'workday', 'holiday'],
      ['2019-05-05', 'weekend', 'makeup'],
    ])
    expect(deadlines).toContainEqual({ start: '2019-04-26', before: '2019-05-03', after: '2019-05-05' })
    expect(deadlines[0]).toEqual({ start: '2019-04-23', before: '2019-04-29', after: '2019-04-28' })
  })

  test('names exactly the starts whose deadline is another date', () => {
    const [before, after] = [cn.asOf('2020-01-20'), cn.asOf('2020-03-01')]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (n) => {
        const { deadlines } = before.diff(after, { workingDays: n })
        const moved = datesBetween('2019-12-01', '2020-04-01').filter((date) => before.add(date, n) !== after.add(date, n))
        expect(deadlines.map(({ start }) => start).filter((start) => start < '2020-04-02')).toEqual(moved)
      }),
      { numRuns: 15 },
    )
  })

  test('from a calendar to itself, or to an edition with the same notices, is empty', () => {
    expect(cn.diff(cn, { workingDays: 4 })).toEqual({ from: '2007-01-01', to: '2050-12-31', days: [], deadlines: [] })
    expect(cn.asOf('2019-03-22').diff(cn.asOf('2019-11-20')).days).toEqual([])
  })

  test('is that of the days both know, and leaves out deadlines that one of them does not', () => {
    expect(strict.diff(cn, { workingDays: 4 })).toEqual({ from: '2007-01-01', to: '2026-12-24', days: [], deadlines: [] })
  })

  test('is refused for what is no calendar, for no shared day, and for another unit', () => {
    const old = createCalendar({ id: 'old', weekend: [], notices: [], coverage: { from: '2001-01-01', to: '2001-12-31' } })
    expect(codeOf(() => cn.diff({} as never))).toBe('value-invalid')
    expect(codeOf(() => cn.diff(old))).toBe('calendar-invalid')
    expect(codeOf(() => cn.diff(cn, { workingDays: 1.5 }))).toBe('amount-invalid')
    expect(codeOf(() => cn.diff(cn, { workingHours: 8 } as never))).toBe('unit-unknown')
  })
})
