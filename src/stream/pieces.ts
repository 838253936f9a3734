import { dayIn, MS_PER_DAY } from '../time/day.js'
import { type Expected, expectedOf, isAt, type Scannable, WORD } from './scannable.js'
import { QUOTE } from './text.js'

/*
 * Pieces of a line of JSON, read from its bytes. Each function is given where a piece begins and gives where the next one does, or `LOST`
 * where something stands that is not read here, which need be no fault. What was read is in `read`: a result for each of them would cost as much
 * as the reading.
 */

export const LOST = -1

/** What was read last. */
export const read: { text: string; instant: number | string; count: number } = { text: '', instant: 0, count: 0 }

const BACKSLASH = 0x5c
const SPACE = 0x20
const ZERO = 0x30
const NINE = 0x39
const HYPHEN = 0x2d
const PLUS = 0x2b
const COLON = 0x3a
const T = 0x54

/** Steps over the one space that some writers put behind commas and colons. */
export function overSpace({ bytes }: Scannable, at: number): number {
  return bytes[at] === SPACE ? at + 1 : at
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a text from its first quote. One with escapes is lost, and one that is not valid UTF-8. */
export function readText({ bytes }: Scannable, start: number): number {
  if (bytes[start] !== QUOTE) return LOST
  let at = start + 1
  for (; bytes[at] !== QUOTE; at++) {
    const byte = bytes[at]
    if (byte === undefined || byte === BACKSLASH || byte < SPACE) return LOST
  }
  try {
    read.text = strict.decode(bytes.subarray(start + 1, at))
    return at + 1
  } catch {
    return LOST
  }
}

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
  if (end - start >= WORD) known[slot] = { expected: expectedOf(source.bytes.slice(start, end)), text: read.text }
  return end
}

/** Two decimal digits; too large for anything where one is none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO
  const ones = (bytes[at + 1] as number) - ZERO
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : 100_000
}

/** How long `"2019-07-01T09:12:00+08:00"` is. */
const LENGTH = 27

/** Reads a text that is an instant to the second with its offset, in milliseconds; any other stays a text. */
export function readInstant(source: Scannable, start: number): number {
  const { bytes } = source
  const sign = bytes[start + 20]
  const isShaped =
    bytes[start + LENGTH - 1] === QUOTE &&
    bytes[start] === QUOTE &&
    bytes[start + 5] === HYPHEN &&
    bytes[start + 8] === HYPHEN &&
    bytes[start + 11] === T &&
    bytes[start + 14] === COLON &&
    bytes[start + 17] === COLON &&
    bytes[start + 23] === COLON &&
    (sign === PLUS || sign === HYPHEN)
  if (!isShaped) return readOther(source, start)
  const day = dayIn(twoDigits(bytes, start + 1) * 100 + twoDigits(bytes, start + 3), twoDigits(bytes, start + 6), twoDigits(bytes, start + 9))
  const hour = twoDigits(bytes, start + 12)
  const minute = twoDigits(bytes, start + 15)
  const second = twoDigits(bytes, start + 18)
  const hours = twoDigits(bytes, start + 21)
  const minutes = twoDigits(bytes, start + 24)
  if (day === undefined || hour > 23 || minute > 59 || second > 59 || hours > 23 || minutes > 59) return readOther(source, start)
  const offset = sign === HYPHEN ? -(hours * 60 + minutes) : hours * 60 + minutes
  read.instant = day * MS_PER_DAY + ((hour * 60 + minute - offset) * 60 + second) * 1_000
  return start + LENGTH
}

function readOther(source: Scannable, start: number): number {
  const end = readText(source, start)
  read.instant = read.text
  return end
}

/** Reads a whole number of up to nine digits, 0 or more; any other is lost. */
export function readCount({ bytes }: Scannable, start: number): number {
  let at = start
  let count = 0
  for (; (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE; at++) count = count * 10 + (bytes[at] as number) - ZERO
  read.count = count
  const length = at - start
  return length < 1 || length > 9 || (length > 1 && bytes[start] === ZERO) ? LOST : at
}
