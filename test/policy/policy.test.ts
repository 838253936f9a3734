import { type Limit, type Measure, type Version, xiaoshan2019 } from 'service-time'
import { policySchema, readPolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { indicatorOf, isInForce, ruleOf } from '../../src/policy/policy.js'
import { parseDay } from '../../src/time/day.js'
import { BROKEN, brokenBy, versionOf } from '../support/broken-policies.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

type Row = [code: string, rule: keyof typeof xiaoshan2019.rules, kind: string, limit: Limit, targetDate: string, from: string]

/** The table of the 18 targets, written from the document and not from the data. */
const TARGETS: Row[] = [
  ['T1', 'business-setup', 'each', { workingHours: 8 }, '2019-04-30', '2019-05-01'],
  ['T2', 'investment-project', 'each', { calendarDays: 90 }, '2019-06-30', '2019-07-01'],
  ['T3', 'real-estate-registration', 'each', { workingDays: 4 }, '2019-06-30', '2019-07-01'],
  ['T4', 'mortgage-registration', 'each', { workingDays: 2 }, '2019-06-30', '2019-07-01'],
  ['T5', 'sixty-minute-certificate', 'each', { workingMinutes: 60 }, '2019-06-30', '2019-07-01'],
  ['T6', 'home-purchase-chain', 'each', { workingDays: 3 }, '2019-06-30', '2019-07-01'],
  ['T7', 'water-hookup', 'each', { workingDays: 4 }, '2019-06-30', '2019-07-01'],
  ['T8', 'gas-hookup', 'each', { workingDays: 4 }, '2019-06-30', '2019-07-01'],
  ['T9', 'power-10kv', 'each', { workingDays: 40 }, '2019-06-30', '2019-07-01'],
  ['T10', 'power-small-business', 'average', { workingDays: 15 }, '2019-06-30', '2019-07-01'],
  ['T11', 'network-hookup', 'each', { workingDays: 2 }, '2019-06-30', '2019-07-01'],
  ['T12', 'bankruptcy', 'each', { months: 6 }, '2019-08-31', '2019-09-01'],
  ['T13', 'foreign-filing', 'each', { workingDays: 2 }, '2019-12-31', '2020-01-01'],
  ['T14', 'foreign-approval', 'each', { workingDays: 5 }, '2019-12-31', '2020-01-01'],
  ['T15', 'clinic-opening', 'each', { workingDays: 5 }, '2019-10-31', '2019-11-01'],
  ['T16', 'education-approval', 'reduction', { workingDays: 2 }, '2019-10-31', '2019-11-01'],
  ['T17', 'school-opening', 'each', { workingDays: 7 }, '2019-10-31', '2019-11-01'],
  ['T18', 'complaint-handling', 'average', { workingDays: 3 }, '2019-08-31', '2019-09-01'],
]

const rules = Object.entries(xiaoshan2019.rules)

describe('the policy of Xiaoshan 2019', () => {
  test('is what the schema lets through', () => {
    expect(readPolicy(JSON.parse(JSON.stringify(xiaoshan2019)))).toEqual(xiaoshan2019)
  })

  test('is a draft for comment', () => {
    expect(xiaoshan2019.source).toMatchObject({ status: 'draft', date: '2019-04-28', commentsUntil: '2019-04-30' })
  })

  test('has the 18 targets in their order', () => {
    expect(rules.map(([id, { code }]) => [code, id])).toEqual(TARGETS.map(([code, id]) => [code, id]))
  })

  test.each(TARGETS)('%s %s is of %s %o by %s, in force from %s', (_, id, kind, limit, targetDate, from) => {
    const { versions } = xiaoshan2019.rules[id]
    expect(versions).toHaveLength(1)
    const { target } = versions[0] as (typeof versions)[number]
    expect(versions[0]).toMatchObject({ targetDate, from })
    expect([target.kind, target.kind === 'reduction' ? target.by : target.limit]).toEqual([kind, limit])
  })

  test('is in force the day after each target date', () => {
    for (const [, { versions }] of rules) {
      for (const { targetDate = '', from } of versions) expect(Date.parse(from) - Date.parse(targetDate)).toBe(86_400_000)
    }
  })

  test('cites the body and the annex for every target', () => {
    for (const [id, { versions }] of rules) {
      expect([id, versions.flatMap(({ citations }) => citations.map(({ part }) => part))]).toEqual([id, expect.arrayContaining(['body', 'annex'])])
    }
  })

  test('starts and stops clocks at acceptance and completion, but for the certificate and for complaints', () => {
    const others = rules.filter(([, { versions }]) => versions.some(({ starts, stops }) => starts !== 'accepted' || stops !== 'completed'))
    expect(others.map(([id, { versions }]) => [id, versions[0]?.starts, versions[0]?.stops])).toEqual([
      ['sixty-minute-certificate', 'received', 'delivered'],
      ['complaint-handling', 'received', 'completed'],
    ])
  })

  test('measures business set-up by the sum of its stages, and investment projects by their union', () => {
    const staged = rules.flatMap(([id, { versions }]) =>
      versions.map(({ measure, stages }): [string, Measure, string[]] => [id, measure, Object.keys(stages ?? {})]),
    )
    expect(staged.filter(([, measure]) => measure !== 'span')).toEqual([
      ['business-setup', 'sum', ['registration', 'seal', 'tax-invoice', 'bank-account']],
      ['investment-project', 'union', ['project-approval', 'planning-permit', 'construction-permit', 'completion-acceptance']],
    ])
  })

  test('caps materials and steps where the document does', () => {
    const caps = rules.flatMap(([id, { versions }]) => versions.flatMap(({ caps }) => (caps ? [[id, caps.materials, caps.steps]] : [])))
    expect(caps).toEqual([
      ['business-setup', 7, undefined],
      ['home-purchase-chain', 1, 5],
      ['water-hookup', 1, 3],
      ['gas-hookup', 1, 4],
      ['power-10kv', 2, 2],
      ['power-small-business', 2, 2],
    ])
  })

  test('keeps the conflicts of its sources as data', () => {
    const kinds = new Set(rules.flatMap(([, { versions }]) => versions.flatMap(({ conflicts = [] }) => conflicts.map(({ kind }) => kind))))
    expect([...kinds].sort()).toEqual(['counting', 'date', 'missing', 'scope', 'wording'])
    const dated = rules.filter(([, { versions }]) => versions.some(({ conflicts = [] }) => conflicts.some(({ kind }) => kind === 'date')))
    expect(dated.map(([, { code }]) => code)).toEqual(expect.arrayContaining(['T1', 'T3', 'T4', 'T5', 'T6', 'T16']))
  })
})

describe('what a policy names', () => {
  test.each([
    ['rule', ruleOf],
    ['indicator', indicatorOf],
  ])('as an %s is found by a text alone', (kind, find) => {
    const [indicator] = Object.keys(xiaoshan2019.indicators ?? {})
    for (const id of ['toString', 7, undefined, ['water-hookup'], [indicator]]) {
      expect(errorOf(() => find(xiaoshan2019, id))).toMatchObject({ code: `${kind}-unknown`, path: kind })
    }
    const nones = { undefined, null: null, 7: 7, '{}': {} }
    for (const [found, none] of Object.entries(nones)) {
      const facts = { expected: 'policy', found }
      expect(errorOf(() => find(none as never, 'only'))).toMatchObject({ code: 'value-invalid', path: 'policy', facts })
    }
  })

  test('as a version is in force from its first day to its last', () => {
    const [version] = policyOf({ workingDays: 4 }, { to: '2019-06-30' }).rules.only.versions as [Version]
    const days = ['2006-12-31', '2007-01-01', '2019-06-30', '2019-07-01'].map((date) => isInForce(version, parseDay(date)))
    expect(days).toEqual([false, true, true, false])
  })
})

describe('a policy that is not valid', () => {
  test.each(BROKEN)('for %s is refused with its path', (_, change, code, path) => {
    expect(errorOf(() => readPolicy(brokenBy(change)))).toMatchObject({ code, path })
  })

  test.each([null, undefined, 7, 'xiaoshan-2019', [], {}])('%o is no policy', (value) => {
    expect(errorOf(() => readPolicy(value)).code).toBe('policy-invalid')
  })

  test('says what is wrong in both languages', () => {
    const error = errorOf(() => readPolicy(brokenBy((policy) => (versionOf(policy)['from'] = '2019-02-30'))))
    expect(error.text('en')).toContain('a date is YYYY-MM-DD and exists')
    expect(error.text('zh')).toContain('日期应写成 YYYY-MM-DD 且确有其日')
    const unknown = errorOf(() => readPolicy(brokenBy((policy: { colour?: string }) => (policy.colour = 'red'))))
    expect(unknown.text('zh')).toContain('colour')
    expect(unknown.text('zh')).not.toContain('Unrecognized')
  })

  test('and one that is, is let through by the schema and the reader alike', () => {
    const policy = JSON.parse(JSON.stringify(policyOf({ workingDays: 4 })))
    expect(policySchema.safeParse(policy).success).toBe(true)
    expect(readPolicy(policy)).toEqual(policy)
  })
})
