import type { Assessment } from '../case/assessment.js'
import type { Language } from '../errors.js'
import { assessFile, judgeUnder, type Rejected, type Results, sayRejected } from './assess.js'
import type { Io } from './io.js'
import { type ClockHours, policyNamed } from './policies.js'

/** By what the cases of files are assessed. */
export interface CaseFlags {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  /** An instant as it was written, or in milliseconds. */
  readonly now?: string | number
  readonly lang: Language
}

/** Where cases go, as they are assessed. */
export interface CaseSink {
  readonly add: (assessment: Assessment) => void
  readonly reject: (rejected: Rejected) => void
}

/** Assesses the cases of files one after the other, and says on the error stream what could not be. */
export async function eachCase(files: readonly string[], flags: CaseFlags, sink: CaseSink, io: Io): Promise<void> {
  const judge = judgeUnder(await policyNamed(flags.policy), flags)
  for (const file of files) {
    const results: Results = { rows: [], rejected: [] }
    await assessFile(file, judge, results, flags.lang)
    for (const row of results.rows) sink.add(row)
    for (const rejected of results.rejected) {
      sink.reject(rejected)
      io.err(`${sayRejected(rejected)}\n`)
    }
  }
}
