/*
 * The other libraries, told the days of `cn` as far as each can hold them. Hours are told as local time, which is UTC here.
 */
import './utc.js'
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import luxonBusinessDays from 'luxon-business-days'
import moment from 'moment'
import 'moment-business-time'
import OpeningHours from 'opening_hours'
import { cn } from '../../dist/index.js'
import { DAY, dayOf, textOf } from './support.js'

/** The years asked about, with room for what is added. */
const FIRST = dayOf('2010-01-01')
const LAST = dayOf('2025-12-31')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const isWeekend = (day) => [0, 6].includes(new Date(day * DAY).getUTCDay())

const exceptions = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)
  .map((day) => ({ day, text: textOf(day), isWeekend: isWeekend(day), isWorked: cn.isWorkingDay(textOf(day)) }))
  .filter((day) => day.isWeekend === day.isWorked)

/** Days off that are not weekends: more than these no peer needs to hold. */
const holidays = exceptions.filter(({ isWorked }) => !isWorked)
const makeupDays = exceptions.filter(({ isWorked }) => isWorked)
const holidayTexts = holidays.map(({ text }) => text)

/** Days from FIRST that are exceptions of a kind before each day, so that a span without any is found at once. */
function runningCount(days) {
  const set = new Set(days.map(({ day }) => day))
  const counts = [0]
  for (let day = FIRST; day <= LAST; day++) counts.push(counts.at(-1) + (set.has(day) ? 1 : 0))
  return (a, b) => counts[b - FIRST + 1] - counts[a - FIRST]
}

/** Make-up days in [a, b]. */
export const makeupDaysIn = runningCount(makeupDays)
/** Days in [a, b] that are not what their weekday says. */
export const exceptionsIn = runningCount(exceptions)

dayjs.extend(businessTime)
const dayjsHours = [
  { start: '09:00:00', end: '12:00:00' },
  { start: '13:30:00', end: '17:00:00' },
]
dayjs.setBusinessTime({
  sunday: null,
  monday: dayjsHours,
  tuesday: dayjsHours,
  wednesday: dayjsHours,
  thursday: dayjsHours,
  friday: dayjsHours,
  saturday: null,
})
dayjs.setHolidays(holidayTexts)

const momentHours = ['09:00:00', '12:00:00', '13:30:00', '17:00:00']
const workinghours = { 0: null, 1: momentHours, 2: momentHours, 3: momentHours, 4: momentHours, 5: momentHours, 6: null }
moment.updateLocale('en', { workinghours, holidays: holidayTexts })

const keyOf = ({ year, month, day }) => year * 10_000 + month * 100 + day
const holidayKeys = new Set(holidayTexts.map((text) => Number(text.replaceAll('-', ''))))
// The one that the plugin has extended: luxon as an ES module is another.
const { DateTime } = luxonBusinessDays
DateTime.prototype.setupBusiness({ holidayMatchers: [(at) => holidayKeys.has(keyOf(at))] })

const dated = ({ text }) => `${text.slice(0, 4)} ${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(8)}`
const daily = '09:00-12:00,13:30-17:00'
const openingHours = new OpeningHours(`Mo-Fr ${daily}; ${makeupDays.map(dated).join(',')} ${daily}; ${holidays.map(dated).join(',')} off`)

/** opening_hours does not add; its iterator of changes does, with a few lines. */
function addWithOpeningHours(from, ms) {
  const iterator = openingHours.getIterator(new Date(from))
  let left = ms
  let at = from
  for (;;) {
    const isOpen = iterator.getState()
    if (!iterator.advance()) throw new Error('no change follows')
    const next = iterator.getDate().getTime()
    if (isOpen && next - at >= left) return at + left
    if (isOpen) left -= next - at
    at = next
  }
}

export { addWithOpeningHours, DateTime, dayjs, moment, openingHours }
