import { assess, type BilingualText, ServiceTimeError, type Unit } from 'service-time'
import { type Asked, type HallCase, policy } from './policy.js'

/** An event that could be recorded now, and what it is about: a pause has a cause, an extension the unit that it is given in. */
export interface Possible {
  readonly type: string
  readonly cause?: string
  readonly stage?: string
  readonly unit?: Unit
  /** What the cause or the stage is called. */
  readonly titles?: BilingualText
}

/**
 * What may happen to a case next.
 *
 * The hall has no rules of its own for that: it asks the library about every event that there is, and leaves out what is refused.
 */
export function possibleAfter(file: HallCase, asked: Asked): readonly Possible[] {
  return candidatesFor(file, asked).filter(({ titles: _titles, unit, ...event }) => {
    const extension = unit && { by: { [unit]: 1 }, reason: '-' }
    return isPossible({ ...file, events: [...file.events, { ...event, ...extension, at: asked.now }] } as HallCase, asked)
  })
}

function isPossible(file: HallCase, asked: Asked): boolean {
  try {
    assess(file, asked)
    return true
  } catch (error) {
    if (error instanceof ServiceTimeError) return false
    throw error
  }
}

const PLAIN = ['accepted', 'rejected', 'correction-requested', 'corrected', 'completed', 'delivered', 'withdrawn', 'revoked']

/** Every event that there is, with every cause that the rule declares (or none, where any may be given) and every stage of it. */
function candidatesFor(file: HallCase, asked: Asked): readonly Possible[] {
  const { basis, limit = {} } = assess(file, asked)
  const version = policy.rules[file.rule].versions.find(({ from }) => from === basis.version)
  const causes = named(version?.causes).map(([cause, titles]) => ({ cause, ...titles }))
  const stages = named(version?.stages).map(([stage, titles]) => ({ stage, ...titles }))
  const paused = new Set(file.events.flatMap((event) => (event.type === 'paused' && event.cause !== undefined ? [event.cause] : [])))
  const resumable = [...paused].map((cause) => causes.find((each) => each.cause === cause) ?? { cause })
  return [
    ...PLAIN.map((type) => ({ type })),
    ...orNone(causes).map((cause) => ({ type: 'paused', ...cause })),
    ...orNone(resumable).map((cause) => ({ type: 'resumed', ...cause })),
    ...(Object.keys(limit) as Unit[]).map((unit) => ({ type: 'extended', unit })),
    ...['stage-started', 'stage-finished'].flatMap((type) => stages.map((stage) => ({ type, ...stage }))),
  ]
}

type Named = Readonly<Record<string, { readonly titles: BilingualText } | undefined>>

const named = (all: Named = {}) => Object.entries(all).map(([name, one]) => [name, one ? { titles: one.titles } : {}] as const)

const orNone = <T>(choices: readonly T[]): readonly (T | Record<never, never>)[] => (choices.length > 0 ? choices : [{}])
