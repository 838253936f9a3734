import { ServiceTimeError } from '../errors.js'

/** A fault with the line that it was met on. */
export interface FaultEntry {
  readonly line: number
  readonly error: ServiceTimeError
}

/** One value of a file with the line it begins on, or the fault that kept it from being read. */
export type Entry = { readonly line: number; readonly value: unknown } | FaultEntry

/** Bytes as they come from a file, a network or a pipe, in pieces of any size; a piece need hold no longer than until the next one is asked for. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The entry of a value, or of the fault met in reading it. */
export function entryOf(line: number, read: () => unknown): Entry {
  try {
    return { line, value: read() }
  } catch (error) {
    return { line, error: known(error) }
  }
}

/** An error of this library; what is none is thrown on. */
export function known(error: unknown): ServiceTimeError {
  if (error instanceof ServiceTimeError) return error
  throw error
}
