import fc from 'fast-check'
import { type Convention, conventions, type Limit, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeEvents, judgeLimit, type Short } from '../support/cases.js'
import { runs } from '../support/runs.js'

const PROMISED = { workingDays: 10 } as const
const judged = (shorts: readonly Short[], now: string, terms: Partial<Version>, limit: Limit = PROMISED) => judgeLimit(limit, shorts, now, terms)

// Accepted on Monday 2019-07-01: ten working days end on Monday 07-15, twenty on Monday 07-29.
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']

describe('a promise and the law', () => {
  const statutory = { workingDays: 20 }

  test('are judged apart, and the one that ends first binds', () => {
    const found = judged([ACCEPTED, ['completed', '2019-07-17T10:00']], '2019-08-01T09:00', { statutory })
    expect(found).toMatchObject({ binding: 'promised', outcome: 'late', light: 'red', dueDate: '2019-07-15', limit: { workingDays: 10 } })
    expect(found.limits.map(({ kind, outcome, dueDate, used, remaining }) => ({ kind, outcome, dueDate, used, remaining }))).toEqual([
      { kind: 'promised', outcome: 'late', dueDate: '2019-07-15', used: { workingDays: 12 }, remaining: { workingDays: -2 } },
      { kind: 'statutory', outcome: 'early', dueDate: '2019-07-29', used: { workingDays: 12 }, remaining: { workingDays: 8 } },
    ])
  })

  test('bind the other way round where the promise is longer than the law', () => {
    const found = judged([ACCEPTED], '2019-07-12T09:00', { statutory: { calendarDays: 7 } })
    expect(found).toMatchObject({ binding: 'statutory', outcome: 'overdue', limit: { calendarDays: 7 }, dueDate: '2019-07-08' })
  })

  test('are compared by a resume now while the case is paused', () => {
    const found = judged([ACCEPTED, ['paused', '2019-07-03T10:00']], '2019-07-10T09:00', { statutory })
    expect(found).toMatchObject({ binding: 'promised', state: 'paused', ifResumedNow: { dueDate: '2019-07-22' } })
    expect(found.limits[1]).toMatchObject({ kind: 'statutory', ifResumedNow: { dueDate: '2019-08-05' } })
  })

  test('have the light of the one that is further on while the case stands still, whichever would bind it on the day of asking', () => {
    const terms: Partial<Version> = { statutory: { calendarDays: 10 }, warning: { workingDays: 2 } }
    const shorts: Short[] = [
      ['accepted', '2019-09-16T10:00'],
      ['paused', '2019-09-19T10:00'],
    ]
    const asked = ['2019-09-20', '2019-09-29', '2019-09-30', '2019-10-08'].map((day) => judged(shorts, `${day}T10:00`, terms, { workingDays: 5 }))
    // Three of five working days are used, and three of ten dates. If it went on on 09-30, the holiday would make the promise the longer one.
    expect(asked.map(({ binding, light, nextChangeAt }) => [binding, light, nextChangeAt])).toEqual([
      ['promised', 'yellow', undefined],
      ['promised', 'yellow', undefined],
      ['statutory', 'yellow', undefined],
      ['promised', 'yellow', undefined],
    ])
  })

  test('have the light of the law where that is further on, and never that of a stage', () => {
    // Nine of ten dates are used when it stands still on Friday 07-12. Resumed on Monday, the promise would end before the law.
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['paused', '2019-07-10T10:00'],
    ]
    const stages = { survey: { titles: { zh: '甲', en: 'A' }, limit: { workingDays: 8 } } }
    const byLaw = judged(shorts, '2019-07-11T10:00', { statutory: { calendarDays: 10 }, stages })
    expect([byLaw.light, ...byLaw.limits.map(({ kind, light }) => [kind, light])]).toEqual([
      'yellow',
      ['promised', 'green'],
      ['statutory', 'yellow'],
      ['stage', 'yellow'],
    ])
    expect(judged(shorts, '2019-07-11T10:00', { stages }).light).toBe('green')
  })

  test('start anew each by itself: a correction asked for too late for one of them starts that one no more', () => {
    const shorts: readonly Short[] = [ACCEPTED, ['correction-requested', '2019-07-05T10:00'], ['corrected', '2019-07-08T10:00']]
    const { limits, findings } = judged(shorts, '2019-07-09T09:00', { statutory: { workingDays: 2 }, correction: 'restart' })
    expect(limits.map(({ kind, startsAt, dueDate }) => [kind, startsAt, dueDate])).toEqual([
      ['promised', '2019-07-08T10:00:00+08:00', '2019-07-22'],
      ['statutory', '2019-07-01T10:00:00+08:00', '2019-07-03'],
    ])
    expect(findings).toEqual([{ code: 'restart-ignored', index: 1 }])
  })

  test('are one where the rule has no other', () => {
    const found = judged([ACCEPTED], '2019-07-02T09:00', {})
    expect(found.limits).toHaveLength(1)
    expect(found.limits[0]).toMatchObject({ kind: 'promised', dueAt: found.dueAt, used: found.used })
    expect(judged([['received', '2019-07-01']], '2019-07-02T09:00', {}).limits).toEqual([])
  })
})

