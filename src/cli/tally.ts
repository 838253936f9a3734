import type { Outcome } from '../case/verdict.js'
import { OUTCOMES } from '../case/words.js'
import type { Language } from '../errors.js'

/** How many entries were read, and what became of them. */
export interface Tally {
  readonly read: number
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  readonly rejected: number
}

export const NOTHING: Tally = { read: 0, outcomes: {}, rejected: 0 }

export function sumOf(a: Tally, b: Tally): Tally {
  const outcomes = { ...a.outcomes }
  for (const [outcome, count] of Object.entries(b.outcomes) as [Outcome, number][]) outcomes[outcome] = (outcomes[outcome] ?? 0) + count
  return { read: a.read + b.read, outcomes, rejected: a.rejected + b.rejected }
}

/** The parts that everything read falls into: judged by a limit of its own, timed for a set, under no rule, or not readable. */
export interface Balance {
  readonly read: number
  readonly assessed: number
  readonly measured: number
  readonly exempt: number
  readonly rejected: number
}

export function balanceOf({ read, outcomes, rejected }: Tally): Balance {
  const { measured = 0, exempt = 0, ...judged } = outcomes
  const assessed = Object.values(judged).reduce((sum, count) => sum + count, 0)
  return { read, assessed, measured, exempt, rejected }
}

/** How many cases there are, by outcome. */
export function saySummary({ outcomes, rejected }: Tally, language: Language): string {
  const names = OUTCOMES[language]
  const counts = (Object.keys(names) as Outcome[]).filter((name) => outcomes[name]).map((name) => `${names[name]} ${outcomes[name]}`)
  const cases = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  if (language === 'zh') return `办件 ${cases} 件：${[...counts, ...(rejected > 0 ? [`未能评定 ${rejected}`] : [])].join('，')}`
  return `${cases} ${cases === 1 ? 'case' : 'cases'}: ${[...counts, ...(rejected > 0 ? [`not assessed ${rejected}`] : [])].join(', ')}`
}

/** That nothing was lost: what was read is the sum of what it became. */
export function sayBalance(tally: Tally, language: Language): string {
  const { read, assessed, measured, exempt, rejected } = balanceOf(tally)
  return language === 'zh'
    ? `读取 ${read} = 评定 ${assessed} + 仅计时 ${measured} + 不适用 ${exempt} + 未能评定 ${rejected}`
    : `read ${read} = assessed ${assessed} + measured ${measured} + exempt ${exempt} + rejected ${rejected}`
}
