/**
 * `service-time/stream`: cases as they come, from files of any size: NDJSON, JSON or a table, packed by gzip or not.
 *
 * @module
 */
export { assessStream, type Row } from './stream/assess-stream.js'
export type { Chunks, Entry } from './stream/entry.js'
export { type CsvMapping, type EventFields, type Field, readMapping } from './stream/mapping.js'
export { batchesFrom, entriesFrom, type ReadOptions } from './stream/reading.js'
