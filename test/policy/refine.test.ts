import type { Limit, Policy, Version } from 'service-time'
import { definePolicy, originOf, type Refinement, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { judgeLimit } from '../support/cases.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const words = { zh: '乙', en: 'B' }
const titles = { zh: '甲', en: 'A' }
const { source } = policyOf({ workingDays: 4 })
const law = definePolicy({
  ...policyOf(
    { workingDays: 20 },
    { statutory: { workingDays: 20 }, delivery: { workingDays: 10 }, citations: [{ part: 'body', article: '42(1)', summary: words }] },
  ),
  id: 'law',
})
const each = (limit: Limit) => ({ kind: 'each', limit }) as const
const changesOf = (id: string, base: string, versions: readonly (Partial<Version> & { from: string })[]) => ({
  id,
  extends: base,
  titles: words,
  source,
  rules: { only: { versions } },
})
const city = changesOf('city', 'law', [{ from: '2007-01-01', target: each({ workingDays: 10 }), caps: { materials: 3 } }])
const district = changesOf('district', 'city', [{ from: '2019-07-01', target: each({ workingDays: 5 }), caps: { steps: 2 } }])

describe('a policy that extends another', () => {
  test('says only what it changes, and takes over the rest', () => {
    const policy = readPolicy(city, { bases: [law] })
    const [version] = law.rules.only.versions
    expect(policy).toMatchObject({ ...law, id: 'city', titles: words, rules: { only: { titles, code: 'R1' } } })
    expect(policy.rules['only']?.versions).toEqual([{ ...version, target: each({ workingDays: 10 }), caps: { materials: 3 } }])
    expect('extends' in policy).toBe(false)
  })

  test('changes of a clock what it says, and takes over the rest', () => {
    const bank = { titles, calendar: 'cn', hours: 'bank' }
    const base = { ...law, clocks: { bank } }
    const refined = readPolicy({ ...city, clocks: { bank: { hours: 'bank-in-summer' } } }, { bases: [base] })
    expect(refined.clocks).toEqual({ bank: { ...bank, hours: 'bank-in-summer' } })
    // A clock that the base does not have needs all of it.
    const error = errorOf(() => readPolicy({ ...city, clocks: { post: { titles, calendar: 'cn' } } }, { bases: [base] }))
    expect([error.code, error.path]).toEqual(['policy-invalid', 'clocks.post.hours'])
    expect([error.text('en'), error.text('zh')]).toEqual([
      expect.stringContaining('name of its opening hours'),
      expect.stringContaining('办公时间的名称'),
    ])
  })

  test('tells where each value comes from', () => {
    const policy = readPolicy(city, { bases: [law] })
    const from = (path: string) => originOf(policy, path)
    expect(['id', 'titles', 'calendar', 'convention', 'departments.a'].map(from)).toEqual(['city', 'city', 'law', 'law', 'law'])
    const terms = [
      'target',
      'target.limit.workingDays',
      'caps',
      'caps.materials',
      'from',
      'statutory',
      'statutory.workingDays',
      'citations[0].article',
    ]
    expect(terms.map((term) => [term, from(`rules.only.versions[0].${term}`)])).toEqual(
      terms.map((term) => [term, /target|caps/.test(term) ? 'city' : 'law']),
    )
    expect(originOf(law, 'rules.only.versions[0].target')).toBe('law')
  })

  test.each([
    ['', '""'],
    ['rules.other', '"rules.other"'],
    ['rules.only.versions[1]', '"rules.only.versions[1]"'],
    ['toString', '"toString"'],
    ['rules.only.versions.length', '"rules.only.versions.length"'],
    ['.id', '".id"'],
    [7, '7'],
    [undefined, 'undefined'],
    [['id'], '[… 1]'],
  ])('comes from nowhere at %o', (path, found) => {
    const facts = { expected: 'policy-path', found }
    expect(errorOf(() => originOf(law, path as string))).toMatchObject({ code: 'value-invalid', path: 'path', facts })
  })

  test('comes from somewhere at the tenth of a list and beyond', () => {
    const citations = Array.from({ length: 11 }, (_, i) => ({ part: 'annex', row: i + 1, quote: '甲' }) as const)
    const policy = definePolicy({ ...policyOf({ workingDays: 4 }, { citations }), id: 'annexed' })
    expect(originOf(policy, 'rules.only.versions[0].citations[10].row')).toBe('annexed')
    expect(errorOf(() => originOf(policy, 'rules.only.versions[0].citations[11]')).code).toBe('value-invalid')
  })

  test('records the origins of what comes from its bases, and of nothing else', () => {
    expect(readPolicy(city, { bases: [law] }).origins).toEqual({
      calendar: 'law',
      hours: 'law',
      timeZone: 'law',
      convention: 'law',
      departments: 'law',
      'rules.only.code': 'law',
      'rules.only.titles': 'law',
      'rules.only.departments': 'law',
      'rules.only.versions[0].from': 'law',
      'rules.only.versions[0].targetDate': 'law',
      'rules.only.versions[0].measure': 'law',
      'rules.only.versions[0].starts': 'law',
      'rules.only.versions[0].stops': 'law',
      'rules.only.versions[0].statutory': 'law',
      'rules.only.versions[0].delivery': 'law',
      'rules.only.versions[0].citations': 'law',
    })
  })

  test('records them of a version that refines another of its own', () => {
    const [whole] = law.rules.only.versions as readonly [Version]
    const ended = definePolicy({ ...law, rules: { only: { ...law.rules.only, versions: [{ ...whole, to: '2010-12-31' }] } } })
    const later = changesOf('later', 'law', [
      { ...whole, from: '2012-01-01' },
      { from: '2014-01-01', caps: { steps: 1 } },
    ])
    const policy = readPolicy(later, { bases: [ended] })
    expect(policy.rules['only']?.versions.map(({ from, to }) => [from, to])).toEqual([
      ['2007-01-01', '2010-12-31'],
      ['2012-01-01', '2013-12-31'],
      ['2014-01-01', undefined],
    ])
    const ofVersions = Object.entries(policy.origins ?? {}).filter(([path]) => path.includes('versions'))
    expect(ofVersions).toEqual([
      ['rules.only.versions[0]', 'law'],
      ['rules.only.versions[1].to', 'later'],
    ])
  })

  test('tells a rule from one whose name goes on', () => {
    const rules = { 'only-2': law.rules.only, only: law.rules.only }
    const base = definePolicy({ ...law, rules })
    const changed = (workingDays: number) => ({ 'only-2': { versions: [{ from: '2007-01-01', target: each({ workingDays }) }] } })
    const first = refinePolicy(base, { id: 'first', titles: words, source, rules: changed(10) })
    const second = refinePolicy(first, { id: 'second', titles: words, source, rules: changed(5) })
    expect(originOf(second, 'rules.only-2.versions[0].target')).toBe('second')
    expect(originOf(second, 'rules.only.versions[0].target')).toBe('law')
  })

  test('may extend one that extends another, whatever their order', () => {
    const policy = readPolicy(district, { bases: [city, law] })
    const [before, after] = policy.rules['only']?.versions ?? []
    expect(before).toMatchObject({ from: '2007-01-01', to: '2019-06-30', target: each({ workingDays: 10 }), caps: { materials: 3 } })
    expect(after).toMatchObject({
      from: '2019-07-01',
      target: each({ workingDays: 5 }),
      statutory: { workingDays: 20 },
      caps: { materials: 3, steps: 2 },
    })
    expect(after).not.toHaveProperty('to')
    const from = (path: string) => originOf(policy, `rules.only.versions${path}`)
    expect(['[0].to', '[0].target', '[0].statutory'].map(from)).toEqual(['district', 'city', 'law'])
    expect(['[1].from', '[1].target', '[1].caps.materials', '[1].caps.steps', '[1].statutory'].map(from)).toEqual([
      'district',
      'district',
      'city',
      'district',
      'law',
    ])
  })

  test('is whole once it is read: written out, it can be read again without its bases', () => {
    const policy = readPolicy(district, { bases: [city, law] })
    expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
    expect(readPolicy(district, { bases: [readPolicy(city, { bases: [law] })] })).toEqual(policy)
  })

  test('may add a rule and a version, which then must be whole', () => {
    const [version] = law.rules.only.versions as readonly [Version]
    const added = { ...city, rules: { other: { code: 'R2', titles, departments: { lead: ['a'], responsible: [] }, versions: [version] } } }
    expect(Object.keys(readPolicy(added, { bases: [law] }).rules)).toEqual(['only', 'other'])
    const early = changesOf('early', 'law', [{ from: '2006-01-01', to: '2006-12-31', target: each({ workingDays: 30 }) }])
    expect(errorOf(() => readPolicy(early, { bases: [law] }))).toMatchObject({ code: 'policy-invalid', path: 'rules.only.versions[0].measure' })
  })

  test.each([
    ['given in that order', (changes: readonly (Partial<Version> & { from: string })[]) => changes],
    ['given in another', (changes: readonly (Partial<Version> & { from: string })[]) => changes.toReversed()],
  ])('refines its own versions in the order of their dates, %s', (_, given) => {
    const changes = given([
      { from: '2019-01-01', target: each({ workingDays: 8 }) },
      { from: '2020-01-01', caps: { steps: 1 } },
    ])
    const later = changesOf('later', 'law', changes)
    const policy = readPolicy(later, { bases: [law] })
    expect(policy.rules['only']?.versions.map(({ from, to, target, caps }) => [from, to, target.kind === 'each' && target.limit, caps])).toEqual([
      ['2007-01-01', '2018-12-31', { workingDays: 20 }, undefined],
      ['2019-01-01', '2019-12-31', { workingDays: 8 }, undefined],
      ['2020-01-01', undefined, { workingDays: 8 }, { steps: 1 }],
    ])
  })

  test('judges a case by promise and law', () => {
    const [version] = readPolicy(city, { bases: [law] }).rules['only']?.versions ?? []
    const found = judgeLimit({ workingDays: 10 }, [['accepted', '2019-07-01T10:00']], '2019-07-02T09:00', version)
    expect(found.limits.map(({ kind, dueDate }) => [kind, dueDate])).toEqual([
      ['promised', '2019-07-15'],
      ['statutory', '2019-07-29'],
    ])
  })
})

describe('a policy that extends another is refused', () => {
  test.each<[string, unknown, readonly unknown[], string, string]>([
    ['where its base is not given', city, [district], 'base-unknown', 'extends'],
    ['where the base of its base is not given', district, [city], 'base-unknown', 'bases[0].extends'],
    ['where it extends itself', changesOf('a', 'a', []), [], 'base-cycle', 'extends'],
    [
      'where its base extends it',
      changesOf('a', 'b', []),
      [changesOf('b', 'c', []), changesOf('c', 'a', [])],
      'base-cycle',
      'bases[0].bases[1].extends',
    ],
    ['where its base is not valid', city, [{ ...law, calendar: 7 }], 'policy-invalid', 'bases[0].calendar'],
    ['where it has an unknown key', { ...city, colour: 'red' }, [law], 'policy-invalid', ''],
    ['where its id is missing', { ...city, id: undefined }, [law], 'policy-invalid', 'id'],
    ['where a version has no date', changesOf('a', 'law', [{} as { from: string }]), [law], 'policy-invalid', 'rules.only.versions[0].from'],
    [
      'where a limit is ambiguous',
      changesOf('a', 'law', [{ from: '2007-01-01', target: { kind: 'each', limit: { days: 4 } } as never }]),
      [law],
      'unit-ambiguous',
      'rules.only.versions[0].target.limit',
    ],
    [
      'where two versions begin on one day',
      changesOf('a', 'law', [{ from: '2019-01-01' }, { from: '2019-01-01' }]),
      [law],
      'policy-invalid',
      'rules.only.versions[1].from',
    ],
    [
      'where the result is not valid',
      changesOf('a', 'law', [{ from: '2007-01-01', measure: 'sum' }]),
      [law],
      'policy-invalid',
      'rules.only.versions[0].stages',
    ],
    ['where a base is none', city, [null, 7], 'base-unknown', 'extends'],
  ])('%s', (_, changes, bases, code, path) => {
    expect(errorOf(() => readPolicy(changes, { bases }))).toMatchObject({ code, path })
  })

  test('names the chain of a cycle', () => {
    const error = errorOf(() => readPolicy(changesOf('a', 'b', []), { bases: [changesOf('b', 'a', [])] }))
    expect(error.message).toBe('A policy cannot extend itself: a extends b extends a.')
  })
})

describe('a refinement in code', () => {
  test('keeps the names of both as literal types', () => {
    const rules = {
      only: { versions: [{ from: '2007-01-01', causes: { hearing: { titles: words } }, stages: { survey: { titles: words } } }] },
    } as const
    const policy = refinePolicy(law, { id: 'own', titles: words, source, rules })
    expectTypeOf(policy).toEqualTypeOf<Policy<'only', string, 'hearing'>>()
    expect(Object.keys(policy.rules.only.versions[0]?.causes ?? {})).toEqual(['hearing'])
    expect(originOf(policy, 'rules.only.versions[0].causes.hearing')).toBe('own')
  })

  test('puts the legal grounds together by name', () => {
    const [base, own] = [
      { zh: '法', en: 'law' },
      { zh: '办法', en: 'measures' },
    ]
    const grounded = policyOf({ workingDays: 4 }, { grounds: { extension: base, delivery: base } })
    const rules = { only: { versions: [{ from: '2007-01-01', grounds: { extension: own } }] } }
    const policy = refinePolicy(grounded, { id: 'own', titles: words, source, rules })
    expect(policy.rules.only.versions[0]?.grounds).toEqual({ extension: own, delivery: base })
  })

  test('puts departments and indicators together by name, stages and causes by name and field', () => {
    const indicators = {
      share: {
        titles,
        target: { kind: 'full-coverage' },
        dates: [{ date: '2019-12-31', part: 'body', words: '年底' }],
        citations: [{ part: 'body', quote: '甲' }],
        departments: { lead: ['a'], responsible: [] },
      },
    } as const
    const ground = { zh: '法', en: 'law' }
    const terms = { stages: { survey: { titles, limit: { workingDays: 2 } } }, causes: { hearing: { titles, ground } } }
    const base = definePolicy({ ...policyOf({ workingDays: 4 }, terms), indicators })
    const versions = [{ from: '2007-01-01', stages: { survey: { titles: words } }, causes: { hearing: { titles: words } } }]
    const own = { departments: { b: words }, indicators: { other: { ...indicators.share, titles: words } }, rules: { only: { versions } } }
    const policy = refinePolicy(base, { id: 'own', titles: words, source, ...own })
    expect(policy.departments).toEqual({ a: titles, b: words })
    expect(policy.indicators).toEqual({ share: indicators.share, other: { ...indicators.share, titles: words } })
    expect(policy.rules.only.versions[0]).toMatchObject({
      stages: { survey: { titles: words, limit: { workingDays: 2 } } },
      causes: { hearing: { titles: words, ground } },
    })
  })

  test('may name its base, and only that', () => {
    const own: Refinement = { id: 'own', extends: 'other', titles: words, source }
    expect(errorOf(() => refinePolicy(law, own))).toMatchObject({ code: 'base-unknown', facts: { found: 'other', allowed: ['law'] } })
    expect(errorOf(() => refinePolicy(undefined as never, { ...own, extends: undefined as never })).code).toBe('policy-invalid')
  })

  test('leaves its base as it was, and takes nothing away for what it leaves undefined', () => {
    const before = JSON.stringify(law)
    const policy = refinePolicy(law, { id: 'own', titles: words, source, calendar: undefined })
    expect([JSON.stringify(law), policy.calendar]).toEqual([before, 'cn'])
  })
})
