import { fail } from '../errors.js'
import { CAUSE_UNKNOWN, PAUSE_OPEN, PAUSE_UNCLEAR, STAGE_ORDER, STAGE_UNKNOWN } from '../messages/case.js'
import { UNIT_UNKNOWN } from '../messages/time.js'
import type { Version } from '../policy/policy.js'
import { grown } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import { amountOf, type Limit } from '../time/limit.js'
import type { Mutable } from '../time/mutable.js'
import { CORRECTION, type Correction, type Course, type Extension, type Milestones, type Stretch } from './course.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import type { Condition, Phase } from './machine.js'
import { begin, finish, finishAll, isAnyOpen, isOpenAs, namesOpen, type Open } from './open.js'

/** A pause without a cause has this name. */
const NO_CAUSE = ''

/** Where a walk may stand: a phase of the machine, with what each event that may be possible there leads to. */
export interface Place {
  readonly phase: Phase
  /** By the kind of the event. */
  readonly arrows: readonly (readonly Arrow[] | undefined)[]
}

export interface Arrow {
  readonly to: Place
  readonly holds: ((walk: Walk) => boolean) | undefined
  readonly step: Step
}

export interface Walk extends Mutable<Pick<Course, 'wasPausedAtEnd'>> {
  place: Place
  readonly version: Version
  /** Whether the case is one of the version, and not outside all of them. */
  readonly isBound: boolean
  readonly deemed: Moment | undefined
  last: EventType | undefined
  readonly at: Mutable<Milestones>
  pauses: Stretch[]
  stages: Stretch[]
  corrections: Mutable<Correction>[]
  extensions: Extension[]
  lateRequests: number[]
  /** A correction that is awaited; one that was asked for too late pauses nothing. */
  openCorrection: { readonly correction: Mutable<Correction>; readonly pause: Mutable<Stretch> | undefined } | undefined
  readonly openPauses: Open
  readonly openStages: Open
}

/** Whether each condition of the machine holds. */
export const CONDITIONS: Readonly<Record<Condition, (walk: Walk) => boolean>> = {
  'starts-at-receipt': ({ version, deemed }) => version.starts === 'received' || deemed !== undefined,
  'starts-at-acceptance': ({ version }) => version.starts === 'accepted',
  'stops-at-delivery': ({ version }) => version.stops === 'delivered',
  'has-stages': ({ version, isBound }) => version.stages !== undefined || !isBound,
  'is-measured-by-stages': ({ version }) => version.stages !== undefined && version.measure !== 'span',
  corrects: ({ version, isBound, openCorrection }) => (version.correction !== undefined || !isBound) && openCorrection === undefined,
  extends: ({ version, isBound }) => version.extension !== undefined || !isBound,
  'is-paused': ({ openPauses }) => isAnyOpen(openPauses),
  'is-correcting': ({ openCorrection }) => openCorrection !== undefined,
  'is-accepted': ({ at, deemed }) => at.accepted !== undefined || deemed !== undefined,
  'is-not-accepted': ({ at }) => at.accepted === undefined,
  'is-deemed-accepted': ({ deemed, openCorrection }) => deemed !== undefined && openCorrection === undefined,
}

type Step = (walk: Walk, event: Happening) => void

