import { Worker } from 'node:worker_threads'
import type { Found } from './jobs.js'
import type { WorkerTask } from './worker.js'

/** What was found in a block, and how many lines it had. */
export interface Answer<T> {
  readonly found: Found<T>
  readonly lines: number
}

/** Workers that do one kind of job. */
export interface Pool<T> {
  readonly size: number
  /** Sends a block to the worker that has the least to do; the block is given away. */
  readonly ask: (block: ArrayBuffer) => Promise<Answer<T>>
  readonly close: () => Promise<void>
}

interface Waiting<T> {
  readonly resolve: (answer: Answer<T>) => void
  readonly reject: (error: unknown) => void
}

export function createPool<T>(size: number, task: WorkerTask): Pool<T> {
  const workers = Array.from({ length: size }, () => startWorker<T>(task))
  return {
    size,
    ask: (block) => {
      const { worker, waiting } = workers.reduce((least, other) => (other.waiting.length < least.waiting.length ? other : least))
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(block, [block])
      })
    },
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}

/** What a case leaves behind is gone with the next one, so that a worker needs little room for it. */
const YOUNG = 16

function startWorker<T>(workerData: WorkerTask) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const waiting: Waiting<T>[] = []
  worker.on('message', (answer: Answer<T>) => waiting.shift()?.resolve(answer))
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return { worker, waiting }
}
