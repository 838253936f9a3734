import { Worker } from 'node:worker_threads'
import type { Found } from './jobs.js'
import type { Request, WorkerTask } from './worker.js'

/** What was found in a block, and how many lines it had. */
export interface Answer<T> {
  readonly found: Found<T>
  readonly lines: number
}

/** Workers that do one kind of job. */
export interface Pool<T, R> {
  readonly size: number
  /** Whether a worker would have to wait if it were not asked now. */
  readonly isFree: () => boolean
  /** Sends a block to the worker that has the least to do; the block is given away. */
  readonly ask: (block: Uint8Array<ArrayBuffer>) => Promise<Answer<T>>
  /** What each worker has kept. */
  readonly rests: () => Promise<readonly R[]>
  readonly close: () => Promise<void>
}

/** Whoever waits for an answer; a worker answers in the order in which it is asked. */
interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

export function createPool<T, R>(size: number, task: WorkerTask): Pool<T, R> {
  const workers = Array.from({ length: size }, () => startWorker(task))
  return {
    size,
    isFree: () => leastBusy(workers).waiting.length < AHEAD,
    ask: (block) => asked(leastBusy(workers), block, [block.buffer]),
    rests: () => Promise.all(workers.map((started) => asked<R>(started, 'rest'))),
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}

/** What a case leaves behind is gone with the next one, so that a worker needs little room for it. */
const YOUNG = 16

/** A worker that is asked so many blocks ahead never waits for the thread that asks, which may be at a block of its own. */
const AHEAD = 3

/** A worker that has been started. */
interface Started {
  readonly worker: Worker
  readonly waiting: Waiting[]
}

function leastBusy(workers: readonly Started[]): Started {
  return workers.reduce((least, other) => (other.waiting.length < least.waiting.length ? other : least))
}

function asked<A>({ worker, waiting }: Started, request: Request, given: readonly ArrayBuffer[] = []): Promise<A> {
  return new Promise<A>((resolve, reject) => {
    waiting.push({ resolve: (answer) => resolve(answer as A), reject })
    worker.postMessage(request, given)
  })
}

function startWorker(workerData: WorkerTask): Started {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const waiting: Waiting[] = []
  worker.on('message', (answer: unknown) => waiting.shift()?.resolve(answer))
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return { worker, waiting }
}
