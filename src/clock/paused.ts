import type { Reading } from '../calendar/reading.js'
import type { Convention } from '../time/convention.js'
import type { Day } from '../time/day.js'
import { grown, NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import { type Instant, localDay } from '../time/zone.js'
import type { ClosedRun, Period, Run } from './period.js'
import type { SessionTable } from './sessions.js'
import { type Gap, type TakenOut, whollyPaused } from './whole-day.js'

/** A start and the runs from it on, in order. */
export interface Stretched {
  readonly start: Moment
  readonly runs: readonly Run[]
  readonly until?: Moment
  /** Whether the period stands still at that moment: in a pause that goes on, or in one that a stop has ended. */
  readonly still?: 'paused' | 'stopped' | undefined
  /** The start of the next run, where it is known, as of a stage that waits for the opening. */
  readonly next?: Moment | undefined
}

/** A period until a moment, by which all its runs have ended. */
export interface Measured extends Stretched {
  readonly runs: readonly ClosedRun[]
  readonly until: Moment
}

/** What of a period lies before a moment. */
export function periodUntil(period: Period, until: Moment): Measured {
  const { start, runs, isStoppedPaused } = period
  const goesOn = runs.some((run) => run.start.instant <= until.instant && (run.end === undefined || run.end.instant > until.instant))
  const still = goesOn ? (isStoppedPaused ? 'stopped' : undefined) : 'paused'
  const next = runs.find((run) => run.start.instant > until.instant)
  return { start, runs: runsUntil(period, until), until, still, next: next?.start }
}

/** Counted days `(after, to]`; without an end they go on. */
export interface CountedSpan {
  readonly after: Day
  readonly to: Day | undefined
}

/** How days are counted. */
export interface DayCounting {
  readonly convention: Convention
  readonly reading?: Reading | undefined
}

function runsUntil(period: Period, until: Moment): readonly ClosedRun[] {
  return period.runs.filter((run) => isBegunBy(period, run, until)).map((run) => ({ ...run, end: endBy(run, until) }))
}

/**
 * Whether a run has begun by a moment, which may be its first instant; but a run from a stop on that ended a pause shows only where the limit would
 * have ended.
 */
export function isBegunBy({ isStoppedPaused }: Period, { start }: Run, until: Moment): boolean {
  return !(isStoppedPaused && start.instant === until.instant) && hasCome(start, until)
}

/** Whether a start has come by a moment. A date may be any part of its day: what begins on it may have run by then. */
export function hasCome(start: Moment, by: Moment): boolean {
  return start.instant <= by.instant || (by.isDateOnly && start.day <= by.day)
}

/** The end of what of a run lies before a moment. A date of the day of that moment is the end still: the run may have gone on to any part of it. */
export function endBy({ end }: Run, until: Moment): Moment {
  const isPast = end !== undefined && (end.instant < until.instant || (end.isDateOnly && end.day === until.day))
  return isPast ? end : until
}

/** The days that a period counts, each once, less those that its pauses take out by the rule of the convention. */
export function countedSpans(table: SessionTable, period: Stretched, counting: DayCounting): readonly CountedSpan[] {
  return COUNTED[counting.convention.pausedDay](table, period, counting)
}

const COUNTED: Readonly<Record<Convention['pausedDay'], typeof countedSpans>> = {
  'after-pause-day': (_, { runs }, { convention }) => afterEachStart(runs, convention),
  'any-part': (table, period, { convention }) => without((gaps) => gaps.map((gap) => touchedBy(table, gap, period)), period, convention),
  'whole-day': (table, period, { convention, reading }) => without((gaps) => whollyPaused(table, gaps, reading), period, convention),
}

function afterEachStart(runs: readonly Run[], convention: Convention): readonly CountedSpan[] {
  let spans: CountedSpan[] = NONE
  let counted = BEFORE_ALL_DAYS
  for (const run of runs) {
    const after = countsAfter(run, counted, convention)
    if (run.end !== undefined) counted = lastCounted(after, run.end)
    spans = grown(spans, { after, to: run.end && counted })
  }
  return spans
}

/** The last day that a run which follows no other may have counted already; a small whole number, which is faster than infinity. */
export const BEFORE_ALL_DAYS = -1_000_000_000 as Day

/** Each run counts the days after its start that none before it has counted; the start day of the period only if the convention says so. */
export function countsAfter({ start }: Run, counted: Day, convention: Convention): Day {
  return Math.max(beforeFirst(start, convention), counted) as Day
}

/** The last day that a run counts, the day of its end, unless none is left for it. */
export function lastCounted(after: Day, { day }: Moment): Day {
  return Math.max(after, day) as Day
}

function beforeFirst({ day }: Moment, { startDay }: Convention): number {
  return startDay === 'included' ? day - 1 : day
}

function gapsOf({ start, runs, until, still, next }: Stretched): readonly Gap[] {
  const ends = [start, ...runs.map(({ end }) => end)]
  const starts = [...runs.map((run) => run.start), still === 'paused' ? next : until]
  return ends.flatMap((from, i) => {
    const to = starts[i]
    return from && (to === undefined || from.instant < to.instant) ? [{ from, to }] : []
  })
}

/** The days that a pause touches. Of a date alone it touches some part; and nothing has run on the day on which a stop ends it. */
function touchedBy({ zone }: SessionTable, gap: Gap, { until }: Stretched): TakenOut {
  const { to } = gap
  // What begins past the midnight of a due day may be told with that day, of which it touches nothing.
  const from = localDay(zone, gap.from.instant)
  if (!to) return { from, to: Number.POSITIVE_INFINITY }
  const isWithin = to.isDateOnly || to === until
  return { from, to: isWithin ? to.day : localDay(zone, (to.instant - 1) as Instant) }
}

/** The days of a period less those that its pauses take out; none where nothing of it has run, unless a stop has ended the pause it began with. */
function without(takenBy: (gaps: readonly Gap[]) => readonly TakenOut[], period: Stretched, convention: Convention): readonly CountedSpan[] {
  const { start, until, runs, still } = period
  if (runs.length === 0 && still !== 'stopped') return NONE
  const spans: CountedSpan[] = []
  let after = beforeFirst(start, convention)
  for (const { from, to } of takenBy(gapsOf(period))) {
    if (to < from) continue
    if (from - 1 > after) spans.push({ after: after as Day, to: (from - 1) as Day })
    after = Math.max(after, to)
  }
  const last = until?.day
  if (after < (last ?? Number.POSITIVE_INFINITY)) spans.push({ after: after as Day, to: last })
  return spans
}
