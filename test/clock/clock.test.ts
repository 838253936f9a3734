import { type Clock, type ClockSource, cn, conventions, createCalendar, createClock } from 'service-time'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { codeOf } from '../support/errors.js'

const clockWith = (source: Partial<ClockSource>) => createClock({ calendar: cn, hours: HALL_HOURS, timeZone: 'Asia/Shanghai', ...source })
const hoursOf = (...workday: string[]) => clockWith({ hours: { workday } })

describe('working time', () => {
  test('a budget used up at closing is due at that closing, not at the next opening', () => {
    expect(hall.add('2019-05-06T09:00', { workingMinutes: 390 })).toBe('2019-05-06T17:00:00+08:00')
    expect(hall.add('2019-05-06T09:00', { workingMinutes: 390 }, { landing: 'start' })).toBe('2019-05-07T09:00:00+08:00')
  })

  test('subtracting gives the latest start that still leaves the amount', () => {
    expect(hall.add('2019-05-06T17:00', { workingMinutes: -390 })).toBe('2019-05-06T09:00:00+08:00')
    expect(hall.add('2019-05-06T09:00', { workingMinutes: -390 })).toBe('2019-05-05T09:00:00+08:00')
  })

  test('is exact to the millisecond', () => {
    expect(hall.add('2019-05-06T11:59:59.999', { workingMinutes: 1 })).toBe('2019-05-06T13:30:59.999+08:00')
    expect(hall.between('2019-05-06T11:59:59.999', '2019-05-06T13:30:00.001').workingMinutes * 60_000).toBe(2)
  })

  test('a make-up Sunday is a day and has hours', () => {
    expect(hall.between('2019-05-04T17:00', '2019-05-05T17:00')).toEqual({
      workingDays: 1,
      workingMinutes: 390,
      calendarDays: 1,
      certainty: 'published',
    })
    expect(hall.between('2026-12-24', '2026-12-25')).toMatchObject({ workingDays: 1, certainty: 'projected', awaits: ['cn-2027'] })
    expect(hall.between('2027-01-04', '2026-12-24')).toMatchObject({ certainty: 'projected', awaits: ['cn-2027'] })
    expect(hall.between('2027-01-04', '2027-01-04')).toEqual({ workingDays: 0, workingMinutes: 0, calendarDays: 0, certainty: 'published' })
  })

  test('units of days give dates, and nothing is rolled', () => {
    expect(hall.add('2019-04-26', { workingDays: 4 })).toBe('2019-05-05')
    expect(hall.add('2019-04-26T23:00', { workingDays: -1 })).toBe('2019-04-25')
    expect(hall.add('2019-07-03', { calendarDays: 90 })).toBe('2019-10-01')
    expect(hall.add('2019-08-31', { months: 6 })).toBe('2020-02-29')
    expect(hall.add('2020-02-29', { years: -1 })).toBe('2019-02-28')
  })

  test('hours around the clock do not stop at night', () => {
    expect(hall.add('2019-05-06T16:00', { hours: 24 })).toBe('2019-05-07T16:00:00+08:00')
    expect(hall.add('2019-05-06T16:00', { minutes: -1 })).toBe('2019-05-06T15:59:00+08:00')
  })

  test('answers are in the zone of the clock, whatever the offset asked in', () => {
    expect(hall.nextOpening('2019-05-06T00:00:00Z')).toBe('2019-05-06T09:00:00+08:00')
    expect(hall.nextOpening(new Date('2019-05-06T00:00:00Z'))).toBe('2019-05-06T09:00:00+08:00')
    expect(hall.nextOpening(Date.parse('2019-05-06T00:00:00Z'))).toBe('2019-05-06T09:00:00+08:00')
  })

  test.each([
    [() => hall.add('2019-05-06', { workingHours: 1 }), 'time-missing'],
    [() => hall.add('2019-05-06T10:00', { workingHours: 1.5 }), 'amount-invalid'],
    [() => hall.add('2019-05-06T10:00', { days: 1 } as never), 'unit-ambiguous'],
    [() => hall.add('2019-05-06T10:00', { workingHours: 1e9 }), 'outside-coverage'],
    [() => hall.add('2019-05-06T10:00', { workingHours: -1e9 }), 'outside-coverage'],
    [() => hall.add('2019-05-06T10:00', { hours: 1e12 }), 'outside-coverage'],
    [() => hall.add('2019-05-06', { calendarDays: 1e12 }), 'outside-coverage'],
    [() => hall.add('2019-05-06', { months: 1e12 }), 'outside-coverage'],
    [() => hall.isOpen('2006-12-31T10:00'), 'outside-coverage'],
    [() => hall.isOpen('2051-01-01T10:00'), 'outside-coverage'],
    [() => hall.nextOpening('2050-12-31T17:00'), 'outside-coverage'],
    [() => hall.previousClosing('2007-01-01T10:00'), 'outside-coverage'],
    [() => hall.between('2019-05-06T10:00', 'soon'), 'instant-invalid'],
  ])('%s is refused as %s', (ask, code) => {
    expect(codeOf(ask)).toBe(code)
  })
})

