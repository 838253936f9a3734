import { type ErrorFacts, formatLimit, type Limit, parseLimit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { amountOf } from '../../src/time/limit.js'
import { codeOf, errorOf } from '../support/errors.js'

describe('a limit in words', () => {
  test.each<[string, Limit]>([
    ['4个工作日', { workingDays: 4 }],
    ['4 个 工作日', { workingDays: 4 }],
    ['8个工作小时', { workingHours: 8 }],
    ['60个工作分钟', { workingMinutes: 60 }],
    ['90个自然日', { calendarDays: 90 }],
    ['90日历日', { calendarDays: 90 }],
    ['6个月', { months: 6 }],
    ['2年', { years: 2 }],
    ['4 working days', { workingDays: 4 }],
    ['1 working day', { workingDays: 1 }],
    ['  8 Working  Hours ', { workingHours: 8 }],
    ['90 calendar days', { calendarDays: 90 }],
    ['6 months', { months: 6 }],
    ['1 year', { years: 1 }],
    ['48 clock hours', { hours: 48 }],
    ['30个自然分钟', { minutes: 30 }],
    ['0 working days', { workingDays: 0 }],
  ])('"%s" is read', (text, limit) => {
    expect(parseLimit(text)).toEqual(limit)
  })

  test.each(['90天', '15日', '2 days', '1 day', '60分钟', '60 minutes', '8小时', '8 hours', '3个小时'])(
    '"%s" asks which kind of time it means',
    (text) => {
      expect(codeOf(() => parseLimit(text))).toBe('unit-ambiguous')
    },
  )

  test('the choices are words that can be read', () => {
    const { choices } = errorOf(() => parseLimit('1 hour')).facts as ErrorFacts['unit-ambiguous']
    expect([choices.en, choices.zh]).toEqual([
      ['1 working hour', '1 clock hour'],
      ['1个工作小时', '1个自然小时'],
    ])
    expect([...choices.en, ...choices.zh].map((text) => parseLimit(text))).toEqual([
      { workingHours: 1 },
      { hours: 1 },
      { workingHours: 1 },
      { hours: 1 },
    ])
  })

  test.each([
    ['', 'limit-invalid'],
    ['soon', 'limit-invalid'],
    ['4', 'limit-invalid'],
    ['四个工作日', 'limit-invalid'],
    ['3 weeks', 'unit-unknown'],
    ['6月', 'unit-unknown'],
    [`4 a${' '.repeat(100_000)}b`, 'limit-invalid'],
    ['3 constructor', 'unit-unknown'],
    ['-4 working days', 'amount-invalid'],
    ['1.5 working days', 'amount-invalid'],
    ['99999999999999999999 months', 'amount-invalid'],
  ])('"%s" is refused as %s', (text, code) => {
    expect(codeOf(() => parseLimit(text))).toBe(code)
  })

  test('an amount to add may be negative', () => {
    expect(parseLimit('-4 working days', 'signed')).toEqual({ workingDays: -4 })
  })

  test.each<[Limit, string, string]>([
    [{ workingDays: 1 }, '1 working day', '1个工作日'],
    [{ workingHours: 8 }, '8 working hours', '8个工作小时'],
    [{ workingMinutes: 60.0001 }, '60 working minutes', '60个工作分钟'],
    [{ calendarDays: 90 }, '90 calendar days', '90个自然日'],
    [{ months: 6 }, '6 months', '6个月'],
    [{ hours: -1 }, '-1 clock hour', '-1个自然小时'],
  ])('%o is written in both languages', (limit, en, zh) => {
    expect([formatLimit(limit, 'en'), formatLimit(limit, 'zh')]).toEqual([en, zh])
  })

  test.each<[unknown, unknown, string]>([
    [{ workingDays: Number.NaN }, 'zh', 'amount-invalid'],
    [{ workingDays: Number.POSITIVE_INFINITY }, 'zh', 'amount-invalid'],
    [{ workingDays: '4' }, 'zh', 'amount-invalid'],
    [{ workingDays: undefined }, 'zh', 'amount-invalid'],
    [{ workingDays: 4 }, 'fr', 'choice-unknown'],
    [{ workingDays: 4 }, undefined, 'choice-unknown'],
    [{ workingDays: 4, months: 1 }, 'zh', 'limit-invalid'],
    ['4个工作日', 'zh', 'limit-invalid'],
    [null, 'zh', 'limit-invalid'],
  ])('%o in the language %s is refused as %s', (limit, language, code) => {
    expect(codeOf(() => formatLimit(limit as Limit, language as 'zh'))).toBe(code)
  })

  test('what is written can be read again', () => {
    for (const limit of [
      { workingMinutes: 3 },
      { workingHours: 8 },
      { workingDays: 4 },
      { calendarDays: 90 },
      { months: 6 },
      { years: 2 },
      { minutes: 5 },
      { hours: 7 },
    ]) {
      expect(parseLimit(formatLimit(limit as Limit, 'en'))).toEqual(limit)
      expect(parseLimit(formatLimit(limit as Limit, 'zh'))).toEqual(limit)
    }
  })
})

describe('a limit as data', () => {
  test.each([
    [{ workingDays: -1 }, 'amount-invalid'],
    [{ workingDays: 1.5 }, 'amount-invalid'],
    [{ workingDays: Number.NaN }, 'amount-invalid'],
    [{ workingDays: Number.POSITIVE_INFINITY }, 'amount-invalid'],
    [{ workingDays: '4' }, 'amount-invalid'],
    [{ days: 4 }, 'unit-ambiguous'],
    [{ weeks: 4 }, 'unit-unknown'],
    [{ __proto__: null, toString: 4 }, 'unit-unknown'],
    [{}, 'limit-invalid'],
    [{ workingDays: 1, months: 1 }, 'limit-invalid'],
    [null, 'limit-invalid'],
    [4, 'limit-invalid'],
  ])('%o is refused as %s', (limit, code) => {
    expect(codeOf(() => amountOf(limit))).toBe(code)
  })
})
