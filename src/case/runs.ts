import { type ClosedRun, type Run, startFor } from '../clock/count.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import type { Moment } from '../time/instant.js'
import type { Amount } from '../time/limit.js'
import type { Course, Stretch } from './course.js'

/** When the clock of a case began, whether and when it stopped, and the runs between. */
export interface Measured {
  /** The start as recorded, and as the convention moves it. */
  readonly recorded: Moment
  readonly start: Moment
  readonly stop?: Moment
  /** The stop was a withdrawal, not a decision. */
  readonly isWithdrawn: boolean
  /** The runs of the deadline: they go on after a stop as if nothing more would happen. */
  readonly runs: readonly Run[]
}

interface Interval {
  readonly from: Moment
  readonly to?: Moment | undefined
}

/** Measures a course under a version; undefined while its clock has not started. */
export function measure(table: SessionTable, course: Course, version: Version, amount: Amount, convention: Convention): Measured | undefined {
  const intake = (moment: Moment) => startFor(table, moment, amount, convention)
  const stages = stagesOf(course, version)
  const recorded = stages[0]?.from ?? course.first.get(version.starts)
  if (!recorded) return undefined
  const start = intake(recorded)
  const withdrawn = course.first.get('withdrawn')
  const stop = withdrawn ?? (stages.length > 0 ? stopOfStages(course, version, stages) : course.first.get(version.stops))
  const intervals =
    stages.length > 0
      ? runningOn(
          stages.map(({ from, to }) => ({ from: intake(from), to })),
          start,
          stop,
        )
      : [{ from: start }]
  const runs = sweep(subtract(intervals, pausesOf(course, stop)), version.measure === 'sum')
  return { recorded, start, runs: withStart(runs, start), isWithdrawn: withdrawn !== undefined, ...(stop && { stop }) }
}

/** The runs up to a moment, none of them open. */
export function runsUntil(runs: readonly Run[], until: Moment): readonly ClosedRun[] {
  return runs
    .filter((run) => run.start.instant < until.instant)
    .map((run) => ({ ...run, end: run.end && run.end.instant < until.instant ? run.end : until }))
}

/** Stages count only where the rule measures them; otherwise the case is one span. */
function stagesOf({ stages }: Course, version: Version): readonly Stretch[] {
  return version.measure === 'span' ? [] : stages
}

/** A measure of stages stops with the last of them, once the case is decided or every stage of the rule has been finished. */
function stopOfStages(course: Course, version: Version, stages: readonly Stretch[]): Moment | undefined {
  const isDecided = course.first.has(version.stops)
  const finished = new Set(stages.filter(({ to }) => to).map(({ name }) => name))
  const isThrough = stages.every(({ to }) => to) && Object.keys(version.stages ?? {}).every((name) => finished.has(name))
  if (!isDecided && !isThrough) return undefined
  return stages.map(({ to }) => to).reduce((last, to) => (last && to && last.instant >= to.instant ? last : to))
}

/** After a stop the last stage is taken to run on, which tells where the budget would have been used up. */
function runningOn(intervals: readonly Interval[], start: Moment, stop: Moment | undefined): readonly Interval[] {
  return stop ? [...intervals, { from: stop.instant > start.instant ? stop : start }] : intervals
}

/** A pause that is open when the clock stops ends there. */
function pausesOf({ pauses }: Course, stop: Moment | undefined): readonly Interval[] {
  return pauses.map(({ from, to }) => ({ from, to: to ?? stop }))
}

/** What is left of intervals outside the pauses; overlapping pauses take out their time once. */
function subtract(intervals: readonly Interval[], pauses: readonly Interval[]): readonly Interval[] {
  return pauses.reduce((left, pause) => left.flatMap((interval) => without(interval, pause)), intervals)
}

function without(interval: Interval, pause: Interval): readonly Interval[] {
  const isApart = !isBefore(pause.from, interval.to) || !isBefore(interval.from, pause.to)
  if (isApart) return [interval]
  const head = pause.from.instant > interval.from.instant ? [{ from: interval.from, to: pause.from }] : []
  const tail = pause.to && isBefore(pause.to, interval.to) ? [{ from: pause.to, to: interval.to }] : []
  return [...head, ...tail]
}

function isBefore(moment: Moment, end: Moment | undefined): boolean {
  return end === undefined || moment.instant < end.instant
}

/** Runs between the boundaries of the intervals; in a sum, one unit of time passes for every interval that is open. */
function sweep(intervals: readonly Interval[], isSum: boolean): readonly Run[] {
  const boundaries = intervals.flatMap(({ from, to }) => (to ? [from, to] : [from])).sort((a, b) => a.instant - b.instant)
  const runs: Run[] = []
  boundaries.forEach((start, i) => {
    const end = boundaries[i + 1]
    if (end && end.instant === start.instant) return
    const open = intervals.filter(({ from, to }) => from.instant <= start.instant && isBefore(start, to)).length
    if (open > 0) join(runs, { start, weight: isSum ? open : 1, ...(end && { end }) })
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

/** A pause at the very start leaves an empty run there: days are counted from it, and months correspond to its date. */
function withStart(runs: readonly Run[], start: Moment): readonly Run[] {
  return runs[0]?.start.instant === start.instant ? runs : [{ start, end: start, weight: 1 }, ...runs]
}
