import { z } from 'zod'
import type { Language } from '../errors.js'

/** Where in a value something stands. */
export type Path = readonly PropertyKey[]

/** The first thing that is wrong with a value. */
interface Fault {
  readonly path: Path
  readonly found: unknown
  readonly problem: Readonly<Record<Language, string>>
}

/** A value that a schema lets through, or what is wrong with it. */
export type Checked<T> = { readonly value: T } | { readonly fault: Fault }

/** Checks plain data, such as parsed JSON, against a schema. */
export function check<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  try {
    const read = schema.safeParse(value)
    return read.success ? { value: read.data } : { fault: faultOf(read.error.issues[0] as Issue, value) }
  } catch (error) {
    // The schema library reads some properties before it knows what they belong to, and may stumble over them.
    if (!(error instanceof TypeError)) throw error
    return { fault: { path: [], found: value, problem: { en: 'a text or list is not one', zh: '文本或列表的类型有误' } } }
  }
}

/** What stands at a path of a value; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
}

/** A path as errors write it, such as `rules.only.versions[0]`. */
export function textOf(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.replace(/^\./, '')
}

type Issue = z.core.$ZodIssue

function faultOf(issue: Issue, value: unknown): Fault {
  const found = valueAt(value, issue.path)
  return { path: issue.path, found, problem: { en: issue.message, zh: inChinese(issue, found) } }
}

const { localeError } = z.locales.zhCN()

/** A schema's own issues bring their Chinese text; the rest have that of the schema library. */
function inChinese(issue: Issue, input: unknown): string {
  const own = issue.code === 'custom' ? issue.params?.['zh'] : undefined
  if (typeof own === 'string') return own
  const said = localeError({ ...issue, input } as Parameters<typeof localeError>[0])
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
