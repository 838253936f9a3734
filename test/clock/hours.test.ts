import fc from 'fast-check'
import { conventions, createCalendar, createClock, type Hours } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'

const clockWith = (hours: Hours) => createClock({ ...hall, hours })

describe('a season', () => {
  const early = ['07:00-09:00']

  test('of two days holds on both, and not beside them', () => {
    const clock = clockWith({ ...HALL_HOURS, seasons: [{ from: '06-04', to: '06-05', workday: early }] })
    const days = ['2019-06-03', '2019-06-04', '2019-06-05', '2019-06-06']
    expect(days.map((day) => clock.isOpen(`${day}T08:00`))).toEqual([false, true, true, false])
    expect(days.map((day) => clock.isOpen(`${day}T10:00`))).toEqual([true, false, false, true])
  })

  test('of a single day holds on it every year, and on no other', () => {
    const clock = clockWith({ ...HALL_HOURS, seasons: [{ from: '06-04', to: '06-04', workday: early }] })
    const days = ['2019-06-03', '2019-06-04', '2019-06-05', '2019-12-03', '2020-06-04']
    expect(days.map((day) => clock.isOpen(`${day}T08:00`))).toEqual([false, true, false, false, true])
  })

  test('over New Year holds to its last day', () => {
    const clock = clockWith({ ...HALL_HOURS, seasons: [{ from: '12-30', to: '01-03', workday: early }] })
    const days = ['2018-12-28', '2019-01-02', '2019-01-03', '2019-01-04']
    expect(days.map((day) => clock.isOpen(`${day}T08:00`))).toEqual([false, true, true, false])
  })
})

describe('a season over New Year', () => {
  const monthDays = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(5, 10))
  const monthDay = fc.oneof(fc.constantFrom('01-01', '02-28', '02-29', '03-01', '12-31'), fc.constantFrom(...monthDays))
  const dates = [2015, 2016].flatMap((year) => monthDays.filter((day) => year === 2016 || day !== '02-29').map((day) => `${year}-${day}`))
  const everyDay = createCalendar({ id: 'every-day', weekend: [], notices: [], coverage: { from: '2015-01-01', to: '2016-12-31' } })
  const everyDayClock = (hours: Hours) => createClock({ calendar: everyDay, hours, timeZone: 'Asia/Shanghai' })
  const early = ['07:00-09:00']

  test('that ends after February holds on the 29th, and not on the day after its last', () => {
    const clock = everyDayClock({ ...HALL_HOURS, seasons: [{ from: '11-15', to: '03-15', workday: early }] })
    const days = ['2015-03-15', '2015-03-16', '2016-02-29', '2016-03-15', '2016-03-16', '2016-11-14', '2016-11-15']
    expect(days.map((day) => clock.isOpen(`${day}T08:00`))).toEqual([true, false, true, true, false, false, true])
  })

  test('leaves the rest of the year to another', () => {
    const winter = { from: '10-01', to: '04-30', workday: early }
    const clock = everyDayClock({ ...HALL_HOURS, seasons: [winter, { from: '05-01', to: '09-30', workday: ['06:00-07:00'] }] })
    expect(['2016-04-30T08:00', '2016-05-01T08:00', '2016-05-01T06:30'].map((at) => clock.isOpen(at))).toEqual([true, false, true])
  })

  test('may last the whole year, from any date to its eve', () => {
    const clock = everyDayClock({ ...HALL_HOURS, seasons: [{ from: '06-18', to: '06-17', workday: early }] })
    expect(dates.every((date) => clock.isOpen(`${date}T08:00`))).toBe(true)
  })

  test('or within the year holds from its first date to its last, whatever they are', () => {
    fc.assert(
      fc.property(monthDay, monthDay, (from, to) => {
        const clock = everyDayClock({ ...HALL_HOURS, seasons: [{ from, to, workday: early }] })
        const holds = (day: string) => (from <= to ? day >= from && day <= to : day >= from || day <= to)
        expect(dates.filter((date) => clock.isOpen(`${date}T08:00`))).toEqual(dates.filter((date) => holds(date.slice(5))))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a limit of no days', () => {
  test('ends on the day of its start, counted or not', () => {
    for (const startDay of ['excluded', 'included'] as const) {
      const convention = { ...conventions['cn-civil-code'], startDay }
      const dueDates = [{ workingDays: 0 }, { calendarDays: 0 }].map((limit) => hall.deadline('2019-05-07T10:00', limit, { convention }).dueDate)
      expect(dueDates).toEqual(['2019-05-07', '2019-05-07'])
    }
  })
})

describe('a limit around the clock', () => {
  test('goes on after a pause with what was left', () => {
    const shorts = [
      ['accepted', '2019-07-01T10:00'],
      ['paused', '2019-07-01T12:00'],
      ['resumed', '2019-07-01T15:00'],
    ] as const
    expect(judgeLimit({ hours: 8 }, shorts, '2019-07-01T16:00')).toMatchObject({ dueAt: '2019-07-01T21:00:00+08:00', used: { hours: 3 } })
  })
})

test('an instant beyond the years that can be named is shown, where numbers are asked', () => {
  for (const at of [-1e15, 1e15]) {
    const facts = { found: String(at) }
    expect(errorOf(() => hall.numeric.workingTimeBetween(at, 0))).toMatchObject({ code: 'instant-invalid', facts })
    expect(errorOf(() => hall.numeric.addWorkingTime(at, 1))).toMatchObject({ code: 'instant-invalid', facts })
  }
})
