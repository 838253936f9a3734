import fc from 'fast-check'
import { type Convention, type ConventionName, cn, createClock, type Limit, conventions as named } from 'service-time'
import { describe, expect, test } from 'vitest'
import { dates, instants } from '../support/arbitraries.js'
import { hall } from '../support/clocks.js'
import { codeOf } from '../support/errors.js'

const early = '2008-01-01'
const conventions = fc.constantFrom<ConventionName>('cn-civil-code', 'cn-hall')
const dayLimits = fc.oneof<fc.Arbitrary<Limit>[]>(
  fc.nat({ max: 60 }).map((workingDays) => ({ workingDays })),
  fc.nat({ max: 90 }).map((calendarDays) => ({ calendarDays })),
  fc.nat({ max: 8 }).map((months) => ({ months })),
  fc.nat({ max: 1 }).map((years) => ({ years })),
)
const timeLimits = fc.oneof<fc.Arbitrary<Limit>[]>(
  fc.nat({ max: 3_000 }).map((workingMinutes) => ({ workingMinutes })),
  fc.nat({ max: 40 }).map((workingHours) => ({ workingHours })),
  fc.nat({ max: 3_000 }).map((minutes) => ({ minutes })),
  fc.nat({ max: 60 }).map((hours) => ({ hours })),
)
const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

