import fc from 'fast-check'
import {
  type Calendar,
  type Clock,
  type Convention,
  cn,
  conventions,
  createCalendar,
  createClock,
  type Deadline,
  type Hours,
  type Limit,
} from 'service-time'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { cnSource as all, cnWith, noticeInStyle } from '../support/notices.js'
import { runs } from '../support/runs.js'

describe('a deadline beyond the notices', () => {
  test('of 40 working days from Monday 2026-11-23 is Tuesday 2027-01-19, projected, and awaits the notice for 2027', () => {
    expect(hall.deadline('2026-11-23T10:00', { workingDays: 40 })).toEqual({
      startsAt: '2026-11-23T10:00:00+08:00',
      dueDate: '2027-01-19',
      dueAt: '2027-01-19T17:00:00+08:00',
      certainty: 'projected',
      earliest: '2027-01-19',
      latest: '2027-01-19',
      awaits: ['cn-2027'],
    })
  })

  test.each<[string, string, Limit, object]>([
    ['working days that end with the notices', '2026-12-18', { workingDays: 4 }, { dueDate: '2026-12-24', certainty: 'published' }],
    ['working days that pass them', '2026-12-18', { workingDays: 5 }, { dueDate: '2026-12-25', certainty: 'projected', awaits: ['cn-2027'] }],
    [
      'working hours about a holiday',
      '2027-02-02T16:00',
      { workingHours: 8 },
      { dueDate: '2027-02-04', earliest: '2027-02-04', latest: '2027-02-16' },
    ],
    ['calendar days, by the day they end on', '2026-12-01', { calendarDays: 23 }, { dueDate: '2026-12-24', certainty: 'published' }],
    ['calendar days that roll', '2026-12-05', { calendarDays: 30 }, { dueDate: '2027-01-04', earliest: '2027-01-04', certainty: 'projected' }],
    [
      'calendar days that end past a holiday',
      '2026-12-01',
      { calendarDays: 120 },
      { dueDate: '2027-03-31', earliest: '2027-03-31', latest: '2027-03-31' },
    ],
    ['months', '2026-07-01', { months: 7 }, { dueDate: '2027-02-01', certainty: 'projected', earliest: '2027-02-01' }],
    ['years in which two notices are awaited at the end', '2025-01-02', { years: 3 }, { dueDate: '2028-01-04', awaits: ['cn-2028'] }],
    [
      'round-the-clock time, which asks no calendar',
      '2027-01-01T10:00',
      { hours: 48 },
      { dueDate: '2027-01-03', certainty: 'published', awaits: [] },
    ],
    [
      'nothing, from a day that may be off',
      '2027-02-03T10:00',
      { workingDays: 0 },
      { dueDate: '2027-02-03', certainty: 'projected', earliest: '2027-02-03' },
    ],
  ])('in %s', (_, start, limit, expected) => {
    expect(hall.deadline(start, limit)).toMatchObject(expected)
  })

  test.each<[string, Limit]>([
    ['2050-12-26', { workingDays: 4 }],
    ['2050-12-01', { calendarDays: 29 }],
    ['2050-11-30', { months: 1 }],
    ['2050-12-28T10:00', { workingHours: 13 }],
  ])('from %s and %o, whose latest date lies beyond the projection, is refused by its own date', (start, limit) => {
    expect(errorOf(() => hall.deadline(start, limit))).toMatchObject({
      code: 'outside-coverage',
      facts: { calendar: 'cn', to: '2050-12-31', side: 'bounds', found: '2050-12-30' },
    })
  })

  test('rests on no day where the convention neither rolls nor closes', () => {
    const convention = { ...conventions['cn-hall'], roll: 'none' } as const
    expect(hall.deadline('2027-01-01', { calendarDays: 1 }, { convention })).toMatchObject({ dueDate: '2027-01-02', certainty: 'published' })
    const closing = { ...convention, due: 'closing' } as const
    expect(hall.deadline('2027-01-01', { calendarDays: 1 }, { convention: closing })).toMatchObject({ certainty: 'projected', latest: '2027-01-02' })
  })

  test('is refused on a clock whose calendar refuses what is not published', () => {
    const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })
    expect(errorOf(() => strict.deadline('2026-11-23', { workingDays: 40 }))).toMatchObject({ code: 'unpublished', facts: { awaits: ['cn-2027'] } })
    expect(codeOf(() => strict.isOpen('2027-01-04T10:00'))).toBe('unpublished')
    expect(codeOf(() => strict.add('2026-12-24T10:00', { workingHours: 80 }))).toBe('unpublished')
    expect(strict.deadline('2019-04-26', { workingDays: 4 }).dueDate).toBe('2019-05-05')
    expect(strict.latestStart('2026-12-24', { workingDays: 4 })).toBe('2026-12-18')
  })
})

