/* When the notice of a year comes out: what was promised on the law alone, within which bounds, and which promises move. */
import { cn, createClock, hallHours, type InstantInput } from 'service-time'

const limit = { workingDays: 8 }
const accepted: readonly InstantInput[] = ['2019-12-23T10:00+08:00', '2020-01-10T10:00+08:00', '2020-01-20T10:00+08:00']

const clockOn = (date: string) => createClock({ calendar: cn.asOf(date), hours: hallHours, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
const before = clockOn('2019-11-20')
const after = clockOn('2019-11-21')

export const promises = accepted.map((start) => {
  const { dueDate, earliest, latest, awaits } = before.deadline(start, limit)
  return { promised: dueDate, between: `${earliest} – ${latest}`, awaits, now: after.deadline(start, limit).dueDate }
})

const { days, deadlines } = before.calendar.diff(after.calendar, limit)

export const moved = { days: days.length, deadlines: deadlines.length, editions: [before, after].map(({ calendar }) => calendar.edition) }
