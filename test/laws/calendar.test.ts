import fc from 'fast-check'
import { type Bounds, type Calendar, cn, type Roll } from 'service-time'
import { describe, expect, test } from 'vitest'
import {
  dates,
  datesWithDays,
  datesWithOrderedDays,
  datesWithTwoDays,
  orderedDatesWithDays,
  orderedWorkdaysWithDays,
} from '../support/arbitraries.js'
import * as oracle from '../support/oracle.js'
import { runs } from '../support/runs.js'

const often = { numRuns: runs(400) }
const BOUNDS: readonly Bounds[] = ['(]', '[)', '()', '[]']
const bounds = fc.constantFrom(...BOUNDS)

/** The bracket seen from the other end: each end keeps what it had. */
const MIRRORED: Readonly<Record<Bounds, Bounds>> = { '(]': '[)', '[)': '(]', '()': '()', '[]': '[]' }

/** The two ways to cut at a day: it goes to the part before or to the part after. */
const CUTS = [
  [']', '('],
  [')', '['],
] as const

const ROLLS: readonly Roll[] = ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest']
/** The calendar begins with days off, which have no working day before them to roll to. */
const rollable = dates.filter((date) => date >= '2007-01-04')

describe('adding working days', () => {
  test('is undone by counting, from every start and in both directions', () => {
    fc.assert(
      fc.property(datesWithDays, ([date, n]) => {
        expect(cn.count(date, cn.add(date, n))).toBe(n)
      }),
      often,
    )
  })

  test('gives back the start for 0, worked or not', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(cn.add(date, 0)).toBe(date)
      }),
    )
  })

  test('ends on a working day unless the amount is 0', () => {
    fc.assert(
      fc.property(datesWithDays, ([date, n]) => {
        expect(cn.isWorkingDay(cn.add(date, n)) || n === 0).toBe(true)
      }),
    )
  })

  test('never ends earlier from a later start', () => {
    fc.assert(
      fc.property(orderedDatesWithDays, ([first, second, n]) => {
        expect(cn.add(first, n) <= cn.add(second, n)).toBe(true)
      }),
      often,
    )
  })

  test('ends later for a greater amount', () => {
    fc.assert(
      fc.property(datesWithOrderedDays, ([date, less, more]) => {
        const [earlier, later] = [cn.add(date, less), cn.add(date, more)]
        expect(less === more ? earlier === later : earlier < later).toBe(true)
      }),
      often,
    )
  })

  test('can be done in two steps of one sign from every start', () => {
    fc.assert(
      fc.property(datesWithTwoDays, ([date, m, n]) => {
        expect(cn.add(cn.add(date, m), n)).toBe(cn.add(date, m + n))
      }),
      often,
    )
  })

  test('can be done in two steps of any signs from a working day', () => {
    fc.assert(
      fc.property(orderedWorkdaysWithDays, ([start, second, n]) => {
        const m = cn.count(start, second)
        expect(cn.add(cn.add(start, m), n)).toBe(cn.add(start, m + n))
      }),
    )
  })

  test('ends where a walk day by day ends', () => {
    fc.assert(
      fc.property(datesWithDays, ([date, n]) => {
        expect(cn.add(date, n)).toBe(oracle.addWorkingDays(date, n))
      }),
      often,
    )
  })
})