describe('hours of a single date', () => {
  const withDates = (dates: Hours['dates'] & object) => createClock({ ...hall, hours: { ...HALL_HOURS, dates } })
  const bounds = (clock: Clock, workingHours: number) => clock.deadline('2027-02-02T16:00', { workingHours })

  test.each([8, 40, 120])('that notices have settled move no bound of %i working hours', (amount) => {
    const settled = withDates({ '2019-03-08': ['09:00-10:00'], '2026-12-24': ['00:00-24:00'] })
    expect(bounds(settled, amount)).toEqual(bounds(hall, amount))
  })

  test.each<[string, string]>([
    ['shorter', '09:00-10:00'],
    ['longer', '08:00-20:00'],
    ['to midnight', '08:00-24:00'],
  ])('to come that are %s widen the bounds, because a notice may move that day', (_, session) => {
    const [plain, dated] = [hall, withDates({ '2027-03-15': [session] })].map((clock) => bounds(clock, 120)) as [Deadline, Deadline]
    expect(dated.dueAt).toBe(plain.dueAt)
    expect([dated.earliest < plain.earliest, dated.latest > plain.latest]).toEqual([true, true])
  })
})

describe('what notices may still move', () => {
  const of = (convention: Partial<Convention>) => createClock({ ...hall, convention: { ...conventions['cn-hall'], ...convention } })

  test.each<[roll: Convention['roll'], start: string, calendarDays: number, awaits: readonly string[]]>([
    ['nearest', '2033-12-10', 15, ['cn-2033', 'cn-2034']],
    ['nearest', '2027-12-20', 12, ['cn-2027', 'cn-2028']],
    ['modified-following', '2026-12-20', 4, []],
    ['modified-preceding', '2027-12-10', 17, ['cn-2027', 'cn-2028']],
  ])('by the roll %s from %s over %i days, is what it looks at', (roll, start, calendarDays, awaits) => {
    expect(of({ roll }).deadline(start, { calendarDays }).awaits).toEqual(awaits)
  })

  test('is also the wait for an opening', () => {
    expect(hall.deadline('2027-12-24T20:00', { workingHours: 1 }).awaits).toEqual(['cn-2027', 'cn-2028'])
  })

  const NIGHT: Hours = { workday: ['20:00-24:00'] }
  const SHUT: Hours = { workday: ['09:00-17:00'], weekdays: { tuesday: [] } }
  test.each<[start: string, Limit, bound: Partial<Deadline>, hours?: Hours]>([
    ['2026-12-25T20:00', { workingHours: 1 }, { latest: '2027-01-06' }],
    ['2027-01-30T23:00', { workingHours: 4 }, { latest: '2027-02-16' }, NIGHT],
    ['2026-12-26', { workingDays: 0 }, { latest: '2026-12-30' }],
    ['2027-02-05T12:00', { workingDays: 1 }, { earliest: '2027-02-09' }, NIGHT],
    ['2026-12-23T20:00', { workingDays: 1 }, { earliest: '2026-12-25' }],
    ['2026-12-26T20:00', { workingDays: 0 }, { latest: '2026-12-31' }],
    ['2027-01-18T18:00', { workingDays: 1 }, { earliest: '2027-01-20' }, SHUT],
  ])('from %s in %o is bounded by %o', (start, limit, bound, hours = HALL_HOURS) => {
    expect(createClock({ ...hall, hours }).deadline(start, limit)).toMatchObject(bound)
  })
})

