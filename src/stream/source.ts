import { fail, quote } from '../errors.js'
import { NOT_CHUNKS } from '../messages/values.js'
import { OPEN_BRACE, OPEN_BRACKET } from '../time/ascii.js'
import type { Chunks } from './entry.js'
import { gunzipped } from './gunzip.js'
import { isSeries } from './series.js'
import { firstByte, joined } from './text.js'

/** What bytes look like by their beginning: an array, objects a line, or something else, such as a table. */
type Look = 'array' | 'object' | 'other' | 'nothing'

/** Bytes that have been looked into, from their first on. */
export interface Source {
  readonly look: Look
  readonly chunks: AsyncIterable<Uint8Array>
}

const LOOKS: ReadonlyMap<number, Look> = new Map([
  [OPEN_BRACKET, 'array'],
  [OPEN_BRACE, 'object'],
])

/** Bytes in the clear, whether they came packed by gzip or not, and what they look like. */
export async function sourceOf(chunks: Chunks): Promise<Source> {
  const plain = await unpacked(bytesIn(chunks))
  const head = await headOf(plain, (chunk) => firstByte(chunk) < chunk.length)
  const at = firstByte(head.bytes)
  const look = at < head.bytes.length ? (LOOKS.get(head.bytes[at] as number) ?? 'other') : 'nothing'
  return { look, chunks: head.chunks }
}

/** Chunks as they come, each of them bytes; throws `value-invalid` for text, as a stream gives that has an encoding, and for what else is none. */
async function* bytesIn(chunks: Chunks): AsyncGenerator<Uint8Array> {
  if (!isSeries(chunks)) return fail(NOT_CHUNKS, { found: quote(chunks) }, { path: 'chunks' })
  for await (const chunk of chunks) yield isBytes(chunk) ? chunk : fail(NOT_CHUNKS, { found: quote(chunk) }, { path: 'chunks' })
}

/** Bytes of another realm, as test runners have, are no instances of this one's. */
function isBytes(chunk: unknown): boolean {
  return Object.prototype.toString.call(chunk) === '[object Uint8Array]'
}

interface Head {
  readonly bytes: Uint8Array
  /** Whether the bytes are all there are, or all before a fault. */
  readonly isAll: boolean
  /** All chunks, those that were read for the head among them, and the fault behind them. */
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Reads until a chunk brings enough, or the bytes end; a fault is kept for whoever reads them. */
export async function headOf(chunks: Chunks, isEnough: (chunk: Uint8Array, size: number) => boolean): Promise<Head> {
  const read: Uint8Array[] = []
  const rest = iteratorOf(chunks)
  let size = 0
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      read.push(new Uint8Array(next.value))
      size += next.value.length
      if (isEnough(next.value, size)) return { bytes: joined(read), isAll: false, chunks: replayed(read, rest) }
    }
  } catch (error) {
    return { bytes: joined(read), isAll: true, chunks: replayed(read, { next: () => Promise.reject(error) }) }
  }
  return { bytes: joined(read), isAll: true, chunks: replayed(read, rest) }
}

function iteratorOf(chunks: Chunks): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
}

async function* replayed(read: readonly Uint8Array[], rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    // Whoever stops early closes the file.
    await rest.return?.()
  }
}

/** Unpacks gzip, known by its first two bytes. */
async function unpacked(chunks: Chunks): Promise<Chunks> {
  const { bytes, chunks: all } = await headOf(chunks, (_, size) => size >= 2)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(all) : all
}
