import { type CountedSpan, countedSpans, periodUntil } from '../clock/paused.js'
import type { ClosedRun, Due } from '../clock/period.js'
import { endOfDay, type SessionTable } from '../clock/sessions.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import type { UnitKind } from '../time/limit.js'
import { instantOf } from '../time/zone.js'
import type { Assessed } from './assess.js'
import { countedSessions, type SessionsByDay } from './counted.js'
import type { Stretch } from './course.js'
import { uncrossed } from './grounds.js'

/** What the days of one case have in common. */
export interface Story {
  readonly table: SessionTable
  readonly kind: UnitKind
  /** The days that are told of: from the recorded start to the due date, or to the stop or now where that is later. */
  readonly first: Day
  readonly last: Day
  readonly start: Day
  /** Without an end while the clock stands still, and for a case of a set. */
  readonly lastCounted: number
  readonly due: number
  readonly stop: Moment | undefined
  readonly runs: readonly ClosedRun[]
  readonly spans: readonly CountedSpan[]
  /** The days that count to what is used, by the stop or by the moment of asking. */
  readonly usedSpans: readonly CountedSpan[]
  readonly pauses: readonly Stretch[]
  /** What counts of each day, for limits of time. */
  readonly sessions: SessionsByDay
}

/** The story of a case whose clock has started. */
export function storyOf({ judgement, inquiry, course, version }: Assessed): Story | undefined {
  if (!judgement) return undefined
  const { settled, reached } = judgement
  const { measured, counting } = settled
  const { amount } = counting
  const { table } = inquiry.clock
  const { recorded, start, stop } = measured
  // A case of a set has no deadline of its own.
  const due = version?.target.kind === 'each' ? reached.due : undefined
  const usedTo = stop ?? inquiry.now
  // 24:00 is the end of one day and the beginning of another, so the day is given beside the instant.
  const until = due && isBy(usedTo, due) ? { instant: due.at, day: due.day, isDateOnly: false } : usedTo
  const period = periodUntil(measured, until)
  const { runs } = period
  const { kind } = amount.facts
  const sessions = amount.facts.countsTime ? countedSessions(table, runs, { kind, usedTo: usedTo.instant, dueAt: due?.at }) : new Map()
  return {
    table,
    kind,
    first: recorded.day,
    last: Math.max(until.day, recorded.day) as Day,
    start: start.day,
    lastCounted: (due && (reached.lastCountedDay ?? due.day)) ?? Number.POSITIVE_INFINITY,
    due: due?.day ?? Number.POSITIVE_INFINITY,
    stop,
    runs,
    spans: countedSpans(table, period, { convention: inquiry.convention }),
    usedSpans: countedSpans(table, periodUntil(measured, uncrossed(usedTo, reached.due)), { convention: inquiry.convention }),
    pauses: course.pauses,
    sessions,
  }
}

/** A date is by an end if its day is. */
function isBy({ isDateOnly, day, instant }: Moment, due: Due): boolean {
  return isDateOnly ? day <= due.day : instant <= due.at
}

/** Whether the clock runs for some time of a day. */
export function hasRun({ table, runs }: Story, day: Day): boolean {
  const from = instantOf(table.zone, day, 0)
  const to = endOfDay(table, day)
  return runs.some(({ start, end }) => start.instant < to && end.instant > from)
}

/** The cause of the pause that a day lies in. */
export function causeOn({ pauses, table }: Story, day: Day): string | undefined {
  const end = endOfDay(table, day)
  return pauses.find(({ from, to }) => from.instant < end && (to === undefined || to.day >= day))?.name || undefined
}
