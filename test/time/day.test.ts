import { expect, test } from 'vitest'
import { type Day, formatDay, parseDay, showDay } from '../../src/time/day.js'
import { errorOf } from '../support/errors.js'

const MS_PER_DAY = 86_400_000
const [first, last] = [Date.parse('0001-01-01') / MS_PER_DAY, Date.parse('9999-12-31') / MS_PER_DAY]

test('a day that four digits cannot name is refused, though nothing has been written before', () => {
  for (const day of [first - 1, last + 1] as Day[]) {
    const found = 'a date outside the years 1 to 9999'
    expect(errorOf(() => formatDay(day))).toMatchObject({ code: 'date-invalid', facts: { found } })
    expect(showDay(day)).toBe(found)
  }
})

test('the days of 400 years, and some of all years that four digits can name, are written as the platform writes them, and read back', () => {
  const days = [...Array.from({ length: 146_097 }, (_, i) => i), last]
  for (let day = first; day <= last; day += 61) days.push(day)
  const platform = (day: number) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
  expect(days.find((day) => formatDay(day as Day) !== platform(day))).toBeUndefined()
  expect(days.find((day) => parseDay(platform(day)) !== day)).toBeUndefined()
})
