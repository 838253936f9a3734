import { fail, type Language, quote, ServiceTimeError } from '../errors.js'
import { POLICY_UNREAD } from '../messages/policy.js'
import { NOT_POLICY } from '../messages/values.js'
import { isRecord } from '../time/record.js'
import { isChecked } from './checked.js'
import type { Policy } from './policy.js'

/** Throws `value-invalid` unless it is a policy at first sight; whether it is one throughout, `readPolicy` says. */
export function assertPolicy(value: unknown): asserts value is Policy {
  const { rules, source } = (value ?? {}) as Partial<Policy>
  if (!isRecord(rules) || !isRecord(source)) fail(NOT_POLICY, { found: quote(value) }, { path: 'policy' })
}

/**
 * Asks something of a policy.
 *
 * Throws: `policy-invalid` where an engine has met a part that is not there, or is of another kind, in a policy that nobody has checked.
 */
export function asking<T>(policy: Policy, ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    throw ofPolicy(policy, error)
  }
}

/** What has been thrown over a policy, as an error of the policy where it is one. */
export function ofPolicy(policy: Policy, error: unknown): unknown {
  if (!(error instanceof TypeError) || isChecked(policy)) return error
  return new ServiceTimeError(POLICY_UNREAD, { found: quote(policy), problem: problemOf(error) }, { path: 'policy', cause: error })
}

/** An engine speaks English alone. */
function problemOf({ message }: TypeError): Readonly<Record<Language, string>> {
  return { en: message, zh: `运行时报告“${message}”` }
}
