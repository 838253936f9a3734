import type { Explanation } from '../../case/explanation.js'
import type { BilingualText, Policy } from '../../policy/policy.js'
import type { Rate } from '../../report/figures.js'
import type { Figures } from '../../report/group.js'
import type { ListedCase } from '../../report/listed.js'
import { type Report, summarize } from '../../report/summarize.js'
import type { Tally } from '../../report/tally.js'
import type { Limit } from '../../time/limit.js'

/** A rule with the limit that it promises today, where it promises one to each case. */
export interface PageRule {
  readonly titles: BilingualText
  readonly limit?: Limit
  readonly figures: Figures
}

/** An overdue case with the titles of its rule, and with what its timeline is drawn from, where that is at hand. */
export interface PageCase {
  readonly listed: ListedCase
  readonly titles: BilingualText
  readonly explanation?: Explanation
}

/** All that a page tells. */
export interface PageContent {
  readonly report: Report
  readonly rules: readonly PageRule[]
  readonly months: readonly { readonly name: string; readonly onTime: Rate }[]
  readonly overdue: readonly PageCase[]
  readonly notes: readonly string[]
}

/** What a page tells of a tally, under the policy that its cases were assessed by. */
export function contentOf(tally: Tally, policy: Policy, explanations: readonly Explanation[]): Omit<PageContent, 'notes'> {
  const report = summarize(tally, { policy, by: ['rule'], hasDistributions: true })
  const { groups } = summarize(tally, { policy, by: ['month'] })
  const explained = new Map(explanations.map((explanation) => [explanation.assessment.id, explanation]))
  return {
    report,
    rules: report.groups.flatMap(({ name, titles, figures }) => (name === null || !titles ? [] : [{ titles, figures, ...limitOf(name, policy) }])),
    months: groups.flatMap(({ name, figures }) => (name === null ? [] : [{ name, onTime: figures.onTime }])),
    overdue: report.overdue.listed.map((listed) => {
      const explanation = explained.get(listed.id)
      return { listed, titles: titlesOf(listed.rule, policy), ...(explanation?.assessment.rule === listed.rule && { explanation }) }
    }),
  }
}

/** The rules of a tally were looked up in the policy when it was put into figures. */
function titlesOf(rule: string, { rules }: Policy): BilingualText {
  return (rules[rule] as Policy['rules'][string]).titles
}

function limitOf(rule: string, { rules }: Policy): { readonly limit?: Limit } {
  const target = rules[rule]?.versions.at(-1)?.target
  return target?.kind === 'each' ? { limit: target.limit } : {}
}
