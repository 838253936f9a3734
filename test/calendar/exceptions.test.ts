import { cn } from 'service-time'
import { describe, expect, test } from 'vitest'
import source from '../../seeds/calendars/cn.json' with { type: 'json' }
import exceptions from '../../seeds/calendars/cn-exceptions.json' with { type: 'json' }
import { planOf } from '../../src/calendar/plan.js'
import type { CalendarSource } from '../../src/calendar/source.js'
import { type Day, formatDay, weekdayOf } from '../../src/time/day.js'

const laid = planOf(source as CalendarSource)

/** Days from one exception to the next, the first from the start of the calendar. */
function gaps(): readonly number[] {
  const { first, isWorked, weekend } = laid.days()
  const found = [...isWorked.keys()].filter((i) => isWorked[i] === (weekend.has(weekdayOf((first + i) as Day)) ? 1 : 0))
  return found.map((day, i) => day - (found[i - 1] ?? 0))
}

describe('the exceptions that come with the calendar of notices', () => {
  test('are what its notices and the law give; `npm run exceptions` writes them anew', async () => {
    const { first, last, publishedTo } = laid.days()
    const { id, weekend, occasions, projection } = source
    const span = { from: formatDay(first), publishedTo: formatDay(publishedTo), to: formatDay(last) }
    const text = JSON.stringify({ calendar: id, weekend, occasions, awaits: projection.awaits, ...span, gaps: gaps() })
    await expect(`${text}\n`).toMatchFileSnapshot('../../seeds/calendars/cn-exceptions.json')
  })

  test('give the calendar that the notices give without them', () => {
    expect(cn.table.isWorked).toEqual(laid.days().isWorked)
    expect(cn.edition).toBe(laid.edition())
    expect(exceptions).toMatchObject(cn.coverage)
  })
})
