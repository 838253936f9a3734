import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { civilOf, type Day } from './day.js'
import { MS_PER_DAY } from './numbers.js'
import { once } from './once.js'

/** Where the same date of another month falls. */
export interface MonthEnd {
  readonly day: Day
  /** The month had no such date, so its last day stands in. Source: Civil Code art. 202. */
  readonly isClamped: boolean
}

/** What was found before: an end is the answer for one day and one amount alone. */
interface Found extends MonthEnd {
  readonly from: Day
  readonly months: number
}

/** How many ends are kept. */
const KEPT = 1_024

/** Ends found before, each at a place by its day and its months: the cases of a year start on a few hundred days, and a rule has one amount or two. */
const found = /* @__PURE__ */ once(() => new Array<Found | undefined>(KEPT).fill(undefined))

/** Adds Gregorian months; a date that the month does not have becomes its last day. */
export function addMonths(day: Day, months: number): MonthEnd {
  const ends = found()
  const place = (day ^ (months << 5)) & (KEPT - 1)
  const known = ends[place]
  if (known !== undefined && known.from === day && known.months === months) return known
  const end = endAfter(day, months)
  ends[place] = end
  return end
}

function endAfter(from: Day, months: number): Found {
  // A date in UTC keeps the host's zone out: in Apia 2011-12-30 does not exist.
  const moved = addMonthsTo(new UTCDateMini(from * MS_PER_DAY), months)
  const day = (moved.getTime() / MS_PER_DAY) as Day
  return { day, isClamped: civilOf(day).date !== civilOf(from).date, from, months }
}
