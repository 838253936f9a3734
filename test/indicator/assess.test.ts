import { cn, type Policy, xiaoshan2019 } from 'service-time'
import { assessIndicator, type IndicatorTarget, type Measured, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { brokenBy } from '../support/broken-policies.js'
import { errorOf } from '../support/errors.js'

const assess = (id: string, on: string, value?: Measured) => assessIndicator(xiaoshan2019, id, { value, on, calendar: cn })

describe('the working days left', () => {
  test.each([
    // 28 (a make-up Sunday), 29 and 30 April are worked; the comments are asked for until the 30th.
    ['comments', '2019-04-26', 3],
    ['comments', '2019-04-28', 2],
    ['comments', '2019-04-30', 0],
    // 1 to 4 May are off, 5 May is a make-up Sunday.
    ['comments', '2019-05-01', 0],
    ['comments', '2019-05-05', -1],
    // 30 June 2019 is a Sunday, and a plan date does not roll.
    ['standard-land', '2019-06-28', 0],
    ['standard-land', '2019-06-27', 1],
    ['standard-land', '2019-07-01', -1],
    // 1 to 7 October are off; 8 to 12 October, with a make-up Saturday, are 5 days, and to the 31st come 14 weekdays.
    ['nearby-service', '2019-09-30', 19],
  ])('of %s on %s are %i', (id, on, left) => {
    const found = assess(id, on)
    expect([found.workingDaysLeft, found.certainty, found.awaits]).toEqual([left, 'published', undefined])
    expect(found.outcome).toBe(on > found.targetDate ? 'overdue' : 'due')
  })

  test('say what they rest on where no notice has settled the days', () => {
    expect(assess('nearby-service', '2027-02-01')).toMatchObject({ outcome: 'overdue', certainty: 'projected', awaits: ['cn-2027'] })
  })

  test('are those of the calendar asked', () => {
    const { workingDaysLeft } = assessIndicator(xiaoshan2019, 'comments', { on: '2019-04-26', calendar: cn.asOf('2019-03-01') })
    expect(workingDaysLeft).toBe(2)
  })
})

describe('the words', () => {
  test.each([
    ['random-checks', '2019-12-30', 0.12, '“双随机、一公开”对一般企业覆盖率', '目标5%至10%，实测12%，未达到；最迟2019-12-31，尚余1个工作日。'],
    ['window-staff', '2019-12-31', 2 / 3, '窗口正式在编人员比例', '目标不低于66.67%，实测66.67%，已达到。'],
    ['tax-payments', '2019-06-28', 8, '纳税次数', '目标每年不超过7次，实测8次，未达到；最迟2019-06-30，尚余0个工作日。'],
    ['smart-advice', '2020-01-02', undefined, '人工咨询转化为智能服务', '目标30%左右（25%至35%），尚未测定；应于2019-12-31前达到，已过1个工作日。'],
    ['e-certificates', '2019-06-28', 77, '电子证照共享应用（分三批）', '目标77种，实测77种，已达到。'],
    [
      'dog-licence',
      '2019-06-27',
      false,
      '养犬许可“一件事”',
      '目标完成，实测未完成，未达到；最迟2019-06-30（正文“6月底前”即2019-06-30；附件“7月底”即2019-07-31；以较早者为准），尚余1个工作日。',
    ],
    ['repeat-complaints', '2019-08-30', 0.1, '同一问题重复投诉率', '目标不超过10%，实测10%，已达到。'],
    ['setup-materials', '2019-04-30', 7, '企业开办全部环节办事材料', '目标不超过7件，实测7件，已达到。'],
    ['material-cut', '2019-07-31', -0.05, '办事材料再精简', '目标压减不少于10%，实测-5%，未达到；最迟2019-07-31，尚余0个工作日。'],
    ['leaders-at-windows', '2019-12-31', 0, '部门领导窗口坐班', '目标每月不少于1次，实测0次，未达到；最迟2019-12-31，尚余0个工作日。'],
  ] as const)('in Chinese say of %s on %s with %s', (id, on, value, title, said) => {
    expect(assess(id, on, value).text.zh).toBe(`“${title}”：${said}`)
  })

  test.each([
    ['random-checks', '2019-12-30', 0.12, 'target 5% to 10%, measured 12%: not met; due by 2019-12-31, 1 working day left.'],
    ['tax-payments', '2019-06-28', 1, 'target at most 7 times a year, measured 1 time: met.'],
    ['smart-advice', '2020-01-02', undefined, 'target about 30% (25% to 35%), not yet measured; it was due by 2019-12-31, 1 working day ago.'],
    ['notary', '2019-12-31', 25, 'target 25 categories, measured 25 categories: met.'],
    ['self-service-halls', '2019-12-31', 24, 'target at least 24 hours a day, measured 24 hours: met.'],
    ['material-cut', '2019-07-31', 0.12, 'target a cut of at least 10%, measured 12%: met.'],
    ['online-enabled', '2019-12-31', 1, 'target 100%, measured 100%: met.'],
    ['comments', '2019-04-30', true, 'target done, measured done: met.'],
    ['setup-materials', '2019-04-30', 7, 'target at most 7 items, measured 7 items: met.'],
    [
      'standard-land',
      '2019-06-27',
      undefined,
      'target 100%, not yet measured; due by 2019-06-30 (body 年底前, 2019-12-31; annex 6月底, 2019-06-30; the earlier binds), 1 working day left.',
    ],
  ] as const)('in English say of %s on %s with %s', (id, on, value, said) => {
    const { titles, text } = assess(id, on, value)
    expect(text.en).toBe(`${titles.en}: ${said}`)
  })

  test('say where the days are projected', () => {
    const { text } = assess('comments', '2027-02-01')
    expect([text.zh.includes('（推算）'), text.en.includes('(projected)')]).toEqual([true, true])
    const policy = withTarget({ kind: 'milestone' }, '2027-03-01')
    const due = assessIndicator(policy, 'x', { on: '2027-02-25', calendar: cn })
    expect([due.text.zh.includes('尚余2个工作日（推算）'), due.text.en.endsWith('2 working days left (projected).')]).toEqual([true, true])
  })
})

const words = { zh: '甲', en: 'A' }
const indicator = {
  titles: words,
  departments: { lead: ['a'], responsible: [] },
  dates: [{ date: '2019-06-30', part: 'body', words: '6月底前' }],
  citations: [{ part: 'body', quote: '甲' }],
}

function withTarget(target: IndicatorTarget, date = '2019-06-30'): Policy {
  const dates = [{ date, part: 'body', words: '甲' }]
  return readPolicy(brokenBy((policy: { indicators?: object }) => (policy.indicators = { x: { ...indicator, dates, target } })))
}

describe('the bounds of a target', () => {
  test.each<[IndicatorTarget, Measured, boolean]>([
    [{ kind: 'range', from: 0.05, to: 0.1, unit: 'share' }, 0.1, true],
    [{ kind: 'range', from: 0.05, to: 0.1, unit: 'share' }, 0.049, false],
    [{ kind: 'approximate', value: 0.3, from: 0.25, to: 0.35, unit: 'share' }, 0.25, true],
    [{ kind: 'approximate', value: 0.3, from: 0.25, to: 0.35, unit: 'share' }, 0.36, false],
    [{ kind: 'equal', value: 77, unit: 'kinds' }, 78, false],
    [{ kind: 'at-most', value: 7, unit: 'items' }, 0, true],
    [{ kind: 'relative-cut', share: 0.1, baseline: words }, 1, true],
    [{ kind: 'relative-cut', share: 0.1, baseline: words }, 1 - 0.9, true],
    [{ kind: 'at-most', value: 0.3, unit: 'share' }, 0.1 + 0.2, true],
    [{ kind: 'at-most', value: 0.3, unit: 'share' }, 0.300000001, false],
    [{ kind: 'full-coverage' }, 0, false],
    [{ kind: 'full-coverage' }, 0.99999999, false],
  ])('%o holds for %s: %s', (target, value, isMet) => {
    const { outcome } = assessIndicator(withTarget(target), 'x', { value, on: '2019-06-03', calendar: cn })
    expect(outcome).toBe(isMet ? 'met' : 'not-met')
  })
})

describe('what cannot be assessed', () => {
  test.each<[string, string, unknown, object]>([
    ['a share in per cent', 'nearby-service', 92, { code: 'value-invalid', path: 'value', facts: { found: '92', expected: 'share' } }],
    ['a share below 0', 'online-enabled', -0.1, { code: 'value-invalid', path: 'value', facts: { found: '-0.1', expected: 'share' } }],
    ['no number', 'online-enabled', Number.NaN, { code: 'value-invalid', path: 'value', facts: { found: 'NaN', expected: 'share' } }],
    ['a text', 'nearby-service', '0.92', { code: 'value-invalid', path: 'value', facts: { found: '"0.92"', expected: 'share' } }],
    ['a part of a count', 'e-certificates', 76.5, { code: 'value-invalid', path: 'value', facts: { found: '76.5', expected: 'count' } }],
    ['a count below 0', 'tax-payments', -1, { code: 'value-invalid', path: 'value', facts: { found: '-1', expected: 'count' } }],
    ['a cut of more than all', 'material-cut', 1.1, { code: 'value-invalid', path: 'value', facts: { found: '1.1', expected: 'cut' } }],
    ['an endless cut', 'material-cut', -Infinity, { code: 'value-invalid', path: 'value', facts: { expected: 'cut' } }],
    ['a number for a milestone', 'health-card', 1, { code: 'value-invalid', path: 'value', facts: { found: '1', expected: 'yes-or-no' } }],
    ['a milestone for a number', 'notary', true, { code: 'value-invalid', path: 'value', facts: { found: 'true', expected: 'count' } }],
    ['null', 'notary', null, { code: 'value-invalid', path: 'value', facts: { found: 'null', expected: 'count' } }],
  ])('is refused: %s', (_, id, value, error) => {
    expect(errorOf(() => assess(id, '2019-06-03', value as never))).toMatchObject(error)
  })

  test.each<[string, () => unknown, object]>([
    [
      'a misspelt name, with the nearest ones',
      () => assess('police-online-proces', '2019-06-03'),
      {
        code: 'indicator-unknown',
        path: 'indicator',
        facts: { found: 'police-online-proces', nearest: ['police-online-process', 'police-online-enabled'] },
      },
    ],
    [
      'a title, with its name',
      () => assess('检查发现问题处置率', '2019-06-03'),
      { code: 'indicator-unknown', facts: { nearest: ['problems-handled'] } },
    ],
    ['an inherited name', () => assess('toString', '2019-06-03'), { code: 'indicator-unknown' }],
    ['a rule', () => assess('bankruptcy', '2019-06-03'), { code: 'indicator-unknown' }],
    [
      'a policy without indicators',
      () => assessIndicator(readPolicy(brokenBy(() => {})), 'x', { on: '2019-06-03', calendar: cn }),
      { code: 'indicator-unknown', facts: { nearest: [] } },
    ],
    ['no policy', () => assessIndicator(7 as never, 'x', { on: '2019-06-03', calendar: cn }), { code: 'value-invalid', path: 'policy' }],
    ['no options', () => assessIndicator(xiaoshan2019, 'comments', undefined as never), { code: 'value-invalid', path: 'options' }],
    ['no calendar', () => assessIndicator(xiaoshan2019, 'comments', { on: '2019-06-03' } as never), { code: 'value-invalid', path: 'calendar' }],
    ['no date', () => assess('comments', '2019-06-31'), { code: 'date-invalid', path: 'on' }],
    ['a date beyond the calendar', () => assess('comments', '2051-01-01'), { code: 'outside-coverage' }],
  ])('nor %s', (_, run, error) => {
    expect(errorOf(run)).toMatchObject(error)
  })
})

describe('an indicator that is not valid', () => {
  const target = { kind: 'milestone' }
  test.each<[string, object, string]>([
    ['an unknown key', { target, lead: 'a' }, 'indicators.x'],
    ['a department nobody knows', { target, departments: { lead: ['b'], responsible: [] } }, 'indicators.x.departments.lead[0]'],
    ['no date', { target, dates: [] }, 'indicators.x.dates'],
    ['a date that does not exist', { target, dates: [{ date: '2019-06-31', part: 'body', words: '6月底' }] }, 'indicators.x.dates[0].date'],
    ['no citation', { target, citations: [] }, 'indicators.x.citations'],
    ['an unknown target', { target: { kind: 'most' } }, 'indicators.x.target'],
    ['a share in per cent', { target: { kind: 'at-least', value: 90, unit: 'share' } }, 'indicators.x.target.value'],
    ['a part of a count', { target: { kind: 'equal', value: 76.5, unit: 'kinds' } }, 'indicators.x.target'],
    ['a range from its end', { target: { kind: 'range', from: 0.1, to: 0.05, unit: 'share' } }, 'indicators.x.target.to'],
    [
      'a value outside what counts as about it',
      { target: { kind: 'approximate', value: 0.4, from: 0.25, to: 0.35, unit: 'share' } },
      'indicators.x.target.to',
    ],
    ['a cut without a baseline', { target: { kind: 'relative-cut', share: 0.1 } }, 'indicators.x.target'],
  ])('is refused with its path: %s', (_, change, path) => {
    const broken = brokenBy((policy: { indicators?: object }) => (policy.indicators = { x: { ...indicator, ...change } }))
    expect(errorOf(() => readPolicy(broken))).toMatchObject({ code: 'policy-invalid', path })
  })

  test('may be put anew by a policy that extends', () => {
    const { titles, source } = xiaoshan2019
    const known = xiaoshan2019.indicators?.['online-filing']
    if (!known) throw new Error('there is no such indicator')
    const changes = {
      id: 'ours',
      titles,
      source,
      indicators: { 'online-filing': { ...known, target: { kind: 'at-least', value: 0.9, unit: 'share' } } },
    } as const
    const ours = refinePolicy(xiaoshan2019, changes)
    const ask = { value: 0.85, on: '2019-06-03', calendar: cn }
    expect([assessIndicator(xiaoshan2019, 'online-filing', ask).outcome, assessIndicator(ours, 'online-filing', ask).outcome]).toEqual([
      'met',
      'not-met',
    ])
    expect(assessIndicator(ours, 'comments', { on: '2019-04-28', calendar: cn }).outcome).toBe('due')
  })
})
