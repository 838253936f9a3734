import { fail, quote } from '../errors.js'
import { NOT_CALENDAR } from '../messages/values.js'
import type { Calendar } from './calendar.js'

/** Throws `value-invalid` unless it is a calendar; a copy of one has lost what the answers come from. */
export function assertCalendar(value: unknown, path: string): asserts value is Calendar {
  const { plan } = (value ?? {}) as Partial<Calendar>
  const isCalendar = typeof plan?.days === 'function' && 'table' in (value as object)
  if (!isCalendar) fail(NOT_CALENDAR, { found: quote(value) }, { path })
}
