import fc from 'fast-check'
import { assess, type Calendar, type CaseEvent, cn, conventions, createCalendar, createClock, explain, type Limit, say } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { cnSource, cnWith, noticeInStyle } from '../support/notices.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'

const judged = (limit: Limit, shorts: readonly Short[], now = '2027-06-01T09:00') => judgeLimit(limit, shorts, now)
const ACCEPTED: Short = ['accepted', '2027-02-02T10:00']

describe('a case whose deadline lies beyond the notices', () => {
  test('is projected, with bounds and the notice awaited', () => {
    const told = { outcome: 'open', dueDate: '2027-02-12', certainty: 'projected', earliest: '2027-02-10', latest: '2027-02-18', awaits: ['cn-2027'] }
    expect(judged({ workingDays: 4 }, [ACCEPTED], '2027-02-03T09:00')).toMatchObject({ ...told, limits: [told] })
  })

  test.each<[string, string, string, string]>([
    ['before the earliest deadline is certain', '2027-02-04T10:00', 'early', 'published'],
    ['between the bounds may turn out otherwise', '2027-02-11T10:00', 'early', 'projected'],
    ['on the latest day may turn out otherwise', '2027-02-18T10:00', 'late', 'projected'],
    ['after the latest is certain', '2027-02-19T10:00', 'late', 'published'],
  ])('and that was stopped %s', (_, at, outcome, certainty) => {
    expect(judged({ workingDays: 4 }, [ACCEPTED, ['completed', at]])).toMatchObject({ outcome, certainty, latest: '2027-02-18' })
  })

  test.each<[string, string, 'preceding' | 'nearest', string, string]>([
    // Settled to Friday 2021-12-24: whether Saturday is worked is not.
    ['rolled back from a day that is not settled', '2021-06-01', 'preceding', '2021-12-15', '2021-12-25'],
    // Settled to Saturday 2022-12-24: were Sunday worked, it would be as near as Friday.
    ['rolled to the nearer side, of which one is not settled', '2022-06-01', 'nearest', '2022-12-14', '2022-12-24'],
  ])('is projected where its date is settled and was %s', (_, asOf, roll, start, end) => {
    const year = asOf.slice(0, 4)
    const clock = createClock({ ...hall, calendar: cn.asOf(asOf) })
    expect(clock.calendar.coverage.publishedTo).toBe(`${year}-12-24`)
    const policy = policyOf({ calendarDays: 10 }, { convention: { ...conventions['cn-civil-code'], roll } })
    const events = eventsOf([['accepted', `${start}T10:00`]])
    const found = assess({ id: 'C', rule: 'only', events }, { policy, clock, now: `${start}T12:00` })
    expect(found).toMatchObject({ lastCountedDay: end, certainty: 'projected', awaits: [`cn-${Number(year) + 1}`] })
    expect(found.dueDate && found.dueDate <= `${year}-12-24`).toBe(true)
    expect(found).toMatchObject(clock.deadline(`${start}T10:00`, { calendarDays: 10 }, { convention: policy.convention }))
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
    const explanation = explain(
      { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2027-02-02T10:00' }] },
      { policy: policyOf({ workingDays: 1 }), clock, now: '2027-02-02T12:00' },
    )
    expect(explanation.days.map(({ date, certainty }) => [date, certainty]).slice(0, 2)).toEqual([
      ['2027-02-02', 'projected'],
      ['2027-02-03', 'published'],
    ])
    expect(say(explanation, 'zh').days[1]).toBe('2027年2月3日 周三 校庆 停止办公，甲1号，不计')
  })

  test('tells the grounds of a resume now while it is paused', () => {
    const paused = judged({ workingDays: 4 }, [ACCEPTED, ['paused', '2027-02-03T10:00']], '2027-03-01T09:00')
    expect(paused).toMatchObject({ certainty: 'projected', ifResumedNow: { dueDate: '2027-03-04' }, latest: '2027-03-05', awaits: ['cn-2027'] })
    expect(paused.dueDate).toBeUndefined()
  })

  test('tells those of a start from now alone where a correction will start it anew', () => {
    // Paused from 2026 to 2028: no day of 2027 decides when a limit ends that starts on Monday 2028-03-06.
    const asked: Short[] = [
      ['accepted', '2026-12-21T10:00'],
      ['correction-requested', '2026-12-22T10:00'],
    ]
    const found = judgeLimit({ workingDays: 4 }, asked, '2028-03-06T10:00', { correction: 'restart' })
    expect(found).toMatchObject({ certainty: 'projected', ifResumedNow: { dueDate: '2028-03-10' }, awaits: ['cn-2028'] })
    // By working time the first day counts as well.
    expect(judgeLimit({ workingHours: 8 }, asked, '2028-03-06T10:00', { correction: 'restart' }).awaits).toEqual(['cn-2028'])
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
    const explanation = explain(
      { id: 'C', rule: 'only', events: eventsOf([ACCEPTED]) },
      { policy: policyOf({ workingDays: 4 }), clock: hall, now: '2027-02-03T09:00' },
    )
    expect(explanation.days.map(({ certainty }) => certainty)).toEqual(explanation.days.map(() => 'projected'))
    expect(say(explanation, 'en').days[3]).toBe(
      'Fri 2027-02-05: off for Spring Festival, 国务院令第795号, as long as no notice says otherwise, not counted',
    )
    expect(say(explanation, 'zh').days[3]).toBe('2027年2月5日 周五 春节 放假，国务院令第795号，以届时通知为准，不计')
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

describe('a case stopped at the end of its latest day', () => {
  const terms = { convention: 'cn-hall' } as const
  const latest = judgeLimit({ workingDays: 4 }, [ACCEPTED], '2027-02-03T09:00', terms).latest as string
  const dayAfter = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10)

  test('at 24:00 may turn out in time, and a millisecond later may not', () => {
    const stopped = (at: string) => judgeLimit({ workingDays: 4 }, [ACCEPTED, ['completed', at]], '2027-06-01T09:00', terms)
    expect(stopped(`${dayAfter}T00:00`)).toMatchObject({ outcome: 'late', certainty: 'projected' })
    expect(stopped(`${dayAfter}T00:00:00.001`)).toMatchObject({ outcome: 'late', certainty: 'published' })
    expect(stopped(dayAfter)).toMatchObject({ outcome: 'late', certainty: 'published' })
  })

  test('on the date after it is late where the last day ends at 24:00', () => {
    const stopped = (at: string) =>
      judgeLimit(
        { workingDays: 4 },
        [
          ['accepted', '2019-07-01'],
          ['completed', at],
        ],
        undefined,
        terms,
      )
    expect(stopped('2019-07-05').outcome).toBe('on-time')
    expect(stopped('2019-07-06T00:00').outcome).toBe('on-time')
    expect(stopped('2019-07-06')).toMatchObject({ outcome: 'late', used: { workingDays: 4 } })
  })
})

describe('the bounds of a case', () => {
  const hidden = (year: number) => createCalendar({ ...cnSource, notices: cnSource.notices.filter(({ covers }) => covers < year) })

  test('hold for one paused after the closing of a day that turns out to be worked', () => {
    const shorts: Short[] = [
      ['accepted', '2009-01-23T10:00'],
      ['paused', '2009-01-24T17:30'],
      ['resumed', '2009-03-05T09:00'],
    ]
    const judgedBy = (calendar: Calendar) =>
      assess(
        { id: 'C', rule: 'only', events: eventsOf(shorts) },
        { policy: policyOf({ workingDays: 1 }), clock: createClock({ ...hall, calendar }), now: '2009-04-01T09:00' },
      )
    expect(judgedBy(cn).dueDate).toBe('2009-01-24')
    expect(judgedBy(hidden(2009))).toMatchObject({ dueDate: '2009-03-06', earliest: '2009-01-24', certainty: 'projected' })
  })

  test('hold for one paused between midnight and the opening at which it would have started', () => {
    const shorts: Short[] = [
      ['accepted', '2027-04-09T17:00'],
      ['paused', '2027-04-12T00:01'],
      ['resumed', '2027-04-13T00:00'],
    ]
    expect(judged({ workingHours: 0 }, shorts, '2027-12-20T09:00')).toMatchObject({ dueDate: '2027-04-13', latest: '2027-04-13' })
  })

  test('name no notice for years in which it only stood still', () => {
    const shorts: Short[] = [
      ['accepted', '2026-12-21T10:00'],
      ['paused', '2027-06-01T10:00'],
      ['resumed', '2029-06-01T10:00'],
    ]
    expect(judged({ workingDays: 120 }, shorts, '2029-06-02T09:00').awaits).toEqual(['cn-2027', 'cn-2029'])
  })

  test('hold for every notice that moves no more than notices have, and so does a verdict that is called settled', () => {
    const limits = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map((workingDays) => ({ workingDays })),
      fc.integer({ min: 0, max: 90 }).map((workingHours) => ({ workingHours })),
      fc.integer({ min: 0, max: 60 }).map((calendarDays) => ({ calendarDays })),
    )
    const minutes = fc.array(fc.integer({ min: 0, max: 120 * 1_440 }), { minLength: 1, maxLength: 6 })
    const closings = fc.record({ convention: fc.constantFrom('cn-civil-code' as const, 'cn-hall' as const), stops: fc.boolean() })
    const base = fc.integer({ min: -20, max: 260 })
    fc.assert(
      fc.property(noticeInStyle(2027), limits, base, minutes, closings, (notice, limit, day, offsets, { convention, stops }) => {
        const at = [...new Set(offsets)].sort((a, b) => a - b).map((minute) => Date.UTC(2027, 0, 1 + day) + minute * 60_000)
        const types = at.map((_, i) => (i === 0 ? 'accepted' : stops && i === at.length - 1 ? 'completed' : i % 2 === 1 ? 'paused' : 'resumed'))
        const events = at.map((instant, i) => ({ type: types[i], at: new Date(instant).toISOString() })) as CaseEvent[]
        const judgedBy = (calendar: Calendar) =>
          assess(
            { id: 'C', rule: 'only', events },
            { policy: policyOf(limit, { convention }), clock: createClock({ ...hall, calendar }), now: '2027-12-20T09:00' },
          )
        const foreseen = judgedBy(cn)
        const truth = judgedBy(cnWith(notice))
        fc.pre(truth.certainty === 'published')
        const due = (truth.dueDate ?? truth.ifResumedNow?.dueDate) as string
        const { earliest = foreseen.dueDate as string, latest = foreseen.dueDate as string } = foreseen
        const shown = JSON.stringify({ events, foreseen, truth })
        if (foreseen.earliest) expect([earliest <= due, due <= latest], shown).toEqual([true, true])
        if (foreseen.certainty === 'published') expect(foreseen.outcome, shown).toBe(truth.outcome)
      }),
      { numRuns: runs(150) },
    )
  })
})
