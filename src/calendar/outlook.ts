import type { Day } from '../time/day.js'
import type { Swap } from './projection.js'
import type { Ranks } from './table.js'

/** Two calendars: in one the days up to a start are counted, in the other those after it. */
export interface Pair {
  readonly from: Ranks
  readonly to: Ranks
}

/**
 * The calendars between which every calendar lies that notices may still make: in one the days to come are worked as
 * early as they may be, in the other as late.
 *
 * With at most `moves` days moved around a holiday, the days worked by a given day exceed those projected by no more than the
 * days that may have been worked up to it, and no more than those that are left to be given off after it; and the other way
 * round. Once past the holiday nothing is left to move, and all calendars agree.
 *
 * From a start within such a stretch both bounds are wide; there `most` and `least`, in which all that may be worked is, and
 * all that may be off is, are the tighter ones for a few days. Counts end no sooner than by each pair of `soonest`, and no later
 * than by each of `latest`.
 */
export interface Outlook {
  readonly first: Day
  readonly most: Ranks
  readonly least: Ranks
  readonly soonest: readonly Pair[]
  readonly latest: readonly Pair[]
}

interface Projected extends Ranks {
  readonly first: Day
}

/** Compiles the calendars from the projected days and what may be moved among them. */
export function outlookOf(projected: Projected, swaps: readonly Swap[]): Outlook {
  const { early, late } = extremes(projected, swaps)
  const most = shifted(projected, days(swaps, 'mayWork'), 1)
  const least = shifted(projected, days(swaps, 'mayBeOff'), -1)
  const plain = outlookBetween(projected.first, most, least)
  return { ...plain, soonest: [{ from: late, to: early }, ...plain.soonest], latest: [{ from: early, to: late }, ...plain.latest] }
}

/** The outlook where no more is known than which days may be worked and which are sure to be. */
export function outlookBetween(first: Day, most: Ranks, least: Ranks): Outlook {
  return { first, most, least, soonest: [{ from: most, to: most }], latest: [{ from: least, to: least }] }
}

function days(swaps: readonly Swap[], kind: 'mayWork' | 'mayBeOff'): readonly Day[] {
  return swaps.flatMap((swap) => swap[kind])
}

function extremes(projected: Projected, swaps: readonly Swap[]): { early: Ranks; late: Ranks } {
  const early = projected.rank.slice()
  const late = projected.rank.slice()
  for (const { moves, mayWork, mayBeOff } of swaps) {
    const first = Math.min(mayWork[0] ?? Number.POSITIVE_INFINITY, mayBeOff[0] ?? Number.POSITIVE_INFINITY)
    const last = Math.max(mayWork.at(-1) ?? 0, mayBeOff.at(-1) ?? 0)
    let worked = 0
    let off = 0
    for (let day = first; day <= last; day++) {
      if (mayWork[worked] === day) worked++
      if (mayBeOff[off] === day) off++
      const i = day - projected.first + 1
      early[i] = (early[i] as number) + Math.min(moves, worked, mayBeOff.length - off)
      late[i] = (late[i] as number) - Math.min(moves, off, mayWork.length - worked)
    }
  }
  return { early: ranksFrom(early, projected.first), late: ranksFrom(late, projected.first) }
}

/** The calendar in which some days, in order, are worked or off. */
function shifted({ rank, first }: Projected, turned: readonly Day[], change: 1 | -1): Ranks {
  let passed = 0
  const ranks = rank.map((worked, i) => {
    while ((turned[passed] ?? Number.POSITIVE_INFINITY) < first + i) passed++
    return worked + change * passed
  })
  return ranksFrom(ranks, first)
}

/** The look-ups of a calendar of which only the number of working days before each day is known. */
export function ranksFrom(rank: Int32Array, first: Day): Ranks {
  const select = new Int32Array(rank[rank.length - 1] as number)
  for (let i = 0; i + 1 < rank.length; i++) {
    if ((rank[i + 1] as number) > (rank[i] as number)) select[rank[i] as number] = first + i
  }
  return { rank, select }
}
