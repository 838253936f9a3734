import { fail, ServiceTimeError, show } from '../errors.js'

/** One value of a file with the line it begins on, or the fault that kept it from being read. */
export type Entry = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly error: ServiceTimeError }

interface Piece {
  readonly line: number
  readonly text: string
}

const LINE_FEED = 0x0a
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads the values of a file of NDJSON or of one JSON array. A fault in one of them leaves the others be.
 *
 * Throws: `file-empty`.
 */
export function entriesOf(bytes: Buffer, file: string): readonly Entry[] {
  const entries = readEntries(bytes, file)
  return entries.length > 0 ? entries : fail('file-empty', { file })
}

function readEntries(bytes: Buffer, file: string): readonly Entry[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return fail('file-unreadable', { file, problem: 'it is gzip; unpack it first, as in: gunzip -c FILE | service-time assess -' })
  const first = String.fromCharCode(bytes[firstByte(bytes, 0)] ?? 0)
  if (first === '[') return attempt(1, () => piecesOfArray(decode(bytes))).flatMap(parsePieces)
  const entries = linesOf(bytes)
  const isOneObject = first === '{' && entries[0] !== undefined && 'error' in entries[0]
  return (isOneObject && oneValue(bytes)) || entries
}

/** Spaces, tabs, line ends, and the bytes of a byte order mark. */
const BLANK: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

/** The first byte that is not blank; the length where all are. */
function firstByte(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && BLANK.has(bytes[i])) i++
  return i
}

/** An object written over several lines is one case. */
function oneValue(bytes: Buffer): readonly Entry[] | undefined {
  try {
    return [{ line: 1, value: JSON.parse(decode(bytes)) }]
  } catch {
    return undefined
  }
}

function parsePieces(entry: Entry): readonly Entry[] {
  return 'error' in entry ? [entry] : (entry.value as readonly Piece[]).flatMap(({ line, text }) => attempt(line, () => parse(text)))
}

/** Lines are cut as bytes, so that one that is not valid text costs only itself. */
function linesOf(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed
    const piece = bytes.subarray(start, end)
    if (firstByte(piece, 0) < piece.length) entries.push(...attempt(line, () => parse(decode(piece))))
    start = end + 1
  }
  return entries
}

function attempt(line: number, read: () => unknown): readonly Entry[] {
  try {
    return [{ line, value: read() }]
  } catch (error) {
    if (error instanceof ServiceTimeError) return [{ line, error }]
    throw error
  }
}

/** Decodes UTF-8; the decoder drops a byte order mark. */
export function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return fail('text-not-utf8', {})
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return fail('json-invalid', { found: show(text.trim()), problem: error instanceof SyntaxError ? show(error.message) : String(error) })
  }
}

/** What a character does to the depth of brackets. */
const DEPTHS: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 }

/**
 * Cuts a JSON array into the texts of its elements, so that each can be read, and named by its line, alone. What is wrong
 * with the array itself (an element that is missing, an end that is missing, text after the end) becomes a piece too,
 * which then is refused by name.
 */
function piecesOfArray(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let [depth, line, start, startLine] = [0, 1, -1, 1]
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    if (char === '\n') line++
    const isEnd = depth === 1 && (char === ',' || char === ']')
    if (isEnd) {
      // Only an empty array may lack what its end would end.
      if (start >= 0) pieces.push({ line: startLine, text: text.slice(start, i) })
      else if (char === ',' || pieces.length > 0) pieces.push({ line, text: char })
      start = -1
      if (char === ']') return withRest(pieces, text.slice(i + 1).trim(), line)
      continue
    }
    if (depth >= 1 && start < 0 && char.trim() !== '') [start, startLine] = [i, line]
    if (char === '"') {
      const close = endOfText(text, i)
      line += text.slice(i, close).split('\n').length - 1
      i = close
    } else depth += DEPTHS[char] ?? 0
  }
  const last = start >= 0 ? [{ line: startLine, text: text.slice(start) }] : []
  // Where the cut goes through an element, that element will be refused for it.
  const isWhole = depth <= 1
  return [...pieces, ...last, ...(isWhole ? [{ line, text: '[ …' }] : [])]
}

/** Where a JSON text that opens at an index closes. */
function endOfText(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return text.length
}

/** What follows the end of an array is a piece that will be refused. */
function withRest(pieces: readonly Piece[], rest: string, line: number): readonly Piece[] {
  return rest === '' ? pieces : [...pieces, { line, text: `] ${rest}` }]
}
