import fc from 'fast-check'
import { type CaseEvent, type Convention, conventions, createClock, type Explanation, explain, type Limit, say, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'

const START = Date.UTC(2019, 6, 1)
const MINUTE = 60_000

/** Gaps between events: none, some hours, some days with nights and holidays; a few of single milliseconds. */
const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 600 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 12_000 }).map((minutes) => minutes * MINUTE),
  fc.nat({ max: 9 * 60 * MINUTE }),
)

const limitsOfTime: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ workingMinutes: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({ workingHours: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ minutes: fc.integer({ min: 0, max: 6_000 }) }),
  fc.record({ hours: fc.integer({ min: 0, max: 200 }) }),
)

const at = (ms: number) => new Date(ms).toISOString()

/** Two stages that begin and end anywhere, pauses of the whole, a decision or none, and a moment of asking. */
interface Drawn {
  readonly events: readonly CaseEvent<'a' | 'b'>[]
  readonly now: string
}

const STEPS: readonly Omit<CaseEvent<'a' | 'b'>, 'at'>[] = [
  { type: 'stage-started', stage: 'a' },
  { type: 'stage-started', stage: 'b' },
  { type: 'paused' },
  { type: 'resumed' },
  { type: 'stage-finished', stage: 'b' },
  { type: 'paused' },
  { type: 'resumed' },
  { type: 'stage-finished', stage: 'a' },
  { type: 'completed' },
] as never

function drawn(steps: readonly Omit<CaseEvent<'a' | 'b'>, 'at'>[]): fc.Arbitrary<Drawn> {
  return fc
    .record({
      gaps: fc.array(gap, { minLength: steps.length + 2, maxLength: steps.length + 2 }),
      happened: fc.integer({ min: 1, max: steps.length }),
    })
    .map(({ gaps, happened }) => {
      const times = gaps.map((_, i) => START + gaps.slice(0, i + 1).reduce((sum, one) => sum + one, 0))
      const events = [
        { type: 'accepted', at: at(times[0] as number) },
        ...steps.slice(0, happened).map((step, i) => ({ ...step, at: at(times[i + 1] as number) })),
      ]
      return { events: events as readonly CaseEvent<'a' | 'b'>[], now: at(times[happened + 1] as number) }
    })
}

type Terms = Partial<Version> & { readonly convention?: Convention }

const stages = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
const cases: fc.Arbitrary<Drawn & { terms: Partial<Version> }> = fc.oneof(
  drawn(STEPS).map((one) => ({ ...one, terms: { measure: 'sum' as const, stages } })),
  drawn(STEPS).map((one) => ({ ...one, terms: { measure: 'union' as const, stages } })),
  drawn(STEPS.filter(({ type }) => !type.startsWith('stage-'))).map((one) => ({ ...one, terms: {} })),
)

const clocks = fc.constantFrom(
  hall,
  createClock({ ...hall, hours: { workday: ['21:00-03:00', '08:00-11:30'] } }),
  createClock({ ...hall, hours: { workday: ['00:00-24:00'] } }),
  createClock({ ...hall, timeZone: 'America/New_York' }),
)

function explained(limit: Limit, { events, now, terms }: Drawn & { terms: Terms }, clock = hall): Explanation {
  return explain({ id: 'C', rule: 'only', events }, { policy: policyOf(limit, terms), clock, now })
}

const sessionsOf = ({ days }: Explanation) => days.flatMap(({ sessions = [] }) => sessions)
const minutesIn = (limit: Limit | undefined) => {
  const [[unit, amount] = ['', Number.NaN]] = Object.entries(limit ?? {}) as [string, number][]
  return unit.toLowerCase().endsWith('hours') ? amount * 60 : amount
}
const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0)

