import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { civilOf, type Day } from './day.js'
import { MS_PER_DAY } from './numbers.js'

/** Where the same date of another month falls. */
export interface MonthEnd {
  readonly day: Day
  /** The month had no such date, so its last day stands in. Source: Civil Code art. 202. */
  readonly isClamped: boolean
}

/** Adds Gregorian months; a date that the month does not have becomes its last day. */
export function addMonths(day: Day, months: number): MonthEnd {
  // A date in UTC keeps the host's zone out: in Apia 2011-12-30 does not exist.
  const moved = addMonthsTo(new UTCDateMini(day * MS_PER_DAY), months)
  const end = (moved.getTime() / MS_PER_DAY) as Day
  return { day: end, isClamped: civilOf(end).date !== civilOf(day).date }
}
