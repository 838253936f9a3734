import type { CaseEvent } from '../case/file.js'
import { fail, quote, show, type ValueFault, within } from '../errors.js'
import { UNKNOWN_EVENT_CODE, UNKNOWN_RESULT_OF_THIS_CODE, UNKNOWN_SPECIAL_PROCEDURE } from '../messages/choices.js'
import { NOT_CODED_ROW, NOT_CODED_ROWS, NOT_EVENT, NOT_EVENTS, NOT_OPTIONS } from '../messages/values.js'
import type { InstantInput } from '../time/instant.js'
import { amountOf, type Limit } from '../time/limit.js'
import { isRecord } from '../time/record.js'
import { type Code, codesOf, entryOf, findEntry } from './entry.js'
import { type CodedMeaning, type EventCodes, type EventEntry, entryOfEvent, eventSets } from './event.js'

/**
 * One row of a hall system's log: the code of what happened, and when. Fields of your own are kept.
 *
 * Shape: `cause` names a pause, `stage` the stage that a department begins, `special` the kind of a special procedure (1 or 2, A or B);
 * an extension (1, A) says `by` how much the limit grows.
 */
export interface CodedRow {
  readonly code: Code
  readonly at: InstantInput
  readonly cause?: string
  readonly stage?: string
  readonly special?: Code
  readonly by?: Limit
  readonly reason?: string
  readonly result?: string
}

/** An event that was read from a row, with the fields of the row. */
export type CodedEvent = CaseEvent & Pick<CodedRow, 'code' | 'special'>

/**
 * Why a row is no event of a case: its code tells none (`no-event`), it starts a stage without naming one (`no-stage`), or it ends
 * an extension, which has no end (`extension-ends`).
 */
export type WhyNoEvent = 'no-event' | 'no-stage' | 'extension-ends'

/** A log as events of a case, and the rows of it that are none. */
export interface ReadRows {
  readonly events: readonly CodedEvent[]
  readonly others: readonly { readonly index: number; readonly row: CodedRow; readonly why: WhyNoEvent }[]
}

/**
 * Reads the log of a case from a hall system. Nothing is dropped: rows with a known code that are no event of a case are listed apart.
 *
 * Edges: a special procedure is a pause, unless its kind (`special`) says that approval takes longer: then it is an extension. The
 * order of the events is checked by `assess`.
 * Throws: `choice-unknown` for a code that the set does not have; `value-invalid`; for the `by` of an extension `limit-invalid`,
 * `unit-unknown`, `unit-ambiguous`, `amount-invalid`. Each with the path of the row.
 *
 * @example
 * const { events } = eventsFromRows('construction', [{ code: 3, at: '2019-07-01' }, { code: 9, at: '2019-07-03', cause: '听证' }])
 * events[1] //=> { type: 'paused', code: 9, at: '2019-07-03', cause: '听证' }
 */
export function eventsFromRows(set: EventCodes, rows: readonly CodedRow[]): ReadRows {
  const entries = codesOf(eventSets, set)
  if (!Array.isArray(rows)) return refuse(rows, NOT_CODED_ROWS, 'rows')
  const events: CodedEvent[] = []
  const others: ReadRows['others'][number][] = []
  rows.forEach((row: CodedRow, index) => {
    const read = within({ path: `rows[${index}]` }, () => eventOf(entries, row))
    if (typeof read === 'string') others.push({ index, row, why: read })
    else events.push(read)
  })
  return { events, others }
}

function eventOf(entries: readonly EventEntry[], row: CodedRow): CodedEvent | WhyNoEvent {
  if (!isRecord(row)) return refuse(row, NOT_CODED_ROW, '')
  const meaning = meaningOf(entryOf(entries, row.code, { unknown: UNKNOWN_EVENT_CODE }), row)
  if (typeof meaning === 'string') return meaning
  if (meaning.type === 'stage-started' && row.stage === undefined) return 'no-stage'
  if (meaning.type === 'extended') amountOf(row.by, 'unsigned', 'by')
  if (meaning.result !== undefined && row.result !== undefined && row.result !== meaning.result)
    return fail(UNKNOWN_RESULT_OF_THIS_CODE, { found: show(row.result), allowed: [meaning.result] }, { path: 'result' })
  // What each type of event must have was checked above; the rest, `readCase` and `assess` check.
  return { ...row, ...meaning } as CodedEvent
}

