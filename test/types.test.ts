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
  type XiaoshanRule,
  type XiaoshanStage,
  xiaoshan2019,
} from 'service-time'
import { readPolicy } from 'service-time/policy'
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
