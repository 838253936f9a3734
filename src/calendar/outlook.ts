import type { Day } from '../time/day.js'
import type { Swap } from './projection.js'
import type { Ranks } from './table.js'

/**
 * The two calendars between which every calendar lies that notices may still make: in one the days to come are worked as
 * early as they may be, in the other as late.
 *
 * With at most `moves` days moved around a holiday, the days worked by a given day exceed those projected by no more than the
 * days that may have been worked up to it, and no more than those that are left to be given off after it; and the other way
 * round. Once past the holiday nothing is left to move, and all calendars agree.
 *
 * From a start within such a stretch both bounds are wide; there `most` and `least`, in which all that may be worked is, and
 * all that may be off is, are the tighter ones for a few days.
 */
export interface Outlook {
  readonly early: Ranks
  readonly late: Ranks
  readonly most: Ranks
  readonly least: Ranks
}

interface Projected extends Ranks {
  readonly first: Day
}

/** Compiles both from the projected days and what may be moved among them. */
export function outlookOf(projected: Projected, swaps: readonly Swap[]): Outlook {
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
  const flipped = (days: readonly Day[], change: 1 | -1) => ranksFrom(shifted(projected, days, change), projected.first)
  return {
    early: ranksFrom(early, projected.first),
    late: ranksFrom(late, projected.first),
    most: flipped(
      swaps.flatMap(({ mayWork }) => mayWork),
      1,
    ),
    least: flipped(
      swaps.flatMap(({ mayBeOff }) => mayBeOff),
      -1,
    ),
  }
}

/** The days worked before each day once some days, in order, are worked or off. */
function shifted({ rank, first }: Projected, days: readonly Day[], change: 1 | -1): Int32Array {
  let passed = 0
  return rank.map((worked, i) => {
    while ((days[passed] ?? Number.POSITIVE_INFINITY) < first + i) passed++
    return worked + change * passed
  })
}

/** The n-th working day after the i-th day of a table, when so many days are worked before it. */
export function nthAfter({ select }: Ranks, workedBefore: number | undefined, n: number): number {
  return select[(workedBefore ?? Number.NaN) + n - 1] ?? Number.POSITIVE_INFINITY
}

function ranksFrom(rank: Int32Array, first: Day): Ranks {
  const select = new Int32Array(rank[rank.length - 1] as number)
  for (let i = 0; i + 1 < rank.length; i++) {
    if ((rank[i + 1] as number) > (rank[i] as number)) select[rank[i] as number] = first + i
  }
  return { rank, select }
}
