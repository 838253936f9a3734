export { assessStream, type Row } from './stream/assess-stream.js'
export type { Chunks, Entry } from './stream/entry.js'
export { batchesFrom, entriesFrom, type ReadOptions } from './stream/reading.js'
