import { fail, ServiceTimeError } from '../errors.js'
import { CELLS_DIFFER, COLUMN_MISSING } from '../messages/files.js'
import { blocksOf, recordEnds } from './blocks.js'
import { caseOf, eventOf, inOrder } from './cells.js'
import { type Chunks, type Entry, entryOf } from './entry.js'
import { createGroups, type RowReader } from './groups.js'
import { tooLong } from './lines.js'
import { type CsvMapping, columnsIn, mappingByNames } from './mapping.js'
import { delimiterOf, type Parse, recordsOf, type TableRecord } from './records.js'
import { feedsIn } from './text.js'

/** A table whose columns are known. */
interface Table {
  readonly columns: ReadonlyMap<string, number>
  /** How many cells a row has. */
  readonly width: number
  readonly reader: RowReader
}

/**
 * Reads a table of comma-separated values, or of values separated otherwise, whose first row names its columns.
 *
 * Throws: `column-missing`, and what is wrong with the row of names.
 */
export async function* readTable(chunks: Chunks, mapping: CsvMapping | undefined): AsyncGenerator<readonly Entry[]> {
  // Only who reads a table loads what parses one.
  const { parse: parseTable } = (await import('papaparse')).default
  const parse: Parse = (text, config) => parseTable<readonly string[]>(text, config)
  let [table, delimiter]: [Table | undefined, string | undefined] = [undefined, undefined]
  let line = 1
  try {
    for await (const block of blocksOf(chunks, recordEnds(), () => false)) {
      const entries: Entry[] = []
      delimiter ??= 'bytes' in block ? delimiterOf(block.bytes, parse) : ''
      for (const record of 'bytes' in block ? recordsOf(block.bytes, line, { parse, delimiter }) : [tooLong(line)]) {
        if (table) for (const entry of readRecord(record, table)) entries.push(entry)
        else table = tableOf(record, mapping)
      }
      line += 'bytes' in block ? feedsIn(block.bytes) : block.skipped
      yield entries
    }
  } catch (error) {
    // Nobody knows whether the rows of the last case went on.
    if (table && error instanceof ServiceTimeError) yield table.reader.lose(error)
    throw error
  }
  if (table) yield table.reader.end()
}

function tableOf(record: TableRecord, given: CsvMapping | undefined): Table {
  if ('error' in record) throw record.error
  const names = record.cells.map((cell) => cell.trim())
  const mapping = given ?? mappingByNames(names)
  const missing = columnsIn(mapping).find((name) => !names.includes(name))
  if (missing !== undefined) fail(COLUMN_MISSING, { found: missing, columns: names })
  const reader = mapping.event ? createGroups(mapping.event, mapping) : casesOf(mapping)
  return { columns: new Map(names.map((name, i) => [name, i])), width: names.length, reader }
}

function readRecord(record: TableRecord, { columns, width, reader }: Table): readonly Entry[] {
  const { line } = record
  const error = 'error' in record ? record.error : wrongWidth(record.cells.length, width)
  if (error) return [...reader.lose(error), { line, error }]
  return 'cells' in record ? reader.take({ cells: record.cells, columns }, line) : []
}

function wrongWidth(found: number, expected: number): ServiceTimeError | undefined {
  return found === expected ? undefined : new ServiceTimeError(CELLS_DIFFER, { found, expected })
}

/** Rows that are cases by themselves. */
function casesOf(mapping: CsvMapping): RowReader {
  const { events = [] } = mapping
  return {
    take: (row, line) => [entryOf(line, () => ({ ...caseOf(row, mapping), events: inOrder(events.map((fields) => eventOf(fields, row, mapping))) }))],
    lose: () => [],
    end: () => [],
  }
}
