import source from '../../seeds/codes/events.json' with { type: 'json' }
import type { EventType } from '../case/file.js'
import { type ChoiceFault, fail, quote, show } from '../errors.js'
import { UNKNOWN_EVENT_CODE, UNKNOWN_EVENT_WITH_A_CODE, UNKNOWN_RESULT_WITH_A_CODE } from '../messages/choices.js'
import { NOT_EVENT } from '../messages/values.js'
import { isRecord } from '../time/record.js'
import { type Code, codesOf, type Entry, entryOf, type Sets } from './entry.js'

/**
 * A set of codes that stand for events: the statuses of the data standard for construction approval (`construction`), the inner
 * codes of one hall system (`engine-a`), the closing results of electronic supervision (`closing`), and the kinds of special
 * procedure of GB/T 39046 (`special`, 1 and 2) and of the older set (`special-older`, A and B).
 */
export type EventCodes = 'construction' | 'engine-a' | 'closing' | 'special' | 'special-older'

/** What a code says happened; `result` keeps apart the codes that complete a case in different ways. */
export interface CodedMeaning {
  readonly type: EventType
  readonly result?: string
}

export interface EventEntry extends Entry {
  /** Left out where the system's word is no event of a case. */
  readonly event?: CodedMeaning
  /** Where the kind of a special procedure decides between a pause and an extension. */
  readonly special?: 'begins' | 'ends'
  /** Read as its event, and never written for it. */
  readonly isAlias?: boolean
}

/** The compiler reads the texts of a JSON file as `string`; a test checks that each is one of those that it may be. */
export const eventSets = source.sets as Sets<EventCodes, EventEntry>

/**
 * The event that a code of a hall system stands for.
 *
 * Edges: a special procedure is read as a pause; whether it is an extension, its kind tells (`special`, `special-older`).
 * Throws: `choice-unknown` with the codes that stand for an event.
 *
 * @example
 * eventFromCode('construction', 6) //=> { type: 'correction-requested' }
 * eventFromCode('construction', 13) //=> { type: 'completed', result: 'not-passed' }
 * eventFromCode('special', 1) //=> { type: 'extended' }
 */
export function eventFromCode(set: EventCodes, code: Code): CodedMeaning {
  const meant = codesOf(eventSets, set).filter((entry) => entry.event !== undefined)
  return { ...(entryOf(meant, code, { unknown: UNKNOWN_EVENT_CODE }).event as CodedMeaning) }
}

/**
 * The code that stands for an event; an event of a case may be given as it is.
 *
 * Edges: a result that no code tells gets the code that tells none.
 * Throws: `choice-unknown` for an event without a code, and for a result without one where every code tells one; `value-invalid` for what is no event.
 *
 * @example
 * codeOfEvent('construction', { type: 'paused' }) //=> 9
 * codeOfEvent('construction', { type: 'completed', result: 'passed' }) //=> 11
 */
export function codeOfEvent(set: EventCodes, event: CodedMeaning): Code {
  const entries = codesOf(eventSets, set)
  if (!isRecord(event)) return fail(NOT_EVENT, { found: quote(event) }, { path: 'event' })
  return entryOfEvent(entries, event).code
}

/** The entry that is written for an event; throws as `codeOfEvent`. */
export function entryOfEvent(entries: readonly EventEntry[], { type, result }: CodedMeaning): EventEntry {
  const written = entries.filter((entry) => entry.event !== undefined && entry.isAlias !== true)
  const ofType = written.filter(({ event }) => event?.type === type)
  if (ofType.length === 0) return refuse(UNKNOWN_EVENT_WITH_A_CODE, type, [...new Set(written.map(({ event }) => event?.type as string))], 'type')
  const found = ofType.find(({ event }) => event?.result === result) ?? ofType.find(({ event }) => event?.result === undefined)
  return found ?? refuse(UNKNOWN_RESULT_WITH_A_CODE, result, [...new Set(ofType.map(({ event }) => event?.result as string))], 'result')
}

function refuse(unknown: ChoiceFault, found: unknown, allowed: readonly string[], path: string): never {
  return fail(unknown, { found: show(found), allowed }, { path })
}
