import fc from 'fast-check'
import { type Assessment, type CaseEvent, type Limit, ServiceTimeError } from 'service-time'
import { describe, test } from 'vitest'
import { EVENT_TYPES } from '../../src/case/file.js'
import { eventsOf, judgeEvents, judgeLimit, type Short } from '../support/cases.js'
import { runs } from '../support/runs.js'

const START = Date.UTC(2019, 6, 1)
const MINUTE = 60_000

/** Gaps in minutes between the events of a case: some of them none, most of some days, nights and holidays among them. */
const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 20_000 })), { minLength: 2, maxLength: 8 })

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ workingMinutes: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({ workingHours: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ hours: fc.integer({ min: 0, max: 300 }) }),
)

const at = (ms: number) => new Date(ms).toISOString()

/** Accepted, then paused and resumed in turn, then completed. */
function eventsAt(gaps: readonly number[]): { shorts: Short[]; end: number } {
  const times = gaps.map((_, i) => START + gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0) * MINUTE)
  const end = times.at(-1) as number
  const middle = times.slice(1, -1)
  const pauses = middle.slice(0, middle.length - (middle.length % 2))
  const shorts: Short[] = pauses.map((time, i) => [i % 2 === 0 ? 'paused' : 'resumed', at(time)])
  return { shorts: [['accepted', at(times[0] as number)], ...shorts, ['completed', at(end)]], end }
}

const amountOf = (limit: Limit | undefined) => Object.values(limit ?? {})[0] as number
const sumOf = ({ used, remaining }: Assessment) => amountOf(used) + amountOf(remaining)

describe('for every case with pauses', () => {
  test('used and remaining add up to the limit, in working and clock units', () => {
    fc.assert(
      fc.property(gaps, limits, (gaps, limit) => {
        const { shorts } = eventsAt(gaps)
        return Math.abs(sumOf(judgeLimit(limit, shorts)) - amountOf(limit)) < 1e-6
      }),
    )
  })

  test('more used than the limit is late', () => {
    fc.assert(
      fc.property(gaps, limits, (gaps, limit) => {
        const assessment = judgeLimit(limit, eventsAt(gaps).shorts)
        return amountOf(assessment.remaining) > -1e-6 || assessment.outcome === 'late'
      }),
      { numRuns: runs(500) },
    )
  })

  test('late is after the due instant, and nothing else', () => {
    fc.assert(
      fc.property(gaps, limits, (gaps, limit) => {
        const { shorts, end } = eventsAt(gaps)
        const assessment = judgeLimit(limit, shorts)
        return (assessment.outcome === 'late') === end > Date.parse(assessment.dueAt as string)
      }),
    )
  })

  test('a longer last pause never gives an earlier deadline', () => {
    fc.assert(
      fc.property(gaps, limits, fc.integer({ min: 0, max: 20_000 }), (gaps, limit, longer) => {
        const accepted: Short = ['accepted', at(START)]
        const paused = START + (gaps[0] as number) * MINUTE
        const resumed = paused + (gaps[1] as number) * MINUTE
        const dueWith = (end: number) => judgeLimit(limit, [accepted, ['paused', at(paused)], ['resumed', at(end)]], at(end)).dueAt as string
        return Date.parse(dueWith(resumed)) <= Date.parse(dueWith(resumed + longer * MINUTE))
      }),
    )
  })

  test('a pause without length changes nothing, in units of time', () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 3_000 }), fc.nat({ max: 20_000 }), (gaps, workingMinutes, offset) => {
        const completed = START + ((gaps[0] as number) + (gaps[1] as number)) * MINUTE
        const moment = at(Math.min(START + offset * MINUTE, completed))
        const plain: Short[] = [
          ['accepted', at(START)],
          ['completed', at(completed)],
        ]
        const paused: Short[] = [plain[0] as Short, ['paused', moment], ['resumed', moment], plain[1] as Short]
        return JSON.stringify(judgeLimit({ workingMinutes }, plain)) === JSON.stringify(judgeLimit({ workingMinutes }, paused))
      }),
    )
  })

  test('moving the present forward never turns late into on time', () => {
    fc.assert(
      fc.property(gaps, limits, fc.nat({ max: 60_000 }), fc.nat({ max: 60_000 }), (gaps, limit, first, more) => {
        const { shorts } = eventsAt(gaps)
        const asked = (minutes: number) => judgeLimit(limit, shorts, at(START + minutes * MINUTE)).outcome
        return asked(first) !== 'late' || asked(first + more) === 'late'
      }),
    )
  })
})

describe('for every list of events, possible or not', () => {
  const types = EVENT_TYPES
  const event = fc.tuple(fc.constantFrom(...types), fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(undefined, 'a', 'b'))

  const provisions = fc.record({
    correction: fc.constantFrom('pause' as const, 'restart' as const),
    extension: fc.constant({ by: { workingDays: 3 }, times: 2 }),
    deemedAcceptance: fc.constant({ workingDays: 2 }),
  })
  const withAmounts = (events: readonly CaseEvent[]) =>
    events.map((event, i): CaseEvent => (event.type === 'extended' ? { ...event, by: { workingDays: i } } : event))

  test('it is assessed, or refused by a typed error that names the case', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), limits, fc.boolean(), provisions, (events, limit, isSorted, provisions) => {
        const sorted = isSorted ? [...events].sort((a, b) => a[1] - b[1]) : events
        const shorts = sorted.map(
          ([type, minutes, name]): Short => (name ? [type, at(START + minutes * MINUTE), name] : [type, at(START + minutes * MINUTE)]),
        )
        const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
        try {
          judgeEvents(limit, withAmounts(eventsOf(shorts)), '2019-09-01T09:00', {
            ...provisions,
            measure: limit.workingDays === undefined ? 'sum' : 'union',
            stages,
          })
        } catch (error) {
          return error instanceof ServiceTimeError && error.caseId === 'C'
        }
        return true
      }),
      { numRuns: runs(2_000) },
    )
  })
})
