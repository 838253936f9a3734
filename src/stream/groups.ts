import { ServiceTimeError } from '../errors.js'
import { ROWS_SCATTERED } from '../messages/files.js'
import { caseOf, eventOf, type Row, type RowEvent, textIn } from './cells.js'
import { type Entry, entryOf, known } from './entry.js'
import type { CsvMapping, EventFields } from './mapping.js'

/** Makes entries of the rows of a table, as they come. */
export interface RowReader {
  readonly take: (row: Row, line: number) => readonly Entry[]
  /** A row was lost: nobody knows what it said, nor of which case. */
  readonly lose: (error: ServiceTimeError) => readonly Entry[]
  readonly end: () => readonly Entry[]
}

/** So many ids are remembered, to find out that the rows of cases lie apart: in such a file some of the first always come back. */
const REMEMBERED = 100_000

interface Group {
  readonly id: string | undefined
  readonly line: number
  readonly row: Row
  readonly events: RowEvent[]
  error: ServiceTimeError | undefined
}

/**
 * Puts the rows of a case together, which stand one after the other. A case whose rows lie apart is refused when it comes back, and one
 * beside a row that was lost as well: what is left of it would be another case.
 */
export function createGroups(fields: EventFields, mapping: CsvMapping): RowReader {
  const seen = new Set<string>()
  let current: Group | undefined
  let lost: ServiceTimeError | undefined
  const flush = (): readonly Entry[] => {
    const group = current
    current = undefined
    return group ? [entryOfGroup(group, mapping)] : []
  }
  const begin = (id: string | undefined, line: number, row: Row): Group => {
    const error = id !== undefined && seen.has(id) ? new ServiceTimeError(ROWS_SCATTERED, { id }) : lost
    if (id !== undefined && seen.size < REMEMBERED) seen.add(id)
    lost = undefined
    return { id, line, row, events: [], error }
  }
  return {
    take: (row, line) => {
      const id = textIn(mapping.id, row, mapping)
      const isSame = current !== undefined && id !== undefined && current.id === id
      const done = isSame ? [] : flush()
      current = isSame ? current : begin(id, line, row)
      addEvent(current as Group, fields, row, mapping)
      return done
    },
    lose: (error) => {
      if (current) current.error ??= error
      lost = error
      return flush()
    },
    end: flush,
  }
}

function addEvent(group: Group, fields: EventFields, row: Row, mapping: CsvMapping): void {
  try {
    group.events.push(eventOf(fields, row, mapping))
  } catch (error) {
    group.error ??= known(error)
  }
}

function entryOfGroup({ line, row, events, error }: Group, mapping: CsvMapping): Entry {
  return error ? { line, error } : entryOf(line, () => ({ ...caseOf(row, mapping), events }))
}
