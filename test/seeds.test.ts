import { inspect } from 'node:util'
import { cnLicensing, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import licensing from '../seeds/policies/cn-licensing.json' with { type: 'json' }
import xiaoshan from '../seeds/policies/xiaoshan-2019.json' with { type: 'json' }

function isFrozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
}

describe.each([
  ['xiaoshan2019', xiaoshan2019, xiaoshan],
  ['cnLicensing', cnLicensing, licensing],
])('%s, whose parts are read when they are asked for,', (_, policy, file) => {
  test('is the data of its file to whoever compares, copies, spreads or writes it', () => {
    expect(policy).toEqual(file)
    expect([{ ...policy }, structuredClone(policy), JSON.parse(JSON.stringify(policy))]).toEqual([file, file, file])
  })

  test('is the same object each time a part is asked for, and nobody can change it', () => {
    expect(policy.rules).toBe(policy.rules)
    expect(isFrozen(policy)).toBe(true)
  })

  test('is printed by a console as it is, and not as getters', () => {
    expect(inspect(policy, { depth: Infinity })).toBe(inspect(file, { depth: Infinity }))
  })
})
