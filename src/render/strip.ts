import type { ExplainedDay, Explanation } from '../case/explanation.js'
import { type Day, parseDay } from '../time/day.js'
import { kindOf, type Unit } from '../time/limit.js'

/** How time passes for a case: the clock runs, runs past the limit, would run after the stop or will after now, stands still, or does not count. */
export type Passing = 'running' | 'overdue' | 'ahead' | 'paused' | 'off'

/** A stretch of one kind. */
export interface Bar {
  readonly passing: Exclude<Passing, 'off'>
  readonly from: number
  readonly to: number
}

/** The minutes of a day that are drawn. */
interface Hours {
  readonly from: number
  readonly to: number
}

/**
 * A case on a strip of days of equal width.
 *
 * Units: places are days from the beginning of the first, their fraction is of the hours drawn. What no bar covers does not count.
 */
export interface Strip {
  readonly first: Day
  readonly days: readonly ExplainedDay[]
  readonly hours: Hours
  readonly isOfTime: boolean
  readonly bars: readonly Bar[]
}

const MINUTES_PER_DAY = 1440

/** The strip of a case whose clock has started. */
export function stripOf(explanation: Explanation): Strip | undefined {
  const { days, assessment } = explanation
  const [start] = days
  if (start === undefined) return undefined
  const [unit] = Object.keys(assessment.limit ?? assessment.used ?? {}) as Unit[]
  const isOfTime = unit !== undefined && kindOf(unit).countsTime
  const frame = { first: parseDay(start.date), days, hours: isOfTime ? hoursOf(days) : WHOLE_DAY, isOfTime }
  return { ...frame, bars: isOfTime ? barsOfTime(frame, explanation) : barsOfDays(frame, explanation) }
}

const WHOLE_DAY: Hours = { from: 0, to: MINUTES_PER_DAY }

/** The whole hours between the first opening and the last closing. */
function hoursOf(days: readonly ExplainedDay[]): Hours {
  const sessions = days.flatMap(({ date, sessions = [] }) =>
    sessions.map(({ opensAt, closesAt }) => [minutesOn(opensAt, date), minutesOn(closesAt, date)] as const),
  )
  if (sessions.length === 0) return WHOLE_DAY
  const from = sessions.reduce((least, [open]) => Math.min(least, open), MINUTES_PER_DAY)
  const to = sessions.reduce((most, [, close]) => Math.max(most, close), 0)
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** The minutes of an instant that lies on a date or ends it. */
function minutesOn(at: string, date: string): number {
  return at.startsWith(date) ? minutesOf(at) : MINUTES_PER_DAY
}

/** The time of day of a moment, as it is written; a date without a time stands at its noon. */
function minutesOf(at: string): number {
  if (at.length === 10) return MINUTES_PER_DAY / 2
  return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + Number(/^:(\d\d(?:\.\d+)?)/.exec(at.slice(16))?.[1] ?? 0) / 60
}

/** Where a moment stands; one outside the hours drawn, at the nearer end of them. */
export function placeOf({ first, hours }: Pick<Strip, 'first' | 'hours'>, at: string): number {
  const within = (minutesOf(at) - hours.from) / (hours.to - hours.from)
  return parseDay(at.slice(0, 10)) - first + Math.min(1, Math.max(0, within))
}

/** The end of what has passed: the stop, or now. */
function passedTo({ assessment }: Explanation): string {
  return assessment.stoppedAt ?? assessment.basis.now
}

/** How a day passes as a whole. */
export function passingOn(day: ExplainedDay, explanation: Explanation): Passing {
  if (day.why === 'not-running') return 'paused'
  if (!day.isCounted) return 'off'
  if (day.isAfterStop || day.date > passedTo(explanation).slice(0, 10)) return 'ahead'
  return day.isOverdue ? 'overdue' : 'running'
}

type Frame = Omit<Strip, 'bars'>

function barsOfDays({ days }: Frame, explanation: Explanation): readonly Bar[] {
  return days.flatMap((day, i) => {
    const passing = passingOn(day, explanation)
    return passing === 'off' ? [] : [{ passing, from: i, to: i + 1 }]
  })
}

/** Sessions as long as they are, and pauses between them on days that would have counted. */
function barsOfTime(frame: Frame, explanation: Explanation): readonly Bar[] {
  const pauses = pausesOf(explanation).map(({ from, to }) => ({ from: placeOf(frame, from), to: placeOf(frame, to) }))
  return frame.days.flatMap((day, i) => {
    const sessions = (day.sessions ?? []).map(({ opensAt, closesAt, isAhead, isOverdue }): Bar => {
      const [from, to] = [opensAt, closesAt].map((at) => i + (minutesOn(at, day.date) - frame.hours.from) / (frame.hours.to - frame.hours.from))
      return { passing: isAhead ? 'ahead' : isOverdue ? 'overdue' : 'running', from: from as number, to: to as number }
    })
    if (day.why !== 'counted' && day.why !== 'not-running') return []
    const still = pauses.map(({ from, to }): Bar => ({ passing: 'paused', from: Math.max(i, from), to: Math.min(i + 1, to) }))
    const apart = still.filter(({ from, to }) => to > from)
    if (day.why === 'not-running' && apart.length === 0) return [{ passing: 'paused', from: i, to: i + 1 }]
    return [...apart, ...sessions].sort((a, b) => a.from - b.from)
  })
}

/** A pause with its end, or with the end of what has passed. */
export interface Pause {
  readonly from: string
  readonly to: string
  /** The name of the cause; none for a correction, or where none was recorded. */
  readonly cause?: string
  readonly isCorrection: boolean
}

/** The pauses of a case in order of time, corrections among them. */
export function pausesOf(explanation: Explanation): readonly Pause[] {
  return explanation.turns.flatMap((turn) => {
    if (turn.kind !== 'paused' && turn.kind !== 'corrected') return []
    const isCorrection = turn.kind === 'corrected'
    const cause = 'cause' in turn ? turn.cause : undefined
    return [{ from: turn.from, to: turn.to ?? passedTo(explanation), ...(cause !== undefined && { cause }), isCorrection }]
  })
}
