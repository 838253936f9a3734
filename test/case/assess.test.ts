import { type Assessment, assess, type Convention, cn, conventions, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judge, judgeLimit, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

/** Monday 2019-07-01 10:00; four working days end on Friday 07-05. */
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const water = (shorts: readonly Short[], now?: string) => judge('water-hookup', [ACCEPTED, ...shorts], now)
const pick = (assessment: Assessment, ...keys: (keyof Assessment)[]) => Object.fromEntries(keys.map((key) => [key, assessment[key]]))

describe('a limit of working days', () => {
  test('the example of the README is early', () => {
    const events = eventsOf([
      ['accepted', '2019-07-01T09:12+08:00'],
      ['completed', '2019-07-04T16:00+08:00'],
    ])
    const promised = {
      state: 'completed',
      outcome: 'early',
      light: 'green',
      limit: { workingDays: 4 },
      startsAt: '2019-07-01T09:12:00+08:00',
      stoppedAt: '2019-07-04T16:00:00+08:00',
      lastCountedDay: '2019-07-05',
      dueDate: '2019-07-05',
      dueAt: '2019-07-05T17:00:00+08:00',
      certainty: 'published',
      used: { workingDays: 3 },
      remaining: { workingDays: 1 },
    }
    expect(
      assess(
        { id: 'A-1', rule: 'water-hookup', events, materials: 2, steps: 3 },
        { policy: xiaoshan2019, clock: hall, now: '2019-07-10T09:00+08:00' },
      ),
    ).toEqual({
      id: 'A-1',
      rule: 'water-hookup',
      ...promised,
      binding: 'promised',
      limits: [{ kind: 'promised', ...promised }],
      caps: { materials: { allowed: 1, actual: 2, isKept: false }, steps: { allowed: 3, actual: 3, isKept: true } },
      findings: [],
      basis: {
        policy: 'xiaoshan-2019',
        status: 'draft',
        version: '2019-07-01',
        calendar: 'cn',
        edition: cn.edition,
        hours: { workday: ['09:00-12:00', '13:30-17:00'] },
        timeZone: 'Asia/Shanghai',
        convention: 'cn-civil-code',
        now: '2019-07-10T09:00:00+08:00',
        library: expect.stringMatching(/^\d+\.\d+\.\d+/),
      },
    })
  })

  test.each([
    ['2019-07-04T23:59', 'early'],
    ['2019-07-05T00:00', 'on-time'],
  ])('completed at %s is %s', (at, outcome) => {
    expect(water([['completed', at]]).outcome).toBe(outcome)
  })

  test.each([
    ['2019-07-01T10:00', 0, 'open', 'green'],
    ['2019-07-03T12:00', 2, 'open', 'green'],
    ['2019-07-04T09:00', 3, 'open', 'yellow'],
    ['2019-07-05T17:00', 4, 'open', 'yellow'],
    ['2019-07-05T17:00:00.001', 4, 'overdue', 'red'],
    ['2019-07-08T09:00', 5, 'overdue', 'red'],
  ])('open at %s it has used %i days and is %s, %s', (now, days, outcome, light) => {
    expect(pick(water([], now), 'state', 'used', 'remaining', 'outcome', 'light')).toEqual({
      state: 'running',
      used: { workingDays: days },
      remaining: { workingDays: 4 - days },
      outcome,
      light,
    })
  })

  test('a start after closing moves to the next opening, and with it the rule that is in force', () => {
    const started = judge('water-hookup', [['accepted', '2019-06-28T17:00']])
    expect(pick(started, 'startsAt', 'dueAt')).toEqual({ startsAt: '2019-07-01T09:00:00+08:00', dueAt: '2019-07-05T17:00:00+08:00' })
  })

  test('a case from before the rule is exempt, with the reason', () => {
    const exempt = judge('water-hookup', [
      ['accepted', '2019-06-28T16:59'],
      ['completed', '2019-07-20T10:00'],
    ])
    expect(pick(exempt, 'state', 'outcome', 'reason', 'light', 'dueAt')).toEqual({
      state: 'completed',
      outcome: 'exempt',
      reason: 'before-first-version',
      light: 'none',
      dueAt: undefined,
    })
    expect(exempt.basis.version).toBeUndefined()
  })

  test('a version that has ended, or a gap between two, is exempt as well', () => {
    const versions = (from: string, to?: string) => ({ ...policyOf({ workingDays: 4 }).rules.only.versions[0], from, to })
    const policy = {
      ...policyOf({ workingDays: 4 }),
      rules: {
        only: { ...policyOf({ workingDays: 4 }).rules.only, versions: [versions('2019-01-01', '2019-03-31'), versions('2019-07-01', '2019-07-31')] },
      },
    }
    const reasonAt = (at: string) =>
      assess({ id: 'C', rule: 'only', events: eventsOf([['accepted', at]]) }, { policy: policy as never, clock: hall, now: '2020-01-02T09:00' })
        .reason
    expect(['2018-12-03', '2019-05-06', '2019-08-01', '2019-07-31'].map((day) => reasonAt(`${day}T10:00`))).toEqual([
      'before-first-version',
      'between-versions',
      'after-last-version',
      undefined,
    ])
  })

  test('counts dates without a time by date', () => {
    const events: Short[] = [
      ['accepted', '2019-06-30'],
      ['paused', '2019-07-03', 'survey'],
      ['resumed', '2019-07-10', 'survey'],
    ]
    const start = judge('water-hookup', events.slice(0, 1), '2019-07-02T09:00')
    expect(pick(start, 'startsAt', 'dueDate')).toEqual({ startsAt: '2019-07-01', dueDate: '2019-07-05' })
    const done = (date: string) => pick(judge('water-hookup', [...events, ['completed', date]]), 'used', 'dueDate', 'outcome')
    // 07-02 and 07-03 count, then from the day after the resume: 07-11 and 07-12.
    expect(done('2019-07-11')).toEqual({ used: { workingDays: 3 }, dueDate: '2019-07-12', outcome: 'early' })
    expect(done('2019-07-12')).toEqual({ used: { workingDays: 4 }, dueDate: '2019-07-12', outcome: 'on-time' })
    expect(done('2019-07-13')).toEqual({ used: { workingDays: 4 }, dueDate: '2019-07-12', outcome: 'late' })
  })

  test('stopped on the date it started uses that day where the start day is counted, as with times', () => {
    // Friday 2019-09-20 is a working day; the working days in [09-20, 09-20] are one.
    const usedIn = (accepted: string, completed: string, startDay: Convention['startDay']) =>
      judgeLimit(
        { workingDays: 4 },
        [
          ['accepted', accepted],
          ['completed', completed],
        ],
        LATER,
        { convention: { ...conventions['cn-civil-code'], startDay } },
      ).used
    const MOMENTS = [
      ['2019-09-20T10:00', '2019-09-20T15:00'],
      ['2019-09-20', '2019-09-20'],
      ['2019-09-20T10:00', '2019-09-20'],
      ['2019-09-20', '2019-09-20T15:00'],
    ] as const
    for (const [accepted, completed] of MOMENTS) {
      expect(usedIn(accepted, completed, 'included')).toEqual({ workingDays: 1 })
      expect(usedIn(accepted, completed, 'excluded')).toEqual({ workingDays: 0 })
    }
  })

  test('a date may stand on the same day as an instant, before or after it', () => {
    const outcome = water([['completed', '2019-07-01']]).outcome
    expect(outcome).toBe('early')
    expect(
      judge('water-hookup', [
        ['accepted', '2019-07-01'],
        ['completed', '2019-07-01T08:00'],
      ]).used,
    ).toEqual({ workingDays: 0 })
  })
})

describe('a pause', () => {
  test.each([
    ['on Saturday', '2019-07-20T10:00', '2019-07-20', '2019-07-21T00:00:00+08:00'],
    ['after closing', '2019-07-25T17:20', '2019-07-25', '2019-07-26T00:00:00+08:00'],
    ['at closing', '2019-07-25T17:00', '2019-07-25', '2019-07-25T17:00:00+08:00'],
  ])('on the last day that resumes %s keeps the limit open to the end of that day', (_, at, dueDate, dueAt) => {
    const shorts: Short[] = [
      ['paused', '2019-07-05T10:00'],
      ['resumed', at],
    ]
    expect(water(shorts, at)).toMatchObject({ lastCountedDay: '2019-07-05', dueDate, dueAt, used: { workingDays: 4 } })
    const next = water([...shorts, ['completed', '2019-07-29T09:00']])
    expect(next.outcome).toBe('late')
    expect(next.used?.workingDays).toBeGreaterThan(4)
  })

  test('that begins again before the end of the day it resumed keeps the limit open once more', () => {
    const shorts: Short[] = [
      ['paused', '2019-07-05T10:00'],
      ['resumed', '2019-07-09T10:00'],
      ['paused', '2019-07-09T11:00'],
      ['resumed', '2019-07-11T10:00'],
    ]
    expect(water(shorts, '2019-07-11T11:00').dueAt).toBe('2019-07-11T17:00:00+08:00')
  })

  test('while it lasts there is no deadline, but the one of a resume now', () => {
    const paused = water([['paused', '2019-07-03T10:00', 'survey']], '2019-07-20T10:00')
    expect(pick(paused, 'state', 'outcome', 'light', 'dueAt', 'used', 'remaining', 'ifResumedNow')).toEqual({
      state: 'paused',
      outcome: 'open',
      light: 'green',
      dueAt: undefined,
      used: { workingDays: 2 },
      remaining: { workingDays: 2 },
      // Saturday 07-20 is not moved; Monday and Tuesday count.
      ifResumedNow: { dueDate: '2019-07-23', dueAt: '2019-07-23T17:00:00+08:00' },
    })
  })

  test('of several causes takes out its time once', () => {
    const shorts: Short[] = [
      ['paused', '2019-07-02T10:00', 'a'],
      ['paused', '2019-07-03T10:00', 'b'],
      ['resumed', '2019-07-04T10:00', 'a'],
      ['resumed', '2019-07-08T10:00', 'b'],
      ['completed', '2019-07-10T10:00'],
    ]
    // 07-02 counts, then 07-09 and 07-10.
    expect(pick(water(shorts), 'used', 'dueDate')).toEqual({ used: { workingDays: 3 }, dueDate: '2019-07-11' })
  })

  test('that is open when the case is decided ends there', () => {
    const decided = water([
      ['paused', '2019-07-03T10:00'],
      ['completed', '2019-07-30T10:00'],
    ])
    expect(pick(decided, 'used', 'dueDate', 'outcome')).toEqual({ used: { workingDays: 2 }, dueDate: '2019-08-01', outcome: 'early' })
  })

  test('at the very start leaves the months corresponding to the start', () => {
    const shorts: Short[] = [
      ['accepted', '2019-01-31T10:00'],
      ['paused', '2019-01-31T10:00'],
      ['resumed', '2019-02-02T10:00'],
    ]
    // 02-28, moved by two days to Saturday 03-02, rolled to Monday.
    expect(judgeLimit({ months: 1 }, shorts, '2019-02-03T09:00').dueDate).toBe('2019-03-04')
  })

  test('moves the end of calendar days by its days, then the end is rolled', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['paused', '2019-07-05T10:00'],
      ['resumed', '2019-07-09T10:00'],
      ['completed', '2019-07-12T10:00'],
    ]
    // 07-11 moved by 4 days to Monday 07-15; 4 + 3 days used.
    expect(pick(judgeLimit({ calendarDays: 10 }, shorts), 'dueDate', 'used', 'remaining', 'outcome')).toEqual({
      dueDate: '2019-07-15',
      used: { calendarDays: 7 },
      remaining: { calendarDays: 3 },
      outcome: 'early',
    })
  })

  test('that begins after the end of calendar days no longer moves it', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['paused', '2019-07-12T10:00'],
      ['resumed', '2019-07-20T10:00'],
      ['completed', '2019-07-22T10:00'],
    ]
    expect(pick(judgeLimit({ calendarDays: 10 }, shorts), 'dueDate', 'outcome')).toEqual({ dueDate: '2019-07-11', outcome: 'late' })
  })

  test('stops working time to the minute', () => {
    const shorts: Short[] = [
      ['accepted', '2019-05-06T10:00'],
      ['paused', '2019-05-06T11:00'],
      ['resumed', '2019-05-07T11:00'],
      ['completed', '2019-05-07T12:00'],
    ]
    expect(pick(judgeLimit({ workingMinutes: 120 }, shorts), 'used', 'dueAt', 'outcome')).toEqual({
      used: { workingMinutes: 120 },
      dueAt: '2019-05-07T12:00:00+08:00',
      outcome: 'on-time',
    })
  })
})

