import type { Assessment } from '../../case/assessment.js'
import type { Explanation } from '../../case/explanation.js'
import { assertExplanation } from '../../case/say.js'
import { fail, type Language, quote } from '../../errors.js'
import { UNKNOWN_LANGUAGE } from '../../messages/choices.js'
import { NOT_EXPLANATION, NOT_TEXT } from '../../messages/values.js'
import type { Policy } from '../../policy/policy.js'
import { createTally, type Tally } from '../../report/tally.js'
import { assertNeededOptions } from '../../time/record.js'
import { assertChoice, LANGUAGES } from '../options.js'
import { contentOf } from './content.js'
import { pageOf } from './page.js'

/** What a page is made with. */
export interface ReportPageOptions {
  /** The policy that the cases were assessed by. */
  readonly policy: Policy
  /** The language of the page; without it, it is Chinese. */
  readonly language?: Language
  /** Of the overdue cases that a tally lists, those whose timelines are to be drawn, by their ids; others are not looked at. */
  readonly explanations?: readonly Explanation[]
  /** Lines that stand at the foot of the page, such as what the opening hours rest on. */
  readonly notes?: readonly string[]
}

/**
 * Makes a page of HTML of many assessments, or of a tally of them: rates, the on-time rate by month, the time used against the limit by rule, and
 * the overdue cases, which the reader can filter and sort, with a timeline of each that is explained.
 *
 * Shape: one file that asks for nothing from anywhere; its content security policy allows its own style and script alone.
 * Edges: the plotting library is loaded when this is called, and by nothing else. A page of no cases says so.
 * Throws: as `summarize`; `choice-unknown` for another language and for an option that is not known; `value-invalid` for what is no explanation.
 *
 * @example
 * const verdict = assess({ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00' })
 * reportPage([verdict], { policy: xiaoshan2019, language: 'en' }) instanceof Promise //=> true
 */
export async function reportPage(source: Tally | Iterable<Assessment>, options: ReportPageOptions): Promise<string> {
  assertNeededOptions(options, ['policy', 'language', 'explanations', 'notes'])
  const { policy, language = 'zh', explanations = [], notes = [] } = options
  assertChoice(UNKNOWN_LANGUAGE, language, LANGUAGES)
  if (!Array.isArray(explanations)) fail(NOT_EXPLANATION, { found: quote(explanations) }, { path: 'explanations' })
  for (const explanation of explanations) assertExplanation(explanation)
  const isText = Array.isArray(notes) && notes.every((note) => typeof note === 'string')
  if (!isText) fail(NOT_TEXT, { found: quote(notes) }, { path: 'notes' })
  return pageOf({ ...contentOf(tallyOf(source), policy, explanations), notes }, language)
}

/** Assessments are counted once, though the report is made by rule and by month. */
function tallyOf(source: Tally | Iterable<Assessment>): Tally {
  if (typeof source !== 'object' || source === null || !(Symbol.iterator in source)) return source as Tally
  const running = createTally()
  for (const assessment of source) running.add(assessment)
  return running.total()
}
