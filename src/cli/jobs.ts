import type { Assessment } from '../case/assessment.js'
import type { Language } from '../errors.js'
import { askedOnce, rowOf } from '../stream/assess-stream.js'
import type { Entry } from '../stream/entry.js'
import { createVerdictWriter } from '../stream/verdict-lines.js'
import { parseInstant } from '../time/instant.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { type Refusal, refusalOf } from './refusals.js'
import { type Tally, tallyOf } from './tally.js'

/** By what cases are assessed, as plain data: a worker makes the same of it as the main thread does. */
export interface Asking {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string | number
  readonly lang: Language
}

/** What became of some entries: what is to be put out, and an account of them all. */
export interface Found<T> {
  readonly output: T
  readonly refusals: readonly Refusal[]
  readonly tally: Tally
}

/** What is done with entries, some at a time; with the same entries it does the same anywhere. */
export type Job<T> = (entries: readonly Entry[]) => Found<T>

/** What assessments are made by. A fault in what all cases share is a fault of usage, not of every case. */
export async function optionsOf({ policy: name, hours, clock: own, now }: Asking) {
  const policy = await policyNamed(name)
  const clock = clockNamed(policy, hours)
  const at = parseInstant(now ?? Date.now(), clock.table.zone, '--now')
  return askedOnce({ policy, clock, clocks: clocksNamed(policy, clock, own), now: at })
}

/** Assesses, and gives the assessments. */
export async function assessments(asking: Asking): Promise<Job<readonly Assessment[]>> {
  const options = await optionsOf(asking)
  return (entries) => {
    const output: Assessment[] = []
    const refusals: Refusal[] = []
    for (const entry of entries) {
      const row = rowOf(entry, options)
      if ('assessment' in row) output.push(row.assessment)
      else refusals.push(refusalOf(row.error, row.line, asking.lang))
    }
    return { output, refusals, tally: tallyOf(entries.length, output, refusals.length) }
  }
}

/** Assesses, and gives the lines of NDJSON, which hold until the next call. */
async function verdicts(asking: Asking): Promise<Job<Uint8Array>> {
  const assess = await assessments(asking)
  const write = createVerdictWriter()
  return (entries) => {
    const { output, ...rest } = assess(entries)
    return { output: write(output), ...rest }
  }
}

/** The jobs that a worker can do: what they put out can be sent to another thread. */
export const JOBS = { verdicts }

export type JobKind = keyof typeof JOBS
