import { type Expected, fail, type Language, show } from '../errors.js'

export const FORMATS = ['svg', 'text'] as const
export const LANGUAGES: readonly Language[] = ['zh', 'en']

/** Throws `choice-unknown`, with the option as path. */
export function assertChoice<T>(what: string, found: T, allowed: readonly T[]): void {
  if (!allowed.includes(found)) fail('choice-unknown', { what, found: show(found), allowed: allowed.map(String) }, { path: what })
}

const SIZES: Readonly<Record<'width' | 'columns', { readonly expected: Expected; readonly least: number; readonly most: number }>> = {
  width: { expected: 'width', least: 320, most: 8_000 },
  columns: { expected: 'text-columns', least: 32, most: 1_000 },
}

/** Throws `value-invalid`, with the option as path. */
export function assertSize(option: keyof typeof SIZES, found: number): void {
  const { expected, least, most } = SIZES[option]
  if (!Number.isInteger(found) || found < least || found > most) fail('value-invalid', { found: show(found), expected }, { path: option })
}
