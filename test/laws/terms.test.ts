import fc from 'fast-check'
import { assess, type CaseEvent, conventions, type Limit, type Policy, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { LATER } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'

const limits: fc.Arbitrary<Limit> = fc
  .tuple(fc.constantFrom('workingDays', 'workingHours', 'calendarDays', 'months', 'hours'), fc.integer({ min: 1, max: 12 }))
  .map(([unit, amount]) => ({ [unit]: amount }) as Limit)
const named = fc.constantFrom(conventions['cn-civil-code'], conventions['cn-hall'])
const texts = fc.record({ limit: limits, convention: named })

/** What of a policy is frozen, which must not make it seem that all of it is. */
const freezings: readonly ((policy: Policy) => void)[] = [
  () => {},
  (policy) => Object.freeze(policy),
  (policy) => [policy, policy.rules].forEach(Object.freeze),
  ({ rules }) => Object.values(rules).forEach(Object.freeze),
]

/** Gives the only version of a policy another limit, in its place. */
function changeLimit(policy: Policy, limit: Limit): void {
  const [version] = (policy.rules['only'] as Policy['rules'][string]).versions
  ;(version as { target: Version['target'] }).target = { kind: 'each', limit }
}

const events: readonly CaseEvent[] = [
  { type: 'accepted', at: '2019-09-30T10:00' },
  { type: 'completed', at: '2019-10-09T16:00' },
]
const judged = (policy: Policy, now: string) => assess({ id: 'C', rule: 'only', events }, { policy, clock: hall, now })

describe('a policy that is changed between two questions', () => {
  test('answers by its new limit, however much of the rest is frozen', () => {
    fc.assert(
      fc.property(
        texts,
        limits,
        fc.constantFrom(...freezings),
        fc.constantFrom(LATER, '2019-10-05T12:00'),
        ({ limit, convention }, next, freeze, now) => {
          const policy = policyOf(limit, { convention })
          freeze(policy)
          expect(judged(policy, now)).toEqual(judged(policyOf(limit, { convention }), now))
          changeLimit(policy, next)
          expect(judged(policy, now)).toEqual(judged(policyOf(next, { convention }), now))
        },
      ),
      { numRuns: runs(500) },
    )
  })

  test('answers by its new convention', () => {
    fc.assert(
      fc.property(texts, named, ({ limit, convention }, next) => {
        const policy = policyOf(limit, { convention })
        judged(policy, LATER)
        ;(policy as { convention: Policy['convention'] }).convention = next
        expect(judged(policy, LATER)).toEqual(judged(policyOf(limit, { convention: next }), LATER))
      }),
      { numRuns: runs(500) },
    )
  })
})
