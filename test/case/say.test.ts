import {
  type CaseOf,
  cnLicensing,
  createClock,
  type Explanation,
  explain,
  type Limit,
  type SayOptions,
  say,
  type Version,
  xiaoshan2019,
} from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf, withBank } from '../support/policies.js'

type Terms = Partial<Version> & Pick<Parameters<typeof policyOf>[1] & object, 'convention'>

/** The moment of the last event, at noon where it has no time. */
function noonOf(shorts: readonly Short[]): string {
  const at = shorts.at(-1)?.[1] as string
  return at.length === 10 ? `${at}T12:00` : at
}

/** Explains a case of one limit by the Civil Code, as of its last event or of a moment after it. */
function explained(limit: Limit, shorts: readonly Short[], now = noonOf(shorts), terms: Terms = {}): Explanation {
  const policy = policyOf(limit, { convention: 'cn-civil-code', ...terms })
  return explain({ id: 'C', rule: 'only', events: eventsOf(shorts) }, { policy, clock: hall, now })
}

const licence = (events: CaseOf<typeof cnLicensing>['events'], now: string) =>
  explain({ id: 'L', rule: 'ordinary-licence', events }, { policy: cnLicensing, clock: hall, now })

/** The line of a date in both languages. */
function lineOf(explanation: Explanation, date: string): readonly [zh: string | undefined, en: string | undefined] {
  const i = explanation.days.findIndex((day) => day.date === date)
  return [say(explanation, 'zh').days[i], say(explanation, 'en').days[i]]
}

const NINE_THREE: Short[] = [
  ['accepted', '2021-09-16T18:00'],
  ['paused', '2021-09-23T10:00', '现场勘查'],
  ['resumed', '2021-09-24T18:00', '现场勘查'],
]

