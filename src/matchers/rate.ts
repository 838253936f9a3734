import type { Assessment } from '../case/assessment.js'
import { labelled } from '../case/say-limits.js'
import { plain } from '../case/words.js'
import { fail, type Language, quote } from '../errors.js'
import { NOT_SHARE } from '../messages/values.js'
import { type Counts, countsOf, type Rate, ratesOf } from '../report/figures.js'
import { tallyOf } from '../report/summarize.js'
import type { Tally } from '../report/tally.js'
import { assertNeededOptions } from '../time/record.js'
import { limitAndUsed, shortened } from './reasons.js'
import type { Found } from './result.js'
import { refuse } from './words.js'

/** The least on-time rate, as a part of 1: `{ atLeast: 0.95 }` is 95 %. */
export interface RateTarget {
  readonly atLeast: number
}

/** Late cases that are named; the rate counts them all. */
const MOST_CASES = 10

/** Whether so many of the completed cases were completed in time, as the on-time rate of a report counts them. */
export function hasOnTimeRate(received: unknown, target: RateTarget): Found {
  assertNeededOptions(target, ['atLeast'])
  const { atLeast } = target
  if (!(typeof atLeast === 'number' && atLeast >= 0 && atLeast <= 1)) fail(NOT_SHARE, { found: quote(atLeast) }, { path: 'atLeast' })
  const assessments = listed(received)
  const { cells, rejected } = tallyOf(assessments)
  const counts = countsOf(cells)
  const rate = ratesOf(counts).onTime
  if (rate.value === null) return refuse('none-completed')
  const isMet = rate.value >= atLeast
  return {
    isMet,
    say: (language) =>
      [sentenceIn(rate, { atLeast, isMet, language }), ...besideIn({ ...counts, rejected }, language), ...lateIn(assessments, language)].join('\n'),
  }
}

/** A list that can be gone through twice, and a tally as it is. */
function listed(received: unknown): readonly Assessment[] | Tally {
  const isIterable = typeof received === 'object' && received !== null && Symbol.iterator in received
  return isIterable ? Array.from(received as Iterable<Assessment>) : (received as Tally)
}

interface Sentence {
  readonly atLeast: number
  readonly isMet: boolean
  readonly language: Language
}

function sentenceIn({ value, numerator, denominator }: Rate, { atLeast, isMet, language }: Sentence): string {
  const [found, bound] = [floored(value as number), `${Number((atLeast * 100).toPrecision(12))}%`]
  if (language === 'zh')
    return `按时办结率为${found}（已办结${denominator}件，按时${numerator}件），${isMet ? `而预期低于${bound}` : `低于${bound}`}。`
  const of = `${numerator} of ${denominator} completed in time`
  return `The on-time rate is ${found} (${of}), ${isMet ? `and should be below ${bound}` : `below ${bound}`}.`
}

/** Two decimals, downwards, so that what falls short is never written as if it did not; a hair is let pass that division leaves. */
function floored(share: number): string {
  return `${Math.floor(share * 10_000 + 1e-6) / 100}%`
}

/** Cases that the rate does not count, for whoever wonders. */
function besideIn({ outcomes, closedLate, rejected }: Counts & Pick<Tally, 'rejected'>, language: Language): readonly string[] {
  const { open, overdue, measured, exempt } = outcomes
  const isChinese = language === 'zh'
  const told = [
    [open, 'open', '在办'],
    [overdue, 'overdue', '逾期未办结'],
    [closedLate, 'closed late without a decision', '逾期终止'],
    [measured, 'measured', '仅计时'],
    [exempt, 'exempt', '不适用'],
    [Object.values(rejected).reduce((sum, cases) => sum + cases, 0), 'rejected', '未能评定'],
  ] as const
  const parts = told.flatMap(([cases, en, zh]) => (cases === 0 ? [] : [isChinese ? `${zh}${cases}件` : `${cases} ${en}`]))
  if (parts.length === 0) return []
  return [isChinese ? `未计入：${parts.join('，')}` : `Not in the rate: ${parts.join(', ')}`]
}

/** The late cases, with their limits; of a tally they are not known. */
function lateIn(assessments: readonly Assessment[] | Tally, language: Language): readonly string[] {
  if (!('length' in assessments)) return []
  const lines = assessments.flatMap(({ id, outcome, state, limits, binding }) => {
    const limit = limits.find(({ kind }) => kind === binding)
    if (outcome !== 'late' || state !== 'completed' || limit === undefined) return []
    return [labelled(plain(id), limitAndUsed(limit, language), language)]
  })
  return shortened(lines, MOST_CASES, language)
}
