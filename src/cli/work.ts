import { availableParallelism } from 'node:os'
import type { Block } from '../stream/blocks.js'
import type { CsvMapping } from '../stream/mapping.js'
import { failEmpty, readBlock, readingOf } from '../stream/reading.js'
import { type Asking, type Found, JOBS, type Job, type JobKind, keptOf } from './jobs.js'
import { type Answer, createPool, type Pool } from './pool.js'
import type { Refusal } from './refusals.js'

/** From this size on, a file is worth the start of workers. */
const LARGE = 32 * 1024 * 1024
/** More would wait for the one that reads and writes. */
const MOST_THREADS = 4
/** Blocks for each worker that are being read, wait for it, or wait for those before them. */
const MOST_UNDER_WAY = 16
/** At least as much is sent to a worker at a time. */
const SENT = 128 * 1024
/** As much and one chunk of a file. */
const ROOM = 384 * 1024

/** A job, done here or by workers, whichever is quicker. */
export interface Work<T, R = undefined> {
  readonly job: Job<T, R>
  /** Starts workers at the first large file; none where the job cannot be sent to any. */
  readonly pool: () => Pool<T, R> | undefined
  /** What was kept here, and by each worker. */
  readonly rests: () => Promise<readonly R[]>
  readonly close: () => Promise<void>
}

/** A job that is done here. */
export function workHere<T, R>(job: Job<T, R>): Work<T, R> {
  return { job, pool: () => undefined, rests: async () => [job.rest()], close: async () => {} }
}

/** What a kind of job puts out, and what it keeps. */
type OutputOf<K extends JobKind> = Awaited<ReturnType<(typeof JOBS)[K]>> extends Job<infer T, unknown> ? T : never
type RestOf<K extends JobKind> = Awaited<ReturnType<(typeof JOBS)[K]>> extends Job<unknown, infer R> ? R : never

/** A job that workers can do as well; `threads` is for tests and measurements. */
export async function workAnywhere<K extends JobKind>(
  kind: K,
  asking: Asking,
  threads = Math.min(MOST_THREADS, availableParallelism()),
): Promise<Work<OutputOf<K>, RestOf<K>>> {
  let pool: Pool<OutputOf<K>, RestOf<K>> | undefined
  const job = (await JOBS[kind](asking)) as Job<OutputOf<K>, RestOf<K>>
  return {
    job,
    pool: () => {
      // This thread is one of them.
      if (threads > 1) pool ??= createPool(threads - 1, { kind, asking })
      return pool
    },
    rests: async () => [job.rest(), ...((await pool?.rests()) ?? [])],
    close: async () => pool?.close(),
  }
}

/** Does the work over the chunks of a file and gives what was found, in the order of the file. */
export async function* foundIn<T, R>(
  chunks: AsyncIterable<Uint8Array>,
  { job, pool }: Work<T, R>,
  { file, size = 0, mapping }: WorkFile,
): AsyncGenerator<Found<T>> {
  const reading = await readingOf(chunks, { mapping })
  let read = 0
  const counted = (found: Found<T>) => {
    read += found.tally.read
    return found
  }
  if ('batches' in reading)
    for await (const entries of reading.batches) {
      for (const entry of entries) job.take(entry)
      yield counted(job.release())
    }
  else {
    const workers = size >= LARGE ? pool() : undefined
    for await (const found of workers ? byWorkers(reading.blocks, job, workers) : here(reading.blocks, job)) yield counted(found)
  }
  if (read === 0) failEmpty({ file })
}

/** A file, its size where that is known, and what the columns of a table hold. */
export interface WorkFile {
  readonly file: string
  readonly size?: number | undefined
  readonly mapping?: CsvMapping | undefined
}

async function* here<T, R>(blocks: AsyncIterable<Block>, job: Job<T, R>): AsyncGenerator<Found<T>> {
  let line = 1
  for await (const block of blocks) {
    line += readBlock(block, line, job)
    yield job.release()
  }
}

/** Keeps all workers busy and does the rest here; no more blocks are on their way than that takes. */
async function* byWorkers<T, R>(blocks: AsyncIterable<Block>, job: Job<T, R>, pool: Pool<T, R>): AsyncGenerator<Found<T>> {
  const underWay: (Answer<T> | Promise<Answer<T>>)[] = []
  const load = createLoad()
  let line = 1
  const next = async (): Promise<Found<T>> => {
    const { found, lines } = await (underWay.shift() as Answer<T> | Promise<Answer<T>>)
    const refusals = found.refusals.map((refusal) => shifted(refusal, line - 1))
    line += lines
    return { ...found, refusals }
  }
  const end: End = {}
  for await (const block of upToFault(blocks, end)) {
    const isSent = 'bytes' in block && (load.size() > 0 || pool.isFree())
    if (isSent) load.add(block.bytes)
    if (load.size() >= (isSent ? SENT : 1)) underWay.push(pool.ask(load.release()))
    if (!isSent) underWay.push(answerHere(block, job))
    while (underWay.length > MOST_UNDER_WAY * pool.size) yield await next()
  }
  if (load.size() > 0) underWay.push(pool.ask(load.release()))
  while (underWay.length > 0) yield await next()
  if (end.fault) throw end.fault.error
}

interface End {
  fault?: { readonly error: unknown }
}

/** Blocks up to a fault, which is kept until what came before it is done. */
async function* upToFault(blocks: AsyncIterable<Block>, end: End): AsyncGenerator<Block> {
  try {
    yield* blocks
  } catch (error) {
    end.fault = { error }
  }
}

function answerHere<T, R>(block: Block, job: Job<T, R>): Answer<T> {
  const lines = readBlock(block, 1, job)
  return { found: keptOf(job.release()), lines }
}

function shifted(refusal: Refusal, by: number): Refusal {
  return refusal.line === undefined ? refusal : { ...refusal, line: refusal.line + by }
}

interface Load {
  readonly size: () => number
  readonly add: (bytes: Uint8Array) => void
  readonly release: () => Uint8Array<ArrayBuffer>
}

/** Gathers blocks until they are worth sending, in memory that can be given away. */
function createLoad(): Load {
  let room = new Uint8Array()
  let size = 0
  const makeRoom = (needed: number) => {
    if (needed <= room.length) return
    const larger = new Uint8Array(Math.max(ROOM, needed))
    larger.set(room.subarray(0, size))
    room = larger
  }
  return {
    size: () => size,
    add: (bytes) => {
      makeRoom(size + bytes.length)
      room.set(bytes, size)
      size += bytes.length
    },
    release: () => {
      const load = room.subarray(0, size)
      room = new Uint8Array()
      size = 0
      return load
    },
  }
}
