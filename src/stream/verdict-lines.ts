import type { Assessment, Basis } from '../case/assessment.js'
import { verdictText } from './verdict-text.js'

/** A unit of text becomes at most this many bytes of UTF-8. */
const WIDEST = 3

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
  const endOf = (basis: Basis): Uint8Array => {
    const known = kept.get(basis)
    if (known) return known
    const text = encoder.encode(`,"basis":${JSON.stringify(basis)}}\n`)
    kept.set(basis, text)
    return text
  }
  return {
    add: (assessment) => {
      const text = verdictText(assessment)
      const end = endOf(assessment.basis)
      makeRoom(text.length * WIDEST + end.length)
      at += encoder.encodeInto(text, buffer.subarray(at)).written
      buffer.set(end, at)
      at += end.length
    },
    take: () => {
      const lines = buffer.subarray(0, at)
      at = 0
      return lines
    },
  }
}
