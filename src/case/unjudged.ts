import type { Version } from '../policy/policy.js'
import type { Mutable } from '../time/mutable.js'
import type { Assessment } from './assessment.js'
import { type Course, stopIn } from './course.js'
import type { Phase } from './machine.js'
import type { Beside } from './tell.js'
import type { ExemptReason, State } from './verdict.js'

/** The phases of a case that was closed without a decision. */
const CLOSED: readonly Phase[] = ['withdrawn', 'rejected', 'revoked', 'returned']

/** A case whose clock has not started, or was never to start; papers that wait to be answered will count as accepted from an instant on. */
export function tellWaiting(beside: Beside, { place }: Course, deemedAt: string | undefined): Assessment {
  if (CLOSED.includes(place.phase)) return told(beside, { state: 'closed', outcome: 'exempt', reason: 'closed-in-time' })
  return told(beside, { state: 'waiting', outcome: 'open', ...(deemedAt !== undefined && { nextChangeAt: deemedAt }) })
}

/** A case that started when no version of its rule was in force. */
export function tellExempt(beside: Beside, course: Course, reason: ExemptReason, version: Version): Assessment {
  return told(beside, { state: stateOf(course, version), outcome: 'exempt', reason })
}

function stateOf({ place, pauses, at }: Course, version: Version): State {
  if (CLOSED.includes(place.phase)) return 'closed'
  if (stopIn(at, version)) return 'completed'
  return pauses.some(({ to }) => to === undefined) ? 'paused' : 'running'
}

function told(
  beside: Beside,
  { state, outcome, reason, nextChangeAt }: Pick<Assessment, 'state' | 'outcome' | 'reason' | 'nextChangeAt'>,
): Assessment {
  const { id, rule, caps, findings, basis } = beside
  const assessment: Mutable<Assessment> = { id, rule, state, outcome, light: 'none', limits: [], caps, findings, basis }
  if (reason !== undefined) assessment.reason = reason
  if (nextChangeAt !== undefined) assessment.nextChangeAt = nextChangeAt
  return assessment
}
