import {
  type Bounds,
  type CalendarSource,
  type Convention,
  cn,
  conventions,
  createCalendar,
  createClock,
  type Hours,
  type Landing,
  type Limit,
  type Roll,
} from 'service-time'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const YEAR = { from: '2019-01-01', to: '2019-12-31' }
const calendarOf = (source: Partial<CalendarSource>) => createCalendar({ id: 'test', weekend: [], notices: [], coverage: YEAR, ...source })
const clockOf = (hours: Hours, calendar = cn) => createClock({ calendar, hours, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })

/** Every question of a clock that looks at its sessions, asked about one instant. */
const questions = (clock: typeof hall, at: string): readonly (() => unknown)[] => [
  () => clock.isOpen(at),
  () => clock.nextOpening(at),
  () => clock.previousClosing(at),
  () => clock.add(at, { workingMinutes: 1 }),
  () => clock.add(at, { workingMinutes: -1 }),
  () => clock.between(at, at),
  () => clock.deadline(at, { workingDays: 1 }),
  () => [...clock.sessions(at, at)],
]

describe('a calendar with no working day', () => {
  const offByNotice = {
    notices: [
      { id: 'n', number: null, issued: '2018-12-01', covers: 2019, arrangements: [{ occasion: 'x', off: ['2019-01-01/2019-12-31'], work: [] }] },
    ],
  }

  test.each<[string, Partial<CalendarSource>]>([
    ['every weekday off', { weekend: EVERY_DAY }],
    ['every day off by a notice', offByNotice],
    ['only a weekend covered', { weekend: ['saturday', 'sunday'], coverage: { from: '2019-05-11', to: '2019-05-12' } }],
  ])('because it has %s is refused by every question of the calendar and of a clock on it', (_, source) => {
    const calendar = calendarOf(source)
    const asked = [
      () => calendar.day('2019-05-11'),
      () => calendar.add('2019-05-11', 1),
      () => calendar.add('2019-05-11', 0),
      () => calendar.count('2019-05-11', '2019-05-12'),
      () => calendar.roll('2019-05-11', 'nearest'),
      () => calendar.coverage,
      ...questions(clockOf(HALL_HOURS, calendar), '2019-05-11T10:00'),
    ]
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'calendar-invalid'))
  })
})

describe('sessions that overlap', () => {
  test.each([
    ['by a minute', ['09:00-12:00', '11:59-17:00']],
    ['out of order', ['13:00-17:00', '09:00-13:01']],
    ['one inside the other', ['09:00-17:00', '12:00-13:00']],
    ['twice the same', ['09:00-12:00', '09:00-12:00']],
    ['overnight with the evening before it', ['20:00-23:00', '22:00-06:00']],
    ['around the clock and more', ['09:00-09:00', '10:00-11:00']],
  ])('%s are refused when the clock is made', (_, workday) => {
    expect(codeOf(() => clockOf({ workday }))).toBe('sessions-overlap')
  })

  test.each<[string, Hours]>([
    ['of every working day', { workday: ['05:00-07:00', '22:00-06:00'] }],
    ['of two weekdays', { ...HALL_HOURS, weekdays: { monday: ['20:00-09:30'] } }],
    ['of the last day of a season', { workday: ['00:00-08:00'], seasons: [{ from: '06-01', to: '06-27', workday: ['22:00-02:00'] }] }],
    ['of a single date', { ...HALL_HOURS, dates: { '2019-05-06': ['20:00-10:00'] } }],
    ['of a make-up Sunday', { ...HALL_HOURS, weekdays: { sunday: ['20:00-09:01'] } }],
  ])('overnight, %s, into the next day are refused by every question', (_, hours) => {
    const asked = questions(clockOf(hours), '2019-05-08T10:00')
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'sessions-overlap'))
  })

  test('overnight, into a day off, are none', () => {
    const clock = clockOf({ ...HALL_HOURS, weekdays: { friday: ['20:00-09:30'], saturday: ['09:30-10:00'] } })
    expect(clock.isOpen('2019-05-11T09:29')).toBe(true)
  })
})

