import { type ErrorFacts, formatLimit, type Limit, parseLimit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { amountOf, kindOf, limitOf, UNIT_NAMES, type Unit } from '../../src/time/limit.js'
import { codeOf, errorOf } from '../support/errors.js'

describe('a limit in words', () => {
  test.each<[string, Limit]>([
    ['4个工作日', { workingDays: 4 }],
    ['4 个 工作日', { workingDays: 4 }],
    ['8个工作小时', { workingHours: 8 }],
    ['60个工作分钟', { workingMinutes: 60 }],
    ['90个自然日', { calendarDays: 90 }],
    ['90日历日', { calendarDays: 90 }],
    ['90日历天', { calendarDays: 90 }],
    ['90自然天', { calendarDays: 90 }],
    ['90自然日', { calendarDays: 90 }],
    ['4工作日', { workingDays: 4 }],
    ['4 工作小时', { workingHours: 4 }],
    ['48自然小时', { hours: 48 }],
    ['6个月', { months: 6 }],
    ['6 个 月', { months: 6 }],
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
    ['4 workingDays', { workingDays: 4 }],
    ['30workingminutes', { workingMinutes: 30 }],
    ['+4 working days', { workingDays: 4 }],
    ['4.0 working days', { workingDays: 4 }],
    ['12\tmonths\n', { months: 12 }],
    [`4 working days${' '.repeat(46)}`, { workingDays: 4 }],
  ])('"%s" is read', (text, limit) => {
    expect(parseLimit(text)).toEqual(limit)
  })

  test.each(['90天', '15日', '2 days', '1 day', '60分钟', '60 minutes', '8小时', '8 hours', '3个小时'])(
    '"%s" asks which kind of time it means',
    (text) => {
      expect(codeOf(() => parseLimit(text))).toBe('unit-ambiguous')
    },
  )

  test('an amount below zero is read where its sign may be given, and another rule for signs is refused', () => {
    expect(parseLimit('-4个工作日', 'signed')).toEqual({ workingDays: -4 })
    expect(codeOf(() => parseLimit('-4个工作日'))).toBe('amount-invalid')
    expect(errorOf(() => parseLimit('4 working days', 'plus' as never))).toMatchObject({ code: 'choice-unknown', path: 'sign' })
  })

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
    ['90天', ['90 working days', '90 calendar days'], ['90个工作日', '90个自然日']],
    ['15 日', ['15 working days', '15 calendar days'], ['15个工作日', '15个自然日']],
    ['1 day', ['1 working day', '1 calendar day'], ['1个工作日', '1个自然日']],
    ['2 Days', ['2 working days', '2 calendar days'], ['2个工作日', '2个自然日']],
    ['60分钟', ['60 working minutes', '60 clock minutes'], ['60个工作分钟', '60个自然分钟']],
    ['1 minute', ['1 working minute', '1 clock minute'], ['1个工作分钟', '1个自然分钟']],
    ['5 minutes', ['5 working minutes', '5 clock minutes'], ['5个工作分钟', '5个自然分钟']],
    ['3 个 小时', ['3 working hours', '3 clock hours'], ['3个工作小时', '3个自然小时']],
    ['1 hour', ['1 working hour', '1 clock hour'], ['1个工作小时', '1个自然小时']],
    ['8 hours', ['8 working hours', '8 clock hours'], ['8个工作小时', '8个自然小时']],
  ])('"%s" is refused with what may be meant, in both languages', (text, en, zh) => {
    expect(errorOf(() => parseLimit(text))).toMatchObject({ code: 'unit-ambiguous', path: '', facts: { found: text, choices: { en, zh } } })
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
    ['1.25 working days', 'amount-invalid'],
    ['3小个时', 'unit-unknown'],
    ['99999999999999999999 months', 'amount-invalid'],
    ['about 4 working days', 'limit-invalid'],
    ['4. working days', 'unit-unknown'],
    ['.4 working days', 'limit-invalid'],
    ['--4 working days', 'limit-invalid'],
    ['4 working days 2', 'limit-invalid'],
    ['4  个个工作日', 'unit-unknown'],
    [`4 working days${' '.repeat(47)}`, 'limit-invalid'],
    [4 as never, 'limit-invalid'],
    [null as never, 'limit-invalid'],
  ])('"%s" is refused as %s', (text, code) => {
    expect(codeOf(() => parseLimit(text))).toBe(code)
  })

  test('that is refused is shown, with the units there are', () => {
    expect(errorOf(() => parseLimit('soon'))).toMatchObject({ path: '', facts: { found: '"soon"' } })
    expect(errorOf(() => parseLimit('3 weeks'))).toMatchObject({ path: '', facts: { found: '3 weeks', allowed: UNIT_NAMES } })
    expect(errorOf(() => parseLimit('-4 working days'))).toMatchObject({ path: '', facts: { unit: 'workingDays', found: '-4', signed: false } })
    expect(errorOf(() => parseLimit('-1.5 months', 'signed'))).toMatchObject({ facts: { unit: 'months', found: '-1.5', signed: true } })
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
    [{ hours: 1.004 }, '1 clock hour', '1个自然小时'],
    [{ workingHours: 2.346 }, '2.35 working hours', '2.35个工作小时'],
    [{ minutes: 0 }, '0 clock minutes', '0个自然分钟'],
    [{ years: 1 }, '1 year', '1年'],
    [{ calendarDays: 1 }, '1 calendar day', '1个自然日'],
    [{ workingHours: 1 }, '1 working hour', '1个工作小时'],
    [{ workingMinutes: 1 }, '1 working minute', '1个工作分钟'],
    [{ months: 1 }, '1 month', '1个月'],
    [{ minutes: 1 }, '1 clock minute', '1个自然分钟'],
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

describe('what is no limit', () => {
  test.each([[{}], [{ workingDays: 4, months: 1 }], [{ weeks: 4 }], [{ days: 4 }], [null], [undefined], [4]])('%o, is not written', (limit) => {
    expect(errorOf(() => formatLimit(limit as never, 'en'))).toMatchObject({ code: 'limit-invalid', path: '' })
  })

  test('is shown as it was given', () => {
    expect(errorOf(() => formatLimit({ weeks: 4 } as never, 'en')).facts).toEqual({ found: '{ weeks }' })
    const facts = { unit: 'months', found: '"4"', signed: true }
    expect(errorOf(() => formatLimit({ months: '4' } as never, 'en'))).toMatchObject({ code: 'amount-invalid', path: '', facts })
    const language = { what: 'language', found: 'fr', allowed: ['en', 'zh'] }
    expect(errorOf(() => formatLimit({ months: 4 }, 'fr' as never))).toMatchObject({ code: 'choice-unknown', path: 'language', facts: language })
  })
})

describe('a unit', () => {
  const where = (isSo: (unit: Unit) => boolean) => UNIT_NAMES.filter(isSo)

  test('counts time or whole days', () => {
    expect(where((unit) => kindOf(unit).countsTime)).toEqual(['workingMinutes', 'workingHours', 'minutes', 'hours'])
  })

  test('counts work, or runs on by day and by night', () => {
    expect(where((unit) => kindOf(unit).countsWork)).toEqual(['workingMinutes', 'workingHours', 'workingDays'])
  })

  test('tells what is used and what remains by itself, but for dates, which tell calendar days', () => {
    expect(where((unit) => kindOf(unit).toldIn === 'own-unit')).toEqual(['workingMinutes', 'workingHours', 'workingDays', 'minutes', 'hours'])
    expect(where((unit) => kindOf(unit).toldIn === 'calendarDays')).toEqual(['calendarDays', 'months', 'years'])
  })

  test('what makes a case early', () => {
    expect(where((unit) => kindOf(unit).earlyBy === 'remaining')).toEqual(['workingMinutes', 'workingHours', 'minutes', 'hours'])
    expect(where((unit) => kindOf(unit).earlyBy === 'due-date')).toEqual(['workingDays', 'calendarDays', 'months', 'years'])
  })

  test('when a light turns yellow of which a rule says nothing', () => {
    expect(where((unit) => kindOf(unit).usualWarning === 'one')).toEqual(['workingDays'])
    expect(where((unit) => kindOf(unit).usualWarning === 'quarter')).toEqual(UNIT_NAMES.filter((unit) => unit !== 'workingDays'))
  })
})

describe('a limit as data', () => {
  test.each(UNIT_NAMES)('of %s has its amount, which may be 0', (unit) => {
    expect(amountOf(limitOf(unit, 0))).toMatchObject({ unit, amount: 0 })
    expect(amountOf(limitOf(unit, -1), 'signed')).toMatchObject({ unit, amount: -1 })
  })

  test('that is refused says where it stands, and what was found', () => {
    const refused = (limit: unknown, sign?: 'signed') => errorOf(() => amountOf(limit, sign, 'target.limit'))
    expect(refused([])).toMatchObject({ code: 'limit-invalid', path: 'target.limit', facts: { found: '[]' } })
    expect(refused({ weeks: 4 })).toMatchObject({ code: 'unit-unknown', path: 'target.limit', facts: { found: 'weeks', allowed: UNIT_NAMES } })
    expect(refused({ days: 4 })).toMatchObject({
      code: 'unit-ambiguous',
      path: 'target.limit',
      facts: {
        found: 'days',
        choices: { en: ['{ workingDays: … }', '{ calendarDays: … }'], zh: ['{ workingDays: … }', '{ calendarDays: … }'] },
      },
    })
    const amount = { unit: 'months', found: '"4"' }
    expect(refused({ months: '4' })).toMatchObject({ code: 'amount-invalid', path: 'target.limit', facts: { ...amount, signed: false } })
    expect(refused({ months: '4' }, 'signed')).toMatchObject({ code: 'amount-invalid', facts: { ...amount, signed: true } })
  })

  test.each([
    [{ workingDays: -1 }, 'amount-invalid'],
    [{ workingDays: 1.5 }, 'amount-invalid'],
    [{ workingDays: Number.NaN }, 'amount-invalid'],
    [{ workingDays: Number.POSITIVE_INFINITY }, 'amount-invalid'],
    [{ workingDays: '4' }, 'amount-invalid'],
    [{ days: 4 }, 'unit-ambiguous'],
    [{ day: 4 }, 'unit-ambiguous'],
    [{ minute: 4 }, 'unit-ambiguous'],
    [{ hour: 4 }, 'unit-ambiguous'],
    [{ 天: 4 }, 'unit-ambiguous'],
    [{ 日: 4 }, 'unit-ambiguous'],
    [{ weeks: 4 }, 'unit-unknown'],
    [{ __proto__: null, toString: 4 }, 'unit-unknown'],
    [{}, 'limit-invalid'],
    [{ workingDays: 1, months: 1 }, 'limit-invalid'],
    [null, 'limit-invalid'],
    [4, 'limit-invalid'],
    ['4', 'limit-invalid'],
  ])('%o is refused as %s', (limit, code) => {
    expect(codeOf(() => amountOf(limit))).toBe(code)
  })
  test('a text is told how a limit is written where none is read, and how it is written in a text where one is', () => {
    const [value, text] = [errorOf(() => amountOf('4 working days')), errorOf(() => parseLimit('soon'))]
    expect(value.text('en')).toBe('"4 working days" is not a limit; write one unit and its amount, such as { workingDays: 4 }.')
    expect(value.text('zh')).toBe('"4 working days" 不是时限；请写一个单位及其数量，例如 { workingDays: 4 }。')
    expect(text.text('en')).toContain('or in a text "4 working days".')
  })
})