describe('a day in words', () => {
  const days = explained({ workingDays: 4 }, NINE_THREE)
  const business: Short[] = [
    ['received', '2019-07-04T11:30'],
    ['completed', '2019-07-04T13:40'],
  ]
  const corrected: Short[] = [
    ['accepted', '2021-07-01T10:00'],
    ['correction-requested', '2021-07-01T11:00'],
  ]
  const correction = { zh: '《甲办法》第二条', en: 'Measures A art. 2' }

  test.each<[string, Explanation, string, string, string]>([
    [
      'recorded after closing',
      days,
      '2021-09-16',
      '2021年9月16日 周四 工作日，不在办公时间，自下一办公时段起算（办事大厅实务）',
      'Thu 2021-09-16: working day, outside opening hours, counted from the next opening (practice of service halls)',
    ],
    [
      'of the start',
      days,
      '2021-09-17',
      '2021年9月17日 周五 工作日，起算当日，不计（《民法典》第二百零一条第一款）',
      'Fri 2021-09-17: working day, start day, not counted (Civil Code art. 201(1))',
    ],
    [
      'that was a make-up day',
      days,
      '2021-09-18',
      '2021年9月18日 周六 中秋节 调休上班，国办发明电〔2020〕27号，计第1个工作日',
      'Sat 2021-09-18: make-up working day for Mid-Autumn Festival, 国办发明电〔2020〕27号, counted as working day 1',
    ],
    [
      'paused for a cause that no version declares',
      days,
      '2021-09-24',
      '2021年9月24日 周五 工作日，暂停计时（现场勘查），不计',
      'Fri 2021-09-24: working day, paused (现场勘查), not counted',
    ],
    [
      'paused for a cause with its legal ground',
      licence(
        [
          { type: 'accepted', at: '2021-07-01T10:00' },
          { type: 'paused', at: '2021-07-02T10:00', cause: 'expert-review' },
        ],
        '2021-07-05T10:00',
      ),
      '2021-07-05',
      '2021年7月5日 周一 工作日，暂停计时（专家评审，《行政许可法》第四十五条），不计',
      'Mon 2021-07-05: working day, paused (Expert review, Administrative Licensing Law art. 45), not counted',
    ],
    [
      'on which papers are corrected',
      explained({ workingDays: 4 }, corrected, '2021-07-02T10:00', { correction: 'pause', grounds: { correction } }),
      '2021-07-02',
      '2021年7月2日 周五 工作日，补正材料，暂停计时，不计（《甲办法》第二条）',
      'Fri 2021-07-02: working day, papers being corrected, not counted (Measures A art. 2)',
    ],
    [
      'that a last day rolled to',
      explained({ calendarDays: 5 }, [['accepted', '2021-09-14']]),
      '2021-09-22',
      '2021年9月22日 周三 工作日，顺延至本日届满（《民法典》第二百零三条第一款）',
      'Wed 2021-09-22: working day, the period carried over days off ends here (Civil Code art. 203(1))',
    ],
    [
      'that it rolled over',
      explained({ calendarDays: 5 }, [['accepted', '2021-09-14']]),
      '2021-09-21',
      '2021年9月21日 周二 中秋节 放假，国办发明电〔2020〕27号，期限届满之日为休息日，顺延',
      'Tue 2021-09-21: off for Mid-Autumn Festival, 国办发明电〔2020〕27号, not counted: the period is carried over a day off',
    ],
    [
      'of sessions, of which one was cut by the stop',
      explained({ workingMinutes: 60 }, business, '2019-07-05T10:00', { starts: 'received' }),
      '2019-07-04',
      [
        '2019年7月4日 周四 工作日，计60分钟',
        '  11:30-12:00 计30分钟，累计30分钟',
        '  13:30-13:40 计10分钟，累计40分钟',
        '  13:40-14:00 计20分钟，累计60分钟，已停止计时，仅用于推算期限',
      ].join('\n'),
      [
        'Thu 2019-07-04: working day, 60 minutes counted',
        '  11:30-12:00: 30 minutes, 30 in all',
        '  13:30-13:40: 10 minutes, 40 in all',
        '  13:40-14:00: 20 minutes, 60 in all, after the stop, only to find the due date',
      ].join('\n'),
    ],
    [
      'of a single minute, up to midnight',
      explained({ minutes: 1 }, [['accepted', '2019-07-04T23:59']]),
      '2019-07-04',
      '2019年7月4日 周四 工作日，计1分钟\n  23:59-24:00 计1分钟，累计1分钟，尚未到来',
      'Thu 2019-07-04: working day, 1 minute counted\n  23:59-24:00: 1 minute, 1 in all, still to come',
    ],
    [
      'between stages',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2019-07-01'],
          ['stage-started', '2019-07-02', 'a'],
          ['stage-finished', '2019-07-03', 'a'],
        ],
        '2019-07-05T09:00',
        {
          measure: 'union',
          stages: { a: { titles: { zh: '甲', en: 'A' } }, b: { titles: { zh: '乙', en: 'B' } } },
        },
      ),
      '2019-07-05',
      '2019年7月5日 周五 工作日，未计时，不计',
      'Fri 2019-07-05: working day, the clock stood still, not counted',
    ],
    [
      'on which the clock ran only while nothing was open',
      explained({ workingMinutes: 60 }, [
        ['accepted', '2019-07-04T09:00'],
        ['paused', '2019-07-04T09:10'],
        ['resumed', '2019-07-05T17:30'],
      ]),
      '2019-07-05',
      '2019年7月5日 周五 工作日，计时期间没有办公时间，不计',
      'Fri 2019-07-05: working day, no open time while the clock ran',
    ],
    [
      'that a limit is kept open to',
      explained({ workingDays: 1 }, [
        ['accepted', '2019-07-03T10:00'],
        ['paused', '2019-07-04T10:00'],
        ['resumed', '2019-07-05T10:00'],
      ]),
      '2019-07-05',
      '2019年7月5日 周五 工作日，暂停期间时限不届满，于恢复之日届满',
      'Fri 2019-07-05: working day, the limit did not expire while paused, and ends with this day',
    ],
    [
      'past the due date',
      explained({ calendarDays: 1 }, [
        ['accepted', '2019-07-03T10:00'],
        ['completed', '2019-07-05T10:00'],
      ]),
      '2019-07-05',
      '2019年7月5日 周五 工作日，计第2日，已过期限',
      'Fri 2019-07-05: working day, counted as day 2, past the due date',
    ],
    [
      'after the stop',
      explained({ calendarDays: 2 }, [
        ['accepted', '2019-07-03T10:00'],
        ['completed', '2019-07-04T10:00'],
      ]),
      '2019-07-05',
      '2019年7月5日 周五 工作日，计第2日，已停止计时，仅用于推算期限',
      'Fri 2019-07-05: working day, counted as day 2, after the stop, only to find the due date',
    ],
    [
      'by a notice whose number is not known',
      explained({ workingDays: 1 }, [['accepted', '2008-04-30T10:00']]),
      '2008-05-01',
      '2008年5月1日 周四 “五一”国际劳动节 放假，放假通知（文号不详），不计',
      'Thu 2008-05-01: off for International Labour Day, by a notice whose number is not known, not counted',
    ],
  ])('%s', (_, explanation, date, zh, en) => {
    expect(lineOf(explanation, date)).toEqual([zh, en])
  })
})

