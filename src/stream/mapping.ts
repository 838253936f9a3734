import { EVENT_TYPES, type EventType } from '../case/file.js'
import { fail, quote, show } from '../errors.js'
import { UNKNOWN_CSV_MAPPING } from '../messages/choices.js'
import { NOT_CSV_FIELD, NOT_CSV_MAPPING, NOT_ONE_KIND_OF_ROW } from '../messages/values.js'

/** Where the value of a field stands in a row: in the column of a name, or the same for all. */
export type Field = string | { readonly is: string }

/** Where an event of a case stands in a row; the columns of `at` are empty where there was none. */
export interface EventFields {
  readonly type: Field
  readonly at: Field
  readonly cause?: Field
  readonly stage?: Field
  readonly by?: Field
  readonly reason?: Field
  readonly result?: Field
}

/**
 * How the columns of a table make cases.
 *
 * Shape: with `events` a row is a case, and each of them an event of it; with `event` a row is one event, and the rows of a case stand
 * together. `values` says what a text of the file means where it is not the library's own, such as `{ 受理: 'accepted' }`.
 */
export interface CsvMapping {
  readonly id: Field
  readonly rule: Field
  readonly materials?: Field
  readonly steps?: Field
  readonly events?: readonly EventFields[]
  readonly event?: EventFields
  readonly values?: Readonly<Record<string, string>>
}

const EVENT_FIELDS = ['type', 'at', 'cause', 'stage', 'by', 'reason', 'result'] as const
const FIELDS = ['id', 'rule', 'materials', 'steps', 'events', 'event', 'values'] as const

/**
 * Takes a value of unknown origin, such as parsed JSON, for a mapping of columns.
 *
 * Throws: `value-invalid`, `choice-unknown`, each with the path of the fault.
 *
 * @example
 * readMapping({ id: '办件编号', rule: { is: 'water-hookup' }, events: [{ type: { is: 'accepted' }, at: '受理时间' }] }).id //=> '办件编号'
 */
export function readMapping(value: unknown): CsvMapping {
  const { id, rule, materials, steps, events, event, values } = recordOf(value, '', FIELDS)
  for (const [path, field] of Object.entries({ id, rule })) assertField(field, path)
  for (const [path, field] of Object.entries({ materials, steps })) if (field !== undefined) assertField(field, path)
  if ((events === undefined) === (event === undefined)) fail(NOT_CSV_MAPPING, { found: show(value) })
  if (event !== undefined) assertEventFields(event, 'event')
  if (events !== undefined) for (const [i, fields] of assertList(events).entries()) assertEventFields(fields, `events[${i}]`)
  if (values !== undefined) for (const [key, text] of Object.entries(recordOf(values, 'values'))) assertText(text, `values.${key}`)
  return value as CsvMapping
}

function recordOf(value: unknown, path: string, allowed?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(NOT_CSV_MAPPING, { found: quote(value) }, { path })
  const unknown = allowed && Object.keys(value).find((key) => !allowed.includes(key))
  if (unknown !== undefined) fail(UNKNOWN_CSV_MAPPING, { found: show(unknown), allowed: allowed as readonly string[] }, { path })
  return value as Readonly<Record<string, unknown>>
}

function assertList(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : fail(NOT_CSV_MAPPING, { found: quote(value) }, { path: 'events' })
}

function assertEventFields(value: unknown, path: string): void {
  const fields = recordOf(value, path, EVENT_FIELDS)
  for (const name of ['type', 'at']) assertField(fields[name], `${path}.${name}`)
  for (const [name, field] of Object.entries(fields)) assertField(field, `${path}.${name}`)
}

function assertField(value: unknown, path: string): void {
  if (typeof value === 'string' && value !== '') return
  if (typeof value !== 'object') fail(NOT_CSV_FIELD, { found: quote(value) }, { path })
  assertText(recordOf(value, path, ['is'])['is'], path)
}

function assertText(value: unknown, path: string): void {
  if (typeof value !== 'string' || value === '') fail(NOT_CSV_FIELD, { found: quote(value) }, { path })
}

/** Pairs such as `accepted=受理时间`, which name the column of a field: of a case, of an event a row, or of the instant of one kind of event. */
export function mappingOf(pairs: Readonly<Record<string, string>>): CsvMapping {
  const names: readonly string[] = ['id', 'rule', 'materials', 'steps', ...EVENT_FIELDS, ...EVENT_TYPES]
  const unknown = Object.keys(pairs).find((name) => !names.includes(name))
  if (unknown !== undefined) fail(UNKNOWN_CSV_MAPPING, { found: show(unknown), allowed: names })
  const given = Object.keys(pairs)
  const isEventARow = given.some((name) => isOneOf(EVENT_FIELDS, name))
  if (isEventARow && given.some((name) => isOneOf(EVENT_TYPES, name))) fail(NOT_ONE_KIND_OF_ROW, { found: show(pairs) })
  return mappingFor((name) => pairs[name], isEventARow)
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

/** The mapping of a table whose columns are called as the fields are. */
export function mappingByNames(columns: readonly string[]): CsvMapping {
  // A column `type` may be another matter, such as the type of a case.
  return mappingFor((name) => (columns.includes(name) ? name : undefined), columns.includes('at'), columns)
}

/** A row is an event, or every kind of event that has a column is one of the case. */
function mappingFor(columnOf: (name: string) => string | undefined, isEventARow: boolean, order: readonly string[] = EVENT_TYPES): CsvMapping {
  const found = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (columnOf(name) === undefined ? [] : [[name, columnOf(name) as string]])))
  const base = { id: columnOf('id') ?? 'id', rule: columnOf('rule') ?? 'rule', ...found(['materials', 'steps']) }
  if (isEventARow) return { ...base, event: { type: 'type', at: 'at', ...found(EVENT_FIELDS) } }
  const types = order.filter((name): name is EventType => EVENT_TYPES.includes(name as EventType) && columnOf(name) !== undefined)
  // Without any of them, the acceptance is what is missed.
  return { ...base, events: (types.length > 0 ? types : ['accepted' as const]).map((type) => ({ type: { is: type }, at: columnOf(type) ?? type })) }
}

/** The columns that a mapping reads. */
export function columnsIn({ id, rule, materials, steps, events = [], event }: CsvMapping): readonly string[] {
  const inEvents = [...events, ...(event ? [event] : [])].flatMap((fields): readonly (Field | undefined)[] => Object.values(fields))
  return [id, rule, materials, steps, ...inEvents].filter((field) => typeof field === 'string')
}

/**
 * Whether a file whose first line begins with no bracket is a table: the line names the columns that one without a mapping must have, or has several cells,
 * and the next is not JSON, which may follow a line that is none.
 */
export function isTable(line: string, next: string): boolean {
  const names = line.split(/[,;|\t]/).map((name) => name.replaceAll('"', '').trim())
  return (names.includes('id') && names.includes('rule')) || (/[,;\t]/.test(line) && !/^\s*[[{]/.test(next))
}
