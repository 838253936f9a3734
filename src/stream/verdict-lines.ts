import type { Assessment, Basis } from '../case/assessment.js'

/** A unit of text becomes at most this many bytes of UTF-8. */
const WIDEST = 3

const OPEN_BASIS = new TextEncoder().encode(',"basis":')
const CLOSE = new TextEncoder().encode('}\n')

/** Writes assessments as NDJSON into one buffer: to join texts costs more than to make them. */
export interface VerdictWriter {
  readonly add: (assessment: Assessment) => void
  /** The lines since the last time; they hold until the next one is added. */
  readonly take: () => Uint8Array
}

/**
 * A writer that says the same as `JSON.stringify`, with `basis` as the last key: cases of one rule share theirs, which is a quarter of the text
 * and is made once.
 */
export function createVerdictWriter(): VerdictWriter {
  const encoder = new TextEncoder()
  const kept = new WeakMap<Basis, Uint8Array>()
  let buffer = new Uint8Array(256 * 1024)
  let at = 0
  const makeRoom = (length: number) => {
    if (at + length <= buffer.length) return
    const larger = new Uint8Array(2 * (at + length))
    larger.set(buffer.subarray(0, at))
    buffer = larger
  }
  const basisText = (basis: Basis): Uint8Array => {
    const known = kept.get(basis)
    if (known) return known
    const text = encoder.encode(JSON.stringify(basis))
    kept.set(basis, text)
    return text
  }
  const put = (bytes: Uint8Array) => {
    buffer.set(bytes, at)
    at += bytes.length
  }
  return {
    add: ({ basis, ...rest }) => {
      const text = JSON.stringify(rest)
      const last = basisText(basis)
      makeRoom(text.length * WIDEST + OPEN_BASIS.length + last.length + CLOSE.length)
      // The bracket that closes the text comes after the basis.
      at += encoder.encodeInto(text, buffer.subarray(at)).written - 1
      put(OPEN_BASIS)
      put(last)
      put(CLOSE)
    },
    take: () => {
      const lines = buffer.subarray(0, at)
      at = 0
      return lines
    },
  }
}
