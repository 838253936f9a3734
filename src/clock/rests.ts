import { addWorkingDays, type DaySpan, type DayTable } from '../calendar/table.js'
import type { Roll } from '../time/convention.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { byKind } from '../time/limit.js'
import type { Counting } from './count.js'
import type { Due, Reached, Run, Share } from './period.js'

/** What a limit is counted over: the start as recorded, that of each stage, and the runs. */
export interface Running {
  readonly recorded: Moment
  readonly stages?: readonly Waiting[]
  readonly runs: readonly Run[]
}

/** What a limit was counted over, and where it ends. */
export interface Counted extends Running {
  readonly reached: Reached
}

/** A stage that waited from its start as recorded until its clock opened. */
interface Waiting {
  readonly recorded?: Moment | undefined
  readonly from: Moment
  /** Of a stage on a clock of its own, the time there. */
  readonly share?: Share | undefined
}

/** The days that decide where a limit ends: none of a pause, and none after the end but those a roll looks at. None at all, where all of them are settled. */
export function restsOn(days: DayTable, counted: Counted, counting: Counting): readonly DaySpan[] {
  return restsBy(counting.amount)(days, counted, counting)
}

/** Days of another calendar that decide as well. */
export interface SharedDays {
  readonly days: DayTable
  readonly spans: readonly DaySpan[]
}

/** The days of the clocks of stages that decide where a limit of working time ends; round-the-clock time asks none of them anything. */
export function sharedDays({ stages = [], runs, reached: { due } }: Counted, { amount }: Counting): readonly SharedDays[] {
  if (!due || !amount.facts.countsWork || runs.every(({ shares }) => shares === undefined)) return NO_DAYS
  const run = runs.flatMap(({ start, end, shares = [] }) =>
    shares.map(({ table }) => ({ days: table.days, spans: [{ from: start.day, to: Math.min(end?.day ?? due.day, due.day) as Day }] })),
  )
  return [...run, ...stages.flatMap((stage) => (stage.share ? [{ days: stage.share.table.days, spans: waitOf(stage, due) }] : []))]
}

/** The days on which a stage waited for the opening, as far as they come before the end. */
function waitOf({ recorded, from }: Waiting, due: Due): readonly DaySpan[] {
  return recorded && recorded.day <= due.day ? [{ from: recorded.day, to: Math.min(from.day, due.day) as Day }] : NO_SPANS
}

const NO_SPANS: readonly DaySpan[] = []

const NO_DAYS: readonly SharedDays[] = []

type Rests = (days: DayTable, counted: Counted, counting: Counting) => readonly DaySpan[]

/** A limit of round-the-clock time asks the calendar nothing. */
const noDay: Rests = () => []

/** Whether each day is worked decides on which the period runs, and each on which its start waits. */
const runningDays: Rests = (days, { recorded, stages = [], runs, reached: { due } }, { amount, convention }) => {
  const isAtOnce = amount.amount === 0 && convention.intake === 'as-recorded' && convention.due === 'end-of-day'
  if (!due || isAtOnce) return []
  const started = runs[0]?.start.day ?? due.day
  if (Math.max(started, due.day) <= days.publishedTo) return []
  // Where only stages on clocks of their own are open, nothing is asked of this calendar.
  const own = runs.filter(({ weight }) => weight > 0)
  const run = own.map(({ start, end }) => ({ from: start.day, to: Math.min(end?.day ?? due.day, due.day) as Day }))
  const waits = stages.flatMap((stage) => (stage.share ? NO_SPANS : waitOf(stage, due)))
  return runs[0]?.weight === 0 ? [...waits, ...run] : [{ from: recorded.day, to: started }, ...waits, ...run]
}

/** Only the days decide at which the roll looked, and the closing. */
const rolledDays: Rests = (days, { reached: { due, lastCountedDay: end } }, { convention: { roll, due: ending } }) => {
  if (!due || end === undefined || (roll === 'none' && ending === 'end-of-day')) return []
  const looked = [end, due.day, ...(LOOKS_BACK[roll]?.(days, end, due.day) ?? [])]
  return [{ from: Math.min(...looked) as Day, to: Math.max(...looked) as Day }]
}

/** How far rolls look on the other side of a day off than the one they roll to. */
const LOOKS_BACK: { readonly [R in Roll]?: (days: DayTable, end: Day, due: Day) => readonly number[] } = {
  nearest: (_, end, due) => [end - Math.abs(due - end), end + Math.abs(due - end)],
  'modified-following': (days, end, due) => (due < end ? [addWorkingDays(days, end, 1)] : []),
  'modified-preceding': (days, end, due) => (due > end ? [addWorkingDays(days, end, -1)] : []),
}

const restsBy = /* @__PURE__ */ byKind<Rests>({
  'working-time': runningDays,
  'clock-time': noDay,
  'working-days': runningDays,
  'calendar-days': rolledDays,
  months: rolledDays,
})
