import type { Assessment, CaseEvent, Limit, Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { type Expected, eventsOf, judgeEvents, LATER, type Short, toldOf } from '../support/cases.js'
import { dated } from '../support/dated.js'

/*
 * Cases in which halls go wrong, each worked out by hand in the comment above it, by the rules of counting, the hours 09:00-12:00 and
 * 13:30-17:00 and the notices for 2019: off 10-01 to 10-07, worked on Sun 09-29 and Sat 10-12. `Thu 11: 1` is a day with its running number.
 */

interface Golden {
  readonly title: string
  readonly limit: Limit
  readonly terms?: Partial<Version>
  readonly events: readonly Short[]
  /** What an extension adds. */
  readonly by?: Limit
  readonly now?: string
  readonly expected: Expected
}

const dueAtClosing = (dueDate: string) => ({ dueDate, dueAt: `${dueDate}T17:00:00+08:00` })
const STAGES = { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } }
const ACCEPTED: Short = ['accepted', 'Mon 2019-07-01T10:00']
const FOUR = { workingDays: 4 }

const ANSWERED: readonly Golden[] = [
  // Five days to answer: Tue 02: 1, Wed 03: 2, Thu 04: 3, Fri 05: 4, Mon 08: 5, until its closing. A millisecond later nobody has, so the clock
  // has run since Mon 07-01. Twenty days: Fri 05: 4, 12: 9, 19: 14, 26: 19, Mon 29: 20.
  {
    title: 'papers that nobody answered in five days count as accepted at their receipt',
    limit: { workingDays: 20 },
    terms: { deemedAcceptance: { workingDays: 5 } },
    events: [['received', 'Mon 2019-07-01T10:00']],
    now: 'Mon 2019-07-08T17:00:00.001',
    expected: {
      state: 'running',
      outcome: 'open',
      startsAt: '2019-07-01T10:00:00+08:00',
      used: { workingDays: 5 },
      ...dueAtClosing('2019-07-29'),
      findings: [{ code: 'deemed-accepted', index: 0 }],
    },
  },
  // The acceptance of Tue 09 comes after that, and the clock has run since the receipt all the same: on Tue 30, day 21, it is over.
  {
    title: 'papers accepted on the sixth day count as accepted at their receipt',
    limit: { workingDays: 20 },
    terms: { deemedAcceptance: { workingDays: 5 } },
    events: [
      ['received', 'Mon 2019-07-01T10:00'],
      ['accepted', 'Tue 2019-07-09T09:00'],
    ],
    now: 'Tue 2019-07-30T10:00',
    expected: {
      outcome: 'overdue',
      startsAt: '2019-07-01T10:00:00+08:00',
      used: { workingDays: 21 },
      ...dueAtClosing('2019-07-29'),
      findings: [{ code: 'deemed-accepted', index: 0 }],
    },
  },
  // Asked for at 17:01 of Mon 07-29, a minute after the twentieth day has closed. By Thu 08-01 23 are used.
  {
    title: 'an extension asked for a minute too late is ignored, and is a finding',
    limit: { workingDays: 20 },
    terms: { extension: { by: { workingDays: 10 }, times: 1 } },
    events: [ACCEPTED, ['extended', 'Mon 2019-07-29T17:01']],
    by: { workingDays: 10 },
    now: 'Thu 2019-08-01T09:00',
    expected: {
      limit: { workingDays: 20 },
      outcome: 'overdue',
      used: { workingDays: 23 },
      remaining: { workingDays: -3 },
      ...dueAtClosing('2019-07-29'),
      findings: [{ code: 'extension-ignored', index: 1, why: 'too-late' }],
    },
  },
  // Asked for at that closing it is in time. Ten more: Tue 30: 21, Fri 08-02: 24, 09: 29, Mon 12: 30.
  {
    title: 'an extension asked for at the very end is in time',
    limit: { workingDays: 20 },
    terms: { extension: { by: { workingDays: 10 }, times: 1 } },
    events: [ACCEPTED, ['extended', 'Mon 2019-07-29T17:00']],
    by: { workingDays: 10 },
    now: 'Thu 2019-08-01T09:00',
    expected: { limit: { workingDays: 30 }, outcome: 'open', used: { workingDays: 23 }, ...dueAtClosing('2019-08-12'), findings: [] },
  },
  // What was used by Wed 07-03 is given back. Anew from Wed 07-10: Thu 11: 1, Fri 12: 2, Fri 19: 7, Mon 22: 8, Tue 23: 9, Wed 24: 10.
  {
    title: 'a correction that restarts gives the whole limit from the corrected papers on',
    limit: { workingDays: 10 },
    terms: { correction: 'restart' },
    events: [
      ACCEPTED,
      ['correction-requested', 'Wed 2019-07-03T10:00'],
      ['corrected', 'Wed 2019-07-10T10:00'],
      ['completed', 'Tue 2019-07-23T10:00'],
    ],
    expected: {
      outcome: 'early',
      startsAt: '2019-07-10T10:00:00+08:00',
      used: { workingDays: 9 },
      remaining: { workingDays: 1 },
      ...dueAtClosing('2019-07-24'),
    },
  },
]

