import source from '../../seeds/codes/case-types.json' with { type: 'json' }
import { fail, show } from '../errors.js'
import { UNKNOWN_CASE_TYPE, UNKNOWN_CASE_TYPE_CODE } from '../messages/choices.js'
import { type Code, codesOf, type Entry, entryOf, type Sets } from './entry.js'

/** A set of codes for the types of cases: that of GB/T 39046-2020. */
export type CaseTypeCodes = 'gb-39046'

/** Types of cases: done at once (即办件), done within a promised limit (承诺件), and all others. */
export const CASE_TYPES = ['immediate', 'promised', 'other'] as const

/** The type of a case. */
export type CaseType = (typeof CASE_TYPES)[number]

interface CaseTypeEntry extends Entry {
  readonly caseType: CaseType
}

const caseTypeSets = source.sets as Sets<CaseTypeCodes, CaseTypeEntry>

/**
 * The type of case that a code stands for.
 *
 * Throws: `choice-unknown` with the codes that there are.
 *
 * @example
 * caseTypeFromCode('gb-39046', 2) //=> 'promised'
 */
export function caseTypeFromCode(set: CaseTypeCodes, code: Code): CaseType {
  return entryOf(codesOf(caseTypeSets, set), code, { unknown: UNKNOWN_CASE_TYPE_CODE }).caseType
}

/**
 * The code of a type of case.
 *
 * Throws: `choice-unknown` with the types that there are.
 *
 * @example
 * codeOfCaseType('gb-39046', 'immediate') //=> 1
 */
export function codeOfCaseType(set: CaseTypeCodes, caseType: CaseType): Code {
  const entry = codesOf(caseTypeSets, set).find((known) => known.caseType === caseType)
  return entry ? entry.code : fail(UNKNOWN_CASE_TYPE, { found: show(caseType), allowed: CASE_TYPES }, { path: 'caseType' })
}