describe('the notes', () => {
  const extended = licence(
    [
      { type: 'received', at: '2021-06-18T18:00' },
      { type: 'paused', at: '2021-07-05T10:00', cause: 'hearing' },
      { type: 'resumed', at: '2021-07-07T10:00' },
      { type: 'extended', at: '2021-07-08T10:00', by: { workingDays: 3 }, reason: '案情复杂' },
      { type: 'extended', at: '2021-07-09T10:00', by: { workingDays: 3 }, reason: '再延' },
    ],
    '2021-07-09T10:00',
  )

  test('tell in Chinese what moved the limit, by what law, what was not counted, and what is doubtful', () => {
    expect(say(extended, 'zh').notes).toEqual([
      '2021年6月18日 18:00收到材料后逾期未告知补正内容，自收到之日起视为受理（《行政许可法》第三十二条第一款第四项）。',
      '2021年6月18日 18:00不在办公时间，自2021年6月21日 09:00起算（办事大厅实务）。',
      '2021年7月5日 10:00至2021年7月7日 10:00暂停计时（听证，《行政许可法》第四十五条），不计入时限。',
      '2021年7月8日 10:00延长3个工作日（《行政许可法》第四十二条第一款），理由：案情复杂。',
      '起算当日不计入时限（《民法典》第二百零一条第一款）。',
      '暂停当日计入时限，恢复当日不计（参照《民法典》第二百零一条第一款）。',
      '休息日、放假日共10天，不计入时限。',
      '最后一日以停止办公之时为截止时间（《民法典》第二百零三条第二款）。',
      '第 5 个事件：延期不予计入（超出规定次数）。',
    ])
  })

  test('tell the same in English', () => {
    expect(say(extended, 'en').notes).toEqual([
      'The papers received on 2021-06-18 18:00 were not answered in time and count as accepted at their receipt (Administrative Licensing Law art. 32(4)).',
      '2021-06-18 18:00 was outside opening hours: the limit counts from 2021-06-21 09:00 (practice of service halls).',
      'Paused from 2021-07-05 10:00 to 2021-07-07 10:00 (Hearing, Administrative Licensing Law art. 45), which is not counted.',
      'Extended by 3 working days on 2021-07-08 10:00 (Administrative Licensing Law art. 42(1)): 案情复杂.',
      'The day of the start is not counted (Civil Code art. 201(1)).',
      'The day a pause begins is counted, the day it ends is not (as Civil Code art. 201(1)).',
      '10 days off are not counted.',
      'The last day ends when its business hours end (Civil Code art. 203(2)).',
      'Extension (event 5) not granted: more often than the rule allows.',
    ])
  })

  const restart = { correction: 'restart' } as const
  const pause = { correction: 'pause' } as const

  test.each<[string, Explanation, string, string]>([
    [
      'a correction that starts the clock anew',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2021-07-01'],
          ['correction-requested', '2021-07-02'],
          ['corrected', '2021-07-05'],
        ],
        '2021-07-05T10:00',
        restart,
      ),
      '2021年7月2日要求补正，2021年7月5日补正完毕，自此重新起算。',
      'Papers were sent back on 2021-07-02 and corrected on 2021-07-05, from which the limit counts anew.',
    ],
    [
      'a correction that will, once it is made',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2021-07-01'],
          ['correction-requested', '2021-07-02'],
        ],
        '2021-07-05T10:00',
        restart,
      ),
      '自2021年7月2日起补正材料，暂停计时，补正后重新起算。',
      'Papers being corrected since 2021-07-02; the limit counts anew once they are.',
    ],
    [
      'a correction that stops the clock',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2021-07-01'],
          ['correction-requested', '2021-07-02'],
          ['corrected', '2021-07-05'],
        ],
        '2021-07-05T10:00',
        pause,
      ),
      '2021年7月2日至2021年7月5日补正材料，暂停计时，不计入时限。',
      'Papers being corrected from 2021-07-02 to 2021-07-05, which is not counted.',
    ],
    [
      'a pause that is open and names no cause',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2021-07-01'],
          ['paused', '2021-07-02'],
        ],
        '2021-07-05T10:00',
      ),
      '自2021年7月2日起暂停计时，不计入时限。',
      'Paused since 2021-07-02, which is not counted.',
    ],
    [
      'a last day that was a day off',
      explained({ months: 6 }, [['accepted', '2019-08-31']]),
      '期限最后一日2020年2月29日为休息日，顺延至2020年3月2日（《民法总则》第二百零三条第一款）。',
      'The last day, 2020-02-29, falls on a day off: the limit ends on 2020-03-02 (General Provisions of the Civil Law art. 203(1)).',
    ],
    [
      'a last day that closed while paused',
      explained({ workingDays: 1 }, [
        ['accepted', '2019-07-03T10:00'],
        ['paused', '2019-07-04T10:00'],
        ['resumed', '2019-07-05T10:00'],
      ]),
      '最后一日2019年7月4日下班时处于暂停之中，时限延续至2019年7月5日。',
      'The limit was paused at the closing of its last day, 2019-07-04: it ends on 2019-07-05.',
    ],
    ['days off', explained({ workingDays: 1 }, [['accepted', '2019-09-12']]), '休息日、放假日共3天，不计入时限。', '3 days off are not counted.'],
  ])('tell of %s', (_, explanation, zh, en) => {
    expect(say(explanation, 'zh').notes).toContain(zh)
    expect(say(explanation, 'en').notes).toContain(en)
  })

  test('name a stage that is missing by its title', () => {
    const shorts: Short[] = [
      ['stage-started', '2019-07-03T09:00', 'seal'],
      ['stage-finished', '2019-07-03T10:00', 'seal'],
      ['completed', '2019-07-03T10:00'],
    ]
    const file = { id: 'C', rule: 'business-setup', events: eventsOf(shorts) } as const
    const explanation = explain(file, { policy: xiaoshan2019, clock: hall, now: '2019-07-04T10:00' })
    expect(say(explanation, 'zh').notes).toContain('缺环节 银行开户。')
    expect(say(explanation, 'en').notes).toContain('No stage Bank account opening.')
  })
})