const PAUSED: readonly Golden[] = [
  // The day of the pause counts even from 00:00, and there is no day after it up to that of the resume. Tue 02: 1, Wed 03: 2, Thu 04: 3, Fri 05:
  // 4.
  {
    title: 'a pause and its resume on one day change nothing',
    limit: FOUR,
    events: [ACCEPTED, ['paused', 'Wed 2019-07-03T00:00'], ['resumed', 'Wed 2019-07-03T23:59'], ['completed', 'Fri 2019-07-05T10:00']],
    expected: { outcome: 'on-time', used: { workingDays: 4 }, remaining: { workingDays: 0 }, ...dueAtClosing('2019-07-05') },
  },
  // Thu 26: 1, Fri 27, the day of the pause: 2. Not make-up Sun 29, Mon 30, Tue 10-08, nor Wed 09, the day of the resume. Thu 10: 3, Fri 11: 4;
  // make-up Sat 12 is 5.
  {
    title: 'a pause over a holiday takes out its working days, make-up Sunday among them',
    limit: FOUR,
    events: [
      ['accepted', 'Wed 2019-09-25T15:00'],
      ['paused', 'Fri 2019-09-27T16:00', 'survey'],
      ['resumed', 'Wed 2019-10-09T09:00', 'survey'],
      ['completed', 'Sat 2019-10-12T09:30'],
    ],
    expected: { outcome: 'late', used: { workingDays: 5 }, remaining: { workingDays: -1 }, ...dueAtClosing('2019-10-11') },
  },
  // The same budget in hours: 16:00 to 17:00 on Wed 25 is 1:00, Thu 26 is 6:30, Fri 27 to 16:00 is 5:30, in all 13:00; 3:00 of 16:00 are left,
  // from Wed 10-09 09:00 to 12:00.
  {
    title: 'a pause over a holiday takes out its open hours',
    limit: { workingHours: 16 },
    events: [
      ['accepted', 'Wed 2019-09-25T16:00'],
      ['paused', 'Fri 2019-09-27T16:00', 'survey'],
      ['resumed', 'Wed 2019-10-09T09:00', 'survey'],
      ['completed', 'Wed 2019-10-09T11:00'],
    ],
    expected: {
      outcome: 'early',
      used: { workingHours: 15 },
      remaining: { workingHours: 1 },
      dueDate: '2019-10-09',
      dueAt: '2019-10-09T12:00:00+08:00',
    },
  },
  // Fri 05 is day 4 though paused, and does not end while it is. It ends with Thu 25, the day of the resume, which is not counted.
  {
    title: 'a pause over the closing of the last day keeps the limit open to that of the day it resumes',
    limit: FOUR,
    events: [
      ACCEPTED,
      ['paused', 'Fri 2019-07-05T10:00', 'survey'],
      ['resumed', 'Thu 2019-07-25T15:00', 'survey'],
      ['completed', 'Thu 2019-07-25T17:00'],
    ],
    expected: { outcome: 'on-time', used: { workingDays: 4 }, lastCountedDay: '2019-07-05', ...dueAtClosing('2019-07-25') },
  },
  {
    title: 'a minute after that closing it is late',
    limit: FOUR,
    events: [
      ACCEPTED,
      ['paused', 'Fri 2019-07-05T10:00', 'survey'],
      ['resumed', 'Thu 2019-07-25T15:00', 'survey'],
      ['completed', 'Thu 2019-07-25T17:01'],
    ],
    expected: { outcome: 'late', used: { workingDays: 4 }, lastCountedDay: '2019-07-05', ...dueAtClosing('2019-07-25') },
  },
  // Fri 05 closed at 17:00, and the pause of Mon 08, day 5, cannot undo it. Wed 10 adds nothing.
  {
    title: 'a case paused after its deadline is paused and overdue',
    limit: FOUR,
    events: [ACCEPTED, ['paused', 'Mon 2019-07-08T10:00']],
    now: 'Wed 2019-07-10T10:00',
    expected: {
      state: 'paused',
      outcome: 'overdue',
      light: 'red',
      used: { workingDays: 5 },
      remaining: { workingDays: -1 },
      ...dueAtClosing('2019-07-05'),
      ifResumedNow: undefined,
    },
  },
]

