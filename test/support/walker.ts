import { isWorkingDay } from './oracle.js'
import { DAY } from './waits.js'

/*
 * What a case uses and when it is due, by walking every minute and every day of it. It plays the events on a clock that
 * ticks once a minute and shares nothing with src, so that a fault would have to be made twice to go unseen.
 *
 * A minute is a whole number: minutes since 1970 on the hall's own wall clock. A day is a whole number of days since then.
 */

/** An event of a case at a whole minute. */
export interface Step {
  readonly type: 'accepted' | 'paused' | 'resumed' | 'stage-started' | 'stage-finished' | 'completed' | 'withdrawn'
  readonly minute: number
  /** The cause of a pause, or the stage. */
  readonly name: string
}

export interface Question {
  readonly measure: 'span' | 'sum' | 'union'
  readonly unit: 'workingMinutes' | 'workingDays' | 'calendarDays'
  readonly limit: number
  readonly convention: 'cn-civil-code' | 'cn-hall'
  readonly pausedDay: 'after-pause-day' | 'any-part' | 'whole-day'
  readonly startDay?: 'excluded' | 'included'
  readonly now: number
}

/** `dueAt` may lie within a minute, where two stages use a sum at once. */
export interface Answer {
  readonly used: number
  readonly dueAt: number | undefined
  readonly outcome: 'open' | 'overdue' | 'early' | 'on-time' | 'late' | 'exempt'
}

/** The stages that the rule has. */
export const STAGES = ['a', 'b']

const CLOSING = 1_020
const SESSIONS = [
  [540, 720],
  [810, CLOSING],
] as const
/** Days walked after the last event: more than any limit of the tests can need. */
const BEYOND = 45

interface Due {
  readonly day: number
  readonly at: number
}

interface Run {
  readonly from: number
  readonly to: number
}

/** What has happened of a case, and how many units a minute passes in each minute from `start` on. */
interface Walk {
  readonly question: Question
  readonly steps: readonly Step[]
  readonly start: number
  readonly stop: number | undefined
  /** A pause that has lasted was open when the stop came, or no stage ran. */
  readonly isStoppedPaused: boolean
  readonly weights: readonly number[]
  readonly runs: readonly Run[]
}

const dayOf = (minute: number) => Math.floor(minute / DAY)
const known = new Map<number, boolean>()

function isWorking(day: number): boolean {
  const found = known.get(day) ?? isWorkingDay(new Date(day * DAY * 60_000).toISOString().slice(0, 10))
  known.set(day, found)
  return found
}

/** Whether the hall is open in the minute that begins at a moment. */
export function isOpen(minute: number): boolean {
  const ofDay = minute - dayOf(minute) * DAY
  return SESSIONS.some(([open, close]) => ofDay >= open && ofDay < close) && isWorking(dayOf(minute))
}

function intake(minute: number, { unit }: Question): number {
  let moved = minute
  while (unit !== 'calendarDays' && !isOpen(moved)) moved++
  return moved
}

/** What a case that was accepted by `now` uses, when it is due, and how it stands. */
export function walkCase(all: readonly Step[], question: Question): Answer {
  const walk = play(
    all.filter(({ minute }) => minute <= question.now),
    question,
  )
  const due = dueOf(walk)
  const until = walk.stop ?? question.now
  // 24:00 of the due day, by the deadline, belongs to that day.
  const untilDay = due && until <= due.at ? Math.min(dayOf(until), due.day) : dayOf(until)
  const used = question.unit === 'workingMinutes' ? usedMinutes(walk, until) : usedDays(walk, until, untilDay)
  const isEarly = question.unit === 'workingMinutes' ? used < question.limit : due !== undefined && untilDay < due.day
  return { used, dueAt: due?.at, outcome: outcomeOf(walk, due !== undefined && until > due.at, isEarly) }
}

function outcomeOf({ steps, stop }: Walk, isPastDue: boolean, isEarly: boolean): Answer['outcome'] {
  if (stop === undefined) return isPastDue ? 'overdue' : 'open'
  if (isPastDue) return 'late'
  if (steps.some(({ type }) => type === 'withdrawn')) return 'exempt'
  return isEarly ? 'early' : 'on-time'
}