describe('counting working days', () => {
  test('adds up over a day inside the span, whichever part that day goes to, for every bracket and in both directions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(dates, { minLength: 3, maxLength: 3 }),
        bounds,
        fc.constantFrom(...CUTS),
        fc.boolean(),
        (days, ends, cut, isBackward) => {
          const [a, b, c] = (isBackward ? days.toSorted().reverse() : days.toSorted()) as [string, string, string]
          const before = cn.count(a, b, { bounds: `${ends[0]}${cut[0]}` as Bounds })
          const after = cn.count(b, c, { bounds: `${cut[1]}${ends[1]}` as Bounds })
          expect(before + after).toBe(cn.count(a, c, { bounds: ends }))
        },
      ),
      often,
    )
  })

  test('changes only its sign when two different dates change places with their brackets', () => {
    fc.assert(
      fc.property(fc.uniqueArray(dates, { minLength: 2, maxLength: 2 }), bounds, (days, ends) => {
        const [a, b] = days as [string, string]
        expect(cn.count(b, a, { bounds: ends }) + cn.count(a, b, { bounds: MIRRORED[ends] })).toBe(0)
      }),
      often,
    )
  })

  test('finds in a day by itself one working day if both ends are held, and none otherwise', () => {
    fc.assert(
      fc.property(dates, bounds, (date, ends) => {
        expect(cn.count(date, date, { bounds: ends })).toBe(ends === '[]' && oracle.isWorkingDay(date) ? 1 : 0)
      }),
    )
  })

  test('counts what a walk day by day counts, for every bracket', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(BOUNDS.map((ends) => cn.count(a, b, { bounds: ends }))).toEqual(BOUNDS.map((ends) => oracle.countWorkingDays(a, b, ends)))
      }),
      often,
    )
  })
})

describe('rolling', () => {
  test.each(ROLLS)('%s gives a working day, and leaves it where it is', (roll) => {
    fc.assert(
      fc.property(rollable, (date) => {
        const rolled = cn.roll(date, roll)
        expect(oracle.isWorkingDay(rolled)).toBe(true)
        expect(cn.roll(rolled, roll)).toBe(rolled)
      }),
      often,
    )
  })

  test('forward and back stops at the nearest working day of that side', () => {
    fc.assert(
      fc.property(rollable, (date) => {
        expect([cn.roll(date, 'following'), cn.roll(date, 'preceding')]).toEqual([oracle.following(date), oracle.preceding(date)])
      }),
    )
  })

  test('none leaves every date where it is', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(cn.roll(date, 'none')).toBe(date)
      }),
    )
  })
})

describe('two editions of the calendar', () => {
  const kept = new Map<string, Calendar>()
  function asOf(date: string): Calendar {
    const edition = kept.get(date) ?? cn.asOf(date)
    kept.set(date, edition)
    return edition
  }
  /** The days before and on which a notice changed a year that had begun. */
  const amended = fc.constantFrom('2015-05-12', '2015-05-13', '2019-03-21', '2019-03-22', '2020-01-25', '2020-01-26')
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const spans = fc.tuple(fc.oneof(amended, dates), fc.oneof(amended, dates), part, fc.nat({ max: 90 })).map(([d1, d2, place, length]) => {
    const editions = [asOf(d1), asOf(d2)] as const
    const days = oracle.datesBetween(oracle.FIRST_DATE, editions.map(({ coverage }) => coverage.publishedTo).sort()[0] as string)
    const first = Math.floor(place * (days.length - 1))
    return { editions, span: days.slice(first, first + length + 1) }
  })

  test('that agree on the days of a span agree on every count, addition and roll in it', () => {
    fc.assert(
      fc.property(spans, part, ({ editions: [one, other], span }, place) => {
        fc.pre(span.every((date) => one.isWorkingDay(date) === other.isWorkingDay(date)))
        const [a, b] = [span[Math.floor(place * (span.length - 1))] as string, span.at(-1) as string]
        for (const ends of BOUNDS) expect(one.count(a, b, { bounds: ends })).toBe(other.count(a, b, { bounds: ends }))
        const n = one.count(a, b)
        expect([other.add(a, n), other.add(b, other.count(b, a))]).toEqual([one.add(a, n), one.add(b, one.count(b, a))])
        if (n > 0) expect(other.roll(a, 'following')).toBe(one.roll(a, 'following'))
      }),
      often,
    )
  })

  test('agree wholly when no notice was issued between them', () => {
    const [first, last] = [cn.asOf('2019-03-22'), cn.asOf('2019-11-20')]
    fc.assert(
      fc.property(fc.nat({ max: oracle.datesBetween(oracle.FIRST_DATE, '2019-12-24').length - 1 }), (i) => {
        const date = new Date(Date.parse(oracle.FIRST_DATE) + i * 86_400_000).toISOString().slice(0, 10)
        expect(first.day(date)).toEqual(last.day(date))
      }),
    )
  })
})