/** What events change besides the phase; the order rules have been checked before. */
export const STEPS: Readonly<Record<EventType, Step>> = {
  received: ({ at }, event) => {
    at.received = event
  },
  accepted: ({ at }, event) => {
    at.accepted = event
  },
  paused: (walk, event) => {
    assertCause(event, walk)
    const { index, told } = event
    const { cause = NO_CAUSE } = told
    if (isOpenAs(walk.openPauses, cause)) fail(PAUSE_OPEN, { index, cause }, { path: `events[${index}]` })
    walk.pauses = grown(walk.pauses, begin(walk.openPauses, cause, event))
  },
  resumed: (walk, event) => {
    assertCause(event, walk)
    finish(walk.openPauses, pauseToEnd(walk, event), event)
  },
  'correction-requested': (walk, event) => {
    if (walk.place.phase !== 'running') return
    const correction: Mutable<Correction> = { index: event.index, asked: event }
    if (walk.version.correction === undefined && walk.isBound) {
      walk.lateRequests = grown(walk.lateRequests, event.index)
      walk.openCorrection = { correction, pause: undefined }
      return
    }
    const pause: Mutable<Stretch> = { name: CORRECTION, from: event, to: undefined }
    walk.corrections = grown(walk.corrections, correction)
    walk.pauses = grown(walk.pauses, pause)
    walk.openCorrection = { correction, pause }
  },
  corrected: (walk, event) => {
    if (!walk.openCorrection) return
    walk.openCorrection.correction.corrected = event
    if (walk.openCorrection.pause) walk.openCorrection.pause.to = event
    walk.openCorrection = undefined
  },
  extended: (walk, event) => {
    const { index, told } = event
    const { by, reason } = told
    const path = `events[${index}].by`
    const amount = amountOf(by as Limit, 'unsigned', path)
    const allowed = Object.keys(walk.version.extension?.by ?? {})
    if (walk.isBound && !allowed.includes(amount.unit)) fail(UNIT_UNKNOWN, { found: amount.unit, allowed }, { path })
    walk.extensions = grown(walk.extensions, { index, at: event, by: amount, ...(reason !== undefined && { reason }) })
  },
  'stage-started': (walk, event) => {
    const { index } = event
    const stage = stageOf(event, walk)
    if (isOpenAs(walk.openStages, stage)) fail(STAGE_ORDER, { index, stage, state: 'open' }, { path: `events[${index}]` })
    walk.stages = grown(walk.stages, begin(walk.openStages, stage, event))
  },
  'stage-finished': (walk, event) => {
    const { index } = event
    const stage = stageOf(event, walk)
    if (!isOpenAs(walk.openStages, stage)) fail(STAGE_ORDER, { index, stage, state: 'not-open' }, { path: `events[${index}]` })
    finish(walk.openStages, stage, event)
  },
  completed: (walk, event) => {
    walk.at.completed = event
    end(walk, event)
  },
  rejected: close,
  withdrawn: close,
  revoked: close,
  delivered: (walk, event) => {
    walk.at.delivered = event
    end(walk, event)
  },
}

/** The stage of an event, which must be one of the rule. */
function stageOf({ index, told: { stage } }: Happening, { version: { stages = {} }, isBound }: Walk): string {
  if (stage !== undefined && (Object.hasOwn(stages, stage) || !isBound)) return stage
  return fail(STAGE_UNKNOWN, { index, found: stage ?? '', allowed: Object.keys(stages) }, { path: `events[${index}].stage` })
}

/** Where a version declares causes, a pause has one of them or none; elsewhere any text is let be. */
function assertCause({ index, told: { cause } }: Happening, { version: { causes }, isBound }: Walk): void {
  if (cause !== undefined && causes && isBound && !Object.hasOwn(causes, cause)) refuseCause(index, cause, causes)
}

function refuseCause(index: number, cause: string, causes: NonNullable<Version['causes']>): never {
  return fail(CAUSE_UNKNOWN, { index, found: cause, allowed: Object.keys(causes) }, { path: `events[${index}].cause` })
}

/** `resumed` closes the pause of its cause; without one, the only pause that is open. */
function pauseToEnd({ openPauses }: Walk, { index, told: { cause } }: Happening): string {
  return cause !== undefined && isOpenAs(openPauses, cause) ? cause : onlyPause(openPauses, index, cause)
}

function onlyPause(openPauses: Open, index: number, cause: string | undefined): string {
  const open = namesOpen(openPauses)
  const isClear = cause === undefined && open.length === 1
  return isClear ? (open[0] as string) : fail(PAUSE_UNCLEAR, { index, cause, open }, { path: `events[${index}].cause` })
}

function close(walk: Walk, event: Happening): void {
  walk.at.closed = event
  end(walk, event)
}

/** The end of a case ends whatever is still open; a correction that was never made is a pause until then. */
function end(walk: Walk, event: Happening): void {
  const pause = walk.openCorrection?.pause
  walk.wasPausedAtEnd ||= isAnyOpen(walk.openPauses) || pause !== undefined
  if (pause) pause.to = event
  finishAll(walk.openPauses, event)
  finishAll(walk.openStages, event)
}
