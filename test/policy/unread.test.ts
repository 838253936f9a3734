import { assess, clockFor, cnLicensing, type Policy, xiaoshan2019 } from 'service-time'
import { lint, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { isChecked } from '../../src/policy/checked.js'
import { frozen } from '../../src/time/frozen.js'
import { errorOf } from '../support/errors.js'

const { titles, source } = xiaoshan2019
const file = { id: 'C', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01T10:00' }] } as const
const options = { clock: clockFor(xiaoshan2019), now: '2019-07-02T09:00' }

/** A copy of a policy in which a version has nothing but its date. */
function broken(): Policy {
  const copy = structuredClone<unknown>(xiaoshan2019) as { rules: Record<string, { versions: unknown[] }> }
  ;(copy.rules['water-hookup'] as { versions: unknown[] }).versions = [{ from: '2019-01-01' }]
  return copy as unknown as Policy
}

describe('a policy that nobody has checked', () => {
  test.each<[string, () => Policy]>([
    ['as it is', broken],
    ['frozen', () => frozen(broken())],
  ])('is refused where a part is missing, %s', (_, policy) => {
    for (const ask of [() => lint(policy()), () => assess(file, { ...options, policy: policy() })]) {
      const error = errorOf(ask)
      expect(error).toMatchObject({ code: 'policy-invalid', path: 'policy', cause: expect.any(TypeError) })
      expect(error.message).toMatch(/\{ .* \} is not valid as a policy \(.*'kind'.*\); readPolicy and definePolicy say where/)
      expect(error.text('zh')).toMatch(/不是有效的政策数据（运行时报告“.*'kind'.*”）；请用 readPolicy 或 definePolicy 读取/)
    }
  })

  test.each(['rules', 'source'])('is none without its %s', (part) => {
    expect(errorOf(() => lint({ ...xiaoshan2019, [part]: undefined } as never))).toMatchObject({ code: 'value-invalid', path: 'policy' })
  })

  test('is told from one that was, and from the copies of that', () => {
    const read = readPolicy(structuredClone(xiaoshan2019))
    const refined = refinePolicy(xiaoshan2019, { id: 'r', titles, source, rules: {} })
    expect([xiaoshan2019, cnLicensing, read, refined].map(isChecked)).toEqual([true, true, true, true])
    expect([{ ...read }, structuredClone(read), JSON.parse(JSON.stringify(read))].map(isChecked)).toEqual([false, false, false])
  })

  test('lets pass what is thrown by others', () => {
    const file = {
      get id(): string {
        throw new RangeError('not now')
      },
    }
    expect(() => assess(file as never, { ...options, policy: broken() })).toThrow(new RangeError('not now'))
  })
})

test.each<[unknown, string]>([
  [null, 'null'],
  [5, '5'],
  ['bases', 'bases'],
  [[], '[]'],
])('options that are %o are refused', (options, found) => {
  expect(errorOf(() => readPolicy(xiaoshan2019, options as never))).toMatchObject({ code: 'value-invalid', path: 'options', facts: { found } })
})

test('an option that is not known is refused', () => {
  expect(errorOf(() => readPolicy(xiaoshan2019, { base: [] } as never))).toMatchObject({
    code: 'choice-unknown',
    path: 'options',
    facts: { found: 'base', allowed: ['bases'] },
  })
})

test('bases that are no list are refused', () => {
  expect(errorOf(() => readPolicy(xiaoshan2019, { bases: xiaoshan2019 as never }))).toMatchObject({
    code: 'value-invalid',
    path: 'bases',
    facts: { found: expect.stringMatching(/^\{ /) },
  })
})
