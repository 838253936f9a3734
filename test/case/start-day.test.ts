import { assess, type Convention, type ConventionName, conventions, createCalendar, createClock, explain, type Limit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, LATER, type Short } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'

type PausedDay = Convention['pausedDay']

const PRESETS = Object.keys(conventions) as readonly ConventionName[]
const RULES: readonly PausedDay[] = ['after-pause-day', 'any-part', 'whole-day']
const FOUR = { workingDays: 4 }

// Monday 2019-07-01 to Friday 07-05, then Monday 07-08 and Tuesday 07-09.
const TEN: Short = ['accepted', '2019-07-01T10:00']

describe('a pause on the start date', () => {
  test.each<[string, Short[], excluded: readonly [string, string, string], included: readonly [string, string, string]]>([
    // Tuesday to Friday are the four days by every rule. With the start day they are Monday to Thursday, but by `any-part` the pause has touched Monday.
    ['over before its end', [TEN, ['paused', '2019-07-01T11:00'], ['resumed', '2019-07-01T15:00']], ['05', '05', '05'], ['04', '05', '04']],
    // After the pause day: none of Monday to Wednesday, on which it resumes. Touched: those three. Wholly paused: Tuesday alone.
    // With the start day Monday and, as the first of a run, Wednesday count; by `any-part` neither does; by `whole-day` both do.
    [
      'over in the morning of Wednesday',
      [TEN, ['paused', '2019-07-01T11:00'], ['resumed', '2019-07-03T10:00']],
      ['09', '09', '08'],
      ['05', '09', '05'],
    ],
    // As dates: Tuesday is the day of the resume. By `any-part` both dates are taken out, by `whole-day` only those between, and there is none.
    [
      'over on Tuesday, all of it dates alone',
      [
        ['accepted', '2019-07-01'],
        ['paused', '2019-07-01'],
        ['resumed', '2019-07-02'],
      ],
      ['08', '08', '05'],
      ['05', '08', '04'],
    ],
    // The clock starts at 09:00, in the pause. Nothing runs on Monday; by `whole-day` all of its opening time is paused, and Tuesday's is not.
    [
      'begun before the hall opens',
      [
        ['accepted', '2019-07-01T08:00'],
        ['paused', '2019-07-01T08:30'],
        ['resumed', '2019-07-02T10:00'],
      ],
      ['08', '08', '05'],
      ['05', '08', '05'],
    ],
  ])('%s takes out the days of its rule', (_, shorts, excluded, included) => {
    const dueOf = (convention: Convention) => judgeLimit(FOUR, shorts, '2019-07-04T09:00', { convention })
    for (const preset of PRESETS) {
      for (const [i, pausedDay] of RULES.entries()) {
        const own = { ...conventions[preset], pausedDay }
        const found = [dueOf(own), dueOf({ ...own, startDay: 'included' })].map(({ dueDate, dueAt }) => [dueDate, dueAt?.slice(11, 16)])
        const time = preset === 'cn-hall' ? '00:00' : '17:00'
        const expected = [excluded[i], included[i]].map((day) => [`2019-07-${day}`, time])
        expect(found, `${preset}, ${pausedDay}`).toEqual(expected)
      }
    }
  })
})

describe('a start day that is counted', () => {
  const convention: Convention = { ...conventions['cn-civil-code'], startDay: 'included' }
  const stages = Object.fromEntries(['a', 'b'].map((stage) => [stage, { titles: { zh: stage, en: stage } }]))
  const union = (limit: Limit, shorts: readonly Short[]) => judgeLimit(limit, shorts, undefined, { convention, measure: 'union', stages })

  // Monday for a, Wednesday for b; the third and the fourth day would be Thursday and Friday.
  const APART: readonly Short[] = [
    ['accepted', '2019-07-01'],
    ['stage-started', '2019-07-01', 'a'],
    ['stage-finished', '2019-07-01', 'a'],
    ['stage-started', '2019-07-03', 'b'],
    ['stage-finished', '2019-07-03', 'b'],
    ['completed', '2019-07-03'],
  ]

  test('is used by a stage that ends on its date, told in dates alone', () => {
    expect(union(FOUR, APART)).toMatchObject({ used: { workingDays: 2 }, dueDate: '2019-07-05', outcome: 'early' })
    expect(union({ calendarDays: 4 }, APART)).toMatchObject({ used: { calendarDays: 2 } })
  })

  test('is used by a stage told in times only while it lasts', () => {
    const timed = (from: string, to: string) => {
      const [accepted, , , ...others] = APART as readonly [Short, Short, Short, ...Short[]]
      return union(FOUR, [accepted, ['stage-started', from, 'a'], ['stage-finished', to, 'a'], ...others])
    }
    expect(timed('2019-07-01T10:00', '2019-07-01T10:30').used).toEqual({ workingDays: 2 })
    expect(timed('2019-07-01T10:00', '2019-07-01T10:00').used).toEqual({ workingDays: 1 })
  })

  test.each<[string, Short[], number]>([
    ['is used by a case that stops on its date, though that stands before the opening', [['completed', '2019-07-01']], 1],
    ['is not used by a case that stops before the opening', [['completed', '2019-07-01T08:30']], 0],
  ])('%s', (_, shorts, used) => {
    const accepted: Short = ['accepted', '2019-07-01T08:00']
    expect(judgeLimit(FOUR, [accepted, ...shorts], undefined, { convention }).used).toEqual({ workingDays: used })
  })
})

