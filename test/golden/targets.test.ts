import { assess, type CaseOf, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { type Expected, eventsOf, LATER, type Short, toldOf } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { dated } from '../support/dated.js'

/*
 * One worked case for every time target of the seed. What it must come to is worked out by hand in the comment above it, from the rules of
 * counting, the hours 09:00-12:00 and 13:30-17:00, and the notices: in 2019 off 09-13 to 09-15 and 10-01 to 10-07, worked on Sun 09-29 and
 * Sat 10-12; in 2020 off 01-01, 01-24 to 02-02 as amended, and 05-01 to 05-05, worked on Sun 01-19, Sun 04-26 and Sat 05-09. `Thu 11: 1` is
 * a day with its running number.
 */

interface Worked {
  readonly trait: string
  readonly events: readonly Short[]
  readonly expected: Expected
  readonly needed?: Partial<Pick<CaseOf<typeof xiaoshan2019>, 'materials' | 'steps'>>
  readonly now?: string
}

const dueAtClosing = (dueDate: string) => ({ dueDate, dueAt: `${dueDate}T17:00:00+08:00` })
/** A case of a rule that binds a set has no deadline of its own. */
const NO_DEADLINE = { outcome: 'measured', light: 'none', limit: undefined, dueDate: undefined, dueAt: undefined, remaining: undefined } as const

const WORKED: Readonly<Record<keyof typeof xiaoshan2019.rules, Worked>> = {
  // Make-up Sat 10-12: registration 15:30 to 17:00, 1:30; seal 16:00 to 17:00 and, Mon 14, 09:00 to 10:00, 2:00; tax 09:30 to 11:00, 1:30. From
  // then on it is the applicant's turn. On Tue 15 the bank from 09:00 to 11:30, 2:30. Together 7:30 of 8:00; half an hour more ends at 12:00. From
  // first to last 1:30 + 6:30 + 2:30 = 10:30. The last stage stops the clock, not the decision.
  'business-setup': {
    trait: 'a sum of stages, two of them at once, one after a gap',
    events: [
      ['accepted', 'Sat 2019-10-12T15:30'],
      ['stage-started', 'Sat 2019-10-12T15:30', 'registration'],
      ['stage-started', 'Sat 2019-10-12T16:00', 'seal'],
      ['stage-finished', 'Sat 2019-10-12T17:00', 'registration'],
      ['stage-started', 'Mon 2019-10-14T09:30', 'tax-invoice'],
      ['stage-finished', 'Mon 2019-10-14T10:00', 'seal'],
      ['stage-finished', 'Mon 2019-10-14T11:00', 'tax-invoice'],
      ['stage-started', 'Tue 2019-10-15T09:00', 'bank-account'],
      ['stage-finished', 'Tue 2019-10-15T11:30', 'bank-account'],
      ['completed', 'Tue 2019-10-15T15:00'],
    ],
    needed: { materials: 7 },
    expected: {
      stoppedAt: '2019-10-15T11:30:00+08:00',
      used: { workingHours: 7.5 },
      remaining: { workingHours: 0.5 },
      elapsed: { workingHours: 10.5 },
      dueDate: '2019-10-15',
      dueAt: '2019-10-15T12:00:00+08:00',
      outcome: 'early',
      caps: { materials: { allowed: 7, actual: 7, isKept: true } },
    },
  },
  // 90 days after Mon 07-08: 07-31 is 23, 08-31 54, 09-30 84, Sun 10-06 90. It moves by the owner's days from 07-18 to 07-29, 11, to 10-17; by
  // the public notice from 09-02 to 09-09, 7, to 10-24; by the owner's days from 09-20 to 10-14, 24, to Sun 11-17; then rolls to Mon 11-18.
  // Construction overlaps planning and adds nothing. Used: 10 to 07-18, 35 from 07-29 to 09-02, 11 from 09-09 to 09-20, 32 from 10-14 to 11-15.
  // From then to 11-18: 3.
  'investment-project': {
    trait: 'a union of stages that lie apart and overlap, with a pause for a public notice',
    events: [
      ['accepted', 'Mon 2019-07-08T09:30'],
      ['stage-started', 'Mon 2019-07-08T09:30', 'project-approval'],
      ['stage-finished', 'Thu 2019-07-18T11:00', 'project-approval'],
      ['stage-started', 'Mon 2019-07-29T10:00', 'planning-permit'],
      ['stage-started', 'Tue 2019-08-20T14:00', 'construction-permit'],
      ['stage-finished', 'Wed 2019-08-28T16:00', 'planning-permit'],
      ['paused', 'Mon 2019-09-02T09:00', 'public-notice'],
      ['resumed', 'Mon 2019-09-09T09:00', 'public-notice'],
      ['stage-finished', 'Fri 2019-09-20T15:00', 'construction-permit'],
      ['stage-started', 'Mon 2019-10-14T09:00', 'completion-acceptance'],
      ['stage-finished', 'Fri 2019-11-15T16:00', 'completion-acceptance'],
      ['completed', 'Tue 2019-11-19T10:00'],
    ],
    expected: {
      stoppedAt: '2019-11-15T16:00:00+08:00',
      used: { calendarDays: 88 },
      remaining: { calendarDays: 3 },
      ...dueAtClosing('2019-11-18'),
      outcome: 'early',
    },
  },
  // Wed 11: 1, Thu 12: 2, off to Sun 15, Mon 16: 3, Tue 17: 4; the date of Wed 18, 5, lies after the due date.
  'real-estate-registration': {
    trait: 'dates without times, over a holiday',
    events: [
      ['accepted', 'Tue 2019-09-10'],
      ['completed', 'Wed 2019-09-18'],
    ],
    expected: { startsAt: '2019-09-10', used: { workingDays: 5 }, remaining: { workingDays: -1 }, ...dueAtClosing('2019-09-17'), outcome: 'late' },
  },
  // Friday night moves past Saturday to make-up Sun 09-29 09:00; Mon 30: 1, off to Mon 10-07, Tue 08: 2.
  'mortgage-registration': {
    trait: 'an application on line, at night before a make-up Sunday',
    events: [
      ['accepted', 'Fri 2019-09-27T22:15'],
      ['completed', 'Mon 2019-09-30T16:30'],
    ],
    expected: { startsAt: '2019-09-29T09:00:00+08:00', used: { workingDays: 1 }, ...dueAtClosing('2019-10-08'), outcome: 'early' },
  },
  // 11:20 to 11:45 are 25 minutes. Paid during lunch and after, so that it goes on at 14:00: 35 more are due at 14:35. Neither the acceptance nor
  // the decision is an end of it.
  'sixty-minute-certificate': {
    trait: 'from receipt to delivery, with a pause over lunch',
    events: [
      ['received', 'Thu 2019-07-18T11:20'],
      ['accepted', 'Thu 2019-07-18T11:30'],
      ['paused', 'Thu 2019-07-18T11:45', 'payment-of-tax'],
      ['resumed', 'Thu 2019-07-18T14:00', 'payment-of-tax'],
      ['completed', 'Thu 2019-07-18T14:20'],
      ['delivered', 'Thu 2019-07-18T14:35'],
    ],
    expected: {
      startsAt: '2019-07-18T11:20:00+08:00',
      stoppedAt: '2019-07-18T14:35:00+08:00',
      used: { workingMinutes: 60 },
      dueDate: '2019-07-18',
      dueAt: '2019-07-18T14:35:00+08:00',
      outcome: 'on-time',
    },
  },
  // Tue 12-31: 1, New Year off, Thu 01-02: 2, Fri 03: 3. One step more than allowed breaks a cap and no limit.
  'home-purchase-chain': {
    trait: 'caps of materials and steps, over New Year',
    events: [
      ['accepted', 'Mon 2019-12-30T10:00'],
      ['completed', 'Fri 2020-01-03T17:00'],
    ],
    needed: { materials: 1, steps: 6 },
    expected: {
      used: { workingDays: 3 },
      ...dueAtClosing('2020-01-03'),
      outcome: 'on-time',
      caps: { materials: { allowed: 1, actual: 1, isKept: true }, steps: { allowed: 5, actual: 6, isKept: false } },
    },
  },
  // Thu 11: 1, Fri 12, when the first pause begins: 2. One or the other pause is open to Fri 19, which does not count; Mon 22: 3, Tue 23: 4.
  'water-hookup': {
    trait: 'two pauses that overlap',
    events: [
      ['accepted', 'Wed 2019-07-10T14:00'],
      ['paused', 'Fri 2019-07-12T09:30', 'civil-works'],
      ['paused', 'Mon 2019-07-15T10:00', 'road-permit'],
      ['resumed', 'Wed 2019-07-17T10:00', 'civil-works'],
      ['resumed', 'Fri 2019-07-19T15:00', 'road-permit'],
      ['completed', 'Mon 2019-07-22T11:00'],
    ],
    needed: { materials: 2, steps: 3 },
    expected: {
      used: { workingDays: 3 },
      ...dueAtClosing('2019-07-23'),
      outcome: 'early',
      caps: { materials: { allowed: 1, actual: 2, isKept: false }, steps: { allowed: 3, actual: 3, isKept: true } },
    },
  },
  // Wed 25: 1, Thu 26, the day of the pause: 2. Make-up Sun 29, the day of the resume, does not count. Mon 30: 3, off to Mon 10-07, Tue 08: 4,
  // Wed 09: 5.
  'gas-hookup': {
    trait: 'a pause that ends on a make-up Sunday',
    events: [
      ['accepted', 'Tue 2019-09-24T16:59'],
      ['paused', 'Thu 2019-09-26T10:00', 'civil-works'],
      ['resumed', 'Sun 2019-09-29T09:00', 'civil-works'],
      ['completed', 'Wed 2019-10-09T09:00'],
    ],
    needed: { materials: 1, steps: 4 },
    expected: {
      used: { workingDays: 5 },
      remaining: { workingDays: -1 },
      ...dueAtClosing('2019-10-08'),
      outcome: 'late',
      caps: { materials: { allowed: 1, actual: 1, isKept: true }, steps: { allowed: 4, actual: 4, isKept: true } },
    },
  },
  // To Fri 08-02: 1, 09: 6, Mon 12: 7. Not 13 to 26. Tue 27 to Fri 30: 11, 09-06: 16, Thu 12: 20, 20: 25, 27: 30, Sun 29 and Mon 30: 32, 10-08 to
  // Fri 11: 36, Sat 12: 37, Mon 14: 38, Tue 15: 39, Wed 16: 40. On Tuesday one day is left.
  'power-10kv': {
    trait: 'many weeks with a pause, seen the day before its end',
    events: [
      ['accepted', 'Thu 2019-08-01T10:00'],
      ['paused', 'Mon 2019-08-12T14:00', 'customer-works'],
      ['resumed', 'Mon 2019-08-26T09:30', 'customer-works'],
    ],
    now: 'Tue 2019-10-15T09:00',
    expected: {
      state: 'running',
      used: { workingDays: 39 },
      remaining: { workingDays: 1 },
      ...dueAtClosing('2019-10-16'),
      outcome: 'open',
      light: 'yellow',
    },
  },
  // Thu 26: 1, Fri 27: 2, Sun 29: 3, Mon 30: 4, Tue 10-08: 5, Wed 09: 6, Thu 10: 7, Fri 11, the day of the pause: 8. Not Sat 12, Mon 14, Tue 15.
  // Wed 16: 9, Thu 17: 10.
  'power-small-business': {
    trait: 'an average, over a holiday and a pause',
    events: [
      ['accepted', 'Wed 2019-09-25T15:00'],
      ['paused', 'Fri 2019-10-11T10:00', 'customer-works'],
      ['resumed', 'Tue 2019-10-15T10:00', 'customer-works'],
      ['completed', 'Thu 2019-10-17T11:00'],
    ],
    needed: { materials: 2, steps: 2 },
    expected: { state: 'completed', used: { workingDays: 10 }, ...NO_DEADLINE },
  },
  // Lunch moves to 13:30 of the same day; Fri 11: 1, make-up Sat 12: 2. Connected on Sunday, a rest day: too late, though no more is used than
  // the limit.
  'network-hookup': {
    trait: 'accepted at lunch, connected on the day of rest after the last day',
    events: [
      ['accepted', 'Thu 2019-10-10T12:30'],
      ['completed', 'Sun 2019-10-13T10:00'],
    ],
    expected: {
      startsAt: '2019-10-10T13:30:00+08:00',
      used: { workingDays: 2 },
      remaining: { workingDays: 0 },
      ...dueAtClosing('2019-10-12'),
      outcome: 'late',
    },
  },
  // April has no 31st: Thu 04-30. The appraisal of 10 days moves it to Sun 05-10, which rolls to Mon 11. Used: 40 to 12-10, then 11 + 31 + 29 +
  // 31 + 30 + 11 from 12-20.
  bankruptcy: {
    trait: 'months without the date, moved by an appraisal onto a Sunday',
    events: [
      ['accepted', 'Thu 2019-10-31T10:00'],
      ['paused', 'Tue 2019-12-10T10:00', 'appraisal'],
      ['resumed', 'Fri 2019-12-20T10:00', 'appraisal'],
      ['completed', 'Mon 2020-05-11T16:00'],
    ],
    expected: { used: { calendarDays: 183 }, remaining: { calendarDays: 0 }, ...dueAtClosing('2020-05-11'), outcome: 'on-time' },
  },
  // Off from Fri 01-24, by the amendment to Sun 02-02: Mon 03: 1, Tue 04: 2.
  'foreign-filing': {
    trait: 'a Spring Festival that was made longer',
    events: [
      ['accepted', 'Thu 2020-01-23T11:00'],
      ['completed', 'Tue 2020-02-04T09:30'],
    ],
    expected: { used: { workingDays: 2 }, ...dueAtClosing('2020-02-04'), outcome: 'on-time' },
  },
  // Make-up Sun 04-26: 1, Mon 27: 2, Tue 28: 3, Wed 29: 4, Thu 30: 5, the day before the holiday. A refusal on the merits is a decision.
  'foreign-approval': {
    trait: 'refused on the merits',
    events: [
      ['accepted', 'Fri 2020-04-24T10:00'],
      ['completed', 'Wed 2020-04-29T16:00', 'refused'],
    ],
    expected: { state: 'completed', used: { workingDays: 4 }, ...dueAtClosing('2020-04-30'), outcome: 'early' },
  },
  // The clock has not started while papers are corrected. Accepted Tue 19: Wed 20: 1, Thu 21: 2, Fri 22: 3, Mon 25: 4, Tue 26: 5.
  'clinic-opening': {
    trait: 'a correction before acceptance',
    events: [
      ['received', 'Mon 2019-11-04T09:00'],
      ['correction-requested', 'Wed 2019-11-06T16:00'],
      ['corrected', 'Mon 2019-11-18T10:00'],
      ['accepted', 'Tue 2019-11-19T09:30'],
      ['completed', 'Fri 2019-11-22T10:00'],
    ],
    expected: { startsAt: '2019-11-19T09:30:00+08:00', used: { workingDays: 3 }, ...dueAtClosing('2019-11-26'), outcome: 'early' },
  },
  // Tue 03: 1, Wed 04, the day of the pause, though it begins at opening: 2. Not Thu 05, Fri 06. Mon 09: 3, Tue 10: 4, Wed 11: 5, Thu 12: 6.
  'education-approval': {
    trait: 'a cut of what is not said, with a pause from an opening on',
    events: [
      ['accepted', 'Mon 2019-12-02T10:00'],
      ['paused', 'Wed 2019-12-04T09:00', 'site-inspection'],
      ['resumed', 'Fri 2019-12-06T16:00', 'site-inspection'],
      ['completed', 'Thu 2019-12-12T15:00'],
    ],
    expected: { state: 'completed', used: { workingDays: 6 }, ...NO_DEADLINE },
  },
  // Tue 14: 1, Wed 15: 2, Thu 16: 3, Fri 17: 4, make-up Sun 19, the day of the pause: 5. Not Mon 02-03, the day of the resume. Tue 04: 6, Wed 05:
  // 7.
  'school-opening': {
    trait: 'a pause over the whole Spring Festival',
    events: [
      ['accepted', 'Mon 2020-01-13T09:00'],
      ['paused', 'Sun 2020-01-19T15:00', 'expert-review'],
      ['resumed', 'Mon 2020-02-03T10:00', 'expert-review'],
      ['completed', 'Wed 2020-02-05T16:59'],
    ],
    expected: { used: { workingDays: 7 }, remaining: { workingDays: 0 }, ...dueAtClosing('2020-02-05'), outcome: 'on-time' },
  },
  // Saturday night moves to make-up Sun 09-29 09:00, and the acceptance is no start. Mon 30: 1, off to Mon 10-07, Tue 08: 2, Wed 09: 3.
  'complaint-handling': {
    trait: 'an average from the receipt, at night before a make-up Sunday',
    events: [
      ['received', 'Sat 2019-09-28T23:10'],
      ['accepted', 'Mon 2019-09-30T09:40'],
      ['completed', 'Wed 2019-10-09T15:00'],
    ],
    expected: { startsAt: '2019-09-29T09:00:00+08:00', used: { workingDays: 3 }, ...NO_DEADLINE },
  },
}

const rows = Object.entries(WORKED).map(([rule, worked]) => ({ rule, code: xiaoshan2019.rules[rule as keyof typeof WORKED].code, ...worked }))

describe('a worked case of each target of Xiaoshan 2019', () => {
  test('is there for T1 to T18', () => {
    expect(rows.map(({ code }) => code)).toEqual(Array.from({ length: 18 }, (_, i) => `T${i + 1}`))
    expect(Object.keys(WORKED)).toEqual(Object.keys(xiaoshan2019.rules))
  })

  test.each(rows)('$code $rule: $trait', ({ rule, events, needed, now, expected }) => {
    const shorts = events.map(([type, at, ...name]): Short => [type, dated(at), ...name])
    const file = { id: rule, rule, events: eventsOf(shorts), ...needed } as CaseOf<typeof xiaoshan2019>
    const found = assess(file, { policy: xiaoshan2019, clock: hall, now: now ? dated(now) : LATER })
    expect(toldOf(found, expected)).toEqual(expected)
    expect(found.findings).toEqual([])
  })
})
