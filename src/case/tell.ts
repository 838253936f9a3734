import { formatMoment } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import { formatDay } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import { kindOf, type Limit, limitOf } from '../time/limit.js'
import type { Assessment, JudgedLimit, Standings } from './assessment.js'
import type { Course } from './course.js'
import type { Judgement } from './judge.js'
import { bindingOf, nextChangeOf } from './limits.js'
import type { Phase } from './machine.js'
import type { ExemptReason } from './verdict.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** An assessment that is being written; what its case does not have is left out of it. */
export type Draft = Mutable<Partial<Assessment>>

/** The standing of a case in the texts of the border, each written once for the two places where it stands. */
interface Texts {
  readonly limit: Limit
  readonly startsAt: string
  readonly stoppedAt: string | undefined
  readonly lastCountedDay: string | undefined
  readonly dueDate: string
  readonly dueAt: string
  readonly used: Limit
  readonly remaining: Limit
}

/** Puts a judgement into texts. */
function textsOf({ settled: { measured, counting }, reached, endDue, used, remaining }: Judgement, table: SessionTable): Texts {
  const { unit, amount } = counting.amount
  const toldIn = kindOf(unit).toldIn === 'own-unit' ? unit : 'calendarDays'
  const { start, stop } = measured
  return {
    limit: limitOf(unit, amount),
    startsAt: formatMoment(table, start),
    stoppedAt: stop && formatMoment(table, stop),
    lastCountedDay: reached.lastCountedDay === undefined ? undefined : formatDay(reached.lastCountedDay),
    dueDate: formatDay(endDue.day),
    dueAt: formatInstant(endDue.at, table.zone),
    used: limitOf(toldIn, used),
    remaining: limitOf(toldIn, remaining),
  }
}

/**
 * Writes how a case stands against a limit, field by field: of objects that are put together from others, most of the time of a
 * verdict would go into their copies.
 */
function tellStanding(to: Mutable<Partial<Standings>>, { state, outcome, light, reached, grounds }: Judgement, texts: Texts): void {
  to.state = state
  to.outcome = outcome
  to.light = light
  to.limit = texts.limit
  to.startsAt = texts.startsAt
  if (texts.stoppedAt !== undefined) to.stoppedAt = texts.stoppedAt
  if (texts.lastCountedDay !== undefined) to.lastCountedDay = texts.lastCountedDay
  if (reached.due) {
    to.dueDate = texts.dueDate
    to.dueAt = texts.dueAt
  }
  if (grounds.certainty) to.certainty = grounds.certainty
  if (grounds.earliest !== undefined) to.earliest = grounds.earliest
  if (grounds.latest !== undefined) to.latest = grounds.latest
  if (grounds.awaits !== undefined) to.awaits = grounds.awaits
  to.used = texts.used
  to.remaining = texts.remaining
  if (!reached.due) to.ifResumedNow = { dueDate: texts.dueDate, dueAt: texts.dueAt }
}

/** Writes every limit of a case by itself, and on the assessment how the case stands against the one that binds. */
export function tellJudged(draft: Draft, judgements: readonly [Judgement, ...Judgement[]], table: SessionTable): void {
  const binding = bindingOf(judgements)
  const limits: JudgedLimit[] = []
  for (const judgement of judgements) {
    const texts = textsOf(judgement, table)
    limits.push(limitTold(judgement, texts, table))
    if (judgement === binding) tellStanding(draft, judgement, texts)
  }
  if (binding.outcome === 'exempt') draft.reason = 'closed-in-time'
  const change = nextChangeOf(judgements)
  if (change !== undefined) draft.nextChangeAt = formatInstant(change, table.zone)
  draft.binding = binding.terms.kind === 'statutory' ? 'statutory' : 'promised'
  draft.limits = limits
}

/** A case of a target that binds a set: its time used counts there, and by itself it has no deadline and no verdict. */
export function tellMeasured(draft: Draft, [whole, ...others]: readonly [Judgement, ...Judgement[]], table: SessionTable): void {
  const { startsAt, stoppedAt, used } = textsOf(whole, table)
  const isClosed = whole.state === 'closed'
  draft.state = whole.state
  draft.outcome = isClosed ? 'exempt' : 'measured'
  draft.light = 'none'
  if (isClosed) draft.reason = 'closed-in-time'
  draft.startsAt = startsAt
  if (stoppedAt !== undefined) draft.stoppedAt = stoppedAt
  draft.used = used
  if (whole.grounds.certainty) draft.certainty = whole.grounds.certainty
  draft.limits = others.map((judgement) => limitTold(judgement, textsOf(judgement, table), table))
}

function limitTold(judgement: Judgement, texts: Texts, table: SessionTable): JudgedLimit {
  const { kind, stage } = judgement.terms
  const told: Mutable<Partial<JudgedLimit>> = stage === undefined ? { kind } : { kind, stage }
  tellStanding(told, judgement, texts)
  if (judgement.change !== undefined) told.nextChangeAt = formatInstant(judgement.change, table.zone)
  return told as JudgedLimit
}

/** The phases of a case that was closed without a decision. */
const CLOSED: readonly Phase[] = ['withdrawn', 'rejected', 'revoked', 'returned']

/** A case whose clock has not started, or was never to start; papers that wait to be answered will count as accepted from an instant on. */
export function tellWaiting(draft: Draft, { place }: Course, deemedAt: string | undefined): void {
  const isClosed = CLOSED.includes(place.phase)
  draft.state = isClosed ? 'closed' : 'waiting'
  draft.outcome = isClosed ? 'exempt' : 'open'
  draft.light = 'none'
  if (isClosed) draft.reason = 'closed-in-time'
  if (deemedAt !== undefined) draft.nextChangeAt = deemedAt
}

/** A case that started when no version of its rule was in force. */
export function tellExempt(draft: Draft, { place, pauses, at }: Course, reason: ExemptReason, version: Version): void {
  const going = pauses.some(({ to }) => to === undefined) ? 'paused' : 'running'
  draft.state = CLOSED.includes(place.phase) ? 'closed' : at[version.stops] ? 'completed' : going
  draft.outcome = 'exempt'
  draft.light = 'none'
  draft.reason = reason
}
