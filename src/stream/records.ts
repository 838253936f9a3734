import { ServiceTimeError } from '../errors.js'
import { CSV_INVALID, TEXT_NOT_UTF8 } from '../messages/files.js'
import { LINE_FEED, QUOTE } from '../time/ascii.js'
import type { FaultEntry } from './entry.js'

/** The parser of tables, once it is loaded. */
export type Parse = (text: string, config: { readonly delimiter: string; readonly newline: '\n' }) => Parsed

interface Parsed {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly message: string }[]
  readonly meta: { readonly delimiter: string }
}

/** A record of a table with the line it begins on, or why it could not be read. */
export type TableRecord = FaultEntry | { readonly line: number; readonly cells: readonly string[] }

interface ParseBy {
  readonly parse: Parse
  readonly delimiter: string
}

/**
 * The records of a block whose first line has a number, without those that are blank. A quote that is wrong would take with it what follows,
 * so where there is one, each record is read by itself.
 */
export function recordsOf(bytes: Uint8Array, first: number, by: ParseBy): readonly TableRecord[] {
  const { text, isValid } = textOf(bytes)
  const whole = by.parse(text, { delimiter: by.delimiter, newline: '\n' })
  if (whole.errors.length === 0) return recordsIn(whole.data, first, isValid)
  const records: TableRecord[] = []
  let line = first
  for (const record of apart(text)) {
    const { data, errors } = by.parse(record, { delimiter: by.delimiter, newline: '\n' })
    const [error] = errors
    if (error) records.push({ line, error: new ServiceTimeError(CSV_INVALID, { problem: error.message }) })
    else records.push(...recordsIn(data, line, isValid))
    line += feedsIn(record)
  }
  return records
}

function recordsIn(rows: readonly (readonly string[])[], first: number, isValid: boolean): readonly TableRecord[] {
  const records: TableRecord[] = []
  let line = first
  for (const cells of rows) {
    if (!isValid && cells.some((cell) => cell.includes(REPLACED))) records.push({ line, error: new ServiceTimeError(TEXT_NOT_UTF8, {}) })
    else if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ line, cells })
    // A field over several lines has their ends in it.
    line += 1 + cells.reduce((sum, cell) => sum + feedsIn(cell), 0)
  }
  return records
}

/** Records as quotes part them, each with its line end. */
function* apart(text: string): Generator<string> {
  let [start, isQuoted] = [0, false]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) isQuoted = !isQuoted
    if (unit !== LINE_FEED || isQuoted) continue
    yield text.slice(start, i + 1)
    start = i + 1
  }
  if (start < text.length) yield text.slice(start)
}

function feedsIn(text: string): number {
  return text.includes('\n') ? text.split('\n').length - 1 : 0
}

/** The delimiter of the names of columns. */
export function delimiterOf(bytes: Uint8Array, parse: Parse): string {
  return parse(textOf(bytes).text, { delimiter: '', newline: '\n' }).meta.delimiter
}

/** What stands in a text for bytes that are none. */
const REPLACED = '\uFFFD'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** A block as text with one kind of line ends; where it is not valid, the records that are not can be told by the sign that stands for it. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly isValid: boolean } {
  try {
    return { text: strict.decode(bytes).replaceAll('\r\n', '\n'), isValid: true }
  } catch {
    return { text: lenient.decode(bytes).replaceAll('\r\n', '\n'), isValid: false }
  }
}
