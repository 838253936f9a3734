import {
  assess,
  type CaseEvent,
  type Convention,
  cnLicensing,
  conventions,
  createClock,
  explain,
  type Limit,
  type Policy,
  say,
  type XiaoshanRule,
  xiaoshan2019,
} from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'

/** Explains a case as of its last event, or of a moment after it. */
const explained = (rule: XiaoshanRule, shorts: readonly Short[], now = shorts.at(-1)?.[1] as string) =>
  explain({ id: 'C', rule, events: eventsOf(shorts) }, { policy: xiaoshan2019, clock: hall, now })
const why = (rule: XiaoshanRule, shorts: readonly Short[], now?: string) =>
  explained(rule, shorts, now).days.map(({ date, why, number, minutes }) => [date.slice(5), why, number ?? minutes])

describe('an explanation', () => {
  test('comes with the assessment that assess gives', () => {
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([['accepted', '2019-07-01T10:00']]) } as const
    const options = { policy: xiaoshan2019, clock: hall, now: '2019-07-02T10:00' }
    expect(explain(file, options).assessment).toEqual(assess(file, options))
  })

  test('gives every day from the recorded start to the due date', () => {
    expect(why('water-hookup', [['accepted', '2019-09-27T18:00']])).toEqual([
      ['09-27', 'before-start', undefined],
      ['09-28', 'before-start', undefined],
      ['09-29', 'start-day', undefined],
      ['09-30', 'counted', 1],
      ['10-01', 'day-off', undefined],
      ['10-02', 'day-off', undefined],
      ['10-03', 'day-off', undefined],
      ['10-04', 'day-off', undefined],
      ['10-05', 'day-off', undefined],
      ['10-06', 'day-off', undefined],
      ['10-07', 'day-off', undefined],
      ['10-08', 'counted', 2],
      ['10-09', 'counted', 3],
      ['10-10', 'counted', 4],
    ])
  })

  test('names pauses, and the day that a limit is kept open to', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-03T10:00'],
      ['paused', '2019-07-09T10:00', '现场勘查'],
      ['resumed', '2019-07-11T15:00', '现场勘查'],
    ]
    const { days, turns } = explained('water-hookup', shorts, '2019-07-11T16:00')
    expect(days.slice(-3).map(({ date, why, cause }) => [date, why, cause])).toEqual([
      ['2019-07-09', 'counted', undefined],
      ['2019-07-10', 'not-running', '现场勘查'],
      ['2019-07-11', 'kept-open', undefined],
    ])
    expect(turns).toEqual([
      { kind: 'paused', from: '2019-07-09T10:00:00+08:00', to: '2019-07-11T15:00:00+08:00', cause: '现场勘查' },
      { kind: 'kept-open', from: '2019-07-09', to: '2019-07-11' },
    ])
  })

  test('marks the days after a stop, and those past the due date', () => {
    const early = explained('water-hookup', [
      ['accepted', '2019-07-01T10:00'],
      ['completed', '2019-07-03T10:00'],
    ]).days
    expect(early.map(({ number, isAfterStop }) => [number, isAfterStop])).toEqual([
      [undefined, undefined],
      [1, undefined],
      [2, undefined],
      [3, true],
      [4, true],
    ])
    const late = explained('water-hookup', [
      ['accepted', '2019-07-01T10:00'],
      ['completed', '2019-07-08T10:00'],
    ]).days
    expect(late.at(-1)).toMatchObject({ date: '2019-07-08', number: 5, isOverdue: true })
  })

  describe('proves what was used', () => {
    const daysBy = (limit: Limit, convention: Convention, shorts: readonly Short[], now = '2019-07-20T10:00') => {
      const options = { policy: policyOf(limit, { convention }), clock: hall, now }
      const explanation = explain({ id: 'C', rule: 'only', events: eventsOf(shorts) }, options)
      const days = explanation.days.map(({ date, why, isCounted, isAfterStop }) => [date.slice(5), isCounted ? why : '', isAfterStop ?? false])
      return { days, used: explanation.assessment.used, text: say(explanation, 'en').days }
    }

    test.each<[Limit]>([[{ workingDays: 2 }], [{ calendarDays: 2 }]])('by the date of a stop the day after the due date: %j', (limit) => {
      const { days, used } = daysBy(limit, conventions['cn-hall'], [
        ['accepted', '2019-07-15'],
        ['completed', '2019-07-18'],
      ])
      expect(Object.values(used ?? {})).toEqual([3])
      expect(days).toEqual([
        ['07-15', '', false],
        ['07-16', 'counted', false],
        ['07-17', 'counted', false],
        ['07-18', 'counted', false],
      ])
    })

    test('by the day that a limit is kept open to, where the rule counts it', () => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01T10:00'],
        ['paused', '2019-07-02T16:00'],
        ['resumed', '2019-07-05T08:30'],
      ]
      const convention = { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } as const
      const { days, used, text } = daysBy({ workingDays: 1 }, convention, shorts, '2019-07-05T20:00')
      expect(used).toEqual({ workingDays: 2 })
      expect(days.filter(([, why]) => why)).toEqual([
        ['07-02', 'counted', false],
        ['07-05', 'kept-open', false],
      ])
      expect(text.at(-1)).toContain('counted as working day 2, the limit did not expire while paused, and ends with this day')
    })

    test('but not by a day off that a limit is kept open to', () => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01T10:00'],
        ['paused', '2019-07-02T16:00'],
        ['resumed', '2019-07-06T10:00'],
      ]
      const convention = { ...conventions['cn-civil-code'], pausedDay: 'whole-day' } as const
      const { days, used } = daysBy({ workingDays: 1 }, convention, shorts, '2019-07-07T10:00')
      expect(used).toEqual({ workingDays: 1 })
      expect(days.filter(([, why]) => why)).toEqual([['07-02', 'counted', false]])
    })

    // The last of two dates is Wednesday 3 July, on which it is paused; it ends on the day of the resume, of which nothing counts.
    test('by no date that a limit of dates is kept open to', () => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01T10:00'],
        ['paused', '2019-07-03T10:00'],
        ['resumed', '2019-07-05T10:00'],
      ]
      const { days, used, text } = daysBy({ calendarDays: 2 }, conventions['cn-civil-code'], shorts, '2019-07-05T20:00')
      expect(used).toEqual({ calendarDays: 2 })
      expect(days.map(([day, why]) => [day, why])).toEqual([
        ['07-01', ''],
        ['07-02', 'counted'],
        ['07-03', 'counted'],
        ['07-04', ''],
        ['07-05', ''],
      ])
      expect(text.at(-1)).toContain('the limit did not expire while paused, and ends with this day')
    })

    test('as far as a stop that is a date alone, and beyond as if the case had gone on', () => {
      const dates: Short[] = [
        ['accepted', '2019-07-15'],
        ['completed', '2019-07-17'],
      ]
      const { days, used } = daysBy({ workingDays: 5 }, conventions['cn-hall'], dates)
      expect(used).toEqual({ workingDays: 2 })
      expect(days.map(([day, , isAfterStop]) => [day, isAfterStop])).toEqual([
        ['07-15', false],
        ['07-16', false],
        ['07-17', false],
        ['07-18', true],
        ['07-19', true],
        ['07-20', true],
        ['07-21', true],
        ['07-22', true],
      ])
    })

    test('without the day of a stop that ended a pause, which counts only as if the case had gone on', () => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01T10:00'],
        ['paused', '2019-07-03T10:00'],
        ['completed', '2019-07-05T10:00'],
      ]
      const { days, used } = daysBy({ workingDays: 5 }, { ...conventions['cn-civil-code'], startDay: 'included' }, shorts)
      expect(used).toEqual({ workingDays: 3 })
      expect(days.slice(2, 6)).toEqual([
        ['07-03', 'counted', false],
        ['07-04', '', false],
        ['07-05', 'counted', true],
        ['07-06', '', true],
      ])
    })
  })

  test('of an overdue case goes on to the present, which proves what it has used', () => {
    const { days, assessment } = explained('water-hookup', [['accepted', '2019-07-01T10:00']], '2019-07-09T10:00')
    expect(days.at(-1)).toMatchObject({ date: '2019-07-09', number: 6, isOverdue: true })
    expect(assessment.used).toEqual({ workingDays: 6 })
  })

  test('rolls calendar days over a holiday', () => {
    const { days, turns } = explained('investment-project', [['accepted', '2019-07-03T10:00']], '2019-07-04T09:00')
    expect(days.filter(({ isCounted }) => isCounted)).toHaveLength(90)
    expect(days.slice(-8).map(({ why }) => why)).toEqual(['counted', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled'])
    expect(turns).toEqual([{ kind: 'rolled', from: '2019-10-01', to: '2019-10-08' }])
  })

  test('counts the dates that have passed after the last day of a limit, which proves what is used', () => {
    const file = { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2021-07-05T10:00' }] } as const
    const policy = policyOf({ calendarDays: 5 }, { convention: 'cn-civil-code' })
    const explanation = explain(file, { policy, clock: hall, now: '2021-07-14T10:00' })
    expect(explanation.days.slice(5).map(({ date, why, number, isOverdue }) => [date, why, number, isOverdue])).toEqual([
      ['2021-07-10', 'counted', 5, undefined],
      ['2021-07-11', 'rolled', 6, undefined],
      ['2021-07-12', 'rolled', 7, undefined],
      ['2021-07-13', 'counted', 8, true],
      ['2021-07-14', 'counted', 9, true],
    ])
    expect(explanation.assessment.used).toEqual({ calendarDays: 9 })
    expect(say(explanation, 'zh').days.slice(6)).toEqual([
      '2021年7月11日 周日 周末，计第6日，期限届满之日为休息日，顺延',
      '2021年7月12日 周一 工作日，计第7日，顺延至本日届满（《民法典》第二百零三条第一款）',
      '2021年7月13日 周二 工作日，计第8日，已过期限',
      '2021年7月14日 周三 工作日，计第9日，已过期限',
    ])
    expect(say(explanation, 'en').days[6]).toBe('Sun 2021-07-11: weekend, counted as day 6, the period is carried over a day off')
  })

  test('tells the minutes of each day for limits of time, of two stages at once twice', () => {
    expect(
      why(
        'business-setup',
        [
          ['stage-started', '2019-05-06T16:00', 'seal'],
          ['stage-started', '2019-05-06T16:00', 'bank-account'],
        ],
        '2019-05-06T16:30',
      ),
    ).toEqual([
      ['05-06', 'counted', 120],
      ['05-07', 'counted', 360],
    ])
  })

  test('tells days off, pauses and days without open time apart, for limits of time', () => {
    const shorts: Short[] = [
      ['received', '2019-07-04T08:00'],
      ['paused', '2019-07-04T09:10'],
      ['resumed', '2019-07-05T17:30'],
    ]
    expect(why('sixty-minute-certificate', shorts, '2019-07-06T10:00')).toEqual([
      ['07-04', 'counted', 10],
      ['07-05', 'unopened', undefined],
      ['07-06', 'day-off', undefined],
      ['07-07', 'day-off', undefined],
      ['07-08', 'counted', 50],
    ])
    const weekend = explained(
      'sixty-minute-certificate',
      [
        ['received', '2019-07-06T10:00'],
        ['paused', '2019-07-08T09:10'],
      ],
      '2019-07-09T10:00',
    ).days
    expect(weekend.map(({ why }) => why)).toEqual(['before-start', 'before-start', 'counted', 'not-running'])
    expect(weekend[3]).not.toHaveProperty('cause')
  })

  test('of a paused case ends with the present, and one without a clock has no days', () => {
    expect(
      explained(
        'water-hookup',
        [
          ['accepted', '2019-07-01T10:00'],
          ['paused', '2019-07-02T10:00'],
        ],
        '2019-07-04T10:00',
      ).days.at(-1)?.date,
    ).toBe('2019-07-04')
    expect(explained('water-hookup', [['received', '2019-07-01T10:00']]).days).toEqual([])
  })

  test.each<Limit>([{ workingMinutes: 0 }, { minutes: 0 }])(
    'of a limit of no time says that none has passed, and nothing of a last day: %j',
    (limit) => {
      const file = { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2021-07-01T10:00' }] } as const
      const policy = policyOf(limit, { convention: 'cn-civil-code' })
      const explanation = explain(file, { policy, clock: hall, now: '2021-07-01T10:00' })
      expect(explanation.days.map(({ date, why }) => [date, why])).toEqual([['2021-07-01', 'unopened']])
      expect(say(explanation, 'en').notes).toEqual([])
    },
  )

  test('of dates that are paused ends with a day on which the clock stood still', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-03'],
      ['paused', '2019-07-05'],
    ]
    expect(why('investment-project', shorts, '2019-07-08T09:00').at(-1)).toEqual(['07-08', 'not-running', undefined])
  })

  test('of a case of a set tells no due date, and ends with its stop', () => {
    const shorts: Short[] = [
      ['received', '2019-09-02T10:00'],
      ['completed', '2019-09-04T10:00'],
    ]
    const { days } = explained('complaint-handling', shorts, '2019-12-01T10:00')
    expect(days.map(({ date, why }) => [date, why])).toEqual([
      ['2019-09-02', 'start-day'],
      ['2019-09-03', 'counted'],
      ['2019-09-04', 'counted'],
    ])
  })
})

