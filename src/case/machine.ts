import type { EventType } from './file.js'

/**
 * Where a case stands: nothing yet; papers taken in; sent back for correction; the clock at work; one of the ends; and `delivered`
 * with the decision, or `returned` with the papers, handed over after one.
 */
export type Phase = 'new' | 'received' | 'correcting' | 'running' | 'completed' | 'rejected' | 'withdrawn' | 'revoked' | 'delivered' | 'returned'

/** What a rule provides for, or what a case has come to, where an event is possible only then. */
export type Condition =
  | 'starts-at-receipt'
  | 'starts-at-acceptance'
  | 'stops-at-delivery'
  | 'has-stages'
  | 'is-measured-by-stages'
  | 'corrects'
  | 'extends'
  | 'is-paused'
  | 'is-correcting'
  | 'is-accepted'
  | 'is-not-accepted'
  | 'is-deemed-accepted'

/** What an event leads to, and the condition without which it is not possible. */
export interface Transition {
  readonly to: Phase
  readonly if?: Condition
}

/** The events that are possible in each phase. Of several transitions the first holds whose condition does. */
export const MACHINE: Readonly<Record<Phase, { readonly [T in EventType]?: readonly Transition[] }>> = {
  new: {
    received: [{ to: 'running', if: 'starts-at-receipt' }, { to: 'received' }],
    accepted: [{ to: 'running', if: 'starts-at-acceptance' }],
    'stage-started': [{ to: 'running', if: 'is-measured-by-stages' }],
  },
  received: {
    accepted: [{ to: 'running' }],
    'correction-requested': [{ to: 'correcting' }],
    rejected: [{ to: 'rejected' }],
    withdrawn: [{ to: 'withdrawn' }],
    'stage-started': [
      { to: 'running', if: 'is-measured-by-stages' },
      { to: 'received', if: 'has-stages' },
    ],
    'stage-finished': [{ to: 'received', if: 'has-stages' }],
  },
  correcting: {
    corrected: [{ to: 'received' }],
    accepted: [{ to: 'running' }],
    rejected: [{ to: 'rejected' }],
    withdrawn: [{ to: 'withdrawn' }],
    'stage-finished': [{ to: 'correcting', if: 'has-stages' }],
  },
  running: {
    accepted: [{ to: 'running', if: 'is-not-accepted' }],
    rejected: [{ to: 'rejected', if: 'is-not-accepted' }],
    paused: [{ to: 'running' }],
    resumed: [{ to: 'running', if: 'is-paused' }],
    'correction-requested': [
      { to: 'running', if: 'corrects' },
      { to: 'running', if: 'is-deemed-accepted' },
    ],
    corrected: [{ to: 'running', if: 'is-correcting' }],
    extended: [{ to: 'running', if: 'extends' }],
    'stage-started': [{ to: 'running', if: 'has-stages' }],
    'stage-finished': [{ to: 'running', if: 'has-stages' }],
    completed: [{ to: 'completed' }],
    delivered: [{ to: 'delivered', if: 'stops-at-delivery' }],
    withdrawn: [{ to: 'withdrawn' }],
    revoked: [{ to: 'revoked', if: 'is-accepted' }],
  },
  completed: { delivered: [{ to: 'delivered' }] },
  rejected: { delivered: [{ to: 'returned' }] },
  withdrawn: { delivered: [{ to: 'returned' }] },
  revoked: { delivered: [{ to: 'returned' }] },
  delivered: {},
  returned: {},
}

/** The phase that an event leads to; undefined where it is not possible. */
export function phaseAfter(phase: Phase, event: EventType, holds: (condition: Condition) => boolean): Phase | undefined {
  const transitions = MACHINE[phase][event]
  if (transitions) for (const transition of transitions) if (transition.if === undefined || holds(transition.if)) return transition.to
  return undefined
}

/** The events that are possible in a phase. */
export function possibleIn(phase: Phase, holds: (condition: Condition) => boolean): readonly EventType[] {
  return (Object.keys(MACHINE[phase]) as EventType[]).filter((event) => phaseAfter(phase, event, holds) !== undefined)
}