describe('the days that a pause takes out', () => {
  const usedBy = (pausedDay: Convention['pausedDay'], shorts: readonly Short[]) =>
    judgeLimit({ workingDays: 10 }, [['accepted', '2019-07-01'], ...shorts], '2019-07-31T09:00', {
      convention: { ...conventions['cn-hall'], pausedDay },
    }).used?.workingDays

  // Monday 2019-07-01, so that to Friday 07-12 there are nine days after it.
  test.each<[string, Short[], number, number, number]>([
    [
      'from morning to morning',
      [
        ['paused', '2019-07-03T10:00'],
        ['resumed', '2019-07-05T10:00'],
      ],
      7,
      6,
      8,
    ],
    [
      'over one whole day with its closing',
      [
        ['paused', '2019-07-03T09:00'],
        ['resumed', '2019-07-03T17:00'],
      ],
      9,
      8,
      8,
    ],
    [
      'in two parts with nothing but lunch between',
      [
        ['paused', '2019-07-03T08:00'],
        ['resumed', '2019-07-03T12:00'],
        ['paused', '2019-07-03T13:30'],
        ['resumed', '2019-07-03T18:00'],
      ],
      9,
      8,
      8,
    ],
    [
      'over a weekend',
      [
        ['paused', '2019-07-05T17:00'],
        ['resumed', '2019-07-08T09:00'],
      ],
      8,
      7,
      9,
    ],
    [
      'in the night, which belongs to two days',
      [
        ['paused', '2019-07-03T18:00'],
        ['resumed', '2019-07-04T08:00'],
      ],
      8,
      7,
      9,
    ],
    [
      'from a date to a date, of which some part was worked',
      [
        ['paused', '2019-07-03'],
        ['resumed', '2019-07-05'],
      ],
      7,
      6,
      8,
    ],
    [
      'on one date',
      [
        ['paused', '2019-07-03'],
        ['resumed', '2019-07-03'],
      ],
      9,
      9,
      9,
    ],
  ])('%s: by each rule', (_, shorts, after, any, whole) => {
    const stopped: Short[] = [...shorts, ['completed', '2019-07-12T16:00']]
    const used = (['after-pause-day', 'any-part', 'whole-day'] as const).map((rule) => usedBy(rule, stopped))
    expect(used).toEqual([after, any, whole])
  })

  test('are those after the day it begins, for limits of dates: other rules are refused', () => {
    const convention = { ...conventions['cn-civil-code'], pausedDay: 'any-part' } as const
    for (const limit of [{ calendarDays: 5 }, { months: 1 }, { years: 1 }]) {
      const refused = errorOf(() => judgeLimit(limit, [['accepted', '2019-07-01']], '2019-07-02T19:00', { convention }))
      expect(refused).toMatchObject({ code: 'choice-unknown', path: 'convention.pausedDay', facts: { allowed: ['after-pause-day'] } })
    }
    expect(judgeLimit({ workingMinutes: 60 }, [['accepted', '2019-07-01T10:00']], '2019-07-02T19:00', { convention }).outcome).toBe('overdue')
  })
})

