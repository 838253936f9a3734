import { assess, clockFor, type Policy, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const clock = clockFor(xiaoshan2019)
const small = policyOf({ workingDays: 4 })

/** The names that the refusal of a name offers. */
function nearestTo(rule: string, policy: Policy = xiaoshan2019): readonly string[] {
  const error = errorOf(() => assess({ id: 'C', rule, events: [{ type: 'accepted', at: '2020-01-02' }] }, { policy, clock, now: '2020-01-02T10:00' }))
  expect(error.code).toBe('rule-unknown')
  return (error.facts as { nearest: string[] }).nearest
}

describe('the names offered for a misspelt rule', () => {
  test.each([
    ['a letter left out', 'gas-hokup', ['gas-hookup']],
    ['a letter too many', 'bankkruptcy', ['bankruptcy']],
    ['two wrong letters', 'clinic-opemimg', ['clinic-opening']],
    ['two words alike', 'networ-hookup', ['network-hookup', 'water-hookup']],
    ['a word of the name', 'water', ['water-hookup']],
    ['a word of a Chinese title', '供水', ['water-hookup']],
    ['a Chinese title cut short', xiaoshan2019.rules['water-hookup'].titles.zh.slice(1), ['water-hookup']],
    ['an English title', xiaoshan2019.rules.bankruptcy.titles.en, ['bankruptcy']],
  ])('begin with the nearest after %s', (_, rule, nearest) => {
    expect(nearestTo(rule).slice(0, nearest.length)).toEqual(nearest)
  })

  test('differ in less than half of what was found', () => {
    const policy = { ...small, rules: { abcd: small.rules.only, zzzzzzzz: small.rules.only } }
    expect(nearestTo('abc-', policy)).toEqual(['abcd'])
    expect(nearestTo('ab--', policy)).toEqual(['abcd', 'zzzzzzzz'])
  })

  test('are three at most, of equals the first of the policy', () => {
    const { only } = small.rules
    const policy = { ...small, rules: { 'permit-3': only, 'permit-2': only, 'permit-44': only, 'permit-1': only } }
    expect(nearestTo('permit-', policy)).toEqual(['permit-3', 'permit-2', 'permit-1'])
  })

  test('hold what was found only where that is more than a quarter of them', () => {
    const policy = { ...small, rules: { zzzzzzzz: small.rules.only, 'permit-a': small.rules.only } }
    expect(nearestTo('it', policy)).toEqual(['zzzzzzzz', 'permit-a'])
    expect(nearestTo('mit', policy)).toEqual(['permit-a'])
  })

  test('are as far from what was found as it has letters too many, at its start as well', () => {
    const policy = { ...small, rules: { zzzzzzzz: small.rules.only, ab: small.rules.only } }
    expect(nearestTo('xxab', policy)).toEqual(['zzzzzzzz', 'ab'])
    expect(nearestTo('xab', policy)).toEqual(['ab'])
  })

  test.each(['', 'x', 'zzzzzzzzzz'])('are all rules where none is near to "%s"', (rule) => {
    expect(nearestTo(rule)).toEqual(Object.keys(xiaoshan2019.rules))
  })
})
