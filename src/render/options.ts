import { type ChoiceFault, fail, type Language, show, type ValueFault } from '../errors.js'
import { NOT_TEXT_COLUMNS, NOT_WIDTH } from '../messages/values.js'

export const FORMATS = ['svg', 'text'] as const
export const LANGUAGES: readonly Language[] = ['zh', 'en']

/** Throws `choice-unknown`, with the option as path. */
export function assertChoice<T>(unknown: ChoiceFault, found: T, allowed: readonly T[]): void {
  if (!allowed.includes(found)) fail(unknown, { found: show(found), allowed: allowed.map(String) }, { path: unknown.known.what })
}

/** The sizes that pictures and text may have. */
export const SIZES: Readonly<Record<'width' | 'columns', { readonly fault: ValueFault; readonly least: number; readonly most: number }>> = {
  width: { fault: NOT_WIDTH, least: 320, most: 8_000 },
  columns: { fault: NOT_TEXT_COLUMNS, least: 32, most: 1_000 },
}

/** Throws `value-invalid`, with the option as path. */
export function assertSize(option: keyof typeof SIZES, found: number): void {
  const { fault, least, most } = SIZES[option]
  if (!Number.isInteger(found) || found < least || found > most) fail(fault, { found: show(found) }, { path: option })
}