function meaningOf({ event, special }: EventEntry, row: CodedRow): CodedMeaning | WhyNoEvent {
  const isExtension = special !== undefined && row.special !== undefined && kindOfSpecial(row.special) === 'extended'
  if (isExtension) return special === 'begins' ? { type: 'extended' } : 'extension-ends'
  return event ?? 'no-event'
}

const SPECIALS = [...eventSets.special.codes, ...eventSets['special-older'].codes]

function kindOfSpecial(code: Code): CodedMeaning['type'] {
  return (entryOf(SPECIALS, code, { unknown: UNKNOWN_SPECIAL_PROCEDURE, path: 'special' }).event as CodedMeaning).type
}

/** How rows are written. */
export interface RowOptions {
  /** The codes for the kind of a special procedure; those of GB/T 39046 unless told otherwise. */
  readonly special?: 'special' | 'special-older'
}

/**
 * Writes events of a case as rows of a hall system: what `eventsFromRows` has read comes back as it was.
 *
 * Edges: an event keeps the code it came with where the set has that code for it. An extension is written as a special procedure of
 * its kind where it has no code of its own.
 * Throws: `choice-unknown` with the path of an event that has no code in the set; `value-invalid`.
 *
 * @example
 * const [row] = rowsOfEvents('construction', [{ type: 'extended', at: '2019-07-03', by: { workingDays: 10 } }])
 * row //=> { code: 9, at: '2019-07-03', by: { workingDays: 10 }, special: 1 }
 */
export function rowsOfEvents(set: EventCodes, events: readonly CaseEvent[], options: RowOptions = {}): readonly CodedRow[] {
  const entries = codesOf(eventSets, set)
  if (typeof options !== 'object' || options === null) return refuse(options, NOT_OPTIONS, 'options')
  const { special = 'special' } = options
  const specials = codesOf({ special: eventSets.special, 'special-older': eventSets['special-older'] }, special)
  if (!Array.isArray(events)) return refuse(events, NOT_EVENTS, 'events')
  return events.map((event: CaseEvent, index) => within({ path: `events[${index}]` }, () => rowOf(entries, specials, event)))
}

function rowOf(entries: readonly EventEntry[], specials: readonly EventEntry[], event: CaseEvent & Partial<CodedRow>): CodedRow {
  if (!isRecord(event)) return refuse(event, NOT_EVENT, '')
  const { type, result, ...row } = event
  const kept = keptEntry(entries, event)
  const entry = kept ?? extensionEntry(entries, event) ?? entryOfEvent(entries, event)
  const isTold = result === undefined || entry.event?.result === result
  const special = event.special ?? (entry.special !== undefined && type === 'extended' ? entryOfEvent(specials, { type }).code : undefined)
  return { ...row, code: kept ? (event.code as Code) : entry.code, ...(isTold ? {} : { result }), ...(special !== undefined && { special }) }
}

/** The entry of the code that an event came with, if it stands for that event in this set. */
function keptEntry(entries: readonly EventEntry[], event: CaseEvent & Partial<CodedRow>): EventEntry | undefined {
  const entry = findEntry(entries, event.code)
  const isMeant = entry?.event?.type === event.type || (entry?.special === 'begins' && event.type === 'extended')
  return isMeant && (entry?.event?.result === undefined || entry.event.result === event.result) ? entry : undefined
}

/** What an extension is written as, in a set that files it under special procedures. */
function extensionEntry(entries: readonly EventEntry[], { type }: CaseEvent): EventEntry | undefined {
  return type === 'extended' ? entries.find(({ special }) => special === 'begins') : undefined
}

function refuse(found: unknown, fault: ValueFault, path: string): never {
  return fail(fault, { found: quote(found) }, { path })
}
