import type { Grounds } from '../calendar/forecast.js'
import { formatMoment } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { formatDay } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import { kindOf } from '../time/limit.js'
import type { Assessment, JudgedLimit } from './assessment.js'
import type { Judgement } from './judge.js'
import { bindingOf, nextChangeOf } from './limits.js'

/*
 * Judgements are put into the texts of the border here, and each text is written once. What every verdict has stands in one
 * literal, what only some have is added to it: an object put together from others costs as much as all the counting.
 */

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** What an assessment tells besides how its case stands. */
export type Beside = Pick<Assessment, 'id' | 'rule' | 'caps' | 'findings' | 'basis'>

/** The assessment of a case by the limit that binds, with every limit by itself. */
export function tellJudged(beside: Beside, judgements: readonly Judgement[], table: SessionTable): Mutable<Assessment> {
  const limits = judgements.map((judgement) => limitTold(judgement, table))
  const binding = bindingOf(judgements)
  const told = standingTold(beside, limits[judgements.indexOf(binding)] as JudgedLimit, limits)
  if (told.outcome === 'exempt') told.reason = 'closed-in-time'
  const change = nextChangeOf(judgements)
  if (change !== undefined) told.nextChangeAt = formatInstant(change, table.zone)
  return told
}

/** A case of a target that binds a set: its time used counts there, and by itself it has no deadline and no verdict. */
export function tellMeasured(beside: Beside, [whole, ...others]: readonly Judgement[], table: SessionTable): Mutable<Assessment> {
  const { startsAt, stoppedAt, used, state, certainty } = limitTold(whole as Judgement, table)
  const { id, rule, caps, findings, basis } = beside
  const limits = others.map((judgement) => limitTold(judgement, table))
  const outcome = state === 'closed' ? 'exempt' : 'measured'
  const told: Mutable<Assessment> = { id, rule, state, outcome, light: 'none', startsAt, used, certainty, limits, caps, findings, basis }
  if (outcome === 'exempt') told.reason = 'closed-in-time'
  if (stoppedAt !== undefined) told.stoppedAt = stoppedAt
  return told
}

const calendarDays = /* @__PURE__ */ (() => kindOf('calendarDays').toLimit)()

function limitTold(judgement: Judgement, table: SessionTable): JudgedLimit {
  const { terms, settled, reached, endDue, state, outcome, light, grounds, change } = judgement
  const { kind, stage } = terms
  const { start, stop } = settled.measured
  const { amount, facts } = settled.counting.amount
  const toTold = facts.toldIn === 'own-unit' ? facts.toLimit : calendarDays
  const limit = facts.toLimit(amount)
  const startsAt = formatMoment(table, start)
  const dueDate = formatDay(endDue.day)
  const dueAt = formatInstant(endDue.at, table.zone)
  const used = toTold(judgement.used)
  const remaining = toTold(judgement.remaining)
  const { certainty } = grounds
  const told: Mutable<JudgedLimit> = reached.due
    ? { kind, state, outcome, light, limit, startsAt, dueDate, dueAt, used, remaining, certainty }
    : { kind, state, outcome, light, limit, startsAt, ifResumedNow: { dueDate, dueAt }, used, remaining, certainty }
  if (stage !== undefined) told.stage = stage
  if (terms.clock !== undefined) told.clock = terms.clock
  if (stop !== undefined) told.stoppedAt = formatMoment(table, stop)
  const { lastCountedDay } = reached
  if (lastCountedDay !== undefined) told.lastCountedDay = lastCountedDay === endDue.day ? dueDate : formatDay(lastCountedDay)
  if (grounds.awaits !== undefined) addBounds(told, grounds)
  if (change !== undefined) told.nextChangeAt = formatInstant(change, table.zone)
  return told
}

/** How a case stands as a whole: as it stands against one of its limits. */
function standingTold(beside: Beside, limit: JudgedLimit, limits: readonly JudgedLimit[]): Mutable<Assessment> {
  const { id, rule, caps, findings, basis } = beside
  const { state, outcome, light, limit: amount, startsAt, ifResumedNow, used, remaining, certainty } = limit
  const binding = limit.kind === 'statutory' ? 'statutory' : 'promised'
  const dueDate = limit.dueDate as string
  const dueAt = limit.dueAt as string
  const told: Mutable<Assessment> = ifResumedNow
    ? { id, rule, state, outcome, light, limit: amount, startsAt, ifResumedNow, used, remaining, certainty, binding, limits, caps, findings, basis }
    : { id, rule, state, outcome, light, limit: amount, startsAt, dueDate, dueAt, used, remaining, certainty, binding, limits, caps, findings, basis }
  if (limit.stoppedAt !== undefined) told.stoppedAt = limit.stoppedAt
  if (limit.lastCountedDay !== undefined) told.lastCountedDay = limit.lastCountedDay
  if (limit.awaits !== undefined) addBounds(told, limit)
  return told
}

type Bounds = Partial<Omit<Grounds, 'certainty'>>

function addBounds(told: Mutable<Bounds>, { earliest, latest, awaits }: Bounds): void {
  told.earliest = earliest as string
  told.latest = latest as string
  told.awaits = awaits as readonly string[]
}