describe('a start day that is counted is used', () => {
  const seen = (shorts: readonly Short[], now: string, pausedDay: PausedDay = 'after-pause-day') => {
    const convention: Convention = { ...conventions['cn-civil-code'], startDay: 'included', pausedDay }
    const { light, used, nextChangeAt } = judgeLimit({ workingDays: 2 }, shorts, now, { convention })
    return [light, used?.workingDays, nextChangeAt?.slice(5, 23)]
  }
  const SUNDAY: Short = ['accepted', '2019-06-30T18:00']

  test.each(RULES)('from its first instant on, by the rule %s', (rule) => {
    expect(seen([TEN], '2019-07-01T10:00', rule)).toEqual(['yellow', 1, '07-02T17:00:00.001'])
    expect(seen([TEN, ['completed', '2019-07-01T10:00']], LATER, rule)).toEqual(['green', 1, undefined])
  })

  test.each(RULES)('from the opening on to which the start moves, which is told as the next change, by the rule %s', (rule) => {
    expect(seen([SUNDAY], '2019-06-30T20:00', rule)).toEqual(['green', 0, '07-01T09:00:00+08:'])
    expect(seen([SUNDAY], '2019-07-01T08:59:59.999', rule)).toEqual(['green', 0, '07-01T09:00:00+08:'])
    expect(seen([SUNDAY], '2019-07-01T09:00', rule)).toEqual(['yellow', 1, '07-02T17:00:00.001'])
  })

  // No counted time has passed.
  test.each(RULES)('not by a case that is decided before the opening, by the rule %s', (rule) => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01T08:00'],
      ['completed', '2019-07-01T08:30'],
    ]
    expect(seen(shorts, LATER, rule)).toEqual(['green', 0, undefined])
  })

  test.each(RULES)('not by a case that is paused from its start on, by the rule %s', (rule) => {
    for (const at of ['2019-07-01T10:00', '2019-07-01', '2019-07-06', '2019-07-06T10:00']) {
      const shorts: Short[] = [
        ['accepted', at],
        ['paused', at],
      ]
      expect(seen(shorts, '2019-07-09T10:00', rule), at).toEqual(['green', 0, undefined])
    }
  })

  test('and warns from the resume on which a day counts that it is used on, or from the first instant of another', () => {
    const warnsAt = (...shorts: Short[]) => {
      const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
      const file = { id: 'C', rule: 'only', events: eventsOf([TEN, ...shorts]) } as const
      return explain(file, { policy: policyOf({ workingDays: 3 }, { convention }), clock: hall, now: '2019-07-05T10:00' }).warnsAt
    }
    // Monday is the first of three days. The second is Wednesday, on which it resumes, or Tuesday, on which it is paused.
    expect(warnsAt(['paused', '2019-07-01T15:00'], ['resumed', '2019-07-03T11:00'])).toBe('2019-07-03T11:00:00+08:00')
    expect(warnsAt(['paused', '2019-07-02T16:00'], ['resumed', '2019-07-04T11:00'])).toBe('2019-07-02T00:00:00+08:00')
    expect(warnsAt()).toBe('2019-07-02T00:00:00+08:00')
  })

  test('from the opening on where a stage was told to end on that date, which is told as the next change though no stage is open', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T08:00', 'a'],
      ['stage-finished', '2019-07-01', 'a'],
      ['accepted', '2019-07-01'],
    ]
    const told = { zh: '甲', en: 'A' }
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    const terms = { measure: 'union', stages: { a: { titles: told }, b: { titles: told } }, convention } as const
    const found = (now: string) => judgeLimit({ workingDays: 2 }, shorts, now, terms)
    expect(found('2019-07-01T08:59')).toMatchObject({ state: 'paused', light: 'green', nextChangeAt: '2019-07-01T09:00:00+08:00' })
    expect(found('2019-07-01T09:00')).toMatchObject({ state: 'paused', light: 'yellow' })
    expect(found('2019-07-01T09:00').nextChangeAt).toBeUndefined()
  })

  test('where a stage was told to end on the date of the decision, though it begins with the opening', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01'],
      ['stage-started', '2019-07-02T08:00', 'a'],
      ['stage-finished', '2019-07-02', 'a'],
      ['completed', '2019-07-02'],
    ]
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    const terms = { measure: 'union', stages: { a: { titles: { zh: '甲', en: 'A' } } }, convention } as const
    expect(judgeLimit({ workingDays: 2 }, shorts, LATER, terms).used).toEqual({ workingDays: 1 })
  })

  test('not where the case is decided while a stage that has begun anew waits for the opening', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['stage-started', '2019-07-04T10:00', 'a'],
      ['stage-finished', '2019-07-05T17:00', 'a'],
      ['stage-started', '2019-07-06T10:00', 'a'],
    ]
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    const terms = { measure: 'union', stages: { a: { titles: { zh: '甲', en: 'A' } } }, convention } as const
    const usedBy = (now: string, ...more: Short[]) => judgeLimit({ workingDays: 1 }, [...shorts, ...more], now, terms).used?.workingDays
    const at = ['2019-07-06T10:00', '2019-07-08T08:59', '2019-07-08T09:00']
    expect(at.map((now) => usedBy(now))).toEqual([2, 2, 3])
    expect(at.map((now) => usedBy(LATER, ['completed', now]))).toEqual([2, 2, 3])
  })

  test('from the instant of a resume on', () => {
    const shorts: Short[] = [SUNDAY, ['paused', '2019-07-01T08:00'], ['resumed', '2019-07-03T10:00']]
    expect(seen(shorts, '2019-07-03T09:59')).toEqual(['green', 0, undefined])
    expect(seen(shorts, '2019-07-03T10:00')).toEqual(['yellow', 1, '07-04T17:00:00.001'])
  })
})

