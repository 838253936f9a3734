import { formatMoment, momentOf } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail } from '../errors.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import type { AnyEvent, EventType } from './file.js'

/** An event with its moment and its place in the list. */
export interface Happening extends Omit<AnyEvent, 'at'> {
  readonly index: number
  readonly moment: Moment
}

/** A stretch of a case that has begun and may have ended. */
export interface Stretch {
  readonly name: string
  readonly from: Moment
  readonly to?: Moment
}

/** Where a case stands: nothing yet, papers taken in, the clock at work, or one of the ends; `returned` is withdrawn with the papers given back. */
export type Phase = 'new' | 'received' | 'running' | 'completed' | 'delivered' | 'withdrawn' | 'returned'

/** What the events of a case amount to. */
export interface Course {
  readonly phase: Phase
  /** The case was decided or withdrawn while a pause was open. */
  readonly wasPausedAtEnd: boolean
  /** The first moment of each type of event. */
  readonly first: ReadonlyMap<EventType, Moment>
  readonly pauses: readonly Stretch[]
  readonly stages: readonly Stretch[]
}

/** A pause without a cause has this name. */
const NO_CAUSE = ''

/** Which events may come in each phase, for a rule whose clock starts at acceptance and stops at completion. */
const ALLOWED: Readonly<Record<Phase, readonly EventType[]>> = {
  new: ['received', 'accepted'],
  received: ['accepted', 'withdrawn'],
  running: ['paused', 'resumed', 'stage-started', 'stage-finished', 'completed', 'withdrawn'],
  completed: ['delivered'],
  delivered: [],
  withdrawn: ['delivered'],
  returned: [],
}

type MutableStretch = { name: string; from: Moment; to?: Moment }

interface Walk {
  phase: Phase
  wasPausedAtEnd: boolean
  readonly version: Version
  last?: EventType
  readonly first: Map<EventType, Moment>
  readonly pauses: MutableStretch[]
  readonly stages: MutableStretch[]
  readonly openPauses: Map<string, MutableStretch>
  readonly openStages: Map<string, MutableStretch>
}

/** What each event changes; the order rules have been checked before. */
const STEPS: Readonly<Record<EventType, (walk: Walk, event: Happening) => void>> = {
  received: (walk) => {
    walk.phase = walk.version.starts === 'received' ? 'running' : 'received'
  },
  accepted: (walk) => {
    walk.phase = 'running'
  },
  paused: (walk, { index, moment, cause = NO_CAUSE }) => {
    if (walk.openPauses.has(cause)) fail('pause-open', { index, cause }, { path: `events[${index}]` })
    begin(walk.pauses, walk.openPauses, cause, moment)
  },
  resumed: (walk, event) => {
    finish(walk.openPauses, pauseToEnd(walk, event), event.moment)
  },
  'stage-started': (walk, { index, moment, stage = '' }) => {
    walk.phase = 'running'
    if (walk.openStages.has(stage)) fail('stage-order', { index, stage, state: 'open' }, { path: `events[${index}]` })
    begin(walk.stages, walk.openStages, stage, moment)
  },
  'stage-finished': (walk, { index, moment, stage = '' }) => {
    if (!walk.openStages.has(stage)) fail('stage-order', { index, stage, state: 'not-open' }, { path: `events[${index}]` })
    finish(walk.openStages, stage, moment)
  },
  completed: (walk, { moment }) => end(walk, 'completed', moment),
  delivered: (walk, { moment }) => end(walk, walk.phase === 'withdrawn' ? 'returned' : 'delivered', moment),
  withdrawn: (walk, { moment }) => end(walk, 'withdrawn', moment),
}

/**
 * Reads the moments of the events, each no earlier than the one before.
 *
 * Throws: `event-out-of-order`, `instant-invalid`, `date-invalid`.
 */
export function happeningsOf(table: SessionTable, events: readonly AnyEvent[]): readonly Happening[] {
  let previous: Moment | undefined
  return events.map(({ at, ...event }, index) => {
    const path = `events[${index}].at`
    const recorded = momentOf(table, at, path)
    const moment = previous ? after(table, previous, recorded, index) : recorded
    previous = moment
    return { ...event, index, moment }
  })
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
 * Walks the events of a case.
 *
 * Throws: `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`, `stage-order`.
 */
export function courseOf(happenings: readonly Happening[], version: Version): Course {
  const walk: Walk = {
    phase: 'new',
    wasPausedAtEnd: false,
    version,
    first: new Map(),
    pauses: [],
    stages: [],
    openPauses: new Map(),
    openStages: new Map(),
  }
  for (const event of happenings) {
    const allowed = allowedIn(walk)
    if (!allowed.includes(event.type)) refuse(event, walk, allowed)
    if (STAGE_EVENTS.includes(event.type)) assertStage(event, version)
    STEPS[event.type](walk, event)
    walk.last = event.type
    if (!walk.first.has(event.type)) walk.first.set(event.type, event.moment)
  }
  return walk
}

/** What may come next: the table above, less what this rule or this moment has no use for, and more where a rule starts or stops elsewhere. */
function allowedIn({ phase, version, first, openPauses }: Walk): readonly EventType[] {
  const allowed = new Set(ALLOWED[phase])
  if (phase === 'new' && version.starts === 'received') allowed.delete('accepted')
  if (phase === 'running' && openPauses.size === 0) allowed.delete('resumed')
  if (phase === 'running' && version.stops === 'delivered') allowed.add('delivered')
  if (phase === 'running' && !first.has('accepted') && (version.starts === 'received' || version.stages)) allowed.add('accepted')
  if (version.stages && (phase === 'new' || phase === 'received')) allowed.add('stage-started')
  if (!version.stages) for (const type of STAGE_EVENTS) allowed.delete(type)
  return [...allowed]
}

const STAGE_EVENTS: readonly EventType[] = ['stage-started', 'stage-finished']

function refuse({ index, type }: Happening, { last, version }: Walk, allowed: readonly EventType[]): never {
  return fail('event-not-allowed', { index, type, after: last ?? '', starts: version.starts, allowed }, { path: `events[${index}].type` })
}

function assertStage({ index, stage }: Happening, version: Version): void {
  const allowed = Object.keys(version.stages ?? {})
  if (stage === undefined || !allowed.includes(stage))
    fail('stage-unknown', { index, found: stage ?? '', allowed }, { path: `events[${index}].stage` })
}

function begin(stretches: MutableStretch[], open: Map<string, MutableStretch>, name: string, from: Moment): void {
  const stretch = { name, from }
  stretches.push(stretch)
  open.set(name, stretch)
}

function finish(open: Map<string, MutableStretch>, name: string, to: Moment): void {
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

/** The end of a case ends whatever is still open. */
function end(walk: Walk, phase: Phase, moment: Moment): void {
  walk.phase = phase
  walk.wasPausedAtEnd ||= walk.openPauses.size > 0
  for (const open of [walk.openPauses, walk.openStages]) for (const name of [...open.keys()]) finish(open, name, moment)
}
