import { type CalendarSource, cn, conventions, createCalendar, createClock, type Hours } from 'service-time'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'

type Row = [ask: () => unknown, code: string, path: string, facts: object]

const at = (text: string) => Date.parse(text)
const clockOf = (hours: unknown, calendar = cn) =>
  createClock({ calendar, hours: hours as Hours, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
const asked = (hours: unknown) => clockOf(hours).isOpen('2019-05-06T10:00')
const calendarOf = (source: Partial<CalendarSource>) =>
  createCalendar({ id: 'own', weekend: [], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' }, ...source })
const own = clockOf(HALL_HOURS, calendarOf({}))

const outside = (ask: () => unknown, found: string, side: string): Row => [
  ask,
  'outside-coverage',
  '',
  { calendar: 'own', from: '2019-01-01', to: '2019-12-31', found, side },
]

describe('a question that leaves the calendar', () => {
  test.each<Row>([
    outside(() => own.isOpen('2018-12-31T23:59'), '2018-12-31', 'before'),
    outside(() => own.isOpen('2020-01-01T00:00'), '2020-01-01', 'after'),
    outside(() => own.between('2019-05-06', '2020-01-01T00:01'), '2020-01-01', 'after'),
    outside(() => own.nextOpening('2019-12-31T17:00'), '2019-12-31T17:00:00+08:00 ->', 'after'),
    outside(() => own.previousClosing('2019-01-01T09:00'), '<- 2019-01-01T09:00:00+08:00', 'before'),
    outside(() => own.add('2019-12-31T16:00', { workingHours: 2 }), '2019-12-31T16:00:00+08:00 + { workingMinutes: 120 }', 'after'),
    outside(() => own.add('2019-01-01T10:00', { workingMinutes: -61 }), '2019-01-01T10:00:00+08:00 - { workingMinutes: 61 }', 'before'),
    outside(() => own.add('2019-12-31', { workingDays: 1 }), '2019-12-31 + { workingDays: 1 }', 'after'),
    outside(() => own.add('2019-01-02', { workingDays: -2 }), '2019-01-02 - { workingDays: 2 }', 'before'),
    outside(() => own.deadline('2019-12-31T10:00', { workingDays: 4 }), '2019-12-31 + { workingDays: 4 }', 'after'),
    outside(() => own.deadline('2019-12-31T10:00', { workingHours: 8 }), '2019-12-31T10:00:00+08:00 + { workingMinutes: 480 }', 'after'),
    outside(() => own.deadline('2019-12-31', { calendarDays: 4 }), '2020-01-04', 'after'),
    outside(() => own.deadline('2019-12-31', { months: 2 }), '2020-02-29', 'after'),
    outside(() => own.deadline('2019-12-31T10:00', { hours: 24 }), '2020-01-01', 'after'),
    outside(() => own.latestStart('2019-01-02', { workingDays: 4 }), '<- 2019-01-02', 'before'),
    outside(() => own.latestStart('2019-01-02T17:00', { workingDays: 4 }), '<- 2019-01-02T17:00:00+08:00', 'before'),
    outside(() => own.latestStart('2019-01-01T10:00', { workingHours: 2 }), '2019-01-01T10:00:00+08:00 - { workingMinutes: 120 }', 'before'),
    outside(() => own.latestStart('2019-01-01T10:00', { hours: 11 }), '2018-12-31', 'before'),
    outside(
      () => own.numeric.addWorkingTime(at('2019-12-31T16:00+08:00'), 7_200_000),
      '2019-12-31T16:00:00+08:00 + { workingMinutes: 120 }',
      'after',
    ),
  ])('%s is refused in its own words', (ask, code, path, facts) => {
    const error = errorOf(ask)
    expect([error.code, error.path, error.facts]).toEqual([code, path, facts])
  })
})

describe('hours', () => {
  const weekday = { monday: ['20:00-09:30'], tuesday: ['09:00-12:00'] }
  const summer = { from: '06-01', to: '09-30' }

  test.each<Row>([
    [() => clockOf(7), 'value-invalid', 'hours', { found: '7', expected: 'hours' }],
    [() => clockOf({ workday: [] }), 'value-invalid', 'hours', { found: '{ workday }', expected: 'open-hours' }],
    [() => clockOf({ dates: {} }), 'value-invalid', 'hours', { found: '{ dates }', expected: 'hours' }],
    [() => clockOf({ workday: '9-5' }), 'value-invalid', 'hours.workday', { found: '9-5', expected: 'sessions' }],
    [() => clockOf({ workday: [], weekdays: 7 }), 'value-invalid', 'hours.weekdays', { found: '7', expected: 'weekday-hours' }],
    [() => clockOf({ weekdays: { montag: [] } }), 'choice-unknown', 'hours.weekdays', { what: 'weekday', found: 'montag' }],
    [() => clockOf({ workday: [], hours: [] }), 'choice-unknown', 'hours', { what: 'hours', found: 'hours' }],
    [() => clockOf({ workday: [], dates: 7 }), 'value-invalid', 'hours.dates', { found: '7', expected: 'dated-hours' }],
    [() => clockOf({ workday: [], dates: { may: [] } }), 'date-invalid', 'hours.dates', { found: 'may' }],
    [() => clockOf({ workday: [], seasons: 7 }), 'value-invalid', 'hours.seasons', { found: '7', expected: 'seasons' }],
    [() => clockOf({ workday: [], seasons: [7] }), 'value-invalid', 'hours.seasons[0]', { found: '7', expected: 'season' }],
    [
      () => clockOf({ workday: [], seasons: [{ ...summer, name: 'x' }] }),
      'choice-unknown',
      'hours.seasons[0]',
      { what: 'season', found: 'name', allowed: ['from', 'to', 'workday', 'weekdays'] },
    ],
    [
      () => clockOf({ workday: [], seasons: [{ ...summer, to: '9-30' }] }),
      'value-invalid',
      'hours.seasons[0].to',
      { found: '"9-30"', expected: 'season-day' },
    ],
    [
      () => clockOf({ workday: [], seasons: [summer, { from: '09-30', to: '10-31' }] }),
      'seasons-overlap',
      'hours.seasons[1]',
      { first: '06-01/09-30', second: '09-30/10-31' },
    ],
    [() => clockOf({ workday: ['09:00-12:00', '9-5'] }), 'sessions-invalid', 'hours.workday[1]', { found: '9-5' }],
    [() => clockOf({ weekdays: { friday: ['24:00-25:00'] } }), 'sessions-invalid', 'hours.weekdays.friday[0]', { found: '24:00-25:00' }],
    [
      () => clockOf({ workday: ['13:00-17:00', '09:00-13:01'] }),
      'sessions-overlap',
      'hours.workday',
      { first: '09:00-13:01', second: '13:00-17:00' },
    ],
    [
      () => asked({ workday: ['09:00-12:00'], weekdays: weekday }),
      'sessions-overlap',
      'hours: 2007-01-09',
      { first: '20:00-09:30', second: '09:00-12:00' },
    ],
    [() => asked({ ...HALL_HOURS, dates: { '2019-05-01': [] } }), 'hours-on-day-off', 'hours.dates.2019-05-01', { date: '2019-05-01' }],
    [() => asked({ weekdays: { monday: ['09:00-12:00'] } }), 'hours-incomplete', 'hours.workday', { date: '2007-02-17', weekday: 'saturday' }],
  ])('%s are refused with the place, and what belongs there', (ask, code, path, facts) => {
    expect(errorOf(ask)).toMatchObject({ code, path, facts })
  })

  test('of a date outside the calendar are not asked about', () => {
    const dates = { '2018-12-31': ['09:00-10:00'], '2020-01-01': ['09:00-10:00'] }
    expect(clockOf({ ...HALL_HOURS, dates }, calendarOf({ weekend: ['tuesday', 'monday'] })).isOpen('2019-05-08T10:00')).toBe(true)
  })
})

describe('what is asked of a clock', () => {
  const column = Float64Array.of(0)
  const civil = conventions['cn-civil-code']

  test.each<Row>([
    [() => createClock({ calendar: cn, hours: HALL_HOURS, timeZone: 'Mars' }), 'zone-unknown', 'timeZone', { found: 'Mars' }],
    [() => createClock(undefined as never), 'value-invalid', 'calendar', { found: 'undefined', expected: 'calendar' }],
    [
      () => hall.add('2019-05-06T10:00', { workingHours: 1 }, { landing: 'x' as never }),
      'choice-unknown',
      '',
      { what: 'landing', found: 'x', allowed: ['end', 'start'] },
    ],
    [() => hall.add('2019-05-06', { minutes: 1 }), 'time-missing', '', { found: '2019-05-06', why: 'instant' }],
    [() => hall.deadline('2019-05-06', { minutes: 1 }), 'time-missing', '', { found: '2019-05-06', why: 'time-unit' }],
    [() => hall.latestStart('2019-05-06', { workingHours: 1 }), 'time-missing', '', { found: '2019-05-06', why: 'time-unit' }],
    [
      () => hall.deadline('2019-05-06', { months: 1 }, { convention: { ...civil, pausedDay: 'any-part' } }),
      'choice-unknown',
      'convention.pausedDay',
      { what: 'pausedDay', found: 'any-part', allowed: ['after-pause-day'] },
    ],
    [() => hall.numeric.addWorkingTime(0.5, 1), 'instant-invalid', '', { found: '0.5' }],
    [
      () => hall.numeric.addWorkingTime(at('2019-05-06T10:00+08:00'), 0.5),
      'amount-invalid',
      '',
      { unit: 'milliseconds', found: '0.5', signed: true },
    ],
    [() => hall.columns.addWorkingTime(column, 0.5), 'amount-invalid', '', { unit: 'milliseconds', found: '0.5', signed: true }],
    [() => hall.columns.addWorkingTime([0] as never, 1), 'value-invalid', 'starts', { found: '[… 1]', expected: 'time-column' }],
    [() => hall.columns.addWorkingTime(column, new Float64Array(2)), 'columns-differ', '', { first: 1, other: 2 }],
    [() => hall.columns.workingTimeBetween(column, column, new Float64Array(2)), 'columns-differ', '', { first: 1, other: 2 }],
  ])('%s is refused with what was found, and what belongs there', (ask, code, path, facts) => {
    expect(errorOf(ask)).toMatchObject({ code, path, facts })
  })

  test('at the ends of the years that can be named is answered in numbers as anywhere', () => {
    const [first, last] = [at('0001-01-01T00:00Z'), at('9999-12-31T23:59:59.999Z')]
    for (const instant of [first, last]) expect(errorOf(() => hall.numeric.workingTimeBetween(instant, instant)).code).toBe('outside-coverage')
    for (const instant of [first - 1, last + 1]) expect(errorOf(() => hall.numeric.workingTimeBetween(instant, instant)).code).toBe('instant-invalid')
  })
})
