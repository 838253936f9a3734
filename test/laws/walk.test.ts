import fc from 'fast-check'
import { type Assessment, conventions, type Limit } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit, type Short } from '../support/cases.js'
import { runs } from '../support/runs.js'
import { after, DAY, iso, STARTS, type Wait, wait } from '../support/waits.js'
import { type Answer, isOpen, type Question, STAGES, type Step, walkCase } from '../support/walker.js'

type Unit = Question['unit']
type Measure = Question['measure']

const titles = { zh: '甲', en: 'A' }
const stages = Object.fromEntries(STAGES.map((stage) => [stage, { titles }]))

/** What may happen next, by its rule: each cause and each stage is open or not. */
function allowedAfter(steps: readonly Step[]): readonly Omit<Step, 'minute'>[] {
  const isOpenNow = (opens: Step['type'], closes: Step['type'], name: string) =>
    steps.findLast((step) => step.name === name && (step.type === opens || step.type === closes))?.type === opens
  const pairs = [
    ['paused', 'resumed'],
    ['stage-started', 'stage-finished'],
  ] as const
  return pairs.flatMap(([opens, closes]) => ['a', 'b'].map((name) => ({ type: isOpenNow(opens, closes, name) ? closes : opens, name })))
}

interface Happened {
  readonly steps: readonly Step[]
  readonly now: number
}

/** A case that is possible, and the moment at which it is looked at. */
const cases: fc.Arbitrary<Happened> = fc
  .record({
    start: fc.constantFrom(...STARTS),
    first: wait,
    moves: fc.array(fc.tuple(fc.nat({ max: 3 }), wait), { maxLength: 8 }),
    end: fc.option(fc.tuple(fc.constantFrom('completed', 'completed', 'withdrawn'), wait), { nil: undefined }),
    seen: fc.tuple(fc.nat({ max: 20 }), wait),
  })
  .map(({ start, first, moves, end, seen }) => {
    const steps: Step[] = [{ type: 'accepted', minute: after(start, first), name: '' }]
    const add = (step: Omit<Step, 'minute'>, wait: Wait) => steps.push({ ...step, minute: after((steps.at(-1) as Step).minute, wait) })
    for (const [choice, wait] of moves) add(allowedAfter(steps)[choice] as Step, wait)
    if (end) add({ type: end[0] as Step['type'], name: '' }, end[1])
    return { steps, now: after((steps[Math.min(seen[0], steps.length - 1)] as Step).minute, seen[1]) }
  })

const limitsOf: Readonly<Record<Unit, fc.Arbitrary<number>>> = {
  workingMinutes: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(180, 390, 780)),
  workingDays: fc.nat({ max: 8 }),
  calendarDays: fc.nat({ max: 14 }),
}

const convention = fc.constantFrom('cn-civil-code', 'cn-hall')

const wallMinute = (at: string) => Date.parse(at) / 60_000 + 480

function happenedAt(...shorts: readonly (readonly [Step['type'], at: string])[]): Happened {
  const steps = shorts.map(
    ([type, at]): Step => ({ type, minute: wallMinute(`${at}+08:00`), name: type === 'accepted' || type === 'completed' ? '' : 'a' }),
  )
  return { steps, now: (steps.at(-1) as Step).minute }
}

const ACCEPTED = ['accepted', '2019-07-01T10:00'] as const

/** Pauses that begin where a day limit has just ended, which chance finds too seldom: at 24:00, and in the evening. */
const EXAMPLES: [Happened, number, Question['convention']][] = [
  [happenedAt(ACCEPTED, ['paused', '2019-07-03T00:00']), 1, 'cn-hall'],
  [
    happenedAt(
      ACCEPTED,
      ['paused', '2019-07-03T10:00'],
      ['resumed', '2019-07-04T17:30'],
      ['paused', '2019-07-05T00:00'],
      ['resumed', '2019-07-08T10:00'],
    ),
    2,
    'cn-civil-code',
  ],
  [happenedAt(ACCEPTED, ['paused', '2019-07-02T17:30']), 1, 'cn-civil-code'],
]
/** Decided in a pause at the 00:00 at which its last stage is finished: of the day that begins there nothing has run. */
const DECIDED_PAUSED = happenedAt(
  ACCEPTED,
  ['stage-started', '2019-07-01T10:00'],
  ['paused', '2019-07-01T16:00'],
  ['stage-finished', '2019-07-02T00:00'],
  ['completed', '2019-07-02T00:00'],
)
/** Paused and decided at one instant, the first of the clock or that of a resume: such a pause changes nothing. */
const DECIDED_AT_START = happenedAt(['accepted', '2019-07-01T00:00'], ['paused', '2019-07-01T09:00'], ['completed', '2019-07-01T09:00'])
const DECIDED_AT_RESUME = happenedAt(
  ACCEPTED,
  ['paused', '2019-07-01T17:30'],
  ['resumed', '2019-07-02T00:00'],
  ['paused', '2019-07-02T00:00'],
  ['completed', '2019-07-02T00:00'],
)
/** Decided while a stage that began anew on a day off waits for the opening: of that day nothing has run. */
const DECIDED_WAITING = happenedAt(
  ACCEPTED,
  ['stage-started', '2019-07-04T10:00'],
  ['stage-finished', '2019-07-05T17:00'],
  ['stage-started', '2019-07-06T10:00'],
  ['completed', '2019-07-08T00:00'],
)
const OVERDUE: Happened = { ...happenedAt(ACCEPTED), now: wallMinute('2019-07-02T17:30+08:00') }