describe('a start day that is counted, decided during a pause', () => {
  const included = (shorts: readonly Short[]) =>
    judgeLimit(FOUR, shorts, undefined, { convention: { ...conventions['cn-civil-code'], startDay: 'included' } }).used

  // The clock ran from Monday to Wednesday, and on no day after.
  test.each<[string, (day: number) => string]>([
    ['dates alone', (day) => `2019-07-0${day}`],
    ['times', (day) => `2019-07-0${day}T10:00`],
  ])('leaves the day of the decision, told in %s', (_, at) => {
    const shorts: Short[] = [
      ['accepted', at(1)],
      ['paused', at(3)],
      ['completed', at(5)],
    ]
    expect(included(shorts)).toEqual({ workingDays: 3 })
    // A resume recorded on that date tells that it ran on it.
    expect(included([...shorts.slice(0, 2), ['resumed', at(5)], ['completed', '2019-07-05']])).toEqual({ workingDays: 4 })
  })

  test('is used, where all of it is of one date', () => {
    const dates = (['accepted', 'paused', 'completed'] as const).map((type): Short => [type, '2019-07-01'])
    expect(included(dates)).toEqual({ workingDays: 1 })
  })

  test('uses nothing where the pause is from the start on', () => {
    expect(
      included([
        ['accepted', '2019-07-06'],
        ['paused', '2019-07-06'],
        ['completed', '2019-07-08'],
      ]),
    ).toEqual({ workingDays: 0 })
  })
})

test('by any-part, nothing of the day counts at whose midnight a case is closed while no stage is open', () => {
  const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
  const convention = { ...conventions['cn-civil-code'], pausedDay: 'any-part' } as const
  const usedBy = (closed: string) => {
    const asked: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'a'],
      ['stage-finished', '2019-07-02T11:00', 'a'],
      ['rejected', closed],
    ]
    return judgeLimit(FOUR, asked, undefined, { measure: 'union', stages, convention }).used
  }
  // Monday is the start day, and from Tuesday 11:00 on no stage is open.
  expect(['2019-07-04T00:00', '2019-07-04T10:00'].map(usedBy)).toEqual([{ workingDays: 0 }, { workingDays: 0 }])
})

test.each([
  ['included', 3],
  ['excluded', 2],
] as const)('the first day that a calendar knows may be the start date, %s', (startDay, used) => {
  const calendar = createCalendar({ id: 'own', weekend: ['sunday'], notices: [], coverage: { from: '2019-07-01', to: '2019-12-31' } })
  const clock = createClock({ calendar, hours: HALL_HOURS, timeZone: 'Asia/Shanghai' })
  const policy = policyOf(FOUR, { convention: { ...conventions['cn-civil-code'], startDay } })
  const events = eventsOf([TEN, ['completed', '2019-07-03T10:00']])
  expect(assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2019-07-04T09:00' }).used).toEqual({ workingDays: used })
})

test('a stage that starts before the opening and is over on that date takes part of that day alone', () => {
  const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
  const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
  const shorts: Short[] = [
    ['accepted', '2019-07-01T08:00'],
    ['stage-started', '2019-07-01T08:30', 'a'],
    ['stage-finished', '2019-07-01', 'a'],
    ['stage-started', '2019-07-04T10:00', 'b'],
    ['stage-finished', '2019-07-05T10:00', 'b'],
    ['completed', '2019-07-05T11:00'],
  ]
  // Monday of the one; of the other Thursday, as the first of a run, and Friday.
  expect(judgeLimit(FOUR, shorts, undefined, { measure: 'union', stages, convention }).used).toEqual({ workingDays: 3 })
})