describe('empty hours', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['no weekday', { weekdays: {} }],
    ['seasons only', { seasons: [{ from: '06-01', to: '09-30', workday: ['09:00-12:00'] }] }],
    ['null', null],
    ['a text', '09:00-12:00'],
  ])('that are %s are refused when the clock is made', (_, hours) => {
    expect(codeOf(() => clockOf(hours as Hours))).toBe('value-invalid')
  })

  test.each<Hours>([
    { workday: [] },
    { weekdays: { monday: [], friday: [] } },
    { workday: [], seasons: [{ from: '06-01', to: '09-30', workday: [] }], dates: { '2019-05-06': [] } },
  ])('that list no session, %o, are refused when the clock is made, for it would never open', (hours) => {
    const error = errorOf(() => clockOf(hours))
    expect(error).toMatchObject({ code: 'value-invalid', path: 'hours', facts: { expected: 'open-hours' } })
    expect(error.message).toContain('opening hours with at least one session')
  })

  test('of the days that are worked find no opening, no closing and no minute', () => {
    const shut = clockOf({ workday: [], weekdays: { sunday: ['09:00-12:00'] } }, calendarOf({ weekend: ['saturday', 'sunday'] }))
    expect(shut.isOpen('2019-05-06T10:00')).toBe(false)
    expect(shut.between('2019-05-06T00:00', '2019-06-06T00:00').workingMinutes).toBe(0)
    expect([...shut.sessions('2019-05-06T00:00', '2019-06-06T00:00')]).toEqual([])
    const asked = [
      () => shut.nextOpening('2019-05-06T10:00'),
      () => shut.previousClosing('2019-05-06T10:00'),
      () => shut.add('2019-05-06T10:00', { workingMinutes: 1 }),
      () => shut.add('2019-05-06T10:00', { workingMinutes: -1 }),
      () => shut.deadline('2019-05-06T10:00', { workingHours: 1 }),
      () => shut.deadline('2019-05-06T10:00', { workingDays: 1 }),
    ]
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'outside-coverage'))
  })
})

describe('opening hours', () => {
  const summer = { from: '06-01', to: '09-30', workday: ['08:00-12:00'] }
  const seasons = (fields: object) => ({ ...HALL_HOURS, seasons: [summer, { from: '10-08', to: '12-31', ...fields }] })
  const inPlaceOf = (part: string, values: readonly unknown[]) =>
    values.map((value): [object, string, string] => [{ ...HALL_HOURS, [part]: value }, 'value-invalid', `hours.${part}`])

  test.each<[object, string, string]>([
    [[], 'value-invalid', 'hours'],
    ...inPlaceOf('workday', [null, 0, false, '', '09:00-12:00', {}]),
    ...inPlaceOf('weekdays', [null, 0, false, '', [], [['09:00-12:00']]]),
    ...inPlaceOf('dates', [null, 0, false, '', []]),
    ...inPlaceOf('seasons', [null, 0, false, '', {}]),
    [{ workday: new Array(1) }, 'sessions-invalid', 'hours.workday[0]'],
    [{ ...HALL_HOURS, weekdays: { friday: null } }, 'value-invalid', 'hours.weekdays.friday'],
    [{ ...HALL_HOURS, weekday: { friday: [] } }, 'choice-unknown', 'hours'],
    [{ ...HALL_HOURS, dates: { '2019-05-06': null } }, 'value-invalid', 'hours.dates.2019-05-06'],
    [{ ...HALL_HOURS, seasons: [null] }, 'value-invalid', 'hours.seasons[0]'],
    [{ ...HALL_HOURS, seasons: new Array(1) }, 'value-invalid', 'hours.seasons[0]'],
    [{ ...HALL_HOURS, seasons: [[]] }, 'value-invalid', 'hours.seasons[0]'],
    [seasons({ workday: null }), 'value-invalid', 'hours.seasons[1].workday'],
    [seasons({ weekdays: null }), 'value-invalid', 'hours.seasons[1].weekdays'],
    [seasons({ hours: [] }), 'choice-unknown', 'hours.seasons[1]'],
    [seasons({ from: null }), 'value-invalid', 'hours.seasons[1].from'],
    [seasons({ to: '13-01' }), 'value-invalid', 'hours.seasons[1].to'],
  ])('%o are refused when the clock is made, as %s at %s', (hours, code, path) => {
    expect(errorOf(() => clockOf(hours as Hours))).toMatchObject({ code, path })
  })

  test('that are refused name what may be written', () => {
    expect(errorOf(() => clockOf({ ...HALL_HOURS, weekday: {} } as never)).facts).toMatchObject({
      found: 'weekday',
      allowed: ['workday', 'weekdays', 'seasons', 'dates'],
    })
    expect(errorOf(() => clockOf(seasons({ from: '07-01x' }))).message).toBe('Found "07-01x" where a month and a day such as "07-01", belongs.')
  })

  test('may leave parts undefined', () => {
    const hours = { workday: HALL_HOURS.workday, weekdays: undefined, seasons: undefined, dates: undefined } as never
    expect(clockOf(hours).isOpen('2019-05-06T10:00')).toBe(true)
  })
})

