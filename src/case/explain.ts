import { type DayKind, dayFacts } from '../calendar/facts.js'
import type { Certainty } from '../calendar/forecast.js'
import { isWorkingDay } from '../calendar/table.js'
import { type ClosedRun, usedUntil } from '../clock/count.js'
import { type CountedSpan, countedSpans, runsUntil } from '../clock/paused.js'
import { endOfDay, type SessionTable } from '../clock/sessions.js'
import type { Language } from '../errors.js'
import { type Day, formatDay } from '../time/day.js'
import { UNIT_KINDS, UNITS, type UnitKind } from '../time/limit.js'
import { type Instant, instantOf } from '../time/zone.js'
import { type Assessed, assessed } from './assess.js'
import type { Assessment, AssessOptions } from './assessment.js'
import type { CORRECTION, Stretch } from './course.js'
import type { CaseFile } from './file.js'
import { sayDay } from './words.js'

/**
 * Why a day counts or not: `counted`; `before-start`, recorded outside opening hours and moved to the next opening;
 * `start-day`, not counted by the convention; `day-off`; `not-running`, paused or between stages; `unopened`, no open
 * time passed while the clock ran; `rolled`, after a last day that was a day off; `kept-open`, after a last day on
 * whose closing the clock stood still; `overdue`, after the due date.
 */
export type Why = 'counted' | 'before-start' | 'start-day' | 'day-off' | 'not-running' | 'unopened' | 'rolled' | 'kept-open' | 'overdue'

/**
 * One day of a case.
 *
 * Units: `number` is the running number of a counted day, for limits of days, months and years; `minutes` is the time
 * counted on the day, for limits of time.
 */
export interface ExplainedDay<C extends string = string> {
  readonly date: string
  readonly kind: DayKind
  readonly certainty: Certainty
  readonly occasion?: string
  readonly notice?: string | null
  readonly awaits?: readonly string[]
  readonly why: Why
  readonly isCounted: boolean
  readonly number?: number
  readonly minutes?: number
  /** The clock had stopped for good before this day, which is counted only to show where the due date comes from. */
  readonly isAfterStop?: true
  /** The day lies after the due date. */
  readonly isOverdue?: true
  /** The cause of the pause that stopped the clock on this day. */
  readonly cause?: C | typeof CORRECTION
  readonly text: Readonly<Record<Language, string>>
}

/** An assessment with every day from its start to its due date, or to its stop where that is later. */
export interface Explanation<R extends string = string, S extends string = string, C extends string = string> {
  readonly assessment: Assessment<R, S>
  readonly days: readonly ExplainedDay<C>[]
}

/**
 * Assesses a case and explains the answer day by day, in Chinese and English.
 *
 * Edges: after the stop of a case the days up to its due date are counted as if it had run on, which shows where the
 * due date comes from; while the clock is paused the days end with `now`; a case without a clock has none.
 * Throws: what `assess` throws.
 *
 * @example
 * explain({ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-30' }] },
 *   { policy: xiaoshan2019, clock, now: '2019-09-30T12:00+08:00' }).days[1].text.zh //=> '2019年10月1日 周二 国庆节 放假，国办发明电〔2018〕15号，不计'
 */
export function explain<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: AssessOptions<R, S, C>,
): Explanation<R, S, C> {
  const answer = assessed(file, options)
  return { assessment: answer.assessment as Assessment<R, S>, days: daysOf(answer) as readonly ExplainedDay<C>[] }
}

/** What the days of one case have in common. */
interface Story {
  readonly table: SessionTable
  readonly kind: UnitKind
  readonly start: Day
  readonly lastCounted: Day
  readonly due: Day
  readonly runs: readonly ClosedRun[]
  readonly spans: readonly CountedSpan[]
  readonly pauses: readonly Stretch[]
  /** Milliseconds of the limit's time that pass on a day; for limits of time. */
  readonly timeOn: (day: Day) => number
}

