/**
 * `service-time/policy`: policies of your own: read, defined, refined and looked over; and the indicators of a policy.
 *
 * @module
 */
export {
  assessIndicator,
  type IndicatorAssessment,
  type IndicatorDate,
  type IndicatorOptions,
  type IndicatorOutcome,
} from './indicator/assess.js'
export type { Measured } from './indicator/measure.js'
export { definePolicy, refinePolicy } from './policy/define.js'
export type { FindingName } from './policy/findings.js'
export { type LintFinding, lint } from './policy/lint.js'
export { originOf } from './policy/origin.js'
export type { Conflict, Indicator, IndicatorTarget, Refinement } from './policy/policy.js'
export { type ReadOptions, readPolicy } from './policy/read.js'
export { policySchema, refinementSchema } from './policy/schema.js'
