import { assess, type Limit, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const titles = { zh: '甲', en: 'A' }
const RULED_LATER: Partial<Version> = { from: '2019-08-01' }

describe('a case from before its rule', () => {
  test.each<[string, Short[], string]>([
    ['running', [ACCEPTED], 'running'],
    ['paused', [ACCEPTED, ['paused', '2019-07-02T10:00']], 'paused'],
    ['paused once more', [ACCEPTED, ['paused', '2019-07-02T10:00'], ['resumed', '2019-07-03T10:00'], ['paused', '2019-07-04T10:00']], 'paused'],
    ['running again', [ACCEPTED, ['paused', '2019-07-02T10:00'], ['resumed', '2019-07-03T10:00']], 'running'],
    ['completed', [ACCEPTED, ['completed', '2019-07-02T10:00']], 'completed'],
    ['closed where it was withdrawn', [ACCEPTED, ['withdrawn', '2019-07-02T10:00']], 'closed'],
    ['closed where its acceptance was revoked', [ACCEPTED, ['revoked', '2019-07-02T10:00']], 'closed'],
  ])('is %s, and exempt', (_, shorts, state) => {
    expect(judgeLimit({ workingDays: 4 }, shorts, LATER, RULED_LATER)).toMatchObject({
      state,
      outcome: 'exempt',
      reason: 'before-first-version',
      light: 'none',
    })
  })

  test.each<[string, Short[]]>([
    [
      'rejected',
      [
        ['received', '2019-07-01T10:00'],
        ['rejected', '2019-07-02T10:00'],
      ],
    ],
    [
      'withdrawn',
      [
        ['received', '2019-07-01T10:00'],
        ['withdrawn', '2019-07-02T10:00'],
      ],
    ],
  ])('is closed where it was %s before it was accepted, and has no next change', (_, shorts) => {
    const found = judgeLimit({ workingDays: 4 }, shorts, LATER)
    expect(found).toMatchObject({ state: 'closed', outcome: 'exempt', reason: 'closed-in-time' })
    expect('nextChangeAt' in judgeLimit({ workingDays: 4 }, shorts.slice(0, 1), LATER)).toBe(false)
  })

  test('is exempt on the last day before it, and not on its first; likewise at its end', () => {
    const reasonOn = (at: string, terms: Partial<Version>) => judgeLimit({ workingDays: 4 }, [['accepted', at]], LATER, terms).reason
    expect(['2019-07-31T10:00', '2019-08-01T10:00'].map((at) => reasonOn(at, RULED_LATER))).toEqual(['before-first-version', undefined])
    const ended = { to: '2019-07-31' }
    expect(['2019-07-31T10:00', '2019-08-01T10:00'].map((at) => reasonOn(at, ended))).toEqual([undefined, 'after-last-version'])
  })
})

describe('the version that a case is under', () => {
  const [plain] = policyOf({ workingDays: 4 }).rules.only.versions as readonly [Version]

  test('is that in force when it was accepted, where each of two that join moves the start out of itself', () => {
    const base = policyOf({ workingDays: 4 })
    const versions = [
      { ...plain, from: '2019-01-01', to: '2019-07-07' },
      { ...plain, from: '2019-07-08', target: { kind: 'each', limit: { calendarDays: 4 } } },
    ]
    const judged = (at: string, some = versions) => {
      const policy = { ...base, rules: { only: { ...base.rules.only, versions: some } } } as never
      return assess({ id: 'C', rule: 'only', events: [{ type: 'accepted', at }] }, { policy, clock: hall, now: '2019-07-09T10:00' })
    }
    // Accepted on a Saturday, the clock starts on Monday 07-08 by working days, and on the Saturday itself by dates.
    expect(judged('2019-07-06T10:00')).toMatchObject({ startsAt: '2019-07-08T09:00:00+08:00', basis: { version: '2019-01-01' } })
    expect(judged('2019-07-08T10:00')).toMatchObject({ limit: { calendarDays: 4 }, basis: { version: '2019-07-08' } })
    // Nothing is in force on the Monday.
    expect(judged('2019-07-06T10:00', versions.slice(0, 1))).toMatchObject({ outcome: 'exempt', reason: 'after-last-version' })
  })
  const [early, late] = [
    { ...plain, to: '2019-06-30' },
    { ...plain, from: '2019-07-01', deemedAcceptance: { workingDays: 5 } },
  ]

  test.each([
    ['told first', [late, early]],
    ['told last', [early, late]],
  ])('is the newest while its clock has not started, %s', (_, versions) => {
    const policy = policyOf({ workingDays: 4 })
    const rules = { only: { ...policy.rules.only, versions } }
    const file = { id: 'C', rule: 'only', events: [{ type: 'received', at: '2019-07-03T10:00' }] } as const
    const found = assess(file, { policy: { ...policy, rules }, clock: hall, now: '2019-07-04T10:00' })
    expect(found).toMatchObject({ state: 'waiting', nextChangeAt: '2019-07-10T17:00:00.001+08:00' })
  })

  test('is that of its acceptance where it is measured as a span, and that of its first stage where its stages are measured', () => {
    const shorts: Short[] = [
      ['received', '2019-06-18T10:00'],
      ['stage-started', '2019-06-20T10:00', 'survey'],
      ['accepted', '2019-07-05T10:00'],
    ]
    const terms = { from: '2019-07-01', stages: { survey: { titles } } }
    const reasonBy = (measure: Version['measure']) => judgeLimit({ workingDays: 4 }, shorts, LATER, { ...terms, measure }).reason
    expect([reasonBy('span'), reasonBy('union')]).toEqual([undefined, 'before-first-version'])
  })
})

describe('a limit around the clock', () => {
  const EIGHT: Limit = { hours: 8 }
  const judged = (stop: string) => judgeLimit(EIGHT, [ACCEPTED, ['completed', stop]], LATER).outcome

  test('is early while any of it is left, and on time to its last instant', () => {
    expect(['2019-07-01T17:59:59.999', '2019-07-01T18:00', '2019-07-01T18:00:00.001'].map(judged)).toEqual(['early', 'on-time', 'late'])
  })

  test('is yellow in its last quarter', () => {
    const lightAt = (now: string) => judgeLimit(EIGHT, [ACCEPTED], now).light
    expect(['2019-07-01T15:59', '2019-07-01T16:00', '2019-07-01T18:00', '2019-07-01T18:01'].map(lightAt)).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ])
    expect(judgeLimit(EIGHT, [ACCEPTED], '2019-07-01T11:00').nextChangeAt).toBe('2019-07-01T16:00:00+08:00')
  })
})

