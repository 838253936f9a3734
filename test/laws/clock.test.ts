import fc from 'fast-check'
import { cn, type Limit } from 'service-time'
import { describe, expect, test } from 'vitest'
import {
  dates,
  instants,
  instantsWithFewMinutes,
  instantsWithMinutes,
  instantsWithOrderedMinutes,
  instantsWithTwoMinutes,
  nearInstants,
  openInstants,
  openInstantsWithMinutes,
  orderedInstantsWithMinutes,
  startsWithLimits,
} from '../support/arbitraries.js'
import { hall } from '../support/clocks.js'
import * as oracle from '../support/oracle.js'
import { runs } from '../support/runs.js'

const often = { numRuns: runs(400) }

const ms = (instant: string) => Date.parse(instant)
const dateOf = (instant: string) => instant.slice(0, 10)
const minutes = (amount: number) => Object.freeze({ workingMinutes: amount })

/** Working time in whole milliseconds, because parts of minutes do not add up exactly. */
const working = (a: string, b: string) => Math.round(hall.between(a, b).workingMinutes * 60_000)

describe('adding working time', () => {
  test('is undone by measuring, from every instant and in both directions', () => {
    fc.assert(
      fc.property(instantsWithMinutes, ([start, amount]) => {
        expect(hall.between(start, hall.add(start, minutes(amount))).workingMinutes).toBe(amount)
      }),
      often,
    )
  })

  test('gives back the start for 0, open or not', () => {
    fc.assert(
      fc.property(instants, (start) => {
        expect(hall.add(start, minutes(0))).toBe(start)
      }),
    )
  })

  test('is undone by taking the amount away, from every open instant', () => {
    fc.assert(
      fc.property(openInstantsWithMinutes, ([start, amount]) => {
        expect(hall.add(hall.add(start, minutes(amount)), minutes(-amount))).toBe(start)
      }),
      often,
    )
  })

  test('can be done in two steps of one sign from every instant, open or not', () => {
    fc.assert(
      fc.property(instantsWithTwoMinutes, ([start, m, n]) => {
        expect(hall.add(hall.add(start, minutes(m)), minutes(n))).toBe(hall.add(start, minutes(m + n)))
      }),
      often,
    )
  })

  test('never lands earlier from a later start', () => {
    fc.assert(
      fc.property(orderedInstantsWithMinutes, ([first, second, amount]) => {
        expect(ms(hall.add(first, minutes(amount)))).toBeLessThanOrEqual(ms(hall.add(second, minutes(amount))))
      }),
      often,
    )
  })

  test('lands later for a greater amount', () => {
    fc.assert(
      fc.property(instantsWithOrderedMinutes, ([start, less, more]) => {
        const gained = ms(hall.add(start, minutes(more))) - ms(hall.add(start, minutes(less)))
        expect(gained).toBeGreaterThanOrEqual((more - less) * 60_000)
      }),
      often,
    )
  })

  test('lands, asked for the start, at the opening after the earliest landing', () => {
    fc.assert(
      fc.property(instantsWithFewMinutes, ([start, amount]) => {
        fc.pre(amount > 0)
        expect(hall.add(start, minutes(amount), { landing: 'start' })).toBe(hall.nextOpening(hall.add(start, minutes(amount))))
      }),
    )
  })

  test('lands where a walk minute by minute lands', () => {
    fc.assert(
      fc.property(instantsWithFewMinutes, ([start, amount]) => {
        expect(hall.add(start, minutes(amount))).toBe(oracle.addWorkingMinutes(start, amount))
      }),
      often,
    )
  })
})

describe('working time between two instants', () => {
  test('adds up over any split, inside or outside the span', () => {
    fc.assert(
      fc.property(instants, instants, instants, (a, b, c) => {
        expect(working(a, b) + working(b, c)).toBe(working(a, c))
      }),
      often,
    )
  })

  test('changes only its sign when the instants change places', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(working(a, b) + working(b, a)).toBe(0)
      }),
      often,
    )
  })

  test('comes with calendar days that change only their sign too, and working days that differ by the two ends', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [there, back] = [hall.between(a, b), hall.between(b, a)]
        expect(there.calendarDays + back.calendarDays).toBe(0)
        const [first, last] = (ms(a) <= ms(b) ? [a, b] : [b, a]).map((at) => (oracle.isWorkingDay(dateOf(at)) ? 1 : 0)) as [number, number]
        // The day begun on is never counted, so forward holds the later end and backward the earlier one.
        expect(there.workingDays + back.workingDays).toBe(last - first)
      }),
      often,
    )
  })

  test('is what a walk minute by minute counts', () => {
    fc.assert(
      fc.property(nearInstants, ([a, b]) => {
        expect(working(a, b)).toBe(oracle.workingTimeBetween(a, b))
      }),
      often,
    )
  })
})

describe('the sessions between two instants', () => {
  test('add up to the working time between them', () => {
    fc.assert(
      fc.property(nearInstants, ([a, b]) => {
        const [from, to] = Date.parse(a) <= Date.parse(b) ? [a, b] : [b, a]
        const lengths = [...hall.sessions(from, to)].map(({ opensAt, closesAt }) => Date.parse(closesAt) - Date.parse(opensAt))
        expect(lengths.every((length) => length > 0)).toBe(true)
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(Math.round(hall.between(from, to).workingMinutes * 60_000))
      }),
    )
  })
})

