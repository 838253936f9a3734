import { addWorkingDays } from '../calendar/table.js'
import { fail, show } from '../errors.js'
import { UNKNOWN_LANDING } from '../messages/choices.js'
import { type Day, formatDay } from '../time/day.js'
import { formatInstant, type InstantInput, type Moment } from '../time/instant.js'
import type { Amount, UnitKind } from '../time/limit.js'
import { addMonths } from '../time/month.js'
import type { Instant } from '../time/zone.js'
import { assertNamed, instantMomentOf, momentOf } from './moment.js'
import { addWorkingTime, type Landing, type SessionTable } from './sessions.js'

const LANDINGS: readonly Landing[] = ['end', 'start']

/**
 * An amount of either sign after a start, and nothing but that: in units of time an instant, in the others a date.
 *
 * Throws: `choice-unknown` for a landing; `outside-coverage` where working units leave the calendar, or others the years that have a name.
 */
export function added(table: SessionTable, start: InstantInput, amount: Amount, landing: Landing = 'end'): string {
  if (!LANDINGS.includes(landing)) fail(UNKNOWN_LANDING, { found: show(landing), allowed: LANDINGS })
  const { kind, size, countsTime } = amount.facts
  const moment = (countsTime ? instantMomentOf : momentOf)(table, start)
  assertNamed(table, moment, amount)
  return ADDERS[kind](table, moment, amount.amount * size, landing)
}

const ADDERS: Readonly<Record<UnitKind, (table: SessionTable, start: Moment, amount: number, landing: Landing) => string>> = {
  'working-time': (table, { instant }, ms, landing) => formatInstant(addWorkingTime(table, instant, ms, landing), table.zone),
  'clock-time': ({ zone }, { instant }, ms) => formatInstant((instant + ms) as Instant, zone),
  'working-days': ({ days }, { day }, n) => formatDay(addWorkingDays(days, day, n)),
  'calendar-days': (_, { day }, n) => formatDay((day + n) as Day),
  months: (_, { day }, n) => formatDay(addMonths(day, n).day),
}
