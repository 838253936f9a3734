import { assess, type Convention, conventions, createClock, type Limit, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'

type PausedDay = Convention['pausedDay']

const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const under = (pausedDay: PausedDay) => ({ convention: { ...conventions['cn-hall'], pausedDay } })

describe('a pause by the rule any-part', () => {
  const judged = (limit: Limit, shorts: readonly Short[], now?: string) => judgeLimit(limit, [ACCEPTED, ...shorts], now, under('any-part'))

  // Paused since Monday 11:00, nothing runs on Tuesday: used 0 at 00:00 as at 00:00:00.001.
  test.each(['2019-07-02T00:00', '2019-07-02T00:00:00.001', '2019-07-02T09:00'])('uses nothing while it lasts, seen at %s', (now) => {
    expect(judged({ workingDays: 4 }, [['paused', '2019-07-01T11:00']], now).used).toEqual({ workingDays: 0 })
  })

  // More used than the limit implies late: nothing ran on Tuesday, so a limit of 0 is kept with 0 used.
  test('uses nothing of the day at whose 00:00 the decision ends it', () => {
    const found = judged({ workingDays: 0 }, [
      ['paused', '2019-07-01T11:00'],
      ['completed', '2019-07-02T00:00'],
    ])
    expect(found).toMatchObject({ outcome: 'on-time', used: { workingDays: 0 } })
  })

  // Thursday and Friday are used, and the pause begins as Friday ends.
  test.each(['2019-07-06T00:00', '2019-07-06T00:00:00.001'])('leaves the last day, at whose 24:00 it begins, seen at %s', (now) => {
    const shorts: Short[] = [
      ['accepted', '2019-07-03T10:00'],
      ['paused', '2019-07-06T00:00'],
    ]
    expect(judgeLimit({ workingDays: 2 }, shorts, now, under('any-part')).used).toEqual({ workingDays: 2 })
  })

  const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
  const closedAt = (shorts: readonly Short[], terms: Partial<Version> = {}) =>
    judgeLimit({ workingDays: 4 }, [ACCEPTED, ...shorts, ['withdrawn', '2019-07-02T00:00']], undefined, { ...under('any-part'), ...terms }).used
      ?.workingDays

  test.each<[string, Short[], Partial<Version>, number]>([
    ['nothing where the case was paused until then', [['paused', '2019-07-01T11:00']], {}, 0],
    [
      'the day where the resume is recorded at that instant',
      [
        ['paused', '2019-07-01T11:00'],
        ['resumed', '2019-07-02T00:00'],
      ],
      {},
      1,
    ],
    [
      'the day where the pause was over before',
      [
        ['paused', '2019-07-01T11:00'],
        ['resumed', '2019-07-01T12:00'],
      ],
      {},
      1,
    ],
    [
      'nothing where no stage was open',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-01T11:00', 'a'],
      ],
      { measure: 'union', stages },
      0,
    ],
    [
      'the day where one of two stages was',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-started', '2019-07-01T10:30', 'b'],
        ['stage-finished', '2019-07-01T11:00', 'a'],
      ],
      { measure: 'union', stages },
      1,
    ],
    [
      'the day where the stage ended at that instant',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-02T00:00', 'a'],
      ],
      { measure: 'union', stages },
      1,
    ],
  ])('of a day at whose 00:00 a case is closed uses %s', (_, shorts, terms, used) => {
    expect(closedAt(shorts, terms)).toBe(used)
  })

  // Pause a lasts to the date of the rejection, Tuesday, whatever b does: its resume at 00:00 of Tuesday cannot make the whole shorter.
  test('lasts to the later of two ends, of which one is a date and the other its 00:00', () => {
    const dueWith = (resumed: string) => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01'],
        ['paused', '2019-07-01', 'a'],
        ['paused', '2019-07-01', 'b'],
        ['resumed', resumed, 'b'],
        ['withdrawn', '2019-07-02'],
      ]
      return judgeLimit({ workingDays: 1 }, shorts, undefined, under('any-part')).dueAt
    }
    expect(dueWith('2019-07-02T00:00')).toBe(dueWith('2019-07-01T00:00'))
  })
})

