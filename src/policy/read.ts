import { z } from 'zod'
import { fail, show } from '../errors.js'
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
  const read = policySchema.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0] as (typeof read.error.issues)[number]
  const path = issue.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  const found = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
  // The union of units can only say that no unit fits; a limit says itself what is wrong with it.
  if (issue.code === 'invalid_union' && /\b(limit|by)$/.test(path)) amountOf(found, 'unsigned', path)
  return fail('policy-invalid', { found: show(found), problem: { en: issue.message, zh: inChinese(issue) } }, { path })
}

type Issue = z.core.$ZodIssue

const { localeError } = z.locales.zhCN()

/** The schema's own issues bring their Chinese text; the rest have that of the schema library. */
function inChinese(issue: Issue): string {
  const own = issue.code === 'custom' ? issue.params?.['zh'] : undefined
  if (typeof own === 'string') return own
  const said = localeError({ ...issue, input: undefined } as Parameters<typeof localeError>[0])
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