describe('opening hours beyond the notices', () => {
  const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
  const deadline = (hours: Hours, start: string, limit: Limit) =>
    createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' }).deadline(start, limit)

  test.each<[string, Hours, Hours]>([
    [
      'of all seven weekdays are those of every working day',
      { workday: ['09:00-13:00'] },
      { weekdays: Object.fromEntries(WEEK.map((day) => [day, ['09:00-13:00']])) },
    ],
    [
      'of a weekday are none where only others have some',
      { workday: ['09:00-13:00'], weekdays: { tuesday: [] } },
      { weekdays: Object.fromEntries(WEEK.filter((day) => day !== 'tuesday').map((day) => [day, ['09:00-13:00']])) },
    ],
  ])('%s', (_, one, other) => {
    for (const start of ['2027-01-15T10:00', '2027-01-18T18:00', '2027-02-01T10:00'])
      for (const limit of [{ workingHours: 4 }, { workingHours: 20 }, { workingDays: 3 }])
        expect(deadline(one, start, limit)).toEqual(deadline(other, start, limit))
  })

  test('that leave a weekday shut let a start in the evening before it wait for the day after', () => {
    // Tuesday 2027-01-19 is shut: the start waits from Monday evening for Wednesday, and Thursday is the one day.
    const due = deadline({ workday: ['09:00-17:00'], weekdays: { tuesday: [] } }, '2027-01-18T18:00', { workingDays: 1 })
    expect(due).toMatchObject({ startsAt: '2027-01-20T09:00:00+08:00', dueDate: '2027-01-21', latest: '2027-01-21' })
  })

  test('of which some run to midnight may end a limit there', () => {
    const hours = { workday: ['09:00-17:00'], weekdays: { friday: ['20:00-24:00'] } }
    expect(deadline(hours, '2027-01-15T00:30', { workingHours: 4 })).toMatchObject({ dueAt: '2027-01-16T00:00:00+08:00', latest: '2027-01-16' })
  })

  test.each<[string, string]>([
    ['20:00-24:00', '2027-01-16T00:00:00+08:00'],
    ['20:00-06:00', '2027-01-15T04:30:00+08:00'],
  ])('of %s may end a limit at the midnight after, or later', (night, dueAt) => {
    expect(deadline({ workday: [night] }, '2027-01-15T00:30', { workingHours: 4 })).toMatchObject({
      dueAt,
      earliest: '2027-01-15',
      latest: '2027-01-16',
    })
  })
})

describe('a deadline that asks nothing of the days', () => {
  const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })

  test('is given on days that are not published as well', () => {
    expect(strict.deadline('2027-01-01T10:00', { hours: 48 })).toMatchObject({ dueDate: '2027-01-03', certainty: 'published' })
    const plain = { ...conventions['cn-hall'], roll: 'none' } as const
    expect(strict.deadline('2027-01-01', { calendarDays: 5 }, { convention: plain })).toMatchObject({ dueDate: '2027-01-06', certainty: 'published' })
    expect(codeOf(() => strict.deadline('2027-01-01', { calendarDays: 5 }))).toBe('unpublished')
    const closing = { ...plain, due: 'closing' } as const
    expect(codeOf(() => strict.deadline('2027-01-01', { calendarDays: 5 }, { convention: closing }))).toBe('unpublished')
    expect(codeOf(() => strict.deadline('2050-12-30', { calendarDays: 5 }, { convention: plain }))).toBe('outside-coverage')
    expect(codeOf(() => strict.deadline('2051-01-01T10:00', { hours: 48 }))).toBe('outside-coverage')
  })

  test('of no working days, by the recorded date and its midnight, is settled', () => {
    const convention = { ...conventions['cn-hall'], intake: 'as-recorded' } as const
    expect(hall.deadline('2027-02-05', { workingDays: 0 }, { convention })).toMatchObject({ dueDate: '2027-02-05', certainty: 'published' })
    expect(hall.deadline('2027-02-05', { workingDays: 0 })).toMatchObject({ certainty: 'projected' })
    expect(hall.deadline('2027-02-05', { workingDays: 1 }, { convention })).toMatchObject({ certainty: 'projected' })
    const closing = { ...convention, due: 'closing' } as const
    expect(hall.deadline('2027-02-05', { workingDays: 0 }, { convention: closing })).toMatchObject({ certainty: 'projected' })
  })
})

describe('a deadline that rolls', () => {
  // Settled to Saturday 2019-08-31.
  const settled = createCalendar({ ...all, coverage: { from: '2007-01-01', to: '2019-08-31' } })
  const clock = createClock({ ...hall, calendar: settled })

  test.each([
    ['following', '2019-08-26', 'projected', '2019-09-02'],
    ['preceding', '2019-08-26', 'published', '2019-08-30'],
    ['nearest', '2019-08-26', 'projected', '2019-08-30'],
    ['nearest', '2019-08-19', 'published', '2019-08-23'],
    ['modified-following', '2019-08-26', 'projected', '2019-08-30'],
    ['modified-following', '2019-08-19', 'published', '2019-08-26'],
    ['modified-preceding', '2019-08-26', 'published', '2019-08-30'],
  ] as const)('by %s from %s rests on every day it looks at: %s', (roll, date, certainty, dueDate) => {
    const convention = { ...conventions['cn-hall'], roll } as const
    expect(clock.deadline(date, { calendarDays: 5 }, { convention })).toMatchObject({ certainty, dueDate })
  })
})

