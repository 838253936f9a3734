import fc from 'fast-check'
import { type Assessment, assess, type Clock, createClock, type JudgedLimit, movedBy } from 'service-time'
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

type Due = Pick<JudgedLimit, 'dueAt' | 'ifResumedNow'>

const dueOf = (found: Due | undefined) => found?.dueAt ?? found?.ifResumedNow?.dueAt

/** What stands open by one clock and ends otherwise by another. */
function movesIn(was: Assessment | undefined, is: Assessment | undefined): readonly unknown[] {
  const open = was?.limits.filter(({ state }) => state === 'running' || state === 'paused') ?? []
  return open.flatMap((limit) => {
    const other = is?.limits.find(({ kind, stage }) => kind === limit.kind && stage === limit.stage)
    return other && dueOf(limit) !== dueOf(other) ? [[limit.kind, limit.stage, dueOf(limit), dueOf(other)]] : []
  })
}

const standsAlike = (was: Assessment | undefined, is: Assessment | undefined) =>
  JSON.stringify(was?.limits.map(({ state }) => state)) === JSON.stringify(is?.limits.map(({ state }) => state))

const turned = <T extends { readonly before: unknown; readonly after: unknown }>({ before, after, ...rest }: T) => ({
  ...rest,
  before: after,
  after: before,
})

test('what is moved by other clocks is what stands open and is printed otherwise by them, and there and back is no move', () => {
  fc.assert(
    fc.property(asked, closures, ({ file, policy, now }, order) => {
      const clock = clockIn(hall.calendar.extend({ id: 'typhoon', notices: [order] }))
      const [was, is] = [hall, clock].map((clock) => assess(file, { policy, clock, now }))
      const there = movedBy({ clock }, [file], { policy, clock: hall, now }).moved
      expect(there.flatMap(({ limits }) => limits.map(({ kind, stage, before, after }) => [kind, stage, before.dueAt, after.dueAt]))).toEqual(
        movesIn(was, is),
      )
      expect(there).toHaveLength(movesIn(was, is).length > 0 ? 1 : 0)
      for (const { before, after } of there) if (was?.binding) expect([before.dueAt, after.dueAt]).toEqual([dueOf(was), dueOf(is)])
      const back = movedBy({ clock: hall }, [file], { policy, clock, now }).moved
      if (standsAlike(was, is)) expect(back).toEqual(there.map((move) => ({ ...turned(move), limits: move.limits.map(turned) })))
      expect(movedBy({ clock: hall }, [file], { policy, clock: hall, now }).moved).toEqual([])
    }),
    { numRuns: runs(100) },
  )
})

test('a day off more never brings a deadline forward', () => {
  fc.assert(
    fc.property(asked, closures, ({ file, policy, now }, order) => {
      const clock = clockIn(hall.calendar.extend({ id: 'typhoon', notices: [order] }))
      for (const { limits } of movedBy({ clock }, [file], { policy, clock: hall, now }).moved)
        for (const { before, after } of limits) expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
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
