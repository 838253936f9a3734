import { conventions, createClock, type Hours } from 'service-time'
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
