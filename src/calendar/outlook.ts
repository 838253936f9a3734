import type { Day } from '../time/day.js'
import type { Swap } from './projection.js'
import type { Ranks } from './table.js'

/** Two calendars: in one the days up to a start are counted, in the other those after it. */
export interface Pair {
  readonly from: Pick<Ranks, 'rank'>
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

/** A swap of which a layer has settled some days: a notice may move them all the same, and what pays for them shows, but they do not. */
export interface OpenSwap extends Swap {
  /** How many of the settled days might have been worked. */
  readonly settledWork: number
  /** How many of the settled days might have been off. */
  readonly settledOff: number
}

/** A swap without the days that are settled. */
export function openSwap({ moves, mayWork, mayBeOff }: Swap, isSettled: (day: Day) => boolean): OpenSwap {
  const isOpen = (day: Day) => !isSettled(day)
  const [work, off] = [mayWork.filter(isOpen), mayBeOff.filter(isOpen)]
  return { moves, mayWork: work, mayBeOff: off, settledWork: mayWork.length - work.length, settledOff: mayBeOff.length - off.length }
}

/**
 * Compiles the calendars from the projected days and what may be moved among them.
 *
 * What a settled day leaves unpaid stays for good: it is counted from the end of its stretch on, but not for a start after it.
 */
export function outlookOf(projected: Projected, swaps: readonly OpenSwap[]): Outlook {
  const { early, late, unpaidEarly, unpaidLate } = extremes(projected, swaps)
  const most = shifted(projected, days(swaps, 'mayWork'), 1)
  const least = shifted(projected, days(swaps, 'mayBeOff'), -1)
  const plain = outlookBetween(projected.first, most, least)
  const soonest = { from: plus(late, unpaidEarly), to: ranksFrom(plus(early, unpaidEarly).rank, projected.first) }
  const latest = { from: plus(early, unpaidLate), to: ranksFrom(plus(late, unpaidLate).rank, projected.first) }
  return { ...plain, soonest: [soonest, ...plain.soonest], latest: [latest, ...plain.latest] }
}

/** The outlook where no more is known than which days may be worked and which are sure to be. */
export function outlookBetween(first: Day, most: Ranks, least: Ranks): Outlook {
  return { first, most, least, soonest: [{ from: most, to: most }], latest: [{ from: least, to: least }] }
}

function days(swaps: readonly Swap[], kind: 'mayWork' | 'mayBeOff'): readonly Day[] {
  return swaps.flatMap((swap) => swap[kind])
}

interface Extremes {
  /** Working days before each day at most, and at least, while days are still to be paid back. */
  readonly early: Int32Array
  readonly late: Int32Array
  /** By how many days more, or fewer, all counts after a stretch may differ for good; none where nothing is settled. */
  readonly unpaidEarly: Int32Array | undefined
  readonly unpaidLate: Int32Array | undefined
}

function extremes(projected: Projected, swaps: readonly OpenSwap[]): Extremes {
  const early = projected.rank.slice()
  const late = projected.rank.slice()
  const isPaid = swaps.every(({ settledWork, settledOff }) => settledWork + settledOff === 0)
  const [unpaidEarly, unpaidLate] = isPaid ? [] : [new Int32Array(early.length), new Int32Array(early.length)]
  for (const { moves, mayWork, mayBeOff, settledWork, settledOff } of swaps) {
    const first = Math.min(mayWork[0] ?? Number.POSITIVE_INFINITY, mayBeOff[0] ?? Number.POSITIVE_INFINITY)
    const last = Math.max(mayWork.at(-1) ?? 0, mayBeOff.at(-1) ?? 0)
    let worked = 0
    let off = 0
    for (let day = first; day <= last; day++) {
      if (mayWork[worked] === day) worked++
      if (mayBeOff[off] === day) off++
      const i = day - projected.first + 1
      early[i] = (early[i] as number) + Math.min(moves, worked, mayBeOff.length - off + settledOff)
      late[i] = (late[i] as number) - Math.min(moves, off, mayWork.length - worked + settledWork)
    }
    const end = last - projected.first + 2
    addFrom(unpaidEarly, end, Math.min(moves, mayWork.length, settledOff))
    addFrom(unpaidLate, end, -Math.min(moves, mayBeOff.length, settledWork))
  }
  return { early, late, unpaidEarly, unpaidLate }
}

function addFrom(ranks: Int32Array | undefined, from: number, amount: number): void {
  if (ranks && amount !== 0) for (let i = Math.max(0, from); i < ranks.length; i++) ranks[i] = (ranks[i] as number) + amount
}

/** Only the numbers before each day are asked for where a count begins. */
function plus(rank: Int32Array, unpaid: Int32Array | undefined): Pick<Ranks, 'rank'> {
  return { rank: unpaid ? rank.map((worked, i) => worked + (unpaid[i] as number)) : rank }
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
