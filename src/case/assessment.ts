import type { Certainty, Grounds } from '../calendar/forecast.js'
import type { Clock } from '../clock/clock.js'
import type { Hours } from '../clock/hours.js'
import type { Policy } from '../policy/policy.js'
import type { Convention, ConventionName } from '../time/convention.js'
import type { InstantInput } from '../time/instant.js'
import type { Limit } from '../time/limit.js'
import type { ExemptReason, Light, Outcome, State } from './verdict.js'

/** What an assessment needs besides the case. */
export interface AssessOptions<R extends string = string, S extends string = string, C extends string = string> {
  readonly policy: Policy<R, S, C>
  readonly clock: Clock
  /** The clocks that stages run on, such as that of a bank, by the names that the policy gives them; all of them, where it names any. */
  readonly clocks?: Readonly<Record<string, Clock>>
  /** The instant of asking; the library never reads the host's clock. */
  readonly now: InstantInput
}

/** A cap of the rule beside what the case needed; `isKept` is absent while the case does not say. */
export interface CapResult {
  readonly allowed: number
  readonly actual?: number
  readonly isKept?: boolean
}

/**
 * Something worth knowing about a case that is no error: the event at `index` lies after `now` and was left out; a stage
 * of the rule was never recorded though the case is decided, or a pause was ended by nothing but the completion, so that
 * time may be missing from what was used; papers count as accepted at their receipt (`index`), because nobody answered them in
 * time; an extension was not granted; a correction asked for after the limit had expired did not start the clock anew, or one asked for when the papers
 * counted as accepted already did nothing, because the rule has none after acceptance.
 */
export type Finding<S extends string = string> =
  | { readonly code: 'event-after-now'; readonly index: number }
  | { readonly code: 'stage-missing'; readonly stage: S }
  | { readonly code: 'paused-at-completion' }
  | { readonly code: 'deemed-accepted'; readonly index: number }
  | { readonly code: 'extension-ignored'; readonly index: number; readonly why: IgnoredExtension }
  | { readonly code: 'restart-ignored'; readonly index: number }
  | { readonly code: 'correction-ignored'; readonly index: number }

/** Why an extension did not make the limit longer: asked for after the limit had expired, or beyond what the rule allows. */
export type IgnoredExtension = 'too-late' | 'too-often' | 'too-long' | 'reason-missing'

/** What an answer rests on: enough to reproduce it. */
export interface Basis {
  readonly policy: string
  readonly status: Policy['source']['status']
  /** The date from which the version in force holds. */
  readonly version?: string
  readonly calendar: string
  /** The `edition` of the calendar: a hash of its days and of the bounds of those that are projected. */
  readonly edition: string
  readonly hours: Hours
  readonly timeZone: string
  /** The clocks of stages, by the names that the policy gives them. */
  readonly clocks?: Readonly<Record<string, { readonly calendar: string; readonly edition: string; readonly hours: Hours }>>
  readonly convention: ConventionName | Convention
  readonly now: string
  readonly library: string
}

/** Whose limit: that which the policy promises, that of the law, that of a stage, or that for the handing over of the decision. */
export type LimitKind = 'promised' | 'statutory' | 'stage' | 'delivery'

/** One limit of a case, judged by itself; the fields are those of the assessment. */
export interface JudgedLimit<S extends string = string>
  extends Omit<Standings, 'reason' | 'limit' | 'startsAt' | 'used' | 'remaining' | 'certainty'> {
  readonly kind: LimitKind
  readonly limit: Limit
  readonly startsAt: string
  readonly used: Limit
  readonly remaining: Limit
  readonly certainty: Certainty
  /** The name of the stage whose limit it is. */
  readonly stage?: S
  /** The clock of its own that the stage runs on. */
  readonly clock?: string
}

/** How a case stands against a limit. */
export interface Standings extends Partial<Grounds> {
  readonly state: State
  readonly outcome: Outcome
  readonly light: Light
  readonly reason?: ExemptReason
  readonly limit?: Limit
  readonly startsAt?: string
  readonly stoppedAt?: string
  readonly lastCountedDay?: string
  readonly dueDate?: string
  readonly dueAt?: string
  readonly used?: Limit
  readonly remaining?: Limit
  readonly ifResumedNow?: { readonly dueDate: string; readonly dueAt: string }
  /** The next instant at which light or outcome changes though nothing happens, so that a board needs one timer and no polling. */
  readonly nextChangeAt?: string
}

/**
 * One case under one policy on one clock.
 *
 * Units: `used` and `remaining` are in the limit's own unit and add up to it; for calendar days, months and years both
 * are calendar days, `remaining` those to the due date. `remaining` may be negative.
 * Edges: while the clock is stopped there is no deadline; `ifResumedNow` tells it for a resume at `now`. A `dueAt` at
 * 24:00 is written as 00:00 of the next date, while `dueDate` stays the last permitted date. `certainty` is that of the verdict,
 * and is there once the clock has started: `projected` where the deadline rests on days that no notice has settled, unless the
 * case was stopped before the earliest deadline that notices can make of it, or after the latest. For such a deadline (that of
 * `ifResumedNow` while paused) `earliest`, `latest` and `awaits` are given as well.
 */
export interface Assessment<R extends string = string, S extends string = string> extends Standings {
  readonly id: string
  readonly rule: R
  /** Which limit of the whole case ends first: the one that the fields above tell of. */
  readonly binding?: 'promised' | 'statutory'
  /** Every limit that the case is under by now, each judged by itself; none before its clock has started. */
  readonly limits: readonly JudgedLimit<S>[]
  /** For a sum of stages: the time from the start to the stop, or to `now`, as one span. */
  readonly elapsed?: Limit
  readonly caps: { readonly materials?: CapResult; readonly steps?: CapResult }
  readonly findings: readonly Finding<S>[]
  readonly basis: Basis
}
