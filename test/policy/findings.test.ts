import type { Limit, Policy, Version } from 'service-time'
import { lint, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { policyOf } from '../support/policies.js'

const titles = { zh: '甲', en: 'A' }
const citations = [{ part: 'body', article: '42(1)', quote: '甲' }] as const
const policyWith = (limit: Limit, terms: Partial<Version> = {}) => policyOf(limit, { citations, ...terms })
const saidOf = (policy: Policy) => lint(policy).map(({ text }) => [text.en, text.zh])
const stage = (limit: Limit) => ({ titles, limit })

describe('a finding says in both languages', () => {
  test.each<[string, Limit, Partial<Version>, [en: string, zh: string][]]>([
    [
      'that a promise is longer than the law',
      { workingDays: 21 },
      { statutory: { workingDays: 20 } },
      [
        ['The promise, 21 working days, is longer than the law allows, 20 working days.', '承诺时限 21个工作日 长于法定时限 20个工作日。'],
        ['The limit of 21 working days can never bind: the law ends first.', '时限 21个工作日 永远不起作用：法定时限总是先届满。'],
      ],
    ],
    [
      'that a stage is longer than the whole',
      { workingDays: 4 },
      { stages: { survey: stage({ workingDays: 5 }) } },
      [['The stage "survey" may take 5 working days, longer than the whole, 4 working days.', '环节“survey”时限 5个工作日 长于整体时限 4个工作日。']],
    ],
    [
      'that all stages are, in the unit of the whole',
      { workingHours: 4 },
      { measure: 'sum', stages: { one: stage({ workingMinutes: 180 }), two: stage({ workingHours: 2 }) } },
      [
        [
          'The stages together may take 5 working hours, longer than the whole, 4 working hours.',
          '各环节合计时限 5个工作小时 长于整体时限 4个工作小时。',
        ],
      ],
    ],
    [
      'which units it did not compare',
      { workingDays: 30 },
      { statutory: { months: 1 } },
      [['30 working days and 1 month are of different units, and were not compared.', '30个工作日 与 1个月 单位不同，未作比较。']],
    ],
    [
      'that the stages end before the whole',
      { workingDays: 9 },
      { measure: 'union', stages: { one: stage({ workingDays: 3 }) } },
      [
        [
          'The limit of 9 working days can never bind: the limits of its stages together are shorter.',
          '时限 9个工作日 永远不起作用：各环节时限之和更短。',
        ],
      ],
    ],
    [
      'that nothing is left to be deemed accepted',
      { workingDays: 4 },
      { starts: 'received', deemedAcceptance: { workingDays: 5 } },
      [
        [
          'The limit of 5 working days can never bind: the clock starts at the receipt, so nothing is left to be deemed.',
          '时限 5个工作日 永远不起作用：收件即起算，无须视为受理。',
        ],
      ],
    ],
    [
      'that the clock runs to the delivery',
      { workingDays: 4 },
      { stops: 'delivered', delivery: { workingDays: 10 } },
      [
        [
          'The limit of 10 working days can never bind: the clock of the case itself runs to the delivery.',
          '时限 10个工作日 永远不起作用：办件本身计时至送达为止。',
        ],
      ],
    ],
    [
      'that an extension adds nothing',
      { workingDays: 4 },
      { extension: { by: { workingDays: 0 }, times: 1 } },
      [['The limit of 0 working days can never bind: it adds nothing.', '时限 0个工作日 永远不起作用：未延长任何时间。']],
    ],
    [
      'that no time at all is never kept',
      { workingMinutes: 0 },
      {},
      [
        [
          'The limit of 0 working minutes is used up at its start; for work done at once write 0 working days.',
          '时限 0个工作分钟 一起算即届满；即办请写 0 个工作日。',
        ],
      ],
    ],
    [
      'which target date no version answers to',
      { workingDays: 4 },
      { targetDate: '2006-12-30' },
      [
        [
          'The target date is 2006-12-30, but no version that names it is in force the day after.',
          '目标日期为 2006-12-30，而次日并无写明该日期的版本生效。',
        ],
      ],
    ],
    [
      'that no citation has a place',
      { workingDays: 4 },
      { citations: [{ part: 'body', quote: '甲' }] },
      [['No citation names a section, an article or a row of the annex.', '没有引文写明章节、条款或附件行号。']],
    ],
  ])('%s', (_, limit, terms, expected) => {
    expect(saidOf(policyWith(limit, terms))).toEqual(expected)
  })

  test('which versions overlap, and when there is none', () => {
    const policy = policyWith({ workingDays: 4 }, { to: '2018-12-31' })
    const [first] = policy.rules.only.versions as [Version]
    const saidWith = (version: Partial<Version>) =>
      saidOf({ ...policy, rules: { only: { ...policy.rules.only, versions: [first, { ...first, ...version }] } } })
    expect(saidWith({ from: '2018-12-31', to: undefined })).toEqual([
      ['The version from 2018-12-31 begins before that from 2007-01-01 has ended.', '自 2018-12-31 起的版本开始时，自 2007-01-01 起的版本尚未结束。'],
    ])
    expect(saidWith({ from: '2019-02-01', to: undefined })).toEqual([
      ['No version is in force from 2019-01-01 to 2019-01-31.', '2019-01-01 至 2019-01-31 没有有效的版本。'],
    ])
  })

  test('whose citations those of a new target are, and where they stand', () => {
    const law = policyWith({ workingDays: 20 })
    const versions = [{ from: '2007-01-01', target: { kind: 'each', limit: { workingDays: 10 } } }] as const
    const own = refinePolicy(law, { id: 'own', titles, source: law.source, rules: { only: { versions } } })
    expect(lint(own).map(({ path, text }) => [path, text.en, text.zh])).toEqual([
      ['rules.only.versions[0].citations', 'The target is new here, but its citations are those of "test".', '目标由本政策写明，而引文出自“test”。'],
    ])
  })
})