describe('opening hours', () => {
  test('a session may end at 24:00', () => {
    expect(hoursOf('20:00-24:00').add('2019-05-06T23:00', { workingHours: 1 })).toBe('2019-05-07T00:00:00+08:00')
  })

  test('a session that ends at or before its start runs past midnight and belongs to its first day', () => {
    const night = hoursOf('22:00-06:00')
    expect(night.isOpen('2019-05-05T01:00')).toBe(false)
    expect(night.isOpen('2019-05-06T01:00')).toBe(true)
    expect(night.isOpen('2019-05-11T01:00')).toBe(true)
    expect(hoursOf('08:00-08:00').between('2019-05-06T08:00', '2019-05-07T08:00').workingMinutes).toBe(1_440)
  })

  test('sessions may be listed in any order and may touch', () => {
    expect(hoursOf('13:00-17:00', '09:00-13:00').between('2019-05-06T00:00', '2019-05-07T00:00').workingMinutes).toBe(480)
  })

  test.each([
    [['09:00-12:00', '11:59-17:00'], 'sessions-overlap'],
    [['9:00-12:00'], 'sessions-invalid'],
    [['09:00-25:00'], 'sessions-invalid'],
    [['09:60-12:00'], 'sessions-invalid'],
    [['09:00–12:00'], 'sessions-invalid'],
    [['09:00-12:00x'], 'sessions-invalid'],
    [['09.00-12:00'], 'sessions-invalid'],
    [['09:00-12.00'], 'sessions-invalid'],
    [['xx:00-12:00'], 'sessions-invalid'],
    [['09:xx-12:00'], 'sessions-invalid'],
    [['24:00-06:00'], 'sessions-invalid'],
    [[null], 'sessions-invalid'],
    ['09:00-12:00', 'value-invalid'],
  ])('%o is refused as %s', (workday, code) => {
    expect(codeOf(() => clockWith({ hours: { workday: workday as string[] } }))).toBe(code)
  })

  test('an overnight session may not run into the sessions of the next day', () => {
    expect(codeOf(() => hoursOf('22:00-06:00', '05:00-07:00').isOpen('2019-05-06T10:00'))).toBe('sessions-overlap')
    const weekdays = { monday: ['20:00-09:30'], tuesday: ['09:00-12:00'] }
    expect(codeOf(() => clockWith({ hours: { workday: ['09:00-12:00'], weekdays } }).isOpen('2019-05-06T10:00'))).toBe('sessions-overlap')
  })

  test('overnight sessions alone may run into one another, but not past a working day that is shut', () => {
    const own = createCalendar({ id: 'own', weekend: [], notices: [], coverage: { from: '2019-05-01', to: '2019-05-31' } })
    const open = (weekdays: NonNullable<ClockSource['hours']['weekdays']>) =>
      clockWith({ calendar: own, hours: { weekdays } }).isOpen('2019-05-08T09:00')
    expect(codeOf(() => open({ monday: ['22:00-06:00'], tuesday: ['05:00-04:00'] }))).toBe('sessions-overlap')
    expect(open({ monday: ['22:00-06:00'], tuesday: [], wednesday: ['05:00-04:00'] })).toBe(true)
  })

  test('by weekday go before those of every working day, on make-up days too', () => {
    const clock = clockWith({ hours: { workday: ['09:00-17:00'], weekdays: { friday: ['09:00-12:00'], sunday: ['10:00-11:00'], tuesday: [] } } })
    const minutes = (date: string) => clock.between(`${date}T00:00`, `${date}T24:00`.replace('T24:00', 'T23:59:59')).workingMinutes
    expect(['2019-05-05', '2019-05-06', '2019-05-07', '2019-05-10', '2019-04-28'].map(minutes)).toEqual([60, 480, 0, 180, 60])
    // Tuesday is a working day on which the door stays shut: it counts, and is due at its 24:00.
    expect(clock.deadline('2019-05-06T10:00', { workingDays: 1 }, { convention: 'cn-civil-code' }).dueAt).toBe('2019-05-08T00:00:00+08:00')
  })

  test('by season are those of a part of every year, also over its end', () => {
    const summer = { from: '07-01', to: '09-30', workday: ['09:00-12:00', '14:00-17:30'] }
    const winter = { from: '12-01', to: '02-29', weekdays: { friday: ['09:00-12:00'] } }
    const clock = clockWith({ hours: { ...HALL_HOURS, seasons: [summer, winter] } })
    const closing = (date: string) => clock.previousClosing(`${date}T23:00`).slice(11, 16)
    expect(['2019-06-28', '2019-07-01', '2019-09-30', '2019-10-08', '2019-12-06', '2020-01-03', '2020-02-28', '2020-03-06'].map(closing)).toEqual([
      '17:00',
      '17:30',
      '17:30',
      '17:00',
      '12:00',
      '12:00',
      '12:00',
      '17:00',
    ])
  })

  test('by date go before everything else', () => {
    const clock = clockWith({ hours: { ...HALL_HOURS, dates: { '2019-03-08': ['09:00-12:00'] } } })
    expect(clock.add('2019-03-08T09:00', { workingMinutes: 390 })).toBe('2019-03-11T14:00:00+08:00')
  })

  test.each([255, 300])('by date may differ on %i dates', (count) => {
    const clock = (minutes: number) => `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const days = Array.from({ length: count }, (_, i) => [cn.add('2018-01-01', i + 1), i + 1] as const)
    const dates = Object.fromEntries(days.map(([date, minutes]) => [date, [`09:00-${clock(minutes)}`]]))
    const dated = clockWith({ hours: { ...HALL_HOURS, dates } })
    const open = days.map(([date]) => dated.between(`${date}T00:00`, `${date}T23:59`).workingMinutes)
    expect(open).toEqual(days.map(([, minutes]) => minutes))
  })

  test.each<[ClockSource['hours'], string]>([
    [{ ...HALL_HOURS, dates: { '2019-05-01': ['09:00-12:00'] } }, 'hours-on-day-off'],
    [{ ...HALL_HOURS, dates: { '2019-02-30': ['09:00-12:00'] } }, 'date-invalid'],
    [{ weekdays: { monday: ['09:00-12:00'] } }, 'hours-incomplete'],
    [{ ...HALL_HOURS, weekdays: { montag: ['09:00-12:00'] } as never }, 'choice-unknown'],
    [
      {
        ...HALL_HOURS,
        seasons: [
          { from: '06-01', to: '09-30' },
          { from: '09-30', to: '10-31' },
        ],
      },
      'seasons-overlap',
    ],
    [{ ...HALL_HOURS, seasons: [{ from: '06-31', to: '09-30' }] }, 'value-invalid'],
    [{ ...HALL_HOURS, seasons: {} as never }, 'value-invalid'],
    [{ seasons: [] }, 'value-invalid'],
  ])('%o are refused as %s', (hours, code) => {
    expect(codeOf(() => clockWith({ hours }).isOpen('2019-05-06T10:00'))).toBe(code)
  })

  test('by date may be short many times in a row, and each minute is counted where it lies', () => {
    // Four days in a row of one to four minutes, in each of twelve months, among days of eight hours.
    const coverage = { from: '2019-01-01', to: '2019-12-31' }
    const calendar = createCalendar({ id: 'daily', weekend: [], notices: [], coverage })
    const months = Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`)
    const short = months.map((month) => [1, 2, 3, 4].map((minutes) => [`${month}-1${minutes}`, [`09:00-09:0${minutes}`]] as const))
    const clock = clockWith({ calendar, hours: { workday: ['09:00-17:00'], dates: Object.fromEntries(short.flat()) } })
    for (const month of months) {
      const ends = [`${month}-10T16:59`, `${month}-10T17:00`]
      for (const minutes of [1, 2, 3, 4]) for (let n = 1; n <= minutes; n++) ends.push(`${month}-1${minutes}T09:0${n}`)
      ends.push(`${month}-15T09:01`)
      const reached = ends.map((_, i) => clock.add(`${month}-10T16:58`, { workingMinutes: i + 1 }))
      expect(reached).toEqual(ends.map((end) => `${end}:00+08:00`))
      // Where a session has ended, the latest such instant is the next opening.
      const openings = [`${month}-11T09:00`, `${month}-12T09:00`, `${month}-13T09:00`, `${month}-14T09:00`, `${month}-15T09:00`]
      const closings = [`${month}-10T17:00`, ...[1, 2, 3, 4].map((minutes) => `${month}-1${minutes}T09:0${minutes}`)]
      const latest = ends.map((_, i) => clock.add(`${month}-10T16:58`, { workingMinutes: i + 1 }, { landing: 'start' }))
      expect(latest).toEqual(ends.map((end) => `${openings[closings.indexOf(end)] ?? end}:00+08:00`))
    }
  })

  test.each(['2019-05-04', '2019-05-12'])('by date are refused on %s, the first or last day of the calendar and off', (date) => {
    const calendar = createCalendar({ id: 'week', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-05-04', to: '2019-05-12' } })
    expect(codeOf(() => clockWith({ calendar, hours: { ...HALL_HOURS, dates: { [date]: ['09:00-12:00'] } } }).isOpen('2019-05-06T10:00'))).toBe(
      'hours-on-day-off',
    )
  })

  test('by date lie idle on another calendar that has the date off, and hold on one that has it worked', () => {
    const dated = clockWith({ hours: { ...HALL_HOURS, dates: { '2019-05-05': ['10:00-12:00'] } } })
    const order = { id: 'o', number: null, issued: '2019-05-04', covers: 2019, arrangements: [{ occasion: '台风', off: ['2019-05-05'], work: [] }] }
    const closed = createClock({ ...dated, calendar: cn.extend({ id: 'storm', notices: [order] }) })
    const early = createClock({ ...closed, calendar: cn.asOf('2019-03-21') })
    const known = createClock({ ...early, calendar: cn.asOf('2019-03-22') })
    const opening = (clock: Clock) => clock.nextOpening('2019-05-04T00:00')
    expect([dated, closed, early, known].map(opening)).toEqual(
      ['2019-05-05T10:00', '2019-05-06T09:00', '2019-05-06T09:00', '2019-05-05T10:00'].map((at) => `${at}:00+08:00`),
    )
  })

  test('by date are refused on the calendar that they were written for, in a copy of the clock too', () => {
    const calendar = cn.asOf('2019-03-21')
    const hours = { ...HALL_HOURS, dates: { '2019-05-05': ['10:00-12:00'] } }
    const dated = clockWith({ calendar, hours })
    const carried = createClock({ ...dated, calendar: cn })
    for (const clock of [
      dated,
      createClock({ ...dated }),
      createClock({ ...carried, calendar }),
      clockWith({ calendar, hours: { ...carried.hours } }),
    ]) {
      expect(codeOf(() => clock.isOpen('2019-05-06T10:00'))).toBe('hours-on-day-off')
    }
    expect(carried.isOpen('2019-05-05T10:00')).toBe(true)
  })

  test('open around the clock, a day of summer time has 23 or 25 hours', () => {
    const daily = createCalendar({ id: 'daily', weekend: [], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    const newYork = clockWith({ calendar: daily, hours: { workday: ['00:00-24:00'] }, timeZone: 'America/New_York' })
    const hoursOn = (date: string, next: string) => newYork.between(`${date}T00:00`, `${next}T00:00`).workingMinutes / 60
    expect(hoursOn('2019-03-10', '2019-03-11')).toBe(23)
    expect(hoursOn('2019-11-03', '2019-11-04')).toBe(25)
    expect(newYork.add('2019-03-10T01:00', { workingHours: 2 })).toBe('2019-03-10T04:00:00-04:00')
  })
})

describe('a deadline', () => {
  test('moves a start outside opening hours to the next opening, for working units only', () => {
    expect(hall.deadline('2019-07-05T17:00', { workingDays: 1 })).toMatchObject({
      startsAt: '2019-07-08T09:00:00+08:00',
      dueDate: '2019-07-09',
      dueAt: '2019-07-09T17:00:00+08:00',
    })
    expect(hall.deadline('2019-07-06', { workingDays: 1 })).toMatchObject({ startsAt: '2019-07-08', dueDate: '2019-07-09' })
    expect(hall.deadline('2019-07-06T10:00', { workingHours: 1 }).dueAt).toBe('2019-07-08T10:00:00+08:00')
    expect(hall.deadline('2019-07-06T10:00', { calendarDays: 1 })).toMatchObject({ startsAt: '2019-07-06T10:00:00+08:00', dueDate: '2019-07-08' })
    expect(hall.deadline('2019-07-06T10:00', { hours: 1 }).dueAt).toBe('2019-07-06T11:00:00+08:00')
  })

  test('of 0 working days is the closing of the same day', () => {
    expect(hall.deadline('2019-07-05T10:00', { workingDays: 0 }).dueAt).toBe('2019-07-05T17:00:00+08:00')
    expect(hall.deadline('2019-07-05T17:00', { workingDays: 0 }).dueAt).toBe('2019-07-08T17:00:00+08:00')
  })

  test('of 0 working days from a start after closing, as recorded, has until midnight', () => {
    const convention = { ...conventions['cn-civil-code'], intake: 'as-recorded' } as const
    expect(hall.deadline('2019-07-05T18:00', { workingDays: 0 }, { convention }).dueAt).toBe('2019-07-06T00:00:00+08:00')
    expect(hall.deadline('2019-07-06T10:00', { workingDays: 0 }, { convention })).toMatchObject({
      dueDate: '2019-07-06',
      dueAt: '2019-07-07T00:00:00+08:00',
    })
  })

  test('under cn-hall ends at 24:00 of the due date', () => {
    expect(hall.deadline('2019-07-01T10:00', { workingDays: 4 }, { convention: 'cn-hall' })).toMatchObject({
      dueDate: '2019-07-05',
      dueAt: '2019-07-06T00:00:00+08:00',
    })
  })

  test('may count its start day', () => {
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    const due = (start: string, limit: Parameters<typeof hall.deadline>[1]) => hall.deadline(start, limit, { convention }).dueDate
    expect(due('2019-07-01', { workingDays: 1 })).toBe('2019-07-01')
    expect(due('2019-07-05', { workingDays: 2 })).toBe('2019-07-08')
    expect(due('2019-07-01', { calendarDays: 3 })).toBe('2019-07-03')
    expect(due('2019-03-01', { months: 1 })).toBe('2019-04-01')
    expect(due('2019-01-31', { months: 1 })).toBe('2019-02-28')
    expect(due('2019-07-01', { workingDays: 0 })).toBe('2019-07-01')
  })

  test('rolls as the convention says', () => {
    const due = (roll: 'none' | 'preceding' | 'modified-following') =>
      hall.deadline('2019-05-31', { months: 1 }, { convention: { ...conventions['cn-civil-code'], roll } }).dueDate
    expect([due('none'), due('preceding'), due('modified-following')]).toEqual(['2019-06-30', '2019-06-28', '2019-06-28'])
  })

  test.each([
    [() => hall.deadline('2019-07-01', { workingHours: 8 }), 'time-missing'],
    [() => hall.deadline('2019-07-01', { hours: 8 }), 'time-missing'],
    [() => hall.deadline('2050-11-23', { workingDays: 40 }), 'outside-coverage'],
    [() => hall.deadline('2050-12-20', { calendarDays: 15 }), 'outside-coverage'],
    [() => hall.deadline('2019-07-01', { workingDays: 1e15 }), 'outside-coverage'],
    [() => hall.deadline('2019-07-01', { calendarDays: 1e15 }), 'outside-coverage'],
    [() => hall.deadline('2019-07-01', { months: 1e15 }), 'outside-coverage'],
    [() => hall.deadline('2019-07-01', { workingDays: -1 }), 'amount-invalid'],
    [() => hall.deadline('2019-02-30', { workingDays: 1 }), 'date-invalid'],
    [() => hall.deadline('2019-02-30T10:00', { workingDays: 1 }), 'instant-invalid'],
    [() => clockWith({}).deadline('2019-07-01', { workingDays: 1 }), 'convention-missing'],
    [() => hall.deadline('2019-07-01', { workingDays: 1 }, { convention: 'us' as never }), 'choice-unknown'],
    [() => hall.deadline('2019-07-01', { workingDays: 1 }, { convention: {} as never }), 'choice-unknown'],
  ])('%s is refused as %s', (ask, code) => {
    expect(codeOf(ask)).toBe(code)
  })
})

describe('the sessions between two instants', () => {
  test('are cut to them, and leave out lunch, nights and days off', () => {
    expect([...hall.sessions('2019-04-30T16:00', '2019-05-05T10:00')]).toEqual([
      { opensAt: '2019-04-30T16:00:00+08:00', closesAt: '2019-04-30T17:00:00+08:00' },
      { opensAt: '2019-05-05T09:00:00+08:00', closesAt: '2019-05-05T10:00:00+08:00' },
    ])
    expect([...hall.sessions('2019-05-06T12:00', '2019-05-06T13:30')]).toEqual([])
    expect([...hall.sessions('2019-05-07T12:00', '2019-05-06T13:30')]).toEqual([])
  })

  test('are refused at once where the calendar does not know them, and not at the first of them', () => {
    for (const [from, to] of [
      ['2006-12-31T00:00', '2019-05-06T00:00'],
      ['2019-05-06T00:00', '2051-01-01T00:01'],
    ] as const) {
      expect(codeOf(() => hall.sessions(from, to))).toBe('outside-coverage')
    }
  })

  test('come one at a time', () => {
    const [first] = hall.sessions('2007-01-01T00:00', '2026-12-24T00:00')
    expect(first?.opensAt).toBe('2007-01-04T09:00:00+08:00')
    expect(codeOf(() => [...hall.sessions('2006-01-01T00:00', '2007-01-05T00:00')])).toBe('outside-coverage')
  })
})

describe('a night session', () => {
  test('belongs to its first day, up to its end', () => {
    const night = clockWith({ hours: { workday: ['22:00-06:00'] }, convention: 'cn-civil-code' })
    expect(night.deadline('2019-07-01T23:00', { workingDays: 1 })).toMatchObject({ dueDate: '2019-07-02', dueAt: '2019-07-03T06:00:00+08:00' })
  })
})

describe('a gap of summer time', () => {
  test('that pushes sessions into one another counts no minute twice', () => {
    const daily = createCalendar({ id: 'daily', weekend: [], notices: [], coverage: { from: '2011-01-01', to: '2019-12-31' } })
    const newYork = clockWith({ calendar: daily, hours: { workday: ['01:00-02:45', '03:00-04:00'] }, timeZone: 'America/New_York' })
    expect(newYork.between('2019-03-10T00:00', '2019-03-10T05:00').workingMinutes).toBe(120)
    const apia = clockWith({ calendar: daily, hours: { workday: ['09:00-17:00'] }, timeZone: 'Pacific/Apia' })
    expect(apia.between('2011-12-29T00:00', '2012-01-01T00:00').workingMinutes).toBe(960)
  })
})

describe('a clock', () => {
  test('cannot be changed, and its tables stay out of JSON', () => {
    expect(Object.isFrozen(hall)).toBe(true)
    expect(JSON.stringify(hall).length).toBeLessThan(3_000)
  })

  test('does not take a landing that it does not know', () => {
    expect(codeOf(() => hall.add('2019-05-06T10:00', { workingHours: 1 }, { landing: 'begin' as never }))).toBe('choice-unknown')
  })

  test.each<[Partial<ClockSource>, string]>([
    [{ timeZone: 'Asia/Hangzhou' }, 'zone-unknown'],
    [{ timeZone: undefined as never }, 'zone-unknown'],
    [{ calendar: undefined as never }, 'value-invalid'],
    [{ hours: undefined as never }, 'value-invalid'],
    [{ convention: 'cn' as never }, 'choice-unknown'],
  ])('with %o is refused as %s', (source, code) => {
    expect(codeOf(() => clockWith(source))).toBe(code)
  })
})

describe('the 24:00 of the last day of a calendar', () => {
  const calendar = createCalendar({ id: 'own', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-08-30' } })
  const clock = createClock({ calendar, hours: { workday: ['00:00-24:00'] }, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
  const end = '2019-08-31T00:00:00+08:00'

  test('is known for what lies before it, as it is given', () => {
    expect(clock.add('2019-08-30T23:00', { workingHours: 1 })).toBe(end)
    expect(clock.add(end, { workingHours: -1 })).toBe('2019-08-30T23:00:00+08:00')
    expect(clock.previousClosing(end)).toBe(end)
    expect(clock.latestStart(end, { workingHours: 1 })).toBe('2019-08-30T23:00:00+08:00')
    expect([...clock.sessions('2019-08-30T22:00', end)]).toEqual([{ opensAt: '2019-08-30T22:00:00+08:00', closesAt: end }])
    const [before, last] = ['2019-08-30T23:00+08:00', end].map((at) => Date.parse(at)) as [number, number]
    expect(clock.numeric.workingTimeBetween(before, last)).toBe(3_600_000)
    expect([...clock.columns.workingTimeBetween(Float64Array.of(before, last), Float64Array.of(last, before))]).toEqual([3_600_000, -3_600_000])
    expect([...clock.columns.addWorkingTime(Float64Array.of(last, last), Float64Array.of(0, -3_600_000))]).toEqual([last, before])
  })

  test('is not known for what lies after it', () => {
    for (const ask of [
      () => clock.isOpen(end),
      () => clock.nextOpening(end),
      () => clock.add(end, { workingHours: 1 }),
      () => clock.sessions(end, end),
    ])
      expect(codeOf(ask)).toBe('outside-coverage')
    expect(codeOf(() => clock.add('2019-08-31T00:00:00.001+08:00', { workingHours: -1 }))).toBe('outside-coverage')
    const later = [1, 60_000, 86_400_000, 3 * 86_400_000].map((ms) => Date.parse(end) + ms)
    for (const at of later) expect(codeOf(() => clock.numeric.workingTimeBetween(at, at))).toBe('outside-coverage')
    const column = Float64Array.from(later)
    expect([...clock.columns.workingTimeBetween(column, column)]).toEqual(later.map(() => Number.NaN))
    expect([...clock.columns.deadlines(column, { minutes: 3 })]).toEqual(later.map(() => Number.NaN))
  })
})

test('the last day of a calendar lasts to its second midnight, where clocks are put back at the first', () => {
  // In St. John's, 2010-11-07 began at 00:00, went back at 00:01 to 23:01 of the sixth, and began again an hour later.
  const calendar = createCalendar({ id: 'own', weekend: [], notices: [], coverage: { from: '2010-11-01', to: '2010-11-06' } })
  const clock = createClock({ calendar, hours: { workday: ['00:00-24:00'] }, timeZone: 'America/St_Johns', convention: 'cn-civil-code' })
  const second = Date.parse('2010-11-07T03:00Z')
  expect(clock.numeric.workingTimeBetween(second, second)).toBe(0)
  expect([...clock.columns.workingTimeBetween(Float64Array.of(second), Float64Array.of(second))]).toEqual([0])
})
