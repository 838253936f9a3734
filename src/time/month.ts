import { TZDate } from '@date-fns/tz'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { civilOf, type Day, dayOf, MS_PER_DAY } from './day.js'

/** Where the same date of another month falls. */
export interface MonthEnd {
  readonly day: Day
  /** The month had no such date, so its last day stands in. Source: Civil Code art. 202. */
  readonly isClamped: boolean
}

/** Adds Gregorian months; a date that the month does not have becomes its last day. */
export function addMonths(day: Day, months: number): MonthEnd {
  const moved = addMonthsTo(new TZDate(day * MS_PER_DAY, 'UTC'), months)
  const end = dayOf(moved.getFullYear(), moved.getMonth() + 1, moved.getDate())
  return { day: end, isClamped: civilOf(end).date !== civilOf(day).date }
}
