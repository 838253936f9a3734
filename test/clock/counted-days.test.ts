import fc from 'fast-check'
import { type Convention, conventions } from 'service-time'
import { describe, expect, test } from 'vitest'
import { countAfter, nthAfter } from '../../src/calendar/table.js'
import { type Counting, reachOver, usedUntil } from '../../src/clock/count.js'
import { momentOf } from '../../src/clock/moment.js'
import { countedSpans, periodUntil } from '../../src/clock/paused.js'
import type { Period, Run } from '../../src/clock/period.js'
import type { Day } from '../../src/time/day.js'
import type { Moment } from '../../src/time/instant.js'
import { amountOf } from '../../src/time/limit.js'
import { hall } from '../support/clocks.js'

const { table } = hall
const { days } = table

/** Moments of two months with a holiday and make-up days, some of them dates alone, in order of time. */
const moments = (minLength: number, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat({ max: 60 * 24 * 4 }), fc.boolean()), { minLength, maxLength, selector: ([quarter]) => quarter >> 7 })
    .map((all) => all.toSorted(([a], [b]) => a - b).map(([quarter, isDateOnly]) => momentAt(quarter, isDateOnly)))

function momentAt(quarter: number, isDateOnly: boolean): Moment {
  const text = new Date(Date.UTC(2019, 8, 1) + quarter * 900_000).toISOString().slice(0, 16)
  return momentOf(table, isDateOnly ? text.slice(0, 10) : `${text}+08:00`)
}

/** A period whose runs end and begin at moments by turns; with an odd number of them the last run goes on. */
const periods = moments(1, 9).map((all): Period => {
  const runs = all.flatMap((start, i): readonly Run[] => (i % 2 === 0 ? [{ start, end: all[i + 1], weight: 1 }] : []))
  return { start: all[0] as Moment, runs }
})

/** The one rule of paused days by which nothing but the runs decides, so that the days are counted without a list of them. */
const convention = (startDay: Convention['startDay']): Convention => ({ ...conventions['cn-civil-code'], startDay, pausedDay: 'after-pause-day' })

const countings = fc
  .tuple(fc.constantFrom<Convention['startDay'][]>('included', 'excluded'), fc.integer({ min: 1, max: 30 }))
  .map(([startDay, workingDays]): Counting => ({ amount: amountOf({ workingDays }), convention: convention(startDay) }))

/** The last counted day, from the list of all that are counted. */
function lastListed(period: Period, counting: Counting): Day | undefined {
  let left = counting.amount.amount
  for (const { after, to } of countedSpans(table, period, counting)) {
    const available = to === undefined ? Number.POSITIVE_INFINITY : countAfter(days, after, to)
    if (available >= left) return nthAfter(days, after, left)
    left -= available
  }
  return undefined
}

/** The days used, from the same list, which has an end where it stops at a moment. */
function usedListed(period: Period, until: Moment, counting: Counting): number {
  return countedSpans(table, periodUntil(period, until), counting).reduce((used, { after, to }) => used + countAfter(days, after, to as Day), 0)
}

describe('days that are counted over runs', () => {
  test('end a limit where the list of them does', () => {
    fc.assert(
      fc.property(periods, countings, (period, counting) => {
        expect(reachOver(table, period, counting).lastCountedDay).toBe(lastListed(period, counting))
      }),
    )
  })

  test('are used as the list of them says', () => {
    fc.assert(
      fc.property(periods, countings, moments(1, 1), (period, counting, [until]) => {
        expect(usedUntil(table, period, until as Moment, counting)).toBe(usedListed(period, until as Moment, counting))
      }),
    )
  })
})
