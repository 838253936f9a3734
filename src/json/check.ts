import type { z } from 'zod'
import type { Language } from '../errors.js'
import { type Issue, problemOf } from './problem.js'

/** Where in a value something stands. */
export type Path = readonly PropertyKey[]

/** The first thing that is wrong with a value. */
interface Fault {
  /** What the schema library calls it. */
  readonly code?: Issue['code']
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

function faultOf(issue: Issue, value: unknown): Fault {
  // Of a key that is not valid, the key is what was found.
  const found = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(value, issue.path)
  return { code: issue.code, path: issue.path, found, problem: problemOf(issue, found) }
}
