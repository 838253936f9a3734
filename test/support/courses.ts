import fc from 'fast-check'
import { type CaseEvent, type Convention, conventions, type Limit, type Version } from 'service-time'
import type { EventType } from '../../src/case/file.js'
import { type Condition, MACHINE, type Phase, phaseAfter, possibleIn } from '../../src/case/machine.js'
import { after, DAY, iso, STARTS, type Wait, wait } from './waits.js'

/*
 * Cases that are possible, made by walking the machine: whatever it lets through may happen, under rules of every unit, measure, preset
 * and rule of paused days, with corrections, extensions, deemed acceptance, delivery and a law beside the promise.
 */

type Unit = 'workingMinutes' | 'workingHours' | 'minutes' | 'hours' | 'workingDays' | 'calendarDays' | 'months' | 'years'

const MOST: Readonly<Record<Unit, number>> = {
  workingMinutes: 3_000,
  workingHours: 40,
  minutes: 10_000,
  hours: 200,
  workingDays: 10,
  calendarDays: 30,
  months: 2,
  years: 1,
}

/** Units in which time counts, so that a date says too little. */
export const TIME: readonly Unit[] = ['workingMinutes', 'workingHours', 'minutes', 'hours']
/** Units that tell what is used and what is left in themselves. */
export const OWN: readonly Unit[] = [...TIME, 'workingDays']
export const WORKING: readonly Unit[] = ['workingMinutes', 'workingHours', 'workingDays']
const UNITS = Object.keys(MOST) as readonly Unit[]

const CAUSES = ['a', 'b']
export const STAGES = ['a', 'b']
const titles = { zh: '甲', en: 'A' }

type Rule = Partial<Version> & { readonly convention: Convention }

/** A case that is possible under a rule. */
export interface Possible {
  readonly limit: Limit
  readonly rule: Rule
  readonly events: readonly CaseEvent[]
  /** The minute from which each event has happened: a date has from its midnight, though not before what stands above it. */
  readonly minutes: readonly number[]
  /** What stood before each event, and after the last. */
  readonly before: readonly Before[]
  /** The clock starts at the receipt, because the first answer to it comes too late. */
  readonly isDeemed: boolean
}

/** What is possible at a place in the list. */
interface Before {
  readonly phase: Phase
  readonly allowed: readonly EventType[]
  readonly pauses: readonly string[]
  readonly stages: readonly string[]
}

export const unitOf = (limit: Limit) => Object.keys(limit)[0] as Unit
export const amountOf = (limit: Limit | undefined) => Object.values(limit ?? {})[0] as number
const limitOf = (unit: Unit, amount: number) => ({ [unit]: amount }) as unknown as Limit

/** A whole number that chooses among many. */
const choice = fc.nat({ max: 1_000_000 })
const chosen = <T>(items: readonly T[], which: number): T => items[which % items.length] as T

/** A limit of one of some units, or none. */
const drawnLimit = fc.record({ unit: choice, amount: choice, isGiven: fc.boolean() })
type DrawnLimit = { readonly unit: number; readonly amount: number; readonly isGiven: boolean }

function limitIn(units: readonly Unit[], { unit, amount }: DrawnLimit): Limit {
  const name = chosen(units, unit)
  return limitOf(name, amount % (MOST[name] + 1))
}

const withoutAbsent = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

/** What a rule is made of, in numbers: they are drawn alike for all units, which costs far less than an arbitrary for each. */
const drawnRule = fc.record({
  limit: drawnLimit,
  pausedDay: choice,
  measure: choice,
  isStaged: fc.boolean(),
  stageLimit: drawnLimit,
  starts: choice,
  stops: choice,
  correction: choice,
  extension: choice,
  isDeeming: fc.boolean(),
  statutory: drawnLimit,
  delivery: drawnLimit,
  warning: choice,
  preset: fc.constantFrom(...Object.values(conventions)),
})
type DrawnRule = typeof drawnRule extends fc.Arbitrary<infer T> ? T : never