describe('the clock of a rule', () => {
  test('waits until its start event', () => {
    const waiting = judge('water-hookup', [['received', '2019-07-01T10:00']])
    expect(pick(waiting, 'state', 'outcome', 'light', 'dueAt')).toEqual({ state: 'waiting', outcome: 'open', light: 'none', dueAt: undefined })
  })

  test('may run from receipt to delivery, lunch left out', () => {
    const shorts: Short[] = [
      ['received', '2019-07-01T11:30'],
      ['accepted', '2019-07-01T11:40'],
      ['completed', '2019-07-01T13:50'],
    ]
    const open = judge('sixty-minute-certificate', shorts, '2019-07-01T13:55')
    expect(pick(open, 'state', 'outcome', 'light', 'dueAt', 'remaining')).toEqual({
      state: 'running',
      outcome: 'open',
      light: 'yellow',
      dueAt: '2019-07-01T14:00:00+08:00',
      remaining: { workingMinutes: 5 },
    })
    expect(judge('sixty-minute-certificate', [...shorts, ['delivered', '2019-07-01T14:00']]).outcome).toBe('on-time')
    expect(judge('sixty-minute-certificate', [...shorts, ['delivered', '2019-07-01T13:59:59.999']]).outcome).toBe('early')
    expect(judge('sixty-minute-certificate', [...shorts, ['delivered', '2019-07-01T14:00:00.001']]).outcome).toBe('late')
  })

  test('does not mind what follows its stop', () => {
    expect(
      water([
        ['completed', '2019-07-04T16:00'],
        ['delivered', '2019-07-09T10:00'],
      ]).outcome,
    ).toBe('early')
  })

  test('withdrawn in time is exempt, withdrawn too late is late', () => {
    expect(pick(water([['withdrawn', '2019-07-05T17:00']]), 'state', 'outcome', 'reason', 'light')).toEqual({
      state: 'closed',
      outcome: 'exempt',
      reason: 'closed-in-time',
      light: 'none',
    })
    expect(pick(water([['withdrawn', '2019-07-08T09:00']]), 'state', 'outcome', 'light')).toEqual({ state: 'closed', outcome: 'late', light: 'red' })
    expect(
      pick(
        judge('water-hookup', [
          ['received', '2019-07-01'],
          ['withdrawn', '2019-07-02'],
        ]),
        'state',
        'outcome',
        'reason',
      ),
    ).toEqual({
      state: 'closed',
      outcome: 'exempt',
      reason: 'closed-in-time',
    })
  })

  test('leaves out what lies after now, and says so', () => {
    const asked = water([['completed', '2019-07-04T16:00']], '2019-07-03T10:00')
    expect(pick(asked, 'state', 'outcome', 'findings')).toEqual({
      state: 'running',
      outcome: 'open',
      findings: [{ code: 'event-after-now', index: 1 }],
    })
    expect(water([['completed', '2019-07-04']], '2019-07-04T08:00').state).toBe('completed')
  })

  test('leaves out what follows an event after now, though it is a date of today', () => {
    // At 10:00 of Thursday 07-04 the decision of 18:00 is still to come, and with it the handing over of that date. Three days
    // after Monday 07-01 are used of four.
    const events: Short[] = [
      ['completed', '2019-07-04T18:00'],
      ['delivered', '2019-07-04'],
    ]
    expect(water(events, '2019-07-04T10:00')).toMatchObject({
      state: 'running',
      outcome: 'open',
      used: { workingDays: 3 },
      findings: [
        { code: 'event-after-now', index: 1 },
        { code: 'event-after-now', index: 2 },
      ],
    })
  })

  test('follows the convention of the policy', () => {
    const shorts: Short[] = [ACCEPTED, ['completed', '2019-07-05T23:00']]
    expect(judgeLimit({ workingDays: 4 }, shorts, undefined, { convention: 'cn-hall' })).toMatchObject({
      outcome: 'on-time',
      dueAt: '2019-07-06T00:00:00+08:00',
      dueDate: '2019-07-05',
    })
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    expect(judgeLimit({ workingDays: 4 }, shorts, undefined, { convention })).toMatchObject({
      outcome: 'late',
      dueDate: '2019-07-04',
      used: { workingDays: 5 },
    })
  })

  test('under cn-hall, a limit kept open by a pause ends at 24:00 of the day it resumes', () => {
    const shorts: Short[] = [ACCEPTED, ['paused', '2019-07-05T10:00'], ['resumed', '2019-07-25T00:00']]
    expect(judgeLimit({ workingDays: 4 }, shorts, '2019-07-25T10:00', { convention: 'cn-hall' }).dueDate).toBe('2019-07-25')
  })

  test('round the clock counts nights', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-05T16:00'],
      ['completed', '2019-07-06T15:00'],
    ]
    expect(pick(judgeLimit({ hours: 24 }, shorts), 'dueAt', 'used', 'outcome')).toEqual({
      dueAt: '2019-07-06T16:00:00+08:00',
      used: { hours: 23 },
      outcome: 'early',
    })
  })

  test.each([
    ['2019-07-28T10:00', 'green'],
    ['2019-07-29T10:00', 'yellow'],
  ])('of 12 calendar days, at %s, is %s: a quarter is three days', (now, light) => {
    expect(judgeLimit({ calendarDays: 12 }, [['accepted', '2019-07-20T10:00']], now).light).toBe(light)
  })

  test.each([
    ['2019-07-24T10:00', 'green'],
    ['2019-07-25T10:00', 'yellow'],
  ])('of one month of 31 days, at %s, is %s', (now, light) => {
    expect(judgeLimit({ months: 1 }, [['accepted', '2019-07-01T10:00']], now).light).toBe(light)
  })
})

