import { type Day, dayAtStart, formatDay } from '../time/day.js'
import { formatInstant, isDateText, type Moment, parseInstant } from '../time/instant.js'
import { instantOf, localDay } from '../time/zone.js'
import type { SessionTable } from './sessions.js'

/** Reads an instant, or a date whose time of day is not known. */
export function momentOf({ zone }: Pick<SessionTable, 'zone'>, at: unknown, path = ''): Moment {
  if (isDateText(at)) {
    const day = dayAtStart(at) as Day
    return { day, instant: instantOf(zone, day, 0), isDateOnly: true }
  }
  const instant = parseInstant(at, zone, path)
  return { day: localDay(zone, instant), instant, isDateOnly: false }
}

/** Writes a moment as it was recorded: a date stays a date. */
export function formatMoment({ zone }: Pick<SessionTable, 'zone'>, moment: Moment): string {
  return moment.isDateOnly ? formatDay(moment.day) : formatInstant(moment.instant, zone)
}
