import { z } from 'zod'
import { fail, show } from '../errors.js'
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
  const read = parse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0] as Issue
  assertLimit(issue, value)
  // So does a convention, of which the schema only knows that no choice fits.
  if (issue.path[0] === 'convention') conventionOf((value as { convention: Convention }).convention)
  const found = valueAt(value, issue.path)
  return fail('policy-invalid', { found: show(found), problem: { en: issue.message, zh: inChinese(issue, found) } }, { path: textOf(issue.path) })
}

/** The schema library reads some properties before it knows what they belong to, and may stumble over them. */
function parse(value: unknown): ReturnType<typeof policySchema.safeParse> {
  try {
    return policySchema.safeParse(value)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return fail('policy-invalid', { found: show(value), problem: { en: 'a text or list is not one', zh: '文本或列表的类型有误' } })
  }
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** A limit says itself what is wrong with it, which its schema, a union of units, cannot. */
function assertLimit({ path }: Issue, value: unknown): void {
  const at = path.findLastIndex((key) => key === 'limit' || key === 'by')
  const limit = path.slice(0, at + 1)
  if (at >= 0 && valueAt(value, limit) !== undefined) amountOf(valueAt(value, limit), 'unsigned', textOf(limit))
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
}

function textOf(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.replace(/^\./, '')
}

const { localeError } = z.locales.zhCN()

/** The schema's own issues bring their Chinese text; the rest have that of the schema library. */
function inChinese(issue: Issue, input: unknown): string {
  const own = issue.code === 'custom' ? issue.params?.['zh'] : undefined
  if (typeof own === 'string') return own
  const said = localeError({ ...issue, input } as Parameters<typeof localeError>[0])
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
