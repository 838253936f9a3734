import { isWorkingDay } from '../calendar/table.js'
import type { CountedSpan } from '../clock/paused.js'
import type { Day } from '../time/day.js'
import { UNIT_KINDS, type UnitKind } from '../time/limit.js'
import type { Why } from './explanation.js'
import { hasRun, type Story } from './story.js'

/** Whether a day counts; one that a period is carried over or kept open to counts to what is used, and not to the limit. */
export function isCountedFor(story: Story, day: Day, why: Why): boolean {
  return why === 'counted' || ((why === 'rolled' || why === 'kept-open') && isUsed(story, day))
}

function isUsed({ usedSpans, kind, table }: Story, day: Day): boolean {
  return isIn(usedSpans, day) && (kind !== 'working-days' || isWorkingDay(table.days, day))
}

/** Whether a day counts only as if the case had gone on: after its stop, or on the day of a stop that ended a pause. */
export function isAfterStop({ kind, stop, spans, usedSpans }: Story, day: Day): boolean {
  if (stop === undefined || day !== stop.day || UNIT_KINDS[kind].countsTime) return stop !== undefined && day > stop.day
  return isIn(spans, day) && !isIn(usedSpans, day)
}

/** Why a day of a case counts or not, by the kind of its limit's unit. */
export function whyOf(story: Story, day: Day): Why {
  return WHY[story.kind](story, day)
}

const WHY: Readonly<Record<UnitKind, (story: Story, day: Day) => Why>> = {
  'working-time': (story, day) => {
    if (story.sessions.has(day)) return 'counted'
    if (day < story.start) return 'before-start'
    if (!isWorkingDay(story.table.days, day)) return 'day-off'
    return hasRun(story, day) || isOfNoTime(story) ? 'unopened' : 'not-running'
  },
  'clock-time': (story, day) => (story.sessions.has(day) ? 'counted' : isOfNoTime(story) ? 'unopened' : 'not-running'),
  'working-days': (story, day) => {
    if (day < story.start) return 'before-start'
    if (day > story.lastCounted && day === story.due) return 'kept-open'
    if (!isWorkingDay(story.table.days, day)) return 'day-off'
    if (isIn(story.spans, day)) return 'counted'
    return day === story.start ? 'start-day' : 'not-running'
  },
  'calendar-days': whyDate,
  months: whyDate,
}

function whyDate(story: Story, day: Day): Why {
  if (day > story.lastCounted && day <= story.due) return 'rolled'
  if (day === story.lastCounted && day === story.due && !isIn(story.spans, day) && day !== story.start) return 'kept-open'
  if (isIn(story.spans, day)) return 'counted'
  return day === story.start ? 'start-day' : 'not-running'
}

/** A limit of no time ends where it starts, and nothing runs until then. */
function isOfNoTime({ runs, start, due }: Story): boolean {
  return start === due && runs.every((run) => run.end.instant <= run.start.instant)
}

function isIn(spans: readonly CountedSpan[], day: Day): boolean {
  return spans.some(({ after, to }) => day > after && (to === undefined || day <= to))
}