const STOPPED: readonly Golden[] = [
  // Fri 05: 4. Neither Saturday counts nor does the due date roll on to Monday: the last day was a working day.
  {
    title: 'a completion on the day of rest after the last day is late, with the limit just used',
    limit: FOUR,
    events: [ACCEPTED, ['completed', 'Sat 2019-07-06T10:00']],
    expected: { outcome: 'late', light: 'red', used: { workingDays: 4 }, remaining: { workingDays: 0 }, ...dueAtClosing('2019-07-05') },
  },
  {
    title: 'a completion exactly at the deadline is on time',
    limit: FOUR,
    events: [ACCEPTED, ['completed', 'Fri 2019-07-05T17:00']],
    expected: { outcome: 'on-time', light: 'green', used: { workingDays: 4 }, ...dueAtClosing('2019-07-05') },
  },
  {
    title: 'a completion one millisecond after the deadline is late',
    limit: FOUR,
    events: [ACCEPTED, ['completed', 'Fri 2019-07-05T17:00:00.001']],
    expected: { outcome: 'late', light: 'red', used: { workingDays: 4 }, ...dueAtClosing('2019-07-05') },
  },
  // 10:00 to 12:00 are 120 minutes; the limit is used up at noon, and not at 13:30, when the hall opens again.
  {
    title: 'a completion exactly at noon, when the minutes are used up, is on time',
    limit: { workingMinutes: 120 },
    events: [ACCEPTED, ['completed', 'Mon 2019-07-01T12:00']],
    expected: { outcome: 'on-time', used: { workingMinutes: 120 }, dueDate: '2019-07-01', dueAt: '2019-07-01T12:00:00+08:00' },
  },
  {
    title: 'a completion one millisecond after noon is late, with the minutes just used',
    limit: { workingMinutes: 120 },
    events: [ACCEPTED, ['completed', 'Mon 2019-07-01T12:00:00.001']],
    expected: { outcome: 'late', used: { workingMinutes: 120 }, dueDate: '2019-07-01', dueAt: '2019-07-01T12:00:00+08:00' },
  },
  // 即办件: no day may pass after that of the acceptance, so that it is due at the closing of the same day.
  {
    title: 'work done at once is due on the day it was accepted',
    limit: { workingDays: 0 },
    events: [ACCEPTED, ['completed', 'Mon 2019-07-01T17:00']],
    expected: { outcome: 'on-time', used: { workingDays: 0 }, remaining: { workingDays: 0 }, ...dueAtClosing('2019-07-01') },
  },
  {
    title: 'work done at once is late after the closing of that day',
    limit: { workingDays: 0 },
    events: [ACCEPTED, ['completed', 'Mon 2019-07-01T17:30']],
    expected: { outcome: 'late', used: { workingDays: 0 }, remaining: { workingDays: 0 }, ...dueAtClosing('2019-07-01') },
  },
  // At 17:00 the hall has closed: the start moves to Tue 02 09:00, and with it the day.
  {
    title: 'work done at once that was accepted after closing is due on the next working day',
    limit: { workingDays: 0 },
    events: [
      ['accepted', 'Mon 2019-07-01T17:00'],
      ['completed', 'Tue 2019-07-02T11:00'],
    ],
    expected: { outcome: 'on-time', startsAt: '2019-07-02T09:00:00+08:00', used: { workingDays: 0 }, ...dueAtClosing('2019-07-02') },
  },
]

