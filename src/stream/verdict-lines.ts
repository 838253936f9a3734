import type { Assessment, Basis } from '../case/assessment.js'

/** A byte of UTF-16 text becomes at most this many of UTF-8. */
const WIDEST = 3

const OPEN_BASIS = new TextEncoder().encode(',"basis":')
const CLOSE = new TextEncoder().encode('}\n')

/** Writes assessments as NDJSON. What is returned holds until the next call. */
export type VerdictWriter = (rows: readonly Assessment[]) => Uint8Array

/**
 * A writer that says the same as `JSON.stringify`, with `basis` as the last key: cases of one rule share theirs, which is a quarter of the text
 * and is written once. All go into one buffer, as to join texts costs more than to make them.
 */
export function createVerdictWriter(): VerdictWriter {
  const encoder = new TextEncoder()
  const kept = new WeakMap<Basis, Uint8Array>()
  let buffer = new Uint8Array(1024 * 1024)
  const room = (from: number, length: number) => {
    if (from + length <= buffer.length) return
    const larger = new Uint8Array(2 * (from + length))
    larger.set(buffer.subarray(0, from))
    buffer = larger
  }
  const basisText = (basis: Basis): Uint8Array => {
    const known = kept.get(basis)
    if (known) return known
    const text = encoder.encode(JSON.stringify(basis))
    kept.set(basis, text)
    return text
  }
  return (rows) => {
    let at = 0
    const put = (bytes: Uint8Array) => {
      buffer.set(bytes, at)
      at += bytes.length
    }
    for (const { basis, ...rest } of rows) {
      const text = JSON.stringify(rest)
      const last = basisText(basis)
      room(at, text.length * WIDEST + OPEN_BASIS.length + last.length + CLOSE.length)
      // The bracket that closes the text comes after the basis.
      at += encoder.encodeInto(text, buffer.subarray(at)).written - 1
      put(OPEN_BASIS)
      put(last)
      put(CLOSE)
    }
    return buffer.subarray(0, at)
  }
}
