import type { Assessment, JudgedLimit, Standings } from '../case/assessment.js'
import { CERTAINTIES, capOf, elapsedOf, headOf, KINDS, LIMITS, limitOf, nameOf, remainingOf, usedOf, verdictOf } from './verdict-pieces.js'

/*
 * The text of an assessment as `JSON.stringify` writes it, put together from pieces that are known: which keys there are and in which order, that
 * dates and names of our own need no escape, and that most verdicts and amounts were written before. That takes half the time.
 */

/** All of an assessment but its basis and the bracket that closes it. */
export function verdictText(assessment: Assessment): string {
  const { id, rule, binding, limits, caps, findings } = assessment
  const standing = standingText(assessment)
  const bound = binding === undefined ? ',"limits":[' : LIMITS[binding]
  const doubts = findings.length === 0 ? ',"findings":[]' : `,"findings":${JSON.stringify(findings)}`
  return (
    headOf(id) +
    nameOf(rule) +
    standing +
    bound +
    limitsText(limits, assessment, standing) +
    '],"caps":' +
    capsText(caps) +
    doubts +
    endText(assessment)
  )
}

function limitsText(limits: readonly JudgedLimit[], assessment: Assessment, standing: string): string {
  let text = ''
  for (const limit of limits) {
    const { kind, stage, clock, used, light } = limit
    if (text !== '') text += ','
    // An assessment tells what the limit that binds tells, down to the same objects; but its light may be that of another while it stands still.
    text += KINDS[kind] + (used === assessment.used && light === assessment.light ? standing : standingText(limit))
    if (stage !== undefined) text += `,"stage":${nameOf(stage)}`
    if (clock !== undefined) text += `,"clock":${nameOf(clock)}`
    text += `${endText(limit)}}`
  }
  return text
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
  return certainty === undefined ? text : text + CERTAINTIES[certainty]
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
  if (materials === undefined) return steps === undefined ? '{}' : `{"steps":${capOf(steps)}}`
  return steps === undefined ? `{"materials":${capOf(materials)}}` : `{"materials":${capOf(materials)},"steps":${capOf(steps)}}`
}
