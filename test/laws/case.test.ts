import fc from 'fast-check'
import { type Assessment, assess, type CaseEvent, type Convention, type JudgedLimit, type Limit, ServiceTimeError } from 'service-time'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/case/file.js'
import { eventsOf, judgeEvents, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { amountOf, named, OWN, type Possible, possibleCases, STAGES, TIME, unitOf, WORKING } from '../support/courses.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'
import { after, DAY, iso, STARTS, type Wait, wait } from '../support/waits.js'

const judged = ({ limit, rule }: Possible, events: readonly CaseEvent[], now = LATER): Assessment => judgeEvents(limit, events, now, rule)
const seenAt = (possible: Possible, now: string) => judged(possible, possible.events, now)

/** A case and a moment at which it is looked at: after one of its events. */
const seen = (cases: fc.Arbitrary<Possible>) =>
  fc.tuple(cases, fc.nat({ max: 20 }), wait).map(([possible, index, wait]) => ({ possible, now: momentOf(possible, index, wait) }))
const momentOf = ({ minutes }: Possible, index: number, wait: Wait) => after(minutes[index % minutes.length] as number, wait)

const isDate = ({ at }: CaseEvent) => String(at).length === 10
const clockTime = (at: string) => Date.parse(at)
const isOwnUnit = ({ limit }: JudgedLimit) => limit !== undefined && OWN.includes(unitOf(limit))
const isWorkingUnit = ({ limit }: JudgedLimit) => limit !== undefined && WORKING.includes(unitOf(limit))

describe('for every possible list of events', () => {
  test('there is an answer at every moment, and the same for every limit by itself', () => {
    fc.assert(
      fc.property(seen(possibleCases()), ({ possible, now }) => {
        const found = seenAt(possible, iso(now))
        const binding = found.limits.find(({ kind }) => kind === found.binding)
        expect(binding?.outcome).toBe(found.binding && found.outcome)
        const happened = possible.events.filter((_, i) => (possible.minutes[i] as number) <= now).map(({ type }) => type)
        if (happened.includes(possible.rule.stops ?? 'completed'))
          expect([['completed', 'closed'].includes(found.state), found.outcome === 'open']).toEqual([true, false])
      }),
      { numRuns: runs(300) },
    )
  })

  test('a statutory limit is told as it would be if it were the promise', () => {
    const byKind = ({ limits }: Assessment, wanted: JudgedLimit['kind']) => {
      const { kind: _, ...told } = limits.find(({ kind }) => kind === wanted) ?? { kind: wanted }
      return told
    }
    fc.assert(
      fc.property(seen(possibleCases()), ({ possible, now }) => {
        const { statutory, warning, ...rule } = possible.rule
        fc.pre(statutory !== undefined)
        // A warning in a unit of its own is one of the promise alone.
        const isShared = warning !== undefined && ('share' in warning || unitOf(warning as Limit) === unitOf(statutory))
        const alone = judged({ ...possible, limit: statutory, rule: { ...rule, ...(isShared && { warning }) } }, possible.events, iso(now))
        expect(byKind(seenAt(possible, iso(now)), 'statutory')).toEqual(byKind(alone, 'promised'))
      }),
      { numRuns: runs(300) },
    )
  })

  test('used and remaining add up to the limit, in working and clock units', () => {
    fc.assert(
      fc.property(seen(possibleCases(OWN)), ({ possible, now }) => {
        for (const limit of seenAt(possible, iso(now)).limits.filter(isOwnUnit))
          expect(amountOf(limit.used) + amountOf(limit.remaining)).toBeCloseTo(amountOf(limit.limit), 6)
      }),
      { numRuns: runs(300) },
    )
  })

  // Paused over the closing of its last day, a case by `whole-day` may use the day of its resume as well, and be in time; so may one with a
  // limit of 0 by `any-part`, if it resumes at 00:00.
  test('more used than the limit is late or overdue, in working units', () => {
    fc.assert(
      fc.property(seen(possibleCases(WORKING)), ({ possible, now }) => {
        const { pausedDay } = possible.rule.convention
        fc.pre(pausedDay !== 'whole-day')
        const isLongerByAPause = ({ limit }: JudgedLimit) => pausedDay === 'any-part' && amountOf(limit) === 0 && hasResumeAtMidnight(possible)
        for (const limit of seenAt(possible, iso(now)).limits.filter(isWorkingUnit)) {
          if (amountOf(limit.remaining) < -1e-6 && !isLongerByAPause(limit)) expect(['late', 'overdue']).toContain(limit.outcome)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('late is stopped after the due instant, and early before the due date or with time left', () => {
    fc.assert(
      fc.property(possibleCases(), (possible) => {
        for (const limit of seenAt(possible, LATER).limits) {
          if (!limit.stoppedAt || !limit.dueAt) continue
          expect(limit.outcome === 'late').toBe(isPast(limit))
          if (limit.outcome === 'early' || limit.outcome === 'on-time') expect(limit.outcome === 'early').toBe(isEarly(limit))
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('a longer pause never gives an earlier deadline', () => {
    fc.assert(
      fc.property(possibleCases(), fc.nat(), fc.nat({ max: 30_000 }), (possible, which, longer) => {
        const { events, minutes } = possible
        const ends = events.flatMap(({ type }, i) => (type === 'resumed' ? [i] : []))
        fc.pre(ends.length > 0)
        const index = ends[which % ends.length] as number
        // Up to the next event, or as long as one likes.
        const room = (minutes[index + 1] ?? Number.POSITIVE_INFINITY) - (minutes[index] as number)
        const at = iso((minutes[index] as number) + Math.min(room, longer))
        const stretched = events.map((event, i): CaseEvent => (i === index ? { ...event, at: isDate(event) ? at.slice(0, 10) : at } : event))
        // Without a deadline as yet, because the clock stands still before it comes.
        const endOf = ({ dueAt }: JudgedLimit) => (dueAt ? clockTime(dueAt) : Number.POSITIVE_INFINITY)
        const [before = [], then = []] = [events, stretched].map((list) => judged(possible, list).limits.map(endOf))
        for (const [i, end] of before.entries()) expect(then[i]).toBeGreaterThanOrEqual(end)
      }),
      { numRuns: runs(300) },
    )
  })

  test('a pause without length changes nothing, in units of time', () => {
    fc.assert(
      fc.property(seen(possibleCases(TIME)), fc.nat(), wait, ({ possible, now }, which, wait) => {
        const paused = withPause(possible, which, (from, to) => {
          const at = Math.min(after(from, wait), to)
          return [at, at]
        })
        fc.pre(paused !== undefined)
        expect(plain(judged(possible, paused as readonly CaseEvent[], iso(now)))).toEqual(plain(seenAt(possible, iso(now))))
      }),
      { numRuns: runs(300) },
    )
  })

  // Over a closing such a pause may move the deadline, and with it what came in time, and the day to which a stop at 24:00 belongs.
  test('a pause and its resume on one day use the same days, where a pause takes out the days after it begins', () => {
    fc.assert(
      fc.property(possibleCases(['workingDays', 'calendarDays']), fc.nat(), wait, fc.nat({ max: DAY - 1 }), (possible, which, wait, length) => {
        fc.pre(possible.rule.convention.pausedDay === 'after-pause-day' && possible.rule.correction !== 'restart')
        const paused = withPause(possible, which, (from, to) => {
          const at = Math.min(after(from, wait), to)
          const midnight = Math.floor(at / DAY + 1) * DAY
          return [at, Math.min(at + length, to, midnight - 1)]
        })
        fc.pre(paused !== undefined)
        const [first, then] = [possible.events, paused as readonly CaseEvent[]].map((list) => judged(possible, list).limits[0])
        if (then?.dueAt === first?.dueAt) expect(then?.used).toEqual(first?.used)
      }),
      { numRuns: runs(300) },
    )
  })

  test('moving the present forward never undoes late, nor overdue while nothing happens', () => {
    fc.assert(
      fc.property(seen(possibleCases()), wait, ({ possible, now }, wait) => {
        const later = after(now, wait)
        const isQuiet = possible.minutes.every((minute) => minute <= now || minute > later)
        const [first, second] = [now, later].map((at) => seenAt(possible, iso(at)).outcome)
        if (first === 'late') expect(['late', 'overdue']).toContain(second)
        if (first === 'overdue' && isQuiet) expect(second).toBe('overdue')
      }),
      { numRuns: runs(300) },
    )
  })

  test('light and outcome of a limit change by themselves when it has said so, and not before', () => {
    // What is looked at has happened, so that nothing but the time is another.
    const told = ({ events, minutes }: Possible, now: number) => events.filter((_, i) => (minutes[i] as number) <= now)
    const quiet = fc.oneof(
      wait,
      fc.nat({ max: 120 * DAY }).map((minutes): Wait => ({ minutes, mark: 0 })),
    )
    const counting = (startDay: Convention['startDay'], { rule, ...possible }: Possible): Possible => {
      return { ...possible, rule: { ...rule, convention: { ...rule.convention, startDay } } }
    }
    fc.assert(
      fc.property(seen(possibleCases()), quiet, fc.constantFrom('excluded', 'included'), ({ possible: drawn, now }, quiet, startDay) => {
        const possible = counting(startDay, drawn)
        const later = after(now, quiet)
        const [first, then] = [now, later].map((at) => judged(possible, told(possible, now), iso(at)).limits)
        for (const [i, { state, light, outcome, nextChangeAt }] of (first ?? []).entries()) {
          if (nextChangeAt !== undefined && clockTime(nextChangeAt) <= clockTime(iso(later))) continue
          expect({ state, light, outcome }).toEqual({ state: then?.[i]?.state, light: then?.[i]?.light, outcome: then?.[i]?.outcome })
        }
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('what lies after an event that is still to come changes nothing but the findings', () => {
    const isLater = (event: CaseEvent, now: string) =>
      isDate(event) ? String(event.at) > now.slice(0, 10) : clockTime(String(event.at)) > clockTime(now)
    const isTimed = ({ limit }: Possible) => TIME.includes(unitOf(limit))
    const dated = (event: CaseEvent): CaseEvent => ({ ...event, at: String(event.at).slice(0, 10) })
    fc.assert(
      fc.property(possibleCases(), fc.nat(), (possible, which) => {
        const { events, minutes } = possible
        // A handing over that is a date of today may follow an instant of today that is still to come.
        const told = events.map((event) => (event.type === 'delivered' && !isTimed(possible) ? dated(event) : event))
        const now = iso((minutes[which % minutes.length] as number) - 1)
        const first = told.findIndex((event) => isLater(event, now))
        fc.pre(first !== 0)
        const { findings: _, ...found } = judged(possible, told, now)
        const { findings: __, ...cut } = judged(possible, first < 0 ? told : told.slice(0, first), now)
        expect(found).toEqual(cut)
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('the answer is that of its inputs alone: they stay as they are, come through JSON, and the zone of the host is none of them', () => {
    const zones = ['UTC', 'Pacific/Apia', 'America/New_York', 'Asia/Shanghai']
    const own = process.env['TZ'] as string
    const inZone = <T>(zone: string, run: () => T): T => {
      process.env['TZ'] = zone
      try {
        return run()
      } finally {
        process.env['TZ'] = own
      }
    }
    expect(zones.map((zone) => inZone(zone, () => new Date('2019-07-01T00:00Z').getHours()))).toEqual([0, 13, 20, 8])
    fc.assert(
      fc.property(seen(possibleCases()), fc.constantFrom(...zones), ({ possible, now }, zone) => {
        const file = frozen({ id: 'C', rule: 'only', events: possible.events } as const)
        const policy = frozen(policyOf(possible.limit, possible.rule))
        const ask = (of: typeof file, under: typeof policy) => assess(of, { policy: under, clock: hall, now: iso(now) })
        const found = ask(file, policy)
        expect(ask(file, policy)).toEqual(found)
        expect(ask(copied(file), copied(policy))).toEqual(found)
        expect(inZone(zone, () => ask(file, policy))).toEqual(found)
        expect(copied(found)).toEqual(found)
      }),
    )
  })
})

const hasResumeAtMidnight = ({ events, minutes }: Possible) =>
  events.some(({ type }, i) => (type === 'resumed' || type === 'corrected') && (minutes[i] as number) % DAY === 0)

/** Whether the stop lies after the deadline; one that is only a date, by its date. */
function isPast({ stoppedAt = '', dueAt = '', dueDate = '' }: JudgedLimit): boolean {
  return stoppedAt.length === 10 ? stoppedAt > dueDate : clockTime(stoppedAt) > clockTime(dueAt)
}

/** Whether a stop in time came before the due date, or for a limit of time with some of it left; 24:00 of the due date is on it. */
function isEarly({ limit, stoppedAt = '', dueDate = '', remaining }: JudgedLimit): boolean {
  return limit && TIME.includes(unitOf(limit)) ? amountOf(remaining) > 0 : stoppedAt.slice(0, 10) < dueDate
}

/** What does not tell at which place of the list an event stands. */
function plain({ findings, limits, ...rest }: Assessment) {
  return {
    ...rest,
    limits,
    findings: findings
      .map((finding) => ('index' in finding ? { ...finding, index: undefined } : finding))
      .filter(({ code }) => code !== 'event-after-now'),
  }
}

/** The same list with a pause of its own between one event and the next, while the clock is at work there and known to be; none if it is nowhere. */
function withPause({ events, minutes, before, isDeemed }: Possible, which: number, place: (from: number, to: number) => readonly [number, number]) {
  const places = before.flatMap(({ phase }, i) => (phase === 'running' && i > (isDeemed ? 1 : 0) ? [i] : []))
  const index = places[which % places.length]
  if (index === undefined) return undefined
  const [from, to] = place(minutes[index - 1] as number, minutes[index] ?? (minutes[index - 1] as number) + 30 * DAY)
  const pause = [named('paused', iso(from), 'idle'), named('resumed', iso(to), 'idle')]
  return [...events.slice(0, index), ...pause, ...events.slice(index)]
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe('for every list of events that is not possible', () => {
  test('the event that cannot come next is named, with those that could', () => {
    fc.assert(
      fc.property(possibleCases(), fc.nat(), fc.constantFrom(...EVENT_TYPES), (possible, which, type) => {
        const { events, minutes, before, rule } = possible
        const index = which % before.length
        const allowed = before[index]?.allowed ?? []
        fc.pre(!allowed.includes(type) && rule.deemedAcceptance === undefined)
        const at = iso(minutes[Math.max(0, index - 1)] as number)
        const event = type === 'extended' ? { type, at, by: possible.limit } : named(type, at, STAGES[0] as string)
        const error = errorOf(() => judged(possible, [...events.slice(0, index), event, ...events.slice(index)]))
        expect(error).toMatchObject({
          code: 'event-not-allowed',
          caseId: 'C',
          path: `events[${index}].type`,
          facts: { index, type, allowed },
        })
      }),
      { numRuns: runs(300) },
    )
  })

  test('nothing follows the end but the handing over, and nothing that', () => {
    fc.assert(
      fc.property(possibleCases(), fc.constantFrom(...EVENT_TYPES), wait, (possible, type, wait) => {
        const { events, minutes, before, rule } = possible
        const { phase } = before.at(-1) as Possible['before'][number]
        fc.pre(!['new', 'received', 'correcting', 'running'].includes(phase))
        const isHandedOver = phase === 'delivered' || phase === 'returned'
        const event = named(type, iso(after(minutes.at(-1) as number, wait)), STAGES[0] as string)
        const ask = () => judged(possible, [...events, event])
        if (type === 'delivered' && !isHandedOver) {
          const { outcome } = ask()
          if (rule.stops === 'completed') expect(outcome).toBe(seenAt(possible, LATER).outcome)
        } else {
          expect(errorOf(ask)).toMatchObject({ code: 'event-not-allowed', caseId: 'C', path: `events[${events.length}].type` })
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test.each<
    [string, string, (place: Possible['before'][number]) => readonly CaseEvent['type'][], (place: Possible['before'][number]) => string | undefined]
  >([
    ['a pause that is open already', 'pause-open', () => ['paused'], ({ pauses }) => pauses[0]],
    ['a resume of a pause that is not open', 'pause-unclear', ({ pauses }) => (pauses.length > 0 ? ['resumed'] : []), () => 'other'],
    ['a resume without a cause of one of several pauses', 'pause-unclear', ({ pauses }) => (pauses.length > 1 ? ['resumed'] : []), () => ''],
    ['the start of a stage that is open already', 'stage-order', () => ['stage-started'], ({ stages }) => stages[0]],
    [
      'the end of a stage that is not open',
      'stage-order',
      ({ stages, allowed }) => (stages.includes('a') || !allowed.includes('stage-finished') ? [] : ['stage-finished']),
      () => 'a',
    ],
    [
      'a stage that the rule does not have',
      'stage-unknown',
      ({ allowed }) => (allowed.includes('stage-finished') ? ['stage-started', 'stage-finished'] : []),
      () => 'other',
    ],
  ])('%s is refused', (_, code, types, name) => {
    fc.assert(
      fc.property(possibleCases(), fc.nat(), (possible, which) => {
        const { events, minutes, before, isDeemed } = possible
        fc.pre(!isDeemed)
        const faults = before.flatMap((place, index) => {
          const found = name(place)
          return place.phase === 'running' && found !== undefined ? types(place).map((type) => [index, type, found] as const) : []
        })
        fc.pre(faults.length > 0)
        const [index, type, found] = faults[which % faults.length] as (typeof faults)[number]
        const event = named(type, iso(minutes[index - 1] as number), found)
        const error = errorOf(() => judged(possible, [...events.slice(0, index), event, ...events.slice(index)]))
        expect([error.code, error.caseId, error.path?.startsWith(`events[${index}]`)]).toEqual([code, 'C', true])
      }),
    )
  })

  test('an event before the one that stands above it is refused', () => {
    fc.assert(
      fc.property(possibleCases(), fc.nat(), fc.integer({ min: 1, max: 50 }), (possible, which, days) => {
        const { events, minutes } = possible
        fc.pre(events.length > 1)
        const index = 1 + (which % (events.length - 1))
        const at = iso((minutes[index - 1] as number) - days * DAY)
        const error = errorOf(() =>
          judged(
            possible,
            events.map((event, i): CaseEvent => (i === index ? { ...event, at } : event)),
          ),
        )
        expect(error).toMatchObject({ code: 'event-out-of-order', caseId: 'C', path: `events[${index}].at`, facts: { index } })
      }),
    )
  })

  test('any list is assessed, or refused by a typed error that names the case', () => {
    const moments = fc.integer({ min: 0, max: 40_000 }).map((minutes) => (STARTS[0] as number) + minutes)
    const event = fc.tuple(fc.constantFrom(...EVENT_TYPES), moments, fc.constantFrom(undefined, 'a', 'b'))
    fc.assert(
      fc.property(possibleCases(), fc.array(event, { minLength: 1, maxLength: 8 }), fc.boolean(), (possible, events, isSorted) => {
        const sorted = isSorted ? events.toSorted((a, b) => a[1] - b[1]) : events
        const shorts = sorted.map(([type, minute, name]): Short => (name ? [type, iso(minute), name] : [type, iso(minute)]))
        const whole = eventsOf(shorts).map((event): CaseEvent => (event.type === 'extended' ? { ...event, by: possible.limit } : event))
        try {
          judged(possible, whole)
        } catch (error) {
          return error instanceof ServiceTimeError && error.caseId === 'C'
        }
        return true
      }),
      { numRuns: runs(1_200) },
    )
  })
})