/** Plays the events minute by minute. */
function play(steps: readonly Step[], question: Question): Walk {
  const isStaged = question.measure !== 'span' && steps.some(({ type }) => type === 'stage-started')
  const first = steps.find(({ type }) => type === (isStaged ? 'stage-started' : 'accepted')) as Step
  const start = intake(first.minute, question)
  const stop = stopOf(steps, isStaged)
  const pauses = new Map<string, number>()
  const open = new Map(isStaged ? [] : [['whole', start]])
  const state: State = { pauses, open, isStaged, question }
  const weights: number[] = []
  const end = Math.max(start, ...steps.map(({ minute }) => minute)) + BEYOND * DAY
  let next = 0
  let isStoppedPaused = false
  for (let minute = (steps[0] as Step).minute; minute < end; minute++) {
    for (; steps[next]?.minute === minute; next++) apply(steps[next] as Step, state)
    // A pause that begins at that minute has no length, and changes nothing.
    if (minute === stop) isStoppedPaused = [...pauses.values()].some((from) => from < minute) || (!isRunning(open, minute) && state.ended !== minute)
    if (minute === stop) runOn(pauses, open, Math.max(stop, start))
    if (stop !== undefined && minute >= stop) next = steps.length
    if (minute >= start) weights.push(weightOf(minute, pauses, open, question))
  }
  return { question, steps, start, stop, isStoppedPaused, weights, runs: runsOf(weights, start) }
}

interface State {
  /** The causes of the pauses that are open, by the minute at which they began. */
  readonly pauses: Map<string, number>
  /** The stages that are open, by the minute from which they count. */
  readonly open: Map<string, number>
  readonly isStaged: boolean
  readonly question: Question
  /** The minute at which a stage ended last that ran. */
  ended?: number
}

function isRunning(open: State['open'], minute: number): boolean {
  return [...open.values()].some((from) => from <= minute)
}

function apply({ type, minute, name }: Step, state: State): void {
  const { pauses, open, isStaged, question } = state
  if (type === 'paused') pauses.set(name, minute)
  if (type === 'resumed') pauses.delete(name)
  // Intake concerns what starts or restarts the clock: a stage that begins while another runs, or as it ends, does neither.
  if (isStaged && type === 'stage-started') open.set(name, state.ended === minute || isRunning(open, minute) ? minute : intake(minute, question))
  if (isStaged && type === 'stage-finished') {
    if ((open.get(name) as number) <= minute) state.ended = minute
    open.delete(name)
  }
}

/** After its stop a case has no pauses, and one stage of it runs on. */
function runOn(pauses: Map<string, number>, open: Map<string, number>, from: number): void {
  pauses.clear()
  open.clear()
  open.set('last', from)
}

function weightOf(minute: number, pauses: Map<string, number>, open: Map<string, number>, { measure }: Question): number {
  if (pauses.size > 0) return 0
  let running = 0
  for (const from of open.values()) if (from <= minute) running++
  return measure === 'sum' ? running : Math.min(running, 1)
}

/** When the clock stops for good: stages stop with the last of them, once the case is decided or all of the rule were finished. */
function stopOf(steps: readonly Step[], isStaged: boolean): number | undefined {
  const end = steps.find(({ type }) => type === 'completed' || type === 'withdrawn')
  if (!isStaged || end?.type === 'withdrawn') return end?.minute
  const started = steps.filter(({ type }) => type === 'stage-started')
  const finished = steps.filter(({ type }) => type === 'stage-finished')
  if (started.length > finished.length) return end?.minute
  const isThrough = STAGES.every((stage) => finished.some(({ name }) => name === stage))
  return end || isThrough ? finished.at(-1)?.minute : undefined
}

/** The longest stretches of minutes in which the clock runs. */
function runsOf(weights: readonly number[], start: number): readonly Run[] {
  const runs: Run[] = []
  let from: number | undefined
  weights.forEach((weight, i) => {
    if (weight > 0) from ??= start + i
    else if (from !== undefined) {
      runs.push({ from, to: start + i })
      from = undefined
    }
  })
  return from === undefined ? runs : [...runs, { from, to: Number.POSITIVE_INFINITY }]
}

function usedMinutes({ weights, start }: Walk, until: number): number {
  return weights.reduce((used, weight, i) => (start + i < until && isOpen(start + i) ? used + weight : used), 0)
}

/** The days of what ran until a moment, each once. */
function usedDays(walk: Walk, until: number, untilDay: number): number {
  let used = 0
  for (let day = dayOf(walk.start); day <= untilDay; day++) {
    if (HOLDS[walk.question.pausedDay](walk, day, { until, untilDay }) && isCounted(day, walk.question)) used++
  }
  return used
}

interface End {
  readonly until: number
  readonly untilDay: number
}

const NO_END: End = { until: Number.POSITIVE_INFINITY, untilDay: Number.POSITIVE_INFINITY }

