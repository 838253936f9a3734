import { ServiceTimeError } from '../errors.js'

/** One value of a file with the line it begins on, or the fault that kept it from being read. */
export type Entry = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly error: ServiceTimeError }

/** Bytes as they come from a file, a network or a pipe, in pieces of any size. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The entry of a value, or of the fault met in reading it. */
export function entryOf(line: number, read: () => unknown): Entry {
  try {
    return { line, value: read() }
  } catch (error) {
    return faultAt(line, error)
  }
}

/** The entry of a fault; what is not of this library is thrown on. */
export function faultAt(line: number, error: unknown): Entry {
  if (error instanceof ServiceTimeError) return { line, error }
  throw error
}