function shortsOf(steps: readonly Step[]): Short[] {
  return steps.map(({ type, minute, name }): Short => (name === '' ? [type, iso(minute)] : [type, iso(minute), name]))
}

/** The assessment of the library. */
function assessed({ steps, now }: Happened, limit: Limit, measure: Measure, convention: Question['convention']): Assessment {
  return judgeLimit(limit, shortsOf(steps), iso(now), { measure, stages, convention })
}

function answerOf({ used, dueAt, outcome }: Assessment): Answer {
  return { used: amountOf(used), dueAt: dueAt === undefined ? undefined : wallMinute(dueAt), outcome: outcome as Answer['outcome'] }
}

const amountOf = (limit: Limit | undefined) => Object.values(limit ?? {})[0] as number
const limitIn = (unit: Unit, amount: number) => ({ [unit]: amount }) as unknown as Limit
const withoutFindings = (assessment: Assessment) => ({ ...assessment, findings: [] })

const ALL = [
  ['span', 'workingMinutes'],
  ['sum', 'workingMinutes'],
  ['union', 'workingMinutes'],
  ['span', 'workingDays'],
  ['union', 'workingDays'],
  ['span', 'calendarDays'],
  ['union', 'calendarDays'],
] as const

const OTHER_RULES = [
  ['span', 'any-part'],
  ['span', 'whole-day'],
  ['union', 'any-part'],
  ['union', 'whole-day'],
] as const

describe('for every possible case', () => {
  test.each(ALL)('a %s in %s is what walking through it finds', (measure, unit) => {
    fc.assert(
      fc.property(cases, limitsOf[unit], convention, (happened, limit, convention) => {
        const walked = walkCase(happened.steps, { measure, unit, limit, convention, pausedDay: 'after-pause-day', now: happened.now })
        expect(answerOf(assessed(happened, limitIn(unit, limit), measure, convention))).toEqual(walked)
      }),
      { examples: EXAMPLES },
    )
  })

  test.each(OTHER_RULES)('a %s by the rule %s is what walking through it finds', (measure, pausedDay) => {
    fc.assert(
      fc.property(cases, limitsOf.workingDays, convention, ({ steps, now }, limit, name) => {
        const walked = walkCase(steps, { measure, unit: 'workingDays', limit, convention: name, pausedDay, now })
        const found = judgeLimit({ workingDays: limit }, shortsOf(steps), iso(now), {
          measure,
          stages,
          convention: { ...conventions[name], pausedDay },
        })
        expect(answerOf(found)).toEqual(walked)
      }),
      {
        examples: [
          [DECIDED_PAUSED, 1, 'cn-civil-code'],
          [DECIDED_AT_RESUME, 0, 'cn-civil-code'],
          [DECIDED_WAITING, 0, 'cn-civil-code'],
        ],
      },
    )
  })

  const included = (name: Question['convention']) => ({ ...conventions[name], startDay: 'included' as const })

  test.each(['span', 'union'] as const)('a %s whose start day is counted is what walking through it finds', (measure) => {
    fc.assert(
      fc.property(cases, limitsOf.workingDays, convention, ({ steps, now }, limit, name) => {
        const asked = { measure, unit: 'workingDays', limit, convention: name, pausedDay: 'after-pause-day', startDay: 'included', now } as const
        const found = judgeLimit({ workingDays: limit }, shortsOf(steps), iso(now), { measure, stages, convention: included(name) })
        expect(answerOf(found)).toEqual(walkCase(steps, asked))
      }),
      {
        examples: [
          [DECIDED_AT_START, 0, 'cn-civil-code'],
          [DECIDED_AT_RESUME, 0, 'cn-civil-code'],
          [DECIDED_WAITING, 0, 'cn-civil-code'],
        ],
      },
    )
  })

  test('a union told in dates alone uses the days that it uses by the minute', () => {
    // Stages before noon: some days after the one before, at each of its ends for some minutes, and over some days.
    const spans = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 40 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.constantFrom(...STARTS),
        spans,
        limitsOf.workingDays,
        fc.constantFrom('included', 'excluded'),
        (start, spans, limit, startDay) => {
          const steps: Step[] = [{ type: 'accepted', minute: start + 540, name: '' }]
          for (const [later, length, days] of spans) {
            const from = (steps.at(-1) as Step).minute + later * DAY + 1
            steps.push({ type: 'stage-started', minute: from, name: 'a' }, { type: 'stage-finished', minute: from + days * DAY + length, name: 'a' })
          }
          const last = (steps.at(-1) as Step).minute
          steps.push({ type: 'completed', minute: last, name: '' })
          const dates = shortsOf(steps).map(([type, at, name]): Short => (name ? [type, at.slice(0, 10), name] : [type, at.slice(0, 10)]))
          const terms = { measure: 'union', stages, convention: { ...conventions['cn-hall'], startDay } } as const
          const question = { measure: 'union', unit: 'workingDays', limit, convention: 'cn-hall', pausedDay: 'after-pause-day', now: last } as const
          const walked = walkCase(steps, { ...question, startDay })
          expect(amountOf(judgeLimit({ workingDays: limit }, dates, iso(last), terms).used)).toBe(walked.used)
        },
      ),
      { numRuns: runs(500) },
    )
  })

  test.each(ALL)('of a %s in %s, a pause cannot undo a deadline that has passed', (measure, unit) => {
    fc.assert(
      fc.property(cases, limitsOf[unit], convention, wait, ({ steps, now }, limit, convention, longer) => {
        const happened = steps.filter(({ minute }) => minute <= now)
        const before = assessed({ steps: happened, now }, limitIn(unit, limit), measure, convention)
        if (before.outcome !== 'overdue') return true
        const resumed = after(now, longer)
        const pause: Step[] = [
          { type: 'paused', minute: now, name: 'late' },
          { type: 'resumed', minute: resumed, name: 'late' },
        ]
        return assessed({ steps: [...happened, ...pause], now: resumed }, limitIn(unit, limit), measure, convention).dueAt === before.dueAt
      }),
      { numRuns: runs(500), examples: [[OVERDUE, 1, 'cn-civil-code', { minutes: 900, mark: 540 }]] },
    )
  })
})

