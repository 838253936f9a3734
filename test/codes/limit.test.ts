import type { Limit } from 'service-time'
import { type Code, codeOfLimit, limitFromCode, type UnitCodes } from 'service-time/codes'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

const ROWS: [set: UnitCodes, code: Code, amount: number, limit: Limit][] = [
  ['gd', 'G', 4, { workingDays: 4 }],
  ['gd', 'Z', 90, { calendarDays: 90 }],
  ['rating', 1, 5, { workingDays: 5 }],
  ['rating', 2, 6, { months: 6 }],
  ['rating', 3, 1, { years: 1 }],
  ['engine-c', 'ND', 30, { calendarDays: 30 }],
  ['engine-c', 'WD', 0, { workingDays: 0 }],
  ['engine-c', 'NH', 24, { hours: 24 }],
  ['engine-c', 'WH', 8, { workingHours: 8 }],
]

describe('a code of a unit', () => {
  test.each(ROWS)('%s %s with %i is %o, and back', (set, code, amount, limit) => {
    expect(limitFromCode(set, code, amount)).toEqual(limit)
    expect(limitFromCode(set, String(code), amount)).toEqual(limit)
    expect(codeOfLimit(set, limit)).toEqual({ code, amount })
  })

  test('that does not say which kind of day it is, is refused by name with both', () => {
    const error = errorOf(() => limitFromCode('rating', 0, 4))
    expect(error).toMatchObject({ code: 'unit-ambiguous', path: 'code' })
    expect(error.text('en')).toBe('"0 天" does not say which kind of time it means; write one of: { workingDays: 4 }, { calendarDays: 4 }.')
  })

  test.each<[string, () => unknown, object]>([
    ['an unknown code', () => limitFromCode('gd', 'D', 4), { code: 'choice-unknown', facts: { found: 'D', allowed: ['G', 'Z'] } }],
    ['an unknown set', () => limitFromCode('gb' as never, 'G', 4), { code: 'choice-unknown', path: 'set' }],
    ['an amount that is none', () => limitFromCode('gd', 'G', 1.5), { code: 'amount-invalid', path: 'amount' }],
    ['a negative amount of an ambiguous unit', () => limitFromCode('rating', 0, -1), { code: 'amount-invalid', path: 'amount' }],
    [
      'a unit without a code',
      () => codeOfLimit('gd', { months: 6 }),
      { code: 'choice-unknown', facts: { what: 'unit with a code', found: 'months', allowed: ['workingDays', 'calendarDays'] } },
    ],
    [
      'calendar days, for which only the ambiguous code is left',
      () => codeOfLimit('rating', { calendarDays: 5 }),
      { code: 'choice-unknown', facts: { what: 'unit with a code', found: 'calendarDays', allowed: ['workingDays', 'months', 'years'] } },
    ],
    ['a limit that is none', () => codeOfLimit('gd', { days: 4 } as never), { code: 'unit-ambiguous' }],
  ])('refuses %s', (_, run, error) => {
    expect(errorOf(run)).toMatchObject(error)
  })
})
