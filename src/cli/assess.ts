import { assess } from '../case/assess.js'
import type { Assessment } from '../case/assessment.js'
import { readCase } from '../case/file.js'
import { OUTCOMES } from '../case/words.js'
import { type Language, ServiceTimeError } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { parseInstant } from '../time/instant.js'
import { entriesOf } from './cases.js'
import { EXIT, type Io, readBytes } from './io.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { caseTable } from './table.js'
import { sayBasis } from './words.js'

/** The options of `assess` on the command line. */
export interface AssessFlags {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string
  readonly format: 'table' | 'json' | 'ndjson'
  readonly lang: Language
  readonly failOn?: 'late'
}

export interface Rejected {
  readonly file: string
  readonly line?: number
  readonly code: string
  readonly path: string
  readonly reason: string
}

export interface Results {
  readonly rows: Assessment[]
  readonly rejected: Rejected[]
}

interface Summary {
  readonly cases: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly rejected: number
}

export type Judge = (value: unknown) => Assessment

/** Assesses the cases of files: a row a case and a summary; what could not be read is named by file, line and reason. */
export async function assessCommand(files: readonly string[], flags: AssessFlags, io: Io): Promise<number> {
  const policy = await policyNamed(flags.policy)
  const judge = judgeUnder(policy, flags)
  const results: Results = { rows: [], rejected: [] }
  for (const file of files) await assessFile(file, judge, results, flags.lang)
  const summary = summarize(results)
  WRITERS[flags.format]({ results, summary, policy, flags, io })
  for (const rejected of results.rejected) io.err(`${sayRejected(rejected)}\n`)
  if (results.rejected.length > 0) return EXIT.bad
  const isLate = (summary.outcomes['late'] ?? 0) + (summary.outcomes['overdue'] ?? 0) > 0
  return flags.failOn === 'late' && isLate ? EXIT.late : EXIT.ok
}

export function judgeUnder(policy: Policy, flags: Pick<AssessFlags, 'hours' | 'clock'> & { readonly now?: string | number }): Judge {
  const clock = clockNamed(policy, flags.hours)
  // A fault in what all cases share is a fault of usage, not of every case.
  const now = parseInstant(flags.now ?? Date.now(), clock.table.zone, '--now')
  const clocks = clocksNamed(policy, clock, flags.clock)
  return (value) => assess(readCase(value, policy), { policy, clock, clocks, now })
}

export async function assessFile(file: string, judge: Judge, { rows, rejected }: Results, language: Language): Promise<void> {
  const reject = (error: unknown, line?: number) => {
    if (!(error instanceof ServiceTimeError)) throw error
    rejected.push({ file, ...(line !== undefined && { line }), code: error.code, path: error.path, reason: error.text(language) })
  }
  try {
    for (const entry of entriesOf(await readBytes(file), file)) {
      try {
        if ('error' in entry) reject(entry.error, entry.line)
        else rows.push(judge(entry.value))
      } catch (error) {
        reject(error, entry.line)
      }
    }
  } catch (error) {
    reject(error)
  }
}

export function sayRejected({ file, line, path, code, reason }: Rejected): string {
  const place = [file, line, path].filter((part) => part !== undefined && part !== '').join(':')
  return `${place}: ${reason} [${code}]`
}

function summarize({ rows, rejected }: Results): Summary {
  const outcomes: Record<string, number> = {}
  for (const { outcome } of rows) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return { cases: rows.length, outcomes, rejected: rejected.length }
}

function saySummary({ cases, outcomes, rejected }: Summary, language: Language): string {
  const names = OUTCOMES[language]
  const order = Object.keys(names) as (keyof typeof names)[]
  const counts = order.filter((name) => outcomes[name]).map((name) => `${names[name]} ${outcomes[name]}`)
  if (language === 'zh') return `办件 ${cases} 件：${[...counts, ...(rejected > 0 ? [`未能评定 ${rejected}`] : [])].join('，')}`
  return `${cases} ${cases === 1 ? 'case' : 'cases'}: ${[...counts, ...(rejected > 0 ? [`not assessed ${rejected}`] : [])].join(', ')}`
}

interface Output {
  readonly results: Results
  readonly summary: Summary
  readonly policy: Policy
  readonly flags: AssessFlags
  readonly io: Io
}

const WRITERS: Readonly<Record<AssessFlags['format'], (output: Output) => void>> = {
  table: ({ results, summary, policy, flags, io }) => {
    if (results.rows.length > 0) io.out(`${caseTable(results.rows, policy, flags.lang, io.isColoured)}\n\n`)
    io.out(`${saySummary(summary, flags.lang)}\n${sayBasis(policy, flags.hours, flags.lang)}`)
  },
  json: ({ results, summary, io }) => io.out(`${JSON.stringify({ cases: results.rows, rejected: results.rejected, summary }, null, 2)}\n`),
  // The stream holds nothing but cases; the summary is for the person who watches.
  ndjson: ({ results, summary, flags, io }) => {
    io.out(results.rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    io.err(`${saySummary(summary, flags.lang)}\n`)
  },
}
