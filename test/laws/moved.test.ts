import fc from 'fast-check'
import { assess, type Clock, createClock, movedBy } from 'service-time'
import { expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { possibleCases } from '../support/courses.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'
import { after, DAY, iso, wait } from '../support/waits.js'

/** Some weekdays off in the months in which the cases lie; a weekend day may be one that another notice has worked. */
const closures = fc.uniqueArray(fc.nat({ max: 115 }), { minLength: 1, maxLength: 6 }).map((nths) => {
  const monday = Date.UTC(2019, 3, 22)
  const days = nths.sort((a, b) => a - b).map((nth) => monday + (Math.floor(nth / 5) * 7 + (nth % 5)) * DAY * 60_000)
  const off = days.map((day) => new Date(day).toISOString().slice(0, 10))
  return { id: 'order', number: null, issued: '2019-04-01', covers: 2019, arrangements: [{ occasion: '台风', off, work: [] }] }
})

const clockIn = (calendar: Clock['calendar']) => createClock({ ...hall, calendar })

const asked = fc.tuple(possibleCases(), fc.nat({ max: 20 }), wait).map(([possible, index, wait]) => {
  const { limit, rule, events, minutes } = possible
  const file = { id: 'C', rule: 'only', events } as const
  return { file, policy: policyOf(limit, rule), now: iso(after(minutes[index % minutes.length] as number, wait)) }
})

test('what is moved by other clocks is what stands open and is printed otherwise by them, and there and back is no move', () => {
  fc.assert(
    fc.property(asked, closures, ({ file, policy, now }, order) => {
      const clock = clockIn(hall.calendar.extend({ id: 'typhoon', notices: [order] }))
      const [was, is] = [hall, clock].map((clock) => assess(file, { policy, clock, now }))
      const due = (found = was) => found?.dueAt ?? found?.ifResumedNow?.dueAt
      const isMoved = ['running', 'paused'].includes(was?.state as string) && due() !== undefined && due(is) !== undefined && due() !== due(is)
      const there = movedBy({ clock }, [file], { policy, clock: hall, now })
      expect(there.moved.map(({ before, after }) => [before.dueAt, after.dueAt])).toEqual(isMoved ? [[due(), due(is)]] : [])
      const back = movedBy({ clock: hall }, [file], { policy, clock, now })
      if (is?.state === was?.state)
        expect(back.moved).toEqual(there.moved.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })))
      expect(movedBy({ clock: hall }, [file], { policy, clock: hall, now }).moved).toEqual([])
    }),
    { numRuns: runs(100) },
  )
})

test('a day off more never brings a deadline forward', () => {
  fc.assert(
    fc.property(asked, closures, ({ file, policy, now }, order) => {
      const clock = clockIn(hall.calendar.extend({ id: 'typhoon', notices: [order] }))
      for (const { before, after } of movedBy({ clock }, [file], { policy, clock: hall, now }).moved)
        expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
    }),
    { numRuns: runs(100) },
  )
})

test('a notice moves what the clock of the calendar does that it was announced to', () => {
  const before = clockIn(hall.calendar.asOf('2019-03-31'))
  fc.assert(
    fc.property(asked, closures, ({ file, policy, now }, notice) => {
      const options = { policy, clock: before, now }
      expect(movedBy({ clock: clockIn(before.calendar.announce(notice)) }, [file], options)).toEqual(movedBy(notice, [file], options))
    }),
    { numRuns: runs(100) },
  )
})