describe('a pause by the rule whole-day', () => {
  const usedAt = (paused: string, now: string) => judgeLimit({ workingDays: 4 }, [ACCEPTED, ['paused', paused]], now, under('whole-day')).used

  test.each(['2019-07-02T00:00', '2019-07-02T11:00', '2019-07-02T17:30', '2019-07-03T11:00'])(
    'uses nothing of the days after it begins while it lasts, seen at %s',
    (now) => expect(usedAt('2019-07-01T11:00', now)).toEqual({ workingDays: 0 }),
  )

  test.each(['2019-07-02T11:30', '2019-07-03T11:00'])('leaves the day on which it begins within opening hours, seen at %s', (now) => {
    expect(usedAt('2019-07-02T11:00', now)).toEqual({ workingDays: 1 })
  })

  // A date may be any part of its day, so that nobody can say that all of it was paused; one that is told by its 00:00 was.
  test.each(['2019-07-02T00:00', '2019-07-02T00:01', '2019-07-03T11:00'])('leaves the day whose date alone it begins with, seen at %s', (now) => {
    expect(usedAt('2019-07-02', now)).toEqual({ workingDays: 1 })
    expect(usedAt('2019-07-02T00:00', now)).toEqual({ workingDays: 0 })
  })

  // Each day is open from 08:00 to 12:00 and from 22:00 to 06:00 of the next date, which are its own hours.
  test.each<[string, paused: string, resumed: string, used: number]>([
    ['is over when its own night is', '2019-07-03T06:00', '2019-07-04T06:00', 3],
    ['is not over in that night', '2019-07-03T06:00', '2019-07-04T05:59', 4],
    ['is not over in that night, though the pause began days before', '2019-07-02T06:00', '2019-07-04T05:59', 3],
    ['is not begun in the night before', '2019-07-03T02:00', '2019-07-04T06:00', 3],
    ['is not begun after its opening', '2019-07-03T08:01', '2019-07-04T06:00', 4],
    ['may last for two', '2019-07-02T07:00', '2019-07-04T07:00', 2],
    ['may be a night and a part of the morning, and no day', '2019-07-03T23:00', '2019-07-04T09:00', 4],
  ])('of a day that is open past midnight %s', (_, paused, resumed, used) => {
    const clock = createClock({ ...hall, hours: { workday: ['08:00-12:00', '22:00-06:00'] } })
    const events = eventsOf([
      ['accepted', '2019-07-01T09:00'],
      ['paused', paused],
      ['resumed', resumed],
    ])
    const policy = policyOf({ workingDays: 5 }, { convention: { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } })
    const found = assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2019-07-05T07:00' })
    expect(found.used).toEqual({ workingDays: used })
  })

  // Each day is one night, from 20:00 to 06:00.
  test('takes out a day that is open at night alone, and leaves it where the pause ends in that night', () => {
    const usedIf = (resumed: string) => {
      const clock = createClock({ ...hall, hours: { workday: ['20:00-06:00'] } })
      const policy = policyOf({ workingDays: 5 }, { convention: { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } })
      const events = eventsOf([
        ['accepted', '2019-07-01T21:00'],
        ['paused', '2019-07-03T19:00'],
        ['resumed', resumed],
      ])
      return assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2019-07-05T23:00' }).used
    }
    expect(['2019-07-04T06:00', '2019-07-04T05:59'].map(usedIf)).toEqual([{ workingDays: 3 }, { workingDays: 4 }])
  })

  // A pause to 02:00 lasts in Monday's night and leaves all of Tuesday, of which the other takes every session; Wednesday is left.
  test('counts of a pause nothing that comes before the opening of its day', () => {
    const clock = createClock({ ...hall, hours: { workday: ['08:00-12:00', '22:00-06:00'] } })
    const policy = policyOf({ workingDays: 5 }, { convention: { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } })
    const events = eventsOf([
      ['accepted', '2019-07-01T09:00'],
      ['paused', '2019-07-01T23:00'],
      ['resumed', '2019-07-02T02:00'],
      ['paused', '2019-07-02T07:00'],
      ['resumed', '2019-07-03T06:30'],
    ])
    expect(assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2019-07-03T07:00' }).used).toEqual({ workingDays: 1 })
  })

  test('uses the day of a decision that ends it, also where it has lasted from the acceptance on', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['paused', '2019-07-01T10:00'],
      ['completed', '2019-07-02T10:00'],
    ]
    expect(judgeLimit({ workingDays: 4 }, shorts, undefined, under('whole-day')).used).toEqual({ workingDays: 1 })
  })

  // Tuesday's morning and its night are paused apart; between them it was shut.
  test('may be told in parts', () => {
    const clock = createClock({ ...hall, hours: { workday: ['08:00-12:00', '22:00-06:00'] } })
    const events = eventsOf([
      ACCEPTED,
      ['paused', '2019-07-02T07:00'],
      ['resumed', '2019-07-02T13:00'],
      ['paused', '2019-07-02T21:00'],
      ['resumed', '2019-07-03T06:30'],
    ])
    const policy = policyOf({ workingDays: 5 }, { convention: { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } })
    expect(assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2019-07-03T07:00' }).used).toEqual({ workingDays: 1 })
  })

  // b alone takes out all of Monday and Tuesday; whatever the dates of a say, it can take out no less.
  test.each<[string, Short[]]>([
    [
      'begins at the earlier of two moments, of which one is a date and the other its 00:00',
      [
        ['paused', '2019-07-01', 'a'],
        ['paused', '2019-07-01T00:00', 'b'],
        ['resumed', '2019-07-02', 'a'],
        ['resumed', '2019-07-02T17:30', 'b'],
      ],
    ],
    [
      'lasts to the later of two moments, of which one is a date that stands below the other',
      [
        ['paused', '2019-07-01T00:00', 'b'],
        ['paused', '2019-07-01T00:00', 'a'],
        ['resumed', '2019-07-02T17:30', 'b'],
        ['resumed', '2019-07-02', 'a'],
      ],
    ],
  ])('%s', (_, shorts) => {
    const dueOf = (list: readonly Short[]) =>
      judgeLimit({ workingDays: 2 }, [['accepted', '2019-06-28T10:00'], ...list], undefined, under('whole-day')).dueDate
    expect(dueOf(shorts)).toBe('2019-07-04')
    expect(dueOf(shorts.filter(([, , cause]) => cause === 'b'))).toBe('2019-07-04')
  })
})

