import fc from 'fast-check'
import { allOpen, anyOpen, type Calendar, cn, createCalendar, hangzhou2016 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../support/errors.js'
import { datesBetween } from '../support/oracle.js'
import { runs } from '../support/runs.js'

const NEW_YEAR = { occasion: '元旦', off: ['2028-01-03'], work: [] }
const counter = createCalendar({
  id: 'counter',
  weekend: ['monday'],
  notices: [
    {
      id: 'c1',
      number: '甲〔2019〕1号',
      issued: '2018-12-01',
      covers: 2019,
      arrangements: [{ occasion: '盘点', off: ['2019-05-07', '2019-06-04'], work: ['2019-05-13'] }],
    },
  ],
  coverage: { from: '2010-01-01', to: '2040-12-31' },
})
const friday = createCalendar({ id: 'friday', weekend: ['friday', 'saturday'], notices: [], coverage: { from: '2016-01-01', to: '2045-12-31' } })
const hangzhou = cn.extend(hangzhou2016)
/** Has the id of another calendar, and projected days that its layer has settled. */
const typhoon = cn.extend({
  id: 'hangzhou-2016',
  notices: [
    { id: 'o', number: null, issued: '2019-01-01', covers: 2027, arrangements: [{ occasion: '台风', off: ['2027-02-01'], work: ['2027-01-30'] }] },
  ],
})
const all = [cn, counter, friday, hangzhou, typhoon, cn.asOf('2019-03-01'), cn.with({ unpublished: 'error' }), cn.with({ unpublished: 'project' })]
const COMBINERS = { allOpen, anyOpen }

const calendars = fc.constantFrom(...all)
const combiners = fc.constantFrom(...(['allOpen', 'anyOpen'] as const))
const SPAN = datesBetween('2016-01-01', '2027-03-31')
const dates = fc.nat({ max: SPAN.length - 1 }).map((i) => SPAN[i] as string)
/** Answers where the calendar has one, and the code of the refusal where it has not. */
function said<T>(ask: () => T): T | string {
  try {
    return ask()
  } catch {
    return codeOf(ask)
  }
}
const answersOf = (calendar: Calendar, date: string, n: number) => [
  calendar.id,
  calendar.occasions,
  said(() => calendar.coverage),
  said(() => calendar.edition),
  said(() => calendar.day(date)),
  said(() => calendar.add(date, n)),
  said(() => calendar.forecast(date, Math.abs(n))),
  said(() => calendar.asOf('2019-12-01').day(date)),
]

describe('calendars combined', () => {
  test('are worked where all are, or where any is', () => {
    for (const date of SPAN.filter((_, i) => i % 3 === 0)) {
      const [one, other] = [hangzhou.isWorkingDay(date), friday.isWorkingDay(date)]
      expect([allOpen(hangzhou, friday).isWorkingDay(date), anyOpen(hangzhou, friday).isWorkingDay(date)], date).toEqual([one && other, one || other])
    }
  })

  test('in any order, in any grouping and however often are the same', () => {
    fc.assert(
      fc.property(combiners, calendars, calendars, calendars, dates, fc.integer({ min: -30, max: 300 }), (kind, a, b, c, date, n) => {
        const combine = COMBINERS[kind]
        expect(answersOf(combine(a, b), date, n)).toEqual(answersOf(combine(b, a), date, n))
        expect(answersOf(combine(combine(a, b), c), date, n)).toEqual(answersOf(combine(a, combine(b, c)), date, n))
        expect(combine(a, a).edition).toBe(a.edition)
        expect(answersOf(combine(a, a), date, n)).toEqual(answersOf(a, date, n))
      }),
      { numRuns: runs(60) },
    )
  })

  test.each(['allOpen', 'anyOpen'] as const)('by %s that hold combinations are what their parts are, each once', (name) => {
    const combine = COMBINERS[name]
    const { id } = combine(counter, friday, hangzhou)
    expect(combine(combine(counter, friday), combine(friday, hangzhou)).id).toBe(id)
    expect(combine(combine(counter, friday), hangzhou, counter).id).toBe(id)
  })

  test('that are equal, though made apart, are one', () => {
    const again = cn.with({ unpublished: 'project' })
    const known = cn.asOf('2026-11-23')
    for (const combine of [allOpen, anyOpen]) {
      expect(combine(cn) === cn && combine(cn, cn) === cn).toBe(true)
      for (const pair of [combine(cn, again), combine(again, cn), combine(combine(cn, again), again)]) {
        expect([pair.id, pair.edition]).toEqual(['cn', cn.edition])
        expect(pair.forecast('2027-01-20', 10)).toEqual(cn.forecast('2027-01-20', 10))
      }
      expect(combine(cn, known).forecast('2027-01-20', 10)).toEqual(cn.forecast('2027-01-20', 10))
      expect(combine(cn, known).edition).toBe(cn.edition)
      expect(combine(again, friday, cn).id).toBe(combine(cn, friday).id)
      expect(combine(combine(cn, friday), combine(again, friday)).id).toBe(combine(cn, friday).id)
    }
  })

  test('that are small are one where they are equal, and await the same in any order', () => {
    const small = (off: string) =>
      createCalendar({
        id: 'small',
        weekend: ['sunday'],
        notices: [{ id: 't', number: null, issued: '2018-12-01', covers: 2019, arrangements: [{ occasion: 'x', off: [off], work: [] }] }],
        coverage: { from: '2019-01-01', to: '2019-12-31' },
      })
    const [a, twin, other] = [small('2019-05-06'), small('2019-05-06'), small('2019-05-07')]
    expect(allOpen(a)).toBe(a)
    expect(allOpen(a, a)).toBe(a)
    expect(allOpen(a, twin).id).toBe('small')
    expect(allOpen(a, other).day('2019-01-01').working).toBe(true)
    const [gap, plain] = [cn.announce({ id: 'cn-2028', number: null, issued: '2026-11-20', covers: 2028, arrangements: [NEW_YEAR] }), cn]
    expect(allOpen(gap, plain).edition).toBe(allOpen(plain, gap).edition)
  })

  test('of one id but other days are told apart by their edition, in any order', () => {
    const twin = (off: string, number: string | null, name: string) =>
      createCalendar({
        id: 'twin',
        weekend: ['sunday'],
        notices: [{ id: 't', number, issued: '2018-12-01', covers: 2019, arrangements: [{ occasion: 'x', off: [off], work: [] }] }],
        coverage: { from: '2019-01-01', to: '2019-12-31' },
        occasions: { x: name },
      })
    const [a, b] = [twin('2019-05-06', 'A', 'one'), twin('2019-05-06', 'B', 'two')]
    for (const combine of [allOpen, anyOpen]) {
      const [one, other] = [combine(a, b, a), combine(b, a)]
      expect([one.id, one.edition, one.occasions, one.day('2019-05-06')]).toEqual([other.id, other.edition, other.occasions, other.day('2019-05-06')])
      expect(combine(a, combine(b, a)).id).toBe(one.id)
    }
    expect(allOpen(a, twin('2019-05-07', 'A', 'one')).edition).toBe(allOpen(twin('2019-05-07', 'A', 'one'), a).edition)
  })

  test('that are equal today may differ as of another day', () => {
    const kept = { id: 'c', number: null, issued: '2019-06-01', covers: 2019, arrangements: [{ occasion: 'x', off: ['2019-07-01'], work: [] }] }
    const own = (...before: string[]) =>
      createCalendar({
        id: 'own',
        weekend: ['sunday'],
        notices: [
          ...before.map((date) => ({ ...kept, id: 'b', issued: '2019-01-01', arrangements: [{ occasion: 'x', off: [date], work: [] }] })),
          kept,
        ],
        coverage: { from: '2019-01-01', to: '2019-12-31' },
      })
    for (const both of [allOpen(own(), own('2019-07-02')), allOpen(own('2019-07-02'), own())]) {
      expect(both.edition).toBe(own().edition)
      expect(both.asOf('2019-03-01').isWorkingDay('2019-07-02')).toBe(false)
    }
  })

  test.each([
    ['2019-05-01', 'WED', { kind: 'holiday', working: false, occasion: '劳动节' }, { kind: 'workday', working: true }],
    ['2019-05-05', 'SUN', { kind: 'makeup', working: true, occasion: '劳动节' }, { kind: 'workday', working: true, occasion: '劳动节' }],
    ['2019-05-12', 'SUN', { kind: 'weekend', working: false }, { kind: 'workday', working: true }],
    ['2019-05-13', 'MON', { kind: 'makeup', working: true, occasion: '盘点' }, { kind: 'workday', working: true, occasion: '盘点' }],
    ['2019-05-07', 'TUE', { kind: 'holiday', working: false, occasion: '盘点', notice: '甲〔2019〕1号' }, { kind: 'workday', working: true }],
  ])('say of %s (%s) what makes it so', (date, weekday, inAll, inAny) => {
    expect(new Date(date).toUTCString().slice(0, 3).toUpperCase()).toBe(weekday)
    expect(allOpen(cn, counter).day(date)).toMatchObject(inAll)
    expect(anyOpen(cn, counter).day(date)).toMatchObject(inAny)
  })

  test('know what all know, and await what any awaits', () => {
    const both = allOpen(cn, friday)
    expect(both.coverage).toEqual({ from: '2016-01-01', to: '2045-12-31', publishedTo: '2026-12-24' })
    expect(both.id).toBe('allOpen(cn, friday)')
    expect(both.forecast('2026-12-20', 20)).toMatchObject({ certainty: 'projected', awaits: ['cn-2027'] })
    expect(codeOf(() => allOpen(cn.with({ unpublished: 'error' }), friday).add('2026-12-20', 20))).toBe('unpublished')
    expect(codeOf(() => both.with({ unpublished: 'error' }).add('2026-12-20', 20))).toBe('unpublished')
  })

  test('have bounds that hold what a later notice makes of their days', () => {
    const known = allOpen(cn.asOf('2024-11-01'), friday)
    const later = allOpen(cn.asOf('2025-01-01'), friday)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 60 }), (offset, n) => {
        const start = datesBetween('2024-11-01', '2025-10-30')[offset] as string
        const { earliest, latest } = known.forecast(start, n)
        const { date, certainty } = later.forecast(start, n)
        fc.pre(certainty === 'published')
        expect([earliest <= date, date <= latest]).toEqual([true, true])
      }),
    )
  })

  test('take a layer of their own over them', () => {
    const layer = {
      id: 'own',
      notices: [{ id: 'o', number: null, issued: '2019-01-01', covers: 2027, arrangements: [{ occasion: '台风', off: ['2027-03-16'], work: [] }] }],
    }
    const closed = anyOpen(cn, friday).extend(layer)
    expect(closed.day('2027-03-16')).toMatchObject({ kind: 'closure', occasion: '台风' })
    expect(closed.forecast('2027-03-15', 1)).toMatchObject({ date: '2027-03-17', earliest: '2027-03-17', latest: '2027-03-17' })
    expect(closed.asOf('2018-12-31').day('2027-03-16').kind).toBe('workday')
  })

  test('say of a day what a notice says of it, and not what the law does', () => {
    const law = { number: 'L1', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'by law', dates: ['01-01'] }] }
    const projection = { to: '2028-12-31', awaits: 'law-{year}', laws: [law], festivals: {} }
    const coverage = { from: '2026-01-01', to: '2026-12-24' }
    const lawful = createCalendar({ id: 'lawful', weekend: [], notices: [], coverage, projection })
    const arrangements = [{ occasion: 'by notice', off: ['2027-01-01'], work: [] }]
    const notices = [{ id: 'n', number: null, issued: '2026-11-01', covers: 2027, arrangements }]
    const noticed = createCalendar({ id: 'noticed', weekend: [], notices, coverage: { from: '2026-01-01', to: '2027-12-31' } })
    expect([lawful, noticed, allOpen(lawful, noticed)].map((calendar) => calendar.day('2027-01-01').occasion)).toEqual([
      'by law',
      'by notice',
      'by notice',
    ])
  })

  test('that share no day, or no working day, are refused, and so is what is no calendar', () => {
    const old = createCalendar({ id: 'old', weekend: [], notices: [], coverage: { from: '2001-01-01', to: '2001-12-31' } })
    expect(codeOf(() => allOpen(cn, old).coverage)).toBe('calendar-invalid')
    expect([() => allOpen(), () => anyOpen(cn, {} as never), () => allOpen(null as never)].map(codeOf)).toEqual(Array(3).fill('value-invalid'))
  })
})
