import { fail } from '../errors.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import { type Amount, amountOf, type Limit } from '../time/limit.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import { type Condition, MACHINE, type Phase, possibleIn, type Transition } from './machine.js'

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
  /** The receipt at which the clock started because nobody answered it in time. */
  readonly deemed: Moment | undefined
}

/** A pause without a cause has this name. */
const NO_CAUSE = ''

/** A correction that stops the clock is among the pauses by this name. */
export const CORRECTION = 'correction-requested'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface Walk extends Mutable<Pick<Course, 'wasPausedAtEnd'>> {
  place: Place
  readonly version: Version
  readonly deemed: Moment | undefined
  last: EventType | undefined
  readonly at: Mutable<Milestones>
  readonly pauses: Mutable<Stretch>[]
  readonly stages: Mutable<Stretch>[]
  readonly corrections: Mutable<Correction>[]
  readonly extensions: Extension[]
  openCorrection: { readonly correction: Mutable<Correction>; readonly pause: Mutable<Stretch> } | undefined
  /** What is open, by name; made when there is something, because most cases have neither. */
  openPauses: Open | undefined
  openStages: Open | undefined
}

type Open = Map<string, Mutable<Stretch>>

/** Whether each condition of the machine holds. */
const CONDITIONS: Readonly<Record<Condition, (walk: Walk) => boolean>> = {
  'starts-at-receipt': ({ version, deemed }) => version.starts === 'received' || deemed !== undefined,
  'starts-at-acceptance': ({ version }) => version.starts === 'accepted',
  'stops-at-delivery': ({ version }) => version.stops === 'delivered',
  'has-stages': ({ version }) => version.stages !== undefined,
  corrects: ({ version, openCorrection }) => version.correction !== undefined && openCorrection === undefined,
  extends: ({ version }) => version.extension !== undefined,
  'is-paused': ({ openPauses }) => isAny(openPauses),
  'is-correcting': ({ openCorrection }) => openCorrection !== undefined,
  'is-accepted': ({ at }) => at.accepted !== undefined,
  'is-not-accepted': ({ at }) => at.accepted === undefined,
}

type Step = (walk: Walk, event: Happening) => void

/** What events change besides the phase; the order rules have been checked before. */
const STEPS: Readonly<Record<EventType, Step>> = {
  received: ({ at }, { moment }) => {
    at.received = moment
  },
  accepted: ({ at }, { moment }) => {
    at.accepted = moment
  },
  paused: (walk, { index, moment, cause = NO_CAUSE }) => {
    walk.openPauses ??= new Map()
    if (walk.openPauses.has(cause)) fail('pause-open', { index, cause }, { path: `events[${index}]` })
    begin(walk.pauses, walk.openPauses, cause, moment)
  },
  resumed: (walk, event) => finish(walk.openPauses, pauseToEnd(walk, event), event.moment),
  'correction-requested': (walk, { index, moment }) => {
    if (walk.place.phase !== 'running') return
    const [correction, pause] = [
      { index, asked: moment },
      { name: CORRECTION, from: moment, to: undefined },
    ]
    walk.corrections.push(correction)
    walk.pauses.push(pause)
    walk.openCorrection = { correction, pause }
  },
  corrected: (walk, { moment }) => {
    if (!walk.openCorrection) return
    walk.openCorrection.correction.corrected = moment
    walk.openCorrection.pause.to = moment
    walk.openCorrection = undefined
  },
  extended: ({ extensions, version }, { index, moment, by, reason }) => {
    const path = `events[${index}].by`
    const amount = amountOf(by as Limit, 'unsigned', path)
    const allowed = Object.keys(version.extension?.by ?? {})
    if (!allowed.includes(amount.unit)) fail('unit-unknown', { found: amount.unit, allowed }, { path })
    extensions.push({ index, at: moment, by: amount, ...(reason !== undefined && { reason }) })
  },
  'stage-started': (walk, { index, moment, stage = '' }) => {
    walk.openStages ??= new Map()
    if (walk.openStages.has(stage)) fail('stage-order', { index, stage, state: 'open' }, { path: `events[${index}]` })
    begin(walk.stages, walk.openStages, stage, moment)
  },
  'stage-finished': (walk, { index, moment, stage = '' }) => {
    if (!walk.openStages?.has(stage)) fail('stage-order', { index, stage, state: 'not-open' }, { path: `events[${index}]` })
    finish(walk.openStages, stage, moment)
  },
  completed: (walk, event) => {
    walk.at.completed = event.moment
    end(walk, event)
  },
  rejected: close,
  withdrawn: close,
  revoked: close,
  delivered: (walk, event) => {
    walk.at.delivered = event.moment
    end(walk, event)
  },
}

/** Where a walk may stand: a phase of the machine, with what each event that may be possible there leads to. */
interface Place {
  readonly phase: Phase
  readonly arrows: ReadonlyMap<EventType, readonly Arrow[]>
}

interface Arrow {
  readonly to: Place
  readonly holds: ((walk: Walk) => boolean) | undefined
  readonly step: Step
}

