import type { Assessment } from '../case/assessment.js'
import { fail, quote } from '../errors.js'
import { NOT_ASSESSMENT } from '../messages/values.js'

/** Throws `value-invalid` unless it is an assessment at first sight. */
export function assertAssessment(value: Assessment): void {
  const { rule, outcome, basis, limits } = value ?? {}
  const isTold = typeof rule === 'string' && typeof outcome === 'string' && typeof basis === 'object' && basis !== null && Array.isArray(limits)
  if (!isTold) fail(NOT_ASSESSMENT, { found: quote(value) })
}
