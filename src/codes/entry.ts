import { type ChoiceFault, fail, show } from '../errors.js'
import { UNKNOWN_CODE_SET } from '../messages/choices.js'
import type { BilingualText } from '../policy/policy.js'

/** A code as a system stores it. A number may also come as its text: `9` and `'9'` are one code. */
export type Code = number | string

/** One code of a set, and what the system calls it. */
export interface Entry {
  readonly code: Code
  readonly titles: BilingualText
  readonly note?: BilingualText
}

/** Code sets by name. */
export type Sets<S extends string, E extends Entry> = Readonly<Record<S, { readonly codes: readonly E[] }>>

/** The codes of a set; throws `choice-unknown` with the names of the sets that there are. */
export function codesOf<S extends string, E extends Entry>(sets: Sets<S, E>, set: unknown): readonly E[] {
  if (typeof set === 'string' && Object.hasOwn(sets, set)) return sets[set as S].codes
  return fail(UNKNOWN_CODE_SET, { found: show(set), allowed: Object.keys(sets) }, { path: 'set' })
}

/** The entry of a code, if there is one. */
export function findEntry<E extends Entry>(entries: readonly E[], code: unknown): E | undefined {
  const text = typeof code === 'number' || typeof code === 'string' ? String(code) : undefined
  return entries.find((entry) => String(entry.code) === text)
}

/** The entry of a code; throws `choice-unknown` with the codes that there are. */
export function entryOf<E extends Entry>(
  entries: readonly E[],
  code: unknown,
  { unknown, path = 'code' }: { unknown: ChoiceFault; path?: string },
): E {
  return findEntry(entries, code) ?? fail(unknown, { found: show(code), allowed: namesOf(entries) }, { path })
}

/** The codes of entries, as an error lists them. */
function namesOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ code }) => String(code))
}
