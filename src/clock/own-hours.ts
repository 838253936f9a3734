import type { Calendar } from '../calendar/calendar.js'
import type { DayTable } from '../calendar/table.js'
import { frozenCopy } from '../time/frozen.js'
import { assertWorkedDates } from './day-sessions.js'
import type { Hours, HoursPlan } from './hours.js'

/** Under this name the hours of a clock hold the calendar that they were given for; hours that somebody writes, or copies, do not. */
const GIVEN_FOR = Symbol.for('service-time.hours-given-for')

/** The calendar that hours were written for: that of the first clock that had them, and this one if none did. */
function calendarOf(hours: Hours & { readonly [GIVEN_FOR]?: Calendar }, calendar: Calendar): Calendar {
  return hours[GIVEN_FOR] ?? calendar
}

/** A frozen copy of the hours of a clock, which knows for which calendar they were written. */
export function ownHours(hours: Hours, calendar: Calendar): Hours {
  return Object.freeze(Object.defineProperty({ ...frozenCopy(hours) }, GIVEN_FOR, { value: calendarOf(hours, calendar) }))
}

/**
 * The days of a calendar for hours; those that were carried to it from a clock on another one lie idle on days off.
 *
 * Throws: `hours-on-day-off` where they were written for it.
 */
export function daysFor(hours: Hours, calendar: Calendar, plan: HoursPlan): DayTable {
  const { table } = calendar
  if (calendarOf(hours, calendar) === calendar) assertWorkedDates(table, plan)
  return table
}