describe('a cause that a rule does not declare', () => {
  const terms: Partial<Version> = { causes: { hearing: { titles } } }

  test.each<[string, Short[], string]>([
    ['of a pause', [ACCEPTED, ['paused', '2019-07-02T10:00', 'lunch']], 'events[1].cause'],
    ['of a resume', [ACCEPTED, ['paused', '2019-07-02T10:00', 'hearing'], ['resumed', '2019-07-03T10:00', 'lunch']], 'events[2].cause'],
  ])('%s is refused with its place', (_, shorts, path) => {
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, shorts, LATER, terms))).toMatchObject({
      code: 'cause-unknown',
      path,
      facts: { found: 'lunch', allowed: ['hearing'] },
    })
  })
})

describe('a stage', () => {
  const staged: Partial<Version> = { stages: { survey: { titles } } }

  test.each<[string, Short, object]>([
    [
      'without a name',
      ['stage-started', '2019-07-01T10:00'],
      { code: 'stage-unknown', path: 'events[1].stage', facts: { found: '', allowed: ['survey'] } },
    ],
    ['of another rule', ['stage-started', '2019-07-01T10:00', 'seal'], { code: 'stage-unknown', path: 'events[1].stage', facts: { found: 'seal' } }],
    ['that is not open', ['stage-finished', '2019-07-01T10:00', 'survey'], { code: 'stage-order', path: 'events[1]', facts: { state: 'not-open' } }],
  ])('%s is refused', (_, short, error) => {
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, [ACCEPTED, short], LATER, staged))).toMatchObject(error)
  })

  test('is not missed where the whole case is measured', () => {
    const stages = { survey: { titles }, test: { titles } }
    const shorts: Short[] = [
      ACCEPTED,
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['stage-finished', '2019-07-01T11:00', 'survey'],
      ['completed', '2019-07-01T12:00'],
    ]
    const findingsBy = (measure: Version['measure']) => judgeLimit({ workingDays: 4 }, shorts, LATER, { stages, measure }).findings
    expect([findingsBy('span'), findingsBy('union')]).toEqual([[], [{ code: 'stage-missing', stage: 'test' }]])
  })

  test('is not missed where none is recorded, as the case is one stage', () => {
    const terms: Partial<Version> = { stages: { survey: { titles }, test: { titles } }, measure: 'union' }
    const decided = judgeLimit({ workingDays: 4 }, [ACCEPTED, ['completed', '2019-07-01T12:00']], LATER, terms)
    expect([decided.outcome, decided.findings]).toEqual(['early', []])
  })

  test('that follows a correction starts later than the clock, which starts with the correction', () => {
    const terms: Partial<Version> = { stages: { survey: { titles }, test: { titles } }, measure: 'union', correction: 'restart' }
    const shorts: Short[] = [
      ACCEPTED,
      ['stage-started', '2019-07-01T10:00', 'survey'],
      ['stage-finished', '2019-07-02T10:00', 'survey'],
      ['correction-requested', '2019-07-02T12:00'],
      ['corrected', '2019-07-08T10:00'],
      ['stage-started', '2019-07-09T10:00', 'test'],
      ['stage-finished', '2019-07-10T10:00', 'test'],
      ['completed', '2019-07-11T10:00'],
    ]
    expect(judgeLimit({ workingDays: 4 }, shorts, LATER, terms)).toMatchObject({ startsAt: '2019-07-08T10:00:00+08:00', used: { workingDays: 1 } })
  })

  test('that lies outside opening hours adds nothing to the others', () => {
    const stages = { survey: { titles }, test: { titles } }
    const shorts: Short[] = [
      ['accepted', '2019-07-06T09:00'],
      ['stage-started', '2019-07-06T10:00', 'survey'],
      ['stage-finished', '2019-07-06T11:00', 'survey'],
      ['stage-started', '2019-07-08T10:00', 'test'],
      ['stage-finished', '2019-07-08T12:00', 'test'],
      ['completed', '2019-07-10T12:00'],
    ]
    for (const measure of ['sum', 'union'] as const) {
      expect(judgeLimit({ workingHours: 8 }, shorts, LATER, { stages, measure }).used).toEqual({ workingHours: 2 })
    }
  })

  test('that is open is not begun again', () => {
    const started: Short = ['stage-started', '2019-07-01T10:00', 'survey']
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, [ACCEPTED, started, started], LATER, staged))).toMatchObject({
      code: 'stage-order',
      path: 'events[2]',
      facts: { stage: 'survey', state: 'open' },
    })
  })
})
