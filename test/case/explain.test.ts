import { assess, explain, type XiaoshanRule, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'

const explained = (rule: XiaoshanRule, shorts: readonly Short[], now = LATER) =>
  explain({ id: 'C', rule, events: eventsOf(shorts) }, { policy: xiaoshan2019, clock: hall, now })
const why = (rule: XiaoshanRule, shorts: readonly Short[], now?: string) =>
  explained(rule, shorts, now).days.map(({ date, why, number, minutes }) => [date.slice(5), why, number ?? minutes])
const zh = (rule: XiaoshanRule, shorts: readonly Short[], now?: string) => explained(rule, shorts, now).days.map(({ text }) => text.zh)

describe('an explanation', () => {
  test('comes with the assessment that assess gives', () => {
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([['accepted', '2019-07-01T10:00']]) } as const
    const options = { policy: xiaoshan2019, clock: hall, now: '2019-07-02T10:00' }
    expect(explain(file, options).assessment).toEqual(assess(file, options))
  })

  test('gives every day from the recorded start to the due date', () => {
    expect(why('water-hookup', [['accepted', '2019-09-27T18:00']])).toEqual([
      ['09-27', 'before-start', undefined],
      ['09-28', 'before-start', undefined],
      ['09-29', 'start-day', undefined],
      ['09-30', 'counted', 1],
      ['10-01', 'day-off', undefined],
      ['10-02', 'day-off', undefined],
      ['10-03', 'day-off', undefined],
      ['10-04', 'day-off', undefined],
      ['10-05', 'day-off', undefined],
      ['10-06', 'day-off', undefined],
      ['10-07', 'day-off', undefined],
      ['10-08', 'counted', 2],
      ['10-09', 'counted', 3],
      ['10-10', 'counted', 4],
    ])
  })

  test('names pauses, and the day that a limit is kept open to', () => {
    const shorts: Short[] = [
      ['accepted', '2019-07-03T10:00'],
      ['paused', '2019-07-09T10:00', '现场勘查'],
      ['resumed', '2019-07-11T15:00', '现场勘查'],
    ]
    expect(zh('water-hookup', shorts, '2019-07-11T16:00')).toEqual([
      '2019年7月3日 周三 工作日，起算当日，不计',
      '2019年7月4日 周四 工作日，计第1个工作日',
      '2019年7月5日 周五 工作日，计第2个工作日',
      '2019年7月6日 周六 周末，不计',
      '2019年7月7日 周日 周末，不计',
      '2019年7月8日 周一 工作日，计第3个工作日',
      '2019年7月9日 周二 工作日，计第4个工作日',
      '2019年7月10日 周三 工作日，暂停计时（现场勘查），不计',
      '2019年7月11日 周四 工作日，暂停期间时限不届满，于恢复之日届满',
    ])
  })

  test('marks the days after a stop, and those past the due date', () => {
    const early = explained('water-hookup', [
      ['accepted', '2019-07-01T10:00'],
      ['completed', '2019-07-03T10:00'],
    ]).days
    expect(early.map(({ number, isAfterStop }) => [number, isAfterStop])).toEqual([
      [undefined, undefined],
      [1, undefined],
      [2, undefined],
      [3, true],
      [4, true],
    ])
    expect(early.at(-1)?.text.zh).toBe('2019年7月5日 周五 工作日，计第4个工作日，已停止计时，仅用于推算期限')
    const late = explained('water-hookup', [
      ['accepted', '2019-07-01T10:00'],
      ['completed', '2019-07-08T10:00'],
    ]).days
    expect(late.at(-1)).toMatchObject({ date: '2019-07-08', number: 5, isOverdue: true })
    expect(late.at(-1)?.text.en).toBe('Mon 2019-07-08: working day, counted as working day 5, past the due date')
  })

  test('rolls calendar days over a holiday', () => {
    const days = explained('investment-project', [['accepted', '2019-07-03T10:00']], '2019-07-04T09:00').days
    expect(days.filter(({ isCounted }) => isCounted)).toHaveLength(90)
    expect(days.slice(-8).map(({ why }) => why)).toEqual(['counted', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled', 'rolled'])
    expect(days.at(-2)?.text.zh).toBe('2019年10月7日 周一 国庆节 放假，国办发明电〔2018〕15号，期限届满之日为休息日，顺延')
    expect(days.at(-1)?.text.zh).toBe('2019年10月8日 周二 工作日，顺延至本日届满')
  })

  test('tells the minutes of each day for limits of time, of two stages at once twice', () => {
    expect(
      why(
        'business-setup',
        [
          ['stage-started', '2019-05-06T16:00', 'seal'],
          ['stage-started', '2019-05-06T16:00', 'bank-account'],
        ],
        '2019-05-06T16:30',
      ),
    ).toEqual([
      ['05-06', 'counted', 120],
      ['05-07', 'counted', 360],
    ])
  })

  test('tells days off, pauses and days without open time apart, for limits of time', () => {
    const shorts: Short[] = [
      ['received', '2019-07-04T08:00'],
      ['paused', '2019-07-04T09:10'],
      ['resumed', '2019-07-05T17:30'],
    ]
    expect(why('sixty-minute-certificate', shorts, '2019-07-06T10:00')).toEqual([
      ['07-04', 'counted', 10],
      ['07-05', 'unopened', undefined],
      ['07-06', 'day-off', undefined],
      ['07-07', 'day-off', undefined],
      ['07-08', 'counted', 50],
    ])
    const weekend = explained(
      'sixty-minute-certificate',
      [
        ['received', '2019-07-06T10:00'],
        ['paused', '2019-07-08T09:10'],
      ],
      '2019-07-09T10:00',
    ).days
    expect(weekend.map(({ why }) => why)).toEqual(['before-start', 'before-start', 'counted', 'not-running'])
    expect(weekend[0]?.text).toEqual({
      zh: '2019年7月6日 周六 周末，不在办公时间，自下一办公时段起算',
      en: 'Sat 2019-07-06: weekend, outside opening hours, counted from the next opening',
    })
    expect(weekend[3]?.text).toEqual({
      zh: '2019年7月9日 周二 工作日，未计时，不计',
      en: 'Tue 2019-07-09: working day, the clock stood still, not counted',
    })
  })

  test('of a paused case ends with the present, and one without a clock has no days', () => {
    expect(
      explained(
        'water-hookup',
        [
          ['accepted', '2019-07-01T10:00'],
          ['paused', '2019-07-02T10:00'],
        ],
        '2019-07-04T10:00',
      ).days.at(-1)?.date,
    ).toBe('2019-07-04')
    expect(explained('water-hookup', [['received', '2019-07-01T10:00']]).days).toEqual([])
  })

  test('of a day by a notice without a known number says so', () => {
    const policy = {
      ...xiaoshan2019,
      rules: {
        ...xiaoshan2019.rules,
        'water-hookup': {
          ...xiaoshan2019.rules['water-hookup'],
          versions: xiaoshan2019.rules['water-hookup'].versions.map((version) => ({ ...version, from: '2007-01-01' })),
        },
      },
    }
    const file = { id: 'C', rule: 'water-hookup', events: eventsOf([['accepted', '2008-04-30T10:00']]) } as const
    expect(explain(file, { policy, clock: hall, now: '2008-05-04T10:00' }).days[1]?.text).toEqual({
      zh: '2008年5月1日 周四 “五一”国际劳动节 放假，放假通知（文号不详），不计',
      en: 'Thu 2008-05-01: off for International Labour Day, by a notice whose number is not known, not counted',
    })
  })
})
