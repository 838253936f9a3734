import { formatMoment } from '../clock/moment.js'
import { formatDay } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { limitOf } from '../time/limit.js'
import type { Assessed } from './assess.js'
import { CORRECTION } from './course.js'
import type { Turn } from './explanation.js'
import type { Measured } from './runs.js'

/** A turn with the moment that it stands at in the order of time. */
type Placed = readonly [at: Moment, turn: Turn]

/** What moved the start or the end of a case's limit, in order of time; the end comes last. */
export function turnsOf(answer: Assessed): readonly Turn[] {
  const placed = [...startTurns(answer), ...pauseTurns(answer), ...correctionTurns(answer), ...extensionTurns(answer)]
  return [...placed.sort(([a], [b]) => a.instant - b.instant).map(([, turn]) => turn), ...endTurns(answer)]
}

function startTurns({ course, judgement, inquiry }: Assessed): readonly Placed[] {
  const write = (moment: Moment) => formatMoment(inquiry.table, moment)
  const { deemed } = course
  const measured = judgement?.settled.measured
  const { recorded, start } = measured ?? {}
  const clock = measured && clockMoving(measured)
  return [
    ...(deemed ? [[deemed, { kind: 'deemed-accepted', from: write(deemed) }] as const] : []),
    ...(recorded && start && start.instant !== recorded.instant
      ? [[recorded, { kind: 'start-moved', from: write(recorded), to: write(start), ...(clock !== undefined && { clock }) }] as const]
      : []),
  ]
}

/** The clock of the stage that waited from the start as recorded; of several, of the one that waited least. */
function clockMoving({ recorded, start, stages }: Measured): string | undefined {
  const waited = stages.filter((stage) => stage.recorded?.instant === recorded.instant && !(stage.to && stage.to.instant <= recorded.instant))
  return (waited.find(({ from }) => from.instant === start.instant) ?? waited[0])?.share?.name
}

/** A pause that was over when a correction started the clock anew moved nothing. */
function pauseTurns({ course, judgement, inquiry }: Assessed): readonly Placed[] {
  const write = (moment: Moment) => formatMoment(inquiry.table, moment)
  const { recorded } = judgement?.settled.measured ?? {}
  return course.pauses
    .filter(({ name, from, to }) => name !== CORRECTION && recorded && (!to || (to.instant > recorded.instant && to.instant > from.instant)))
    .map(({ name, from, to }) => [from, { kind: 'paused', from: write(from), ...(to && { to: write(to) }), ...(name && { cause: name }) }])
}

function correctionTurns({ course, assessment, version, inquiry }: Assessed): readonly Placed[] {
  const write = (moment: Moment) => formatMoment(inquiry.table, moment)
  const tooLate = assessment.findings.flatMap((finding) => (finding.code === 'restart-ignored' ? finding.index : []))
  return course.corrections.map(({ index, asked, corrected }) => {
    const isRestart = version?.correction === 'restart' && !tooLate.includes(index)
    return [asked, { kind: 'corrected', from: write(asked), ...(corrected && { to: write(corrected) }), ...(isRestart && { isRestart }) }]
  })
}

/** Extensions that were granted; an extension of another unit makes the limit no longer. */
function extensionTurns({ course, assessment, judgement, inquiry }: Assessed): readonly Placed[] {
  const ignored = assessment.findings.flatMap((finding) => (finding.code === 'extension-ignored' ? finding.index : []))
  return course.extensions
    .filter(({ index, by }) => by.unit === judgement?.settled.counting.amount.unit && !ignored.includes(index))
    .map(({ at, by, reason }) => {
      const from = formatMoment(inquiry.table, at)
      return [at, { kind: 'extended', from, by: limitOf(by.unit, by.amount), ...(reason && { reason }) }]
    })
}

function endTurns({ assessment, judgement }: Assessed): readonly Turn[] {
  const { dueDate } = assessment
  const lastCountedDay = judgement?.reached.lastCountedDay
  if (dueDate === undefined || lastCountedDay === undefined) return []
  const from = formatDay(lastCountedDay)
  if (from === dueDate) return []
  return [{ kind: judgement?.settled.counting.amount.unit === 'workingDays' ? 'kept-open' : 'rolled', from, to: dueDate }]
}
