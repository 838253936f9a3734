import { isAt, LOST, overSpace, read, readCount, readInstant, readName, readText } from './pieces.js'
import { QUOTE } from './text.js'

/*
 * Most lines of most files are cases in a few shapes, and parsing them as JSON takes longer than assessing them: every text is made, though of
 * most only a number or a name is wanted. This reads such lines from their bytes. It reads no more than it must: of a line with anything else in
 * it, such as an escape, an extension or a tab, it says nothing, and the line is parsed as JSON. So what is wrong with a line is never told from here.
 */

/** An event of a case as it was scanned; an instant that could be read is a number. */
interface ScannedEvent {
  type: string | undefined
  at: number | string | undefined
  cause: string | undefined
  stage: string | undefined
  result: string | undefined
  reason: string | undefined
}

/** A case as it was scanned. */
export interface ScannedCase {
  id: string | undefined
  rule: string | undefined
  events: ScannedEvent[] | undefined
  materials: number | undefined
  steps: number | undefined
}

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const RETURN = 0x0d

const keyOf = (name: string) => new TextEncoder().encode(`"${name}":`)
const ID = keyOf('id')
const RULE = keyOf('rule')
const EVENTS = keyOf('events')
const MATERIALS = keyOf('materials')
const STEPS = keyOf('steps')
const TYPE = keyOf('type')
const AT = keyOf('at')
const CAUSE = keyOf('cause')
const STAGE = keyOf('stage')
const RESULT = keyOf('result')
const REASON = keyOf('reason')

/**
 * The case of a line, or nothing where it is not read here. `assess` says the same of it as of the parsed line, in other words where something is
 * wrong with it.
 */
export function scanCase(bytes: Uint8Array, start: number, end: number): ScannedCase | undefined {
  const file: ScannedCase = { id: undefined, rule: undefined, events: undefined, materials: undefined, steps: undefined }
  const at = readFile(bytes, start, file)
  const isRead = at === end || (at + 1 === end && bytes[at] === RETURN)
  return isRead ? file : undefined
}

/** Reads an object that has members. Of a key that stands twice the last value holds. */
function readFile(bytes: Uint8Array, start: number, file: ScannedCase): number {
  if (bytes[start] !== OPEN) return LOST
  let at = start
  do {
    at = readMember(bytes, overSpace(bytes, at + 1), file)
    if (at === LOST) return LOST
  } while (bytes[at] === COMMA)
  return bytes[at] === CLOSE ? at + 1 : LOST
}

function readMember(bytes: Uint8Array, at: number, file: ScannedCase): number {
  if (isAt(bytes, at, ID)) {
    const end = readText(bytes, overSpace(bytes, at + ID.length))
    file.id = read.text
    return end
  }
  if (isAt(bytes, at, RULE)) {
    const end = readName(bytes, overSpace(bytes, at + RULE.length))
    file.rule = read.text
    return end
  }
  if (isAt(bytes, at, EVENTS)) return readEvents(bytes, overSpace(bytes, at + EVENTS.length), file)
  return readCounts(bytes, at, file)
}

function readCounts(bytes: Uint8Array, at: number, file: ScannedCase): number {
  if (isAt(bytes, at, MATERIALS)) {
    const end = readCount(bytes, overSpace(bytes, at + MATERIALS.length))
    file.materials = read.count
    return end
  }
  if (isAt(bytes, at, STEPS)) {
    const end = readCount(bytes, overSpace(bytes, at + STEPS.length))
    file.steps = read.count
    return end
  }
  return overOther(bytes, at)
}

function readEvents(bytes: Uint8Array, start: number, file: ScannedCase): number {
  if (bytes[start] !== OPEN_LIST) return LOST
  const events: ScannedEvent[] = []
  let at = start
  do {
    const event: ScannedEvent = { type: undefined, at: undefined, cause: undefined, stage: undefined, result: undefined, reason: undefined }
    at = readEvent(bytes, overSpace(bytes, at + 1), event)
    if (at === LOST) return LOST
    events.push(event)
  } while (bytes[at] === COMMA)
  file.events = events
  return bytes[at] === CLOSE_LIST ? at + 1 : LOST
}

function readEvent(bytes: Uint8Array, start: number, event: ScannedEvent): number {
  if (bytes[start] !== OPEN) return LOST
  let at = start
  do {
    at = readEventMember(bytes, overSpace(bytes, at + 1), event)
    if (at === LOST) return LOST
  } while (bytes[at] === COMMA)
  return bytes[at] === CLOSE ? at + 1 : LOST
}

function readEventMember(bytes: Uint8Array, at: number, event: ScannedEvent): number {
  if (isAt(bytes, at, TYPE)) {
    const end = readName(bytes, overSpace(bytes, at + TYPE.length))
    event.type = read.text
    return end
  }
  if (isAt(bytes, at, AT)) {
    const end = readInstant(bytes, overSpace(bytes, at + AT.length))
    event.at = read.instant
    return end
  }
  return readDetail(bytes, at, event)
}

function readDetail(bytes: Uint8Array, at: number, event: ScannedEvent): number {
  for (const [key, name] of DETAILS) {
    if (!isAt(bytes, at, key)) continue
    const end = readName(bytes, overSpace(bytes, at + key.length))
    event[name] = read.text
    return end
  }
  return LOST
}

const DETAILS = [
  [CAUSE, 'cause'],
  [STAGE, 'stage'],
  [RESULT, 'result'],
  [REASON, 'reason'],
] as const

/** Steps over a member of the user's own, if it is a text or a count. */
function overOther(bytes: Uint8Array, start: number): number {
  const colon = readText(bytes, start)
  if (colon === LOST || bytes[colon] !== COLON) return LOST
  const at = overSpace(bytes, colon + 1)
  return bytes[at] === QUOTE ? readText(bytes, at) : readCount(bytes, at)
}
