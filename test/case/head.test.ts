import { createClock, explain, type Policy, say, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { standingLines } from '../../src/case/say-head.js'
import { eventsOf } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'

const titles = { zh: '某区政策', en: 'Policy of a district' }
const source = { titles: { zh: '某区文件', en: 'Document of a district' }, issuer: { zh: '某区', en: 'A district' }, date: '2018-12-01' } as const
const policyWith = (status: Policy['source']['status'], terms: Partial<Version> = {}) => ({
  ...policyOf({ workingDays: 4 }, terms),
  titles,
  source: { ...source, status },
})
const events = eventsOf([['accepted', '2019-07-01T10:00']])
const explained = (policy: Policy, now: string, clock = hall) => explain({ id: 'A-1', rule: 'only', events }, { policy, clock, now })

describe('the head of an explanation', () => {
  const headsOf = (policy: Policy) => {
    const explanation = explained(policy, '2019-07-02T09:00')
    return { zh: say(explanation, 'zh').head, en: say(explanation, 'en').head }
  }

  test('names case, matter, policy, document, start, limit, end, standing and present', () => {
    expect(headsOf(policyWith('in-force'))).toEqual({
      zh: [
        '办件编号：A-1',
        '办理事项：甲',
        '所依政策：某区政策（2007年1月1日起适用）',
        '文件出处：某区文件，某区，2018年12月1日',
        '起算时间：2019年7月1日 10:00',
        '承诺时限：4个工作日',
        '到期时间：2019年7月5日 17:00',
        '办理情况：计时中，已用1个工作日，剩余3个工作日',
        '截至时间：2019年7月2日 09:00',
      ],
      en: [
        'Case: A-1',
        'Matter: A',
        'Policy: Policy of a district (in force from 2007-01-01)',
        'Source: Document of a district, A district, 2018-12-01',
        'Counted from: 2019-07-01 10:00',
        'Promised limit: 4 working days',
        'Due: 2019-07-05 17:00',
        'Status: running, 1 working day used, 3 working days left',
        'As of: 2019-07-02 09:00',
      ],
    })
  })

  test.each([
    ['draft', '征求意见稿', 'draft for comment'],
    ['repealed', '已废止', 'repealed'],
  ] as const)('says that the document is %s', (status, zh, en) => {
    const heads = headsOf(policyWith(status))
    expect([heads.zh[3], heads.en[3]]).toEqual([
      `文件出处：某区文件，某区，2018年12月1日，${zh}`,
      `Source: Document of a district, A district, 2018-12-01, ${en}`,
    ])
  })

  test('tells how a case stands by start, standing and present alone, for those who name the limits themselves', () => {
    expect(standingLines(explained(policyWith('in-force'), '2019-07-02T09:00'), 'en')).toEqual([
      'Counted from: 2019-07-01 10:00',
      'Status: running, 1 working day used, 3 working days left',
      'As of: 2019-07-02 09:00',
    ])
    const projected = explain(
      { id: 'A-1', rule: 'only', events: eventsOf([['accepted', '2027-02-03T10:00']]) },
      { policy: policyWith('in-force'), clock: hall, now: '2027-02-03T11:00' },
    )
    expect(standingLines(projected, 'zh')).toEqual(say(projected, 'zh').head.filter((line) => /^(起算时间|推算说明|办理情况|截至时间)/.test(line)))
    expect(standingLines(projected, 'zh')).toHaveLength(4)
  })

  test('says when a rule is in force that is not yet', () => {
    const { zh, en } = headsOf(policyWith('in-force', { from: '2019-08-01' }))
    expect([zh.at(-2), en.at(-2)]).toEqual([
      '办理情况：起算时规则尚未施行；施行期间：2019年8月1日起',
      'Status: started before the rule was in force; in force: from 2019-08-01',
    ])
  })
})

test.each([
  ['2019-07-04T10:00', '法定时限：3个工作日，2019年7月4日 17:00到期，按时完成', 'Statutory limit: 3 working days, due 2019-07-04 17:00, on time'],
  ['2019-07-03T10:00', '法定时限：3个工作日，2019年7月4日 17:00到期，提前完成', 'Statutory limit: 3 working days, due 2019-07-04 17:00, early'],
  ['2019-07-05T10:00', '法定时限：3个工作日，2019年7月4日 17:00到期，已逾期', 'Statutory limit: 3 working days, due 2019-07-04 17:00, late'],
])('a limit that does not bind tells how a case completed at %s kept it', (at, zh, en) => {
  const policy = policyOf({ workingDays: 2 }, { statutory: { workingDays: 3 } })
  const explanation = explain(
    {
      id: 'A-1',
      rule: 'only',
      events: eventsOf([
        ['accepted', '2019-07-01T10:00'],
        ['completed', at],
      ]),
    },
    { policy, clock: hall, now: at },
  )
  expect(say(explanation, 'zh').head).toContain(zh)
  expect(say(explanation, 'en').head).toContain(en)
})

describe('a day that a layer moves', () => {
  const linesWith = (arrangement: object) => {
    const notice = {
      id: 'n',
      number: '令第1号',
      issued: '2019-06-01',
      covers: 2019,
      arrangements: [{ occasion: '台风', off: [], work: [], ...arrangement }],
    }
    const calendar = hall.calendar.extend({ id: 'layer', notices: [notice] })
    const clock = createClock({ calendar, hours: HALL_HOURS, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
    const explanation = explained(policyWith('in-force'), '2019-07-08T09:00', clock)
    const i = explanation.days.findIndex((day) => day.date === '2019-07-03')
    return [say(explanation, 'zh').days[i], say(explanation, 'en').days[i]]
  }

  test('is closed', () => {
    expect(linesWith({ off: ['2019-07-03'] })).toEqual([
      '2019年7月3日 周三 台风 停止办公，令第1号，不计',
      'Wed 2019-07-03: closed for 台风, 令第1号, not counted',
    ])
  })

  test('is a working day by a notice, as it would have been without', () => {
    expect(linesWith({ work: ['2019-07-03'] })).toEqual([
      '2019年7月3日 周三 台风 按通知上班，令第1号，计第2个工作日',
      'Wed 2019-07-03: working day by the notice for 台风, 令第1号, counted as working day 2',
    ])
  })
})
