import { createCalendar, createClock } from 'service-time'
import { expect, test } from 'vitest'

test.each([
  ['0001-01-01', '0001-12-31'],
  ['9999-01-01', '9999-12-31'],
])('a clock over the year from %s to %s, an end of those that can be named, answers in it', (from, to) => {
  const calendar = createCalendar({ id: 'edge', weekend: ['sunday'], notices: [], coverage: { from, to } })
  const clock = createClock({ calendar, hours: { workday: ['09:00-17:00'] }, timeZone: 'Etc/UTC', convention: 'cn-civil-code' })
  const year = from.slice(0, 4)
  expect(clock.add(`${year}-06-01T10:00`, { workingMinutes: 30 }).slice(5)).toMatch(/^06-0[12]T(10:30|09:30):00/)
  expect(clock.deadline(`${year}-06-01`, { calendarDays: 0 }).dueDate.slice(5)).toMatch(/^06-0[12]$/)
})
