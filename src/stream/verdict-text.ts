import type { Assessment, CapResult, JudgedLimit, Standings } from '../case/assessment.js'
import { elapsedOf, limitOf, nameOf, remainingOf, textOf, usedOf, verdictOf } from './verdict-pieces.js'

/*
 * The text of an assessment as `JSON.stringify` writes it, put together from pieces that are known: which keys there are and in which order, that
 * dates and names of our own need no escape, and that most verdicts and amounts were written before. That takes half the time.
 */

/** All of an assessment but its basis and the bracket that closes it. */
export function verdictText(assessment: Assessment): string {
  const { id, rule, binding, limits, caps, findings } = assessment
  const standing = standingText(assessment)
  const bound = binding === undefined ? '' : `,"binding":"${binding}"`
  const head = `{"id":${textOf(id)},"rule":${nameOf(rule)},${standing}${bound},"limits":[${limitsText(limits, assessment, standing)}]`
  return `${head},"caps":${capsText(caps)},"findings":${findings.length === 0 ? '[]' : JSON.stringify(findings)}${endText(assessment)}`
}

function limitsText(limits: readonly JudgedLimit[], assessment: Assessment, standing: string): string {
  let text = ''
  for (const limit of limits) {
    const { kind, stage, clock } = limit
    // An assessment tells what one of its limits tells.
    text += `${text === '' ? '' : ','}{"kind":"${kind}",${isSame(limit, assessment) ? standing : standingText(limit)}`
    if (stage !== undefined) text += `,"stage":${nameOf(stage)}`
    if (clock !== undefined) text += `,"clock":${nameOf(clock)}`
    text += `${endText(limit)}}`
  }
  return text
}

function isSame(a: Standings, b: Standings): boolean {
  return (
    a.used === b.used &&
    a.remaining === b.remaining &&
    a.limit === b.limit &&
    a.outcome === b.outcome &&
    a.state === b.state &&
    a.light === b.light &&
    a.startsAt === b.startsAt &&
    a.dueAt === b.dueAt &&
    a.dueDate === b.dueDate &&
    a.ifResumedNow === b.ifResumedNow &&
    a.certainty === b.certainty
  )
}

/** How a case stands, from its state to how certain that is. */
function standingText(standings: Standings): string {
  const { limit, startsAt, dueDate, dueAt, ifResumedNow, used, remaining, certainty } = standings
  let text = verdictOf(standings)
  if (limit !== undefined) text += limitOf(limit)
  if (startsAt !== undefined) text += `,"startsAt":"${startsAt}"`
  if (dueAt !== undefined) text += `,"dueDate":"${dueDate}","dueAt":"${dueAt}"`
  if (ifResumedNow !== undefined) text += `,"ifResumedNow":{"dueDate":"${ifResumedNow.dueDate}","dueAt":"${ifResumedNow.dueAt}"}`
  if (used !== undefined) text += usedOf(used)
  if (remaining !== undefined) text += remainingOf(remaining)
  return certainty === undefined ? text : `${text},"certainty":"${certainty}"`
}

/** What only some have. Where there is no deadline the reason stands before the stop. */
function endText({
  limit,
  stoppedAt,
  lastCountedDay,
  earliest,
  latest,
  awaits,
  reason,
  nextChangeAt,
  elapsed,
}: Standings & Pick<Assessment, 'elapsed'>): string {
  let text = ''
  const told = reason === undefined ? '' : `,"reason":"${reason}"`
  if (limit === undefined) text += told
  if (stoppedAt !== undefined) text += `,"stoppedAt":"${stoppedAt}"`
  if (lastCountedDay !== undefined) text += `,"lastCountedDay":"${lastCountedDay}"`
  if (awaits !== undefined) text += `,"earliest":"${earliest}","latest":"${latest}","awaits":${JSON.stringify(awaits)}`
  if (limit !== undefined) text += told
  if (nextChangeAt !== undefined) text += `,"nextChangeAt":"${nextChangeAt}"`
  return elapsed === undefined ? text : text + elapsedOf(elapsed)
}

function capsText({ materials, steps }: Assessment['caps']): string {
  if (materials === undefined) return steps === undefined ? '{}' : `{"steps":${capText(steps)}}`
  return `{"materials":${capText(materials)}${steps === undefined ? '' : `,"steps":${capText(steps)}`}}`
}

function capText({ allowed, actual, isKept }: CapResult): string {
  return actual === undefined ? `{"allowed":${allowed}}` : `{"allowed":${allowed},"actual":${actual},"isKept":${isKept}}`
}
