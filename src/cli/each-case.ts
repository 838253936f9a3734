import type { Assessment } from '../case/assessment.js'
import { ServiceTimeError } from '../errors.js'
import { chunksOf, type Io } from './io.js'
import { type Asking, eachAssessment } from './jobs.js'
import { type Refusal, type Rejected, refusalOf, sayRejected } from './refusals.js'
import { foundIn, workHere } from './work.js'

/** Where cases go, as they are assessed. */
export interface CaseSink {
  readonly add: (assessment: Assessment) => void
  readonly reject: (rejected: Rejected) => void
}

/** Assesses the cases of files one after the other, as they are read, and says on the error stream what could not be. */
export async function eachCase(files: readonly string[], asking: Asking, sink: CaseSink, io: Io): Promise<void> {
  const work = workHere(await eachAssessment(asking, sink.add))
  const { signal } = new AbortController()
  for (const file of files) {
    const reject = (refusal: Refusal) => {
      const rejected = { file, ...refusal }
      sink.reject(rejected)
      io.err(`${sayRejected(rejected)}\n`)
    }
    try {
      for await (const { refusals } of foundIn(chunksOf(file, signal), work, { file })) refusals.forEach(reject)
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      reject(refusalOf(error, undefined, asking.lang))
    }
  }
}