describe('nothing changes', () => {
  const timeLimits = fc.oneof(
    limitsOf.workingMinutes.map((workingMinutes): Limit => ({ workingMinutes })),
    fc.integer({ min: 1, max: 200 }).map((hours): Limit => ({ hours })),
  )

  test('in a sum when a stage is split into two that adjoin', () => {
    fc.assert(
      fc.property(cases, timeLimits, convention, fc.nat(), fc.nat(), (happened, limit, convention, which, where) => {
        const { steps, now } = happened
        const started = steps.filter(({ type }) => type === 'stage-started')
        if (started.length === 0) return
        const parts = split(steps, started[which % started.length] as Step, where)
        const whole = assessed(happened, limit, 'sum', convention)
        expect(withoutFindings(assessed({ steps: parts, now }, limit, 'sum', convention))).toEqual(withoutFindings(whole))
      }),
    )
  })

  test.each(['span', 'sum', 'union'] as const)('in a %s by a pause outside working time', (measure) => {
    fc.assert(
      fc.property(cases, limitsOf.workingMinutes, convention, fc.nat(), fc.nat(), (happened, limit, convention, which, where) => {
        const { steps, now } = happened
        const paused = withIdlePause(steps, which % steps.length, where)
        if (!paused || (now >= paused.from && now < paused.to)) return
        const plain = assessed(happened, limitIn('workingMinutes', limit), measure, convention)
        const idle = assessed({ steps: paused.steps, now }, limitIn('workingMinutes', limit), measure, convention)
        expect(withoutFindings(idle)).toEqual(withoutFindings(plain))
      }),
    )
  })
})

/** The same case, a stage of which is finished and started again at one moment before its end. */
function split(steps: readonly Step[], started: Step, where: number): readonly Step[] {
  const from = steps.indexOf(started)
  const isEnd = ({ type, name }: Step) => type === 'completed' || type === 'withdrawn' || (type === 'stage-finished' && name === started.name)
  const to = steps.findIndex((step, i) => i > from && isEnd(step))
  const last = to < 0 ? steps.length - 1 : to
  const minute = started.minute + (where % ((steps[last] as Step).minute - started.minute + 1))
  const cut: Step[] = [
    { type: 'stage-finished', minute, name: started.name },
    { type: 'stage-started', minute, name: started.name },
  ]
  const at = steps.findIndex((step, i) => i > from && (step.minute >= minute || i === to))
  return at < 0 ? [...steps, ...cut] : [...steps.slice(0, at), ...cut, ...steps.slice(at)]
}

/** The same case with a pause between an event and the next, in which the hall is closed; none if it is open from the chosen moment. */
function withIdlePause(steps: readonly Step[], index: number, where: number): { steps: readonly Step[]; from: number; to: number } | undefined {
  const begin = (steps[index] as Step).minute
  const end = steps[index + 1]?.minute ?? begin + 3 * DAY
  const from = begin + (where % (end - begin + 1))
  let to = from
  while (to < end && !isOpen(to)) to++
  if (to === from) return undefined
  const pause: Step[] = [
    { type: 'paused', minute: from, name: 'idle' },
    { type: 'resumed', minute: to, name: 'idle' },
  ]
  const isOver = ['completed', 'withdrawn'].includes((steps[index] as Step).type)
  return isOver ? undefined : { steps: [...steps.slice(0, index + 1), ...pause, ...steps.slice(index + 1)], from, to }
}
