import type { ClosedRun } from '../clock/period.js'
import { endOfDay, type SessionTable, sessionsBetween } from '../clock/sessions.js'
import type { Day } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import type { UnitKind } from '../time/limit.js'
import { type Instant, localDay } from '../time/zone.js'
import type { CountedSession } from './explanation.js'

/** A stretch in which time counts. */
interface Piece {
  readonly from: Instant
  readonly to: Instant
  readonly weight: number
  /** The clocks of stages on which it counts. */
  readonly clocks: readonly string[]
}

/** What a limit of time is counted by; where what is used ends, at the stop or at `now`; and where the limit ends, if it does. */
export interface TimeCounting {
  readonly kind: UnitKind
  readonly usedTo: Instant
  readonly dueAt: Instant | undefined
}

export type SessionsByDay = ReadonlyMap<Day, readonly CountedSession[]>

/** What of runs counts, by date; each stretch lies within one date, and on one side of what is used and of the limit's end. */
export function countedSessions(table: SessionTable, runs: readonly ClosedRun[], { kind, usedTo, dueAt }: TimeCounting): SessionsByDay {
  const byDay = new Map<Day, CountedSession[]>()
  const end = dueAt ?? Number.POSITIVE_INFINITY
  const pieces = piecesOf(table, runs, kind).flatMap((piece) => piecesAt(piece, usedTo).flatMap((part) => piecesAt(part, end)))
  let total = 0
  for (const { from, to, weight, clocks } of pieces) {
    const counted = weight * (to - from)
    total += counted
    const day = localDay(table.zone, from)
    const session: CountedSession = {
      opensAt: formatInstant(from, table.zone),
      closesAt: formatInstant(to, table.zone),
      minutes: counted / 60_000,
      total: total / 60_000,
      ...(weight > 1 && { stagesAtOnce: weight }),
      ...(clocks.length > 0 && { clocks }),
      ...(from >= usedTo && { isAhead: true as const }),
      ...(from >= end && { isOverdue: true as const }),
    }
    byDay.set(day, [...(byDay.get(day) ?? []), session])
  }
  return byDay
}

function piecesOf(table: SessionTable, runs: readonly ClosedRun[], kind: UnitKind): readonly Piece[] {
  return runs.flatMap((run) => {
    const open = [{ name: undefined, table, weight: run.weight }, ...(run.shares ?? [])].filter(({ weight }) => weight > 0)
    return openTogether(open.map((clock) => openOn(clock, run, kind))).flatMap((piece) => byDate(table, piece))
  })
}

/** A clock on which a run passes time. */
interface Running {
  readonly name: string | undefined
  readonly table: SessionTable
  readonly weight: number
}

function openOn({ name, table, weight }: Running, { start, end }: ClosedRun, kind: UnitKind): readonly Piece[] {
  const whole = { from: start.instant, to: end.instant }
  const open = kind === 'working-time' ? [...sessionsBetween(table, whole.from, whole.to)] : [whole]
  return open.map((span) => ({ ...span, weight, clocks: name === undefined ? [] : [name] }))
}

/** What is open on some clocks at once, cut wherever one of them opens or closes. */
function openTogether([first = [], ...others]: readonly (readonly Piece[])[]): readonly Piece[] {
  if (others.length === 0) return first
  const turns = [first, ...others].flat().flatMap((piece) => [
    { at: piece.from, piece },
    { at: piece.to, piece },
  ])
  turns.sort((a, b) => a.at - b.at)
  const open = new Set<Piece>()
  return turns.flatMap(({ at, piece }, i) => {
    if (at === piece.from) open.add(piece)
    else open.delete(piece)
    const to = turns[i + 1]?.at ?? at
    const weight = [...open].reduce((sum, { weight }) => sum + weight, 0)
    return weight > 0 && to > at ? [{ from: at, to, weight, clocks: [...new Set([...open].flatMap(({ clocks }) => clocks))] }] : []
  })
}

function byDate(table: SessionTable, piece: Piece): readonly Piece[] {
  const pieces: Piece[] = []
  for (let rest = piece; rest.from < rest.to; ) {
    const midnight = endOfDay(table, localDay(table.zone, rest.from))
    const [first, ...others] = piecesAt(rest, midnight)
    pieces.push(first as Piece)
    rest = others[0] ?? { ...rest, from: rest.to }
  }
  return pieces
}

/** A piece, in two where an instant lies within it. */
function piecesAt(piece: Piece, at: number): readonly Piece[] {
  const cut = at as Instant
  return at > piece.from && at < piece.to
    ? [
        { ...piece, to: cut },
        { ...piece, from: cut },
      ]
    : [piece]
}
