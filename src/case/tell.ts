import type { Grounds } from '../calendar/forecast.js'
import { formatMoment } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { formatDay } from '../time/day.js'
import { grown, NONE } from '../time/grown.js'
import { formatInstant } from '../time/instant.js'
import { kindOf, type Limit } from '../time/limit.js'
import type { Mutable } from '../time/mutable.js'
import type { Assessment, JudgedLimit } from './assessment.js'
import type { Judgement } from './judge.js'
import { bindingOf, lightStanding, nextChangeOf } from './limits.js'
import type { Measured } from './runs.js'
import type { LimitTerms } from './terms.js'

/*
 * Judgements are put into the texts of the border here, and each text is written once. What every verdict has stands in one
 * literal, what only some have is added to it: an object put together from others costs as much as all the counting.
 */

/** What an assessment tells besides how its case stands. */
export type Beside = Pick<Assessment, 'id' | 'rule' | 'caps' | 'findings' | 'basis'>

/** The assessment of a case by the limit that binds, with every limit by itself. */
export function tellJudged(beside: Beside, judgements: readonly Judgement[], table: SessionTable): Mutable<Assessment> {
  const binding = bindingOf(judgements)
  const standing = standingOf(binding, table)
  let limits: JudgedLimit[] = NONE
  for (let i = 0; i < judgements.length; i++) {
    const judgement = judgements[i] as Judgement
    limits = grown(limits, limitTold(judgement, judgement === binding ? standing : standingOf(judgement, table, standing), table))
  }
  const told = wholeTold(beside, binding, standing, limits)
  if (binding.state === 'paused') told.light = lightStanding(judgements)
  if (binding.outcome === 'exempt') told.reason = 'closed-in-time'
  const change = nextChangeOf(judgements)
  if (change !== undefined) told.nextChangeAt = formatInstant(change, table.zone)
  return told
}

/** A case of a target that binds a set: its time used counts there, and by itself it has no deadline and no verdict. */
export function tellMeasured(beside: Beside, [whole, ...others]: readonly [Judgement, ...Judgement[]], table: SessionTable): Mutable<Assessment> {
  const { state, grounds } = whole
  const { startsAt, stoppedAt, used } = standingOf(whole, table)
  const { id, rule, caps, findings, basis } = beside
  const { certainty } = grounds
  const limits = others.map((judgement) => limitTold(judgement, standingOf(judgement, table), table))
  const outcome = state === 'closed' ? 'exempt' : 'measured'
  const told: Mutable<Assessment> = { id, rule, state, outcome, light: 'none', startsAt, used, certainty, limits, caps, findings, basis }
  if (outcome === 'exempt') told.reason = 'closed-in-time'
  if (stoppedAt !== undefined) told.stoppedAt = stoppedAt
  return told
}

/**
 * How a case stands against a limit, in texts. It has every field always: what an assessment and a limit tell comes in a dozen shapes, and to read
 * one of a dozen takes several times as long.
 */
interface StandingTold {
  readonly measured: Measured
  readonly limit: Limit
  readonly startsAt: string
  readonly dueDate: string
  readonly dueAt: string
  readonly used: Limit
  readonly remaining: Limit
  readonly ifResumedNow: ResumedNow | undefined
  readonly stoppedAt: string | undefined
  readonly lastCountedDay: string | undefined
}

type ResumedNow = NonNullable<JudgedLimit['ifResumedNow']>

const calendarDays = /* @__PURE__ */ kindOf('calendarDays')

/** How a case stands against a limit; what was measured for another limit as well is written once. */
function standingOf({ settled, reached, endDue, used, remaining }: Judgement, table: SessionTable, other?: StandingTold): StandingTold {
  const { measured } = settled
  const { start, stop } = measured
  const { amount, facts } = settled.counting.amount
  const { toLimit: toTold } = facts.toldIn === 'own-unit' ? facts : calendarDays
  const { lastCountedDay: last } = reached
  const limit = facts.toLimit(amount)
  const written = other?.measured === measured ? other : undefined
  const startsAt = written ? written.startsAt : formatMoment(table, start)
  const dueDate = formatDay(endDue.day)
  const dueAt = formatInstant(endDue.at, table.zone)
  return {
    measured,
    limit,
    startsAt,
    dueDate,
    dueAt,
    used: toTold(used),
    remaining: toTold(remaining),
    ifResumedNow: reached.due ? undefined : { dueDate, dueAt },
    stoppedAt: written ? written.stoppedAt : stop && formatMoment(table, stop),
    lastCountedDay: last === endDue.day ? dueDate : last === undefined ? undefined : formatDay(last),
  }
}