/** Whether a day is one of those that ran until a moment, by each rule. */
const HOLDS: Readonly<Record<Question['pausedDay'], (walk: Walk, day: number, end: End) => boolean>> = {
  'after-pause-day': ({ runs, question, isStoppedPaused }, day, { until, untilDay }) => {
    // What starts or goes on at that moment has begun; but a stop in a pause lets nothing go on.
    const isBegun = (from: number) => from < until || (from === until && !isStoppedPaused)
    const isAfter = (from: number) => dayOf(from) < day || (question.startDay === 'included' && dayOf(from) === day)
    return runs.some(({ from, to }) => isBegun(from) && isAfter(from) && day <= (to < until ? dayOf(to) : untilDay))
  },
  'any-part': (walk, day, { until, untilDay }) =>
    day > dayOf(walk.start) && pausedIn(walk, day, until).length === 0 && !(day === untilDay && standsStillAt(walk, until)),
  'whole-day': (walk, day, { until }) => {
    // A pause that is open now goes on: as far as is known, to the end of the day.
    const isOpenPause = walk.stop === undefined && standsStillAt(walk, until)
    const paused = pausedIn(walk, day, isOpenPause ? NO_END.until : until)
    const open = minutesOf(day).filter(isOpen)
    return day > dayOf(walk.start) && (open.length === 0 || !open.every((minute) => paused.includes(minute)))
  },
}

/** Whether a pause is open at the end of a period: now, or when its stop came. */
function standsStillAt({ start, weights, stop, isStoppedPaused }: Walk, until: number): boolean {
  return stop === undefined ? weights[until - start] === 0 : isStoppedPaused && weights[until - 1 - start] === 0
}

const minutesOf = (day: number) => Array.from({ length: DAY }, (_, i) => day * DAY + i)

function pausedIn({ start, weights }: Walk, day: number, until: number): readonly number[] {
  return minutesOf(day).filter((minute) => minute >= start && minute < until && weights[minute - start] === 0)
}

function isCounted(day: number, { unit }: Question): boolean {
  return unit === 'calendarDays' || isWorking(day)
}

function dueOf(walk: Walk): Due | undefined {
  return walk.question.unit === 'workingMinutes' ? dueMinute(walk) : dueDay(walk)
}

/** Where the last unit of the budget is used up. */
function dueMinute({ weights, start, question }: Walk): Due | undefined {
  let left = question.limit
  for (const [i, weight] of weights.entries()) {
    if (weight === 0 || !isOpen(start + i)) continue
    if (weight >= left) return { day: dayOf(start + i), at: start + i + left / weight }
    left -= weight
  }
  return undefined
}

/** The first day with its limit used on which the period can end. */
function dueDay(walk: Walk): Due | undefined {
  const { start, weights, question } = walk
  let used = 0
  for (let day = dayOf(start); day < dayOf(start + weights.length); day++) {
    if (HOLDS[question.pausedDay](walk, day, NO_END) && isCounted(day, question)) used++
    const due = used >= question.limit ? (question.unit === 'workingDays' ? endOfWork(walk, day) : endOfDate(walk, day)) : undefined
    if (due) return due
  }
  return undefined
}

/** The closing of a day at which the clock runs, or its 24:00 when the clock runs on from a resume without a closing. */
function endOfWork({ runs, question }: Walk, day: number): Due | undefined {
  for (const { from, to } of runs) {
    const at = endFor(day, from, question)
    // A pause from 24:00 on, like a stop at it, leaves the day that ends there as it is; else the day after would be used too.
    const isByThen = at % DAY === 0 ? at <= to : at < to
    if (dayOf(from) <= day && isByThen) return { day, at }
  }
  return undefined
}

/** The rolled day, unless a pause on the unrolled one began by the deadline: it moves the end to the day of its resume; a later one does not. */
function endOfDate({ runs, question }: Walk, unrolled: number): Due | undefined {
  let day = unrolled
  while (!isWorking(day)) day++
  for (const { from, to } of runs) {
    const at = endFor(day, from, question)
    const isPast = dayOf(to) > unrolled || to > at
    if (dayOf(from) <= unrolled && dayOf(to) >= unrolled && isPast) return { day, at }
  }
  return undefined
}

/** The end of a day for what runs from a moment: a deadline never lies before its start. */
function endFor(day: number, from: number, { convention }: Question): number {
  const closing = day * DAY + CLOSING
  return convention === 'cn-civil-code' && isWorking(day) && from <= closing ? closing : (day + 1) * DAY
}
