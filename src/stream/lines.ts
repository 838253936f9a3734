import { fail } from '../errors.js'
import { type Entry, entryOf } from './entry.js'
import { decode, decoded, LINE_FEED, LONGEST_LINE, parseJson } from './text.js'

/** What a block held, and how many lines it had: the next block begins after them. */
export interface Read {
  readonly entries: readonly Entry[]
  readonly lines: number
}

/** Reads a block of NDJSON whose first line has a number. */
export function readLines(bytes: Uint8Array, first: number): Read {
  const text = decoded(bytes)
  return text === undefined ? readApart(bytes, first) : readText(text, first)
}

/** What lies between line ends that are not there is JSON white space, or a byte order mark. */
const FILLED = /[^ \t\r\uFEFF]/

function readText(text: string, first: number): Read {
  const entries: Entry[] = []
  let line = first
  for (let start = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    addLine(entries, line, text.slice(start, end))
    start = end + 1
  }
  return { entries, lines: line - first }
}

/** Where some line is not valid text, each is decoded by itself, so that it costs only itself. */
function readApart(bytes: Uint8Array, first: number): Read {
  const entries: Entry[] = []
  let line = first
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed
    const piece = bytes.subarray(start, end)
    const text = decoded(piece)
    if (text === undefined) entries.push(entryOf(line, () => decode(piece)))
    else addLine(entries, line, text)
    start = end + 1
  }
  return { entries, lines: line - first }
}

function addLine(entries: Entry[], line: number, text: string): void {
  if (!FILLED.test(text)) return
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  entries.push(entryOf(line, () => parseJson(marked)))
}

/** The entry of a record that was too long to be kept. */
export function tooLong(line: number): Entry {
  return entryOf(line, () => fail('line-too-long', { limit: LONGEST_LINE }))
}