const UNITS = ['workingMinutes', 'workingHours', 'workingDays', 'calendarDays', 'months', 'years', 'minutes', 'hours'] as const
const limit = (unit: string, amount: unknown) => ({ [unit]: amount }) as unknown as Limit

describe('options', () => {
  const start = '2019-05-06T10:00'
  const starts = Float64Array.of(Date.parse('2019-05-06T10:00+08:00'))
  const asked = (options: unknown): readonly [() => unknown, readonly string[]][] => [
    [() => cn.count('2019-05-06', '2019-05-07', options as never), ['bounds']],
    [() => cn.with(options as never), ['unpublished']],
    [() => hall.add(start, { workingMinutes: 1 }, options as never), ['landing']],
    [() => hall.deadline(start, { workingDays: 4 }, options as never), ['convention']],
    [() => hall.latestStart(start, { workingDays: 4 }, options as never), ['convention']],
    [() => hall.columns.deadlines(starts, { workingDays: 4 }, options as never), ['convention', 'out']],
  ]

  test.each([['[]'], ['cn-hall'], [null], [0], [true], [[]], [starts], [() => 1]])('that are %o are refused', (options) => {
    for (const [ask] of asked(options)) expect(errorOf(ask)).toMatchObject({ code: 'value-invalid', path: 'options', facts: { expected: 'options' } })
  })

  test('with a key that is not known are refused with those that are', () => {
    for (const [ask, allowed] of asked({ conventions: 'cn-hall' })) {
      expect(errorOf(ask)).toMatchObject({ code: 'choice-unknown', path: 'options', facts: { what: 'option', found: 'conventions', allowed } })
    }
  })
})

describe('what a clock is made from', () => {
  const civil: Convention = { ...conventions['cn-civil-code'] }

  test('can be changed afterwards, which changes nothing', () => {
    const hours = {
      workday: ['09:00-12:00'],
      weekdays: { friday: ['09:00-10:00'] },
      seasons: [{ from: '06-01', to: '06-30', workday: [] as string[] }],
    }
    const convention = { ...civil }
    const clock = createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai', convention })
    const ask = () => [
      clock.deadline('2019-05-03T08:00', { workingDays: 1 }),
      clock.columns.deadlines(Float64Array.of(Date.parse('2019-05-06T10:00+08:00')), { workingDays: 1 }),
    ]
    const said = [structuredClone(clock.hours), { ...(clock.convention as Convention) }]
    hours.workday[0] = '10:00-11:00'
    hours.weekdays.friday.length = 0
    hours.seasons.length = 0
    Object.assign(convention, { due: 'end-of-day', roll: 'backwards' })
    expect([clock.hours, clock.convention]).toEqual(said)
    expect(ask()).toEqual([expect.objectContaining({ dueAt: '2019-05-06T12:00:00+08:00' }), Float64Array.of(Date.parse('2019-05-07T12:00+08:00'))])
  })

  test.each([['conventions'], ['zone'], ['table'], ['toString']])('may not hold %s, at which nothing would look', (key) => {
    const source = { calendar: cn, hours: HALL_HOURS, timeZone: 'Asia/Shanghai', [key]: 'cn-hall' }
    const error = errorOf(() => createClock(source))
    expect(error).toMatchObject({ code: 'choice-unknown', path: '', facts: { found: key, allowed: ['calendar', 'hours', 'timeZone', 'convention'] } })
    expect(error.message).toContain('part of a clock source')
  })

  test('may be another clock, with another part', () => {
    const strict = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })
    expect([strict.hours, strict.convention, strict.calendar.coverage.to]).toEqual([hall.hours, hall.convention, '2026-12-24'])
  })

  test('is frozen to its last part, and left as it was', () => {
    const hours = { ...HALL_HOURS, dates: { '2019-05-06': ['09:00-10:00'] } }
    const clock = createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai', convention: civil })
    const parts = [clock.hours, clock.hours.workday, clock.hours.dates, clock.hours.dates?.['2019-05-06'], clock.convention]
    expect(parts.map(Object.isFrozen)).toEqual(parts.map(() => true))
    expect([hours, hours.workday, civil].map(Object.isFrozen)).toEqual([false, false, false])
    expect(hall.convention).toBe('cn-civil-code')
  })
})

