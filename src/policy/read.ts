import { fail, quote, show, within } from '../errors.js'
import { check, type Path, textOf, valueAt } from '../json/check.js'
import { BASE_CYCLE, BASE_UNKNOWN, POLICY_INVALID } from '../messages/policy.js'
import { NOT_POLICIES } from '../messages/values.js'
import { type Convention, conventionOf } from '../time/convention.js'
import { frozenCopy } from '../time/frozen.js'
import { amountOf } from '../time/limit.js'
import { assertOptions } from '../time/record.js'
import { checked } from './checked.js'
import type { Policy } from './policy.js'
import { refine } from './refine.js'
import { policySchema, refinementSchema } from './schema.js'

/** What reading a policy may need besides its data. */
export interface ReadOptions {
  /** The policies, or their plain data, that a policy may extend and that these may extend in turn. */
  readonly bases?: readonly unknown[]
}

/**
 * Reads a policy from plain data, such as parsed JSON; nothing that the schema does not know is let through.
 *
 * Edges: nobody can change the policy, which is a copy; a policy that `extends` another is put over it, as `refinePolicy` does; the path
 * of a fault that only the result has is a path of the result.
 * Throws: `policy-invalid` with the path of the first fault; for a limit `limit-invalid`, `unit-ambiguous`, `unit-unknown`, `amount-invalid`; `convention-missing`;
 * `base-unknown` and `base-cycle` for what a policy extends; `value-invalid` for options that are none, and for bases that are no list;
 * `choice-unknown` for an option, a convention or a part of one that is not known.
 *
 * @example
 * readPolicy(JSON.parse(JSON.stringify(xiaoshan2019))).id //=> 'xiaoshan-2019'
 */
export function readPolicy(value: unknown, options: ReadOptions = {}): Policy {
  assertOptions(options, ['bases'])
  const { bases = [] } = options
  if (!Array.isArray(bases)) fail(NOT_POLICIES, { found: quote(bases) }, { path: 'bases' })
  return checked({ ...frozenCopy(readOver(value, bases, [])) })
}

/** Reads a policy by those that it extends, of which none may extend one that led to it. */
function readOver(value: unknown, bases: readonly unknown[], chain: readonly string[]): Policy {
  if (fieldOf(value, 'extends') === undefined) return readBy(policySchema, value)
  const changes = readBy(refinementSchema, value)
  const [ids, path] = [[...chain, changes.id], 'extends']
  if (ids.includes(changes.extends)) return fail(BASE_CYCLE, { chain: [...ids, changes.extends] }, { path })
  const at = bases.findIndex((base) => fieldOf(base, 'id') === changes.extends)
  if (at < 0) return fail(BASE_UNKNOWN, { found: changes.extends, allowed: bases.map((base) => show(fieldOf(base, 'id'))) }, { path })
  const base = within({ path: `bases[${at}]` }, () => readOver(bases[at], bases, ids))
  return readBy(policySchema, refine(base, changes))
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function readBy<T>(schema: Parameters<typeof check<T>>[0], value: unknown): T {
  const read = check(schema, value)
  if ('value' in read) return read.value
  const { code, path, found, problem } = read.fault
  assertLimit(path, value)
  // So does a convention, of which the schema only knows that no choice fits.
  if (path[0] === 'convention') conventionOf((value as { convention: Convention }).convention)
  const isHours = path[0] === 'clocks' && path[2] === 'hours' && typeof found !== 'string'
  const isWarning = path.at(-1) === 'warning' && code === 'invalid_union'
  return fail(POLICY_INVALID, { found: quote(found), problem: isHours ? HOURS_BY_NAME : isWarning ? WARNINGS : problem }, { path: textOf(path) })
}

/** Of a clock without hours, or with the hours themselves: the schema only knows that they are no text. */
const HOURS_BY_NAME = {
  en: 'the name of its opening hours belongs here, such as "hall-9-to-5"',
  zh: '此处应为办公时间的名称，例如“hall-9-to-5”',
}

/** Of a warning that is none of its kinds: the schema only knows that it is none. */
const WARNINGS = {
  en: 'one amount that is left or a share of the limit belongs here, such as { "workingDays": 1 } or { "share": 0.25 }',
  zh: '此处应为一个剩余量或时限的比例，例如 { "workingDays": 1 } 或 { "share": 0.25 }',
}

/** The fields that hold a limit. */
const LIMITS: readonly PropertyKey[] = ['limit', 'by', 'statutory', 'delivery', 'deemedAcceptance']

/** A limit says itself what is wrong with it, which its schema, a union of units, cannot. */
function assertLimit(path: Path, value: unknown): void {
  const at = path.findLastIndex((key) => LIMITS.includes(key))
  const limit = path.slice(0, at + 1)
  if (at >= 0 && valueAt(value, limit) !== undefined) amountOf(valueAt(value, limit), 'unsigned', textOf(limit))
}
