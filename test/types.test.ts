import {
  assess,
  type CaseFile,
  type CaseOf,
  cn,
  createClock,
  explain,
  hallHours,
  type Limit,
  type Policy,
  readCase,
  reassess,
  type XiaoshanRule,
  type XiaoshanStage,
  xiaoshan2019,
} from 'service-time'
import { definePolicy, readPolicy } from 'service-time/policy'
import { expect, expectTypeOf, test } from 'vitest'
import { hall } from './support/clocks.js'
import { codeOf } from './support/errors.js'

/* The compiler checks this file: a line under `@ts-expect-error` that compiled would be an error. */

const options = { policy: xiaoshan2019, clock: hall, now: '2019-07-10T09:00' }
const events = [{ type: 'accepted', at: '2019-07-01' }] as const

test('a misspelt rule is a compile error, and a typed error at run time', () => {
  // @ts-expect-error
  expect(codeOf(() => assess({ id: 'A', rule: 'water-hokup', events }, options))).toBe('rule-unknown')
  // @ts-expect-error
  expect(codeOf(() => explain({ id: 'A', rule: 'water-hokup', events }, options))).toBe('rule-unknown')
})

test('a misspelt stage is a compile error, and a typed error at run time', () => {
  const at = '2019-07-01T09:00'
  // @ts-expect-error
  const file: CaseOf<typeof xiaoshan2019> = { id: 'A', rule: 'business-setup', events: [{ type: 'stage-started', at, stage: 'seals' }] }
  expect(codeOf(() => assess(file, options))).toBe('stage-unknown')
})

test('a misspelt event is a compile error, and a typed error at run time', () => {
  // @ts-expect-error
  expect(codeOf(() => assess({ id: 'A', rule: 'water-hookup', events: [{ type: 'acepted', at: '2019-07-01' }] }, options))).toBe('event-unknown')
})

test('rules and stages are literal types all the way', () => {
  expectTypeOf<XiaoshanStage>().toEqualTypeOf<
    | 'registration'
    | 'seal'
    | 'tax-invoice'
    | 'bank-account'
    | 'project-approval'
    | 'planning-permit'
    | 'construction-permit'
    | 'completion-acceptance'
  >()
  expectTypeOf<'water-hookup'>().toExtend<XiaoshanRule>()
  expectTypeOf<string>().not.toExtend<XiaoshanRule>()
  expectTypeOf(assess({ id: 'A', rule: 'water-hookup', events }, options).rule).toEqualTypeOf<XiaoshanRule>()
  expectTypeOf<CaseOf<typeof xiaoshan2019>>().toEqualTypeOf<CaseFile<XiaoshanRule, XiaoshanStage>>()
  expectTypeOf(readCase({ id: 'A', rule: 'water-hookup', events }, xiaoshan2019)).toEqualTypeOf<CaseFile<XiaoshanRule, XiaoshanStage>>()
})

const words = { zh: '甲', en: 'A' }
const citations = [{ part: 'body', section: '1', quote: '甲' }] as const
const rule = { code: 'P1', titles: words, departments: { lead: ['office'], responsible: [] } } as const
const terms = { from: '2019-01-01', target: { kind: 'each', limit: { workingDays: 4 } }, measure: 'span', starts: 'accepted', citations } as const
const county = definePolicy({
  id: 'county',
  titles: words,
  source: { titles: words, issuer: words, date: '2019-01-01', status: 'in-force' },
  calendar: 'cn',
  hours: 'hall-9-to-5',
  timeZone: 'Asia/Shanghai',
  convention: 'cn-civil-code',
  departments: { office: words },
  rules: {
    permit: {
      ...rule,
      versions: [
        { ...terms, stops: 'completed', stages: { survey: { titles: words, limit: { workingDays: 2 } } }, causes: { hearing: { titles: words } } },
      ],
    },
    licence: { ...rule, versions: [{ ...terms, stops: 'delivered', causes: { auction: { titles: words, ground: words } } }] },
  },
})