describe('the sessions of an explanation', () => {
  const business: Short[] = [
    ['stage-started', '2019-07-03T08:00', 'seal'],
    ['stage-started', '2019-07-03T11:00', 'bank-account'],
    ['stage-finished', '2019-07-03T15:00', 'bank-account'],
    ['stage-finished', '2019-07-04T10:00', 'seal'],
    ['completed', '2019-07-04T10:00'],
  ]

  test('are cut to the runs and to the due instant, and count a sum of two open stages twice', () => {
    const { days, assessment } = explained('business-setup', business)
    const told = days.flatMap(({ date, sessions = [] }) =>
      sessions.map(({ opensAt, closesAt, minutes, total, stagesAtOnce, isOverdue }) =>
        [date.slice(8), opensAt.slice(11, 16), closesAt.slice(11, 16), minutes, total, stagesAtOnce ?? '', isOverdue ? 'overdue' : '']
          .join(' ')
          .trim(),
      ),
    )
    expect(told).toEqual([
      '03 09:00 11:00 120 120',
      '03 11:00 12:00 120 240 2',
      '03 13:30 15:00 180 420 2',
      '03 15:00 16:00 60 480',
      '03 16:00 17:00 60 540  overdue',
      '04 09:00 10:00 60 600  overdue',
    ])
    expect([assessment.dueAt, assessment.used]).toEqual(['2019-07-03T16:00:00+08:00', { workingHours: 10 }])
  })

  test('are told apart by whether they have been used', () => {
    const { days, assessment } = explained('sixty-minute-certificate', [['received', '2019-07-04T11:30']], '2019-07-04T11:40')
    expect(days.flatMap(({ sessions = [] }) => sessions)).toEqual([
      { opensAt: '2019-07-04T11:30:00+08:00', closesAt: '2019-07-04T11:40:00+08:00', minutes: 10, total: 10 },
      { opensAt: '2019-07-04T11:40:00+08:00', closesAt: '2019-07-04T12:00:00+08:00', minutes: 20, total: 30, isAhead: true },
      { opensAt: '2019-07-04T13:30:00+08:00', closesAt: '2019-07-04T14:00:00+08:00', minutes: 30, total: 60, isAhead: true },
    ])
    expect(assessment.used).toEqual({ workingMinutes: 10 })
  })

  test('of a night stand under both its dates', () => {
    const clock = createClock({ ...hall, hours: { workday: ['22:00-06:00'] } })
    const file = { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2019-07-05T23:00' }] } as const
    const { days } = explain(file, { policy: policyOf({ workingHours: 4 }), clock, now: '2019-07-05T23:30' })
    expect(days.map(({ date, kind, minutes, sessions = [] }) => [date, kind, minutes, sessions.length])).toEqual([
      ['2019-07-05', 'workday', 60, 2],
      ['2019-07-06', 'weekend', 180, 1],
    ])
  })

  test('of a limit by the clock are any time of the day', () => {
    const file = { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2019-07-05T23:00' }] } as const
    const { days } = explain(file, { policy: policyOf({ hours: 30 }), clock: hall, now: '2019-07-05T23:00' })
    expect(days.map(({ minutes, why }) => [minutes, why])).toEqual([
      [60, 'counted'],
      [1_440, 'counted'],
      [300, 'counted'],
    ])
  })
})

describe('the turns of an explanation', () => {
  const licence = (events: readonly CaseEvent<never>[], now: string, policy: Policy<'only'> = licensing) =>
    explain({ id: 'C', rule: 'only', events: events as readonly CaseEvent[] }, { policy, clock: hall, now })
  const ground = { zh: '《甲法》第一条', en: 'Law A art. 1' }
  const licensing = policyOf(
    { workingDays: 10 },
    {
      convention: 'cn-civil-code',
      correction: 'restart',
      extension: { by: { workingDays: 5 }, times: 1 },
      deemedAcceptance: { workingDays: 5 },
      grounds: { extension: ground },
    },
  )

  test('tell of an extension that was granted and of none that was not, with its ground', () => {
    const { turns, grounds, assessment } = licence(
      [
        { type: 'accepted', at: '2021-07-01T10:00' },
        { type: 'extended', at: '2021-07-05T10:00', by: { workingDays: 3 }, reason: '甲' },
        { type: 'extended', at: '2021-07-06T10:00', by: { workingDays: 3 } },
      ],
      '2021-07-07T10:00',
    )
    expect(turns).toEqual([{ kind: 'extended', from: '2021-07-05T10:00:00+08:00', by: { workingDays: 3 }, reason: '甲' }])
    expect([grounds.extension, assessment.limit]).toEqual([ground, { workingDays: 13 }])
  })

  test('tell of papers that count as accepted, and of a start that moved', () => {
    const { turns } = licence([{ type: 'received', at: '2021-07-02T18:00' }], '2021-08-02T10:00')
    expect(turns.slice(0, 2)).toEqual([
      { kind: 'deemed-accepted', from: '2021-07-02T18:00:00+08:00' },
      { kind: 'start-moved', from: '2021-07-02T18:00:00+08:00', to: '2021-07-05T09:00:00+08:00' },
    ])
  })

  test('tell of a correction that starts the clock anew, and of no pause before it', () => {
    const { turns, days } = licence(
      [
        { type: 'accepted', at: '2021-07-01T10:00' },
        { type: 'paused', at: '2021-07-02T10:00' },
        { type: 'resumed', at: '2021-07-02T11:00' },
        { type: 'correction-requested', at: '2021-07-05T10:00' },
        { type: 'corrected', at: '2021-07-07T10:00' },
      ],
      '2021-07-07T10:00',
    )
    expect(turns).toEqual([{ kind: 'corrected', from: '2021-07-05T10:00:00+08:00', to: '2021-07-07T10:00:00+08:00', isRestart: true }])
    expect(days[0]).toMatchObject({ date: '2021-07-07', why: 'start-day' })
  })

  test('tell of a correction asked for too late as of a pause', () => {
    const { turns } = licence(
      [
        { type: 'accepted', at: '2021-07-01T10:00' },
        { type: 'correction-requested', at: '2021-07-19T10:00' },
        { type: 'corrected', at: '2021-07-20T10:00' },
      ],
      '2021-07-20T10:00',
    )
    expect(turns).toEqual([{ kind: 'corrected', from: '2021-07-19T10:00:00+08:00', to: '2021-07-20T10:00:00+08:00' }])
  })
})

describe('the warning of an explanation', () => {
  const accepted: Short = ['accepted', '2019-07-01T10:00']

  test.each<[string, XiaoshanRule, Short[], string | undefined]>([
    ['the day that leaves one working day', 'water-hookup', [accepted], '2019-07-04T00:00:00+08:00'],
    ['the same day in a case that has stopped', 'water-hookup', [accepted, ['completed', '2019-07-02T10:00']], '2019-07-04T00:00:00+08:00'],
    ['the last quarter of sixty minutes', 'sixty-minute-certificate', [['received', '2019-07-01T11:30']], '2019-07-01T13:45:00+08:00'],
    ['nothing while the clock stands still', 'water-hookup', [accepted, ['paused', '2019-07-02T10:00']], undefined],
    ['nothing in a case of a set', 'power-small-business', [accepted], undefined],
  ])('is of %s', (_, rule, shorts, at) => expect(explained(rule, shorts).warnsAt).toBe(at))
})

test('the stages of an explanation stand with their times, and without an end while they are open', () => {
  const { stageSpans } = explained('business-setup', [
    ['stage-started', '2019-07-03T11:00', 'seal'],
    ['stage-started', '2019-07-03T11:30', 'bank-account'],
    ['stage-finished', '2019-07-03T14:00', 'seal'],
  ])
  expect(stageSpans).toEqual([
    { stage: 'seal', from: '2019-07-03T11:00:00+08:00', to: '2019-07-03T14:00:00+08:00' },
    { stage: 'bank-account', from: '2019-07-03T11:30:00+08:00' },
  ])
})

describe('what an explanation rests on', () => {
  test('is the law in force on the day of the start, and none for a convention without a name', () => {
    const startedOn = (date: string, convention?: Policy['convention']) => {
      const policy = policyOf({ workingDays: 1 }, convention ? { convention } : {})
      return explain({ id: 'C', rule: 'only', events: [{ type: 'accepted', at: date }] }, { policy, clock: hall, now: '2021-07-01T10:00' }).grounds
    }
    expect(startedOn('2020-12-31', 'cn-civil-code').startDay?.zh).toBe('《民法总则》第二百零一条第一款')
    expect(startedOn('2021-01-04', 'cn-civil-code').startDay?.zh).toBe('《民法典》第二百零一条第一款')
    expect(startedOn('2021-01-04')).toEqual({})
  })

  test('comes with the names of the causes, the stages and the occasions', () => {
    const events = [
      { type: 'accepted', at: '2021-09-16T10:00' },
      { type: 'paused', at: '2021-09-17T10:00', cause: 'hearing' },
      { type: 'resumed', at: '2021-09-23T10:00' },
    ] as const
    const explanation = explain({ id: 'C', rule: 'ordinary-licence', events }, { policy: cnLicensing, clock: hall, now: '2021-09-24T10:00' })
    expect(explanation.causes).toEqual({
      hearing: { titles: { zh: '听证', en: 'Hearing' }, ground: { zh: '《行政许可法》第四十五条', en: 'Administrative Licensing Law art. 45' } },
    })
    expect(explanation.occasions).toEqual({ 中秋节: 'Mid-Autumn Festival', 国庆节: 'National Day' })
    expect(explained('business-setup', [['stage-started', '2019-07-03T08:00', 'seal']]).stages.seal?.en).toBe('Seal engraving')
  })

  test('is plain data', () => {
    const explanation = explained('business-setup', [['stage-started', '2019-07-03T08:00', 'seal']], '2019-07-09T10:00')
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  })
})