describe('stages measured as a sum', () => {
  const sum = (shorts: readonly Short[], now?: string) => judge('business-setup', shorts, now)

  test('without stage events are one stage from acceptance to completion', () => {
    const one = sum([
      ['accepted', '2019-05-06T10:00'],
      ['completed', '2019-05-07T11:30'],
    ])
    expect(pick(one, 'used', 'dueAt', 'outcome')).toEqual({ used: { workingHours: 8 }, dueAt: '2019-05-07T11:30:00+08:00', outcome: 'on-time' })
  })

  test('stop with the last of them, not with the decision', () => {
    const decided = sum([
      ['stage-started', '2019-05-06T09:00', 'registration'],
      ['stage-finished', '2019-05-06T12:00', 'registration'],
      ['completed', '2019-05-09T12:00'],
    ])
    expect(pick(decided, 'stoppedAt', 'used', 'outcome')).toEqual({
      stoppedAt: '2019-05-06T12:00:00+08:00',
      used: { workingHours: 3 },
      outcome: 'early',
    })
    expect(decided.findings).toEqual(['seal', 'tax-invoice', 'bank-account'].map((stage) => ({ code: 'stage-missing', stage })))
  })

  test('pause together', () => {
    const paused = sum(
      [
        ['stage-started', '2019-05-06T09:00', 'registration'],
        ['stage-started', '2019-05-06T09:00', 'seal'],
        ['paused', '2019-05-06T10:00'],
        ['resumed', '2019-05-06T11:00'],
      ],
      '2019-05-06T12:00',
    )
    expect(pick(paused, 'used', 'dueAt')).toEqual({ used: { workingHours: 4 }, dueAt: '2019-05-06T15:30:00+08:00' })
  })
})

