import { type Expected, fail, show } from '../errors.js'

/**
 * A copy of a record of unknown shape, each of its values read.
 *
 * Throws: `value-invalid` for what is no record.
 */
export function recordFrom<T>(
  record: unknown,
  { expected, path }: { readonly expected: Expected; readonly path: string },
  read: (value: unknown, path: string) => T,
): Readonly<Record<string, T>> {
  const isRecord = typeof record === 'object' && record !== null && !Array.isArray(record)
  if (!isRecord) return fail('value-invalid', { found: show(record), expected }, { path })
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, read(value, `${path}.${name}`)]))
}
