import { ServiceTimeError } from '../errors.js'
import { LINE_TOO_LONG } from '../messages/files.js'
import { type Entry, entryOf, type FaultEntry } from './entry.js'
import { type Scannable, scannable } from './scannable.js'
import { decode, endOfLine, firstByte, isBlank, LONGEST_LINE, parseJson, utf8 } from './text.js'

/** What is done with an entry as soon as it is read: one that nobody keeps costs no memory. */
type Take = (entry: Entry) => void

/** Takes the line that begins at a place and tells where it ends; nothing where it has to be read as an entry. */
type TakeBytes = (source: Scannable, start: number) => number | undefined

/** What is done with lines. */
export interface Taker {
  readonly take: Take
  readonly takeBytes?: TakeBytes
}

/**
 * Reads a block of NDJSON whose first line has a number, and tells how many lines it had. Each line is decoded by itself: one that is not valid text costs only itself, and
 * a Chinese word in one does not make wide text of all, which takes three times as long to parse.
 */
export function readLines(bytes: Uint8Array, first: number, { take, takeBytes }: Taker): number {
  const source = scannable(bytes)
  let line = first
  for (let start = 0; start < bytes.length; line++) {
    // What has been read tells where it ends, and need not be looked through for that.
    const taken = takeBytes?.(source, start)
    const end = taken ?? endOfLine(bytes, start)
    if (taken === undefined && !isBlankFrom(bytes, start, end)) take(readLine(bytes.subarray(start, end), line))
    start = end + 1
  }
  return line - first
}

function isBlankFrom(bytes: Uint8Array, start: number, end: number): boolean {
  return start === end || (isBlank(bytes[start] as number) && firstByte(bytes, start) >= end)
}

/** Most lines are read without a word more than that; the others again, for what is wrong with them. */
function readLine(bytes: Uint8Array, line: number): Entry {
  try {
    return { line, value: JSON.parse(utf8.decode(bytes)) }
  } catch {
    return entryOf(line, () => parseJson(decode(bytes)))
  }
}

/** The entry of a record that was too long to be kept. */
export function tooLong(line: number): FaultEntry {
  return { line, error: new ServiceTimeError(LINE_TOO_LONG, { limit: LONGEST_LINE }) }
}
