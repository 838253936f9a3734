import { parentPort, workerData } from 'node:worker_threads'
import { readLines } from '../stream/lines.js'
import { type Asking, JOBS, type JobKind } from './jobs.js'

/** What a worker is started with. */
export interface WorkerTask {
  readonly kind: JobKind
  readonly asking: Asking
}

/*
 * A worker is sent blocks of lines, and answers each with what was found in it, in turn. Lines are told from the first of the block,
 * as only the main thread knows how many came before.
 */
const { kind, asking } = workerData as WorkerTask
const job = await JOBS[kind](asking)
parentPort?.on('message', (block: ArrayBuffer) => {
  const lines = readLines(Buffer.from(block), 1, job)
  const found = job.release()
  const output = found.output.slice()
  parentPort?.postMessage({ found: { ...found, output }, lines }, [output.buffer])
})
