import type { Version } from 'service-time'
import { readPolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { brokenBy, versionOf } from '../support/broken-policies.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const titles = { zh: '甲', en: 'A' }
const bank = { titles, calendar: 'cn', hours: 'bank' }
const withTerms = (terms: object) => brokenBy((policy) => Object.assign(versionOf(policy), terms))
const withPolicy = (parts: object) => brokenBy((policy) => Object.assign(policy, parts))
const indicatorOf = (target: object) => ({
  titles,
  target,
  dates: [{ date: '2019-12-31', part: 'body', words: '年底' }],
  citations: [{ part: 'body', quote: '甲' }],
  departments: { lead: ['a'], responsible: [] },
})
const withIndicator = (target: object) => withPolicy({ indicators: { only: indicatorOf(target) } })
const hours = (workingHours: number) => ({ kind: 'each', limit: { workingHours } })
const reduced = (by: object) => ({ kind: 'reduction', by, baseline: titles })

describe('a policy is refused in both languages', () => {
  test.each<[what: string, value: unknown, path: string, en: string, zh: string]>([
    ['for a version that ends before it begins', withTerms({ to: '2006-12-31' }), '.to', '"to" lies before "from"', '“to”早于“from”'],
    [
      'for a sum without stages',
      withTerms({ measure: 'sum', target: hours(8), stages: {} }),
      '.stages',
      'the measure "sum" needs stages',
      '计时方式“sum”需要列出环节',
    ],
    [
      'for a warning in another unit',
      withTerms({ warning: { workingHours: 2 } }),
      '.warning',
      'a warning is told in workingDays, as what is left',
      '预警阈值应以剩余时间的单位（workingDays）写明',
    ],
    [
      'for an extension in another unit',
      withTerms({ extension: { by: { months: 1 }, times: 1 } }),
      '.extension',
      'an extension is in the unit of the limit, workingDays',
      '延期应以时限的单位（workingDays）写明',
    ],
    [
      'for a sum of days',
      withTerms({ measure: 'sum', stages: { a: { titles } } }),
      '.measure',
      'a sum of stages is measured in units of time',
      '各环节合计须以时间单位计量',
    ],
    [
      'for a sum that is to be reduced, in whatever unit',
      withTerms({ measure: 'sum', target: reduced({ workingHours: 2 }), stages: { a: { titles } } }),
      '.measure',
      'a sum of stages is measured in units of time',
      '各环节合计须以时间单位计量',
    ],
    [
      'for a citation without words',
      withTerms({ citations: [{ part: 'body', article: '42' }] }),
      '.citations[0]',
      'a citation has a "quote" or a "summary"',
      '引文应写明“quote”或“summary”',
    ],
  ])('%s', (_, value, path, en, zh) => {
    const facts = { problem: { en, zh } }
    expect(errorOf(() => readPolicy(value))).toMatchObject({ code: 'policy-invalid', path: `rules.only.versions[0]${path}`, facts })
  })

  test.each<[what: string, value: unknown, path: string, en: string, zh: string]>([
    [
      'for two versions of one day',
      brokenBy((policy: { rules: { only: { versions: unknown[] } } }) => policy.rules.only.versions.push(versionOf(policy))),
      'rules.only.versions[1].from',
      'two versions begin on 2007-01-01',
      '两个版本的起始日同为 2007-01-01',
    ],
    [
      'for a time zone that nobody knows',
      withPolicy({ timeZone: 'Asia/Hangzhou' }),
      'timeZone',
      'a time zone has an IANA name, such as "Asia/Shanghai"',
      '时区应为 IANA 名称，例如 "Asia/Shanghai"',
    ],
    [
      'for a department that nobody knows',
      withPolicy({ departments: { b: titles } }),
      'rules.only.departments.lead[0]',
      '"a" is not among the departments',
      '部门表中没有“a”',
    ],
    [
      'for a clock that nobody knows',
      brokenBy(
        (policy) =>
          Object.assign(versionOf(policy), { stages: { one: { titles }, two: { titles, clock: 'post' } } }) &&
          Object.assign(policy, { clocks: { bank } }),
      ),
      'rules.only.versions[0].stages.two.clock',
      '"post" is not among the clocks',
      '时钟表中没有“post”',
    ],
    [
      'for a figure below the least of its range',
      withIndicator({ kind: 'approximate', unit: 'items', value: 4, from: 5, to: 6 }),
      'indicators.only.target.to',
      'the values are not in order',
      '数值的大小顺序有误',
    ],
    [
      'for a figure above the most of its range',
      withIndicator({ kind: 'approximate', unit: 'items', value: 7, from: 5, to: 6 }),
      'indicators.only.target.to',
      'the values are not in order',
      '数值的大小顺序有误',
    ],
  ])('%s', (_, value, path, en, zh) => {
    expect(errorOf(() => readPolicy(value))).toMatchObject({ code: 'policy-invalid', path, facts: { problem: { en, zh } } })
  })

  test('for a clock without hours or with the hours themselves, but a name that is none is told as such', () => {
    const problemOf = (clock: object) =>
      (errorOf(() => readPolicy(withPolicy({ clocks: { bank: clock } }))).facts as { problem: { en: string } }).problem.en
    const byName = 'the name of its opening hours belongs here, such as "hall-9-to-5"'
    expect([problemOf({ ...bank, hours: undefined }), problemOf({ ...bank, hours: { workday: ['09:00-17:00'] } })]).toEqual([byName, byName])
    expect([problemOf({ ...bank, hours: 'Bank Hours' }), problemOf({ ...bank, calendar: undefined })]).not.toContain(byName)
  })
})

describe('a limit says itself what is wrong with it', () => {
  test.each(['statutory', 'delivery', 'deemedAcceptance'])('as the %s of a version', (key) => {
    expect(errorOf(() => readPolicy(withTerms({ [key]: { days: 4 } })))).toMatchObject({
      code: 'unit-ambiguous',
      path: `rules.only.versions[0].${key}`,
    })
  })

  test('but one that is missing is a fault of the policy', () => {
    const path = 'rules.only.versions[0].target.limit'
    expect(errorOf(() => readPolicy(withTerms({ target: { kind: 'each' } })))).toMatchObject({ code: 'policy-invalid', path })
  })
})

describe('a policy is let through', () => {
  test.each<[string, Partial<Version>]>([
    ['with a warning at a share of the limit', { warning: { share: 0.2 } }],
    ['with a warning in the unit of the limit', { warning: { workingDays: 1 } }],
    ['with an extension in the unit of the limit', { extension: { by: { workingDays: 4 }, times: 1 } }],
    ['with a version of a single day', { to: '2007-01-01' }],
    ['with a union in working days on one clock', { measure: 'union', stages: { one: { titles } } }],
  ])('%s', (_, terms) => {
    const policy = policyOf({ workingDays: 4 }, terms)
    expect(readPolicy(policy)).toEqual(policy)
  })

  test('with a union in calendar days on several clocks, and refused in working days if only one stage has a clock of its own', () => {
    const stages = { one: { titles }, two: { titles, clock: 'bank' } }
    const policyIn = (limit: Version['statutory'] & object) => ({ ...policyOf(limit, { measure: 'union', stages }), clocks: { bank } })
    expect(readPolicy(policyIn({ calendarDays: 90 }))).toEqual(policyIn({ calendarDays: 90 }))
    expect(errorOf(() => readPolicy(policyIn({ workingDays: 9 })))).toMatchObject({
      path: 'rules.only.versions[0].measure',
      facts: {
        problem: {
          en: 'a union in working units runs on one clock; measure a sum',
          zh: '以工作时间单位计量的并集只能用同一时钟；请改用合计',
        },
      },
    })
  })

  test('with a figure at either end of its range, or whose range is one figure', () => {
    for (const [value, from, to] of [
      [5, 5, 6],
      [6, 5, 6],
      [5, 5, 5],
    ]) {
      const policy = withIndicator({ kind: 'approximate', unit: 'items', value, from, to })
      expect(readPolicy(policy)).toEqual(policy)
    }
  })
})
