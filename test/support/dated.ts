import { expect } from 'vitest'

/** Takes the weekday off `Fri 2019-04-26` or `Fri 2019-04-26T10:00`, once it is known to be right. */
export function dated(text: string): string {
  const [weekday, date = ''] = text.split(' ')
  expect(new Date(date.slice(0, 10)).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }), text).toBe(weekday)
  return date
}