describe('for every limit of time the sessions of an explanation', () => {
  test('that have been used add up to what the case has used', () => {
    fc.assert(
      fc.property(limitsOfTime, cases, clocks, (limit, one, clock) => {
        const explanation = explained(limit, one, clock)
        const used = sessionsOf(explanation).filter(({ isAhead }) => !isAhead)
        expect(sum(used.map(({ minutes }) => minutes))).toBeCloseTo(minutesIn(explanation.assessment.used), 6)
      }),
      { numRuns: runs(400) },
    )
  })

  test('that are not overdue add up to the limit, once its end is known', () => {
    fc.assert(
      fc.property(limitsOfTime, cases, clocks, (limit, one, clock) => {
        const explanation = explained(limit, one, clock)
        fc.pre(explanation.assessment.dueAt !== undefined)
        const within = sessionsOf(explanation).filter(({ isOverdue }) => !isOverdue)
        const last = within.at(-1)
        // Two stages that use it up at once may pass the end by less than a millisecond.
        expect(Math.abs(sum(within.map(({ minutes }) => minutes)) - minutesIn(limit))).toBeLessThanOrEqual(1 / MINUTE + 1e-9)
        if (last && minutesIn(limit) > 0) expect(last.closesAt).toBe(explanation.assessment.dueAt)
      }),
      { numRuns: runs(400) },
    )
  })

  test('follow one another with a running total, within open hours, and add up on each day', () => {
    fc.assert(
      fc.property(limitsOfTime, cases, clocks, (limit, one, clock) => {
        const explanation = explained(limit, one, clock)
        const isWork = Object.keys(limit)[0]?.startsWith('working')
        let total = 0
        let end = ''
        for (const { date, minutes, sessions = [] } of explanation.days) {
          expect(sum(sessions.map((session) => session.minutes))).toBeCloseTo(minutes ?? 0, 6)
          for (const session of sessions) {
            total += session.minutes
            expect(session.total).toBeCloseTo(total, 6)
            expect(session.opensAt.slice(0, 10)).toBe(date)
            expect(end === '' || Date.parse(end) <= Date.parse(session.opensAt)).toBe(true)
            end = session.closesAt
            const length = (Date.parse(session.closesAt) - Date.parse(session.opensAt)) / MINUTE
            expect(session.minutes).toBeCloseTo(length * (session.stagesAtOnce ?? 1), 6)
            if (isWork) expect(clock.between(session.opensAt, session.closesAt).workingMinutes).toBeCloseTo(length, 6)
          }
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

/** Every way of counting days, by which some events are told by their dates alone. */
function countedBy(pausedDays: readonly Convention['pausedDay'][]): fc.Arbitrary<Drawn & { terms: Terms }> {
  const convention = fc
    .record({
      preset: fc.constantFrom(...Object.values(conventions)),
      startDay: fc.constantFrom<Convention['startDay']>('excluded', 'included'),
      intake: fc.constantFrom<Convention['intake']>('next-opening', 'as-recorded'),
      pausedDay: fc.constantFrom(...pausedDays),
    })
    .map(({ preset, ...own }): Convention => ({ ...preset, ...own }))
  const told = fc.constantFrom<((i: number) => boolean)[]>(
    () => false,
    () => true,
    (i) => i % 2 === 0,
    (i) => i % 3 === 0,
  )
  const withoutSum = cases.filter(({ terms }) => terms.measure !== 'sum')
  return fc.tuple(withoutSum, convention, told).map(([{ events, now, terms }, convention, isDate]) => {
    const dated = events.map((event, i) => (isDate(i) ? { ...event, at: dateOf(event.at as string) } : event))
    return { events: dated, now, terms: { ...terms, convention } }
  })
}

const dateOf = (at: string) => new Date(Date.parse(at) + 8 * 60 * MINUTE).toISOString().slice(0, 10)

/** The days that are counted to what a case has used: by its stop, or by the date of asking. */
function usedIn({ days, assessment: { state, basis } }: Explanation): number {
  const isOpen = state === 'running' || state === 'paused'
  return days.filter(({ isCounted, isAfterStop, date }) => isCounted && (isOpen ? date <= basis.now.slice(0, 10) : !isAfterStop)).length
}

/** Of a case that waits for its opening, a start day that is counted is still to come. */
function hasBegun({ assessment: { startsAt = '', state, basis } }: Explanation): boolean {
  return state === 'completed' || state === 'closed' || Date.parse(startsAt) <= Date.parse(basis.now)
}

describe('for every limit of working days', () => {
  const workingDays = fc.record({ workingDays: fc.integer({ min: 0, max: 12 }) })

  test('the days counted by the stop or the moment of asking are what the case has used', () => {
    fc.assert(
      fc.property(workingDays, countedBy(['after-pause-day', 'any-part', 'whole-day']), (limit, one) => {
        const explanation = explained(limit, one)
        fc.pre(hasBegun(explanation))
        expect(usedIn(explanation)).toBe((explanation.assessment.used as { workingDays: number }).workingDays)
      }),
      { numRuns: runs(800) },
    )
  })
})

describe('for every limit of calendar days, months or years', () => {
  const ofDates = fc.oneof(
    fc.record({ calendarDays: fc.integer({ min: 0, max: 12 }) }),
    fc.record({ months: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ years: fc.integer({ min: 0, max: 1 }) }),
  )

  test('the days counted by the stop or the moment of asking are what the case has used, by their running numbers as well', () => {
    fc.assert(
      fc.property(ofDates, countedBy(['after-pause-day']), (limit, one) => {
        const explanation = explained(limit, one)
        const { days, assessment } = explanation
        const counted = days.filter(({ isCounted }) => isCounted)
        expect(usedIn(explanation)).toBe((assessment.used as { calendarDays: number }).calendarDays)
        expect(counted.map(({ number }) => number)).toEqual(counted.map((_, i) => i + 1))
        const due = assessment.dueDate
        if (due !== undefined) for (const { date, isOverdue } of days) expect(isOverdue ?? false).toBe(date > due)
      }),
      { numRuns: runs(400) },
    )
  })
})

describe('every explanation', () => {
  const limits = fc.oneof(
    limitsOfTime,
    fc.record({ workingDays: fc.integer({ min: 0, max: 12 }) }),
    fc.record({ calendarDays: fc.integer({ min: 0, max: 40 }) }),
    fc.record({ months: fc.integer({ min: 0, max: 3 }) }),
  )
  const any = fc.tuple(limits, cases).filter(([limit, { terms }]) => terms.measure !== 'sum' || /inute|our/.test(Object.keys(limit)[0] as string))

  test('is plain data, and said alike after it went through JSON', () => {
    fc.assert(
      fc.property(any, ([limit, one]) => {
        const explanation = explained(limit, one)
        const copy = JSON.parse(JSON.stringify(explanation)) as Explanation
        expect(copy).toEqual(explanation)
        for (const language of ['zh', 'en'] as const) expect(say(copy, language)).toEqual(say(explanation, language))
      }),
      { numRuns: runs(200) },
    )
  })

  test('tells its days without a gap, from the start to the due date, the stop or the moment of asking', () => {
    fc.assert(
      fc.property(any, ([limit, one]) => {
        const { days, assessment } = explained(limit, one)
        days.slice(1).forEach(({ date }, i) => {
          expect(Date.parse(date) - Date.parse(days[i]?.date as string)).toBe(86_400_000)
        })
        const ends = [assessment.dueDate ?? '', (assessment.stoppedAt ?? assessment.basis.now).slice(0, 10)]
        expect(ends).toContain(days.at(-1)?.date)
      }),
      { numRuns: runs(200) },
    )
  })

  test('warns from the instant at which the light of a running case turns yellow', () => {
    let warned = 0
    fc.assert(
      fc.property(any, ([limit, one]) => {
        const { assessment, warnsAt, days } = explained(limit, one)
        const { light, state, nextChangeAt, dueAt, basis } = assessment
        fc.pre(state === 'running' && dueAt !== undefined && light !== 'red')
        expect(days.map(({ date }) => date)).toContain(warnsAt?.slice(0, 10))
        const ms = (text: string | undefined) => Date.parse(text as string)
        if (light === 'yellow') expect(ms(warnsAt)).toBeLessThanOrEqual(ms(basis.now))
        else expect([ms(warnsAt), ms(dueAt) + 1]).toContain(ms(nextChangeAt))
        if (light === 'green' && ms(warnsAt) === ms(nextChangeAt)) warned += 1
      }),
      { numRuns: runs(400) },
    )
    expect(warned).toBeGreaterThan(0)
  })

  test('is said in lines that fit, a word longer than a line apart', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(32, 48, 80), ([limit, one], columns) => {
        const { text } = say(explained(limit, one), 'zh', { columns })
        for (const line of text.split('\n')) expect([...line].reduce((width, c) => width + (c > '\u2e80' ? 2 : 1), 0)).toBeLessThanOrEqual(columns)
      }),
      { numRuns: runs(100) },
    )
  })
})
