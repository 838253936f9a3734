import { fail } from '../errors.js'
import { FILE_EMPTY } from '../messages/files.js'
import { assertOptions } from '../time/record.js'
import { readArray } from './array.js'
import { type Block, blocksOf, lineEnds } from './blocks.js'
import { type Chunks, type Entry, entryOf } from './entry.js'
import { hasLine, hasNextLine } from './head-lines.js'
import { readLines, type Taker, tooLong } from './lines.js'
import { type CsvMapping, isTable } from './mapping.js'
import { headOf, type Source, sourceOf } from './source.js'
import { readTable } from './table.js'
import { decode, endOfLine, firstByte, LONGEST_LINE, parseJson } from './text.js'

/** How a file is to be read. */
export interface ReadOptions {
  /** What the file is called in messages. */
  readonly file?: string
  /** Which columns of a table hold what; without it they are called as the fields of a case are. */
  readonly mapping?: CsvMapping | undefined
}

/**
 * Reads the values of NDJSON, of one JSON array, or of a table (CSV), as they come, packed by gzip or not. A fault in one of them leaves the
 * others be, and no more is held than what is being read.
 *
 * Edges: a line, an element or a record of more than 16 MiB is a fault (`line-too-long`) and is not held.
 * Throws: `file-empty`, `gzip-invalid`, `column-missing`; `choice-unknown` for an option that is not known;
 * `value-invalid` for options that are none, and for chunks that are not bytes, as those of a stream with an encoding.
 *
 * @example
 * const found = []
 * for await (const { line } of entriesFrom([new TextEncoder().encode('{"id":"A-1"}\n{"id":"A-2"}')])) found.push(line)
 * found //=> [1, 2]
 */
export async function* entriesFrom(chunks: Chunks, options: ReadOptions = {}): AsyncGenerator<Entry> {
  for await (const entries of batchesFrom(chunks, options)) yield* entries
}

/**
 * The same entries, as many at a time as stand in a block: for whoever reads millions, as waiting for each costs as much as reading it.
 *
 * Throws: `file-empty`, `gzip-invalid`, `column-missing`; `choice-unknown` for an option that is not known;
 * `value-invalid` for options that are none, and for chunks that are not bytes, as those of a stream with an encoding.
 *
 * @example
 * const sizes = []
 * for await (const entries of batchesFrom([new TextEncoder().encode('{"id":"A-1"}\n{"id":"A-2"}\n')])) sizes.push(entries.length)
 * sizes //=> [2]
 */
export async function* batchesFrom(chunks: Chunks, options: ReadOptions = {}): AsyncGenerator<readonly Entry[]> {
  assertOptions(options, ['file', 'mapping'])
  const reading = await readingOf(chunks, options)
  let count = 0
  for await (const entries of 'batches' in reading ? reading.batches : linesFrom(reading.blocks)) {
    count += entries.length
    if (entries.length > 0) yield entries
  }
  if (count === 0) failEmpty(options)
}

/** Throws the error of a file that holds nothing. */
export function failEmpty({ file = '-' }: ReadOptions): never {
  return fail(FILE_EMPTY, { file })
}

/** How bytes are read, by what they are: blocks of lines that can be read anywhere and in any order, or entries in their order alone. */
export type Reading = { readonly blocks: AsyncIterable<Block> } | { readonly batches: AsyncIterable<readonly Entry[]> }

/** Recognises bytes by their content. */
export async function readingOf(chunks: Chunks, options: ReadOptions): Promise<Reading> {
  const source = await sourceOf(chunks)
  return READERS[source.look](source.chunks, options)
}

const lines = (chunks: AsyncIterable<Uint8Array>): Reading => ({ blocks: blocksOf(chunks, lineEnds, isValue) })

/** Whether a line is a whole value: an object that is cut is none. */
function isValue(bytes: Uint8Array): boolean {
  return 'value' in entryOf(1, () => parseJson(decode(bytes)))
}

const READERS: Readonly<Record<Source['look'], (chunks: AsyncIterable<Uint8Array>, options: ReadOptions) => Reading | Promise<Reading>>> = {
  array: (chunks) => ({ batches: readArray(chunks) }),
  object: readObjects,
  other: readOther,
  nothing: lines,
}

async function* linesFrom(blocks: AsyncIterable<Block>): AsyncGenerator<readonly Entry[]> {
  let line = 1
  for await (const block of blocks) {
    const entries: Entry[] = []
    line += readBlock(block, line, { take: (entry) => entries.push(entry) })
    yield entries
  }
}

/** Reads a block of lines whose first has a number, and tells how many it had. */
export function readBlock(block: Block, line: number, taker: Taker): number {
  if ('bytes' in block) return readLines(block.bytes, line, taker)
  taker.take(tooLong(line))
  return block.skipped
}

/** Objects a line; one object that is written over several lines is one case. */
async function readObjects(chunks: AsyncIterable<Uint8Array>): Promise<Reading> {
  const { bytes, chunks: all } = await headOf(chunks, hasLine())
  return isValue(bytes.subarray(0, endOfLine(bytes, firstByte(bytes)))) ? lines(all) : readOneObject(all)
}

async function readOneObject(chunks: AsyncIterable<Uint8Array>): Promise<Reading> {
  const { bytes, isAll, chunks: all } = await headOf(chunks, (_, size) => size > LONGEST_LINE)
  const whole = isAll ? entryOf(1, () => parseJson(decode(bytes))) : undefined
  return whole && 'value' in whole ? { batches: only(whole, all) } : lines(all)
}

/** What begins with no bracket is a table where that is said or its first lines say so, and else lines that will be refused one by one. */
async function readOther(chunks: AsyncIterable<Uint8Array>, { mapping }: ReadOptions): Promise<Reading> {
  if (mapping) return { batches: readTable(chunks, mapping) }
  const { bytes, chunks: all } = await headOf(chunks, hasNextLine())
  const end = endOfLine(bytes, firstByte(bytes))
  const [line = '', next = ''] = [bytes.subarray(firstByte(bytes), end), bytes.subarray(firstByte(bytes, end)).subarray(0, 1)].map((part) =>
    new TextDecoder().decode(part),
  )
  return isTable(line, next) ? { batches: readTable(all, undefined) } : lines(all)
}

/** The one entry of chunks that were read for it, and the fault that is behind them, if there is one. */
async function* only(entry: Entry, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Entry[]> {
  yield [entry]
  for await (const _ of chunks);
}
