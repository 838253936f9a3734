import type { Assessment, AssessOptions } from '../case/assessment.js'
import type { Language } from '../errors.js'
import { askedOnce, rowOf } from '../stream/assess-stream.js'
import type { Entry } from '../stream/entry.js'
import { parseInstant } from '../time/instant.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { type Refusal, refusalOf } from './refusals.js'
import { type Tally, tallyOf } from './tally.js'

/** By what cases are assessed, as plain data. */
export interface Asking {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string | number
  readonly lang: Language
}

/** What became of some entries. */
export interface Assessed {
  readonly rows: readonly Assessment[]
  readonly refusals: readonly Refusal[]
  readonly tally: Tally
}

/** Assesses some entries; the first line of theirs is the first of the file unless they say otherwise. */
export type AssessJob = (entries: readonly Entry[]) => Assessed

/** What assessments are made by. A fault in what all cases share is a fault of usage, not of every case. */
export async function optionsOf({ policy: name, hours, clock: own, now }: Asking): Promise<AssessOptions> {
  const policy = await policyNamed(name)
  const clock = clockNamed(policy, hours)
  const at = parseInstant(now ?? Date.now(), clock.table.zone, '--now')
  return askedOnce({ policy, clock, clocks: clocksNamed(policy, clock, own), now: at })
}

export function assessJob(options: AssessOptions, language: Language): AssessJob {
  return (entries) => {
    const rows: Assessment[] = []
    const refusals: Refusal[] = []
    for (const entry of entries) {
      const row = rowOf(entry, options)
      if ('assessment' in row) rows.push(row.assessment)
      else refusals.push(refusalOf(row.error, row.line, language))
    }
    return { rows, refusals, tally: tallyOf(entries.length, rows, refusals.length) }
  }
}
