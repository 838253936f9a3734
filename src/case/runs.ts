import type { Counting } from '../clock/count.js'
import { startFor } from '../clock/intake.js'
import { hasCome } from '../clock/paused.js'
import { type Run, runFrom } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import { grown, NONE } from '../time/grown.js'
import type { Moment } from '../time/instant.js'
import { type Clocks, clockOf, type NamedClock, shareOf, startOn } from './clocks.js'
import { type Course, type Stretch, startIn, stopIn } from './course.js'
import { type Interval, less, spansOf } from './spans.js'
import type { LimitTerms } from './terms.js'

/** What of a case its clock measures. */
export interface Measured {
  /** The start as recorded, and as the convention moves it. */
  readonly recorded: Moment
  readonly start: Moment
  readonly stop: Moment | undefined
  /** The case was closed without a decision. */
  readonly isClosed: boolean
  /** Nothing has stopped the clock for good, but it stands still: a pause is open, or no stage is. */
  readonly isPaused: boolean
  /** What stopped the clock ended a pause, or came between the stages. */
  readonly isStoppedPaused: boolean
  /** What is measured anew once it resumes: papers are awaited whose correction starts the clock so. */
  readonly anew: Measuring | undefined
  /** The stages from where their clocks start; none where a case is measured as one span. */
  readonly stages: readonly Interval[]
  readonly pauses: readonly Interval[]
  readonly isSum: boolean
  /** The runs of the deadline: they go on after a stop as if nothing more would happen. */
  readonly runs: readonly Run[]
}

/** The start of a case as recorded, once its clock has started. */
export function startOf(course: Course, version: Version): Moment | undefined {
  const stage = version.measure === 'span' ? undefined : course.stages[0]?.from
  return stage ?? course.deemed ?? startIn(course.at, version)
}

/** What is measured: a course under a limit, from a start which may be later than its own. */
export interface Measuring {
  readonly terms: LimitTerms
  readonly course: Course
  readonly recorded: Moment
  readonly clocks: Clocks
}

/** Measures a course under a limit from a start on. */
export function measure(table: SessionTable, measuring: Measuring, counting: Counting): Measured {
  const { course, terms, recorded } = measuring
  const { version } = terms
  const { pauses, at } = course
  const { closed } = at
  // Most cases have no stages, and none are put together for them.
  const inStages = version.measure !== 'span' && course.stages.length > 0 ? staged(table, measuring, counting) : undefined
  const start = inStages?.start ?? startFor(table, recorded, counting)
  const stages: readonly Interval[] = inStages?.stages ?? NONE
  const stop = closed ?? (stages.length > 0 ? stopOfStages(course, version) : stopIn(at, version))
  const isPaused = stop === undefined && (isBetween(stages) || pauses.some(isOpen))
  const anew = isPaused && version.correction === 'restart' && isAwaited(course) ? measuring : undefined
  const isSum = version.measure === 'sum'
  const runs = runsOf({ start, stages, pauses, isSum }, stop)
  const isStoppedPaused = stop !== undefined && (isStoppedBetween(stages, stop) || isPausedAt(pauses, stop, at))
  return { recorded, start, stop, isClosed: closed !== undefined, isPaused, isStoppedPaused, anew, stages, pauses, isSum, runs }
}

/** The stages of a course from where their clocks start, and the start of the whole, which is that of the first that still runs. */
function staged(table: SessionTable, { course, terms, recorded, clocks }: Measuring, counting: Counting): Pick<Measured, 'start' | 'stages'> {
  let stages: Interval[] = NONE
  let first: Moment | undefined
  let isBegun = false
  const cover: Cover = { next: 0, to: Number.NEGATIVE_INFINITY }
  for (let i = 0; i < course.stages.length; i++) {
    const stage = course.stages[i] as Stretch
    const { from, to } = stage
    const own = clockIn(stage, terms.version, clocks)
    const begun = from.instant < recorded.instant ? recorded : from
    const start = own === undefined && runsAt(begun, stages, cover) ? begun : startOn(own, table, begun, counting)
    stages = grown(stages, { recorded: begun, from: start, to, share: own && shareOf(own) })
    // A stage that ended before the clock started anew starts nothing, nor does one that is still to come while none is open.
    if (from.instant < recorded.instant && to !== undefined && to.instant <= recorded.instant) continue
    isBegun ||= from.instant <= recorded.instant
    if (first === undefined || start.instant < first.instant) first = start
  }
  return { start: isBegun && first !== undefined ? first : startFor(table, recorded, counting), stages }
}

/** How far the clock of the policy runs without a gap by the stages up to the next. */
interface Cover {
  next: number
  to: number
}

/**
 * Whether the clock runs already when a stage begins, or until then: such a stage starts no clock, and waits for no opening. Stages come in order of
 * their beginnings, and so do the moments to which these are moved.
 */