describe('what the record leaves doubtful', () => {
  test('is found: a case completed while paused has lost time to the pause', () => {
    const paused = water([
      ['paused', '2019-07-01T10:05'],
      ['completed', '2019-11-29T10:00'],
    ])
    expect(pick(paused, 'outcome', 'used', 'findings')).toEqual({
      outcome: 'early',
      used: { workingDays: 0 },
      findings: [{ code: 'paused-at-completion' }],
    })
  })
})

describe('what stands still', () => {
  test('is paused although its moved start lies ahead', () => {
    const paused = judge(
      'water-hookup',
      [
        ['accepted', '2019-07-05T18:00'],
        ['paused', '2019-07-06T10:00'],
      ],
      '2019-07-07T10:00',
    )
    expect(pick(paused, 'state', 'dueAt')).toEqual({ state: 'paused', dueAt: undefined })
  })

  test('goes on with all its stages when a sum resumes', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-05-06T09:00', 'registration'],
      ['stage-started', '2019-05-06T09:00', 'seal'],
      ['paused', '2019-05-06T10:00'],
    ]
    const { ifResumedNow } = judge('business-setup', shorts, '2019-05-06T11:00')
    expect(ifResumedNow?.dueAt).toBe('2019-05-06T15:30:00+08:00')
    expect(judge('business-setup', [...shorts, ['resumed', '2019-05-06T11:00']], '2019-05-06T11:00').dueAt).toBe(ifResumedNow?.dueAt)
  })

  test('does not make the light of a limit of months yellow', () => {
    const paused = judgeLimit(
      { months: 1 },
      [
        ['accepted', '2019-07-01T10:00'],
        ['paused', '2019-07-02T10:00'],
      ],
      '2019-12-02T10:00',
    )
    // 08-01 moved by 153 days is New Year's Day, rolled to 01-02.
    expect(pick(paused, 'light', 'remaining')).toEqual({ light: 'green', remaining: { calendarDays: 31 } })
  })

  test('after the last stage moves no deadline', () => {
    const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'a'],
      ['stage-finished', '2019-07-01T12:00', 'a'],
      ['stage-started', '2019-07-01T12:00', 'b'],
      ['stage-finished', '2019-07-02T09:30', 'b'],
    ]
    const judged = (more: Short[]) =>
      pick(
        judgeLimit({ workingDays: 1 }, [...shorts, ...more, ['completed', '2019-07-10T10:00']], LATER, { measure: 'union', stages }),
        'outcome',
        'dueAt',
      )
    expect(judged([])).toEqual({ outcome: 'on-time', dueAt: '2019-07-02T17:00:00+08:00' })
    expect(judged([['paused', '2019-07-02T10:00']])).toEqual(judged([]))
  })

  test('from its very start uses nothing, though the start day is counted', () => {
    const convention = { ...conventions['cn-civil-code'], startDay: 'included' } as const
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['paused', '2019-07-01T10:00'],
      ['resumed', '2019-07-03T10:00'],
    ]
    expect(judgeLimit({ workingDays: 4 }, shorts, '2019-07-03T11:00', { convention }).used).toEqual({ workingDays: 1 })
  })
})

