import { fail } from '../errors.js'
import { TIME_MISSING } from '../messages/time.js'
import type { Version } from '../policy/policy.js'
import { formatDay } from '../time/day.js'
import type { Amount } from '../time/limit.js'
import { answerIn } from './deemed.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import type { Terms } from './terms.js'

/** Whether an event touches the clock of a limit. */
type Touches = (event: Happening) => boolean

/** Throws `time-missing` for an event that is only a date, where a limit counts time and the event touches its clock. */
export function assertTimes(events: readonly Happening[], terms: Terms, deemed: Happening | undefined): void {
  if (events.some(({ isDateOnly }) => isDateOnly)) refuseDates(events, clocksOf(events, terms, deemed))
}

function refuseDates(events: readonly Happening[], clocks: readonly Touches[]): void {
  for (const event of events) {
    const { index, day, isDateOnly } = event
    if (isDateOnly && clocks.some((touches) => touches(event))) {
      fail(TIME_MISSING, { found: formatDay(day), why: 'time-unit' }, { path: `events[${index}].at` })
    }
  }
}

/** What touches the clock of each limit that counts time. */
function clocksOf(events: readonly Happening[], terms: Terms, deemed: Happening | undefined): readonly Touches[] {
  const { version, promised, statutory, stages, delivery, deemedAcceptance } = terms
  const isTimed = (limit: { readonly counting: { readonly amount: Amount } } | undefined) => limit?.counting.amount.facts.countsTime
  const isHandingOver = version.stops === 'delivered'
  const clocks: Touches[] = []
  if (isTimed(promised) || isTimed(statutory)) clocks.push(ofWhole(terms, deemed))
  for (const stage of stages) if (isTimed(stage)) clocks.push(ofStage(events, stage.stage))
  if (isTimed(delivery) && !isHandingOver) clocks.push(({ type }) => type === 'completed' || type === 'delivered')
  if (isTimed(deemedAcceptance && { counting: deemedAcceptance }) && version.starts === 'accepted') clocks.push(ofReceipt(events, version))
  return clocks
}

/** Of receipt and acceptance, one starts the clock: the receipt also of papers that count as accepted at it. */
function ofWhole({ version }: Terms, deemed: Happening | undefined): Touches {
  const starts = deemed ? 'received' : version.starts
  return ({ type }) => {
    if (type === 'received' || type === 'accepted') return type === starts
    return type !== 'delivered' || version.stops === 'delivered'
  }
}

const CLOSES: readonly EventType[] = ['rejected', 'withdrawn', 'revoked']
const BESIDE_STAGES: readonly EventType[] = ['received', 'accepted', 'extended']

/** What happens to a stage from its first start to its last end, and what closes the case. */
function ofStage(events: readonly Happening[], name: string | undefined): Touches {
  const own = events.filter(({ type, told }) => isOfStages(type) && told.stage === name)
  const from = own[0]?.index ?? Number.POSITIVE_INFINITY
  const last = own.at(-1)
  const to = last?.type === 'stage-finished' ? last.index : Number.POSITIVE_INFINITY
  return ({ type, index, told }) => {
    if (index < from) return false
    if (isOfStages(type)) return told.stage === name
    return CLOSES.includes(type) || (index < to && !BESIDE_STAGES.includes(type))
  }
}

function isOfStages(type: EventType): boolean {
  return type === 'stage-started' || type === 'stage-finished'
}

/** The receipt of papers, and the first answer to it. */
function ofReceipt(events: readonly Happening[], version: Version): Touches {
  const answer = answerIn(events, version)
  return (event) => event.type === 'received' || event === answer
}
