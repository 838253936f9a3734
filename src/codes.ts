/**
 * `service-time/codes`: events, limits and types of cases, from and to the codes of hall systems.
 *
 * @module
 */
export { type CaseType, type CaseTypeCodes, caseTypeFromCode, codeOfCaseType } from './codes/case-type.js'
export type { Code } from './codes/entry.js'
export { type CodedMeaning, codeOfEvent, type EventCodes, eventFromCode } from './codes/event.js'
export { type CodedLimit, codeOfLimit, limitFromCode, type UnitCodes } from './codes/limit.js'
export { type CodedEvent, type CodedRow, eventsFromRows, type ReadRows, type RowOptions, rowsOfEvents, type WhyNoEvent } from './codes/rows.js'
