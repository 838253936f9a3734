import { EVENT_TYPES } from '../case/file.js'
import { QUOTE } from '../time/ascii.js'
import { read, readText } from './pieces.js'
import { type Expected, expectedOf, isAt, type Scannable, WORD } from './scannable.js'

/** A power of two; files have some dozen names. */
const SLOTS = 1_024
/** Names that begin alike stand side by side, up to so many. */
const NEIGHBOURS = 8
/** By so many bytes of it a name finds its slot; those of a short one are followed by others. */
const BEGINNING = 2 * WORD

interface Known {
  /** With both quotes. */
  readonly expected: Expected
  readonly text: string
}

/** Names that our code has are given as they stand there: the same text is equal at a glance, another one of the same characters is not. */
const OURS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(EVENT_TYPES.map((type) => [type, type]))

const known: (Known | undefined)[] = new Array<undefined>(SLOTS + NEIGHBOURS).fill(undefined)

/** Reads a text that many lines have, such as the name of a rule: it is made once, and found again by its bytes. */
export function readName(source: Scannable, start: number): number {
  const { bytes, words, size } = source
  if (start + 1 + BEGINNING > size || bytes[start] !== QUOTE) return readText(source, start)
  const first = slotOf(words.getInt32(start + 1), words.getInt32(start + 1 + WORD))
  for (let slot = first; slot < first + NEIGHBOURS; slot++) {
    const name = known[slot]
    if (name === undefined) return readNew(source, start, slot)
    if (!isAt(source, start, name.expected)) continue
    read.text = name.text
    return start + name.expected.length
  }
  return readNew(source, start, first)
}

/** A slot by a hash of the first bytes of a name. */
function slotOf(first: number, second: number): number {
  return Math.imul(first ^ Math.imul(second, 0x85eb_ca6b), 0xc2b2_ae35) >>> SHIFT
}

const SHIFT = 32 - Math.log2(SLOTS)

function readNew(source: Scannable, start: number, slot: number): number {
  const end = readText(source, start)
  if (end - start >= WORD) known[slot] = { expected: expectedOf(source.bytes.slice(start, end)), text: OURS.get(read.text) ?? read.text }
  return end
}
