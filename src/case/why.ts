import { isWorkingDay } from '../calendar/table.js'
import type { Day } from '../time/day.js'
import type { UnitKind } from '../time/limit.js'
import type { Why } from './explanation.js'
import { hasRun, type Story } from './story.js'

/** Whether a day counts; one that a period is carried over counts to what is used, and not to the limit. */
export function isCountedFor(story: Story, day: Day, why: Why): boolean {
  return why === 'counted' || (why === 'rolled' && day <= story.usedTo && isInSpan(story, day))
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
    if (isInSpan(story, day)) return 'counted'
    return day === story.start ? 'start-day' : 'not-running'
  },
  'calendar-days': whyDate,
  months: whyDate,
}

function whyDate(story: Story, day: Day): Why {
  if (day > story.lastCounted && day <= story.due) return 'rolled'
  if (day === story.lastCounted && day === story.due && !isInSpan(story, day) && day !== story.start) return 'kept-open'
  if (isInSpan(story, day)) return 'counted'
  return day === story.start ? 'start-day' : 'not-running'
}

/** A limit of no time ends where it starts, and nothing runs until then. */
function isOfNoTime({ runs, start, due }: Story): boolean {
  return start === due && runs.every((run) => run.end.instant <= run.start.instant)
}

function isInSpan({ spans }: Story, day: Day): boolean {
  return spans.some(({ after, to }) => day > after && (to === undefined || day <= to))
}