describe('the head', () => {
  test('says what is about to be done, by what draft, and by when', () => {
    const file = { id: 'W-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2027-02-02T10:00' }] } as const
    const explanation = explain(file, { policy: xiaoshan2019, clock: hall, now: '2027-02-03T10:00' })
    expect(say(explanation, 'zh').head).toEqual([
      '办件编号：W-1',
      '办理事项：供水报装接入',
      '所依政策：萧山区2019年度“最多跑一次”改革工作要点（征求意见稿）（2019年7月1日起适用）',
      '文件出处：杭州市萧山区全面深化“最多跑一次”改革领导小组办公室，2019年4月28日，征求意见稿',
      '起算时间：2027年2月2日 10:00',
      '承诺时限：4个工作日',
      '到期时间：2027年2月12日 17:00',
      '推算说明：尚待放假通知公布（cn-2027），到期日为依法推算，最早2027年2月10日，最迟2027年2月18日',
      '办理情况：计时中，已用1个工作日，剩余3个工作日',
      '截至时间：2027年2月3日 10:00',
    ])
    expect(say(explanation, 'en').head.slice(3)).toEqual([
      "Source: Office of the Leading Group for Comprehensively Deepening the 'Run at Most Once' Reform, Xiaoshan District, Hangzhou, 2019-04-28, draft for comment",
      'Counted from: 2027-02-02 10:00',
      'Promised limit: 4 working days',
      'Due: 2027-02-12 17:00',
      'Projected: the due date follows from the law until the holiday notice is published (cn-2027): 2027-02-10 at the earliest, 2027-02-18 at the latest',
      'Status: running, 1 working day used, 3 working days left',
      'As of: 2027-02-03 10:00',
    ])
  })

  const limits = licence(
    [
      { type: 'accepted', at: '2021-07-01T10:00' },
      { type: 'completed', at: '2021-07-29T16:00' },
    ],
    '2021-07-30T09:00',
  )

  test('says each limit with its law and its own end', () => {
    expect(say(limits, 'zh').head.slice(3)).toEqual([
      '文件出处：中华人民共和国行政许可法，全国人民代表大会常务委员会，2019年4月23日',
      '起算时间：2021年7月1日 10:00',
      '承诺时限：20个工作日',
      '法定时限：20个工作日（《行政许可法》第四十二条第一款）',
      '送达时限：10个工作日，2021年8月12日 17:00到期（《行政许可法》第四十四条）',
      '到期时间：2021年7月29日 17:00',
      '办理情况：2021年7月29日 16:00 办结，按时办结，已用20个工作日，剩余0个工作日',
      '截至时间：2021年7月30日 09:00',
    ])
    expect(say(limits, 'en').head.slice(6, 9)).toEqual([
      'Statutory limit: 20 working days (Administrative Licensing Law art. 42(1))',
      'Limit for delivery: 10 working days, due 2021-08-12 17:00 (Administrative Licensing Law art. 44)',
      'Due: 2021-07-29 17:00',
    ])
  })

  test('says the limit of a stage by its title', () => {
    const staged = explained({ workingDays: 4 }, [['stage-started', '2019-07-01', 'a']], '2019-07-01T12:00', {
      measure: 'union',
      stages: { a: { titles: { zh: '勘查', en: 'Survey' }, limit: { workingDays: 2 } } },
    })
    expect(say(staged, 'zh').head).toContain('环节时限（勘查）：2个工作日，2019年7月3日 17:00到期')
    expect(say(staged, 'en').head).toContain('Limit of a stage (Survey): 2 working days, due 2019-07-03 17:00')
    expect(say(staged, 'zh').notes).toContain('各环节：勘查 自2019年7月1日起。')
    expect(say(staged, 'en').notes).toContain('Stages: Survey since 2019-07-01.')
  })

  const limitOf = (explanation: Explanation, zh: string, en: string) => [
    say(explanation, 'zh').head.find((line) => line.startsWith(zh)),
    say(explanation, 'en').head.find((line) => line.startsWith(en)),
  ]

  test('says how a limit that does not bind was kept', () => {
    const delivered = licence(
      [
        { type: 'accepted', at: '2021-07-01T10:00' },
        { type: 'completed', at: '2021-07-05T16:00' },
        { type: 'delivered', at: '2021-08-12T10:00' },
      ],
      '2021-08-13T09:00',
    )
    expect(limitOf(delivered, '送达时限', 'Limit for delivery')).toEqual([
      '送达时限：10个工作日，2021年7月19日 17:00到期，已逾期（《行政许可法》第四十四条）',
      'Limit for delivery: 10 working days, due 2021-07-19 17:00, late (Administrative Licensing Law art. 44)',
    ])
  })

  test('says of a stage on a clock of its own by whose hours, and of a paused one its end if it resumed now', () => {
    const bank = createClock({ ...hall, hours: { workday: ['09:00-11:30', '14:00-16:00'] } })
    const stage = { type: 'stage-started', at: '2019-05-06T14:00', stage: 'bank-account' } as const
    const options = { policy: withBank, clock: hall, clocks: { bank } }
    const overdue = explain({ id: 'C', rule: 'business-setup', events: [stage] }, { ...options, now: '2019-05-06T16:30' })
    expect(limitOf(overdue, '环节时限', 'Limit of a stage')).toEqual([
      '环节时限（银行开户，按银行时间）：2个工作小时，2019年5月6日 16:00到期，逾期未办结',
      'Limit of a stage (Bank account opening, by the hours of: Bank): 2 working hours, due 2019-05-06 16:00, overdue',
    ])
    const events = [stage, { type: 'paused', at: '2019-05-06T15:00' } as const]
    const paused = explain({ id: 'C', rule: 'business-setup', events }, { ...options, now: '2019-05-06T15:30' })
    expect(limitOf(paused, '环节时限', 'Limit of a stage')).toEqual([
      '环节时限（银行开户，按银行时间）：2个工作小时，若此刻恢复，2019年5月7日 09:30到期',
      'Limit of a stage (Bank account opening, by the hours of: Bank): 2 working hours, due 2019-05-07 09:30 if resumed now',
    ])
  })

  const statusOf = (explanation: Explanation) => (['zh', 'en'] as const).map((language) => say(explanation, language).head.at(-2))

  test.each<[string, Explanation, string, string]>([
    ['waiting', explained({ workingDays: 4 }, [['received', '2019-07-03']], '2019-07-03T10:00'), '办理情况：未起算', 'Status: waiting'],
    [
      'overdue',
      explained({ workingDays: 1 }, [['accepted', '2019-07-03']], '2019-07-08T10:00'),
      '办理情况：计时中，逾期未办结，已用3个工作日，超出2个工作日',
      'Status: running, overdue, 3 working days used, 2 working days over',
    ],
    [
      'late',
      explained(
        { workingDays: 1 },
        [
          ['accepted', '2019-07-03'],
          ['completed', '2019-07-05'],
        ],
        '2019-07-08T10:00',
      ),
      '办理情况：2019年7月5日 办结，超期办结，已用2个工作日，超出1个工作日',
      'Status: completed, 2019-07-05, late, 2 working days used, 1 working day over',
    ],
    [
      'withdrawn in time',
      explained(
        { workingDays: 4 },
        [
          ['accepted', '2019-07-03'],
          ['withdrawn', '2019-07-05'],
        ],
        '2019-07-08T10:00',
      ),
      '办理情况：2019年7月5日 在时限内终止，未作决定，已用2个工作日，剩余2个工作日',
      'Status: closed in time without a decision, 2019-07-05, 2 working days used, 2 working days left',
    ],
    [
      'withdrawn before its clock has started',
      explained(
        { workingDays: 4 },
        [
          ['received', '2019-07-03'],
          ['withdrawn', '2019-07-05'],
        ],
        '2019-07-08T10:00',
      ),
      '办理情况：在时限内终止，未作决定',
      'Status: closed in time without a decision',
    ],
    [
      'withdrawn too late',
      explained(
        { workingDays: 1 },
        [
          ['accepted', '2019-07-03'],
          ['withdrawn', '2019-07-05'],
        ],
        '2019-07-08T10:00',
      ),
      '办理情况：2019年7月5日 终止，已逾期，已用2个工作日，超出1个工作日',
      'Status: closed, 2019-07-05, late, 2 working days used, 1 working day over',
    ],
    [
      'from before the rule',
      explained({ workingDays: 4 }, [['accepted', '2019-07-03']], '2019-07-08T10:00', { from: '2020-01-01', to: '2020-12-31' }),
      '办理情况：起算时规则尚未施行；施行期间：2020年1月1日至2020年12月31日',
      'Status: started before the rule was in force; in force: 2020-01-01 to 2020-12-31',
    ],
    [
      'measured for a set',
      explained({ workingDays: 4 }, [['accepted', '2019-07-03']], '2019-07-08T10:00', { target: { kind: 'average', limit: { workingDays: 4 } } }),
      '办理情况：计时中，仅计时，已用3个工作日',
      'Status: running, measured, 3 working days used',
    ],
  ])('says how a case stands that is %s', (_, explanation, zh, en) => {
    expect(statusOf(explanation)).toEqual([zh, en])
  })

  test('of a paused case says when it would be due', () => {
    const paused = explained(
      { workingDays: 4 },
      [
        ['accepted', '2019-07-01'],
        ['paused', '2019-07-02'],
      ],
      '2019-07-03T10:00',
    )
    expect(say(paused, 'zh').head).toContain('到期时间：暂停期间不确定；若此刻恢复，为2019年7月8日 17:00')
    expect(say(paused, 'en').head).toContain('Due: not known while paused; 2019-07-08 17:00 if resumed now')
  })

  test('writes the 24:00 of the due date as such', () => {
    const file = { id: 'C', rule: 'only', events: [{ type: 'accepted', at: '2019-07-01' }] } as const
    const explanation = explain(file, { policy: policyOf({ workingDays: 1 }, { convention: 'cn-hall' }), clock: hall, now: '2019-07-01T10:00' })
    expect(say(explanation, 'zh').head).toContain('到期时间：2019年7月2日 24:00')
    expect(say(explanation, 'zh').notes).not.toContain(expect.stringContaining('停止办公'))
  })

  test('tells that a projection leaves the outcome as it is', () => {
    const early = explained({ workingDays: 4 }, [
      ['accepted', '2027-02-02T10:00'],
      ['completed', '2027-02-04T10:00'],
    ])
    expect(say(early, 'zh').head.find((line) => line.startsWith('推算说明'))).toMatch(/；办理结果不受影响$/)
    expect(say(early, 'en').head.find((line) => line.startsWith('Projected'))).toMatch(/; the outcome is certain$/)
  })
})