/** A rule for a limit; its other limits are such as the same events can be judged by. */
function ruleOf(limit: Limit, drawn: DrawnRule): Rule {
  const unit = unitOf(limit)
  const isTime = TIME.includes(unit)
  const isDates = unit === 'calendarDays' || unit === 'months' || unit === 'years'
  const pausedDay = chosen<Convention['pausedDay']>(isDates ? ['after-pause-day'] : ['after-pause-day', 'any-part', 'whole-day'], drawn.pausedDay)
  const days: readonly Unit[] = pausedDay === 'after-pause-day' ? ['workingDays', 'calendarDays', 'months'] : ['workingDays']
  const other = (of: DrawnLimit) => (of.isGiven ? limitIn(isTime ? TIME : days, of) : undefined)
  const measure = chosen<Version['measure']>(isTime ? ['span', 'union', 'sum'] : ['span', 'union'], drawn.measure)
  const stageLimit = other(drawn.stageLimit)
  const isWithStages = drawn.isStaged || measure !== 'span'
  const times = chosen([undefined, 1, 2], drawn.extension)
  const version = withoutAbsent({
    measure,
    starts: chosen<Version['starts']>(['accepted', 'accepted', 'received'], drawn.starts),
    stops: chosen<Version['stops']>(['completed', 'completed', 'delivered'], drawn.stops),
    correction: chosen([undefined, 'pause', 'restart'] as const, drawn.correction),
    extension: times === undefined ? undefined : { by: limitOf(unit, 3), times },
    deemedAcceptance: drawn.isDeeming ? { workingDays: 2 } : undefined,
    statutory: other(drawn.statutory),
    delivery: other(drawn.delivery),
    warning: chosen([undefined, { share: 0.5 }, limitOf(isDates ? 'calendarDays' : unit, 3)], drawn.warning),
    stages: isWithStages ? { a: { titles, ...(stageLimit && { limit: stageLimit }) }, b: { titles } } : undefined,
  })
  return { ...version, convention: { ...drawn.preset, pausedDay } }
}

interface Move {
  readonly choice: number
  readonly wait: Wait
  readonly isDate: boolean
  readonly amount: number
}

const move: fc.Arbitrary<Move> = fc.record({
  choice: fc.nat({ max: 1_000 }),
  wait,
  isDate: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  amount: fc.nat({ max: 4 }),
})

/** A case on its way. */
interface Walk {
  readonly possible: Possible
  readonly phase: Phase
  readonly pauses: readonly string[]
  readonly stages: readonly string[]
  readonly isCorrecting: boolean
  readonly minute: number
}

/** Whether each condition of the machine holds, told from what was generated and not from what the library made of it. */
const HOLDS: Readonly<Record<Condition, (walk: Walk) => boolean>> = {
  'starts-at-receipt': ({ possible: { rule, isDeemed } }) => rule.starts === 'received' || isDeemed,
  'starts-at-acceptance': ({ possible: { rule } }) => rule.starts === 'accepted',
  'stops-at-delivery': ({ possible: { rule } }) => rule.stops === 'delivered',
  'has-stages': ({ possible: { rule } }) => rule.stages !== undefined,
  'is-measured-by-stages': ({ possible: { rule } }) => rule.stages !== undefined && rule.measure !== 'span',
  corrects: ({ possible: { rule }, isCorrecting }) => rule.correction !== undefined && !isCorrecting,
  extends: ({ possible: { rule } }) => rule.extension !== undefined,
  'is-paused': ({ pauses }) => pauses.length > 0,
  'is-correcting': ({ isCorrecting }) => isCorrecting,
  'is-accepted': ({ possible: { events, isDeemed } }) =>
    (isDeemed && events[0]?.type === 'received') || events.some(({ type }) => type === 'accepted'),
  'is-not-accepted': ({ possible: { events } }) => !events.some(({ type }) => type === 'accepted'),
  'is-deemed-accepted': ({ possible: { events, isDeemed }, isCorrecting }) => isDeemed && events[0]?.type === 'received' && !isCorrecting,
}

/** What may be done with names of which some are taken, where a type takes a name. */
const NAMES: Readonly<Partial<Record<EventType, (walk: Walk) => readonly string[]>>> = {
  paused: ({ pauses }) => CAUSES.filter((cause) => !pauses.includes(cause)),
  resumed: ({ pauses }) => pauses,
  'stage-started': ({ stages }) => STAGES.filter((stage) => !stages.includes(stage)),
  'stage-finished': ({ stages }) => stages,
}

const holdsIn = (walk: Walk) => (condition: Condition) => HOLDS[condition](walk)

/** No more than the handing over can follow. */
const isEnd = (phase: Phase) => Object.keys(MACHINE[phase]).every((type) => type === 'delivered')