describe('a stage with a limit of its own', () => {
  const titles = { zh: '甲', en: 'A' }
  const stages = { survey: { titles, limit: { workingDays: 2 } }, review: { titles } }
  const terms: Partial<Version> = { measure: 'union', stages }

  test('is judged from its start to its end, and decides nothing of the whole', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['stage-started', '2019-07-02T10:00', 'review'],
      ['stage-finished', '2019-07-04T10:00', 'survey'],
      ['stage-finished', '2019-07-05T10:00', 'review'],
      ['completed', '2019-07-05T10:00'],
    ]
    const found = judged(shorts, '2019-07-08T09:00', terms)
    expect(found).toMatchObject({ outcome: 'early', binding: 'promised' })
    expect(found.limits).toHaveLength(2)
    expect(found.limits[1]).toMatchObject({ kind: 'stage', stage: 'survey', outcome: 'late', dueDate: '2019-07-03', used: { workingDays: 3 } })
  })

  test('is as it was when it has been finished, though the case is closed later, and is closed with it while it is open', () => {
    const terms: Partial<Version> = { stages: { survey: { titles, limit: { workingDays: 2 } }, review: { titles, limit: { workingDays: 2 } } } }
    const shorts: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['stage-finished', '2019-07-02T10:00', 'survey'],
      ['stage-started', '2019-07-15T10:00', 'review'],
    ]
    const [, survey, review] = judged([...shorts, ['withdrawn', '2019-07-15T11:00']], '2019-07-15T12:00', terms).limits
    expect(survey).toEqual(judged(shorts, '2019-07-15T10:30', terms).limits[1])
    expect(survey).toMatchObject({ state: 'completed', outcome: 'early', dueDate: '2019-07-03', stoppedAt: '2019-07-02T10:00:00+08:00' })
    expect(review).toMatchObject({ state: 'closed', outcome: 'exempt', stoppedAt: '2019-07-15T11:00:00+08:00' })
  })

  test('is closed with the case where it has begun anew, and is open once more', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['stage-finished', '2019-07-01T11:00', 'survey'],
      ['stage-started', '2019-07-01T15:00', 'survey'],
      ['withdrawn', '2019-07-02T11:00'],
    ]
    expect(judged(shorts, '2019-07-03T12:00', terms).limits[1]).toMatchObject({ state: 'closed', stoppedAt: '2019-07-02T11:00:00+08:00' })
  })

  test('runs while it is open, without the pauses, and is absent before it has started', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['paused', '2019-07-02T10:00'],
      ['resumed', '2019-07-08T10:00'],
    ]
    expect(judged(shorts, '2019-07-08T11:00', terms).limits[1]).toMatchObject({ outcome: 'open', dueDate: '2019-07-09', used: { workingDays: 1 } })
    expect(judged([['stage-started', '2019-07-01T10:00', 'review']], '2019-07-08T11:00', terms).limits).toHaveLength(1)
  })
})