describe('the whole text', () => {
  const explanation = explained({ workingDays: 1 }, [['accepted', '2019-07-03T10:00']])

  test('is head, notes and days with their titles', () => {
    const { text, head, notes, days } = say(explanation, 'zh')
    expect(text).toBe(['办理时限说明', ...head, '', '计算说明', ...notes, '', '逐日计算', ...days].join('\n'))
  })

  test('has English titles in English, and is set in as few columns as words can be', () => {
    const { text, head, notes, days } = say(explanation, 'en')
    expect(text).toBe(['How your time limit is counted', ...head, '', 'Notes', ...notes, '', 'Day by day', ...days].join('\n'))
    const narrow = say(explanation, 'en', { columns: 16 }).text.split('\n')
    expect(narrow.slice(0, 2).map((line) => line.trim())).toEqual(['How your time', 'limit is'])
    expect(errorOf(() => say(explanation, 'en', { columns: 15 }))).toMatchObject({ path: 'columns', facts: { found: '15' } })
  })

  test.each(['assessment', 'matter', 'grounds', 'causes', 'stages', 'clocks', 'occasions', 'days', 'turns'])(
    'is refused for an explanation without its %s',
    (key) => {
      for (const wrong of [undefined, null, 7]) {
        const facts = { expected: 'explanation', found: '{ assessment, matter, days, turns, … }' }
        expect(errorOf(() => say({ ...explanation, [key]: wrong }, 'en'))).toMatchObject({ code: 'value-invalid', facts })
      }
    },
  )

  test('leaves out what there is nothing to say of', () => {
    const waiting = explained({ workingDays: 1 }, [['received', '2019-07-03T10:00']])
    expect(say(waiting, 'en').text).not.toMatch(/Notes|Day by day/)
  })

  test('is no more than ids and causes let it be: what would break a line is replaced', () => {
    const file = { id: 'A\nDue: never', rule: 'only', events: [{ type: 'accepted', at: '2019-07-03T10:00' }] } as const
    const forged = explain(file, { policy: policyOf({ workingDays: 1 }), clock: createClock({ ...hall }), now: '2019-07-03T10:00' })
    expect(say(forged, 'en').text).toContain('Case: A\uFFFDDue: never\n')
  })

  test.each([
    ['another language', () => say(explanation, 'fr' as 'en'), 'choice-unknown'],
    ['too few columns', () => say(explanation, 'en', { columns: 4 }), 'value-invalid'],
    ['columns that are no number', () => say(explanation, 'en', { columns: '48' as unknown as number }), 'value-invalid'],
    ['an assessment in place of an explanation', () => say(explanation.assessment as unknown as Explanation, 'en'), 'value-invalid'],
    ['nothing', () => say(undefined as unknown as Explanation, 'en'), 'value-invalid'],
    ['an assessment that is nothing', () => say({ assessment: null } as unknown as Explanation, 'en'), 'value-invalid'],
    ['an assessment of nothing', () => say({ assessment: {} } as unknown as Explanation, 'en'), 'value-invalid'],
    ['an explanation without its days', () => say({ ...explanation, days: undefined } as unknown as Explanation, 'en'), 'value-invalid'],
    ['no options', () => say(explanation, 'en', null as unknown as SayOptions), 'value-invalid'],
    ['columns in place of options', () => say(explanation, 'en', 48 as unknown as SayOptions), 'value-invalid'],
    ['an option that is not known', () => say(explanation, 'en', { column: 48 } as SayOptions), 'choice-unknown'],
  ])('is refused for %s', (_, run, code) => {
    expect(errorOf(run).code).toBe(code)
  })

  test('is refused for another language by name', () => {
    expect(errorOf(() => say(explanation, 'fr' as 'en'))).toMatchObject({ facts: { what: 'language', found: 'fr', allowed: ['en', 'zh'] } })
  })
})
