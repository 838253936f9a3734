import { dateIn, formatMoment, instantOn } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail, inContext, show } from '../errors.js'
import { EVENT_OUT_OF_ORDER } from '../messages/case.js'
import { INSTANT_INVALID } from '../messages/time.js'
import { hasName } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { localDay } from '../time/zone.js'
import { type AnyEvent, type EventType, kindOfEvent } from './file.js'

/** An event as a moment of its case, with its place in the list. */
export interface Happening extends Moment {
  readonly type: EventType
  /** Its place among all types: what is found by a number is found sooner than by a name. */
  readonly kind: number
  readonly index: number
  /** What is told of it besides, for those who ask. */
  readonly told: AnyEvent
}

/**
 * Reads the moments of the events, each no earlier than the one before.
 *
 * Throws: `event-unknown`, `event-out-of-order`, `instant-invalid`, `date-invalid`.
 */
export function happeningsOf(table: SessionTable, events: readonly AnyEvent[]): readonly Happening[] {
  const happenings = new Array<Happening>(events.length)
  let previous: Happening | undefined
  for (let index = 0; index < events.length; index++) {
    const happening = happeningOf(table, events[index] as AnyEvent, index)
    previous = previous === undefined || isNoEarlier(previous, happening) ? happening : inOrder(table, happenings, happening)
    happenings[index] = previous
  }
  return happenings
}

function happeningOf({ zone }: SessionTable, told: AnyEvent, index: number): Happening {
  const { at, type } = told
  const kind = kindOfEvent(told, index)
  try {
    const date = dateIn(at)
    const instant = instantOn(zone, date, at)
    const day = date ?? localDay(zone, instant)
    // The last hours of the year 9999 elsewhere are of a year here that cannot be written.
    if (!hasName(day)) refuse(at)
    return { day, instant, isDateOnly: date !== undefined, type, kind, index, told }
  } catch (error) {
    throw inContext(error, { path: `events[${index}].at` })
  }
}

function refuse(at: unknown): never {
  return fail(INSTANT_INVALID, { found: show(at) })
}

/** Whether an event comes no earlier than the one before by date and by instant, as nearly all do; then it need not be asked by which of them it is. */
function isNoEarlier(previous: Happening, next: Happening): boolean {
  return next.instant >= previous.instant && next.day >= previous.day
}

/**
 * Moments of which one is only a date compare by date; such a date then stands at the earliest instant that keeps the order. A time comes no earlier
 * than that either, which is that of an event before the date.
 */
function inOrder(table: SessionTable, happenings: readonly Happening[], next: Happening): Happening {
  const previous = happenings[next.index - 1] as Happening
  const isByDate = previous.isDateOnly || next.isDateOnly
  if (isByDate && next.day < previous.day) return refuseOrder(table, previous, next)
  if (next.instant >= previous.instant) return next
  if (next.isDateOnly) return { ...next, instant: previous.instant }
  const timed = happenings.slice(0, next.index).findLast(({ isDateOnly }) => !isDateOnly)
  return refuseOrder(table, timed ?? previous, next)
}

function refuseOrder(table: SessionTable, previous: Happening, next: Happening): never {
  const { index } = next
  return fail(EVENT_OUT_OF_ORDER, { index, at: formatMoment(table, next), previous: formatMoment(table, previous) }, { path: `events[${index}].at` })
}