/** The events that can come next, with each name that they can have; those that end the case, or the others. */
function nextIn(walk: Walk, isEnding: boolean): readonly (readonly [EventType, string])[] {
  return possibleIn(walk.phase, holdsIn(walk))
    .filter((type) => isEnd(phaseAfter(walk.phase, type, holdsIn(walk)) as Phase) === isEnding)
    .flatMap((type) => (NAMES[type]?.(walk) ?? ['']).map((name) => [type, name] as const))
}

/** A receipt is answered at once, or, where it is to count as accepted, not for weeks. */
function momentAfter({ phase, possible, minute }: Walk, { wait }: Move): number {
  const { rule, events, isDeemed } = possible
  const last = events.at(-1)?.type
  if (rule.deemedAcceptance === undefined || rule.starts === 'received') return after(minute, wait)
  if (isDeemed) return after(last === 'received' ? minute + 20 * DAY : minute, wait)
  if (phase !== 'received') return after(minute, wait)
  return minute + (wait.minutes % (last === 'received' ? 600 : 60))
}

function take(walk: Walk, move: Move, isEnding: boolean): Walk {
  const choices = nextIn(walk, isEnding)
  const chosen = choices[move.choice % choices.length]
  if (!chosen) return walk
  const [type, name] = chosen
  const { possible } = walk
  const minute = momentAfter(walk, move)
  const isDate = move.isDate && !TIME.includes(unitOf(possible.limit))
  const from = isDate ? Math.max(possible.minutes.at(-1) ?? 0, Math.floor(minute / DAY) * DAY) : minute
  const event = eventOf(type, { name, at: isDate ? iso(minute).slice(0, 10) : iso(minute), by: limitOf(unitOf(possible.limit), move.amount) })
  const stepped: Walk = {
    ...walk,
    phase: phaseAfter(walk.phase, type, holdsIn(walk)) as Phase,
    pauses: type === 'paused' ? [...walk.pauses, name] : walk.pauses.filter((cause) => type !== 'resumed' || cause !== name),
    stages: type === 'stage-started' ? [...walk.stages, name] : walk.stages.filter((stage) => type !== 'stage-finished' || stage !== name),
    isCorrecting: type === 'corrected' ? false : walk.isCorrecting || (type === 'correction-requested' && walk.phase === 'running'),
    minute,
    possible: { ...possible, events: [...possible.events, event], minutes: [...possible.minutes, from] },
  }
  return { ...stepped, possible: { ...stepped.possible, before: [...possible.before, beforeOf(stepped)] } }
}

function beforeOf(walk: Walk): Before {
  return { phase: walk.phase, allowed: possibleIn(walk.phase, holdsIn(walk)), pauses: walk.pauses, stages: walk.stages }
}

interface Told {
  readonly name: string
  readonly at: string
  readonly by: Limit
}

function eventOf(type: EventType, { name, at, by }: Told): CaseEvent {
  return type === 'extended' ? { type, at, by } : named(type, at, name)
}

/** An event with a stage or a cause. */
export function named(type: EventType, at: string, name: string): CaseEvent {
  const key = type.startsWith('stage-') ? 'stage' : 'cause'
  return { type, at, ...(name !== '' && { [key]: name }) } as CaseEvent
}

/** Cases that are possible under rules of the given units: some events that do not end them, then perhaps an end and the handing over. */
export function possibleCases(units: readonly Unit[] = UNITS): fc.Arbitrary<Possible> {
  return fc
    .record({
      drawn: drawnRule,
      start: fc.constantFrom(...STARTS),
      moves: fc.array(move, { minLength: 1, maxLength: 9 }),
      ends: fc.array(move, { maxLength: 2 }),
      isSlow: fc.boolean(),
    })
    .map(({ drawn, start, moves, ends, isSlow }) => {
      const limit = limitIn(units, drawn.limit)
      const rule = ruleOf(limit, drawn)
      const isDeemed = isSlow && rule.deemedAcceptance !== undefined && rule.starts === 'accepted'
      const possible: Possible = { limit, rule, events: [], minutes: [], before: [], isDeemed }
      const fresh: Walk = { possible, phase: 'new', pauses: [], stages: [], isCorrecting: false, minute: start }
      const begun: Walk = { ...fresh, possible: { ...possible, before: [beforeOf(fresh)] } }
      const gone = moves.reduce((walk, move) => take(walk, move, false), begun)
      return ends.reduce((walk, move) => take(walk, move, true), gone).possible
    })
}
