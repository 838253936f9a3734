import type { Explanation } from '../../case/explanation.js'
import type { Outcome } from '../../case/verdict.js'
import type { BilingualText, Policy } from '../../policy/policy.js'
import type { Limit, Unit } from '../../time/limit.js'

/** A part of a whole, as a report tells it. */
export interface PageRate {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}

/** The time that the completed cases of a set used, in one unit, with how many took how long. */
export interface PageTime {
  readonly unit: Unit
  readonly cases: number
  readonly average: number
  readonly median: number
  readonly p95: number
  readonly max: number
  readonly distribution?: readonly (readonly [used: number, cases: number])[]
}

/** What a page tells of a set of cases. */
export interface PageFigures {
  readonly cases: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly dueSoon: number
  readonly onTime: PageRate
  readonly early: PageRate
  readonly times: readonly PageTime[]
}

/** A rule with the limit that it promises today, where it promises one to each case. */
export interface PageRule {
  readonly name: string
  readonly titles: BilingualText
  readonly limit?: Limit
  readonly figures: PageFigures
}

/** All that a page tells; it works nothing out itself. */
export interface PageContent {
  readonly policy: { readonly titles: BilingualText; readonly status: Policy['source']['status'] }
  /** The instant by which the cases were assessed. */
  readonly asOf?: string
  readonly read: number
  readonly rejected: number
  readonly total: PageFigures
  readonly rules: readonly PageRule[]
  readonly months: readonly { readonly name: string; readonly onTime: PageRate }[]
  readonly overdue: { readonly cases: number; readonly listed: readonly Explanation[] }
}
