import {
  assess,
  type CaseEvent,
  cnLicensing,
  createClock,
  type Limit,
  type Policy,
  type Version,
  type XiaoshanRule,
  xiaoshan2019,
} from 'service-time'
import { readPolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { eventsOf, judge, judgeEvents, judgeLimit, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

/** The law's own terms: 20 working days and 10 more once, papers answered within 5. */
const LICENSING: Partial<Version> = {
  correction: 'pause',
  extension: { by: { workingDays: 10 }, times: 1, isReasoned: true },
  deemedAcceptance: { workingDays: 5 },
}
const judged = (shorts: readonly Short[], now = '2019-12-31T09:00', terms: Partial<Version> = LICENSING, limit: Limit = { workingDays: 20 }) =>
  judgeLimit(limit, shorts, now, terms)
const extended = (at: string, by: Limit = { workingDays: 10 }, reason = 'expert review'): CaseEvent => ({ type: 'extended', at, by, reason })

describe('papers that nobody answers', () => {
  // Received on Monday 2019-07-01; the fifth working day after it is Monday 07-08.
  const RECEIVED: Short = ['received', '2019-07-01T10:00']

  test('wait while there is time to answer them', () => {
    expect(judged([RECEIVED], '2019-07-08T17:00')).toMatchObject({ state: 'waiting', outcome: 'open', light: 'none', findings: [] })
  })

  test('start with their acceptance where they were accepted in time', () => {
    expect(judged([RECEIVED, ['accepted', '2019-07-08T16:00']])).toMatchObject({ dueDate: '2019-08-05', findings: [] })
  })

  test('received after closing, are answered in time up to five days after the next opening', () => {
    expect(
      judged([
        ['received', '2019-07-01T18:00'],
        ['accepted', '2019-07-09T16:00'],
      ]),
    ).toMatchObject({ dueDate: '2019-08-06', findings: [] })
    expect(
      judged([
        ['received', '2019-07-01T18:00'],
        ['accepted', '2019-07-09T17:01'],
      ]).findings,
    ).toEqual([{ code: 'deemed-accepted', index: 0 }])
  })

  test('do not where a correction was asked for in time', () => {
    const shorts: Short[] = [RECEIVED, ['correction-requested', '2019-07-04T10:00']]
    expect(judged(shorts, '2019-07-20T09:00')).toMatchObject({ state: 'waiting', findings: [] })
    const accepted = judged([...shorts, ['corrected', '2019-07-18T10:00'], ['accepted', '2019-07-22T10:00']], '2019-07-23T09:00')
    expect(accepted).toMatchObject({ startsAt: '2019-07-22T10:00:00+08:00', dueDate: '2019-08-19' })
  })

  test.each<[string, Short[]]>([
    ['rejected', [RECEIVED, ['rejected', '2019-07-03T10:00']]],
    ['withdrawn', [RECEIVED, ['withdrawn', '2019-07-03T10:00']]],
    ['accepted on the last date, told without a time', [RECEIVED, ['accepted', '2019-07-08']]],
  ])('are answered where they were %s in time', (_, shorts) => {
    expect(judged(shorts, '2019-07-22T09:00').findings).toEqual([])
  })

  test('are answered by a stage only where it starts the clock', () => {
    const stages = { survey: { titles: { zh: '踏勘', en: 'Survey' } } }
    const shorts: Short[] = [RECEIVED, ['stage-started', '2019-07-03T10:00', 'survey'], ['stage-finished', '2019-07-04T10:00', 'survey']]
    const found = (measure: Version['measure']) => judged(shorts, '2019-07-22T09:00', { ...LICENSING, stages, measure })
    expect(found('span')).toMatchObject({ state: 'running', dueDate: '2019-07-29', findings: [{ code: 'deemed-accepted', index: 0 }] })
    expect(found('union')).toMatchObject({ state: 'completed', startsAt: '2019-07-03T10:00:00+08:00', findings: [] })
  })

  test('are corrected too late by a request that comes once they count as accepted, unless the rule lets corrections stop the clock', () => {
    const shorts: Short[] = [
      RECEIVED,
      ['correction-requested', '2019-07-10T10:00'],
      ['corrected', '2019-07-12T10:00'],
      ['accepted', '2019-07-12T11:00'],
    ]
    const found = (shorts: readonly Short[], now: string, correction?: Version['correction']) =>
      judged(shorts, now, { deemedAcceptance: { workingDays: 5 }, ...(correction && { correction }) })
    const findings = [
      { code: 'deemed-accepted', index: 0 },
      { code: 'correction-ignored', index: 1 },
    ]
    expect(found(shorts, '2019-07-22T09:00')).toMatchObject({ startsAt: '2019-07-01T10:00:00+08:00', dueDate: '2019-07-29', findings })
    // Two working days of a pause move the end to Wednesday.
    expect(found(shorts, '2019-07-22T09:00', 'pause')).toMatchObject({ dueDate: '2019-07-31', findings: findings.slice(0, 1) })
    expect(found(shorts.slice(0, 2), '2019-07-11T09:00')).toMatchObject({ state: 'running', dueDate: '2019-07-29' })
    const decided: Short[] = [...shorts.slice(0, 2), ['completed', '2019-07-26T10:00']]
    expect(found(decided, '2019-07-30T09:00')).toMatchObject({ state: 'completed', outcome: 'early', findings })
    const twice: Short[] = [...shorts.slice(0, 2), ['correction-requested', '2019-07-11T10:00']]
    expect(errorOf(() => found(twice, '2019-07-30T09:00'))).toMatchObject({ code: 'event-not-allowed', path: 'events[2].type' })
  })

  test('may have their acceptance revoked, though nobody gave it', () => {
    expect(judged([RECEIVED, ['revoked', '2019-07-22T10:00']])).toMatchObject({ state: 'closed', outcome: 'exempt' })
  })

  test('count as accepted where they were accepted on the date after the last, told without a time', () => {
    const found = judged([RECEIVED, ['accepted', '2019-07-09']], '2019-07-22T09:00')
    expect(found).toMatchObject({ startsAt: '2019-07-01T10:00:00+08:00', findings: [{ code: 'deemed-accepted', index: 0 }] })
  })

  test('start the clock anyhow where their receipt does', () => {
    expect(judged([RECEIVED], '2019-07-22T09:00', { ...LICENSING, starts: 'received' })).toMatchObject({ dueDate: '2019-07-29', findings: [] })
  })

  test('have each their own last day, though others under the same rule were asked about before', () => {
    const deemedAt = (at: string) => {
      const options = { policy: cnLicensing, clock: hall, now: '2019-07-02T12:00' }
      return assess({ id: 'C', rule: 'ordinary-licence', events: [{ type: 'received', at }] }, options).nextChangeAt
    }
    const [first, second] = ['2019-07-08T17:00:00.001+08:00', '2019-07-09T17:00:00.001+08:00']
    expect(['2019-07-01T10:00', '2019-07-02T10:00', '2019-07-01T10:00'].map(deemedAt)).toEqual([first, second, first])
  })

  test('are answered within the time of the version that they are asked about, though another gives them longer', () => {
    const base = policyOf({ workingDays: 20 }, { ...LICENSING, to: '2019-07-10' })
    const [long] = base.rules.only.versions
    const { to: _, ...later } = { ...long, from: '2019-07-11', deemedAcceptance: { workingDays: 2 } }
    const policy = readPolicy({ ...base, rules: { only: { ...base.rules.only, versions: [long, later] } } })
    const judged = (now: string) =>
      assess({ id: 'C', rule: 'only', events: eventsOf([['received', '2019-07-11T10:00']]) }, { policy, clock: hall, now })
    // Received on Thursday: the second working day after it is Monday 07-15, the fifth Thursday 07-18.
    expect([judged('2019-07-15T17:00').state, judged('2019-07-16T09:00').state]).toEqual(['waiting', 'running'])
    expect(judged('2019-07-16T09:00')).toMatchObject({ basis: { version: '2019-07-11' }, startsAt: '2019-07-11T10:00:00+08:00' })
  })

  test('that cannot be answered within the calendar are named', () => {
    const error = errorOf(() => judged([['received', '2050-12-30T10:00']], '2050-12-30T11:00'))
    expect([error.code, error.path]).toEqual(['outside-coverage', 'events[0].at'])
  })

  test('by a rule that deems nothing wait on', () => {
    expect(judged([RECEIVED], '2019-12-31T09:00', {})).toMatchObject({ state: 'waiting', outcome: 'open' })
  })
})

describe('a case closed without a decision', () => {
  test.each<[string, Short[], string, string]>([
    [
      'rejected before it was accepted',
      [
        ['received', '2019-07-01T10:00'],
        ['rejected', '2019-07-03T10:00'],
      ],
      'exempt',
      'none',
    ],
    [
      'rejected while its papers were corrected',
      [
        ['received', '2019-07-01'],
        ['correction-requested', '2019-07-02'],
        ['rejected', '2019-09-30'],
      ],
      'exempt',
      'none',
    ],
    [
      'whose acceptance was revoked in time',
      [
        ['accepted', '2019-07-01T10:00'],
        ['revoked', '2019-07-29T17:00'],
      ],
      'exempt',
      'none',
    ],
    [
      'whose acceptance was revoked too late',
      [
        ['accepted', '2019-07-01T10:00'],
        ['revoked', '2019-07-29T17:01'],
      ],
      'late',
      'red',
    ],
    [
      'withdrawn',
      [
        ['accepted', '2019-07-01T10:00'],
        ['withdrawn', '2019-07-05T10:00'],
        ['delivered', '2019-07-08T10:00'],
      ],
      'exempt',
      'none',
    ],
  ])('%s is closed', (_, shorts, outcome, light) => {
    expect(judged(shorts)).toMatchObject({ state: 'closed', outcome, light })
  })
})

describe('a correction after acceptance', () => {
  // Accepted on Monday 2019-07-01; ten working days end on Monday 07-15. From Wednesday 07-03 to Wednesday 07-10 five days are not counted.
  const shorts: Short[] = [
    ['accepted', '2019-07-01T10:00'],
    ['correction-requested', '2019-07-03T10:00'],
    ['corrected', '2019-07-10T10:00'],
  ]
  const ten = { workingDays: 10 }

  test('stands still, by a rule that says so', () => {
    expect(judged(shorts.slice(0, 2), '2019-07-05T09:00', { correction: 'pause' }, ten)).toMatchObject({
      state: 'paused',
      used: { workingDays: 2 },
      ifResumedNow: { dueDate: '2019-07-17' },
    })
    expect(judged(shorts, '2019-07-11T09:00', { correction: 'pause' }, ten)).toMatchObject({ dueDate: '2019-07-22', used: { workingDays: 3 } })
  })

  test('would start the clock anew if it were made now, by a rule that says so', () => {
    expect(judged(shorts.slice(0, 2), '2019-07-05T09:00', { correction: 'restart' }, ten)).toMatchObject({
      state: 'paused',
      ifResumedNow: { dueDate: '2019-07-19' },
    })
  })

  test('made outside opening hours starts the clock anew at the next opening', () => {
    const late: Short[] = [...shorts.slice(0, 2), ['corrected', '2019-07-12T18:00']]
    expect(judged(late, '2019-07-16T09:00', { correction: 'restart' }, ten)).toMatchObject({
      startsAt: '2019-07-15T09:00:00+08:00',
      dueDate: '2019-07-29',
    })
  })

  test('asked for after the limit had expired does not start it anew', () => {
    const late: Short[] = [
      ['accepted', '2019-07-01T10:00'],
      ['correction-requested', '2019-07-16T10:00'],
      ['corrected', '2019-07-17T10:00'],
    ]
    expect(judged(late, '2019-07-18T09:00', { correction: 'restart' }, ten)).toMatchObject({
      outcome: 'overdue',
      dueDate: '2019-07-15',
      findings: [{ code: 'restart-ignored', index: 1 }],
    })
  })

  test('and an extension of one instant apply in the order of the list', () => {
    // Four working days end on Friday 07-05 at 17:00: an hour later it is too late to ask, but the date is not.
    const events = [
      ...eventsOf([
        ['accepted', '2019-07-01T10:00'],
        ['correction-requested', '2019-07-05T18:00'],
      ]),
      { type: 'extended', at: '2019-07-05', by: { workingDays: 2 } } as const,
      ...eventsOf([['corrected', '2019-07-10T10:00']]),
    ]
    const terms: Partial<Version> = { correction: 'restart', extension: { by: { workingDays: 2 }, times: 1 } }
    // Asked for after the limit had expired, the correction is no more than a pause from Friday to Wednesday: two days more end on Friday 07-12.
    expect(judgeEvents({ workingDays: 4 }, events, '2019-07-11T09:00', terms).findings).toEqual([{ code: 'restart-ignored', index: 1 }])
  })

  test('that was never made is a pause up to the decision', () => {
    const decided: Short[] = [...shorts.slice(0, 2), ['completed', '2019-07-12T10:00']]
    const findings = [{ code: 'paused-at-completion' }]
    expect(judged(decided, undefined, { correction: 'restart' }, ten)).toMatchObject({ outcome: 'early', used: { workingDays: 2 }, findings })
  })

  test('is not possible by a rule that does not provide for it, nor twice at once', () => {
    const refused = { code: 'event-not-allowed', path: 'events[1].type', facts: { lacks: 'correction' } }
    expect(errorOf(() => judged(shorts, undefined, {}))).toMatchObject(refused)
    const twice: Short[] = [...shorts.slice(0, 2), ['correction-requested', '2019-07-04T10:00']]
    expect(errorOf(() => judged(twice))).toMatchObject({
      code: 'event-not-allowed',
      path: 'events[2].type',
      facts: { after: 'correction-requested', lacks: undefined },
    })
  })
})

test.each<[string, Short[], lacks: string | undefined]>([
  ['the end of a stage, where the rule has none', [['stage-finished', '2019-07-02T10:00', 'a']], 'stages'],
  [
    'a correction after the decision, where no rule would let it be',
    [
      ['completed', '2019-07-02T10:00'],
      ['correction-requested', '2019-07-03T10:00'],
    ],
    undefined,
  ],
])('%s, is refused for that', (_, shorts, lacks) => {
  const error = errorOf(() => judged([['accepted', '2019-07-01T10:00'], ...shorts], undefined, {}))
  expect(error).toMatchObject({ code: 'event-not-allowed', facts: { lacks } })
})

describe('an extension', () => {
  // Accepted on Monday 2019-07-01; twenty working days end on Monday 07-29, thirty on Monday 08-12.
  const accepted = eventsOf([['accepted', '2019-07-01T10:00']])
  const under = (events: readonly CaseEvent[], now = '2019-08-01T09:00', terms = LICENSING) =>
    judgeEvents({ workingDays: 20 }, [...accepted, ...events], now, terms)

  test.each<[string, CaseEvent[], object]>([
    ['too long', [extended('2019-07-20T10:00', { workingDays: 11 })], { index: 1, why: 'too-long' }],
    ['without a reason', [extended('2019-07-20T10:00', { workingDays: 10 }, '')], { index: 1, why: 'reason-missing' }],
    ['with a reason of blanks', [extended('2019-07-20T10:00', { workingDays: 10 }, ' \u3000')], { index: 1, why: 'reason-missing' }],
  ])('asked for %s is not granted', (_, events, finding) => {
    expect(under(events)).toMatchObject({ outcome: 'overdue', dueDate: '2019-07-29', findings: [{ code: 'extension-ignored', ...finding }] })
  })

  test('is granted no more often than the rule allows', () => {
    const found = under([extended('2019-07-20T10:00'), extended('2019-07-21T10:00')])
    expect(found).toMatchObject({ dueDate: '2019-08-12', findings: [{ code: 'extension-ignored', index: 2, why: 'too-often' }] })
    const twice = { ...LICENSING, extension: { by: { workingDays: 10 }, times: 2 } }
    // Forty working days end on Monday 08-26.
    expect(under([extended('2019-07-20T10:00'), extended('2019-08-12T16:00')], '2019-08-20T09:00', twice)).toMatchObject({ dueDate: '2019-08-26' })
  })

  test('in another unit, or by no amount, is refused by name', () => {
    expect(errorOf(() => under([extended('2019-07-20', { calendarDays: 10 })]))).toMatchObject({
      code: 'unit-unknown',
      path: 'events[1].by',
      caseId: 'C',
    })
    expect(errorOf(() => under([extended('2019-07-20', { workingDays: 1.5 })]))).toMatchObject({ code: 'amount-invalid', path: 'events[1].by' })
    expect(errorOf(() => under([extended('2019-07-20')], undefined, {}))).toMatchObject({ code: 'event-not-allowed', path: 'events[1].type' })
  })
})

describe('a stage before the acceptance that starts the clock', () => {
  const stages = { survey: { titles: { zh: '踏勘', en: 'Survey' }, limit: { workingDays: 2 } } }
  const before: Short[] = [
    ['received', '2019-07-01T10:00'],
    ['stage-started', '2019-07-02T10:00', 'survey'],
  ]
  const found = (shorts: readonly Short[], terms: Partial<Version> = {}) =>
    judged(shorts, '2019-07-22T09:00', { stages, ...terms }, { workingDays: 4 })

  test('starts nothing but itself', () => {
    expect(found(before)).toMatchObject({ state: 'waiting', outcome: 'open', limits: [] })
    const accepted: Short[] = [...before, ['stage-finished', '2019-07-03T10:00', 'survey'], ['accepted', '2019-07-04T10:00']]
    expect(found([...accepted, ['completed', '2019-07-09T10:00']])).toMatchObject({
      startsAt: '2019-07-04T10:00:00+08:00',
      outcome: 'early',
      used: { workingDays: 3 },
    })
  })

  test('may end while papers are corrected', () => {
    const shorts: Short[] = [
      ...before,
      ['correction-requested', '2019-07-03T10:00'],
      ['stage-finished', '2019-07-04T10:00', 'survey'],
      ['corrected', '2019-07-08T10:00'],
      ['accepted', '2019-07-08T11:00'],
    ]
    expect(found(shorts)).toMatchObject({ state: 'running', dueDate: '2019-07-12' })
  })

  test.each<[string, Short[]]>([
    ['decided', [...before, ['completed', '2019-07-20T10:00']]],
    ['paused', [...before, ['paused', '2019-07-03T10:00']]],
    ['begun by it', before.slice(1)],
  ])('leaves a case that is not accepted such that it cannot be %s', (_, shorts) => {
    expect(errorOf(() => found(shorts))).toMatchObject({ code: 'event-not-allowed', path: `events[${shorts.length - 1}].type` })
  })
})

describe('a case outside all versions', () => {
  const judgedBy = (policy: Policy, rule: string, events: readonly CaseEvent[], now: string) =>
    assess({ id: 'C', rule, events }, { policy, clock: hall, now })
  const exempt = { outcome: 'exempt', reason: 'before-first-version' }

  test.each<[string, XiaoshanRule, Short[]]>([
    [
      'recorded by dates, though the rule counts time',
      'sixty-minute-certificate',
      [
        ['received', '2018-05-02'],
        ['completed', '2018-05-03'],
        ['delivered', '2018-05-03'],
      ],
    ],
    [
      'paused by another cause, and corrected',
      'water-hookup',
      [
        ['accepted', '2018-05-02'],
        ['paused', '2018-05-03', 'flood'],
        ['resumed', '2018-05-04', 'flood'],
        ['correction-requested', '2018-05-07'],
        ['corrected', '2018-05-08'],
        ['completed', '2018-05-09'],
      ],
    ],
    [
      'with stages of its own',
      'business-setup',
      [
        ['stage-started', '2018-05-02', 'stamp'],
        ['stage-finished', '2018-05-03', 'stamp'],
        ['completed', '2018-05-03'],
      ],
    ],
  ])('is exempt, %s', (_, rule, shorts) => {
    expect(judge(rule, shorts)).toMatchObject({ ...exempt, findings: [], limits: [] })
  })

  test('is exempt, extended though the rule allows none', () => {
    const events: CaseEvent[] = [...eventsOf([['accepted', '2018-05-02']]), extended('2018-05-03')]
    expect(judgedBy(xiaoshan2019, 'water-hookup', events, LATER)).toMatchObject(exempt)
  })

  test('is refused where its order is impossible, or its stage has no name', () => {
    const resumed: Short[] = [
      ['accepted', '2018-05-02'],
      ['resumed', '2018-05-03'],
    ]
    expect(errorOf(() => judge('water-hookup', resumed))).toMatchObject({ code: 'event-not-allowed', path: 'events[1].type' })
    expect(errorOf(() => judge('business-setup', [['stage-started', '2018-05-02']]))).toMatchObject({
      code: 'stage-unknown',
      path: 'events[0].stage',
    })
  })

  test('is bound by what its rule says as long as its clock has not started', () => {
    const waiting: Short[] = [
      ['received', '2018-05-02'],
      ['accepted', '2018-05-03'],
      ['paused', '2018-05-04', 'flood'],
    ]
    const refused = errorOf(() => judgedBy(cnLicensing, 'ordinary-licence', eventsOf(waiting), '2018-05-02T10:00'))
    expect(refused).toMatchObject({ code: 'cause-unknown', path: 'events[2].cause' })
  })
})

test('a start that no calendar can move to an opening is named by its event', () => {
  expect(errorOf(() => judged([['accepted', '2050-12-31T18:00']], '2050-12-31T19:00'))).toMatchObject({
    code: 'outside-coverage',
    path: 'events[0].at',
  })
})

test('a start that leads beyond the calendar is named by its own event, whatever happens on the day that it leads to', () => {
  const shorts: Short[] = [
    ['accepted', '2050-12-31T18:00'],
    ['paused', '2051-01-01T10:00'],
  ]
  expect(errorOf(() => judged(shorts, '2051-01-02T09:00'))).toMatchObject({ code: 'outside-coverage', path: 'events[0].at' })
})

test('a stage that starts a case is refused for the stages that its rule lacks, though it would be measured by them', () => {
  const error = errorOf(() => judged([['stage-started', '2019-07-01T10:00', 'a']], undefined, { measure: 'union' }))
  expect(error).toMatchObject({ code: 'event-not-allowed', facts: { lacks: 'stages' } })
})

test.each<[string, Short]>([
  ['a decision', ['completed', '2051-12-30T10:00']],
  ['a pause, told by its date alone', ['paused', '2051-12-30']],
])('the day of %s that no calendar knows is named by its event', (_, short) => {
  const now = short[0] === 'paused' ? '2051-12-31T09:00' : '2052-01-05T09:00'
  expect(errorOf(() => judged([['accepted', '2019-07-01T10:00'], short], now))).toMatchObject({
    code: 'outside-coverage',
    path: 'events[1].at',
    caseId: 'C',
  })
})

test.each<[string, Short[]]>([
  ['events[0].at', [['accepted', '2026-12-28T10:00']]],
  [
    'events[1].at',
    [
      ['accepted', '2026-12-18T10:00'],
      ['completed', '2026-12-28'],
    ],
  ],
])('the day of %s that a calendar refuses because no notice has settled it is named by its event', (path, shorts) => {
  const clock = createClock({ ...hall, calendar: hall.calendar.with({ unpublished: 'error' }) })
  const file = { id: 'C', rule: 'water-hookup', events: eventsOf(shorts) } as const
  const error = errorOf(() => assess(file, { policy: xiaoshan2019, clock, now: '2027-01-31T09:00' }))
  expect(error).toMatchObject({ code: 'unpublished', path, caseId: 'C' })
})
