import { fail, quote, ServiceTimeError } from '../errors.js'
import { POLICY_UNREAD } from '../messages/policy.js'
import { NOT_POLICY } from '../messages/values.js'
import { isFrozen } from '../time/frozen.js'
import type { Policy } from './policy.js'

/** Throws `value-invalid` unless it is a policy at first sight; whether it is one throughout, `readPolicy` says. */
export function assertPolicy(value: unknown): asserts value is Policy {
  const { rules, source } = (value ?? {}) as Partial<Policy>
  if (!isRecord(rules) || !isRecord(source)) fail(NOT_POLICY, { found: quote(value) }, { path: 'policy' })
}

/**
 * Asks something of a policy. Nobody has checked one that is not frozen, and what an engine throws over a part of it that is not there
 * would be no help to whoever wrote it.
 *
 * Throws: `policy-invalid` for that.
 */
export function asking<T>(policy: Policy, ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    throw ofPolicy(policy, error)
  }
}

/** What has been thrown over a policy, as an error of the policy unless that has been checked. */
export function ofPolicy(policy: Policy, error: unknown): unknown {
  if (error instanceof ServiceTimeError || isFrozen(policy)) return error
  const problem = error instanceof Error ? error.message : String(error)
  return new ServiceTimeError(POLICY_UNREAD, { found: quote(policy), problem: { en: problem, zh: problem } }, { path: 'policy', cause: error })
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