describe('an amount', () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5, -1.5, Number.MIN_VALUE, 2 ** 53, 1e300, '4', null, 4n]

  test.each(odd)('%s is refused in every unit, added or as a limit', (amount) => {
    const asked = UNITS.flatMap((unit) => [
      () => hall.add('2019-05-06T10:00', limit(unit, amount)),
      () => hall.deadline('2019-05-06T10:00', limit(unit, amount)),
    ])
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'amount-invalid'))
    expect(codeOf(() => cn.add('2019-05-06', amount as number))).toBe('amount-invalid')
  })

  test.each(UNITS)('of -1 %s is no limit', (unit) => {
    expect(codeOf(() => hall.deadline('2019-05-06T10:00', limit(unit, -1)))).toBe('amount-invalid')
  })
})

describe('an amount that leaves the calendar', () => {
  const [future, past] = ['after', 'before'] as const

  test.each([
    [1e9, future],
    [-1e9, past],
    [Number.MAX_SAFE_INTEGER, future],
    [Number.MIN_SAFE_INTEGER, past],
  ])('by %d working days is refused at once, and says on which side', (n, side) => {
    const asked = [() => cn.add('2019-05-06', n), () => hall.add('2019-05-06', { workingDays: n })]
    expect(asked.map(codeOf)).toEqual(['outside-coverage', 'outside-coverage'])
    expect(errorOf(() => cn.add('2019-05-06', n)).facts).toMatchObject({ calendar: 'cn', side })
  })

  test.each([
    ['workingMinutes', 1e15],
    ['workingMinutes', -1e15],
    ['workingHours', 1e15],
    ['workingHours', -1e15],
    ['workingMinutes', Number.MAX_SAFE_INTEGER],
    ['workingMinutes', Number.MIN_SAFE_INTEGER],
  ])('by %s: %d is refused at once, and says on which side', (unit, n) => {
    const ask = () => hall.add('2019-05-06T10:00', limit(unit, n))
    expect(codeOf(ask)).toBe('outside-coverage')
    expect(codeOf(() => hall.add('2019-05-06T10:00', limit(unit, n), { landing: 'start' }))).toBe('outside-coverage')
    expect(errorOf(ask).facts).toMatchObject({ calendar: 'cn', side: n > 0 ? future : past })
  })

  test.each([
    ['workingDays', 1e9],
    ['workingMinutes', 1e15],
    ['workingHours', 1e15],
  ])('is refused as a limit of %s: %d too', (unit, n) => {
    expect(codeOf(() => hall.deadline('2019-05-06T10:00', limit(unit, n)))).toBe('outside-coverage')
  })
})

describe('an amount that leads out of the years there are', () => {
  const start = '2019-01-01T00:00'

  test.each(['hours', 'minutes', 'calendarDays', 'months', 'years'])('in %s is refused in the words of the question', (unit) => {
    const many = limit(unit, Number.MAX_SAFE_INTEGER)
    const asked: readonly [() => unknown, string, string][] = [
      [() => hall.add(start, many), '+', 'after'],
      [() => hall.add(start, limit(unit, Number.MIN_SAFE_INTEGER)), '-', 'before'],
      [() => hall.deadline(start, many), '+', 'after'],
      [() => hall.latestStart(start, many), '-', 'before'],
    ]
    for (const [ask, sign, side] of asked) {
      const found = `2019-01-01T00:00:00+08:00 ${sign} { ${unit}: 9007199254740991 }`
      expect(errorOf(ask)).toMatchObject({ code: 'outside-coverage', facts: { found, side } })
    }
  })

  test.each(['hours', 'minutes'])('in %s needs a time of day like any other', (unit) => {
    const many = limit(unit, Number.MAX_SAFE_INTEGER)
    expect([codeOf(() => hall.deadline('2019-01-01', many)), codeOf(() => hall.add('2019-01-01', many))]).toEqual(['time-missing', 'time-missing'])
  })

  test.each<[string, Limit, Limit]>([
    ['9999-12-30', { calendarDays: 1 }, { calendarDays: 2 }],
    ['0001-01-02', { calendarDays: -1 }, { calendarDays: -2 }],
    ['9998-12-31', { months: 12 }, { months: 13 }],
    ['0002-01-02', { years: -1 }, { months: -13 }],
    // Midnight of China is 16:00 of the day before in UTC, at either end.
    ['9999-12-31T10:00', { minutes: 839 }, { minutes: 840 }],
    ['9999-12-31T10:00', { hours: 13 }, { hours: 14 }],
  ])('begins where %s + %o does not yet, but %o does, though the calendar has ended long before', (from, last, more) => {
    expect(hall.add(from, last)).toMatch(/^(?:9999|0001)-/)
    expect(codeOf(() => hall.add(from, more))).toBe('outside-coverage')
  })
})

