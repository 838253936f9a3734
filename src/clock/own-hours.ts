import type { Calendar } from '../calendar/calendar.js'
import type { DayTable } from '../calendar/table.js'
import { frozenCopy } from '../time/frozen.js'
import { assertWorkedDates } from './day-sessions.js'
import type { Hours, HoursPlan } from './hours.js'

/** The calendar that the hours of each clock were written for: that of the first clock that had them. Hours that somebody writes, or copies, are not here yet. */
const writtenFor = /* @__PURE__ */ new WeakMap<Hours, Calendar>()

/** A frozen copy of hours for a clock, of which it stays known for which calendar they were written. */
export function ownHours(hours: Hours, calendar: Calendar): Hours {
  const own = frozenCopy(hours)
  writtenFor.set(own, writtenFor.get(hours) ?? calendar)
  return own
}

/**
 * The days of a calendar for hours; those that were carried to it from a clock on another one lie idle on days off.
 *
 * Throws: `hours-on-day-off` where they were written for it.
 */
export function daysFor(hours: Hours, calendar: Calendar, plan: HoursPlan): DayTable {
  const { table } = calendar
  if (writtenFor.get(hours) === calendar) assertWorkedDates(table, plan)
  return table
}