describe('the handing over of a decision', () => {
  const terms: Partial<Version> = { delivery: { workingDays: 10 } }
  const decided: Short[] = [ACCEPTED, ['completed', '2019-07-05T10:00']]

  test('has a clock of its own, which the decision starts', () => {
    const open = judged(decided, '2019-07-22T09:00', terms)
    expect(open).toMatchObject({ state: 'completed', outcome: 'early', light: 'green' })
    expect(open.limits[1]).toMatchObject({ kind: 'delivery', state: 'running', outcome: 'overdue', dueDate: '2019-07-19' })
    const late = judged([...decided, ['delivered', '2019-07-19T17:00']], '2019-07-22T09:00', terms)
    expect(late.limits[1]).toMatchObject({ outcome: 'on-time', stoppedAt: '2019-07-19T17:00:00+08:00' })
    expect(judged([ACCEPTED], '2019-07-22T09:00', terms).limits).toHaveLength(1)
  })
})

describe('the light', () => {
  const lightAt = (now: string, warning: Version['warning'], limit: Limit = PROMISED) =>
    judged([ACCEPTED], now, warning ? { warning } : {}, limit).light

  test('turns yellow when the rule says', () => {
    // The eighth of ten days is Thursday 07-11, the ninth Friday 07-12.
    expect([lightAt('2019-07-11T23:59', undefined), lightAt('2019-07-12T00:00', undefined)]).toEqual(['green', 'yellow'])
    expect([lightAt('2019-07-10T23:59', { workingDays: 2 }), lightAt('2019-07-11T00:00', { workingDays: 2 })]).toEqual(['green', 'yellow'])
    expect([lightAt('2019-07-05T23:59', { share: 0.5 }), lightAt('2019-07-08T00:00', { share: 0.5 })]).toEqual(['green', 'yellow'])
    expect(lightAt('2019-07-01T10:00', { share: 1 })).toBe('yellow')
    expect([
      lightAt('2019-07-07T10:00', { calendarDays: 5 }, { calendarDays: 10 }),
      lightAt('2019-07-06T00:00', { calendarDays: 5 }, { calendarDays: 10 }),
    ]).toEqual(['yellow', 'yellow'])
  })

  test('of dates is measured by the limit, and not by the days to which a roll makes it', () => {
    // Ten days from Wednesday 07-03 end on Saturday 07-13, rolled to Monday 07-15: a quarter is two and a half days, and on Friday three are left.
    const lightOn = (now: string) => judged([['accepted', '2019-07-03T10:00']], now, {}, { calendarDays: 10 }).light
    expect([lightOn('2019-07-12T10:00'), lightOn('2019-07-13T10:00')]).toEqual(['green', 'yellow'])
  })

  test('of dates that stand still is that of what was left before rolling, whatever day a resume would end on', () => {
    // Eight days end on Tuesday 07-09; from Sunday 07-07 two are left, a quarter. Resumed on Thursday 07-11 they end on Saturday, rolled to Monday.
    const days = ['08', '09', '10', '11', '12', '13', '14']
    const seen = days.map((day) => judged([ACCEPTED, ['paused', '2019-07-07T10:00']], `2019-07-${day}T09:00`, {}, { calendarDays: 8 }))
    expect(seen.map(({ remaining }) => remaining?.calendarDays)).toEqual([2, 2, 2, 4, 3, 2, 2])
    expect(seen.map(({ light, nextChangeAt }) => [light, nextChangeAt])).toEqual(days.map(() => ['yellow', undefined]))
  })

  test('of a month that stands still after its last day, but before the day to which it is rolled, changes when it has said so', () => {
    // A month from 09-01 ends on 10-01, which is rolled to 10-08: 37 days, of which three parts in a hundred are one.
    const shorts: Short[] = [
      ['accepted', '2019-09-01T10:00'],
      ['paused', '2019-10-02T10:00'],
    ]
    const at = (now: string) => judged(shorts, now, { warning: { share: 0.03 } }, { months: 1 })
    expect(['2019-10-05T10:00', '2019-10-06T23:59', '2019-10-07T00:00'].map((now) => [at(now).light, at(now).nextChangeAt])).toEqual([
      ['green', '2019-10-07T00:00:00+08:00'],
      ['green', '2019-10-07T00:00:00+08:00'],
      ['yellow', '2019-10-08T17:00:00.001+08:00'],
    ])
  })

  test('of a month that a correction will start anew is that of what was left when it was asked for', () => {
    // Of the month from 07-01 to 08-01 with its 31 days, 12 were left on 07-20; a month from 2020-02-01 has 29.
    const shorts: Short[] = [ACCEPTED, ['correction-requested', '2019-07-20T10:00']]
    const lightOn = (now: string, share: number) => judged(shorts, now, { correction: 'restart', warning: { share } }, { months: 1 }).light
    expect(['2019-07-21T09:00', '2020-02-01T09:00'].map((now) => lightOn(now, 12 / 31))).toEqual(['yellow', 'yellow'])
    expect(['2019-07-21T09:00', '2020-02-01T09:00'].map((now) => lightOn(now, 11.9 / 31))).toEqual(['green', 'green'])
  })
})