function runsAt({ instant }: Moment, before: readonly Interval[], cover: Cover): boolean {
  for (; cover.next < before.length; cover.next++) {
    const { from, to, share } = before[cover.next] as Interval
    if (from.instant > instant) break
    if (share === undefined) cover.to = Math.max(cover.to, coveredTo(to))
  }
  return cover.to >= instant
}

/** A date may be any part of its day, so what begins on it need not have begun by then. */
function coveredTo(to: Moment | undefined): number {
  if (to === undefined) return Number.POSITIVE_INFINITY
  return to.isDateOnly ? to.instant - 1 : to.instant
}

/** The clock of its own that a stage of a whole case runs on; only a sum adds up the times of several clocks. */
function clockIn({ name }: Stretch, version: Version, clocks: Clocks): NamedClock | undefined {
  return version.measure === 'sum' ? clockOf(name, version, clocks) : undefined
}

function isOpen({ to }: Interval): boolean {
  return to === undefined
}

function isPausedAt(pauses: readonly Interval[], stop: Moment, at: Course['at']): boolean {
  for (let i = 0; i < pauses.length; i++) if (lastsAt(pauses[i] as Interval, stop, at)) return true
  return false
}

/** Whether a pause has lasted until a stop, which then ends it, or the end of the case at that instant; one whose resume is recorded then is over. */
function lastsAt({ from, to }: Interval, stop: Moment, { completed, closed, delivered }: Course['at']): boolean {
  if (from.instant >= stop.instant) return false
  return to === undefined || to.instant > stop.instant || to === stop || to === completed || to === closed || to === delivered
}

/** Whether stages are recorded of which none is open. */
function isBetween(stages: readonly Interval[]): boolean {
  return stages.length > 0 && !stages.some(isOpen)
}

/** Whether a stop came between the stages: those that are not over still wait for the opening. One that ends at that instant was open until then. */
function isStoppedBetween(stages: readonly Interval[], stop: Moment): boolean {
  return stages.length > 0 && stages.every(({ from, to }) => (to !== undefined && to.instant < stop.instant) || !hasCome(from, stop))
}

function isAwaited({ corrections }: Course): boolean {
  const last = corrections.at(-1)
  return last !== undefined && last.corrected === undefined
}

/** What is counted if everything that stands still went on from a moment. */
export type Resumed = Pick<Measured, 'recorded' | 'start' | 'stages' | 'runs'>

/** The period if everything that stands still went on from a moment; after a correction that starts the clock anew, as measured from there. */
export function ifResumed(table: SessionTable, measured: Measured, at: Moment, counting: Counting): Resumed {
  const { anew } = measured
  if (!anew) return resumedAt(measured, at)
  const pauses = anew.course.pauses.map((pause) => (isOpen(pause) ? { ...pause, to: at } : pause))
  return resumedAt(measure(table, { ...anew, course: { ...anew.course, pauses }, recorded: at }, counting), at)
}

/** The same period if everything that stands still went on from a moment. */
export function resumedAt(measured: Measured, at: Moment): Resumed {
  return { recorded: measured.recorded, start: measured.start, stages: measured.stages, runs: runsOf(measured, at) }
}

/** The runs; from a moment on, if one is given, all that is open goes on: what is paused, and one stage where none is open. */
function runsOf({ start, stages, pauses, isSum }: Pick<Measured, 'start' | 'stages' | 'pauses' | 'isSum'>, at: Moment | undefined): readonly Run[] {
  if (stages.length === 0) return less([runFrom(start)], pauses, at)
  const open = at && isBetween(stages) ? [...stages, { from: at.instant > start.instant ? at : start, to: undefined, share: undefined }] : stages
  return less(spansOf(open, isSum), pauses, at)
}

/** A measure of stages stops with the last of them, once the case is decided or every stage of the rule has been finished. */
function stopOfStages(course: Course, version: Version): Moment | undefined {
  const { stages, at } = course
  if (stopIn(at, version) === undefined && !isThrough(stages, version)) return undefined
  let last = stages[0]?.to
  for (const { to } of stages) if (!(last && to && last.instant >= to.instant)) last = to
  return last
}

/** Whether every stage of the rule has been finished, and none is open. */
function isThrough(stages: readonly Stretch[], version: Version): boolean {
  return !stages.some(isOpen) && areRecorded(stages, version)
}

/** Whether every stage of the rule is in the record of a case. */
export function areRecorded(stages: readonly Stretch[], version: Version): boolean {
  for (const stage of Object.keys(version.stages ?? {})) if (!isRecorded(stages, stage)) return false
  return true
}

/** Whether a stage is in the record of a case. */
export function isRecorded(stages: readonly Stretch[], stage: string): boolean {
  for (const { name } of stages) if (name === stage) return true
  return false
}
