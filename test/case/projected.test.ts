import { assess, cn, createClock, explain, type Limit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const judged = (limit: Limit, shorts: readonly Short[], now = '2027-06-01T09:00') => judgeLimit(limit, shorts, now)
const ACCEPTED: Short = ['accepted', '2027-02-02T10:00']

describe('a case whose deadline lies beyond the notices', () => {
  test('is projected, with bounds and the notice awaited', () => {
    expect(judged({ workingDays: 4 }, [ACCEPTED], '2027-02-03T09:00')).toMatchObject({
      outcome: 'open',
      dueDate: '2027-02-12',
      certainty: 'projected',
      earliest: '2027-02-10',
      latest: '2027-02-18',
      awaits: ['cn-2027'],
    })
  })

  test.each<[string, string, string, string]>([
    ['before the earliest deadline is certain', '2027-02-04T10:00', 'early', 'published'],
    ['between the bounds may turn out otherwise', '2027-02-11T10:00', 'early', 'projected'],
    ['on the latest day may turn out otherwise', '2027-02-18T10:00', 'late', 'projected'],
    ['after the latest is certain', '2027-02-19T10:00', 'late', 'published'],
  ])('and that was stopped %s', (_, at, outcome, certainty) => {
    expect(judged({ workingDays: 4 }, [ACCEPTED, ['completed', at]])).toMatchObject({ outcome, certainty, latest: '2027-02-18' })
  })

  test('is explained by days of which those that a layer has settled are not projected', () => {
    const closure = {
      id: 'o',
      number: '甲1号',
      issued: '2026-11-01',
      covers: 2027,
      arrangements: [{ occasion: '校庆', off: ['2027-02-03'], work: [] }],
    }
    const clock = createClock({ ...hall, calendar: cn.extend({ id: 'own', notices: [closure] }) })
    const { days } = explain(
      { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2027-02-02T10:00' }] },
      { policy: policyOf({ workingDays: 1 }), clock, now: '2027-02-02T12:00' },
    )
    expect(days.map(({ date, certainty }) => [date, certainty]).slice(0, 2)).toEqual([
      ['2027-02-02', 'projected'],
      ['2027-02-03', 'published'],
    ])
    expect(days[1]?.text.zh).toBe('2027年2月3日 周三 校庆 停止办公，甲1号，不计')
  })

  test('tells the grounds of a resume now while it is paused', () => {
    const paused = judged({ workingDays: 4 }, [ACCEPTED, ['paused', '2027-02-03T10:00']], '2027-03-01T09:00')
    expect(paused).toMatchObject({ certainty: 'projected', ifResumedNow: { dueDate: '2027-03-04' }, latest: '2027-03-05', awaits: ['cn-2027'] })
    expect(paused.dueDate).toBeUndefined()
  })

  test('counts what a pause leaves of days that are not settled by each of its bounds', () => {
    const shorts: Short[] = [
      ['accepted', '2027-01-29T10:00'],
      ['paused', '2027-02-04T10:00'],
      ['resumed', '2027-03-01T10:00'],
    ]
    expect(judged({ workingDays: 8 }, shorts, '2027-03-02T09:00')).toMatchObject({ dueDate: '2027-03-05', certainty: 'projected' })
    const { earliest = '', latest = '' } = judged({ workingDays: 8 }, shorts, '2027-03-02T09:00')
    expect([earliest <= '2027-03-05', '2027-03-05' <= latest]).toEqual([true, true])
    expect(judged({ workingHours: 30 }, shorts, '2027-03-02T09:00')).toMatchObject({ certainty: 'projected', dueDate: '2027-03-01' })
  })

  test('is published where every day it rests on is', () => {
    expect(judged({ workingDays: 4 }, [['accepted', '2026-12-18T10:00']])).toMatchObject({
      outcome: 'overdue',
      certainty: 'published',
      dueDate: '2026-12-24',
    })
    expect(judged({ calendarDays: 10 }, [['accepted', '2027-01-01T10:00']])).toMatchObject({
      certainty: 'projected',
      dueDate: '2027-01-11',
      latest: '2027-01-11',
    })
    expect(judged({ hours: 48 }, [['accepted', '2027-01-01T10:00']])).toMatchObject({ certainty: 'published' })
  })

  test('has no certainty before its clock has started', () => {
    expect(judged({ workingDays: 4 }, [['received', '2027-02-02T10:00']])).not.toHaveProperty('certainty')
  })

  test('is explained day by day as projected', () => {
    const { days } = explain(
      { id: 'C', rule: 'only', events: eventsOf([ACCEPTED]) },
      { policy: policyOf({ workingDays: 4 }), clock: hall, now: '2027-02-03T09:00' },
    )
    expect(days.map(({ certainty }) => certainty)).toEqual(days.map(() => 'projected'))
    expect(days.find(({ date }) => date === '2027-02-05')?.text).toEqual({
      en: 'Fri 2027-02-05: off for Spring Festival, 国务院令第795号, as long as no notice says otherwise, not counted',
      zh: '2027年2月5日 周五 春节 放假，国务院令第795号，以届时通知为准，不计',
    })
  })

  test('is refused on a clock whose calendar refuses what is not published', () => {
    const clock = createClock({ ...hall, calendar: cn.with({ unpublished: 'error' }) })
    const ask = () =>
      assess(
        { id: 'C', rule: 'only', events: eventsOf([['accepted', '2026-12-22T10:00']]) },
        { policy: policyOf({ workingDays: 4 }), clock, now: '2026-12-23T09:00' },
      )
    expect(errorOf(ask)).toMatchObject({ code: 'unpublished', caseId: 'C', facts: { awaits: ['cn-2027'] } })
  })
})
