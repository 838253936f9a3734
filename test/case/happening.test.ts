import fc from 'fast-check'
import { createClock } from 'service-time'
import { describe, expect, test } from 'vitest'
import { happeningsOf } from '../../src/case/happening.js'
import { formatDay } from '../../src/time/day.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { runs } from '../support/runs.js'
import { iso } from '../support/waits.js'

const read = (...moments: string[]) =>
  happeningsOf(
    hall.table,
    moments.map((at) => ({ type: 'received', at })),
  ).map(({ instant }) => new Date(instant).toISOString())

describe('the moments of a list of events', () => {
  test('stand in the order of the list: a date after a time of the same day stands at that time', () => {
    const [ten, midnight] = ['2019-07-03T02:00:00.000Z', '2019-07-02T16:00:00.000Z']
    expect(read('2019-07-03T10:00', '2019-07-03', '2019-07-03')).toEqual([ten, ten, ten])
    expect(read('2019-07-03', '2019-07-03T10:00')).toEqual([midnight, ten])
    expect(read('2019-07-03T10:00', '2019-07-03T10:00', '2019-07-04')).toEqual([ten, ten, '2019-07-03T16:00:00.000Z'])
  })

  test('are out of order where a time lies before another, also across a date between them', () => {
    expect(() => read('2019-07-05T17:30', '2019-07-05', '2019-07-05T16:30')).toThrow('2019-07-05T16:30:00+08:00')
    const late = ['2019-07-05T17:30', '2019-07-05', '2019-07-05', '2019-07-05T16:30']
    expect(errorOf(() => read(...late))).toMatchObject({
      code: 'event-out-of-order',
      path: 'events[3].at',
      facts: { index: 3, at: '2019-07-05T16:30:00+08:00', previous: '2019-07-05T17:30:00+08:00' },
    })
    expect(read('2019-07-05T17:30', '2019-07-05', '2019-07-05T17:30')).toHaveLength(3)
  })

  test('follow each other though the date goes back, as where clocks are put back over midnight', () => {
    // In St. John's 2010-11-07 began twice: a minute after midnight the clocks were put back to 23:01.
    const { table } = createClock({ ...hall, timeZone: 'America/St_Johns' })
    const events = ['2010-11-07T00:00:30-02:30', '2010-11-06T23:30:00-03:30'].map((at) => ({ type: 'received', at }) as const)
    expect(happeningsOf(table, events).map(({ day }) => formatDay(day))).toEqual(['2010-11-07', '2010-11-06'])
  })

  test('never go back, whatever of them is only a date', () => {
    const minute = fc.record({ minutes: fc.nat({ max: 2_000 }), isDate: fc.boolean() })
    fc.assert(
      fc.property(fc.array(minute, { minLength: 1, maxLength: 8 }), (steps) => {
        let at = Date.parse('2019-07-01T00:00:00+08:00') / 60_000
        const moments = steps.map(({ minutes, isDate }) => {
          at += minutes
          return isDate ? iso(at).slice(0, 10) : iso(at)
        })
        const found = read(...moments)
        expect(found).toEqual(found.toSorted())
      }),
      { numRuns: runs(200) },
    )
  })
})
