import { fail, show } from '../errors.js'
import { JSON_INVALID, TEXT_NOT_UTF8 } from '../messages/files.js'
import { LINE_FEED } from '../time/ascii.js'

/** The bytes that a line, an element of an array or a record of a table may have: a case of all events has some thousand. */
export const LONGEST_LINE = 16 * 1024 * 1024

/** Refuses what is not valid, and drops a byte order mark. */
export const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Decodes UTF-8 and drops a byte order mark; throws `text-not-utf8`. */
export function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return fail(TEXT_NOT_UTF8, {})
  }
}

/** Parses JSON; throws `json-invalid`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return fail(JSON_INVALID, { found: show(text.trim()), problem: error instanceof SyntaxError ? show(error.message) : String(error) })
  }
}

/** Spaces, tabs, line ends, and the bytes of a byte order mark. */
const BLANK: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

export function isBlank(byte: number): boolean {
  return (byte <= 0x20 || byte >= 0xbb) && BLANK.has(byte)
}

/** The first byte that is not blank; the length where all are. */
export function firstByte(bytes: Uint8Array, from = 0): number {
  let i = from
  while (i < bytes.length && BLANK.has(bytes[i])) i++
  return i
}

/** Where the line ends that a place lies in: at its line feed, or with the bytes. */
export function endOfLine(bytes: Uint8Array, from: number): number {
  const feed = bytes.indexOf(LINE_FEED, from)
  return feed < 0 ? bytes.length : feed
}

/** How many line feeds there are. */
export function feedsIn(bytes: Uint8Array): number {
  let count = 0
  for (let i = bytes.indexOf(LINE_FEED); i >= 0; i = bytes.indexOf(LINE_FEED, i + 1)) count++
  return count
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A piece is no larger than this, however the bytes come: what it is decoded to is held at once. */
const LARGEST_PIECE = 1024 * 1024

/** A chunk in pieces that can be held. */
export function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += LARGEST_PIECE) yield chunk.subarray(at, at + LARGEST_PIECE)
}
