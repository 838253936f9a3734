import { describe, expect, test } from 'vitest'
import { byHoursOf, LIGHTS, OUTCOMES, REASONS_EXEMPT, STATES, sayFinding, sayGrounds, titlesOf } from '../../src/case/words.js'

/** Pairs of words, by the name of what they stand for. */
const pairsOf = ({ en, zh }: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>>) =>
  Object.fromEntries(Object.keys(en).map((name) => [name, [en[name], zh[name]]]))

describe('in words', () => {
  test('outcomes, states and lights', () => {
    expect(pairsOf(OUTCOMES)).toEqual({
      open: ['open', '在办'],
      overdue: ['overdue', '逾期未办结'],
      early: ['early', '提前办结'],
      'on-time': ['on time', '按时办结'],
      late: ['late', '超期办结'],
      exempt: ['exempt', '不适用'],
      measured: ['measured', '仅计时'],
    })
    expect(pairsOf(STATES)).toEqual({
      waiting: ['waiting', '未起算'],
      running: ['running', '计时中'],
      paused: ['paused', '暂停'],
      completed: ['completed', '已办结'],
      closed: ['closed', '已终止'],
    })
    expect(pairsOf(LIGHTS)).toEqual({ green: ['green', '绿灯'], yellow: ['yellow', '黄灯'], red: ['red', '红灯'], none: ['-', '-'] })
  })

  test('why a case is exempt', () => {
    expect(pairsOf(REASONS_EXEMPT)).toEqual({
      'before-publication': ['the policy was not known then', '当时政策尚未公布'],
      'before-first-version': ['started before the rule was in force', '起算时规则尚未施行'],
      'after-last-version': ['started after the rule had ceased to be in force', '起算时规则已失效'],
      'between-versions': ['started when no version of the rule was in force', '起算时没有施行中的规则'],
      'closed-in-time': ['closed in time without a decision', '在时限内终止，未作决定'],
    })
  })

  test('what a projected deadline rests on, with its bounds where they differ', () => {
    const sure = { earliest: '2027-02-09', latest: '2027-02-09', awaits: ['cn-2027'] }
    const open = { earliest: '2027-12-30', latest: '2028-01-05', awaits: ['cn-2027', 'cn-2028'] }
    expect([sayGrounds.en(sure), sayGrounds.zh(sure)]).toEqual(['projected; awaits cn-2027', '推算；待 cn-2027'])
    expect([sayGrounds.en(open), sayGrounds.zh(open)]).toEqual([
      'projected, 2027-12-30 at the earliest, 2028-01-05 at the latest; awaits cn-2027, cn-2028',
      '推算，最早 2027-12-30，最迟 2028-01-05；待 cn-2027、cn-2028',
    ])
  })

  test.each([
    [{ code: 'event-after-now', index: 2 }, 'event 3 after now', '第 3 个事件晚于当前时刻'],
    [{ code: 'stage-missing', stage: 'seal' }, 'no stage seal', '缺环节 seal'],
    [{ code: 'paused-at-completion' }, 'completed while paused', '暂停中办结'],
    [{ code: 'deemed-accepted', index: 0 }, 'deemed accepted at receipt', '逾期未告知，自收到材料之日起视为受理'],
    [{ code: 'restart-ignored', index: 2 }, 'correction (event 3) asked for too late', '第 3 个事件：补正要求提出过迟'],
    [
      { code: 'correction-ignored', index: 2 },
      'correction (event 3) asked for when the papers counted as accepted',
      '第 3 个事件：补正要求提出时已视为受理',
    ],
    [
      { code: 'extension-ignored', index: 2, why: 'too-late' },
      'extension (event 3) not granted: the limit had expired',
      '第 3 个事件：延期不予计入（时限已届满）',
    ],
    [
      { code: 'extension-ignored', index: 2, why: 'too-often' },
      'extension (event 3) not granted: more often than the rule allows',
      '第 3 个事件：延期不予计入（超出规定次数）',
    ],
    [
      { code: 'extension-ignored', index: 2, why: 'too-long' },
      'extension (event 3) not granted: longer than the rule allows',
      '第 3 个事件：延期不予计入（超出规定时长）',
    ],
    [
      { code: 'extension-ignored', index: 2, why: 'reason-missing' },
      'extension (event 3) not granted: no reason given',
      '第 3 个事件：延期不予计入（未说明理由）',
    ],
  ] as const)('the finding %o', (finding, en, zh) => {
    expect(sayFinding(finding)).toEqual({ en, zh })
  })

  test('clocks by their titles, or by their names where they have none', () => {
    const titles = { bank: { en: 'Bank', zh: '银行' }, post: undefined }
    expect([titlesOf('bank', titles), titlesOf('post', titles), titlesOf('toString', titles)]).toEqual([
      { en: 'Bank', zh: '银行' },
      { en: 'post', zh: 'post' },
      { en: 'toString', zh: 'toString' },
    ])
    expect(byHoursOf(['bank', 'post'], { bank: titles.bank })).toEqual({ en: 'by the hours of: Bank, post', zh: '按银行、post时间' })
  })
})
