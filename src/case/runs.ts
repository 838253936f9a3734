import type { Counting, Period, Run } from '../clock/count.js'
import { startFor } from '../clock/intake.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import type { Correction, Course, Stretch } from './course.js'
import type { EventType } from './file.js'

/** What of a case its clock measures. */
export interface Measured {
  /** The start as recorded, and as the convention moves it. */
  readonly recorded: Moment
  readonly start: Moment
  readonly stop?: Moment
  /** The case was closed without a decision. */
  readonly isClosed: boolean
  /** Nothing has stopped the clock for good, but it stands still: a pause is open, or no stage is. */
  readonly isPaused: boolean
  /** The runs of the deadline: they go on after a stop as if nothing more would happen. */
  readonly runs: readonly Run[]
  /** The period if everything that stands still went on from a moment; after a correction that starts the clock anew, from there. */
  readonly ifResumed: (at: Moment) => Period
}

/** The events that close a case without a decision. */
const CLOSINGS: readonly EventType[] = ['withdrawn', 'rejected', 'revoked']

interface Interval {
  readonly from: Moment
  readonly to?: Moment | undefined
}

/** Where a case stands whose clock has started: its recorded start, or the end of a correction from which it started anew. */
export function startOf(course: Course, version: Version): Moment | undefined {
  const stage = version.measure === 'span' ? undefined : course.stages[0]?.from
  return stage ?? course.deemed ?? course.first.get(version.starts)
}

/** What is measured: a course from a start, which may be later than its own. */
export interface Measuring {
  readonly course: Course
  readonly version: Version
  readonly recorded: Moment
}

/** Measures a course under a version from a start on. */
export function measure(table: SessionTable, { course, version, recorded }: Measuring, counting: Counting): Measured {
  const intake = (moment: Moment) => startFor(table, moment, counting)
  const stages = version.measure === 'span' ? [] : course.stages
  const start = intake(recorded)
  const closed = CLOSINGS.map((type) => course.first.get(type)).find((moment) => moment !== undefined)
  const stop = closed ?? (stages.length > 0 ? stopOfStages(course, version, stages) : course.first.get(version.stops))
  const intakeOfStage = (from: Moment) => (from.instant < recorded.instant ? start : intake(from))
  const intervals: readonly Interval[] = stages.length > 0 ? stages.map(({ from, to }) => ({ from: intakeOfStage(from), to })) : [{ from: start }]
  const isBetweenStages = intervals.every(({ to }) => to !== undefined)
  /** The runs, all that is open going on from a moment: what is paused, and one stage where none is open. */
  const runsFrom = (at: Moment | undefined) => {
    const tail = at && isBetweenStages ? [{ from: at.instant > start.instant ? at : start }] : []
    const pauses = course.pauses.map(({ from, to }) => ({ from, to: at && (to === undefined || to.instant > at.instant) ? at : to }))
    return sweep([...intervals, ...tail], pauses, version.measure === 'sum')
  }
  const isPaused = stop === undefined && (isBetweenStages || course.pauses.some(({ to }) => to === undefined))
  const restarts = isPaused && version.correction === 'restart' && isAwaited(course.corrections.at(-1))
  const ifResumed = (at: Moment) => (restarts ? anew(intake(at)) : { start, runs: runsFrom(at) })
  return { recorded, start, isClosed: closed !== undefined, isPaused, runs: runsFrom(stop), ifResumed, ...(stop && { stop }) }
}

function isAwaited(correction: Correction | undefined): boolean {
  return correction !== undefined && correction.corrected === undefined
}

function anew(start: Moment): Period {
  return { start, runs: [{ start, weight: 1 }] }
}

/** A measure of stages stops with the last of them, once the case is decided or every stage of the rule has been finished. */
function stopOfStages(course: Course, version: Version, stages: readonly Stretch[]): Moment | undefined {
  const isDecided = course.first.has(version.stops)
  const finished = new Set(stages.filter(({ to }) => to).map(({ name }) => name))
  const isThrough = stages.every(({ to }) => to) && Object.keys(version.stages ?? {}).every((name) => finished.has(name))
  if (!isDecided && !isThrough) return undefined
  return stages.map(({ to }) => to).reduce((last, to) => (last && to && last.instant >= to.instant ? last : to))
}

/** A moment at which intervals or pauses open (1) or close (-1). */
interface Turn {
  readonly at: Moment
  readonly open: number
  readonly paused: number
}

function turnsOf(intervals: readonly Interval[], kind: 'open' | 'paused'): readonly Turn[] {
  const turn = (at: Moment, step: 1 | -1): Turn => ({ at, open: 0, paused: 0, [kind]: step })
  return intervals
    .filter(({ from, to }) => to === undefined || from.instant < to.instant)
    .flatMap(({ from, to }) => (to ? [turn(from, 1), turn(to, -1)] : [turn(from, 1)]))
}

/** The runs between all turns: none in a pause; in a sum, one unit of time passes for every interval that is open. */
function sweep(intervals: readonly Interval[], pauses: readonly Interval[], isSum: boolean): readonly Run[] {
  const turns = [...turnsOf(intervals, 'open'), ...turnsOf(pauses, 'paused')].sort((a, b) => a.at.instant - b.at.instant)
  const runs: Run[] = []
  let open = 0
  let paused = 0
  turns.forEach((turn, i) => {
    open += turn.open
    paused += turn.paused
    const next = turns[i + 1]
    if (open === 0 || paused > 0 || next?.at.instant === turn.at.instant) return
    join(runs, { start: turn.at, weight: isSum ? open : 1, ...(next && { end: next.at }) })
  })
  return runs
}

/** Adds a run, as one with the run before if they touch and pass time alike. */
function join(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last?.end && last.end.instant === run.start.instant && last.weight === run.weight) {
    runs[runs.length - 1] = { ...run, start: last.start }
  } else runs.push(run)
}