describe('a stop exactly at midnight', () => {
  test('belongs to the day that ends there, if the limit ends there too', () => {
    const judged = judgeLimit({ workingDays: 3 }, [ACCEPTED, ['completed', '2019-07-05T00:00']], LATER, { convention: 'cn-hall' })
    expect(pick(judged, 'outcome', 'used', 'remaining')).toEqual({ outcome: 'on-time', used: { workingDays: 3 }, remaining: { workingDays: 0 } })
  })
})

describe('versions', () => {
  test('that bind a set do not stand in the way of one that is in force', () => {
    const [each] = policyOf({ workingDays: 4 }, { from: '2019-07-01' }).rules.only.versions
    const average = { ...each, from: '2019-01-01', to: '2019-06-30', target: { kind: 'average', limit: { workingDays: 9 } } }
    const policy = {
      ...policyOf({ workingDays: 4 }),
      rules: { only: { ...policyOf({ workingDays: 4 }).rules.only, versions: [average, each] } },
    } as never
    const on = (at: string) => assess({ id: 'C', rule: 'only', events: eventsOf([['accepted', at]]) }, { policy, clock: hall, now: LATER })
    expect(on('2019-07-05T10:00').dueAt).toBe('2019-07-11T17:00:00+08:00')
    expect(on('2018-12-28T10:00').reason).toBe('before-first-version')
    expect(on('2019-03-01T10:00')).toMatchObject({ outcome: 'measured', light: 'none', state: 'running' })
  })
})

describe('a version of stages', () => {
  test('is that of the day on which the first of them starts the clock, though papers counted as accepted before', () => {
    const stages = { a: { titles: { zh: '甲', en: 'a' } } }
    const [later] = policyOf({ workingDays: 4 }, { from: '2019-07-01', measure: 'union', stages, deemedAcceptance: { workingDays: 5 } }).rules.only
      .versions
    const base = policyOf({ workingDays: 4 })
    const versions = [{ ...later, from: '2019-01-01', to: '2019-06-30', target: { kind: 'each', limit: { workingDays: 9 } } }, later]
    const policy = { ...base, rules: { only: { ...base.rules.only, versions } } } as never
    // Nobody answered the receipt of Thursday 06-20 by 06-27; the stage starts on Wednesday 07-03.
    const shorts: Short[] = [
      ['received', '2019-06-20T10:00'],
      ['stage-started', '2019-07-03T10:00', 'a'],
    ]
    const judgedOf = (list: Short[]) => assess({ id: 'C', rule: 'only', events: eventsOf(list) }, { policy, clock: hall, now: '2019-07-04T09:00' })
    expect(judgedOf(shorts)).toMatchObject({ startsAt: '2019-07-03T10:00:00+08:00', limit: { workingDays: 4 }, basis: { version: '2019-07-01' } })
    expect(judgedOf(shorts.slice(0, 1))).toMatchObject({ startsAt: '2019-06-20T10:00:00+08:00', limit: { workingDays: 9 } })
  })
})

describe('stages measured as a union', () => {
  const stages = { a: { titles: { zh: '甲', en: 'a' } }, b: { titles: { zh: '乙', en: 'b' } } }

  test.each<[string, Short[], used: number, dueDate: string]>([
    [
      'after closing, while another is open',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-started', '2019-07-01T18:00', 'b'],
        ['stage-finished', '2019-07-01T19:00', 'a'],
      ],
      1,
      '2019-07-03',
    ],
    [
      'at closing, as the one before it ends',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-01T17:00', 'a'],
        ['stage-started', '2019-07-01T17:00', 'b'],
      ],
      1,
      '2019-07-03',
    ],
    [
      'after closing, once the one before it has ended',
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-01T17:00', 'a'],
        ['stage-started', '2019-07-01T18:00', 'b'],
      ],
      0,
      '2019-07-04',
    ],
    [
      'while the one before it still waits for the opening',
      [
        ['stage-started', '2019-07-01T18:00', 'a'],
        ['stage-started', '2019-07-01T19:00', 'b'],
      ],
      0,
      '2019-07-04',
    ],
    [
      'on a day off, told by its date alone, on which the one before it ends',
      [
        ['stage-started', '2019-06-28', 'a'],
        ['stage-finished', '2019-06-29', 'a'],
        ['stage-started', '2019-06-29', 'b'],
      ],
      1,
      '2019-07-03',
    ],
  ])('wait for the opening only where nothing runs: one that begins %s', (_, shorts, used, dueDate) => {
    // Monday 1 July. What runs through the evening counts Tuesday; what starts anew on Tuesday morning counts from Wednesday on.
    const found = judgeLimit({ workingDays: 2 }, shorts, '2019-07-02T20:00', { measure: 'union', stages })
    expect(found).toMatchObject({ used: { workingDays: used }, dueDate })
  })

  const union = (shorts: readonly Short[], now?: string) => judge('investment-project', shorts, now)

  test('go on while one of them is open, though the one that began after it has finished', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'a'],
      ['stage-started', '2019-07-02T10:00', 'b'],
      ['stage-finished', '2019-07-03T10:00', 'b'],
    ]
    const found = judgeLimit({ calendarDays: 9 }, shorts, '2019-07-04T09:00', { measure: 'union', stages })
    expect(pick(found, 'state', 'stoppedAt', 'used')).toEqual({ state: 'running', stoppedAt: undefined, used: { calendarDays: 3 } })
  })

  const STAGES: Short[] = [
    ['stage-started', '2019-07-01T10:00', 'project-approval'],
    ['stage-started', '2019-07-05T10:00', 'planning-permit'],
    ['stage-finished', '2019-07-11T10:00', 'project-approval'],
    ['stage-finished', '2019-07-21T10:00', 'planning-permit'],
    ['stage-started', '2019-09-01T10:00', 'construction-permit'],
  ]

  test('run while any of them is open, and the time of the owner is not counted', () => {
    const open = union(STAGES, '2019-09-11T10:00')
    // 20 days to 07-21, 10 from 09-01; 09-29 moved by the gap of 42 days is Sunday 11-10.
    expect(pick(open, 'used', 'dueDate', 'remaining')).toEqual({ used: { calendarDays: 30 }, dueDate: '2019-11-11', remaining: { calendarDays: 61 } })
  })

  test('have no deadline while the owner is at work', () => {
    const gap = union(STAGES.slice(0, 4), '2019-08-01T10:00')
    expect(pick(gap, 'state', 'dueAt', 'used', 'ifResumedNow')).toEqual({
      state: 'paused',
      dueAt: undefined,
      used: { calendarDays: 20 },
      ifResumedNow: { dueDate: '2019-10-10', dueAt: '2019-10-10T17:00:00+08:00' },
    })
  })

  test('withdrawn between two of them, count no day of the owner', () => {
    const closed = union([...STAGES.slice(0, 4), ['withdrawn', '2019-08-20T10:00']])
    expect(pick(closed, 'state', 'used', 'outcome')).toEqual({ state: 'closed', used: { calendarDays: 20 }, outcome: 'exempt' })
  })
})

