import { fail } from '../errors.js'
import { CALENDAR_INVALID } from '../messages/calendar.js'
import { type Day, formatDay } from '../time/day.js'
import { type DayFacts, dayFacts } from './facts.js'
import { addWorkingDays, type DayTable, isWorkingDay } from './table.js'

/** A day that is worked in one of two calendars and off in the other. */
export interface ChangedDay {
  readonly date: string
  readonly before: DayFacts
  readonly after: DayFacts
}

/** A start whose deadline is another date in another calendar. */
export interface MovedDeadline {
  readonly start: string
  readonly before: string
  readonly after: string
}

/** What changes from one calendar to another, over the days that both know. */
export interface Difference {
  readonly from: string
  readonly to: string
  readonly days: readonly ChangedDay[]
  /** The deadlines that move, for the amount of working days asked about; none where none was. */
  readonly deadlines: readonly MovedDeadline[]
}

/** Compares two tables, and what they make of a number of working days from each of their dates. */
export function differenceOf(before: DayTable, after: DayTable, workingDays: number | undefined): Difference {
  const first = Math.max(before.first, after.first) as Day
  const last = Math.min(before.last, after.last) as Day
  if (first > last) return fail(CALENDAR_INVALID, { calendar: `${before.id}, ${after.id}`, problem: 'no-coverage' })
  const shared = Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day)
  return {
    from: formatDay(first),
    to: formatDay(last),
    days: shared
      .filter((day) => isWorkingDay(before, day) !== isWorkingDay(after, day))
      .map((day) => ({ date: formatDay(day), before: dayFacts(before, day), after: dayFacts(after, day) })),
    deadlines: workingDays === undefined ? [] : shared.flatMap((start) => movedFrom(start, workingDays, { before, after, last })),
  }
}

interface Compared {
  readonly before: DayTable
  readonly after: DayTable
  readonly last: Day
}

/** Nothing for a deadline that stays, or that one of the two does not know. */
function movedFrom(start: Day, workingDays: number, { before, after, last }: Compared): readonly MovedDeadline[] {
  const reaches = (table: DayTable) => (table.rank[last - table.first + 1] as number) - (table.rank[start - table.first + 1] as number) >= workingDays
  if (!reaches(before) || !reaches(after)) return []
  const [was, is] = [addWorkingDays(before, start, workingDays), addWorkingDays(after, start, workingDays)]
  return was === is ? [] : [{ start: formatDay(start), before: formatDay(was), after: formatDay(is) }]
}
