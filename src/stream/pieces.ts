import { BACKSLASH, COLON, HYPHEN, NINE, NOT_ASCII, PLUS, QUOTE, SPACE, UPPER_T, ZERO } from '../time/ascii.js'
import { dayIn } from '../time/day.js'
import { MS_PER_DAY } from '../time/numbers.js'
import { LOST, type Scannable } from './scannable.js'

/*
 * Pieces of a line of JSON, read from its bytes. Each function is given where a piece begins and gives where the next one does, or `LOST`
 * where something stands that is not read here, which need be no fault. What was read is in `read`: a result for each of them would cost as much
 * as the reading.
 */

/** What was read last. */
export const read: { text: string; instant: number | string; count: number } = { text: '', instant: 0, count: 0 }

/** Steps over the one space that some writers put behind commas and colons. */
export function overSpace({ bytes }: Scannable, at: number): number {
  return bytes[at] === SPACE ? at + 1 : at
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a text from its first quote. One with escapes is lost, and one that is not valid UTF-8. */
export function readText({ bytes }: Scannable, start: number): number {
  if (bytes[start] !== QUOTE) return LOST
  let at = start + 1
  let all = 0
  for (; bytes[at] !== QUOTE; at++) {
    const byte = bytes[at]
    if (byte === undefined || byte === BACKSLASH || byte < SPACE) return LOST
    all |= byte
  }
  const length = at - start - 1
  if (all < NOT_ASCII && length <= SHORT && start + SHORT < bytes.length) {
    read.text = shortText(bytes, start + 1).slice(0, length)
    return at + 1
  }
  try {
    read.text = strict.decode(bytes.subarray(start + 1, at))
    return at + 1
  } catch {
    return LOST
  }
}

const SHORT = 16

/** A fixed number of characters, to be cut to a text such as the id of a case: in a quarter of the time that a decoder takes. */
function shortText(bytes: Uint8Array, at: number): string {
  const code = (i: number) => bytes[at + i] as number
  return String.fromCharCode(
    code(0),
    code(1),
    code(2),
    code(3),
    code(4),
    code(5),
    code(6),
    code(7),
    code(8),
    code(9),
    code(10),
    code(11),
    code(12),
    code(13),
    code(14),
    code(15),
  )
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
    bytes[start + 11] === UPPER_T &&
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
