export { assessStream, type Row } from './stream/assess-stream.js'
export type { Chunks, Entry } from './stream/entry.js'
export { type CsvMapping, type EventFields, type Field, readMapping } from './stream/mapping.js'
export { batchesFrom, entriesFrom, type ReadOptions } from './stream/reading.js'
