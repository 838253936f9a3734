import { formatMoment, momentIn, momentOf } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail } from '../errors.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import { type Amount, amountOf, type Limit } from '../time/limit.js'
import { type AnyEvent, EVENT_TYPES, type EventType } from './file.js'
import { type Condition, type Phase, phaseAfter, possibleIn } from './machine.js'

/** An event with its moment and its place in the list. */
export interface Happening extends Omit<AnyEvent, 'at'> {
  readonly index: number
  readonly moment: Moment
}

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

/** The first moment of each type of event that there is. */
export type Firsts = { readonly [T in EventType]: Moment | undefined }

/** What the events of a case amount to. */
export interface Course {
  readonly phase: Phase
  /** The case was decided or withdrawn while a pause was open. */
  readonly wasPausedAtEnd: boolean
  readonly first: Firsts
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

interface Walk extends Mutable<Pick<Course, 'phase' | 'wasPausedAtEnd'>> {
  readonly version: Version
  readonly deemed: Moment | undefined
  last: EventType | undefined
  readonly first: Mutable<Firsts>
  readonly pauses: Mutable<Stretch>[]
  readonly stages: Mutable<Stretch>[]
  readonly corrections: Mutable<Correction>[]
  readonly extensions: Extension[]
  openCorrection: { readonly correction: Mutable<Correction>; readonly pause: Mutable<Stretch> } | undefined
  readonly openPauses: Map<string, Mutable<Stretch>>
  readonly openStages: Map<string, Mutable<Stretch>>
}

/** Whether each condition of the machine holds. */
const CONDITIONS: Readonly<Record<Condition, (walk: Walk) => boolean>> = {
  'starts-at-receipt': ({ version, deemed }) => version.starts === 'received' || deemed !== undefined,
  'starts-at-acceptance': ({ version }) => version.starts === 'accepted',
  'stops-at-delivery': ({ version }) => version.stops === 'delivered',
  'has-stages': ({ version }) => version.stages !== undefined,
  corrects: ({ version, openCorrection }) => version.correction !== undefined && openCorrection === undefined,
  extends: ({ version }) => version.extension !== undefined,
  'is-paused': ({ openPauses }) => openPauses.size > 0,
  'is-correcting': ({ openCorrection }) => openCorrection !== undefined,
  'is-accepted': ({ first }) => first.accepted !== undefined,
  'is-not-accepted': ({ first }) => first.accepted === undefined,
}

/** What events change besides the phase; the order rules have been checked before. */
const STEPS: { readonly [T in EventType]?: (walk: Walk, event: Happening) => void } = {
  paused: (walk, { index, moment, cause = NO_CAUSE }) => {
    if (walk.openPauses.has(cause)) fail('pause-open', { index, cause }, { path: `events[${index}]` })
    begin(walk.pauses, walk.openPauses, cause, moment)
  },
  resumed: (walk, event) => finish(walk.openPauses, pauseToEnd(walk, event), event.moment),
  'correction-requested': (walk, { index, moment }) => {
    if (walk.phase !== 'running') return
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
    if (walk.openStages.has(stage)) fail('stage-order', { index, stage, state: 'open' }, { path: `events[${index}]` })
    begin(walk.stages, walk.openStages, stage, moment)
  },
  'stage-finished': (walk, { index, moment, stage = '' }) => {
    if (!walk.openStages.has(stage)) fail('stage-order', { index, stage, state: 'not-open' }, { path: `events[${index}]` })
    finish(walk.openStages, stage, moment)
  },
  completed: end,
  rejected: end,
  withdrawn: end,
  revoked: end,
  delivered: end,
}

/**
 * Reads the moments of the events, each no earlier than the one before.
 *
 * Throws: `event-out-of-order`, `instant-invalid`, `date-invalid`.
 */
export function happeningsOf(table: SessionTable, events: readonly AnyEvent[]): readonly Happening[] {
  const happenings: Happening[] = []
  for (const event of events) happenings.push(happeningOf(table, event, happenings))
  return happenings
}

function happeningOf(table: SessionTable, { type, at, cause, stage, by, reason }: AnyEvent, before: readonly Happening[]): Happening {
  const index = before.length
  const recorded = momentIn(table, at) ?? momentOf(table, at, `events[${index}].at`)
  const previous = before[index - 1]
  return { type, index, moment: previous ? after(table, previous.moment, recorded, index) : recorded, cause, stage, by, reason }
}

/** Moments of which one is only a date compare by date; such a date then stands at the earliest instant that keeps the order. */
function after(table: SessionTable, previous: Moment, next: Moment, index: number): Moment {
  const isByDate = previous.isDateOnly || next.isDateOnly
  const isBefore = isByDate ? next.day < previous.day : next.instant < previous.instant
  if (isBefore) {
    fail('event-out-of-order', { index, at: formatMoment(table, next), previous: formatMoment(table, previous) }, { path: `events[${index}].at` })
  }
  return next.instant < previous.instant ? { ...next, instant: previous.instant } : next
}

/**
 * Walks the events of a case; of one that is deemed accepted, the clock has run since its receipt.
 *
 * Throws: `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`, `stage-order`, `cause-unknown`, and the codes of an amount.
 */
export function courseOf(happenings: readonly Happening[], version: Version, deemed?: Moment): Course {
  const walk: Walk = {
    phase: 'new',
    wasPausedAtEnd: false,
    version,
    deemed,
    last: undefined,
    first: { ...NOTHING_YET },
    pauses: [],
    stages: [],
    corrections: [],
    extensions: [],
    openCorrection: undefined,
    openPauses: new Map(),
    openStages: new Map(),
  }
  const holds = (condition: Condition) => CONDITIONS[condition](walk)
  for (const event of happenings) {
    const { type, moment, cause } = event
    const phase = phaseAfter(walk.phase, type, holds) ?? refuse(event, walk, possibleIn(walk.phase, holds))
    if (type === 'stage-started' || type === 'stage-finished') assertStage(event, version)
    if (cause !== undefined) assertCause(event, cause, version)
    STEPS[type]?.(walk, event)
    walk.phase = phase
    walk.last = type
    walk.first[type] ??= moment
  }
  return walk
}

/** The first moments of a case to which nothing has happened. */
export const NOTHING_YET = Object.fromEntries(EVENT_TYPES.map((type) => [type, undefined])) as Firsts

function refuse({ index, type }: Happening, { last, version }: Walk, allowed: readonly EventType[]): never {
  return fail('event-not-allowed', { index, type, after: last ?? '', starts: version.starts, allowed }, { path: `events[${index}].type` })
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

function begin(stretches: Mutable<Stretch>[], open: Map<string, Mutable<Stretch>>, name: string, from: Moment): void {
  const stretch = { name, from, to: undefined }
  stretches.push(stretch)
  open.set(name, stretch)
}

function finish(open: Map<string, Mutable<Stretch>>, name: string, to: Moment): void {
  const stretch = open.get(name)
  if (stretch) stretch.to = to
  open.delete(name)
}

/** `resumed` closes the pause of its cause; without one, the only pause that is open. */
function pauseToEnd({ openPauses }: Walk, { index, cause }: Happening): string {
  const open = [...openPauses.keys()]
  const isClear = cause === undefined ? open.length === 1 : openPauses.has(cause)
  return isClear ? (cause ?? (open[0] as string)) : fail('pause-unclear', { index, cause, open }, { path: `events[${index}].cause` })
}

/** The end of a case ends whatever is still open; a correction that was never made is a pause until then. */
function end(walk: Walk, { moment }: Happening): void {
  walk.wasPausedAtEnd ||= walk.openPauses.size > 0 || walk.openCorrection !== undefined
  if (walk.openCorrection) walk.openCorrection.pause.to = moment
  for (const open of [walk.openPauses, walk.openStages]) for (const name of [...open.keys()]) finish(open, name, moment)
}