describe('the next change', () => {
  test.each<[string, Limit, Short[], string, string | undefined]>([
    ['is the last but one day of working days', PROMISED, [ACCEPTED], '2019-07-02T09:00', '2019-07-12T00:00:00+08:00'],
    ['is the end once the light is yellow', PROMISED, [ACCEPTED], '2019-07-12T00:00', '2019-07-15T17:00:00.001+08:00'],
    ['is none once it is overdue', PROMISED, [ACCEPTED], '2019-07-16T00:00', undefined],
    ['is none while the clock stands still', PROMISED, [ACCEPTED, ['paused', '2019-07-02T10:00']], '2019-07-03T00:00', undefined],
    ['is none once the case is decided', PROMISED, [ACCEPTED, ['completed', '2019-07-02T10:00']], '2019-07-03T00:00', undefined],
    // Of four hours from 10:00 three have passed at 14:30, after lunch.
    ['is the last quarter of working time', { workingHours: 4 }, [ACCEPTED], '2019-07-01T11:00', '2019-07-01T14:30:00+08:00'],
    ['is the last quarter of calendar days', { calendarDays: 10 }, [ACCEPTED], '2019-07-02T00:00', '2019-07-09T00:00:00+08:00'],
  ])('%s', (_, limit, shorts, now, expected) => {
    expect(judged(shorts, now, {}, limit).nextChangeAt).toBe(expected)
  })

  const titles = { zh: '甲', en: 'A' }
  test.each<[string, Partial<Version>, Short[], string]>([
    // Ten working days end on Monday 07-15, with two left from Friday 07-12; four end on Friday 07-05.
    ['is that of the promise before that of the law', { statutory: { workingDays: 20 } }, [ACCEPTED], '2019-07-12T00:00:00+08:00'],
    ['is that of the law where it comes first', { statutory: { workingDays: 4 } }, [ACCEPTED], '2019-07-04T00:00:00+08:00'],
    [
      'is that of a stage where it comes first',
      { stages: { survey: { titles, limit: { workingDays: 4 } } } },
      [ACCEPTED, ['stage-started', '2019-07-01T10:00', 'survey']],
      '2019-07-04T00:00:00+08:00',
    ],
    [
      'is that of the delivery once the case is decided',
      { delivery: { workingDays: 9 } },
      [ACCEPTED, ['completed', '2019-07-02T10:00']],
      '2019-07-12T00:00:00+08:00',
    ],
    [
      'is not that of the delivery where the clock itself runs to it',
      { delivery: { workingDays: 4 }, stops: 'delivered' },
      [ACCEPTED, ['completed', '2019-07-02T10:00']],
      '2019-07-12T00:00:00+08:00',
    ],
  ])('%s', (_, terms, shorts, expected) => {
    expect(judged(shorts, '2019-07-02T11:00', terms).nextChangeAt).toBe(expected)
  })

  test('of a warning at all of the limit is its end, and of one at nothing the last instant in time', () => {
    const changeAt = (share: number) => judged([ACCEPTED], '2019-07-01T11:00', { warning: { share } }, { workingHours: 4 }).nextChangeAt
    expect([changeAt(1), changeAt(0)]).toEqual(['2019-07-01T15:30:00.001+08:00', '2019-07-01T15:30:00+08:00'])
  })

  test('of papers that wait to be answered is when they count as accepted', () => {
    const found = judged([['received', '2019-07-01T10:00']], '2019-07-02T09:00', { deemedAcceptance: { workingDays: 5 } })
    expect(found).toMatchObject({ state: 'waiting', nextChangeAt: '2019-07-08T17:00:00.001+08:00' })
  })

  const limits = fc.oneof<fc.Arbitrary<Limit>[]>(
    fc.integer({ min: 0, max: 12 }).map((workingDays) => ({ workingDays })),
    fc.integer({ min: 0, max: 3_000 }).map((workingMinutes) => ({ workingMinutes })),
    fc.integer({ min: 0, max: 200 }).map((hours) => ({ hours })),
    fc.integer({ min: 0, max: 40 }).map((calendarDays) => ({ calendarDays })),
    fc.integer({ min: 0, max: 2 }).map((months) => ({ months })),
  )
  const terms = fc.record({
    convention: fc.constantFrom('cn-civil-code' as const, 'cn-hall' as const),
    warning: fc.option(
      fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ share })),
      { nil: undefined },
    ),
  })

  test('is a change, and before it nothing changes', () => {
    fc.assert(
      fc.property(limits, terms, fc.array(fc.nat({ max: 15_000 }), { minLength: 2, maxLength: 4 }), (limit, { convention, warning }, gaps) => {
        const [start = 0, ...rest] = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))
        const at = (minutes: number) => new Date(Date.UTC(2019, 8, 20) + minutes * 60_000).toISOString()
        const events: Short[] = [
          ['accepted', at(start)],
          ...rest.slice(0, -1).map((minute, i): Short => [i % 2 === 0 ? 'paused' : 'resumed', at(minute)]),
        ]
        const own = { convention, ...(warning && { warning }) }
        const stands = (now: number) => {
          const { light, outcome } = judged(events, new Date(now).toISOString(), own, limit)
          return { light, outcome }
        }
        const now = Date.parse(at(rest.at(-1) ?? start))
        const found = judged(events, new Date(now).toISOString(), own, limit)
        fc.pre(found.nextChangeAt !== undefined)
        const next = Date.parse(found.nextChangeAt as string)
        expect(next).toBeGreaterThan(now)
        for (const share of [0, 0.3, 0.7])
          expect(stands(Math.floor(now + (next - 1 - now) * share))).toEqual({ light: found.light, outcome: found.outcome })
        expect(stands(next - 1)).toEqual({ light: found.light, outcome: found.outcome })
        expect(stands(next)).not.toEqual({ light: found.light, outcome: found.outcome })
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('what is told of a limit', () => {
  test.each<[string, Short[], Partial<Version>]>([
    ['runs', [ACCEPTED], { statutory: { workingDays: 20 } }],
    ['has stopped', [ACCEPTED, ['completed', '2019-07-02T10:00']], { delivery: { workingDays: 2 } }],
    ['stands still', [ACCEPTED, ['paused', '2019-07-02T10:00']], {}],
    ['binds a set', [ACCEPTED], { target: { kind: 'average', limit: PROMISED } }],
  ])('has no fields without a value while it %s', (_, shorts, terms) => {
    const found = judged(shorts, '2019-07-03T09:00', terms)
    for (const part of [found, ...found.limits]) expect(Object.entries(part).filter(([, value]) => value === undefined)).toEqual([])
  })

  test('that binds a set is its start, its stop and what was used, and the other limits as they stand', () => {
    const target = { kind: 'average', limit: PROMISED } as const
    const running = judged([ACCEPTED], '2019-07-03T09:00', { target, statutory: { workingDays: 20 } })
    expect(running).toMatchObject({ state: 'running', outcome: 'measured', light: 'none', used: { workingDays: 2 } })
    expect('stoppedAt' in running).toBe(false)
    expect(running.limits.map(({ kind, dueDate }) => [kind, dueDate])).toEqual([['statutory', '2019-07-29']])
    const stopped = judged([ACCEPTED, ['completed', '2019-07-03T10:00']], '2019-07-09T09:00', { target })
    expect(stopped).toMatchObject({ state: 'completed', outcome: 'measured', stoppedAt: '2019-07-03T10:00:00+08:00' })
    expect(judged([ACCEPTED, ['withdrawn', '2019-07-03T10:00']], '2019-07-09T09:00', { target })).toMatchObject({
      state: 'closed',
      outcome: 'exempt',
      reason: 'closed-in-time',
    })
  })

  test('of another unit is made no longer by an extension', () => {
    const extension = { by: { workingDays: 5 }, times: 1 }
    const events = [
      { type: 'accepted', at: '2019-07-01T10:00' },
      { type: 'extended', at: '2019-07-02T10:00', by: { workingDays: 5 } },
    ] as const
    const found = judgeEvents(PROMISED, events, '2019-07-03T09:00', { extension, statutory: { calendarDays: 30 } })
    expect(found.limits.map(({ limit }) => limit)).toEqual([{ workingDays: 15 }, { calendarDays: 30 }])
    expect(found.findings).toEqual([])
  })

  test('asked for as a date is in time on its last date, and too late on the next', () => {
    const extended = (at: string) => {
      const events = [{ type: 'accepted', at: '2019-07-01T10:00' } as const, { type: 'extended', at, by: { workingDays: 5 } } as const]
      return judgeEvents(PROMISED, events, '2019-07-31T09:00', { extension: { by: { workingDays: 5 }, times: 1 } }).findings
    }
    expect(extended('2019-07-15')).toEqual([])
    expect(extended('2019-07-16')).toEqual([{ code: 'extension-ignored', index: 1, why: 'too-late' }])
  })
})

describe('a limit of dates that is rolled back', () => {
  const back = { ...conventions['cn-civil-code'], roll: 'preceding' } as const
  const ACCEPTED: Short = ['accepted', '2019-07-03T10:00']

  // Four dates from Wednesday are Sunday 07-07, which is rolled to Friday 07-05.
  test.each<[string, string, Convention['due'], string]>([
    ['on a later date', '2019-07-06', 'closing', '2019-07-05T17:00:00+08:00'],
    ['on a later date, at a time', '2019-07-06T10:00', 'closing', '2019-07-05T17:00:00+08:00'],
    ['at the midnight at which its day ends', '2019-07-06T00:00', 'end-of-day', '2019-07-06T00:00:00+08:00'],
  ])('has passed before a pause that begins %s', (_, at, due, dueAt) => {
    const found = judgeLimit({ calendarDays: 4 }, [ACCEPTED, ['paused', at]], '2019-07-06T18:00', { convention: { ...back, due } })
    expect(found).toMatchObject({ state: 'paused', outcome: 'overdue', dueDate: '2019-07-05', dueAt })
  })

  test('has no end while it is paused on the date of its last day, whatever was recorded later on that date', () => {
    const stages = { survey: { titles: { zh: '甲', en: 'A' } } }
    const shorts: Short[] = [ACCEPTED, ['stage-started', '2019-07-05T18:00', 'survey'], ['paused', '2019-07-05']]
    const found = judgeLimit({ calendarDays: 4 }, shorts, '2019-07-06T18:00', { convention: back, stages })
    expect([found.outcome, found.dueDate]).toEqual(['open', undefined])
  })

  test.each(['2019-07-05', '2019-07-05T17:00'])('has no end while it is paused on its last day (%s)', (at) => {
    const found = judgeLimit({ calendarDays: 4 }, [ACCEPTED, ['paused', at]], '2019-07-06T18:00', { convention: back })
    expect([found.state, found.outcome, found.dueDate]).toEqual(['paused', 'open', undefined])
  })
})
