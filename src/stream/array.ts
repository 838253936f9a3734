import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COMMA, LINE_FEED, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../time/ascii.js'
import { type Chunks, type Entry, entryOf } from './entry.js'
import { tooLong } from './lines.js'
import { decode, firstByte, isBlank, joined, LONGEST_LINE, parseJson, piecesOf } from './text.js'

/** What a byte outside a text does to the depth of brackets. */
const DEPTHS: ReadonlyMap<number, number> = new Map([
  [OPEN_BRACKET, 1],
  [OPEN_BRACE, 1],
  [CLOSE_BRACKET, -1],
  [CLOSE_BRACE, -1],
])

/** Of what follows the end of an array, this much is shown. */
const SHOWN = 256

/** Where a reader stands in an array. */
interface Place {
  phase: 'before' | 'between' | 'element' | 'after'
  depth: number
  isText: boolean
  isEscaped: boolean
  line: number
  /** The line on which the element begins. */
  startLine: number
  /** How many elements there were, or gaps in the place of one. */
  count: number
  /** The element as far as it has been seen, or what follows the end; its size tells of one that is too long to be held. */
  held: Uint8Array[]
  size: number
}

/**
 * Reads a JSON array element by element, so that each can be named by its line, and none costs another. What is wrong with the array
 * itself (an element that is missing, an end that is missing, text after the end) is read as an element, which is refused by name.
 */
export async function* readArray(chunks: Chunks): AsyncGenerator<readonly Entry[]> {
  const place: Place = { phase: 'before', depth: 0, isText: false, isEscaped: false, line: 1, startLine: 1, count: 0, held: [], size: 0 }
  for await (const chunk of chunks) {
    for (const piece of piecesOf(chunk)) {
      const entries = scan(place, piece)
      if (entries.length > 0) yield entries
    }
  }
  yield ENDS[place.phase](place)
}

function scan(place: Place, piece: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  let start = 0
  for (let i = 0; i < piece.length; i++) {
    const byte = piece[i] as number
    if (place.phase === 'after') break
    if (byte === LINE_FEED) place.line++
    const isBegun = place.phase === 'element'
    if (isBegun && place.isText) passText(place, byte)
    else if (place.depth === 1 && (byte === COMMA || byte === CLOSE_BRACKET)) {
      if (isBegun) entries.push(elementOf(place, piece.subarray(start, i)))
      // Only an empty array may lack what its end would end.
      else if (byte === COMMA || place.count > 0) entries.push(strayOf(place, String.fromCharCode(byte)))
      place.count++
      place.phase = byte === CLOSE_BRACKET ? 'after' : 'between'
      start = i + 1
    } else if (isBegun || !isBlank(byte)) {
      if (place.phase === 'between') [start, place.startLine] = [i, place.line]
      place.phase = place.phase === 'before' ? 'between' : 'element'
      place.isText = byte === QUOTE
      place.depth += DEPTHS.get(byte) ?? 0
    }
  }
  if (place.phase === 'element') hold(place, piece.subarray(start))
  if (place.phase === 'after') holdRest(place, piece.subarray(start))
  return entries
}

function passText(place: Place, byte: number): void {
  if (place.isEscaped) place.isEscaped = false
  else if (byte === BACKSLASH) place.isEscaped = true
  else if (byte === QUOTE) place.isText = false
}

function hold(place: Place, bytes: Uint8Array): void {
  place.size += bytes.length
  if (place.size <= LONGEST_LINE) place.held.push(new Uint8Array(bytes))
  else place.held = []
}

function holdRest(place: Place, bytes: Uint8Array): void {
  const rest = place.size > 0 ? bytes : bytes.subarray(firstByte(bytes))
  const shown = rest.slice(0, SHOWN - place.size)
  place.size += shown.length
  place.held.push(shown)
}

function elementOf(place: Place, bytes: Uint8Array): Entry {
  hold(place, bytes)
  const { held, size, startLine } = place
  ;[place.held, place.size, place.depth, place.isText] = [[], 0, 1, false]
  return size > LONGEST_LINE ? tooLong(startLine) : entryOf(startLine, () => parseJson(decode(joined(held))))
}

/** A part of the array that is no element, as one that will be refused. */
function strayOf({ line }: Place, text: string): Entry {
  return entryOf(line, () => parseJson(text))
}

const ENDS: Readonly<Record<Place['phase'], (place: Place) => readonly Entry[]>> = {
  before: (place) => [strayOf(place, '[ …')],
  between: (place) => [strayOf(place, '[ …')],
  element: (place) => {
    // Where the cut goes through an element, that element will be refused for it.
    const isWhole = place.depth <= 1
    return [elementOf(place, new Uint8Array()), ...(isWhole ? [strayOf(place, '[ …')] : [])]
  },
  after: (place) => {
    const rest = new TextDecoder().decode(joined(place.held)).trim()
    return rest === '' ? [] : [strayOf(place, `] ${rest}`)]
  },
}
