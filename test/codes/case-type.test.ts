import { type CaseType, caseTypeFromCode, codeOfCaseType } from 'service-time/codes'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

describe('a code of a type of case', () => {
  test.each<[number, CaseType]>([
    [1, 'immediate'],
    [2, 'promised'],
    [9, 'other'],
  ])('%i is %s, and back', (code, caseType) => {
    expect(caseTypeFromCode('gb-39046', code)).toBe(caseType)
    expect(caseTypeFromCode('gb-39046', String(code))).toBe(caseType)
    expect(codeOfCaseType('gb-39046', caseType)).toBe(code)
  })

  test('is refused by name where there is none', () => {
    expect(errorOf(() => caseTypeFromCode('gb-39046', 3))).toMatchObject({
      code: 'choice-unknown',
      facts: { what: 'case type code', found: '3', allowed: ['1', '2', '9'] },
    })
    expect(errorOf(() => codeOfCaseType('gb-39046', 'urgent' as never))).toMatchObject({
      code: 'choice-unknown',
      facts: { what: 'case type', found: 'urgent', allowed: ['immediate', 'promised', 'other'] },
    })
  })
})
