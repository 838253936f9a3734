import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, LINE_FEED, OPEN_BRACE, OPEN_BRACKET, QUOTE, RETURN } from '../time/ascii.js'
import { readName } from './names.js'
import { overSpace, read, readCount, readText } from './pieces.js'
import { readEvent, type ScannedEvent } from './scan-event.js'
import { isAt, keyOf, LOST, type Scannable } from './scannable.js'

/*
 * Most lines of most files are cases in a few shapes, and parsing them as JSON takes longer than assessing them: every text is made, though of
 * most only a number or a name is wanted. This reads such lines from their bytes. It reads no more than it must: of a line with anything else in
 * it, such as an escape, an extension or a tab, it says nothing, and the line is parsed as JSON. So what is wrong with a line is never told from here.
 */

/** A case as it was scanned. */
interface ScannedCase {
  id: string | undefined
  rule: string | undefined
  events: ScannedEvent[] | undefined
  materials: number | undefined
  steps: number | undefined
}

const ID = keyOf('id')
const RULE = keyOf('rule')
const EVENTS = keyOf('events')
const MATERIALS = keyOf('materials')
const STEPS = keyOf('steps')

/** A case, and where its line ends: at a line feed, or with the bytes. */
export interface ScannedLine {
  readonly file: ScannedCase
  readonly end: number
}

/**
 * The case of the line that begins at a place, or nothing where it is not read here. `assess` says the same of it as of the parsed line, in other
 * words where something is wrong with it.
 */
export function scanCase(source: Scannable, start: number): ScannedLine | undefined {
  const file: ScannedCase = { id: undefined, rule: undefined, events: undefined, materials: undefined, steps: undefined }
  const at = readFile(source, start, file)
  if (at === LOST) return undefined
  const { bytes } = source
  const end = bytes[at] === RETURN ? at + 1 : at
  return end === bytes.length || bytes[end] === LINE_FEED ? { file, end } : undefined
}

/** Reads an object that has members. Of a key that stands twice the last value holds. */
function readFile(source: Scannable, start: number, file: ScannedCase): number {
  const { bytes } = source
  if (bytes[start] !== OPEN_BRACE) return LOST
  let at = start
  do {
    at = readMember(source, overSpace(source, at + 1), file)
    if (at === LOST) return LOST
  } while (bytes[at] === COMMA)
  return bytes[at] === CLOSE_BRACE ? at + 1 : LOST
}

function readMember(source: Scannable, at: number, file: ScannedCase): number {
  if (isAt(source, at, ID)) {
    const end = readText(source, overSpace(source, at + ID.length))
    file.id = read.text
    return end
  }
  if (isAt(source, at, RULE)) {
    const end = readName(source, overSpace(source, at + RULE.length))
    file.rule = read.text
    return end
  }
  if (isAt(source, at, EVENTS)) return readEvents(source, overSpace(source, at + EVENTS.length), file)
  return readCounts(source, at, file)
}

function readCounts(source: Scannable, at: number, file: ScannedCase): number {
  if (isAt(source, at, MATERIALS)) {
    const end = readCount(source, overSpace(source, at + MATERIALS.length))
    file.materials = read.count
    return end
  }
  if (isAt(source, at, STEPS)) {
    const end = readCount(source, overSpace(source, at + STEPS.length))
    file.steps = read.count
    return end
  }
  return overOther(source, at)
}

function readEvents(source: Scannable, start: number, file: ScannedCase): number {
  const { bytes } = source
  if (bytes[start] !== OPEN_BRACKET) return LOST
  const events: ScannedEvent[] = []
  let at = start
  do {
    const event: ScannedEvent = { type: undefined, at: undefined, cause: undefined, stage: undefined, result: undefined, reason: undefined }
    at = readEvent(source, overSpace(source, at + 1), event)
    if (at === LOST) return LOST
    events.push(event)
  } while (bytes[at] === COMMA)
  file.events = events
  return bytes[at] === CLOSE_BRACKET ? at + 1 : LOST
}

/** Steps over a member of the user's own, if it is a text or a count. */
function overOther(source: Scannable, start: number): number {
  const { bytes } = source
  const colon = readText(source, start)
  if (colon === LOST || bytes[colon] !== COLON) return LOST
  const at = overSpace(source, colon + 1)
  return bytes[at] === QUOTE ? readText(source, at) : readCount(source, at)
}