test('a policy defined in code has literal types from its text to the verdict', () => {
  expectTypeOf(county).toEqualTypeOf<Policy<'permit' | 'licence', 'survey', 'hearing' | 'auction'>>()
  const here = { policy: county, clock: hall, now: '2019-07-10T09:00' }
  const file: CaseOf<typeof county> = {
    id: 'A',
    rule: 'permit',
    events: [
      { type: 'accepted', at: '2019-07-01' },
      { type: 'stage-started', at: '2019-07-01', stage: 'survey' },
      { type: 'paused', at: '2019-07-02', cause: 'hearing' },
    ],
  }
  const { assessment, days } = explain(file, here)
  expectTypeOf(assessment.rule).toEqualTypeOf<'permit' | 'licence'>()
  expectTypeOf(assess(file, here).limits[0]?.stage).toEqualTypeOf<'survey' | undefined>()
  expectTypeOf(reassess(file, { ...here, asOf: '2019-07-10' }).limits[0]?.stage).toEqualTypeOf<'survey' | undefined>()
  expectTypeOf(days[0]?.cause).toEqualTypeOf<'hearing' | 'auction' | 'correction-requested' | undefined>()
  expect(days.at(-1)?.cause).toBe('hearing')
  expectTypeOf(readCase(file, county)).toEqualTypeOf(file)
})

test('a misspelt rule, stage or cause of a policy defined in code is a compile error, and a typed error at run time', () => {
  const here = { policy: county, clock: hall, now: '2019-07-10T09:00' }
  const accepted = { type: 'accepted', at: '2019-07-01' } as const
  // @ts-expect-error
  expect(codeOf(() => assess({ id: 'A', rule: 'permits', events }, here))).toBe('rule-unknown')
  // @ts-expect-error
  const stage = { id: 'A', rule: 'permit', events: [accepted, { type: 'stage-started', at: '2019-07-01', stage: 'sruvey' }] } satisfies CaseOf<
    typeof county
  >
  expect(codeOf(() => assess(stage as CaseOf<typeof county>, here))).toBe('stage-unknown')
  const at = '2019-07-02'
  // @ts-expect-error
  expect(codeOf(() => assess({ id: 'A', rule: 'permit', events: [accepted, { type: 'paused', at, cause: 'haering' }] }, here))).toBe('cause-unknown')
  // @ts-expect-error
  expect(codeOf(() => explain({ id: 'A', rule: 'permit', events: [accepted, { type: 'paused', at, cause: 'haering' }] }, here))).toBe('cause-unknown')
})

test('a policy that declares no causes takes any', () => {
  expectTypeOf(xiaoshan2019).toEqualTypeOf<Policy<XiaoshanRule, XiaoshanStage, string>>()
})

test('a policy read from JSON takes any name, and refuses it at run time', () => {
  const policy: Policy = readPolicy(JSON.parse(JSON.stringify(xiaoshan2019)))
  expect(assess({ id: 'A', rule: 'water-hookup', events }, { ...options, policy }).outcome).toBe('overdue')
  expect(codeOf(() => assess({ id: 'A', rule: 'anything', events }, { ...options, policy }))).toBe('rule-unknown')
})

test('a limit has exactly one known unit', () => {
  const limits: Limit[] = [{ workingDays: 4 }, { months: 6 }]
  // @ts-expect-error
  limits.push({ days: 4 })
  // @ts-expect-error
  limits.push({ workingDays: 4, months: 6 })
  // @ts-expect-error
  limits.push({})
  expect(limits).toHaveLength(5)
})

test('a convention has a known name', () => {
  // @ts-expect-error
  expect(codeOf(() => createClock({ calendar: cn, hours: hallHours, timeZone: 'Asia/Shanghai', convention: 'cn-civil' }))).toBe('choice-unknown')
})