describe('opening and closing', () => {
  const later = (instant: string, by: number) => oracle.beijing(ms(instant) + by)

  test('a clock is open when working time runs in the next millisecond', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(hall.isOpen(at)).toBe(oracle.workingTimeBetween(at, later(at, 1)) === 1)
      }),
      often,
    )
  })

  test('the next opening is open, and no working time lies before it', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const opening = hall.nextOpening(at)
        expect([hall.isOpen(opening), working(at, opening)]).toEqual([true, 0])
      }),
      often,
    )
  })

  test('the previous closing was open until it came, and no working time lies after it', () => {
    fc.assert(
      fc.property(instants, (at) => {
        // Before the first opening of the calendar there is no closing.
        fc.pre(ms(at) > ms('2007-01-04T09:00+08:00'))
        const closing = hall.previousClosing(at)
        expect([hall.isOpen(later(closing, -1)), working(closing, at)]).toEqual([true, 0])
      }),
      often,
    )
  })
})

describe('days and hours agree', () => {
  const midnightOf = (date: string) => `${date}T00:00:00+08:00`

  test.each(oracle.makeUpDates)('on the make-up day %s, which counts 1 day and has 390 minutes', (date) => {
    expect(cn.day(date).kind).toBe('makeup')
    expect(hall.between(oracle.previousDate(date), date).workingDays).toBe(1)
    expect(hall.between(midnightOf(date), midnightOf(oracle.nextDate(date))).workingMinutes).toBe(oracle.MINUTES_A_DAY)
  })

  test('between any two midnights, where every working day has 390 minutes', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const { workingMinutes } = hall.between(midnightOf(a), midnightOf(b))
        expect(workingMinutes).toBe(oracle.MINUTES_A_DAY * cn.count(a, b, { bounds: a <= b ? '[)' : '(]' }))
      }),
      often,
    )
  })
})

describe('a deadline', () => {
  test('of working days is the calendar day with its last closing, for a start in opening hours', () => {
    fc.assert(
      fc.property(openInstants, fc.nat({ max: 36 }), (start, n) => {
        const dueDate = cn.add(dateOf(start), n)
        expect(hall.deadline(start, { workingDays: n })).toMatchObject({ startsAt: start, dueDate, dueAt: `${dueDate}T17:00:00+08:00` })
      }),
      often,
    )
  })

  test('of working units counts a closed start from the next opening', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 35 }), (start, n) => {
        const opening = hall.nextOpening(start)
        for (const limit of [{ workingDays: n }, { workingHours: n }]) expect(hall.deadline(start, limit)).toEqual(hall.deadline(opening, limit))
      }),
    )
  })

  test('of days, months and years is where a walk day by day ends', () => {
    fc.assert(
      fc.property(startsWithLimits, ([start, limit]) => {
        const expected = walkedDue(start, limit)
        fc.pre(expected !== undefined)
        expect(hall.deadline(start, limit).dueDate).toBe(expected)
      }),
      often,
    )
  })

  test('of working time is where a walk minute by minute ends', () => {
    fc.assert(
      fc.property(instantsWithFewMinutes, ([start, signed]) => {
        const amount = Math.abs(signed)
        expect(hall.deadline(start, minutes(amount)).dueAt).toBe(oracle.addWorkingMinutes(hall.nextOpening(start), amount))
      }),
      often,
    )
  })

  test('never comes earlier from a later start', () => {
    fc.assert(
      fc.property(startsWithLimits, fc.nat({ max: 90 * 1_440 }), ([start, limit], sooner) => {
        const earlier = oracle.beijing(Math.max(ms('2007-01-01T00:00+08:00'), ms(start) - sooner * 60_000))
        expect(ms(hall.deadline(earlier, limit).dueAt)).toBeLessThanOrEqual(ms(hall.deadline(start, limit).dueAt))
      }),
      often,
    )
  })

  test('never comes earlier for a greater limit', () => {
    fc.assert(
      fc.property(startsWithLimits, fc.double({ min: 0, max: 1, noNaN: true }), ([start, limit], part) => {
        const [unit = '', amount = 0] = Object.entries(limit)[0] ?? []
        const less = { [unit]: Math.trunc(amount * part) } as unknown as Limit
        expect(ms(hall.deadline(start, less).dueAt)).toBeLessThanOrEqual(ms(hall.deadline(start, limit).dueAt))
      }),
      often,
    )
  })

  test('never lies before its start', () => {
    fc.assert(
      fc.property(startsWithLimits, ([start, limit]) => {
        const { startsAt, dueAt } = hall.deadline(start, limit)
        expect(ms(startsAt)).toBeGreaterThanOrEqual(ms(start))
        expect(ms(dueAt)).toBeGreaterThanOrEqual(ms(startsAt))
      }),
      {
        ...often,
        // Due on the very day of its start, though that is after closing.
        examples: [
          [['2019-05-06T18:00:00+08:00', { workingDays: 0 }]],
          [['2019-05-06T18:00:00+08:00', { calendarDays: 0 }]],
          [['2019-05-06T18:00:00+08:00', { months: 0 }]],
        ],
      },
    )
  })
})

/** The due date of a limit that counts days, months or years; undefined for limits of time. */
function walkedDue(start: string, { workingDays, calendarDays, months, years }: Limit): string | undefined {
  const date = dateOf(start)
  if (workingDays !== undefined) return oracle.addWorkingDays(dateOf(hall.nextOpening(start)), workingDays)
  if (calendarDays !== undefined) return oracle.calendarDaysDue(date, calendarDays)
  const whole = months ?? (years === undefined ? undefined : years * 12)
  return whole === undefined ? undefined : oracle.monthsDue(date, whole)
}
