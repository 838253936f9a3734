import { type CaseEvent, type Convention, type ConventionName, type Explanation, explain, type Limit, say, type Version } from 'service-time'
import { expect, test } from 'vitest'
import { eventsOf, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'

type Terms = Partial<Version> & { readonly convention?: Convention | ConventionName }
type Told = Partial<Pick<ReturnType<typeof say>, 'head' | 'notes' | 'days'>>

const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const stages = { a: { titles: { zh: '登记', en: 'Registration' } }, b: { titles: { zh: '刻章', en: 'Seal' } } }

/** What of an explanation is expected; of its head the lines between the document and the present, which are as in every other. */
function toldOf(explanation: Explanation, language: 'zh' | 'en', expected: Told): Told {
  const { head, notes, days } = say(explanation, language)
  const all = { head: head.slice(4, -1), notes, days }
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof Told]]))
}

test.each<[what: string, limit: Limit, shorts: Short[], now: string, terms: Terms, zh: Told, en: Told]>([
  [
    'a sum of which two stages were open at once',
    { workingHours: 3 },
    [
      ['stage-started', '2019-07-01T10:00', 'a'],
      ['stage-started', '2019-07-01T10:00', 'b'],
      ['stage-finished', '2019-07-01T11:30', 'a'],
      ['stage-finished', '2019-07-01T15:00', 'b'],
    ],
    '2019-07-02T09:00',
    { measure: 'sum', stages },
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：3个工作小时',
        '到期时间：2019年7月1日 11:30',
        '办理情况：2019年7月1日 15:00 办结，超期办结，已用5个工作小时，超出2个工作小时',
      ],
      notes: [
        '各环节：登记 2019年7月1日 10:00至2019年7月1日 11:30；刻章 2019年7月1日 10:00至2019年7月1日 15:00。',
        '几个环节同时进行的时段，按环节数分别计时。',
      ],
      days: [
        '2019年7月1日 周一 工作日，计300分钟\n  10:00-11:30 2个环节同时计时，计180分钟，累计180分钟\n  11:30-12:00 计30分钟，累计210分钟，已过期限\n  13:30-15:00 计90分钟，累计300分钟，已过期限',
      ],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 3 working hours',
        'Due: 2019-07-01 11:30',
        'Status: completed, 2019-07-01 15:00, late, 5 working hours used, 2 working hours over',
      ],
      notes: [
        'Stages: Registration from 2019-07-01 10:00 to 2019-07-01 11:30; Seal from 2019-07-01 10:00 to 2019-07-01 15:00.',
        'Time in which several stages were open is counted once for each.',
      ],
      days: [
        'Mon 2019-07-01: working day, 300 minutes counted\n  10:00-11:30: 2 stages at once, 180 minutes, 180 in all\n  11:30-12:00: 30 minutes, 210 in all, past the due date\n  13:30-15:00: 90 minutes, 300 in all, past the due date',
      ],
    },
  ],
  [
    'a month with a pause, carried over a day off',
    { months: 1 },
    [ACCEPTED, ['paused', '2019-07-03T10:00', '勘查'], ['resumed', '2019-07-05T10:00', '勘查']],
    '2019-07-22T09:00',
    {},
    {
      notes: [
        '2019年7月3日 10:00至2019年7月5日 10:00暂停计时（勘查），不计入时限。',
        '起算当日不计入时限（《民法总则》第二百零一条第一款）。',
        '暂停当日计入时限，恢复当日不计（参照《民法总则》第二百零一条第一款）。',
        '期限最后一日2019年8月3日为休息日，顺延至2019年8月5日（《民法总则》第二百零三条第一款）。',
        '最后一日以停止办公之时为截止时间（《民法总则》第二百零三条第二款）。',
      ],
    },
    {
      notes: [
        'Paused from 2019-07-03 10:00 to 2019-07-05 10:00 (勘查), which is not counted.',
        'The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).',
        'The day a pause begins is counted, the day it ends is not (as General Provisions of the Civil Law art. 201(1)).',
        'The last day, 2019-08-03, falls on a day off: the limit ends on 2019-08-05 (General Provisions of the Civil Law art. 203(1)).',
        'The last day ends when its business hours end (General Provisions of the Civil Law art. 203(2)).',
      ],
    },
  ],
  [
    'a limit that a correction started anew',
    { workingDays: 4 },
    [ACCEPTED, ['correction-requested', '2019-07-02T10:00'], ['corrected', '2019-07-03T10:00']],
    '2019-07-04T09:00',
    { correction: 'restart' },
    {
      notes: [
        '2019年7月2日 10:00要求补正，2019年7月3日 10:00补正完毕，自此重新起算。',
        '起算当日不计入时限（《民法总则》第二百零一条第一款）。',
        '暂停当日计入时限，恢复当日不计（参照《民法总则》第二百零一条第一款）。',
        '休息日、放假日共2天，不计入时限。',
        '最后一日以停止办公之时为截止时间（《民法总则》第二百零三条第二款）。',
      ],
    },
    {
      notes: [
        'Papers were sent back on 2019-07-02 10:00 and corrected on 2019-07-03 10:00, from which the limit counts anew.',
        'The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).',
        'The day a pause begins is counted, the day it ends is not (as General Provisions of the Civil Law art. 201(1)).',
        '2 days off are not counted.',
        'The last day ends when its business hours end (General Provisions of the Civil Law art. 203(2)).',
      ],
    },
  ],
  [
    'a limit by the practice of halls',
    { workingDays: 2 },
    [ACCEPTED, ['paused', '2019-07-02T10:00'], ['resumed', '2019-07-03T10:00']],
    '2019-07-04T09:00',
    { convention: 'cn-hall' },
    {
      notes: [
        '2019年7月2日 10:00至2019年7月3日 10:00暂停计时，不计入时限。',
        '起算当日不计入时限（《民法总则》第二百零一条第一款）。',
        '暂停当日计入时限，恢复当日不计（参照《民法总则》第二百零一条第一款）。',
      ],
    },
    {
      notes: [
        'Paused from 2019-07-02 10:00 to 2019-07-03 10:00, which is not counted.',
        'The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).',
        'The day a pause begins is counted, the day it ends is not (as General Provisions of the Civil Law art. 201(1)).',
      ],
    },
  ],
  [
    'a limit over one day off',
    { workingDays: 1 },
    [['accepted', '2019-09-12T10:00']],
    '2019-09-12T11:00',
    {},
    {
      notes: [
        '起算当日不计入时限（《民法总则》第二百零一条第一款）。',
        '休息日、放假日共3天，不计入时限。',
        '最后一日以停止办公之时为截止时间（《民法总则》第二百零三条第二款）。',
      ],
    },
    {
      notes: [
        'The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).',
        '3 days off are not counted.',
        'The last day ends when its business hours end (General Provisions of the Civil Law art. 203(2)).',
      ],
    },
  ],
  [
    'a limit over days off to come',
    { workingDays: 4 },
    [['accepted', '2027-02-01T10:00']],
    '2027-02-02T09:00',
    {},
    {
      head: [
        '起算时间：2027年2月1日 10:00',
        '承诺时限：4个工作日',
        '到期时间：2027年2月11日 17:00',
        '推算说明：尚待放假通知公布（cn-2027），到期日为依法推算，最早2027年2月9日，最迟2027年2月18日',
        '办理情况：计时中，已用1个工作日，剩余3个工作日',
      ],
      notes: [
        '起算当日不计入时限（《民法典》第二百零一条第一款）。',
        '休息日、放假日共6天，不计入时限。',
        '最后一日以停止办公之时为截止时间（《民法典》第二百零三条第二款）。',
      ],
    },
    {
      head: [
        'Counted from: 2027-02-01 10:00',
        'Promised limit: 4 working days',
        'Due: 2027-02-11 17:00',
        'Projected: the due date follows from the law until the holiday notice is published (cn-2027): 2027-02-09 at the earliest, 2027-02-18 at the latest',
        'Status: running, 1 working day used, 3 working days left',
      ],
      notes: [
        'The day of the start is not counted (Civil Code art. 201(1)).',
        '6 days off are not counted.',
        'The last day ends when its business hours end (Civil Code art. 203(2)).',
      ],
    },
  ],
  [
    'a case decided in time and handed over',
    { workingDays: 4 },
    [ACCEPTED, ['completed', '2019-07-03T10:00'], ['delivered', '2019-07-03T16:00']],
    '2019-07-09T09:00',
    { delivery: { workingDays: 2 }, statutory: { workingDays: 20 } },
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：4个工作日',
        '法定时限：20个工作日，2019年7月29日 17:00到期，提前完成',
        '送达时限：2个工作日',
        '到期时间：2019年7月5日 17:00',
        '办理情况：2019年7月3日 10:00 办结，提前办结，已用2个工作日，剩余2个工作日',
      ],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 4 working days',
        'Statutory limit: 20 working days, due 2019-07-29 17:00, early',
        'Limit for delivery: 2 working days',
        'Due: 2019-07-05 17:00',
        'Status: completed, 2019-07-03 10:00, early, 2 working days used, 2 working days left',
      ],
    },
  ],
  [
    'a case that the law lets end with the promise',
    { workingDays: 4 },
    [ACCEPTED, ['completed', '2019-07-05T10:00']],
    '2019-07-09T09:00',
    { statutory: { workingDays: 4 } },
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：4个工作日',
        '法定时限：4个工作日',
        '到期时间：2019年7月5日 17:00',
        '办理情况：2019年7月5日 10:00 办结，按时办结，已用4个工作日，剩余0个工作日',
      ],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 4 working days',
        'Statutory limit: 4 working days',
        'Due: 2019-07-05 17:00',
        'Status: completed, 2019-07-05 10:00, on time, 4 working days used, 0 working days left',
      ],
    },
  ],
  [
    'a case decided after promise and law',
    { workingDays: 2 },
    [ACCEPTED, ['completed', '2019-07-05T10:00']],
    '2019-07-09T09:00',
    { statutory: { workingDays: 3 } },
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：2个工作日',
        '法定时限：3个工作日，2019年7月4日 17:00到期，已逾期',
        '到期时间：2019年7月3日 17:00',
        '办理情况：2019年7月5日 10:00 办结，超期办结，已用4个工作日，超出2个工作日',
      ],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 2 working days',
        'Statutory limit: 3 working days, due 2019-07-04 17:00, late',
        'Due: 2019-07-03 17:00',
        'Status: completed, 2019-07-05 10:00, late, 4 working days used, 2 working days over',
      ],
    },
  ],
  [
    'a case withdrawn too late',
    { workingDays: 1 },
    [ACCEPTED, ['withdrawn', '2019-07-03T10:00']],
    '2019-07-09T09:00',
    {},
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：1个工作日',
        '到期时间：2019年7月2日 17:00',
        '办理情况：2019年7月3日 10:00 终止，已逾期，已用2个工作日，超出1个工作日',
      ],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 1 working day',
        'Due: 2019-07-02 17:00',
        'Status: closed, 2019-07-03 10:00, late, 2 working days used, 1 working day over',
      ],
    },
  ],
  [
    'a case of a target for a set',
    { workingDays: 1 },
    [ACCEPTED, ['completed', '2019-07-03T10:00']],
    '2019-07-09T09:00',
    { target: { kind: 'average', limit: { workingDays: 4 } }, statutory: { workingDays: 20 } },
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '法定时限：20个工作日，2019年7月29日 17:00到期，提前完成',
        '办理情况：2019年7月3日 10:00 办结，仅计时，已用2个工作日',
      ],
      notes: ['起算当日不计入时限（《民法总则》第二百零一条第一款）。'],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Statutory limit: 20 working days, due 2019-07-29 17:00, early',
        'Status: completed, 2019-07-03 10:00, measured, 2 working days used',
      ],
      notes: ['The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).'],
    },
  ],
  [
    'working hours, decided too late',
    { workingHours: 2 },
    [ACCEPTED, ['completed', '2019-07-01T15:00']],
    '2019-07-09T09:00',
    {},
    {
      head: [
        '起算时间：2019年7月1日 10:00',
        '承诺时限：2个工作小时',
        '到期时间：2019年7月1日 12:00',
        '办理情况：2019年7月1日 15:00 办结，超期办结，已用3.5个工作小时，超出1.5个工作小时',
      ],
      notes: [],
      days: ['2019年7月1日 周一 工作日，计210分钟\n  10:00-12:00 计120分钟，累计120分钟\n  13:30-15:00 计90分钟，累计210分钟，已过期限'],
    },
    {
      head: [
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 2 working hours',
        'Due: 2019-07-01 12:00',
        'Status: completed, 2019-07-01 15:00, late, 3.5 working hours used, 1.5 working hours over',
      ],
      notes: [],
      days: [
        'Mon 2019-07-01: working day, 210 minutes counted\n  10:00-12:00: 120 minutes, 120 in all\n  13:30-15:00: 90 minutes, 210 in all, past the due date',
      ],
    },
  ],
  [
    'papers that wait',
    { workingDays: 4 },
    [['received', '2019-05-06T10:00']],
    '2019-05-09T09:00',
    {},
    { head: ['办理情况：未起算'], notes: [], days: [] },
    { head: ['Status: waiting'], notes: [], days: [] },
  ],
])('%s is told to the word', (_, limit, shorts, now, terms, zh, en) => {
  const policy = policyOf(limit, { convention: 'cn-civil-code', ...terms })
  const explanation = explain({ id: 'C', rule: 'only', events: eventsOf(shorts) }, { policy, clock: hall, now })
  expect([toldOf(explanation, 'zh', zh), toldOf(explanation, 'en', en)]).toEqual([zh, en])
})

