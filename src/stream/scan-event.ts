import { CLOSE_BRACE, COMMA, OPEN_BRACE } from '../time/ascii.js'
import { readName } from './names.js'
import { overSpace, read, readInstant } from './pieces.js'
import { isAt, keyOf, LOST, type Scannable } from './scannable.js'

const TYPE = keyOf('type')
const AT = keyOf('at')
const CAUSE = keyOf('cause')
const STAGE = keyOf('stage')
const RESULT = keyOf('result')
const REASON = keyOf('reason')

/** An event of a case as it was scanned; an instant that could be read is a number. */
export interface ScannedEvent {
  type: string | undefined
  at: number | string | undefined
  cause: string | undefined
  stage: string | undefined
  result: string | undefined
  reason: string | undefined
}

/** Reads an event that has members, from its first bracket. */
export function readEvent(source: Scannable, start: number, event: ScannedEvent): number {
  const { bytes } = source
  if (bytes[start] !== OPEN_BRACE) return LOST
  let at = start
  do {
    at = readEventMember(source, overSpace(source, at + 1), event)
    if (at === LOST) return LOST
  } while (bytes[at] === COMMA)
  return bytes[at] === CLOSE_BRACE ? at + 1 : LOST
}

function readEventMember(source: Scannable, at: number, event: ScannedEvent): number {
  if (isAt(source, at, TYPE)) {
    const end = readName(source, overSpace(source, at + TYPE.length))
    event.type = read.text
    return end
  }
  if (isAt(source, at, AT)) {
    const end = readInstant(source, overSpace(source, at + AT.length))
    event.at = read.instant
    return end
  }
  return readDetail(source, at, event)
}

function readDetail(source: Scannable, at: number, event: ScannedEvent): number {
  if (isAt(source, at, CAUSE)) {
    const end = readName(source, overSpace(source, at + CAUSE.length))
    event.cause = read.text
    return end
  }
  if (isAt(source, at, STAGE)) {
    const end = readName(source, overSpace(source, at + STAGE.length))
    event.stage = read.text
    return end
  }
  return readWord(source, at, event)
}

function readWord(source: Scannable, at: number, event: ScannedEvent): number {
  if (isAt(source, at, RESULT)) {
    const end = readName(source, overSpace(source, at + RESULT.length))
    event.result = read.text
    return end
  }
  if (isAt(source, at, REASON)) {
    const end = readName(source, overSpace(source, at + REASON.length))
    event.reason = read.text
    return end
  }
  return LOST
}