/** Calendars that know the first notices up to a year, so that what came after may be compared with what they foresaw. */
const firstNotices = all.notices.filter(({ covers, issued }) => !all.notices.some((other) => other.covers === covers && other.issued < issued))
const knownTo = (year: number) => createCalendar({ ...all, notices: firstNotices.filter(({ covers }) => covers <= year) })
const calendars = new Map<number, Calendar>(Array.from({ length: 19 }, (_, i) => [2008 + i, knownTo(2008 + i)]))
const HOURS: Readonly<Record<string, Hours>> = {
  equal: { workday: ['09:00-12:00', '13:30-17:00'] },
  'shorter on Friday': { workday: ['09:00-12:00', '13:30-17:00'], weekdays: { friday: ['09:00-12:00'] } },
  'longer in summer, make-up days in the morning': {
    workday: ['09:00-17:00'],
    weekdays: { saturday: ['09:00-12:00'], sunday: ['09:00-12:00'] },
    seasons: [{ from: '05-01', to: '09-30', workday: ['08:00-18:00'] }],
  },
  'over night': { workday: ['22:00-06:00'] },
  'shut on Thursdays': { workday: ['09:00-17:00'], weekdays: { thursday: [] } },
}
const clocks = new Map<string, Clock>()
function clockOf(year: number, hours: string): Clock {
  const key = `${year} ${hours}`
  const made = clocks.get(key) ?? createClock({ calendar: calendars.get(year) as Calendar, hours: HOURS[hours] as Hours, timeZone: 'Asia/Shanghai' })
  clocks.set(key, made)
  return made
}

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 0, max: 120 }).map((workingHours) => ({ workingHours })),
  fc.integer({ min: 0, max: 200 }).map((calendarDays) => ({ calendarDays })),
  fc.integer({ min: 0, max: 8 }).map((months) => ({ months })),
)
const conventionsOf = fc.record({
  startDay: fc.constantFrom('excluded' as const, 'included' as const),
  intake: fc.constantFrom('next-opening' as const, 'as-recorded' as const),
  due: fc.constantFrom('closing' as const, 'end-of-day' as const),
  roll: fc.constantFrom('following', 'preceding', 'modified-following', 'modified-preceding', 'nearest', 'none'),
  monthEnd: fc.constant('clamp' as const),
  pausedDay: fc.constant('after-pause-day' as const),
})

describe('the bounds of a deadline', () => {
  const starts = fc.tuple(fc.integer({ min: 2009, max: 2025 }), fc.integer({ min: -30, max: 358 }), fc.integer({ min: 0, max: 1_439 }))
  const startOf = ([year, day, minute]: readonly [number, number, number]) => Date.UTC(year, 0, 1) + day * 86_400_000 + minute * 60_000

  test('hold whatever the next two notices turned out to say, in every unit, convention and kind of hours', () => {
    fc.assert(
      fc.property(starts, limits, conventionsOf, fc.constantFrom(...Object.keys(HOURS)), (at, limit, convention, hours) => {
        const [year] = at
        const start = startOf(at)
        const foreseen = clockOf(year - 1, hours).deadline(start, limit, { convention })
        const truth = clockOf(Math.min(2026, year + 1), hours).deadline(start, limit, { convention })
        fc.pre(truth.certainty === 'published')
        expect([foreseen.earliest <= truth.dueDate, truth.dueDate <= foreseen.latest], JSON.stringify({ foreseen, truth })).toEqual([true, true])
        if (foreseen.certainty === 'published') expect(foreseen).toEqual(truth)
      }),
      { numRuns: runs(2_000) },
    )
  })

  const clocksIn = new Map(Object.entries(HOURS).map(([name, hours]) => [name, createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai' })]))

  test('hold for every notice that moves no more than notices have', () => {
    const minutes = fc.integer({ min: -20, max: 350 }).chain((day) => fc.integer({ min: 0, max: 1_439 }).map((minute) => day * 1_440 + minute))
    fc.assert(
      fc.property(
        noticeInStyle(2027),
        minutes,
        limits,
        conventionsOf,
        fc.constantFrom(...Object.keys(HOURS)),
        (notice, minute, limit, convention, name) => {
          const start = Date.UTC(2027, 0, 1) + minute * 60_000
          const clock = clocksIn.get(name) as Clock
          const foreseen = clock.deadline(start, limit, { convention })
          const truth = createClock({ ...clock, calendar: cnWith(notice) }).deadline(start, limit, { convention })
          fc.pre(truth.certainty === 'published')
          expect([foreseen.earliest <= truth.dueDate, truth.dueDate <= foreseen.latest], JSON.stringify({ foreseen, truth })).toEqual([true, true])
          if (foreseen.certainty === 'published') expect(foreseen).toEqual(truth)
        },
      ),
      { numRuns: runs(300) },
    )
  })
})
