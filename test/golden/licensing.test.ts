import { type Assessment, assess, type CaseEvent, type CaseOf, cnLicensing, type Policy } from 'service-time'
import { lint, originOf, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'

type Licensing = CaseOf<typeof cnLicensing>
type Cause = 'hearing' | 'tender' | 'auction' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'expert-review'

const judged = (rule: Licensing['rule'], events: Licensing['events'], now: string): Assessment =>
  assess({ id: 'L', rule, events }, { policy: cnLicensing, clock: hall, now })

/*
 * Working days of 2019 after Monday 07-01, by their number: 07-05 is 4, 07-12 9, 07-19 14, 07-26 19, 08-02 24, 08-09 29, 08-16 34, 08-23 39,
 * 08-30 44, 09-06 49, 09-12 53 (09-13 is Mid-Autumn), 09-20 58.
 */
const accepted = { type: 'accepted', at: '2019-07-01T10:00' } as const
const NOW = '2019-07-02T09:00'

describe('the law of licensing', () => {
  test('is let through by the reader, has nothing that lint finds, and types of its names', () => {
    expect(readPolicy(JSON.parse(JSON.stringify(cnLicensing)))).toEqual(cnLicensing)
    expect(lint(cnLicensing)).toEqual([])
    expectTypeOf(cnLicensing).toEqualTypeOf<Policy<'ordinary-licence' | 'joint-licence', never, Cause>>()
  })

  // The numbers and articles as the facts give them: 42(1) 20 + 10, 42(2) 45 + 15, 44 delivery 10, 32(4) deemed after 5, 82 working days.
  test.each([
    ['ordinary-licence', '42(1)', 20, 10, true],
    ['joint-licence', '42(2)', 45, 15, undefined],
  ] as const)('gives %s by article %s %i and %i working days', (id, article, days, more, isReasoned) => {
    const [version] = cnLicensing.rules[id].versions
    expect(version).toMatchObject({
      target: { kind: 'each', limit: { workingDays: days } },
      statutory: { workingDays: days },
      delivery: { workingDays: 10 },
      deemedAcceptance: { workingDays: 5 },
      extension: { by: { workingDays: more }, times: 1 },
    })
    expect(version?.extension?.isReasoned).toBe(isReasoned)
    expect(version?.citations.map((citation) => citation.article)).toEqual([article, '32(4)', '32(5)', '44', '45', '82'])
    const grounds = Object.values(version?.causes ?? {}).map((cause) => cause?.ground?.en)
    expect(grounds).toEqual(Array(8).fill('Administrative Licensing Law art. 45'))
    const law = (of: string) => `Administrative Licensing Law art. ${of}`
    expect(Object.entries(version?.grounds ?? {}).map(([name, ground]) => [name, ground?.en])).toEqual([
      ['statutory', law(article)],
      ['delivery', law('44')],
      ['extension', law(article)],
      ['deemedAcceptance', law('32(4)')],
    ])
  })

  // 20: 07-29. 45: Monday 09-02, the day after 44. Over the New Year of 2020: accepted Friday 01-17; Sunday 01-19 to Thursday 01-23 are 5, then
  // off until 02-02 by the notice of 01-26; 02-07 is 10, 02-14 15, 02-21 20.
  test.each<[Licensing['rule'], string, string]>([
    ['ordinary-licence', '2019-07-01T10:00', '2019-07-29T17:00:00+08:00'],
    ['joint-licence', '2019-07-01T10:00', '2019-09-02T17:00:00+08:00'],
    ['ordinary-licence', '2020-01-17T10:00', '2020-02-21T17:00:00+08:00'],
  ])('gives %s accepted %s until %s', (rule, at, dueAt) => {
    expect(judged(rule, [{ type: 'accepted', at }], '2020-01-18T09:00')).toMatchObject({ dueAt, binding: 'promised' })
  })

  // 30: Monday 08-12. 60: 59 is 09-23, 60 Tuesday 09-24.
  test.each<[Licensing['rule'], number, string]>([
    ['ordinary-licence', 10, '2019-08-12'],
    ['joint-licence', 15, '2019-09-24'],
  ])('extends %s by %i working days, once', (rule, workingDays, dueDate) => {
    const extended = { type: 'extended', at: '2019-07-10T10:00', by: { workingDays }, reason: '案情复杂' } as const
    const once = judged(rule, [accepted, extended], '2019-07-11T09:00')
    expect([once.dueDate, once.findings]).toEqual([dueDate, []])
    const twice = judged(rule, [accepted, extended, extended], '2019-07-11T09:00')
    expect([twice.dueDate, twice.findings]).toEqual([dueDate, [{ code: 'extension-ignored', index: 2, why: 'too-often' }]])
  })

  test('extends an ordinary licence for a reason only', () => {
    const found = judged('ordinary-licence', [accepted, { type: 'extended', at: '2019-07-10', by: { workingDays: 10 } }], '2019-07-11T09:00')
    expect([found.dueDate, found.findings]).toEqual(['2019-07-29', [{ code: 'extension-ignored', index: 1, why: 'reason-missing' }]])
  })

  // Used until Friday 07-05: 4, its own day with it. Resumed Monday 07-22, which is not counted: 07-26 is 8, 08-02 13, 08-09 18, 08-13 20.
  test('does not count the time of a hearing', () => {
    const events = [accepted, { type: 'paused', at: '2019-07-05T10:00', cause: 'hearing' }, { type: 'resumed', at: '2019-07-22T10:00' }] as const
    expect(judged('ordinary-licence', events, '2019-07-23T09:00')).toMatchObject({ dueDate: '2019-08-13', used: { workingDays: 5 } })
  })

  test('refuses to leave out time for a cause that it does not name', () => {
    const notice = { type: 'paused', at: '2019-07-05', cause: 'public-notice' } as never as CaseEvent<never, Cause>
    const error = errorOf(() => judged('ordinary-licence', [accepted, notice], '2019-07-06T09:00'))
    expect([error.code, (error.facts as { allowed: string[] }).allowed.length]).toEqual(['cause-unknown', 8])
  })

  // Received Monday 07-01, five working days are 07-08. Unanswered by then, it was accepted on 07-01: due 07-29.
  test('deems papers accepted that nobody has answered', () => {
    const received = { type: 'received', at: '2019-07-01T10:00' } as const
    expect(judged('ordinary-licence', [received], '2019-07-08T17:00')).toMatchObject({
      state: 'waiting',
      nextChangeAt: '2019-07-08T17:00:00.001+08:00',
    })
    const deemed = judged('ordinary-licence', [received], '2019-07-09T09:00')
    expect(deemed).toMatchObject({ state: 'running', dueDate: '2019-07-29', findings: [{ code: 'deemed-accepted', index: 0 }] })
  })

  // Accepted Wednesday 07-10 once corrected: 07-12 is 2, 07-19 7, 07-26 12, 08-02 17, Wednesday 08-07 20.
  test('does not start the clock before papers are corrected and accepted', () => {
    const events = [
      { type: 'received', at: '2019-07-01T10:00' },
      { type: 'correction-requested', at: '2019-07-03T10:00' },
      { type: 'corrected', at: '2019-07-10T10:00' },
      { type: 'accepted', at: '2019-07-10T10:00' },
    ] as const
    expect(judged('ordinary-licence', events, '2019-07-11T09:00')).toMatchObject({ dueDate: '2019-08-07', findings: [] })
  })

  // Decided Friday 07-26: 08-02 is 5, Friday 08-09 10.
  test('has the licence delivered within ten working days of the decision', () => {
    const decided = [accepted, { type: 'completed', at: '2019-07-26T16:00' }] as const
    const due = judged('ordinary-licence', decided, '2019-07-29T09:00').limits.find(({ kind }) => kind === 'delivery')
    expect(due).toMatchObject({ dueAt: '2019-08-09T17:00:00+08:00', outcome: 'open' })
  })

  test('exempts what was accepted before the text that it holds', () => {
    expect(judged('ordinary-licence', [{ type: 'accepted', at: '2019-04-22' }], NOW)).toMatchObject({
      outcome: 'exempt',
      reason: 'before-first-version',
    })
  })
})

describe('a promise over the law of licensing', () => {
  const { titles, source } = cnLicensing
  const citations = [{ part: 'body', section: '一', quote: '承诺五个工作日' }] as const
  const versions = [{ from: '2019-07-01', target: { kind: 'each', limit: { workingDays: 5 } }, citations }] as const
  const promise = refinePolicy(cnLicensing, { id: 'promise', titles, source, rules: { 'ordinary-licence': { versions } } })

  // Five working days after 07-01 are 07-08; the law's twenty 07-29.
  test('says its own limit alone, and is judged apart from the law', () => {
    const { binding, limits } = assess({ id: 'P', rule: 'ordinary-licence', events: [accepted] }, { policy: promise, clock: hall, now: NOW })
    expect([binding, limits.map(({ kind, dueDate }) => [kind, dueDate])]).toEqual([
      'promised',
      [
        ['promised', '2019-07-08'],
        ['statutory', '2019-07-29'],
      ],
    ])
    expect(originOf(promise, 'rules.ordinary-licence.versions[1].target')).toBe('promise')
    expect(originOf(promise, 'rules.ordinary-licence.versions[1].statutory')).toBe('cn-licensing')
    expect(lint(promise)).toEqual([])
  })
})
