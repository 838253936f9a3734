import { formatMoment, momentIn, momentOf } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail } from '../errors.js'
import type { Moment } from '../time/instant.js'
import type { AnyEvent } from './file.js'

/** An event with its moment and its place in the list. */
export interface Happening extends Omit<AnyEvent, 'at'> {
  readonly index: number
  readonly moment: Moment
}

/**
 * Reads the moments of the events, each no earlier than the one before.
 *
 * Throws: `event-out-of-order`, `instant-invalid`, `date-invalid`.
 */
export function happeningsOf(table: SessionTable, events: readonly AnyEvent[]): readonly Happening[] {
  const happenings: Happening[] = []
  for (const event of events) happenings.push(happeningOf(table, event, happenings))
  return happenings
}

function happeningOf(table: SessionTable, { type, at, cause, stage, by, reason }: AnyEvent, before: readonly Happening[]): Happening {
  const index = before.length
  const recorded = momentIn(table, at) ?? momentOf(table, at, `events[${index}].at`)
  const previous = before[index - 1]
  return { type, index, moment: previous ? after(table, previous.moment, recorded, index) : recorded, cause, stage, by, reason }
}

/** Moments of which one is only a date compare by date; such a date then stands at the earliest instant that keeps the order. */
function after(table: SessionTable, previous: Moment, next: Moment, index: number): Moment {
  const isByDate = previous.isDateOnly || next.isDateOnly
  const isBefore = isByDate ? next.day < previous.day : next.instant < previous.instant
  if (isBefore) {
    fail('event-out-of-order', { index, at: formatMoment(table, next), previous: formatMoment(table, previous) }, { path: `events[${index}].at` })
  }
  return next.instant < previous.instant ? { ...next, instant: previous.instant } : next
}