function limitTold(judgement: Judgement, standing: StandingTold, table: SessionTable): JudgedLimit {
  const { terms, state, outcome, light, grounds, change } = judgement
  const { kind, stage, clock } = terms
  const { limit, startsAt, dueDate, dueAt, used, remaining, ifResumedNow, stoppedAt, lastCountedDay } = standing
  const { certainty } = grounds
  const told: Mutable<JudgedLimit> = ifResumedNow
    ? stillLimit(judgement, standing, ifResumedNow)
    : { kind, state, outcome, light, limit, startsAt, dueDate, dueAt, used, remaining, certainty }
  if (stage !== undefined) told.stage = stage
  if (clock !== undefined) told.clock = clock
  if (stoppedAt !== undefined) told.stoppedAt = stoppedAt
  if (lastCountedDay !== undefined) told.lastCountedDay = lastCountedDay
  if (grounds.awaits !== undefined) addBounds(told, grounds)
  if (change !== undefined) told.nextChangeAt = formatInstant(change, table.zone)
  return told
}

/** A limit of a case that stands still, which has no end but if the case goes on. */
function stillLimit(judgement: Judgement, standing: StandingTold, ifResumedNow: ResumedNow): Mutable<JudgedLimit> {
  const { terms, state, outcome, light, grounds } = judgement
  const { limit, startsAt, used, remaining } = standing
  return { kind: terms.kind, state, outcome, light, limit, startsAt, ifResumedNow, used, remaining, certainty: grounds.certainty }
}

/** How a case stands as a whole: as it stands against the limit that binds. */
function wholeTold(beside: Beside, binding: Judgement, standing: StandingTold, limits: readonly JudgedLimit[]): Mutable<Assessment> {
  const { id, rule, caps, findings, basis } = beside
  const { terms, state, outcome, light, grounds } = binding
  const { limit, startsAt, dueDate, dueAt, used, remaining, ifResumedNow, stoppedAt, lastCountedDay } = standing
  const { certainty } = grounds
  const told: Mutable<Assessment> = ifResumedNow
    ? stillWhole(beside, binding, { standing, limits, ifResumedNow })
    : {
        id,
        rule,
        state,
        outcome,
        light,
        limit,
        startsAt,
        dueDate,
        dueAt,
        used,
        remaining,
        certainty,
        binding: boundBy(terms),
        limits,
        caps,
        findings,
        basis,
      }
  if (stoppedAt !== undefined) told.stoppedAt = stoppedAt
  if (lastCountedDay !== undefined) told.lastCountedDay = lastCountedDay
  if (grounds.awaits !== undefined) addBounds(told, grounds)
  return told
}

/** How a case that stands still stands as a whole. */
function stillWhole(
  { id, rule, caps, findings, basis }: Beside,
  { terms, state, outcome, light, grounds }: Judgement,
  { standing, limits, ifResumedNow }: { readonly standing: StandingTold; readonly limits: readonly JudgedLimit[]; readonly ifResumedNow: ResumedNow },
): Mutable<Assessment> {
  const { limit, startsAt, used, remaining } = standing
  const { certainty } = grounds
  const binding = boundBy(terms)
  return { id, rule, state, outcome, light, limit, startsAt, ifResumedNow, used, remaining, certainty, binding, limits, caps, findings, basis }
}

/** Which limit of the whole case binds it. */
function boundBy({ kind }: LimitTerms): NonNullable<Assessment['binding']> {
  return kind === 'statutory' ? 'statutory' : 'promised'
}

type Bounds = Partial<Omit<Grounds, 'certainty'>>

function addBounds(told: Mutable<Bounds>, { earliest, latest, awaits }: Bounds): void {
  told.earliest = earliest as string
  told.latest = latest as string
  told.awaits = awaits as readonly string[]
}