function daysOf(answer: Assessed): readonly ExplainedDay[] {
  const { measured, inquiry } = answer
  const story = storyOf(answer)
  if (!story || !measured) return []
  const first = measured.recorded.day
  const last = Math.max(story.due, measured.stop?.day ?? first) as Day
  const occasions = inquiry.clock.calendar.occasions
  let number = 0
  return Array.from({ length: last - first + 1 }, (_empty, i) => {
    const day = (first + i) as Day
    const why = WHY[story.kind](story, day)
    const isCounted = why === 'counted'
    const { working: _working, ...facts } = dayFacts(story.table.days, day)
    const cause = why === 'not-running' ? causeOn(story, day) : undefined
    const plain = {
      date: formatDay(day),
      ...facts,
      why,
      isCounted,
      ...(isCounted && (UNIT_KINDS[story.kind].countsTime ? { minutes: story.timeOn(day) / 60_000 } : { number: ++number })),
      ...(measured.stop && day > measured.stop.day && { isAfterStop: true as const }),
      ...(day > story.due && { isOverdue: true as const }),
      ...(cause && { cause }),
    }
    const setting = { isWorkingDays: story.kind === 'working-days', isDue: day === story.due, occasions }
    return { ...plain, text: { en: sayDay.en(plain, day, setting), zh: sayDay.zh(plain, day, setting) } }
  })
}

function storyOf({ measured, reached, amount, inquiry, course }: Assessed): Story | undefined {
  if (!measured || !reached || !amount) return undefined
  const table = inquiry.clock.table
  const due = reached.due?.day ?? inquiry.now.day
  // 24:00 is the end of one day and the beginning of another, so the day is given beside the instant.
  const stop = measured.stop
  const end = { instant: reached.due?.at ?? inquiry.now.instant, day: due, isDateOnly: false }
  const until = stop && stop.instant > end.instant ? stop : end
  const runs = runsUntil(measured.runs, until)
  const counting = { amount, convention: inquiry.convention }
  const { kind, size } = UNITS[amount.unit]
  return {
    table,
    kind,
    start: measured.start.day,
    lastCounted: reached.lastCountedDay ?? due,
    due,
    runs,
    spans: countedSpans(table, { start: measured.start, runs, until }, counting),
    pauses: course.pauses,
    timeOn: (day) => usedUntil(table, { start: measured.start, runs: runsOn(table, runs, day) }, until, counting) * size,
  }
}

/** What of the runs falls on a day. */
function runsOn(table: SessionTable, runs: readonly ClosedRun[], day: Day): readonly ClosedRun[] {
  const from = instantOf(table.zone, day, 0)
  const to = endOfDay(table, day)
  return runs
    .filter(({ start, end }) => start.instant < to && end.instant > from)
    .map(({ start, end, weight }) => ({
      weight,
      start: { ...start, instant: Math.max(start.instant, from) as Instant },
      end: { ...end, instant: Math.min(end.instant, to) as Instant },
    }))
}

function isInSpan({ spans }: Story, day: Day): boolean {
  return spans.some(({ after, to }) => day > after && (to === undefined || day <= to))
}

function whyTime(story: Story, day: Day): Why {
  if (day < story.start) return 'before-start'
  if (story.timeOn(day) > 0) return 'counted'
  if (!isWorkingDay(story.table.days, day)) return 'day-off'
  return runsOn(story.table, story.runs, day).length > 0 ? 'unopened' : 'not-running'
}

function whyDate(story: Story, day: Day): Why {
  if (day > story.due) return 'overdue'
  if (day > story.lastCounted) return 'rolled'
  if (day === story.lastCounted && day === story.due && !isInSpan(story, day) && day !== story.start) return 'kept-open'
  if (isInSpan(story, day)) return 'counted'
  return day === story.start ? 'start-day' : 'not-running'
}

const WHY: Readonly<Record<UnitKind, (story: Story, day: Day) => Why>> = {
  'working-time': whyTime,
  'clock-time': whyTime,
  'working-days': (story, day) => {
    if (day < story.start) return 'before-start'
    if (day > story.lastCounted && day === story.due) return 'kept-open'
    if (!isWorkingDay(story.table.days, day)) return 'day-off'
    if (isInSpan(story, day)) return 'counted'
    return day === story.start ? 'start-day' : 'not-running'
  },
  'calendar-days': whyDate,
  months: whyDate,
}

function causeOn({ pauses, table }: Story, day: Day): string | undefined {
  const end = endOfDay(table, day)
  return pauses.find(({ from, to }) => from.instant < end && (to === undefined || to.day >= day))?.name
}
