import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import type { Amount } from '../time/limit.js'
import type { Phase } from './machine.js'

/** A stretch of a case that has begun and may have ended. */
export interface Stretch {
  readonly name: string
  readonly from: Moment
  readonly to?: Moment | undefined
}

/** A correction of the papers after the clock has started; without an end it is still awaited. */
export interface Correction {
  readonly index: number
  readonly asked: Moment
  readonly corrected?: Moment
}

/** A longer limit that was granted, in its own unit. */
export interface Extension {
  readonly index: number
  readonly at: Moment
  readonly by: Amount
  readonly reason?: string
}

/** When what can happen to a case only once did. */
export interface Milestones {
  readonly received: Moment | undefined
  readonly accepted: Moment | undefined
  readonly completed: Moment | undefined
  /** Withdrawn, rejected or revoked: the end of a case without a decision. */
  readonly closed: Moment | undefined
  readonly delivered: Moment | undefined
}

/** What the events of a case amount to. */
export interface Course {
  readonly place: { readonly phase: Phase }
  /** The case was decided or withdrawn while a pause was open. */
  readonly wasPausedAtEnd: boolean
  readonly at: Milestones
  readonly pauses: readonly Stretch[]
  readonly stages: readonly Stretch[]
  readonly corrections: readonly Correction[]
  readonly extensions: readonly Extension[]
  /** Requests for a correction, by the place of their event, that papers which count as accepted got too late for it to mean anything. */
  readonly lateRequests: readonly number[]
  /** The receipt at which the clock started because nobody answered it in time. */
  readonly deemed: Moment | undefined
}

/** What starts the clock of a version, if it has happened, and what stops it; a name that varies is looked up several times as slowly. */
export function startIn({ received, accepted }: Milestones, { starts }: Pick<Version, 'starts'>): Moment | undefined {
  return starts === 'received' ? received : accepted
}

export function stopIn({ completed, delivered }: Milestones, { stops }: Pick<Version, 'stops'>): Moment | undefined {
  return stops === 'delivered' ? delivered : completed
}

/** A correction that stops the clock is among the pauses by this name. */
export const CORRECTION = 'correction-requested'
