import type { Run, Share } from '../clock/period.js'
import { grown, NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'

/** A stretch between two moments; without an end it goes on. */
export interface Interval {
  readonly from: Moment
  readonly to?: Moment | undefined
  /** Of a stage, its start as recorded; from there it waited for the opening of its clock. */
  readonly recorded?: Moment | undefined
  /** Of a stage that runs on a clock of its own, the time there. */
  readonly share?: Share | undefined
}

/** A moment at which a stage opens (1) or closes (-1). */
interface Turn {
  readonly at: Moment
  readonly step: 1 | -1
  readonly share: Share | undefined
}

/** What some stages cover, in order of time; in a sum, one unit of time passes for every stage that is open. */
export function spansOf(stages: readonly Interval[], isSum: boolean): readonly Run[] {
  const turns = turnsOf(stages)
  let spans: Run[] = NONE
  // How many stages are open: on the clock of the whole, and on clocks of their own.
  let open = 0
  let shared = NOTHING_SHARED
  for (let i = 0; i < turns.length; i++) {
    const { at, step, share } = turns[i] as Turn
    if (share === undefined) open += step
    else shared = stepped(shared, share, step)
    const next = turns[i + 1]
    if (next?.at.instant === at.instant) continue
    if (open > 0 || shared.size > 0) {
      spans = joined(spans, { start: at, end: next?.at, weight: isSum ? open : 1, shares: isSum ? sharesIn(shared) : undefined })
      continue
    }
    // A stage of one date alone begins and ends at one instant.
    const before = turns[i - 1] as Turn
    if (before.step === 1 && before.at.instant === at.instant) spans = joined(spans, { start: before.at, end: at, weight: 1, shares: undefined })
  }
  return spans
}

const NOTHING_SHARED: ReadonlyMap<Share, number> = /* @__PURE__ */ new Map()

function stepped(shared: ReadonlyMap<Share, number>, share: Share, step: number): ReadonlyMap<Share, number> {
  const left = (shared.get(share) ?? 0) + step
  const next = new Map(shared)
  if (left > 0) next.set(share, left)
  else next.delete(share)
  return next
}

/** The clocks of stages that are open, with how many of their stages are. */
function sharesIn(shared: ReadonlyMap<Share, number>): readonly Share[] | undefined {
  return shared.size > 0 ? Array.from(shared, ([share, weight]) => ({ ...share, weight })) : undefined
}

/** The turns of stages in order of time; one that lasts no time has none. */
function turnsOf(stages: readonly Interval[]): readonly Turn[] {
  // A list that grows turn by turn would get room for more than most cases have.
  const turns = new Array<Turn>(stages.length * 2)
  let count = 0
  for (let i = 0; i < stages.length; i++) {
    const { from, to, share } = stages[i] as Interval
    if (to !== undefined && from.instant >= to.instant && !isOfDate(from, to)) continue
    insert(turns, { at: from, step: 1, share }, count++)
    if (to !== undefined) insert(turns, { at: to.instant < from.instant ? { ...to, instant: from.instant } : to, step: -1, share }, count++)
  }
  return count === turns.length ? turns : turns.slice(0, count)
}

/** Puts a turn behind those of its instant and before the later ones, of which there are few: stages come in order of their beginnings. */
function insert(turns: Turn[], turn: Turn, count: number): void {
  let at = count
  for (; at > 0 && (turns[at - 1] as Turn).at.instant > turn.at.instant; at--) turns[at] = turns[at - 1] as Turn
  turns[at] = turn
}

/** Whether a stretch lasts for some part of one date, of which its instants do not tell. */
function isOfDate(from: Moment, to: Moment): boolean {
  return to.isDateOnly && to.day === from.day && to.instant <= from.instant
}

/** Spans with one more, which is one with the span before if they touch and pass time alike. */
function joined(spans: Run[], span: Run): Run[] {
  const last = spans.at(-1)
  const isAlike = last?.weight === span.weight && last.shares === undefined && span.shares === undefined
  if (isAlike && last.end && last.end.instant === span.start.instant) {
    const { end, weight, shares } = span
    spans[spans.length - 1] = { start: last.start, end, weight, shares }
    return spans
  }
  return grown(spans, span)
}

/** Spans less the pauses, both in order of time; from a moment on, if one is given, no pause lasts. */
export function less(spans: readonly Run[], pauses: readonly Interval[], until: Moment | undefined): readonly Run[] {
  if (pauses.length === 0) return spans
  const gaps = pauses.length === 1 && isOverBy(pauses[0] as Interval, until) ? pauses : gapsOf(pauses, until)
  let runs: Run[] = []
  let i = 0
  for (let j = 0; j < spans.length; j++) {
    const { start, end, weight, shares } = spans[j] as Run
    let from: Moment | undefined = start
    for (; from !== undefined && i < gaps.length; i++) {
      const gap = gaps[i] as Interval
      if (end !== undefined && gap.from.instant >= end.instant) break
      if (gap.to !== undefined && (gap.to.instant <= from.instant || gap.to.instant <= gap.from.instant)) continue
      if (gap.from.instant > from.instant) runs = grown(runs, { start: from, end: gap.from, weight, shares })
      from = gap.to
      // What is left of the gap may reach into the next span.
      if (end !== undefined && (from === undefined || from.instant >= end.instant)) {
        from = undefined
        break
      }
    }
    if (from !== undefined) runs = grown(runs, { start: from, end, weight, shares })
  }
  return runs
}

/** Whether a pause is over by a moment, if one is given: then it need not be cut there. */
function isOverBy({ to }: Interval, until: Moment | undefined): boolean {
  return until === undefined || (to !== undefined && to.instant <= until.instant)
}

interface Gap {
  from: Moment
  to: Moment | undefined
}

/** Pauses in order of their beginnings as stretches that lie apart; what lasts no time is none. */
function gapsOf(pauses: readonly Interval[], until: Moment | undefined): readonly Gap[] {
  const gaps: Gap[] = []
  let last: Gap | undefined
  for (const { from, to: end } of pauses) {
    const to = until !== undefined && (end === undefined || end.instant > until.instant) ? until : end
    if (to !== undefined && to.instant <= from.instant) continue
    if (last === undefined || (last.to !== undefined && last.to.instant < from.instant)) {
      last = { from, to }
      gaps.push(last)
      continue
    }
    // A date may be any part of its day, the instant at which it begins is all of it.
    if (last.from.isDateOnly && from.instant === last.from.instant) last.from = from
    if (last.to !== undefined && (to === undefined || isLonger(to, last.to))) last.to = to
  }
  return gaps
}

/** Whether a pause to one moment lasts longer than to another; a date may be any part of the day that begins at its instant. */
function isLonger(to: Moment, other: Moment): boolean {
  return to.instant > other.instant || (to.instant === other.instant && to.isDateOnly)
}
