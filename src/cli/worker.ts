import { parentPort, workerData } from 'node:worker_threads'
import { readLines } from '../stream/lines.js'
import { type Asking, type Found, JOBS, type Job, type JobKind } from './jobs.js'

/** What a worker is started with. */
export interface WorkerTask {
  readonly kind: JobKind
  readonly asking: Asking
}

/** What a worker is sent: a block of lines, or the wish for what it has kept. */
export type Request = ArrayBuffer | 'rest'

/*
 * A worker is sent blocks of lines, and answers each with what was found in it, in turn. Lines are told from the first of the block,
 * as only the main thread knows how many came before.
 */
const { kind, asking } = workerData as WorkerTask
const job: Job<unknown, unknown> = await JOBS[kind](asking)
parentPort?.on('message', (request: Request) => {
  if (request === 'rest') return parentPort?.postMessage(job.rest())
  const lines = readLines(Buffer.from(request), 1, job)
  const found = job.release()
  const { output } = found
  // Bytes hold until the next line only, and a copy of them can be given away.
  if (!(output instanceof Uint8Array)) return parentPort?.postMessage({ found, lines })
  const bytes = output.slice()
  parentPort?.postMessage({ found: { ...found, output: bytes } satisfies Found<Uint8Array>, lines }, [bytes.buffer])
})