describe('bad input', () => {
  test('a misspelt rule is refused with the nearest names', () => {
    const error = errorOf(() => judge('water-hokup' as never, [ACCEPTED]))
    expect(error).toMatchObject({ code: 'rule-unknown', path: 'rule', caseId: 'C', facts: { found: 'water-hokup' } })
    expect((error.facts as { nearest: string[] }).nearest[0]).toBe('water-hookup')
    expect(codeOf(() => judge('toString' as never, [ACCEPTED]))).toBe('rule-unknown')
  })

  test('a hole in the list of events is refused as an event that is none', () => {
    const events = [...eventsOf([ACCEPTED])]
    events[2] = { type: 'completed', at: '2019-07-02T10:00' }
    const refused = errorOf(() => assess({ id: 'C', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock: hall, now: LATER }))
    expect(refused).toMatchObject({ code: 'value-invalid', path: 'events[1]', caseId: 'C' })
  })

  test.each<[string, readonly Short[], string, string]>([
    ['a date that does not exist', [['accepted', '2019-02-30']], 'date-invalid', 'events[0].at'],
    ['an instant on a date that does not exist', [['accepted', '2019-02-30T10:00']], 'instant-invalid', 'events[0].at'],
    ['an event out of order', [ACCEPTED, ['completed', '2019-06-30T10:00']], 'event-out-of-order', 'events[1].at'],
    ['a date out of order', [ACCEPTED, ['completed', '2019-06-30']], 'event-out-of-order', 'events[1].at'],
    ['a resume without a pause', [ACCEPTED, ['resumed', '2019-07-02T10:00']], 'event-not-allowed', 'events[1].type'],
    ['two completions', [ACCEPTED, ['completed', '2019-07-02T10:00'], ['completed', '2019-07-02T11:00']], 'event-not-allowed', 'events[2].type'],
    ['two acceptances', [ACCEPTED, ACCEPTED], 'event-not-allowed', 'events[1].type'],
    [
      'a completion before acceptance',
      [
        ['received', '2019-07-01'],
        ['completed', '2019-07-02'],
      ],
      'event-not-allowed',
      'events[1].type',
    ],
    ['a delivery before the decision', [ACCEPTED, ['delivered', '2019-07-02T10:00']], 'event-not-allowed', 'events[1].type'],
    ['a pause after the end', [ACCEPTED, ['withdrawn', '2019-07-02T10:00'], ['paused', '2019-07-03T10:00']], 'event-not-allowed', 'events[2].type'],
    ['a stage of a rule without stages', [ACCEPTED, ['stage-started', '2019-07-02T10:00', 'seal']], 'event-not-allowed', 'events[1].type'],
    ['a second pause of one cause', [ACCEPTED, ['paused', '2019-07-02', 'a'], ['paused', '2019-07-03', 'a']], 'pause-open', 'events[2]'],
    ['a resume of another cause', [ACCEPTED, ['paused', '2019-07-02', 'a'], ['resumed', '2019-07-03', 'b']], 'pause-unclear', 'events[2].cause'],
    [
      'a resume of one of two',
      [ACCEPTED, ['paused', '2019-07-02', 'a'], ['paused', '2019-07-02', 'b'], ['resumed', '2019-07-03']],
      'pause-unclear',
      'events[3].cause',
    ],
    ['an event outside the calendar', [['accepted', '2006-07-03T10:00']], 'outside-coverage', 'events[0].at'],
  ])('%s is refused', (_, shorts, code, path) => {
    expect(errorOf(() => judge('water-hookup', shorts, '2030-01-01T09:00'))).toMatchObject({ code, path, caseId: 'C' })
  })

  test.each<[string, readonly Short[], string, string]>([
    ['an unknown stage', [['stage-started', '2019-05-06T10:00', 'seals']], 'stage-unknown', 'events[0].stage'],
    ['a stage without a name', [['stage-started', '2019-05-06T10:00']], 'stage-unknown', 'events[0].stage'],
    [
      'a stage started twice',
      [
        ['stage-started', '2019-05-06T10:00', 'seal'],
        ['stage-started', '2019-05-06T11:00', 'seal'],
      ],
      'stage-order',
      'events[1]',
    ],
    [
      'a stage finished before it starts',
      [
        ['accepted', '2019-05-06T09:00'],
        ['stage-finished', '2019-05-06T10:00', 'seal'],
      ],
      'stage-order',
      'events[1]',
    ],
    ['a date where the limit counts time', [['accepted', '2019-05-06']], 'time-missing', 'events[0].at'],
    [
      'a stop that is only a date',
      [
        ['accepted', '2019-05-06T10:00'],
        ['completed', '2019-05-07'],
      ],
      'time-missing',
      'events[1].at',
    ],
  ])('%s is refused', (_, shorts, code, path) => {
    expect(errorOf(() => judge('business-setup', shorts))).toMatchObject({ code, path, caseId: 'C' })
  })

  test('a date is let pass where the clock does not look', () => {
    expect(
      judge('business-setup', [
        ['received', '2019-05-05'],
        ['accepted', '2019-05-06T10:00'],
        ['completed', '2019-05-06T11:00'],
        ['delivered', '2019-05-09'],
      ]).outcome,
    ).toBe('early')
  })

  const options = { policy: xiaoshan2019, clock: hall, now: '2020-01-02T09:00' }
  test.each<[unknown, string, string]>([
    [null, 'value-invalid', ''],
    ['case', 'value-invalid', ''],
    [[], 'value-invalid', ''],
    [{}, 'value-invalid', 'id'],
    [{ id: '', rule: 'water-hookup', events: [] }, 'value-invalid', 'id'],
    [{ id: 7, rule: 'water-hookup', events: [] }, 'value-invalid', 'id'],
    [{ id: 'C', events: [{}] }, 'value-invalid', 'rule'],
    [{ id: 'C', rule: 'water-hookup' }, 'value-invalid', 'events'],
    [{ id: 'C', rule: 'water-hookup', events: [] }, 'value-invalid', 'events'],
    [{ id: 'C', rule: 'water-hookup', events: [null] }, 'value-invalid', 'events[0]'],
    [{ id: 'C', rule: 'water-hookup', events: [{ type: 'finished', at: '2019-07-01' }] }, 'event-unknown', 'events[0].type'],
    [{ id: 'C', rule: 'water-hookup', events: [{ type: '__proto__', at: '2019-07-01' }] }, 'event-unknown', 'events[0].type'],
    [{ id: 'C', rule: 'water-hookup', events: [{ type: 'accepted' }] }, 'instant-invalid', 'events[0].at'],
    [{ id: 'C', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01', cause: 7 }] }, 'value-invalid', 'events[0].cause'],
    [{ id: 'C', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }], materials: -1 }, 'value-invalid', 'materials'],
  ])('%o is refused', (file, code, path) => {
    expect(errorOf(() => assess(file as never, options))).toMatchObject({ code, path })
  })

  test('what all verdicts of one run rest on is one object, also where clocks of stages are given that the policy does not name', () => {
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([ACCEPTED]) } as const
    const { basis } = assess(file, options)
    expect([assess(file, { ...options }).basis, assess(file, { ...options, clocks: {} }).basis].map((other) => other === basis)).toEqual([true, true])
  })

  test('what a verdict rests on names its own version, also where another rule was asked about before', () => {
    const file = (rule: 'water-hookup' | 'business-setup') => ({ id: 'C', rule, events: eventsOf([ACCEPTED]) }) as const
    const versions = (['water-hookup', 'business-setup', 'water-hookup'] as const).map((rule) => assess(file(rule), options).basis.version)
    expect(versions).toEqual(['2019-07-01', '2019-05-01', '2019-07-01'])
  })

  test('a question without policy, clock or present is refused', () => {
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([ACCEPTED]) } as const
    expect(codeOf(() => assess(file, undefined as never))).toBe('value-invalid')
    expect(codeOf(() => assess(file, { ...options, policy: undefined as never }))).toBe('value-invalid')
    expect(codeOf(() => assess(file, { ...options, clock: {} as never }))).toBe('value-invalid')
    expect(codeOf(() => assess(file, { ...options, now: undefined as never }))).toBe('instant-invalid')
    expect(codeOf(() => assess(file, { ...options, now: '2020-01-02' }))).toBe('time-missing')
  })

  test('a policy that was never read is taken as it is; a part that is missing is named as a fault of the policy', () => {
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([ACCEPTED]) } as const
    const unread = structuredClone(xiaoshan2019)
    expect(assess(file, { ...options, policy: unread })).toEqual(assess(file, options))
    const rules = { ...unread.rules, 'water-hookup': { ...unread.rules['water-hookup'], versions: [{ from: '2019-01-01' }] } }
    const error = errorOf(() => assess(file, { ...options, policy: { ...unread, rules } as never }))
    expect(error).toMatchObject({ code: 'policy-invalid', path: 'policy', caseId: 'C', cause: expect.any(TypeError) })
    expect(error.message).toMatch(/^Case "C": \{ .* \} is not valid as a policy \(.*'kind'.*\); readPolicy and definePolicy say where/)
  })
})
