import { fail, show } from '../errors.js'
import { check, type Path, textOf, valueAt } from '../json/check.js'
import { type Convention, conventionOf } from '../time/convention.js'
import { amountOf } from '../time/limit.js'
import type { Policy } from './policy.js'
import { policySchema } from './schema.js'

/**
 * Reads a policy from plain data, such as parsed JSON; nothing that the schema does not know is let through.
 *
 * Throws: `policy-invalid` with the path of the first fault; for a limit `unit-ambiguous`, `unit-unknown`, `amount-invalid`.
 *
 * @example
 * readPolicy(JSON.parse(JSON.stringify(xiaoshan2019))).id //=> 'xiaoshan-2019'
 */
export function readPolicy(value: unknown): Policy {
  const read = check(policySchema, value)
  if ('value' in read) return read.value
  const { path, found, problem } = read.fault
  assertLimit(path, value)
  // So does a convention, of which the schema only knows that no choice fits.
  if (path[0] === 'convention') conventionOf((value as { convention: Convention }).convention)
  return fail('policy-invalid', { found: show(found), problem }, { path: textOf(path) })
}

/** A limit says itself what is wrong with it, which its schema, a union of units, cannot. */
function assertLimit(path: Path, value: unknown): void {
  const at = path.findLastIndex((key) => key === 'limit' || key === 'by')
  const limit = path.slice(0, at + 1)
  if (at >= 0 && valueAt(value, limit) !== undefined) amountOf(valueAt(value, limit), 'unsigned', textOf(limit))
}
