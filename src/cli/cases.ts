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
  const entries = readEntries(bytes)
  return entries.length > 0 ? entries : fail('file-empty', { file })
}

function readEntries(bytes: Buffer): readonly Entry[] {
  const first = bytes
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()[0]
  if (first === '[') return attempt(1, () => piecesOfArray(decode(bytes))).flatMap(parsePieces)
  const entries = linesOf(bytes)
  const isOneObject = first === '{' && entries[0] !== undefined && 'error' in entries[0]
  return (isOneObject && oneValue(bytes)) || entries
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
    if (!isBlank(piece)) entries.push(...attempt(line, () => parse(decode(piece))))
    start = end + 1
  }
  return entries
}

function isBlank(bytes: Buffer): boolean {
  return (
    bytes.length < 64 &&
    bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim() === ''
  )
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
function decode(bytes: Uint8Array): string {
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

/** Cuts a JSON array into the texts of its elements, so that each can be read, and named by its line, alone. */
function piecesOfArray(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let line = 1
  let isText = false
  let start = -1
  let startLine = 1
  function cut(end: number) {
    if (start >= 0) pieces.push({ line: startLine, text: text.slice(start, end) })
    start = -1
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    if (char === '\n') line++
    if (isText) {
      if (char === '\\') i++
      else if (char === '"') isText = false
      continue
    }
    const isStructure = depth === 1 && (char === ',' || char === ']')
    if (depth >= 1 && start < 0 && char.trim() !== '' && !isStructure) [start, startLine] = [i, line]
    if (char === '"') isText = true
    else if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (isStructure) cut(i)
    if (isStructure && char === ']') return withRest(pieces, text.slice(i + 1).trim(), line)
  }
  cut(text.length)
  return pieces
}

/** What follows the end of an array is kept as a piece, which will be refused by name. */
function withRest(pieces: readonly Piece[], rest: string, line: number): readonly Piece[] {
  return rest === '' ? pieces : [...pieces, { line, text: `] ${rest}` }]
}
