import type { DayKind } from '../calendar/facts.js'
import type { Certainty } from '../calendar/forecast.js'
import type { BilingualText, Cause, Policy } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import type { Limit } from '../time/limit.js'
import type { Assessment } from './assessment.js'
import type { CORRECTION } from './course.js'

/**
 * Why a day counts or not: `counted`; `before-start`, recorded outside opening hours and moved to the next opening;
 * `start-day`, not counted by the convention; `day-off`; `not-running`, paused or between stages; `unopened`, no open
 * time passed while the clock ran; `rolled`, after a last day that was a day off, counted as used once it has passed; `kept-open`, after a
 * last day on whose closing the clock stood still, counted as used where the rule of paused days has it so.
 */
export type Why = 'counted' | 'before-start' | 'start-day' | 'day-off' | 'not-running' | 'unopened' | 'rolled' | 'kept-open'

/**
 * A stretch of time that a limit of time counts: a session, or for limits by the clock any stretch, cut to when the clock ran and
 * to one date.
 *
 * Units: `minutes` is what counts of it, `total` what has counted by its end. A sum counts every stage that is open.
 */
export interface CountedSession {
  readonly opensAt: string
  readonly closesAt: string
  readonly minutes: number
  readonly total: number
  /** How many stages of a sum were open at once, where there were several; the time counts for each. */
  readonly stagesAtOnce?: number
  /** The clocks of stages on which it counts, where that is not the clock of the policy alone. */
  readonly clocks?: readonly string[]
  /** Lies after the stop, or after `now`, and is counted only to show where the due instant comes from. */
  readonly isAhead?: true
  /** Lies after the due instant. */
  readonly isOverdue?: true
}

/**
 * One day of a case.
 *
 * Units: `number` is the running number of a counted day, for limits of days, months and years; `minutes` is the time
 * counted on the day, for limits of time, and `sessions` what it is the sum of.
 */
export interface ExplainedDay<C extends string = string> {
  readonly date: string
  readonly kind: DayKind
  readonly certainty: Certainty
  readonly occasion?: string
  readonly notice?: string | null
  readonly awaits?: readonly string[]
  readonly why: Why
  readonly isCounted: boolean
  readonly number?: number
  readonly minutes?: number
  readonly sessions?: readonly CountedSession[]
  /** The clock had stopped for good before this day counted, as before every day after the stop; it shows only where the due date comes from. */
  readonly isAfterStop?: true
  /** The day lies after the due date. */
  readonly isOverdue?: true
  /** The cause of the pause that stopped the clock on this day. */
  readonly cause?: C | typeof CORRECTION
}

/**
 * What moved the start or the end of a limit: papers that count as accepted at their receipt; a start outside opening hours; a pause,
 * with its cause where one was given; papers sent back after acceptance, which may start the clock anew; an extension that was granted;
 * a last day that was a day off; a last day on whose closing the clock stood still.
 *
 * Units: instants with the offset of the zone, or dates where no time was recorded.
 * Edges: `clock` is that of the stage by whose hours a start moved, where that is not the clock of the policy.
 */
export type Turn<C extends string = string> =
  | { readonly kind: 'deemed-accepted'; readonly from: string }
  | { readonly kind: 'start-moved'; readonly from: string; readonly to: string; readonly clock?: string }
  | { readonly kind: 'paused'; readonly from: string; readonly to?: string; readonly cause?: C }
  | { readonly kind: 'corrected'; readonly from: string; readonly to?: string; readonly isRestart?: true }
  | { readonly kind: 'extended'; readonly from: string; readonly by: Limit; readonly reason?: string }
  | { readonly kind: 'rolled'; readonly from: string; readonly to: string }
  | { readonly kind: 'kept-open'; readonly from: string; readonly to: string }

/** A stage as it was recorded; without an end it is open. */
export interface StageSpan<S extends string = string> {
  readonly stage: S
  readonly from: string
  readonly to?: string
}

/** What a case is about, and by what it is judged; the version in force is that of the assessment's `basis`. */
export interface Matter {
  readonly rule: BilingualText
  readonly policy: BilingualText
  readonly source: Policy['source']
  readonly versions: readonly { readonly from: string; readonly to?: string | undefined }[]
}

/** What has a legal ground: the choices of a convention, and what a version grounds. */
export type Grounded = keyof Convention | 'statutory' | 'delivery' | 'extension' | 'correction' | 'deemedAcceptance'

/**
 * An assessment with the reasons for it, as plain data.
 *
 * Shape: `days` is every day from the start to the due date, or to the stop or `now` where that is later; `turns`, in order of time, what
 * moved the start or the end; `stageSpans` when the stages were open; `warnsAt` the instant from which the light is yellow, or would have been if
 * the case had gone on; `grounds` the law that each way of counting rests on, where it is known; `causes`, `stages`, `clocks` and `occasions`
 * what the names in all of these mean.
 */
export interface Explanation<R extends string = string, S extends string = string, C extends string = string> {
  readonly assessment: Assessment<R, S>
  readonly matter: Matter
  readonly days: readonly ExplainedDay<C>[]
  readonly turns: readonly Turn<C>[]
  readonly stageSpans: readonly StageSpan<S>[]
  readonly warnsAt?: string
  readonly grounds: { readonly [K in Grounded]?: BilingualText | undefined }
  readonly causes: { readonly [K in C]?: Cause }
  readonly stages: { readonly [K in S]?: BilingualText }
  readonly clocks: Readonly<Record<string, BilingualText>>
  /** English names of the occasions of the days. */
  readonly occasions: Readonly<Record<string, string>>
}
