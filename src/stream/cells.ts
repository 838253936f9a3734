import { fail, show } from '../errors.js'
import { NOT_COUNT } from '../messages/values.js'
import { parseLimit } from '../time/limit.js'
import type { CsvMapping, EventFields, Field } from './mapping.js'

/** A row of a table as its columns, and where each of them stands. */
export interface Row {
  readonly cells: readonly string[]
  readonly columns: ReadonlyMap<string, number>
}

/** The value of a field in a row; nothing for an empty cell. */
export function textIn(field: Field | undefined, { cells, columns }: Row, { values = {} }: CsvMapping): string | undefined {
  if (field === undefined) return undefined
  if (typeof field === 'object') return field.is
  const text = (cells[columns.get(field) as number] as string).trim()
  return text === '' ? undefined : Object.hasOwn(values, text) ? values[text] : text
}

/** An event as a case has it; `at` is kept as text, to be read by whoever assesses. */
export type RowEvent = Readonly<Record<string, unknown>> & { readonly at: string | undefined }

export function eventOf(fields: EventFields, row: Row, mapping: CsvMapping): RowEvent {
  const at = textIn(fields.at, row, mapping)
  const by = textIn(fields.by, row, mapping)
  const others = (['cause', 'stage', 'reason', 'result'] as const).flatMap((name) => {
    const value = textIn(fields[name], row, mapping)
    return value === undefined ? [] : [[name, value]]
  })
  const type = textIn(fields.type, row, mapping)
  return { type, at: at && isoOf(at), ...(by !== undefined && { by: parseLimit(by) }), ...Object.fromEntries(others) }
}

/** What a row says of its case besides events. */
export function caseOf(row: Row, mapping: CsvMapping): Readonly<Record<string, unknown>> {
  const counts = (['materials', 'steps'] as const).flatMap((name) => {
    const text = textIn(mapping[name], row, mapping)
    return text === undefined ? [] : [[name, countOf(text, name)]]
  })
  return { id: textIn(mapping.id, row, mapping), rule: textIn(mapping.rule, row, mapping), ...Object.fromEntries(counts) }
}

function countOf(text: string, path: string): number {
  return /^\d+$/.test(text) ? Number(text) : fail(NOT_COUNT, { found: show(text) }, { path })
}

/** The events of a row that is a case, in the order of time; those of the same instant in that of the mapping. */
export function inOrder(events: readonly RowEvent[]): readonly RowEvent[] {
  return events.filter(({ at }) => at !== undefined).toSorted((a, b) => compare(a.at as string, b.at as string))
}

/** Texts of one form are in the order of time; where they differ in offset, whoever assesses will see. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const SHORT = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/

/** Dates as spreadsheets write them, such as 2019/7/1 9:12. */
function isoOf(text: string): string {
  const [, year, month, day, hour, minute, second] = SHORT.exec(text) ?? []
  if (year === undefined) return text
  const two = (part = '0') => part.padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  return hour === undefined ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`
}
