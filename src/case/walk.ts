import { fail } from '../errors.js'
import { EVENT_NOT_ALLOWED } from '../messages/case.js'
import type { Version } from '../policy/policy.js'
import { NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import type { Course } from './course.js'
import { EVENT_TYPES, type EventType } from './file.js'
import type { Happening } from './happening.js'
import { MACHINE, type Phase, possibleIn, type Transition } from './machine.js'
import { nothingOpen } from './open.js'
import { type Arrow, CONDITIONS, type Place, STEPS, type Walk } from './steps.js'

/**
 * Walks the events of a case; of one that is deemed accepted, the clock has run since its receipt. A case that the version does not bind may have
 * any stages, causes, extensions and corrections.
 *
 * Throws: `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`, `stage-order`, `cause-unknown`, and the codes of an amount.
 */
export function courseOf(happenings: readonly Happening[], version: Version, isBound: boolean, deemed?: Moment): Course {
  const walk: Walk = {
    place: PLACES.new,
    wasPausedAtEnd: false,
    version,
    isBound,
    deemed,
    last: undefined,
    at: { received: undefined, accepted: undefined, completed: undefined, closed: undefined, delivered: undefined },
    pauses: NONE,
    stages: NONE,
    corrections: NONE,
    extensions: NONE,
    lateRequests: NONE,
    openCorrection: undefined,
    openPauses: nothingOpen(),
    openStages: nothingOpen(),
  }
  for (let i = 0; i < happenings.length; i++) {
    const event = happenings[i] as Happening
    const arrow = arrowFrom(walk, event.kind) ?? refuse(event, walk)
    arrow.step(walk, event)
    walk.place = arrow.to
    walk.last = event.type
  }
  return walk
}

/** The machine with its names resolved, so that a walk looks up one thing at each event. */
const PLACES = /* @__PURE__ */ placesOf()

function placesOf(): Readonly<Record<Phase, Place>> {
  const places = {} as Record<Phase, Place & { readonly arrows: (readonly Arrow[] | undefined)[] }>
  const phases = Object.keys(MACHINE) as Phase[]
  for (const phase of phases) places[phase] = { phase, arrows: EVENT_TYPES.map(() => undefined) }
  for (const phase of phases) {
    for (const [type, transitions] of Object.entries(MACHINE[phase]) as [EventType, readonly Transition[]][]) {
      const arrowOf = ({ to, if: condition }: Transition) => ({ to: places[to], holds: condition && CONDITIONS[condition], step: STEPS[type] })
      places[phase].arrows[EVENT_TYPES.indexOf(type)] = transitions.map(arrowOf)
    }
  }
  return places
}

function arrowFrom(walk: Walk, kind: number): Arrow | undefined {
  const arrows = walk.place.arrows[kind] ?? NONE
  for (let i = 0; i < arrows.length; i++) {
    const arrow = arrows[i] as Arrow
    if (arrow.holds === undefined || arrow.holds(walk)) return arrow
  }
  return undefined
}

function refuse({ index, type, kind }: Happening, walk: Walk): never {
  const { place, version, last = '' } = walk
  const allowed = possibleIn(place.phase, (condition) => CONDITIONS[condition](walk))
  const facts = { index, type, after: last, starts: version.starts, lacks: place.arrows[kind] && lackOf(type, version), allowed }
  return fail(EVENT_NOT_ALLOWED, facts, { path: `events[${index}].type` })
}

/** What a rule must have for an event that would be possible here. */
const NEEDS: { readonly [T in EventType]?: 'extension' | 'stages' | 'correction' } = {
  extended: 'extension',
  'stage-started': 'stages',
  'stage-finished': 'stages',
  'correction-requested': 'correction',
}

function lackOf(type: EventType, version: Version): string | undefined {
  const need = NEEDS[type]
  return need !== undefined && version[need] === undefined ? need : undefined
}
