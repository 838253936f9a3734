import type { Calendar } from '../calendar/calendar.js'
import { assertClock } from '../clock/assert-clock.js'
import { readingOf } from '../clock/budget.js'
import { type Clock, createClock } from '../clock/clock.js'
import type { Counting } from '../clock/count.js'
import { startFor } from '../clock/intake.js'
import type { Share } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail } from '../errors.js'
import { CLOCK_MISSING, ZONES_DIFFER } from '../messages/clock.js'
import type { Policy, Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'

/** The clocks that stages run on, by the names that a policy gives them. */
export type Clocks = Readonly<Record<string, Clock>>

/**
 * The clocks of a policy's stages, each there and in the zone of the policy's own clock, so that they mean the same by a date; as a
 * record of its own, in which nobody else puts others.
 *
 * Throws: `clock-missing`, `zones-differ`, `value-invalid`.
 */
export function clocksOf({ clocks: named = {} }: Policy, clock: Clock, given: Clocks = {}): Clocks {
  return Object.fromEntries(Object.keys(named).map((name) => [name, ownClock(name, given, clock)]))
}

function ownClock(name: string, given: Clocks, { timeZone }: Clock): Clock {
  const path = `clocks.${name}`
  const own = Object.hasOwn(given, name) ? given[name] : undefined
  if (own === undefined) return fail(CLOCK_MISSING, { name, given: Object.keys(given) }, { path })
  assertClock(own, path)
  if (own.timeZone !== timeZone) return fail(ZONES_DIFFER, { found: own.timeZone, expected: timeZone }, { path })
  return own
}

/** A clock with the name that the policy gives it. */
export interface NamedClock {
  readonly name: string
  readonly clock: Clock
}

/** The clock that a stage runs on by itself; none where it is that of the policy. */
export function clockOf(stage: string, { stages }: Version, clocks: Clocks): NamedClock | undefined {
  const name = stages?.[stage]?.clock
  return name === undefined ? undefined : { name, clock: clocks[name] as Clock }
}

/** The time of a stage on its own clock. */
export function shareOf({ name, clock: { table, calendar } }: NamedClock): Share {
  return { name, table, readings: calendar.plan.readings, weight: 1 }
}

/** The clocks with calendars that come from theirs, such as those known on a day. */
export function clocksBy(clocks: Clocks, calendarFrom: (calendar: Calendar) => Calendar): Clocks {
  return Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, createClock({ ...clock, calendar: calendarFrom(clock.calendar) })]))
}

/** The same counting by another calendar, whose days are not settled in their own way. */
function countingOn({ calendar }: Clock, counting: Counting): Counting {
  return counting.reading === undefined ? counting : { ...counting, reading: readingOf(calendar.plan.readings, counting.reading) }
}

/** Where a limit starts from a moment: by a clock of its own, or by that of the policy. */
export function startOn(own: NamedClock | undefined, table: SessionTable, moment: Moment, counting: Counting): Moment {
  return own === undefined ? startFor(table, moment, counting) : startFor(own.clock.table, moment, countingOn(own.clock, counting))
}