const STAGED: readonly Golden[] = [
  // One hour of A alone, then two of both: 1 + 2 × 2 = 5 of 8. The 3 left are 1:30 of both, from 13:30 to 15:00.
  {
    title: 'two stages in parallel use two hours at once in a sum',
    limit: { workingHours: 8 },
    terms: { measure: 'sum', stages: STAGES },
    events: [
      ['stage-started', 'Mon 2019-05-06T09:00', 'a'],
      ['stage-started', 'Mon 2019-05-06T10:00', 'b'],
    ],
    now: 'Mon 2019-05-06T12:00',
    expected: {
      state: 'running',
      used: { workingHours: 5 },
      elapsed: { workingHours: 3 },
      dueDate: '2019-05-06',
      dueAt: '2019-05-06T15:00:00+08:00',
    },
  },
  // The clock runs since 09:00: 3 of 8. The 5 left are 3:30 to 17:00 and 1:30 on Tuesday.
  {
    title: 'two stages in parallel use the time once in a union',
    limit: { workingHours: 8 },
    terms: { measure: 'union', stages: STAGES },
    events: [
      ['stage-started', 'Mon 2019-05-06T09:00', 'a'],
      ['stage-started', 'Mon 2019-05-06T10:00', 'b'],
    ],
    now: 'Mon 2019-05-06T12:00',
    expected: { used: { workingHours: 3 }, elapsed: undefined, dueDate: '2019-05-07', dueAt: '2019-05-07T10:30:00+08:00' },
  },
  // 9:00 to 12:00 are 3 of 8. Nobody is at work: no deadline, but 5 left, which from 13:00 on would be 3:30 on Monday and 1:30 on Tuesday.
  {
    title: 'in a gap between stages there is no deadline',
    limit: { workingHours: 8 },
    terms: { measure: 'sum', stages: STAGES },
    events: [
      ['stage-started', 'Mon 2019-05-06T09:00', 'a'],
      ['stage-finished', 'Mon 2019-05-06T12:00', 'a'],
    ],
    now: 'Mon 2019-05-06T13:00',
    expected: {
      state: 'paused',
      outcome: 'open',
      dueDate: undefined,
      dueAt: undefined,
      used: { workingHours: 3 },
      remaining: { workingHours: 5 },
      ifResumedNow: { dueDate: '2019-05-07', dueAt: '2019-05-07T10:30:00+08:00' },
    },
  },
  // The gap to Wed 08 15:00 is not counted: 3 + 2 on Wednesday to 17:00, 3 left from Thu 09 09:00 to 12:00. Through at 11:00, with 7 used.
  {
    title: 'a gap between stages is not counted',
    limit: { workingHours: 8 },
    terms: { measure: 'sum', stages: STAGES },
    events: [
      ['stage-started', 'Mon 2019-05-06T09:00', 'a'],
      ['stage-finished', 'Mon 2019-05-06T12:00', 'a'],
      ['stage-started', 'Wed 2019-05-08T15:00', 'b'],
      ['stage-finished', 'Thu 2019-05-09T11:00', 'b'],
    ],
    expected: {
      state: 'completed',
      outcome: 'early',
      used: { workingHours: 7 },
      remaining: { workingHours: 1 },
      dueDate: '2019-05-09',
      dueAt: '2019-05-09T12:00:00+08:00',
    },
  },
  // Tue 02: 1, Wed 03, the day it stops: 2. Not Thu 04 to Tue 09, the day it goes on. Wed 10: 3, Thu 11: 4.
  {
    title: 'a gap between stages takes out the days after it begins, up to that of the next stage',
    limit: FOUR,
    terms: { measure: 'union', stages: STAGES },
    events: [
      ['stage-started', 'Mon 2019-07-01T10:00', 'a'],
      ['stage-finished', 'Wed 2019-07-03T10:00', 'a'],
      ['stage-started', 'Tue 2019-07-09T10:00', 'b'],
    ],
    now: 'Wed 2019-07-10T12:00',
    expected: { state: 'running', outcome: 'open', used: { workingDays: 3 }, remaining: { workingDays: 1 }, ...dueAtClosing('2019-07-11') },
  },
]

function judged({ limit, terms, events, by, now }: Golden): Assessment {
  const shorts = events.map(([type, at, ...name]): Short => [type, dated(at), ...name])
  const whole = eventsOf(shorts).map((event): CaseEvent => (event.type === 'extended' && by ? { ...event, by } : event))
  return judgeEvents(limit, whole, now ? dated(now) : LATER, terms)
}

describe.each([
  ['answers, extensions and corrections', ANSWERED],
  ['pauses', PAUSED],
  ['stops', STOPPED],
  ['stages', STAGED],
] as const)('golden cases of %s', (_, rows) => {
  test.each(rows)('$title', (row) => {
    expect(toldOf(judged(row), row.expected)).toEqual(row.expected)
  })
})
