import { readFileSync } from 'node:fs'
import {
  assess,
  type CaseFile,
  clockFor,
  type Light,
  type Limit,
  type Outcome,
  type State,
  type XiaoshanRule,
  type XiaoshanStage,
  xiaoshan2019,
} from 'service-time'
import { describe, expect, test } from 'vitest'

type Case = CaseFile<XiaoshanRule, XiaoshanStage>
type Row = [id: string, state: State, outcome: Outcome, light: Light, dueAt: string | undefined, used: Limit | undefined]

const now = '2020-04-01T09:00:00+08:00'
const clock = clockFor(xiaoshan2019)
const cases = readFileSync(new URL('../../examples/cases.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const byId = new Map(cases.map((file) => [file.id, file]))

function judged(id: string) {
  const file = byId.get(id)
  if (!file) throw new Error(`no case ${id}`)
  return assess(file, { policy: xiaoshan2019, clock, now })
}

const hours = (h: number, m = 0, s = 0): Limit => ({ workingHours: (h * 3_600 + m * 60 + s) / 3_600 })
const minutes = (m: number, s = 0): Limit => ({ workingMinutes: (m * 60 + s) / 60 })

/**
 * What each case must come to, worked out by hand from the holiday notices and the hours 09:00-12:00 and 13:30-17:00.
 * The comments list the days that count, or the open time of each stretch; `to 09-12: 3` is the running number of a day.
 */
const rows: Row[] = [
  // Day off moves to make-up Sun 05-05 09:00: 2:05:36 + 1:15:30 + 0:57:24 + 1:58:30; left 1:43:00 = 0:49:25 to noon, 0:53:35 after 13:30.
  ['XS-2019-0001', 'completed', 'early', 'green', '2019-05-06T14:23:35+08:00', hours(6, 17)],
  // 4:30:00, then in parallel 2:05:00 + 2:02:20 + 1:41:10; 3:30 left at 09:05: 0:30 x 1, 0:30 x 2, then 2:00 at 3 a time = 0:40 from 10:05.
  ['XS-2019-0002', 'completed', 'late', 'red', '2019-06-10T10:45:00+08:00', hours(10, 18, 30)],
  // The clock starts Fri 06-28, the rule on 07-01.
  ['XS-2019-0003', 'completed', 'exempt', 'none', undefined, undefined],
  // After closing on Fri 06-28, so the clock starts Mon 07-01, under the rule: 07-02, 03, 04, 05.
  ['XS-2019-0004', 'completed', 'on-time', 'green', '2019-07-05T17:00:00+08:00', { workingDays: 4 }],
  // Tue 07-02, 03, 04, 05.
  ['XS-2019-0005', 'completed', 'early', 'green', '2019-07-05T17:00:00+08:00', { workingDays: 3 }],
  // 12 + 22 + 21 + 14; 10-01 moves by the gaps of 14, 20 and 98 days (the last begins 09-30, before 11-04) to Mon 02-10.
  ['XS-2019-0006', 'completed', 'early', 'green', '2020-02-10T17:00:00+08:00', { calendarDays: 69 }],
  // Stages overlap or meet on one day, so no gap: 07-03 + 90 = 10-01, rolls over the holiday; 28 + 31 + 30 + 8 used.
  ['XS-2019-0007', 'completed', 'on-time', 'green', '2019-10-08T17:00:00+08:00', { calendarDays: 97 }],
  // 27:50 to noon + 22:40 from 13:30; 32:10 were left at noon.
  ['XS-2019-0008', 'completed', 'early', 'green', '2019-07-03T14:02:10+08:00', minutes(50, 30)],
  // To 07-12: 4, 15: 5; from 07-30: to 08-02: 9, 09: 14, 16: 19, 23: 24, 30: 29, 09-06: 34, 12: 38, Mon 16, Tue 17: 40.
  ['XS-2019-0009', 'completed', 'early', 'green', '2019-09-17T17:00:00+08:00', { workingDays: 34 }],
  // Fri 07-12, Mon 15.
  ['XS-2019-0010', 'completed', 'early', 'green', '2019-07-15T17:00:00+08:00', { workingDays: 1 }],
  // Mon 07-15, 16, 17.
  ['XS-2019-0011', 'completed', 'early', 'green', '2019-07-17T17:00:00+08:00', { workingDays: 2 }],
  // To 08-02: 1, 09: 6, 16: 11, 23: 16, 30: 21, 09-06: 26, 12: 30 (13 off), 20: 35, 25: 38, 27: 40.
  ['XS-2019-0012', 'completed', 'early', 'green', '2019-09-27T17:00:00+08:00', { workingDays: 38 }],
  // The date of a Saturday moves to Mon 08-05: 06, 07, 08, 09; done Mon 12.
  ['XS-2019-0013', 'completed', 'late', 'red', '2019-08-09T17:00:00+08:00', { workingDays: 5 }],
  // 21 + 49 + 28 + 14; 11-03 moves by the gap of 14 to Sun 11-17, rolls to Mon; the gap from 11-25 begins after the end.
  ['XS-2019-0014', 'completed', 'late', 'red', '2019-11-18T17:00:00+08:00', { calendarDays: 112 }],
  // 08-13, 14, 15, 16; paused at that closing, so due at the closing of the day it resumes.
  ['XS-2019-0015', 'completed', 'on-time', 'green', '2019-08-21T17:00:00+08:00', { workingDays: 4 }],
  // Lunch moves within Mon 08-26: 27, 28, 29; done Fri 30.
  ['XS-2019-0016', 'completed', 'late', 'red', '2019-08-29T17:00:00+08:00', { workingDays: 4 }],
  // Months count from the recorded Sat 08-31, a day before the rule.
  ['XS-2019-0017', 'completed', 'exempt', 'none', undefined, undefined],
  // Corresponding day Mon 03-02; 28 + 31 + 30 + 31 + 31 + 27 days used.
  ['XS-2019-0018', 'completed', 'early', 'green', '2020-03-02T17:00:00+08:00', { calendarDays: 178 }],
  // 03-04 moves by 35 days to Wed 04-08; 89 before the pause + 74 after.
  ['XS-2019-0019', 'completed', 'early', 'green', '2020-04-08T17:00:00+08:00', { calendarDays: 163 }],
  // To 09-12: 3, 20: 8, 27: 13, Sun 29 and 30: 15, 10-08 to Sat 12: 20, 18: 25, 25: 30, 11-01: 35, 08: 40, 13: 43.
  ['XS-2019-0020', 'completed', 'late', 'red', '2019-11-08T17:00:00+08:00', { workingDays: 43 }],
  // Thu 09-12, then mid-autumn and a weekend, Mon 16; withdrawn before.
  ['XS-2019-0021', 'closed', 'exempt', 'none', '2019-09-16T17:00:00+08:00', { workingDays: 1 }],
  // At 17:00 the hall is closed, so from Thu 09-12: Mon 16, Tue 17; one second late with the limit just used.
  ['XS-2019-0022', 'completed', 'late', 'red', '2019-09-17T17:00:00+08:00', { workingDays: 2 }],
  // 35 less 16 paused + 30 + 30 + 13; 12-15 moves by 16, 7 and 12 to 01-19, a make-up Sunday, so no roll.
  ['XS-2019-0023', 'completed', 'late', 'red', '2020-01-19T17:00:00+08:00', { calendarDays: 92 }],
  // Thu 09-26, Fri 27 (day of the pause), not 10-08 (day of the resume), Wed 10-09, Thu 10.
  ['XS-2019-0024', 'completed', 'early', 'green', '2019-10-10T17:00:00+08:00', { workingDays: 3 }],
  // Fri 09-27, make-up Sun 29, Mon 30, Tue 10-08.
  ['XS-2019-0025', 'completed', 'on-time', 'green', '2019-10-08T17:00:00+08:00', { workingDays: 4 }],
  // Make-up Sun: 1:30 + seal only to noon 0:59 + 0:30 + 1:45; left 3:16 = 1:34 to 17:00 and 1:42 on Mon 09-30.
  ['XS-2019-0026', 'completed', 'early', 'green', '2019-09-30T10:42:00+08:00', hours(4, 44)],
  // From make-up Sun 09-29: Mon 30, Tue 10-08.
  ['XS-2019-0027', 'completed', 'on-time', 'green', '2019-10-08T17:00:00+08:00', { workingDays: 2 }],
  // Corresponding day Mon 03-30; 31 + 30 + 31 + 31 + 29 + 31 days used.
  ['XS-2019-0028', 'completed', 'late', 'red', '2020-03-30T17:00:00+08:00', { calendarDays: 183 }],
  // 18:35 to closing + 52:10 after the holiday; completed in time, delivered too late.
  ['XS-2019-0029', 'completed', 'late', 'red', '2019-10-08T09:41:25+08:00', minutes(70, 45)],
  // Fri 10-11, make-up Sat 12, Mon 14; a date stops in time on the due date.
  ['XS-2019-0030', 'completed', 'on-time', 'green', '2019-10-14T17:00:00+08:00', { workingDays: 3 }],
  // Fri evening moves to make-up Sat 10-12: Mon 14, Tue 15.
  ['XS-2019-0031', 'completed', 'on-time', 'green', '2019-10-15T17:00:00+08:00', { workingDays: 2 }],
  // Sun 04-12 rolls to Mon 13; 19 + 30 + 31 + 31 + 29 + 31 + 1 days used, 12 left, less than a quarter.
  ['XS-2019-0032', 'running', 'open', 'yellow', '2020-04-13T17:00:00+08:00', { calendarDays: 172 }],
  // 2020-01-12 moves by the weekend of 3 days between the stages to Wed 01-15; 46 + 121 (29 + 31 + 29 + 31 + 1) used.
  ['XS-2019-0033', 'running', 'overdue', 'red', '2020-01-15T17:00:00+08:00', { calendarDays: 167 }],
  // Thu 10-31, Fri 11-01, Mon 04, Tue 05.
  ['XS-2019-0034', 'completed', 'early', 'green', '2019-11-05T17:00:00+08:00', { workingDays: 3 }],
  // Mon 11-04 to Fri 08.
  ['XS-2019-0035', 'completed', 'early', 'green', '2019-11-08T17:00:00+08:00', { workingDays: 4 }],
  // 16 + 22 + 35, the owner's turn since 03-16; resumed now it would end 04-18, rolled Mon 04-20: 19 days, at most a quarter of 90.
  ['XS-2019-0036', 'paused', 'open', 'yellow', undefined, { calendarDays: 73 }],
  // Tue 11-05, Wed 06; paused as one from 06 to 12; Wed 13, Thu 14; done Fri 15.
  ['XS-2019-0037', 'completed', 'late', 'red', '2019-11-14T17:00:00+08:00', { workingDays: 5 }],
  // Lunch moves to 13:30; delivered at the very deadline.
  ['XS-2019-0038', 'completed', 'on-time', 'green', '2019-11-06T14:30:00+08:00', minutes(60)],
  // 3:00 from 09:00 + 2:01:15 + 1:28:45 to closing + 1:30 = 8:00 exactly, stopped by the last stage at the deadline.
  ['XS-2019-0039', 'completed', 'on-time', 'green', '2019-11-12T10:30:00+08:00', hours(8)],
  // Thu 11-21, 22, Mon 25, 26, then 27, 28, 29.
  ['XS-2019-0041', 'completed', 'early', 'green', '2019-11-29T17:00:00+08:00', { workingDays: 4 }],
  // 1 + 31 + 31 + 29 + 31 + 1 days used, 58 left, more than a quarter of 182.
  ['XS-2019-0042', 'running', 'open', 'green', '2020-05-29T17:00:00+08:00', { calendarDays: 124 }],
  // Wed 12-04, 05, 06; withdrawn Mon 09: closed after the deadline is late.
  ['XS-2019-0043', 'closed', 'late', 'red', '2019-12-06T17:00:00+08:00', { workingDays: 4 }],
  // Wed 12-11, 12, 13, Mon 16; a pause and resume on one day change nothing.
  ['XS-2019-0045', 'completed', 'on-time', 'green', '2019-12-16T17:00:00+08:00', { workingDays: 4 }],
  // To 12-13: 1, 20: 6, 27: 11, 31: 13, 01-03: 15, 10: 20, 17: 25, Sun 19: 26, 23: 30, 02-07: 35, 14: 40.
  ['XS-2019-0046', 'completed', 'on-time', 'green', '2020-02-14T17:00:00+08:00', { workingDays: 40 }],
  // Tue 12-17, Wed 18; paused as one from 18 to 25; Thu 26, Fri 27, Mon 30.
  ['XS-2019-0047', 'completed', 'on-time', 'green', '2019-12-30T17:00:00+08:00', { workingDays: 5 }],
  // Withdrawn before the clock started.
  ['XS-2019-0048', 'closed', 'exempt', 'none', undefined, undefined],
  // The clock starts 12-31, the rule on 01-01.
  ['XS-2019-0050', 'completed', 'exempt', 'none', undefined, undefined],
  // After closing, so from Thu 01-02, under the rule: Fri 03, Mon 06.
  ['XS-2019-0051', 'completed', 'early', 'green', '2020-01-06T17:00:00+08:00', { workingDays: 1 }],
  // Tue 01-14, 15, 16, 17; paused at that closing, resumed make-up Sun 19; done at the very deadline.
  ['XS-2020-0001', 'completed', 'on-time', 'green', '2020-01-19T17:00:00+08:00', { workingDays: 4 }],
  // Wed 01-15, 16, 17, make-up Sun 19.
  ['XS-2020-0002', 'completed', 'on-time', 'green', '2020-01-19T17:00:00+08:00', { workingDays: 4 }],
  // Fri 01-17, make-up Sun 19, 20, 21, 22, 23, Mon 02-03; done Tue 04.
  ['XS-2020-0003', 'completed', 'late', 'red', '2020-02-03T17:00:00+08:00', { workingDays: 8 }],
  // Make-up Sun 01-19, 20, 21, 22, 23.
  ['XS-2020-0004', 'completed', 'on-time', 'green', '2020-01-23T17:00:00+08:00', { workingDays: 5 }],
  // No stages, so one span: Fri 1:57:30, make-up Sun 3:00 + 2:01; left after noon 3:02:30.
  ['XS-2020-0005', 'completed', 'early', 'green', '2020-01-19T16:32:30+08:00', hours(6, 58, 30)],
  // Sat moves to make-up Sun 01-19 09:00.
  ['XS-2020-0006', 'completed', 'early', 'green', '2020-01-19T10:00:00+08:00', minutes(46, 20)],
  // Tue 01-21, Wed 22 (day of the pause), not 02-03, Tue 04, Wed 05, Thu 06.
  ['XS-2020-0007', 'completed', 'early', 'green', '2020-02-06T17:00:00+08:00', { workingDays: 4 }],
  // Thu 01-23, Mon 02-03.
  ['XS-2020-0008', 'completed', 'on-time', 'green', '2020-02-03T17:00:00+08:00', { workingDays: 2 }],
  // One span: Wed 2:56:40, Thu 6:30, then off to 02-02, Mon 02-03 1:21; Thu needs 5:03:20 = 3:00 + 2:03:20.
  ['XS-2020-0009', 'completed', 'late', 'red', '2020-01-23T15:33:20+08:00', hours(10, 47, 40)],
  // Off 01-24 to 02-02 as amended: Mon 02-03, Tue 04; done Wed 05.
  ['XS-2020-0010', 'completed', 'late', 'red', '2020-02-04T17:00:00+08:00', { workingDays: 3 }],
  // Fri 01-31 is off as amended, so from Mon 02-03: Tue 04, Wed 05.
  ['XS-2020-0011', 'completed', 'early', 'green', '2020-02-05T17:00:00+08:00', { workingDays: 1 }],
  // Sat 02-01 is off as amended, so from Mon 02-03: to 07: 4, 14: 9, 21: 14, 28: 19, 03-06: 24, 13: 29, 20: 34, 27: 39, 30: 40, 04-01: 42.
  ['XS-2020-0012', 'running', 'overdue', 'red', '2020-03-30T17:00:00+08:00', { workingDays: 42 }],
  // Thu 02-13, Fri 14; done Mon 17.
  ['XS-2020-0013', 'completed', 'late', 'red', '2020-02-14T17:00:00+08:00', { workingDays: 3 }],
  // 14 + 16; 05-17 moves by the gap of 14 to Sun 05-31, rolls to Mon 06-01.
  ['XS-2020-0014', 'running', 'open', 'green', '2020-06-01T17:00:00+08:00', { calendarDays: 30 }],
  // To 02-21: 2, 28: 7, 03-06: 12, 13: 17, 20: 22, 27: 27, 04-01: 30; 04-03: 32, 07 to 10: 36, 16: 40.
  ['XS-2020-0015', 'running', 'open', 'green', '2020-04-16T17:00:00+08:00', { workingDays: 30 }],
  // Tue 03-17, 18, 19, 20; the deadline passed before the pause; 23 and 24 used as well.
  ['XS-2020-0016', 'paused', 'overdue', 'red', '2020-03-20T17:00:00+08:00', { workingDays: 6 }],
  // Wed 03-18, 19, 20, not 24, Wed 25, paused again; 1 left.
  ['XS-2020-0017', 'paused', 'open', 'yellow', undefined, { workingDays: 4 }],
  // Mon 03-23, 24, 25, 26; then 27, 30, 31, 04-01.
  ['XS-2020-0018', 'running', 'overdue', 'red', '2020-03-26T17:00:00+08:00', { workingDays: 8 }],
  // Wed 03-25, Thu 26, paused since; 2 left.
  ['XS-2020-0019', 'paused', 'open', 'green', undefined, { workingDays: 2 }],
  // Wed 03-25, 26, 27, Mon 30, 31, 04-01, then 02; 1 left.
  ['XS-2020-0020', 'running', 'open', 'yellow', '2020-04-02T17:00:00+08:00', { workingDays: 6 }],
  // Tue 03-31, 04-01, 02, 03, then qingming to 06, Tue 07; 3 left.
  ['XS-2020-0021', 'running', 'open', 'green', '2020-04-07T17:00:00+08:00', { workingDays: 2 }],
  // 03-31, 04-01, then 04-02, 03; 2 left.
  ['XS-2020-0022', 'running', 'open', 'green', '2020-04-03T17:00:00+08:00', { workingDays: 2 }],
  // 2:54:30 + 1:27:30 + 2:01:00 to closing; left 1:37, less than a quarter of 8:00.
  ['XS-2020-0023', 'running', 'open', 'yellow', '2020-04-01T10:37:00+08:00', hours(6, 23)],
  // 04-01, then 04-02; 1 left.
  ['XS-2020-0024', 'running', 'open', 'yellow', '2020-04-02T17:00:00+08:00', { workingDays: 1 }],
  // Completed but not delivered: 15:20:15 to closing.
  ['XS-2020-0025', 'running', 'overdue', 'red', '2020-03-31T16:20:15+08:00', minutes(99, 45)],
  // 49:30 to closing; 10:30 left, less than a quarter.
  ['XS-2020-0026', 'running', 'open', 'yellow', '2020-04-01T09:10:30+08:00', minutes(49, 30)],
  // Received, not accepted.
  ['XS-2020-0027', 'waiting', 'open', 'none', undefined, undefined],
  // After closing, so the clock starts just now: Thu 04-02, Fri 03.
  ['XS-2020-0028', 'running', 'open', 'green', '2020-04-03T17:00:00+08:00', { workingDays: 0 }],
]

/**
 * Cases of rules that bind a set; alone they have no verdict. Thursday 11-14 to Thursday 11-28 are 1 + 5 + 4 days; a complaint of Saturday
 * 12-07 runs from Monday 12-09, and Wednesday is the second day after it; from Monday 12-23 to Friday 01-03 are 4 + 2 + 2, without New Year.
 */
const ofSets: [id: string, rule: XiaoshanRule, workingDays: number][] = [
  ['XS-2019-0040', 'power-small-business', 10],
  ['XS-2019-0044', 'complaint-handling', 2],
  ['XS-2019-0049', 'education-approval', 8],
]

/** The caps that are broken; every other case that says what it needed keeps them. */
const brokenCaps: [id: string, caps: string[]][] = [
  ['XS-2019-0016', ['materials']],
  ['XS-2019-0020', ['materials']],
  ['XS-2019-0030', ['steps']],
  ['XS-2019-0039', ['materials']],
  ['XS-2019-0046', ['steps']],
  ['XS-2020-0001', ['materials']],
  ['XS-2020-0002', ['materials', 'steps']],
  ['XS-2020-0018', ['steps']],
]

describe('an example case', () => {
  test.each(rows)('%s is %s and %s', (id, state, outcome, light, dueAt, used) => {
    const found = judged(id)
    expect({ state: found.state, outcome: found.outcome, light: found.light, dueAt: found.dueAt, used: found.used }).toEqual({
      state,
      outcome,
      light,
      dueAt,
      used,
    })
  })

  test.each(ofSets)('%s of %s, which binds a set, is measured', (id, rule, workingDays) => {
    const found = judged(id)
    expect(found).toMatchObject({ rule, state: 'completed', outcome: 'measured', light: 'none', used: { workingDays } })
    for (const key of ['limit', 'dueAt', 'dueDate', 'remaining']) expect(found).not.toHaveProperty(key)
  })
})

describe('the example cases together', () => {
  test('are at least 60, each with an id of its own and an answer above', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
    expect(byId.size).toBe(cases.length)
    expect([...rows, ...ofSets].map(([id]) => id).sort()).toEqual([...byId.keys()].sort())
  })

  test('touch every rule of single cases at least three times and every other rule once', () => {
    for (const [name, { versions }] of Object.entries(xiaoshan2019.rules)) {
      const count = cases.filter(({ rule }) => rule === name).length
      const isAssessable = versions.every(({ target }) => target.kind === 'each')
      expect({ name, isEnough: isAssessable ? count >= 3 : count === 1 }).toEqual({ name, isEnough: true })
    }
  })

  test('come to every state, every outcome and every light', () => {
    const found = rows.map(([id]) => judged(id))
    const all = {
      states: ['closed', 'completed', 'paused', 'running', 'waiting'] satisfies State[],
      outcomes: ['early', 'exempt', 'late', 'on-time', 'open', 'overdue'] satisfies Outcome[],
      lights: ['green', 'none', 'red', 'yellow'] satisfies Light[],
    }
    const distinct = (values: string[]) => [...new Set(values)].sort()
    expect({
      states: distinct(found.map(({ state }) => state)),
      outcomes: distinct(found.map(({ outcome }) => outcome)),
      lights: distinct(found.map(({ light }) => light)),
    }).toEqual(all)
  })

  test('are exempt because the rule was not yet in force, or because they were closed in time', () => {
    const reasons = rows.map(([id]) => judged(id).reason).filter((reason) => reason !== undefined)
    expect([...new Set(reasons)].sort()).toEqual(['before-first-version', 'closed-in-time'])
  })

  test('break the caps of materials and steps only where listed', () => {
    const found = rows.flatMap(([id]) => {
      const { materials, steps } = judged(id).caps
      const broken = [...(materials?.isKept === false ? ['materials'] : []), ...(steps?.isKept === false ? ['steps'] : [])]
      return broken.length > 0 ? [[id, broken]] : []
    })
    expect(found).toEqual(brokenCaps)
  })

  test('have no event after the time of asking', () => {
    expect(rows.flatMap(([id]) => judged(id).findings)).toEqual([])
  })
})
