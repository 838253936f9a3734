import type { Clock } from '../clock/clock.js'
import { grown, NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import type { Course, Milestones, Stretch } from './course.js'
import { type Asked, type Judgement, judge } from './judge.js'
import type { Measuring } from './runs.js'
import type { LimitTerms, Terms } from './terms.js'
import type { Light } from './verdict.js'

/** Judges every limit that a case is under by now: those of the whole case first, then those of its stages and of its delivery. */
export function judgeLimits(course: Course, recorded: Moment, terms: Terms, asked: Asked): readonly [Judgement, ...Judgement[]] {
  const { promised, statutory, stages, delivery } = terms
  const whole = { terms: promised, course, recorded, clocks: asked.clocks }
  const judgement = judge(whole, asked)
  const isAlone = statutory === undefined && stages.length === 0 && delivery === undefined
  return isAlone ? [judgement] : withOthers(judgement, whole, terms, asked)
}

/** The judgement by what was promised, with those by the other limits. */
function withOthers(promised: Judgement, whole: Measuring, terms: Terms, asked: Asked): readonly [Judgement, ...Judgement[]] {
  const { course, recorded, clocks } = whole
  const { statutory, isLawAlike } = terms
  let judgements: Judgement[] = [promised]
  if (statutory) {
    // What was measured stands for both, but for corrections, which may have started the clock of one of them anew.
    const known = isLawAlike && course.corrections.length === 0 ? promised.settled.measured : undefined
    judgements = grown(judgements, judge({ terms: statutory, course, recorded, clocks }, asked, known))
  }
  for (let i = 0; i < terms.stages.length; i++) {
    const stage = terms.stages[i] as LimitTerms
    const own = ofStage(whole, stage)
    if (own) judgements = grown(judgements, judge(own, askedOn(stage, asked)))
  }
  const delivery = terms.delivery && ofDelivery(whole, terms.delivery)
  if (delivery) judgements = grown(judgements, judge(delivery, asked))
  return judgements as [Judgement, ...Judgement[]]
}

/** A stage is judged by its own clock. */
function askedOn({ clock }: LimitTerms, asked: Asked): Asked {
  if (clock === undefined) return asked
  const own = asked.clocks[clock] as Clock
  return { ...asked, clock: own, table: own.table }
}

/** What of a course concerns one of its stages; extensions are those of the whole. */
function ofStage({ course, clocks }: Measuring, terms: LimitTerms): Measuring | undefined {
  const stages = course.stages.filter(({ name }) => name === terms.stage)
  const [first] = stages
  const at = withoutClosing(course.at, stages)
  return first && { terms, course: { ...course, at, stages, extensions: NONE, corrections: NONE }, recorded: first.from, clocks }
}

/** A case that is closed ends the stages that are open; one that was finished before is as it was. */
function withoutClosing(at: Milestones, stages: readonly Stretch[]): Milestones {
  return at.closed === undefined || stages.some(({ to }) => to === at.closed) ? at : { ...at, closed: undefined }
}

/** What comes after the decision, as a course of its own. */
function ofDelivery(whole: Measuring, terms: LimitTerms): Measuring | undefined {
  const { at: happened, place, wasPausedAtEnd, deemed } = whole.course
  const { completed, delivered } = happened
  if (!completed || whole.terms.version.stops === 'delivered') return undefined
  const at = { received: undefined, accepted: completed, completed: delivered, closed: undefined, delivered: undefined }
  const course: Course = { place, wasPausedAtEnd, at, pauses: NONE, stages: NONE, corrections: NONE, extensions: NONE, lateRequests: NONE, deemed }
  return { terms, course, recorded: completed, clocks: whole.clocks }
}

/** Of the limits of the whole case, which come first, the one that ends first. */
export function bindingOf(judgements: readonly Judgement[]): Judgement {
  const promised = judgements[0] as Judgement
  const statutory = judgements[1]
  return statutory?.terms.kind === 'statutory' && statutory.endDue.at < promised.endDue.at ? statutory : promised
}

/**
 * The light of a whole case that stands still: of promise and law the one that is further on. Which of them would bind the case if it went on now
 * depends on the day of asking, and no light should change by that.
 */
export function lightStanding([promised, statutory]: readonly Judgement[]): Light {
  const lights = [promised?.light, statutory?.terms.kind === 'statutory' ? statutory.light : undefined]
  return lights.includes('red') ? 'red' : lights.includes('yellow') ? 'yellow' : 'green'
}

/** The first instant at which the light or the outcome of some limit changes by itself. */
export function nextChangeOf(judgements: readonly Judgement[]): Instant | undefined {
  let next: Instant | undefined
  for (let i = 0; i < judgements.length; i++) {
    const { change } = judgements[i] as Judgement
    if (change !== undefined && (next === undefined || change < next)) next = change
  }
  return next
}
