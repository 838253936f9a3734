import fc from 'fast-check'
import { allOpen, type CalendarSource, cn, createCalendar, hangzhou2016 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../support/errors.js'
import { datesBetween } from '../support/oracle.js'
import { runs } from '../support/runs.js'

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
        for (const i of places) {
          const date = span[i] as string
          expect([one.day(date), one.forecast(date, i % 50)]).toEqual([other.day(date), other.forecast(date, i % 50)])
        }
      }),
      { numRuns: runs(20) },
    )
  })
})

describe('an edition', () => {
  const law = (dates: readonly string[]) => ({ number: 'L', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'x', dates }] })
  const notice = (off: readonly string[], work: readonly string[], id = 'n') => ({
    id,
    number: 'N',
    issued: '2018-12-01',
    covers: 2019,
    arrangements: [{ occasion: id, off, work }],
  })
  const of = (source: Partial<CalendarSource>) =>
    createCalendar({
      id: 'own',
      weekend: ['saturday', 'sunday'],
      notices: [],
      coverage: { from: '2019-01-01', to: '2019-12-31' },
      projection: { to: '2021-12-31', awaits: 'own-{year}', laws: [law(['05-01'])], festivals: {} },
      ...source,
    })
  // A Monday off, for which a Saturday far away was worked: the days of 2019 are the same, what may come is not.
  const plain = of({ notices: [notice(['2019-05-06'], []), notice(['2019-05-03'], ['2019-05-11'], 'm')] })
  const amended = of({
    notices: [notice(['2019-05-06'], []), { ...notice(['2019-05-03'], ['2019-05-11'], 'm'), covers: 2018 }],
  })

  test('differs where the days agree but their bounds do not', () => {
    const forecasts = [plain, amended].map((calendar) => calendar.forecast('2020-04-29', 3))
    expect(forecasts[0]).not.toEqual(forecasts[1])
    expect(plain.diff(amended).days).toEqual([])
    expect(plain.edition).not.toBe(amended.edition)
    expect(allOpen(plain, amended).edition).toBe(allOpen(amended, plain).edition)
  })

  test('does not hear of dates of issue, though the calendar as of a day goes by them', () => {
    const known = { ...notice(['2019-06-03'], [], 'known'), issued: '2018-01-01' }
    const issuedOn = (issued: string) => of({ notices: [known, { ...notice(['2019-05-06'], []), issued }] })
    const [early, late] = [issuedOn('2018-11-01'), issuedOn('2018-12-01')]
    expect(early.edition).toBe(late.edition)
    expect([early, late].map((calendar) => calendar.asOf('2018-11-15').isWorkingDay('2019-05-06'))).toEqual([false, true])
  })

  test('says which projected days a layer has settled', () => {
    const confirming = { ...notice([], ['2020-05-04'], 'c'), covers: 2020 }
    expect(plain.extend({ id: 'city', notices: [confirming] }).edition).not.toBe(plain.edition)
  })

  test('does not hear of days outside the calendar', () => {
    const outside = notice(['2018-12-31', '2030-05-06'], [], 'far')
    const strict = of({ unpublished: 'error' })
    expect(of({ unpublished: 'error', notices: [outside] }).edition).toBe(strict.edition)
    expect(of({}).extend({ id: 'far', notices: [outside] }).edition).toBe(of({}).edition)
    expect(strict.extend({ id: 'later', notices: [notice(['2020-05-06'], [], 'later')] }).edition).toBe(strict.edition)
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
      { numRuns: runs(15) },
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
    expect(codeOf(() => cn.diff(cn, null as never))).toBe('limit-invalid')
    expect(codeOf(() => cn.diff(cn, { workingDays: 1.5 }))).toBe('amount-invalid')
    expect(codeOf(() => cn.diff(cn, { workingHours: 8 } as never))).toBe('unit-unknown')
  })
})
