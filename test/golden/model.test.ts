import { assess, cn, type Limit, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { dated } from '../support/dated.js'
import { CALENDAR_DAYS, MONTHS, type Row, WORKING_DAYS, WORKING_HOURS, WORKING_MINUTES } from '../support/golden.js'
import { policyOf } from '../support/policies.js'

/** The deadline by the clock, and by a case under a policy with that limit and no more events than its start. */
function deadlines(start: string, limit: Limit) {
  const now = start.length === 10 ? `${start}T12:00:00+08:00` : start
  const { dueDate, dueAt } = assess(
    { id: 'golden', rule: 'only', events: [{ type: 'accepted', at: start }] },
    { policy: policyOf(limit), clock: hall, now },
  )
  return { clock: hall.deadline(start, limit), assessed: { dueDate, dueAt } }
}

function expectDate([, start, due]: Row, limit: Limit) {
  const dueDate = dated(due)
  const expected = { dueDate, dueAt: `${dueDate}T17:00:00+08:00` }
  const { clock, assessed } = deadlines(dated(start), limit)
  expect(clock).toMatchObject(expected)
  expect(assessed).toEqual(expected)
}

function expectInstant([, start, due]: Row, limit: Limit) {
  const dueAt = dated(due)
  const { clock, assessed } = deadlines(dated(start), limit)
  expect(clock).toMatchObject({ startsAt: dated(start), dueDate: dueAt.slice(0, 10), dueAt, certainty: 'published', awaits: [] })
  expect(assessed).toEqual({ dueDate: dueAt.slice(0, 10), dueAt })
  expect(hall.add(dated(start), limit)).toBe(dueAt)
}

describe('the golden answers', () => {
  test.each(WORKING_DAYS)('%i working days from %s end on %s: %s', (...row) => {
    const [amount, start, due] = row
    expect(cn.add(dated(start), amount)).toBe(dated(due))
    expectDate(row, { workingDays: amount })
  })

  test.each(CALENDAR_DAYS)('%i calendar days from %s end on %s: %s', (...row) => {
    expectDate(row, { calendarDays: row[0] })
  })

  test.each(MONTHS)('%i months from %s end on %s: %s', (...row) => {
    expectDate(row, { months: row[0] })
  })

  test.each(WORKING_HOURS)('%i working hours from %s end at %s: %s', (...row) => {
    expectInstant(row, { workingHours: row[0] })
  })

  test.each(WORKING_MINUTES)('%i working minutes from %s end at %s: %s', (...row) => {
    expectInstant(row, { workingMinutes: row[0] })
  })

  test('water, accepted Mon 2019-07-01 and paused from Fri 2019-07-05 to Thu 2019-07-25, never expires while paused', () => {
    const [accepted, paused, resumed] = ['Mon 2019-07-01T10:00+08:00', 'Fri 2019-07-05T10:00+08:00', 'Thu 2019-07-25T15:00+08:00'].map(dated)
    const events = [
      { type: 'accepted', at: accepted as string },
      { type: 'paused', at: paused as string, cause: 'civil-works' },
      { type: 'resumed', at: resumed as string, cause: 'civil-works' },
    ] as const
    const water = assess({ id: 'W-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock: hall, now: resumed as string })
    expect(water).toMatchObject({
      limit: { workingDays: 4 },
      lastCountedDay: dated('Fri 2019-07-05'),
      dueDate: dated('Thu 2019-07-25'),
      dueAt: '2019-07-25T17:00:00+08:00',
    })
  })
})