describe('a choice', () => {
  const unknown = ['', 'END', 'toString', '__proto__', null, 7, {}, []]

  test.each(unknown)('of %o is no landing, roll, bracket or convention', (choice) => {
    const asked = [
      () => cn.roll('2019-05-06', choice as Roll),
      () => hall.deadline('2019-05-06T10:00', { workingDays: 1 }, { convention: choice } as never),
      () => hall.latestStart('2019-05-06T10:00', { workingDays: 1 }, { convention: choice } as never),
      () => hall.columns.deadlines(Float64Array.of(0), { workingDays: 1 }, { convention: choice } as never),
      () => createClock({ ...hall, convention: choice as never }),
      () => cn.count('2019-05-06', '2019-05-07', { bounds: choice as Bounds }),
      () => hall.add('2019-05-06T10:00', { workingMinutes: 1 }, { landing: choice as Landing }),
    ]
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'choice-unknown'))
  })

  test.each(['[', '[[', '](', '[] '])('of the brackets %s is refused with the four there are', (bounds) => {
    const error = errorOf(() => cn.count('2019-05-06', '2019-05-07', { bounds: bounds as Bounds }))
    expect([error.code, error.facts]).toMatchObject(['choice-unknown', { what: 'bounds', allowed: ['(]', '[)', '()', '[]'] }])
  })
})

describe('the ends of what dates can name', () => {
  test.each(['0000-01-01', '0000-02-29', '0000-12-31'])('%s, in a year that is none, is no date', (date) => {
    const asked = [
      () => cn.day(date),
      () => cn.add(date, 1),
      () => cn.count('2019-05-06', date),
      () => cn.roll(date, 'following'),
      () => cn.asOf(date),
      () => hall.add(date, { workingDays: 1 }),
      () => hall.deadline(date, { workingDays: 1 }),
    ]
    for (const ask of asked) expect(['date-invalid', 'instant-invalid']).toContain(codeOf(ask))
    for (const ask of questions(hall, `${date}T10:00`)) expect(codeOf(ask)).toBe('instant-invalid')
  })

  const atDates = (date: string) => [
    () => cn.day(date),
    () => cn.add(date, 1),
    () => cn.add(date, -1),
    () => cn.add(date, 0),
    () => cn.count('2019-05-06', date),
    () => cn.count(date, '2019-05-06'),
    () => cn.roll(date, 'nearest'),
  ]

  test.each(['0001-01-01', '9999-12-31'])('%s is a date that the calendar of China does not know', (date) => {
    expect(atDates(date).map(codeOf)).toEqual(atDates(date).map(() => 'outside-coverage'))
    // The offset of a zone is sought a day to either side, where there are no more instants.
    const asked = [() => hall.deadline(date, { calendarDays: 0 }), ...questions(hall, `${date}T10:00`)]
    for (const ask of asked) expect(['outside-coverage', 'instant-invalid']).toContain(codeOf(ask))
  })

  test.each(['0001-01-03', '9999-12-29'])('%s is unknown to a clock in China too', (date) => {
    const asked = [...atDates(date), () => hall.deadline(date, { calendarDays: 0 }), ...questions(hall, `${date}T10:00`)]
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'outside-coverage'))
  })

  test('a calendar may reach, and is left there as anywhere else', () => {
    const last = calendarOf({ coverage: { from: '9999-01-01', to: '9999-12-31' } })
    const first = calendarOf({ coverage: { from: '0001-01-01', to: '0001-12-31' } })
    expect([last.add('9999-12-30', 1), first.add('0001-01-02', -1)]).toEqual(['9999-12-31', '0001-01-01'])
    expect(codeOf(() => last.add('9999-12-31', 1))).toBe('outside-coverage')
    expect(codeOf(() => first.add('0001-01-01', -1))).toBe('outside-coverage')
  })

  test.each([
    ['0001', '0001-01-03', '0001-12-31'],
    ['9999', '9999-01-01', '9999-12-29'],
  ])('a clock of the year %s may stand two days short of', (_, from, to) => {
    const clock = clockOf(HALL_HOURS, calendarOf({ coverage: { from, to } }))
    expect(clock.between(`${from}T09:00`, `${from}T17:00`).workingMinutes).toBe(390)
    expect(clock.previousClosing(`${to}T17:00`)).toContain(`${to}T17:00:00`)
    expect(codeOf(() => clock.nextOpening(`${to}T17:00`))).toBe('outside-coverage')
    expect(codeOf(() => clock.previousClosing(`${from}T09:00`))).toBe('outside-coverage')
  })
})
