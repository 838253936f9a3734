import { parentPort, workerData } from 'node:worker_threads'
import { readLines } from '../stream/lines.js'
import { type Asking, JOBS, type Job, type JobKind, keptOf } from './jobs.js'

/** What a worker is started with. */
export interface WorkerTask {
  readonly kind: JobKind
  readonly asking: Asking
}

/** What a worker is sent: a block of lines, or the wish for what it has kept. */
export type Request = Uint8Array | 'rest'

/*
 * A worker is sent blocks of lines, and answers each with what was found in it, in turn. Lines are told from the first of the block,
 * as only the main thread knows how many came before.
 */
const { kind, asking } = workerData as WorkerTask
const job: Job<unknown, unknown> = await JOBS[kind](asking)
parentPort?.on('message', (request: Request) => {
  if (request === 'rest') return parentPort?.postMessage(job.rest())
  const lines = readLines(request, 1, job)
  const found = keptOf(job.release())
  const { output } = found
  parentPort?.postMessage({ found, lines }, output instanceof Uint8Array ? [output.buffer as ArrayBuffer] : [])
})
