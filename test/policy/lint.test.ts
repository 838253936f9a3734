import { type Limit, type Policy, type Version, xiaoshan2019 } from 'service-time'
import { type FindingName, lint, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const titles = { zh: '甲', en: 'A' }
const citations = [{ part: 'body', article: '42(1)', quote: '甲' }] as const
const stagesOf = (...limits: (Limit | undefined)[]) =>
  Object.fromEntries(limits.map((limit, i) => [`s${i + 1}`, { titles, ...(limit && { limit }) }]))

/** A policy of one version that is cited well. */
const policyWith = (limit: Limit, terms: Partial<Version> = {}) => policyOf(limit, { citations, ...terms })
const foundIn = (policy: Policy) => lint(policy).map(({ code, path }) => [code, path.replace('rules.only.versions', '')])

describe('lint', () => {
  test('finds nothing in the shipped policy', () => {
    expect(lint(xiaoshan2019)).toEqual([])
  })

  test.each<[string, Limit, Partial<Version>, [FindingName, string][]]>([
    ['nothing wrong with a promise as long as the law', { workingDays: 20 }, { statutory: { workingDays: 20 } }, []],
    ['nothing wrong with 12 months of a year', { months: 12 }, { statutory: { years: 1 } }, []],
    [
      'a promise longer than the law, which never binds',
      { workingDays: 21 },
      { statutory: { workingDays: 20 } },
      [
        ['promised-longer-than-statutory', '[0].target'],
        ['limit-never-binds', '[0].target'],
      ],
    ],
    [
      'that 13 months are longer than a year',
      { months: 13 },
      { statutory: { years: 1 } },
      [
        ['promised-longer-than-statutory', '[0].target'],
        ['limit-never-binds', '[0].target'],
      ],
    ],
    ['units that it does not compare', { workingDays: 30 }, { statutory: { calendarDays: 20 } }, [['units-differ', '[0].statutory']]],
    ['a stage longer than the whole', { workingDays: 4 }, { stages: stagesOf({ workingDays: 5 }) }, [['stage-exceeds-whole', '[0].stages.s1.limit']]],
    ['nothing wrong with a stage as long as the whole', { workingDays: 4 }, { stages: stagesOf({ workingDays: 4 }) }, []],
    ['a stage of another unit', { workingDays: 4 }, { stages: stagesOf({ workingHours: 5 }) }, [['units-differ', '[0].stages.s1.limit']]],
    [
      'nothing wrong with stages of a span that may run side by side',
      { workingDays: 4 },
      { stages: stagesOf({ workingDays: 3 }, { workingDays: 3 }) },
      [],
    ],
    [
      'stages of a sum that together exceed it',
      { workingHours: 4 },
      { measure: 'sum', stages: stagesOf({ workingMinutes: 180 }, { workingHours: 2 }) },
      [['stage-exceeds-whole', '[0].stages']],
    ],
    [
      'a stage of a sum that alone exceeds it, and not that all together do',
      { workingHours: 4 },
      { measure: 'sum', stages: stagesOf({ workingHours: 5 }, { workingHours: 2 }) },
      [['stage-exceeds-whole', '[0].stages.s1.limit']],
    ],
    [
      'nothing wrong with stages of a union that together are longer, as they may run side by side',
      { workingDays: 4 },
      { measure: 'union', stages: stagesOf({ workingDays: 3 }, { workingDays: 3 }) },
      [],
    ],
    [
      'nothing wrong with stages that fill a sum',
      { workingHours: 5 },
      { measure: 'sum', stages: stagesOf({ workingMinutes: 180 }, { workingHours: 2 }) },
      [],
    ],
    [
      'a whole that its stages never let bind',
      { workingDays: 9 },
      { measure: 'union', stages: stagesOf({ workingDays: 3 }, { workingDays: 5 }) },
      [['limit-never-binds', '[0].target']],
    ],
    [
      'nothing wrong with a union of which one stage has no limit',
      { workingDays: 9 },
      { measure: 'union', stages: stagesOf({ workingDays: 3 }, undefined) },
      [],
    ],
    [
      'a deemed acceptance where the receipt starts the clock',
      { workingDays: 4 },
      { starts: 'received', deemedAcceptance: { workingDays: 5 } },
      [['limit-never-binds', '[0].deemedAcceptance']],
    ],
    [
      'a delivery where the clock runs to it',
      { workingDays: 4 },
      { stops: 'delivered', delivery: { workingDays: 10 } },
      [['limit-never-binds', '[0].delivery']],
    ],
    ['an extension by nothing', { workingDays: 4 }, { extension: { by: { workingDays: 0 }, times: 1 } }, [['limit-never-binds', '[0].extension.by']]],
    ['nothing wrong with work done the same day', { workingDays: 0 }, { delivery: { workingDays: 0 } }, []],
    [
      'that no time at all is never kept',
      { workingMinutes: 0 },
      { delivery: { hours: 0 } },
      [
        ['limit-never-kept', '[0].target.limit'],
        ['limit-never-kept', '[0].delivery'],
      ],
    ],
    [
      'that neither law nor applicant can wait for no time at all',
      { workingDays: 4 },
      { statutory: { minutes: 0 }, deemedAcceptance: { workingHours: 0 } },
      [
        ['units-differ', '[0].statutory'],
        ['limit-never-kept', '[0].statutory'],
        ['limit-never-kept', '[0].deemedAcceptance'],
      ],
    ],
    [
      'a target date after which its version is not yet in force',
      { workingDays: 4 },
      { targetDate: '2006-12-30' },
      [['target-date-without-version', '[0].targetDate']],
    ],
    ['nothing wrong with a version in force the day after its target date', { workingDays: 4 }, { targetDate: '2006-12-31' }, []],
    [
      'that a version ends with its target date',
      { workingDays: 4 },
      { to: '2019-06-30', targetDate: '2019-06-30' },
      [['target-date-without-version', '[0].targetDate']],
    ],
    ['citations without a place', { workingDays: 4 }, { citations: [{ part: 'body', quote: '甲' }] }, [['citation-missing', '[0].citations']]],
    ['nothing wrong with a row of the annex alone', { workingDays: 4 }, { citations: [{ part: 'annex', row: 12, quote: '甲' }] }, []],
    ['nothing wrong with a section alone', { workingDays: 4 }, { citations: [{ part: 'body', section: '二', quote: '甲' }] }, []],
    ['no citations', { workingDays: 4 }, { citations: [] }, [['citation-missing', '[0].citations']]],
  ])('finds %s', (_, limit, terms, expected) => {
    expect(foundIn(policyWith(limit, terms))).toEqual(expected)
  })

  test('compares nothing with a cut, and no stage of one case with an average', () => {
    const stages = stagesOf({ workingDays: 5 })
    expect(foundIn(policyWith({ workingDays: 2 }, { target: { kind: 'reduction', by: { workingDays: 2 }, baseline: titles }, stages }))).toEqual([])
    expect(foundIn(policyWith({ workingDays: 2 }, { target: { kind: 'average', limit: { workingDays: 2 } }, stages }))).toEqual([])
  })

  test.each<[string, [from: string, to?: string][], [FindingName, string][]]>([
    ['nothing wrong with versions that adjoin', [['2019-01-01', '2019-06-30'], ['2019-07-01']], []],
    ['versions that overlap by a day', [['2019-01-01', '2019-07-01'], ['2019-07-01']], [['versions-overlap', '[1].from']]],
    ['a version without an end before another', [['2019-07-01'], ['2019-01-01']], [['versions-overlap', '[0].from']]],
    ['two versions of one day', [['2019-07-01'], ['2019-07-01']], [['versions-overlap', '[1].from']]],
    [
      'the gap before a version by the last that has ended, in whatever order',
      [['2012-01-01', '2013-06-29'], ['2007-01-01', '2011-12-31'], ['2013-07-01']],
      [['versions-gap', '[2].from']],
    ],
    [
      'no gap after the last version that has ended, in whatever order',
      [['2012-01-01', '2013-06-30'], ['2007-01-01', '2011-12-31'], ['2013-07-01']],
      [],
    ],
    ['a gap of a day', [['2019-01-01', '2019-06-29'], ['2019-07-01']], [['versions-gap', '[1].from']]],
  ])('finds %s', (_, spans, expected) => {
    const { only } = policyWith({ workingDays: 4 }).rules
    const { targetDate: _none, ...plain } = only.versions[0] as Version
    const versions = spans.map(([from, to]) => ({ ...plain, from, ...(to && { to }) }))
    expect(foundIn({ ...policyWith({ workingDays: 4 }), rules: { only: { ...only, versions } } })).toEqual(expected)
  })

  test('says which days no version covers, in both languages', () => {
    const { only } = policyWith({ workingDays: 4 }).rules
    const [version] = only.versions as readonly [Version]
    const versions = [
      { ...version, to: '2019-06-20' },
      { ...version, from: '2019-07-01' },
    ]
    const [gap] = lint({ ...policyWith({ workingDays: 4 }), rules: { only: { ...only, versions } } })
    expect(gap?.text).toEqual({ en: 'No version is in force from 2019-06-21 to 2019-06-30.', zh: '2019-06-21 至 2019-06-30 没有有效的版本。' })
  })

  test('finds a new target that is cited by the words of its base', () => {
    const law = readPolicy(policyWith({ workingDays: 20 }))
    const versions = [{ from: '2007-01-01', target: { kind: 'each', limit: { workingDays: 10 } } }] as const
    const own = { id: 'own', titles, source: law.source, rules: { only: { versions } } }
    const [finding, ...rest] = lint(refinePolicy(law, own))
    expect([finding?.code, finding?.text.en, rest]).toEqual([
      'citation-missing',
      'The target is new here, but its citations are those of "test".',
      [],
    ])
    expect(lint(refinePolicy(law, { ...own, rules: { only: { versions: [{ ...versions[0], citations }] } } }))).toEqual([])
  })

  test('finds that only a version with another target date is in force the day after', () => {
    const policy = policyWith({ workingDays: 4 }, { to: '2019-06-30', targetDate: '2019-06-30' })
    const [first] = policy.rules.only.versions as readonly [Version]
    const { to: _open, ...plain } = first
    const versionsWith = (targetDate: string) => [first, { ...plain, from: '2019-07-01', targetDate }]
    const findingsWith = (targetDate: string) => foundIn({ ...policy, rules: { only: { ...policy.rules.only, versions: versionsWith(targetDate) } } })
    expect(findingsWith('2019-06-30')).toEqual([])
    expect(findingsWith('2019-12-31')).toEqual([['target-date-without-version', '[0].targetDate']])
  })

  test('knows a finding by the conflict that accounts for it', () => {
    const conflict = { kind: 'date', note: titles, reading: titles, findings: ['target-date-without-version'] } as const
    const [finding] = lint(readPolicy(policyWith({ workingDays: 4 }, { targetDate: '2006-12-30', conflicts: [conflict] })))
    expect(finding).toMatchObject({ code: 'target-date-without-version', kind: 'fault', known: [conflict] })
    expect(
      lint(policyWith({ workingDays: 4 }, { targetDate: '2006-12-30', conflicts: [{ ...conflict, findings: ['citation-missing'] }] }))[0]?.known,
    ).toEqual([])
    const { findings: _none, ...silent } = conflict
    expect(lint(policyWith({ workingDays: 4 }, { targetDate: '2006-12-30', conflicts: [silent] }))[0]?.known).toEqual([])
  })

  test('marks what it did not compare as a note, and all else as a fault', () => {
    const kinds = lint(policyWith({ workingDays: 0 }, { statutory: { months: 1 }, citations: [] })).map(({ code, kind }) => [code, kind])
    expect(kinds).toEqual([
      ['units-differ', 'note'],
      ['citation-missing', 'fault'],
    ])
  })

  describe('of clocks', () => {
    const clocks = { bank: { titles: { zh: '银行', en: 'Bank' }, calendar: 'cn', hours: 'bank' } }
    const withClocks = (limit: Limit, terms: Partial<Version>): Policy => ({ ...policyWith(limit, terms), clocks })
    const stage = { titles, clock: 'bank' }

    test('finds one that no stage of any rule runs on', () => {
      const policy = withClocks({ workingHours: 8 }, { measure: 'sum', stages: { s1: { titles } } })
      const [finding, ...rest] = lint(policy)
      expect([finding, rest]).toEqual([
        {
          code: 'clock-unused',
          kind: 'fault',
          path: 'clocks.bank',
          text: { en: 'No stage runs on the clock "bank".', zh: '没有环节按时钟“bank”计时。' },
          known: [],
        },
        [],
      ])
      const other = withClocks({ workingHours: 8 }, { measure: 'sum', stages: { s1: stage } }).rules['only'] as Policy['rules'][string]
      expect(lint({ ...policy, rules: { ...policy.rules, other } })).toEqual([])
    })

    test.each<[string, Limit, Partial<Version>, [FindingName, string][]]>([
      [
        'that a span looks at no clock of a stage without a limit',
        { workingDays: 4 },
        { stages: { s1: stage } },
        [['clock-idle', '[0].stages.s1.clock']],
      ],
      [
        'that a union does not',
        { calendarDays: 30 },
        { measure: 'union', stages: { s1: stage, s2: { titles } } },
        [['clock-idle', '[0].stages.s1.clock']],
      ],
      ['nothing wrong with that of a stage with a limit', { workingDays: 4 }, { stages: { s1: { ...stage, limit: { workingDays: 2 } } } }, []],
      ['nothing wrong with that of a stage of a sum', { workingHours: 8 }, { measure: 'sum', stages: { s1: stage } }, []],
    ])('finds %s', (_, limit, terms, expected) => {
      expect(foundIn(withClocks(limit, terms))).toEqual(expected)
    })

    test('says of the clock of a stage which measure does not look at it, in both languages', () => {
      expect(lint(withClocks({ workingDays: 4 }, { stages: { s1: stage } }))[0]?.text).toEqual({
        en: 'Nothing looks at the clock "bank" of the stage "s1": it has no limit of its own, and only a sum adds up the times of clocks.',
        zh: '环节“s1”的时钟“bank”不起作用：该环节没有自己的时限，而只有合计（sum）才按各时钟累计。',
      })
    })
  })

  test.each([
    [7, '7'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{}, '{}'],
  ])('refuses %o, which is not a policy', (value, found) => {
    const facts = { expected: 'policy', found }
    expect(errorOf(() => lint(value as never))).toMatchObject({ code: 'value-invalid', path: 'policy', facts })
  })
})