describe('a pause on the last day', () => {
  const closing = { convention: { ...conventions['cn-hall'], due: 'closing' } } as const

  // The limit ends on Tuesday at 17:00. A pause from 17:00 on covers that end, which then is the closing of Thursday, the day of the resume.
  test.each<[string, Limit]>([
    ['of a working day', { workingDays: 1 }],
    ['of a calendar day', { calendarDays: 1 }],
  ])('%s moves its end if it begins at that instant, and not if it begins a millisecond later', (_, limit) => {
    const dueIf = (paused: string) => judgeLimit(limit, [ACCEPTED, ['paused', paused], ['resumed', '2019-07-04T10:00']], undefined, closing).dueAt
    expect(dueIf('2019-07-02T17:00')).toBe('2019-07-04T17:00:00+08:00')
    expect(dueIf('2019-07-02T17:00:00.001')).toBe('2019-07-02T17:00:00+08:00')
  })

  test('leaves the limit without an end while it lasts, though its last day has been counted', () => {
    const found = judgeLimit({ workingDays: 0 }, [ACCEPTED, ['paused', '2019-07-01T11:00']], '2019-07-03T09:00', closing)
    expect(found).toMatchObject({ state: 'paused', lastCountedDay: '2019-07-01', ifResumedNow: { dueDate: '2019-07-03' } })
  })
})

test('a limit of no calendar days ends on its start date, also where that is counted', () => {
  const convention = { ...conventions['cn-hall'], startDay: 'included' } as const
  expect(judgeLimit({ calendarDays: 0 }, [ACCEPTED], '2019-07-01T11:00', { convention })).toMatchObject({
    dueDate: '2019-07-01',
    lastCountedDay: '2019-07-01',
  })
})