const explainedBy = (limit: Limit, events: readonly CaseEvent[], now: string, terms: Terms = {}) =>
  explain({ id: 'C', rule: 'only', events }, { policy: policyOf(limit, terms), clock: hall, now })

test('the turns of a case are told in the order of time, whatever they are', () => {
  const events: readonly CaseEvent[] = [
    { type: 'accepted', at: '2019-07-01T18:00' },
    { type: 'extended', at: '2019-07-02T11:00', by: { workingDays: 2 } },
    { type: 'correction-requested', at: '2019-07-03T10:00' },
    { type: 'corrected', at: '2019-07-04T10:00' },
    { type: 'paused', at: '2019-07-05T10:00' },
    { type: 'resumed', at: '2019-07-08T10:00' },
  ]
  const { turns } = explainedBy({ workingDays: 10 }, events, '2019-07-09T09:00', {
    correction: 'pause',
    extension: { by: { workingDays: 2 }, times: 1 },
  })
  expect(turns.map(({ kind }) => kind)).toEqual(['start-moved', 'extended', 'corrected', 'paused'])
})

test('what moved nothing is no turn: an extension of another unit or asked for too late, a pause of no length', () => {
  const events: readonly CaseEvent[] = [
    { type: 'accepted', at: '2019-07-01T10:00' },
    { type: 'paused', at: '2019-07-02T10:00' },
    { type: 'resumed', at: '2019-07-02T10:00' },
    { type: 'extended', at: '2019-07-22T11:00', by: { workingDays: 2 } },
  ]
  const extension = { by: { workingDays: 2 }, times: 1 }
  expect(explainedBy({ workingDays: 10 }, events, '2019-07-23T09:00', { extension }).turns).toEqual([])
  const law = { statutory: { workingDays: 80 }, extension, convention: 'cn-civil-code' } as const
  const bound = explainedBy({ calendarDays: 90 }, events.toSpliced(1, 2), '2019-07-23T09:00', law)
  expect([bound.turns, bound.assessment.limits.map(({ limit }) => limit)]).toEqual([[], [{ calendarDays: 90 }, { workingDays: 82 }]])
})

test('a warning at all of the limit is there from the recorded start, and one at nothing at its end', () => {
  const warnsAt = (limit: Limit, share: number, at = '2019-07-01T10:00') =>
    explainedBy(limit, [{ type: 'accepted', at }], '2019-07-08T11:00', { warning: { share } }).warnsAt
  // Recorded on Saturday, the clock starts on Monday.
  expect(warnsAt({ workingDays: 4 }, 1, '2019-07-06T10:00')).toBe('2019-07-06T10:00:00+08:00')
  expect([warnsAt({ workingHours: 4 }, 1), warnsAt({ workingDays: 4 }, 1)]).toEqual(['2019-07-01T10:00:00+08:00', '2019-07-01T10:00:00+08:00'])
  expect([warnsAt({ workingHours: 4 }, 0), warnsAt({ hours: 4 }, 0.5)]).toEqual(['2019-07-01T15:30:00+08:00', '2019-07-01T12:00:00+08:00'])
})