/** The machine with its names resolved, so that a walk looks up one thing at each event. */
const PLACES = /* @__PURE__ */ placesOf()

function placesOf(): Readonly<Record<Phase, Place>> {
  const places = {} as Record<Phase, Place & { readonly arrows: Map<EventType, readonly Arrow[]> }>
  const phases = Object.keys(MACHINE) as Phase[]
  for (const phase of phases) places[phase] = { phase, arrows: new Map() }
  for (const phase of phases) {
    for (const [type, transitions] of Object.entries(MACHINE[phase]) as [EventType, readonly Transition[]][]) {
      const arrowOf = ({ to, if: condition }: Transition) => ({ to: places[to], holds: condition && CONDITIONS[condition], step: STEPS[type] })
      places[phase].arrows.set(type, transitions.map(arrowOf))
    }
  }
  return places
}

function arrowFrom(walk: Walk, type: EventType): Arrow | undefined {
  const arrows = walk.place.arrows.get(type)
  if (arrows) for (const arrow of arrows) if (arrow.holds === undefined || arrow.holds(walk)) return arrow
  return undefined
}

/**
 * Walks the events of a case; of one that is deemed accepted, the clock has run since its receipt.
 *
 * Throws: `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`, `stage-order`, `cause-unknown`, and the codes of an amount.
 */
export function courseOf(happenings: readonly Happening[], version: Version, deemed?: Moment): Course {
  const walk: Walk = {
    place: PLACES.new,
    wasPausedAtEnd: false,
    version,
    deemed,
    last: undefined,
    at: { ...NOTHING_YET },
    pauses: [],
    stages: [],
    corrections: [],
    extensions: [],
    openCorrection: undefined,
    openPauses: undefined,
    openStages: undefined,
  }
  for (const event of happenings) {
    const { type, cause } = event
    const arrow = arrowFrom(walk, type) ?? refuse(event, walk)
    if (type === 'stage-started' || type === 'stage-finished') assertStage(event, version)
    if (cause !== undefined) assertCause(event, cause, version)
    arrow.step(walk, event)
    walk.place = arrow.to
    walk.last = type
  }
  return walk
}

/** The milestones of a case to which nothing has happened. */
export const NOTHING_YET: Milestones = { received: undefined, accepted: undefined, completed: undefined, closed: undefined, delivered: undefined }

function refuse({ index, type }: Happening, walk: Walk): never {
  const allowed = possibleIn(walk.place.phase, (condition) => CONDITIONS[condition](walk))
  return fail('event-not-allowed', { index, type, after: walk.last ?? '', starts: walk.version.starts, allowed }, { path: `events[${index}].type` })
}

function assertStage({ index, stage }: Happening, version: Version): void {
  const stages = version.stages ?? {}
  if (stage !== undefined && Object.hasOwn(stages, stage)) return
  fail('stage-unknown', { index, found: stage ?? '', allowed: Object.keys(stages) }, { path: `events[${index}].stage` })
}

/** Where a version declares causes, a pause has one of them or none; elsewhere any text is let be. */
function assertCause({ index, type }: Happening, cause: string, { causes }: Version): void {
  if (!causes || !(type === 'paused' || type === 'resumed') || Object.hasOwn(causes, cause)) return
  fail('cause-unknown', { index, found: cause, allowed: Object.keys(causes) }, { path: `events[${index}].cause` })
}

function isAny(open: Open | undefined): boolean {
  return open !== undefined && open.size > 0
}

function begin(stretches: Mutable<Stretch>[], open: Open, name: string, from: Moment): void {
  const stretch = { name, from, to: undefined }
  stretches.push(stretch)
  open.set(name, stretch)
}

function finish(open: Open | undefined, name: string, to: Moment): void {
  const stretch = open?.get(name)
  if (stretch) stretch.to = to
  open?.delete(name)
}

/** `resumed` closes the pause of its cause; without one, the only pause that is open. */
function pauseToEnd({ openPauses = new Map() }: Walk, { index, cause }: Happening): string {
  if (cause !== undefined && openPauses.has(cause)) return cause
  const open = [...openPauses.keys()]
  const isClear = cause === undefined && open.length === 1
  return isClear ? (open[0] as string) : fail('pause-unclear', { index, cause, open }, { path: `events[${index}].cause` })
}

function close(walk: Walk, event: Happening): void {
  walk.at.closed = event.moment
  end(walk, event)
}

/** The end of a case ends whatever is still open; a correction that was never made is a pause until then. */
function end(walk: Walk, { moment }: Happening): void {
  walk.wasPausedAtEnd ||= isAny(walk.openPauses) || walk.openCorrection !== undefined
  if (walk.openCorrection) walk.openCorrection.pause.to = moment
  finishAll(walk.openPauses, moment)
  finishAll(walk.openStages, moment)
}

function finishAll(open: Open | undefined, to: Moment): void {
  if (!open) return
  for (const stretch of open.values()) stretch.to = to
  open.clear()
}
