import { asProjected, type Reading } from '../calendar/reading.js'
import { assertCovered, assertInReach, isWorkingDay } from '../calendar/table.js'
import { fail } from '../errors.js'
import { TIME_MISSING } from '../messages/time.js'
import { type Day, formatDay } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { instantOf, localDay } from '../time/zone.js'
import type { Counting } from './count.js'
import { firstOpening, hoursRange, isShut } from './day-sessions.js'
import { nextOpening, type SessionTable } from './sessions.js'

/**
 * The start from which a period runs: for working units a start outside opening hours moves to the next opening, and a
 * date on a day off to the next working day, if the convention says so. Other units count from the recorded moment.
 */
export function startFor(table: SessionTable, moment: Moment, { amount, convention, reading = asProjected }: Counting): Moment {
  const { countsTime, countsWork } = amount.facts
  if (moment.isDateOnly && countsTime) return refuse(moment)
  if (!countsWork) {
    assertInReach(table.days, moment.day)
    return moment
  }
  assertCovered(table.days, moment.day)
  if (convention.intake !== 'next-opening') return moment
  const moved = openingFor(table, moment, reading)
  return reading.side === 0 ? moved : boundedStart(table, { moment, moved, reading })
}

function refuse({ day }: Moment): never {
  return fail(TIME_MISSING, { found: formatDay(day), why: 'time-unit' })
}

/** What was moved last, and where to: a case asks for that of its start to choose the version, and by each of its limits. */
const latest: { table: SessionTable | undefined; moment: Moment | undefined; moved: Moment | undefined } = {
  table: undefined,
  moment: undefined,
  moved: undefined,
}

function openingFor(table: SessionTable, moment: Moment, reading: Reading): Moment {
  if (reading !== asProjected) return openingIn(table, moment, reading)
  if (latest.moved !== undefined && latest.moment === moment && latest.table === table) return latest.moved
  const moved = openingIn(table, moment, reading)
  latest.table = table
  latest.moment = moment
  latest.moved = moved
  return moved
}

function openingIn(table: SessionTable, moment: Moment, reading: Reading): Moment {
  if (moment.isDateOnly) return midnightOf(table, reading.roll(table.days, moment.day, 'following'), true)
  const instant = nextOpening(table, moment.instant)
  if (instant === moment.instant) return moment
  return { day: localDay(table.zone, instant), instant, isDateOnly: false }
}

interface Moved {
  readonly moment: Moment
  readonly moved: Moment
  readonly reading: Reading
}

/** A start before which, or after which, no calendar that notices may still make lets it be. */
function boundedStart(table: SessionTable, { moment, moved, reading }: Moved): Moment {
  const { days } = table
  if (moment.isDateOnly) return moved
  const isOpenEnded = (after: number, to: number) => reading.unsettled(Math.max(days.first - 1, after) as Day, to as Day) > 0
  // The hours of a night belong to the day before.
  const isNight = hoursRange(table.hours, days.publishedTo).isToMidnight
  if (reading.side > 0 && isNight && isOpenEnded(moment.day - 2, moment.day)) return moment
  const stays = moved.day === moment.day
  const isSure = isWorkingDay(days, moment.day) && !isOpenEnded(moment.day - 1, moment.day)
  if (stays && (isSure || reading.side > 0)) return moved
  // What is recorded after the last closing of a working day waits for the next in any case.
  const waits = reading.side < 0 || isWorkingDay(days, moment.day)
  const day = waits ? nextOpenDay(table, moment.day, reading) : reading.roll(days, moment.day, 'following')
  if (day === moment.day) return moment
  return reading.side < 0 ? openingOf(table, day) : midnightOf(table, day, false)
}

/** The next working day; in the latest reading one by which a day has come that is worked and has sessions. */
function nextOpenDay({ days, hours }: SessionTable, after: Day, reading: Reading): Day {
  if (reading.side > 0) return reading.nth(days, after, 1)
  let shut = 0
  let seen = after
  for (let n = 1; ; n++) {
    const day = reading.nth(days, after, n)
    while (seen < day) if (isShut(hours, ++seen as Day)) shut++
    if (n > shut) return day
  }
}

/** The first opening of a day if it is worked: a pause before it comes before the start. */
function openingOf({ zone, hours }: SessionTable, day: Day): Moment {
  return { day, instant: instantOf(zone, day, firstOpening(hours, day)), isDateOnly: false }
}

function midnightOf({ zone }: SessionTable, day: Day, isDateOnly: boolean): Moment {
  return { day, instant: instantOf(zone, day, 0), isDateOnly }
}
