import { type Assessment, assess, type PrintedDeadline, ServiceTimeError } from 'service-time'
import { askedIn } from './append.js'
import type { Hall } from './hall.js'
import { type PostedNotice, postedIn } from './notices.js'
import type { Asked, HallCase } from './policy.js'
import { openCasesIn, type Recorded } from './record.js'

/** A line of the board: a case with its verdict, or with why there is none, so that one bad record takes no other off the board. */
export interface Line extends Pick<Recorded, 'file' | 'version'> {
  readonly verdict: Assessment | ServiceTimeError
  /** What was promised before a notice moved it. */
  readonly promised?: PrintedDeadline | undefined
}

/** The board as it is at an instant, and the next instant at which it changes though nothing happens. */
export interface Board {
  readonly at: string
  readonly lines: readonly Line[]
  readonly nextChangeAt: string | undefined
}

export function boardOf(hall: Hall): Promise<Board> {
  return hall.database.transaction(async (query) => {
    const promised = promisesOf(await postedIn(query))
    const cases = await openCasesIn(query)
    const asked = await askedIn(query, hall)
    const lines = cases.map(
      ({ file, version }): Line => ({
        file,
        version,
        verdict: verdictOn(file, asked),
        promised: promised.get(file.id),
      }),
    )
    return { at: asked.now, lines: lines.toSorted(byUrgency), nextChangeAt: nextChangeIn(lines) }
  })
}

function verdictOn(file: HallCase, asked: Asked): Line['verdict'] {
  try {
    return assess(file, asked)
  } catch (error) {
    if (error instanceof ServiceTimeError) return error
    throw error
  }
}

/** What each case was promised at first: its deadline before the earliest notice that moved it. */
function promisesOf(newestFirst: readonly PostedNotice[]): ReadonlyMap<string, PrintedDeadline> {
  return new Map(newestFirst.flatMap(({ moved }) => moved.map(({ id, before }) => [id, before] as const)))
}

/** Instants in one zone without summer time are in order as texts, which the zones of the world are not; so they are compared as instants. */
function nextChangeIn(lines: readonly Line[]): string | undefined {
  const changes = lines.flatMap(({ verdict }) => ('nextChangeAt' in verdict && verdict.nextChangeAt !== undefined ? verdict.nextChangeAt : []))
  return changes.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}

const URGENCY = ['red', 'yellow', 'green', 'none']

/** What is late first; then what is due first; what stands still last. */
function byUrgency(a: Line, b: Line): number {
  return urgencyOf(a) - urgencyOf(b) || dueOf(a) - dueOf(b) || (a.file.id < b.file.id ? -1 : 1)
}

const urgencyOf = ({ verdict }: Line) => ('light' in verdict ? URGENCY.indexOf(verdict.light) : -1)
const dueOf = ({ verdict }: Line) => ('dueAt' in verdict && verdict.dueAt !== undefined ? Date.parse(verdict.dueAt) : Number.MAX_SAFE_INTEGER)
