import { type ChoiceFault, fail, show, type ValueFault } from '../errors.js'
import { UNKNOWN_OPTION } from '../messages/choices.js'
import { NOT_OPTIONS } from '../messages/values.js'

/** Whether a value may have parts by name: an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is wrong with what is no record of the kind. */
export interface RecordKind {
  readonly fault: ValueFault
  readonly path: string
}

/** Throws `value-invalid` for what is no record, or is a typed array, whose parts have no names of their own. */
export function assertRecord(value: unknown, { fault, path }: RecordKind): asserts value is Readonly<Record<string, unknown>> {
  if (!isRecord(value) || ArrayBuffer.isView(value)) fail(fault, { found: show(value) }, { path })
}

/**
 * A copy of a record of unknown shape, each of its values read.
 *
 * Throws: `value-invalid` for what is no record.
 */
export function recordFrom<T>(record: unknown, kind: RecordKind, read: (value: unknown, path: string) => T): Readonly<Record<string, T>> {
  assertRecord(record, kind)
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, read(value, `${kind.path}.${name}`)]))
}

/** The keys that a record may have, and what is wrong with another. */
export interface KnownKeys {
  readonly unknown: ChoiceFault
  readonly allowed: readonly string[]
  readonly path: string
}

/** Throws `choice-unknown` for a key that is not among those allowed: nothing would look at it, and a slip in its name would pass unseen. */
export function assertKnown(keys: readonly string[], { unknown, allowed, path }: KnownKeys): void {
  for (const key of keys) if (!allowed.includes(key)) fail(unknown, { found: show(key), allowed }, { path })
}

/** Throws `value-invalid` for what is no record, `choice-unknown` for a key that is not among those allowed. */
export function assertKeys(value: unknown, kind: RecordKind & KnownKeys): void {
  assertRecord(value, kind)
  assertKnown(Object.keys(value), kind)
}

/** Throws as `assertKeys` for options, of which not all are known or which are none. */
export function assertNeededOptions(options: unknown, allowed: readonly string[]): void {
  assertKeys(options, { fault: NOT_OPTIONS, unknown: UNKNOWN_OPTION, allowed, path: 'options' })
}

/** The same for options that may be left out. */
export function assertOptions(options: unknown, allowed: readonly string[]): void {
  if (options !== undefined) assertNeededOptions(options, allowed)
}
