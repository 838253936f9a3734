import { outsideCoverage } from '../calendar/table.js'
import { dayAtStart, formatDay } from '../time/day.js'
import { formatInstant, instantIn, isAsWritten, type Moment, parseInstant } from '../time/instant.js'
import { type Amount, UNITS } from '../time/limit.js'
import { instantOf, localDay, MAX_INSTANT, MIN_INSTANT } from '../time/zone.js'
import type { SessionTable } from './sessions.js'

/** Reads an instant, or a date whose time of day is not known. */
export function momentOf(table: Pick<SessionTable, 'zone'>, at: unknown, path = ''): Moment {
  const moment = momentIn(table, at)
  if (moment !== undefined) return moment
  const instant = parseInstant(at, table.zone, path)
  return { day: localDay(table.zone, instant), instant, isDateOnly: false, text: undefined }
}

/** The same; nothing for what is neither. */
export function momentIn({ zone }: Pick<SessionTable, 'zone'>, at: unknown): Moment | undefined {
  if (typeof at === 'string' && at.length === 10) {
    const day = dayAtStart(at)
    return day === undefined ? undefined : { day, instant: instantOf(zone, day, 0), isDateOnly: true, text: undefined }
  }
  const instant = instantIn(at, zone)
  return instant === undefined
    ? undefined
    : { day: localDay(zone, instant), instant, isDateOnly: false, text: typeof at === 'string' ? at : undefined }
}

/** Writes a moment as it was recorded: a date stays a date. */
export function formatMoment({ zone }: Pick<SessionTable, 'zone'>, moment: Moment): string {
  const { day, instant, isDateOnly, text } = moment
  if (isDateOnly) return formatDay(day)
  return text !== undefined && isAsWritten(text, instant, zone) ? text : formatInstant(instant, zone)
}

/** Throws `outside-coverage`, in the words of the question, where hours or minutes by the clock lead to a year that has no name. */
export function assertNamed(table: SessionTable, from: Moment, { unit, amount }: Amount): void {
  const { kind, size } = UNITS[unit]
  const end = from.instant + amount * size
  if (kind !== 'clock-time' || from.isDateOnly || (end >= MIN_INSTANT && end <= MAX_INSTANT)) return
  const sign = amount < 0 ? '-' : '+'
  outsideCoverage(table.days, `${formatMoment(table, from)} ${sign} { ${unit}: ${Math.abs(amount)} }`, amount < 0 ? 'before' : 'horizon')
}
