import { type Assessment, assess, cnLicensing, xiaoshan2019 } from 'service-time'
import { matchersIn } from 'service-time/vitest'
import { type Assertion, describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { codeOf } from '../support/errors.js'
import { linesOf } from '../support/failures.js'

const accepted = { type: 'accepted', at: '2019-07-01T10:00' }
const options = { clock: hall, now: '2019-07-10T09:00' }
const due = { policy: xiaoshan2019, ...options }
const water = (...events: object[]) => ({ id: 'A-1', rule: 'water-hookup', events })
const open = water(accepted)
const overdue: Assessment = assess({ id: 'A', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01T10:00' }] }, due)
const NO = 'There is no verdict to check:'

/** What a matcher is asked that it cannot judge, behind `.not` or not, and what it says. */
const REFUSED: readonly (readonly [what: string, ask: (to: Assertion) => void, received: unknown, said: string])[] = [
  ['what is no case', (to) => to.toMeet(xiaoshan2019, options), 5, 'Found 5 where a case { id, rule, events } belongs. [value-invalid]'],
  [
    'an event out of order',
    (to) => to.toMeet(xiaoshan2019, options),
    water(accepted, { type: 'completed', at: '2019-06-03T10:00' }),
    'Case "A-1": Event 2 is dated 2019-06-03T10:00:00+08:00, before an event ahead of it (2019-07-01T10:00:00+08:00); list events in the order of time. [event-out-of-order at events[1].at]',
  ],
  [
    'a misspelt rule',
    (to) => to.toMeetStatutory(xiaoshan2019, options),
    { ...open, rule: 'water-hokup' },
    'Case "A-1": "water-hokup" is not a rule of this policy; perhaps one of these was meant: water-hookup, gas-hookup. [rule-unknown at rule]',
  ],
  [
    'no policy',
    (to) => to.toMeet(undefined as never, options),
    open,
    'Found undefined where a policy, such as xiaoshan2019, belongs. [value-invalid at policy]',
  ],
  [
    'no options',
    (to) => to.toMeet(xiaoshan2019, undefined as never),
    open,
    'Found undefined where an object of options belongs. [value-invalid at options]',
  ],
  [
    'a misspelt option',
    (to) => to.toMeet(xiaoshan2019, { ...options, nwo: 0 } as never),
    open,
    '"nwo" is not a known option; use one of: clock, clocks, now. [choice-unknown at options]',
  ],
  [
    'no clock',
    (to) => to.toMeet(xiaoshan2019, { now: 0 } as never),
    open,
    'Found undefined where a clock, made by createClock, belongs. [value-invalid at clock]',
  ],
  [
    'no now',
    (to) => to.toMeet(xiaoshan2019, { clock: hall } as never),
    open,
    '"undefined" is not an instant; write a date that exists and a time, such as "2019-05-06T10:00:00+08:00". [instant-invalid at now]',
  ],
  [
    'a case whose clock has not started',
    (to) => to.toMeet(xiaoshan2019, options),
    water({ type: 'received', at: '2019-07-01' }),
    `Case "A-1": ${NO} the clock has not started; record the event that starts it, or ask later. [verdict-missing]`,
  ],
  [
    'a case from before the rule',
    (to) => to.toMeetStatutory(xiaoshan2019, options),
    water({ type: 'accepted', at: '2019-03-01' }),
    `Case "A-1": ${NO} started before the rule was in force; give a case that a version of the rule covers. [verdict-missing]`,
  ],
  [
    'a case of a set',
    (to) => to.toMeet(xiaoshan2019, options),
    { ...open, rule: 'power-small-business' },
    'Case "A-1": The rule "power-small-business" sets an average, which binds a set of cases and not one; a single case of it has no deadline. [target-unsupported]',
  ],
  [
    'a case of a set that was withdrawn',
    (to) => to.toBeDueAt('2019-07-05', due),
    { ...open, rule: 'power-small-business', events: [accepted, { type: 'withdrawn', at: '2019-07-02' }] },
    'Case "A-1": The rule "power-small-business" sets an average, which binds a set of cases and not one; a single case of it has no deadline. [target-unsupported]',
  ],
  [
    'a rule without a limit of the law',
    (to) => to.toMeetStatutory(xiaoshan2019, options),
    open,
    `Case "A-1": ${NO} the rule sets no statutory limit; its promise is for toMeet. [verdict-missing]`,
  ],
  [
    'the deadline of a paused case',
    (to) => to.toBeDueAt('2019-07-05', due),
    water(accepted, { type: 'paused', at: '2019-07-02T10:00', cause: 'survey' }),
    `Case "A-1": ${NO} while the clock is paused there is no deadline; resume it, or look at ifResumedNow of the assessment. [verdict-missing]`,
  ],
  [
    'a deadline that is none',
    (to) => to.toBeDueAt('soon', due),
    open,
    '"soon" is not an instant; write a date that exists and a time, such as "2019-05-06T10:00:00+08:00". [instant-invalid at expected]',
  ],
  [
    'a deadline without options',
    (to) => to.toBeDueAt('2019-07-05', undefined as never),
    open,
    'Found undefined where a policy, such as xiaoshan2019, belongs. [value-invalid at policy]',
  ],
  [
    'what is no span',
    (to) => to.toTakeAtMost({ workingDays: 4 }, hall),
    '2019-07-01',
    'Found "2019-07-01" where a start and an end that is not before it, [start, end], belongs. [value-invalid]',
  ],
  [
    'an end before the start',
    (to) => to.toTakeAtMost({ workingDays: 4 }, hall),
    ['2019-07-02', '2019-07-01'],
    'Found "2019-07-02", "2019-07-01" where a start and an end that is not before it, [start, end], belongs. [value-invalid]',
  ],
  [
    'an end that does not exist',
    (to) => to.toTakeAtMost({ workingDays: 4 }, hall),
    ['2019-02-01', '2019-02-30'],
    '"2019-02-30" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28". [date-invalid at [1]]',
  ],
  [
    'a date where the limit counts time',
    (to) => to.toTakeAtMost({ workingHours: 4 }, hall),
    ['2019-07-01T10:00', '2019-07-02'],
    '"2019-07-02" has no time of day, but the limit counts working time; write for example "2019-07-02T09:00+08:00". [time-missing at [1]]',
  ],
  [
    'a limit of days of no kind',
    (to) => to.toTakeAtMost({ days: 4 } as never, hall),
    ['2019-07-01', '2019-07-02'],
    '"days" does not say which kind of time it means; write one of: { workingDays: … }, { calendarDays: … }. [unit-ambiguous at limit]',
  ],
  [
    'a span without a clock',
    (to) => to.toTakeAtMost({ workingDays: 4 }, undefined as never),
    ['2019-07-01', '2019-07-02'],
    'Found undefined where a clock, made by createClock, belongs. [value-invalid at clock]',
  ],
  [
    'what are no assessments',
    (to) => to.toHaveOnTimeRate({ atLeast: 0.9 }),
    'all',
    'Found "all" where assessments or a tally of them belongs. [value-invalid]',
  ],
  [
    'cases in place of assessments',
    (to) => to.toHaveOnTimeRate({ atLeast: 0.9 }),
    [open],
    'Found { id, rule, events } where an assessment, as assess gives it, belongs. [value-invalid]',
  ],
  [
    'a rate in hundredths',
    (to) => to.toHaveOnTimeRate({ atLeast: 95 }),
    [overdue],
    'Found 95 where a share from 0 to 1, such as 0.9 for 90 %, belongs. [value-invalid at atLeast]',
  ],
  [
    'a misspelt rate',
    (to) => to.toHaveOnTimeRate({ atleast: 0.9 } as never),
    [overdue],
    '"atleast" is not a known option; use one of: atLeast. [choice-unknown at options]',
  ],
  [
    'a rate of nothing that was completed',
    (to) => to.toHaveOnTimeRate({ atLeast: 0 }),
    [overdue],
    `${NO} no case that has a verdict of its own was completed, so there is no rate; give completed cases. [verdict-missing]`,
  ],
]

describe('what a matcher cannot judge', () => {
  test.each(REFUSED)('%s fails it with and without `.not`, in the words of the error', (_, ask, received, said) => {
    for (const to of [expect(received), expect(received).not]) {
      const lines = linesOf(() => ask(to))
      expect(lines).toHaveLength(1)
      expect(lines[0]?.replace(/^to\w+ cannot judge this: /, '')).toBe(said)
    }
  })

  test('matches nothing as a part of an expected value either', () => {
    expect({ file: open }).not.toEqual({ file: expect.toMeetStatutory(xiaoshan2019, options) })
    expect({ file: open }).not.toEqual({ file: expect.not.toMeetStatutory(xiaoshan2019, options) })
  })

  test('is told in Chinese too', () => {
    const zh = matchersIn('zh')
    expect(zh.toMeetStatutory.call({}, open, xiaoshan2019, options).message()).toBe(
      'toMeetStatutory 无法判定：办件“A-1”：没有可检查的结论：该规则没有法定时限；承诺时限请用 toMeet。 [verdict-missing]',
    )
    expect(zh.toMeet.call({}, { ...open, rule: 'water' }, cnLicensing, options).message()).toMatch(
      /^toMeet 无法判定：办件“A-1”：本政策没有规则“water”；.+。 \[rule-unknown，位于 rule\]$/,
    )
  })

  test('is not what is wrong with the matchers themselves', () => {
    const broken = new Proxy([], {
      get: () => {
        throw new TypeError('broken')
      },
    })
    expect(() => expect(broken).toHaveOnTimeRate({ atLeast: 0 })).toThrow(TypeError)
  })

  test('a third language is refused when the matchers are made', () => {
    expect(codeOf(() => matchersIn('fr' as never))).toBe('choice-unknown')
  })
})
