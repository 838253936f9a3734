import { allOpen, anyOpen, type CalendarSource, cn, createCalendar, type Notice } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf, errorOf } from '../support/errors.js'

const LABOUR_DAY: Notice = {
  id: 'amended',
  number: null,
  issued: '2019-03-22',
  covers: 2019,
  arrangements: [{ occasion: '劳动节', off: ['2019-05-01/2019-05-04'], work: ['2019-04-28', '2019-05-05'] }],
}
const counter = createCalendar({ id: 'counter', weekend: ['monday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
const desk = createCalendar({ id: 'desk', weekend: ['friday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
const early = cn.asOf('2019-03-21')

describe('a notice announced to calendars combined', () => {
  test('reaches those alone that await notices', () => {
    for (const combine of [allOpen, anyOpen]) {
      const announced = combine(early, counter).announce(LABOUR_DAY)
      expect(announced.edition).toBe(combine(early.announce(LABOUR_DAY), counter).edition)
      expect(announced.diff(combine(early.announce(LABOUR_DAY), counter)).days).toEqual([])
    }
    // 2019-05-03, a Friday that the counter works, is off by the notice; so is 05-02, a Thursday. Sunday 05-05 is worked by both.
    const days = ['2019-05-02', '2019-05-03', '2019-05-05'].map((date) => allOpen(early, counter).announce(LABOUR_DAY).isWorkingDay(date))
    expect(days).toEqual([false, false, true])
  })

  test('reaches all where none awaits any', () => {
    const announced = allOpen(counter, desk).announce(LABOUR_DAY)
    expect(announced.edition).toBe(allOpen(counter.announce(LABOUR_DAY), desk.announce(LABOUR_DAY)).edition)
    // A Saturday that both would have worked, and a Sunday that both work anyhow.
    expect([allOpen(counter, desk).isWorkingDay('2019-05-04'), announced.isWorkingDay('2019-05-04')]).toEqual([true, false])
  })
})

describe('calendars combined', () => {
  const source = (id: string, awaits: string): CalendarSource => ({
    id,
    weekend: ['saturday', 'sunday'],
    notices: [],
    coverage: { from: '2019-01-01', to: '2019-12-31' },
    projection: {
      to: '2022-12-31',
      awaits,
      laws: [{ number: 'L', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'x', dates: ['05-01'] }] }],
      festivals: {},
    },
  })
  const [a, b] = [createCalendar(source('a', 'a-{year}')), createCalendar(source('b', 'b-{year}'))]

  test('know occasions by the names of all', () => {
    expect(allOpen(cn, counter).occasions).toEqual(cn.occasions)
    expect(allOpen(counter, cn).occasions).toEqual(cn.occasions)
  })

  test('await the notices of all, each once and in order, whatever the order of the calendars', () => {
    for (const both of [allOpen(a, b), allOpen(b, a), allOpen(b, a, b)]) {
      expect(both.forecast('2020-04-27', 5).awaits).toEqual(['a-2020', 'b-2020'])
      expect(both.forecast('2020-11-30', 30).awaits).toEqual(['a-2020', 'a-2021', 'b-2020', 'b-2021'])
    }
  })

  test('are none without one', () => {
    expect(errorOf(() => allOpen())).toMatchObject({ code: 'value-invalid', path: 'calendars', facts: { found: 'none', expected: 'calendar' } })
  })
})

describe('a difference', () => {
  const closed = (date: string) => ({ id: 'own', notices: [{ ...LABOUR_DAY, arrangements: [{ occasion: 'x', off: [date], work: [] }] }] })

  test('is of every day that both know, to the last', () => {
    const diff = counter.diff(counter.extend(closed('2019-12-31')), { workingDays: 2 })
    expect([diff.from, diff.to, diff.days.map(({ date }) => date)]).toEqual(['2019-01-01', '2019-12-31', ['2019-12-31']])
    // Two working days from Saturday 12-28 are Sunday 12-29 and Tuesday 12-31, which one of the two does not reach.
    expect(diff.deadlines).toEqual([])
    expect(counter.diff(counter.extend(closed('2019-01-01'))).days.map(({ date }) => date)).toEqual(['2019-01-01'])
    expect(counter.diff(counter.extend(closed('2019-12-31'))).deadlines).toEqual([])
  })

  test('may be of a single day, and is none where no day is shared', () => {
    const from = (date: string) => createCalendar({ id: 'late', weekend: ['monday'], notices: [], coverage: { from: date, to: '2020-12-31' } })
    expect(counter.diff(from('2019-12-31'))).toMatchObject({ from: '2019-12-31', to: '2019-12-31', days: [] })
    expect(codeOf(() => counter.diff(from('2020-01-01')))).toBe('calendar-invalid')
  })
})

describe('a calendar with one layer over another', () => {
  const layer = (id: string, date: string) => ({
    id,
    notices: [{ ...LABOUR_DAY, id, issued: '2019-02-01', arrangements: [{ occasion: id, off: [date], work: [] }] }],
  })
  const layered = early.extend(layer('lower', '2019-06-03')).extend(layer('upper', '2019-06-05'))
  const offOf = (calendar: typeof cn) => ['2019-05-02', '2019-06-03', '2019-06-05'].map((date) => !calendar.isWorkingDay(date))

  test('hears of a notice under both', () => {
    expect([offOf(layered), offOf(layered.announce(LABOUR_DAY))]).toEqual([
      [false, true, true],
      [true, true, true],
    ])
  })

  test('is known on a day without what was issued later, by an id that says so', () => {
    const before = layered.asOf('2019-01-31')
    expect(offOf(before)).toEqual([false, false, false])
    expect([layered.id, before.id]).toEqual(['cn@2019-03-21+lower+upper', 'cn@2019-03-21+lower+upper@2019-01-31'])
  })

  test('may refuse what is not published, and keep both', () => {
    const strict = layered.with({ unpublished: 'error' })
    expect([offOf(strict), codeOf(() => strict.isWorkingDay('2020-05-06'))]).toEqual([[false, true, true], 'unpublished'])
    expect(strict.with({ unpublished: 'project' }).isWorkingDay('2020-05-06')).toBe(true)
  })
})
