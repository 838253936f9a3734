import type { Assessment, Basis } from '../case/assessment.js'
import { verdictText } from './verdict-text.js'

/** A unit of text becomes at most this many bytes of UTF-8. */
const WIDEST = 3
/** So many units of text are made into bytes at once: each time costs something, and a long text has to be kept. */
const AT_ONCE = 64 * 1024

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
  const ends = new WeakMap<Basis, string>()
  let buffer = new Uint8Array(256 * 1024)
  let at = 0
  let text = ''
  const encode = () => {
    const most = at + text.length * WIDEST
    if (most > buffer.length) {
      const larger = new Uint8Array(2 * most)
      larger.set(buffer.subarray(0, at))
      buffer = larger
    }
    at += encoder.encodeInto(text, buffer.subarray(at)).written
    text = ''
  }
  const endOf = (basis: Basis): string => {
    const known = ends.get(basis)
    if (known !== undefined) return known
    const end = `,"basis":${JSON.stringify(basis)}}\n`
    ends.set(basis, end)
    return end
  }
  return {
    add: (assessment) => {
      text += verdictText(assessment) + endOf(assessment.basis)
      if (text.length >= AT_ONCE) encode()
    },
    take: () => {
      encode()
      const lines = buffer.subarray(0, at)
      at = 0
      return lines
    },
  }
}