describe('the latest start', () => {
  test.each<[string, Limit, string]>([
    ['2019-05-05', { workingDays: 4 }, '2019-04-26'],
    ['2019-05-05', { workingDays: 0 }, '2019-05-05'],
    ['2019-10-08', { calendarDays: 90 }, '2019-07-10'],
    ['2020-03-02', { months: 6 }, '2019-09-02'],
    ['2019-05-07T11:30', { workingHours: 8 }, '2019-05-06T10:00:00+08:00'],
    ['2019-05-06T17:00', { workingMinutes: 390 }, '2019-05-06T09:00:00+08:00'],
    ['2019-05-06T12:30', { workingMinutes: 0 }, '2019-05-06T11:59:59.999+08:00'],
    ['2019-05-06T17:00', { hours: 8 }, '2019-05-06T09:00:00+08:00'],
  ])('due %s under %o is %s', (due, limit, start) => {
    expect(hall.latestStart(due, limit)).toBe(start)
  })

  test.each([{ workingDays: 4 }, { calendarDays: 30 }, { months: 1 }, { workingHours: 8 }])(
    'due after all that is known is refused, under %o',
    (limit) => {
      const beyond = 'workingHours' in limit ? 'T10:00' : ''
      const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })
      for (const due of ['2051-01-01', '2060-06-01']) expect(codeOf(() => hall.latestStart(due + beyond, limit))).toBe('outside-coverage')
      for (const due of ['2026-12-25', '2027-03-01', '2040-06-01']) expect(codeOf(() => strict.latestStart(due + beyond, limit))).toBe('unpublished')
    },
  )

  const civil = named['cn-civil-code']

  test.each<[string, string, Limit, Partial<Convention>, string]>([
    ['2019-06-05', 'a first day that is counted', { workingDays: 3 }, { startDay: 'included', intake: 'as-recorded' }, '2019-06-03'],
    ['2019-06-05', 'rolling back', { calendarDays: 0 }, { roll: 'preceding' }, '2019-06-05'],
    ['2019-06-05', 'rolling back', { calendarDays: 1 }, { roll: 'preceding' }, '2019-06-04'],
    ['2019-06-05', 'rolling to the nearest', { calendarDays: 0 }, { roll: 'nearest' }, '2019-06-05'],
    ['2019-06-05', 'rolling back in the month', { calendarDays: 2 }, { roll: 'modified-preceding' }, '2019-06-03'],
    ['2019-06-28', 'rolling back over a weekend', { calendarDays: 2 }, { roll: 'preceding' }, '2019-06-28'],
  ])('due %s with %s, under %o, is found', (due, _, limit, own, start) => {
    expect(hall.latestStart(due, limit, { convention: { ...civil, ...own } })).toBe(start)
  })

  test('of round-the-clock time lies in the calendar, and so does its end', () => {
    expect(hall.latestStart('2007-01-01T10:00', { hours: 10 })).toBe('2007-01-01T00:00:00+08:00')
    expect(hall.latestStart('2051-01-01T00:00', { hours: 10 })).toBe('2050-12-31T14:00:00+08:00')
    for (const due of ['2007-01-01T05:00', '2099-01-01T05:00']) expect(codeOf(() => hall.latestStart(due, { hours: 10 }))).toBe('outside-coverage')
    expect(codeOf(() => hall.latestStart('2019-01-01T00:00', { minutes: 1e9 }))).toBe('outside-coverage')
    expect(codeOf(() => hall.deadline('2050-12-31T20:00', { hours: 10 }))).toBe('outside-coverage')
    expect(codeOf(() => hall.deadline('2019-01-01T00:00', { minutes: 1e9 }))).toBe('outside-coverage')
  })

  test('of no working time is the due instant itself, open or not, where a start stays as it is recorded', () => {
    const convention = { ...named['cn-civil-code'], intake: 'as-recorded' } as const
    expect(hall.latestStart('2019-05-06T20:00', { workingHours: 0 }, { convention })).toBe('2019-05-06T20:00:00+08:00')
    expect(hall.latestStart('2019-05-06T20:00', { workingHours: 0 })).toBe('2019-05-06T16:59:59.999+08:00')
  })

  test('is given by a strict clock for what asks nothing of the days', () => {
    const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })
    const plain = { ...named['cn-hall'], roll: 'none' } as const
    expect(strict.latestStart('2027-01-06', { calendarDays: 5 }, { convention: plain })).toBe('2027-01-01')
    expect(strict.latestStart('2027-01-06T10:00', { hours: 5 })).toBe('2027-01-06T05:00:00+08:00')
    expect(codeOf(() => strict.latestStart('2027-01-06', { calendarDays: 5 }))).toBe('unpublished')
    expect(codeOf(() => strict.latestStart('2027-01-06', { calendarDays: 5 }, { convention: { ...plain, due: 'closing' } }))).toBe('unpublished')
  })

  test('for a deadline at the end of the last day is one that can be met', () => {
    const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }), convention: 'cn-hall' })
    const { dueAt, dueDate } = strict.deadline('2026-12-18', { workingDays: 4 })
    expect([dueDate, dueAt]).toEqual(['2026-12-24', '2026-12-25T00:00:00+08:00'])
    expect(strict.latestStart(dueAt, { workingDays: 4 })).toBe('2026-12-18')
  })

  test('in days is in time, and the day after it is not', () => {
    fc.assert(
      fc.property(dates, dayLimits, conventions, (due, limit, convention) => {
        fc.pre(due > '2009-06-01')
        const start = hall.latestStart(due, limit, { convention })
        expect(start > early && hall.deadline(start, limit, { convention }).dueDate <= due).toBe(true)
        expect(hall.deadline(nextDay(start), limit, { convention }).dueDate > due).toBe(true)
      }),
    )
  })

  test('in time is in time, and a millisecond later is not', () => {
    fc.assert(
      fc.property(instants, timeLimits, conventions, (due, limit, convention) => {
        fc.pre(due > early)
        const start = hall.latestStart(due, limit, { convention })
        const dueAt = (from: number) => Date.parse(hall.deadline(from, limit, { convention }).dueAt)
        expect(dueAt(Date.parse(start))).toBeLessThanOrEqual(Date.parse(due))
        expect(dueAt(Date.parse(start) + 1)).toBeGreaterThan(Date.parse(due))
      }),
    )
  })

  test.each([
    [() => hall.latestStart('2019-05-06', { workingHours: 1 }), 'time-missing'],
    [() => hall.latestStart('2007-01-05', { workingDays: 60 }), 'outside-coverage'],
    [() => hall.latestStart('2019-05-06T10:00', { workingHours: 1e9 }), 'outside-coverage'],
    [() => hall.latestStart('2019-05-06', { workingDays: -1 }), 'amount-invalid'],
  ])('%s is refused as %s', (ask, code) => {
    expect(codeOf(ask)).toBe(code)
  })
})
