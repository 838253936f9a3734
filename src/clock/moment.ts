import { outsideCoverage } from '../calendar/table.js'
import { civilOf, type Day, dayAtStart, formatDay, hasName } from '../time/day.js'
import { formatInstant, type Moment, parseInstant } from '../time/instant.js'
import type { Amount, UnitKind } from '../time/limit.js'
import { MAX_INSTANT, MIN_INSTANT } from '../time/numbers.js'
import { type Instant, instantOf, localDay, type Zone } from '../time/zone.js'
import type { SessionTable } from './sessions.js'

/**
 * Reads an instant, or a date whose time of day is not known.
 *
 * Throws: as `parseInstant`; what is no moment is no instant either, and that says why.
 */
export function momentOf({ zone }: Pick<SessionTable, 'zone'>, at: unknown, path = ''): Moment {
  const date = dateIn(at)
  const instant = instantOn(zone, date, at, path)
  return { day: date ?? localDay(zone, instant), instant, isDateOnly: date !== undefined }
}

/** The date that stands alone, without a time of day. */
export function dateIn(at: unknown): Day | undefined {
  return typeof at === 'string' && at.length === 10 ? dayAtStart(at) : undefined
}

/** The instant of what was read: of a date alone, that at which it begins. */
export function instantOn(zone: Zone, date: Day | undefined, at: unknown, path = ''): Instant {
  return date === undefined ? parseInstant(at, zone, path) : instantOf(zone, date, 0)
}

/** Writes a moment as it was recorded: a date stays a date. */
export function formatMoment({ zone }: Pick<SessionTable, 'zone'>, moment: Moment): string {
  const { day, instant, isDateOnly } = moment
  return isDateOnly ? formatDay(day) : formatInstant(instant, zone)
}

/** Reads an instant as a moment. Throws as `parseInstant`, for a date too. */
export function instantMomentOf({ zone }: Pick<SessionTable, 'zone'>, at: unknown, path = ''): Moment {
  const instant = parseInstant(at, zone, path)
  return { day: localDay(zone, instant), instant, isDateOnly: false }
}

/** Whether what lies an amount after a moment is in a year that has a name; working units leave the calendar before it comes to that. */
const IS_NAMED: Readonly<Record<UnitKind, (from: Moment, amount: number, zone: Zone) => boolean>> = {
  'working-time': () => true,
  'clock-time': ({ instant, isDateOnly }, ms, zone) => isDateOnly || isNamedInstant(instant + ms, zone),
  'working-days': () => true,
  'calendar-days': ({ day }, days) => hasName(day + days),
  months: ({ day }, months) => isNamedMonth(monthOf(day) + months),
}

function isNamedInstant(at: number, zone: Zone): boolean {
  return at >= MIN_INSTANT && at <= MAX_INSTANT && hasName(localDay(zone, at as Instant))
}

/** Months since the start of the year 0. */
function monthOf(day: Day): number {
  const { year, month } = civilOf(day)
  return year * 12 + month - 1
}

function isNamedMonth(month: number): boolean {
  return month >= 12 && month < 120_000
}

/** Throws `outside-coverage`, in the words of the question, where an amount leads to a year that has no name. */
export function assertNamed(table: SessionTable, from: Moment, { unit, amount, facts: { kind, size } }: Amount): void {
  if (IS_NAMED[kind](from, amount * size, table.zone)) return
  const sign = amount < 0 ? '-' : '+'
  outsideCoverage(table.days, `${formatMoment(table, from)} ${sign} { ${unit}: ${Math.abs(amount)} }`, amount < 0 ? 'before' : 'horizon')
}
