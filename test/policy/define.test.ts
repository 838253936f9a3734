import { xiaoshan2019 } from 'service-time'
import { definePolicy, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { judgeLimit, type Short } from '../support/cases.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const titles = { zh: '听证', en: 'Hearing' }
const CHANGES = {
  id: 'sooner',
  titles,
  source: { titles, issuer: titles, date: '2019-12-01', status: 'in-force' as const },
  rules: { 'water-hookup': { versions: [{ from: '2020-01-01', target: { kind: 'each' as const, limit: { workingDays: 3 } } }] } },
}

describe('a policy defined in code', () => {
  test('is checked as one that is read', () => {
    const policy = policyOf({ workingDays: 4 }, { causes: { hearing: { titles, ground: { zh: '第四十五条', en: 'art. 45' } } } })
    expect(definePolicy(policy)).toEqual(policy)
    const broken = policyOf({ workingDays: 4 }, { from: '2019-02-30' })
    expect(errorOf(() => definePolicy(broken))).toMatchObject({ code: 'policy-invalid', path: 'rules.only.versions[0].from' })
  })
})

describe('a policy that has been checked', () => {
  const given = (): typeof xiaoshan2019 => JSON.parse(JSON.stringify(xiaoshan2019))
  const partsOf = (value: unknown): readonly object[] =>
    typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : []
  const isFrozen = (value: unknown) => partsOf(value).map(Object.isFrozen)

  test.each<[string, (policy: typeof xiaoshan2019) => unknown]>([
    ['readPolicy', (policy) => readPolicy(policy)],
    ['readPolicy, over a base', (policy) => readPolicy({ ...CHANGES, extends: policy.id }, { bases: [policy] })],
    ['definePolicy', (policy) => definePolicy(policy)],
    ['refinePolicy', (policy) => refinePolicy(policy, CHANGES)],
  ])('by %s is frozen to its last part, and what it was made from is left as it was', (_, make) => {
    const policy = given()
    const made = isFrozen(make(policy))
    expect(made.length).toBeGreaterThan(1_000)
    expect(made).not.toContain(false)
    expect(policy).toEqual(xiaoshan2019)
    expect(isFrozen(policy)).not.toContain(true)
    expect(isFrozen(CHANGES)).not.toContain(true)
  })
})

describe('a cause', () => {
  const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
  const causes = { hearing: { titles }, auction: { titles } }
  const judged = (...shorts: Short[]) => judgeLimit({ workingDays: 4 }, [ACCEPTED, ...shorts], '2019-07-03T09:00', { causes })

  test('that is declared pauses the clock, and so does a pause that names none', () => {
    expect(judged(['paused', '2019-07-02T10:00', 'hearing']).state).toBe('paused')
    expect(judged(['paused', '2019-07-02T10:00']).state).toBe('paused')
  })

  test('that is not declared is refused, by the event and the causes that are', () => {
    const error = errorOf(() => judged(['paused', '2019-07-02T10:00', 'haering']))
    expect(error).toMatchObject({ code: 'cause-unknown', path: 'events[1].cause', caseId: 'C', facts: { index: 1, allowed: ['hearing', 'auction'] } })
    expect(error.message).toBe('Case "C": Event 2 names the cause "haering", which the rule does not know; its causes: hearing, auction.')
    const resumed = errorOf(() => judged(['paused', '2019-07-02T10:00', 'hearing'], ['resumed', '2019-07-02T11:00', 'haering']))
    expect(resumed).toMatchObject({ code: 'cause-unknown', facts: { index: 2 } })
    expect(errorOf(() => judged(['paused', '2019-07-02T10:00', 'toString'])).code).toBe('cause-unknown')
  })

  test('is any text where none are declared', () => {
    expect(judgeLimit({ workingDays: 4 }, [ACCEPTED, ['paused', '2019-07-02T10:00', 'flood']], '2019-07-03T09:00').state).toBe('paused')
  })
})
