import type { Assessment } from '../case/assessment.js'
import type { Outcome } from '../case/verdict.js'
import type { Language } from '../errors.js'
import { createDueList, type DueList } from '../report/due.js'
import { createTally, type Tally as Tallied } from '../report/tally.js'
import { askedOnce, rowOf } from '../stream/assess-stream.js'
import type { Taker } from '../stream/lines.js'
import { scanCase } from '../stream/scan.js'
import { createVerdictWriter } from '../stream/verdict-lines.js'
import { parseInstant } from '../time/instant.js'
import { parseLimit } from '../time/limit.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { type Refusal, refusalOf } from './refusals.js'
import type { Tally } from './tally.js'

/** By what cases are assessed, as plain data: a worker makes the same of it as the main thread does. */
export interface Asking {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string | number
  readonly lang: Language
  /** The most cases that each list of a tally holds. */
  readonly listed?: number
  /** How far ahead is soon, for a list of due cases. */
  readonly within?: string
}

/** What of flags a job is asked by; all else stays on the main thread. */
export function askingOf({ policy, hours, clock, now, lang, listed, within }: Asking): Asking {
  return {
    policy,
    lang,
    ...(hours !== undefined && { hours }),
    ...(clock !== undefined && { clock }),
    ...(now !== undefined && { now }),
    ...(listed !== undefined && { listed }),
    ...(within !== undefined && { within }),
  }
}

/** What became of some entries: what is to be put out, and an account of them all. */
export interface Found<T> {
  readonly output: T
  readonly refusals: readonly Refusal[]
  readonly tally: Tally
}

/** The same, to be kept: bytes hold until the next entry only. */
export function keptOf<T>(found: Found<T>): Found<T>
export function keptOf(found: Found<unknown>): Found<unknown> {
  const { output } = found
  return output instanceof Uint8Array ? { ...found, output: output.slice() } : found
}

/** What is done with entries, one after the other; with the same entries it does the same anywhere. */
export interface Job<T, R = undefined> extends Required<Taker> {
  /** What was found since the last time. */
  readonly release: () => Found<T>
  /** What it has kept until all was taken. */
  readonly rest: () => R
}

/** What assessments are made by. A fault in what all cases share is a fault of usage, not of every case. */
export async function optionsOf({ policy: name, hours, clock: own, now }: Asking) {
  const policy = await policyNamed(name)
  const clock = clockNamed(policy, hours)
  const at = parseInstant(now ?? Date.now(), clock.table.zone, '--now')
  return askedOnce({ policy, clock, clocks: clocksNamed(policy, clock, own), now: at })
}

/** Gives the assessments. */
export async function assessments(asking: Asking): Promise<Job<readonly Assessment[]>> {
  let rows: Assessment[] = []
  const take = (row: Assessment) => {
    rows.push(row)
  }
  const release = () => {
    const all = rows
    rows = []
    return all
  }
  return assessing(asking, { take, release, rest: nothing })
}

/** Counts the assessments. */
async function counts(asking: Asking): Promise<Job<undefined, Tallied>> {
  const { add, total } = createTally(asking.listed === undefined ? {} : { atMost: asking.listed })
  return assessing(asking, { take: add, release: () => undefined, rest: total })
}

/** Lists what is overdue or will be soon. */
async function due(asking: Asking): Promise<Job<undefined, DueList>> {
  const { clock, now } = await optionsOf(asking)
  const { add, total } = createDueList({ clock, now, within: parseLimit(asking.within ?? '') })
  return assessing(asking, { take: add, release: () => undefined, rest: total })
}

/** Gives the lines of NDJSON, which hold until the next entry. */
async function verdicts(asking: Asking): Promise<Job<Uint8Array>> {
  const { add, take } = createVerdictWriter()
  return assessing(asking, { take: add, release: take, rest: nothing })
}

interface Sink<T, R> {
  readonly take: (assessment: Assessment) => void
  readonly release: () => T
  readonly rest: () => R
}

const nothing = () => undefined

/** Assesses, gives what can be assessed to a sink, and keeps account of all. */
async function assessing<T, R>(asking: Asking, sink: Sink<T, R>): Promise<Job<T, R>> {
  const options = await optionsOf(asking)
  let [read, outcomes, refusals] = [0, new Map<Outcome, number>(), [] as Refusal[]]
  const takeAssessment = (assessment: Assessment) => {
    const { outcome } = assessment
    read++
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    sink.take(assessment)
  }
  return {
    take: (entry) => {
      const row = rowOf(entry, options)
      if (!('error' in row)) return takeAssessment(row.assessment)
      read++
      refusals.push(refusalOf(row.error, row.line, asking.lang))
    },
    takeBytes: (source, start) => {
      const line = scanCase(source, start)
      const row = line && rowOf({ value: line.file }, options)
      // What is wrong with a case is told of the parsed line, in its own words.
      if (row === undefined || 'error' in row) return undefined
      takeAssessment(row.assessment)
      return line?.end
    },
    release: () => {
      const found = { output: sink.release(), refusals, tally: { read, outcomes: Object.fromEntries(outcomes), rejected: refusals.length } }
      ;[read, outcomes, refusals] = [0, new Map(), []]
      return found
    },
    rest: sink.rest,
  }
}

/** The jobs that a worker can do: what they put out can be sent to another thread. */
export const JOBS = { verdicts, counts, due }

export type JobKind = keyof typeof JOBS
