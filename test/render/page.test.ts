import fc from 'fast-check'
import { assess, type CaseFile, explain, type Policy, xiaoshan2019 } from 'service-time'
import { reportPage } from 'service-time/render'
import { describe, expect, test } from 'vitest'
import { binsOf } from '../../src/render/page/bins.js'
import { percent } from '../../src/render/page/charts.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { COMPLETED_RULES, examplePage, explanations, OVERDUE } from '../support/page.js'
import { runs } from '../support/runs.js'
import { svgFrom } from '../support/svg.js'

const counted = fc.uniqueArray(fc.tuple(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 50 })), {
  minLength: 1,
  maxLength: 40,
  selector: ([used]) => used,
})

describe('the columns of a distribution', () => {
  const limits = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined })

  test.each(['workingDays', 'workingMinutes'] as const)('of %s hold every case once, side by side, none on both sides of the limit', (unit) => {
    fc.assert(
      fc.property(counted, limits, (drawn, limit) => {
        const distribution = [...drawn].sort(([a], [b]) => a - b)
        const counted = distribution.reduce((sum, [, n]) => sum + n, 0)
        const max = distribution.at(-1)?.[0] as number
        const bins = binsOf({ unit, p95: max, max, distribution }, limit)
        expect(bins.reduce((sum, bin) => sum + bin.cases, 0)).toBe(counted)
        expect(bins.length).toBeLessThanOrEqual(33)
        for (const [i, bin] of bins.slice(1).entries()) expect(bin.from).toBeGreaterThanOrEqual((bins[i]?.to as number) - 1e-9)
        const over = distribution.filter(([used]) => limit !== undefined && used > limit).reduce((sum, [, n]) => sum + n, 0)
        if (max <= 2 * (limit ?? 0)) expect(bins.filter(({ isOver }) => isOver).reduce((sum, bin) => sum + bin.cases, 0)).toBe(over)
      }),
      { numRuns: runs(500) },
    )
  })

  test('keep what is far beyond in the last', () => {
    const bins = binsOf(
      {
        unit: 'workingDays',
        p95: 3,
        max: 400,
        distribution: [
          [3, 100],
          [400, 1],
        ],
      },
      4,
    )
    expect(bins.map(({ from, cases, isRest, isOver }) => [from, cases, isRest, isOver])).toEqual([
      [2.5, 100, false, false],
      [7.5, 1, true, true],
    ])
  })
})

test.each([
  [1, '100 %'],
  [0.9996, '>99.9 %'],
  [0.6667, '66.7 %'],
  [0.0002, '<0.1 %'],
  [0, '0 %'],
])('a share of %d is %s', (share, said) => expect(percent(share)).toBe(said))

describe('a page', () => {
  const pictures = (page: string) => page.match(/<svg.*?<\/svg>/gs) ?? []

  test('tells its figures in both languages', async () => {
    const en = await examplePage('en')
    for (const text of [
      '<html lang="en">',
      '72 %',
      '36 of 50 completed',
      'The policy is a draft for comment.',
      'As of 2020-04-01 09:00',
      'Overdue cases: 5',
    ])
      expect(en).toContain(text)
    expect(en).toContain('80 cases read: 71 assessed, 3 measured for a target of a set, 5 exempt, 1 not readable.')
    const zh = await examplePage('zh')
    for (const text of ['<html lang="zh-CN">', '已办结 50 件中的 36 件', '供水报装接入', '逾期未办结：5 件']) expect(zh).toContain(text)
  })

  test('has a chart of the months, one for each rule of which cases were completed, and a timeline for each overdue case, all well-formed', async () => {
    const drawn = pictures(await examplePage('zh'))
    expect(drawn).toHaveLength(1 + 1 + COMPLETED_RULES.length + OVERDUE.length)
    for (const picture of drawn) svgFrom(picture)
  })

  test('lists overdue cases that nobody explained without a timeline', async () => {
    const [first, ...others] = OVERDUE
    const page = await examplePage('en', { explanations: explanations.filter(({ assessment }) => assessment.id !== first?.id) })
    expect(page.match(/<tbody class="case"/g)).toHaveLength(OVERDUE.length)
    expect(page.match(/class="service-time"/g)).toHaveLength(others.length)
  })

  test('allows nothing but its own style and its own script', async () => {
    const page = await examplePage('en')
    const allowed = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'")
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] as string
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))).toString('base64')
    expect(allowed).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '').replaceAll('http://www.w3.org/1999/xlink', '')).not.toMatch(/https?:|src=|@import|<link/)
  })

  test('writes whatever a case or a rule is called, and never as markup', async () => {
    const name = '</script><img src=x onerror=alert(1)>"\'&'
    const titles = { zh: name, en: name }
    const rules = { 'water-hookup': { ...xiaoshan2019.rules['water-hookup'], titles } }
    const policy = { ...xiaoshan2019, titles, rules } as unknown as Policy
    const options = { policy, clock: hall, now: '2019-09-01T09:00' }
    const water = (id: string, completed: boolean): CaseFile => ({
      id,
      rule: 'water-hookup',
      events: [{ type: 'accepted', at: '2019-07-01' }, ...(completed ? ([{ type: 'completed', at: '2019-07-04' }] as const) : [])],
    })
    const page = await reportPage([assess(water(name, false), options), assess(water('B', true), options)], {
      policy,
      language: 'en',
      explanations: [explain(water(name, false), options)],
    })
    expect(page).not.toMatch(/<img/)
    expect(page.match(/<\/script>/g)).toHaveLength(1)
    expect(page.match(/&lt;img/g)?.length).toBeGreaterThan(5)
  })

  test('says at its foot what it rests on, and the notes that it is given', async () => {
    const page = await examplePage('en', { notes: ['Hours are <assumed>.'] })
    expect(page).toMatch(
      /<footer><p class="faint">Rests on: policy xiaoshan-2019, calendar cn \([0-9a-f]{12}\), time zone Asia\/Shanghai; service-time [\d.]+\.<\/p>/,
    )
    expect(page).toContain('<p class="faint">Hours are &lt;assumed&gt;.</p></footer>')
  })

  test('of nothing at all says so', async () => {
    const page = await reportPage([], { policy: xiaoshan2019, language: 'en' })
    expect(page).toContain('No open case is overdue.')
    expect(page).toContain('<strong>–</strong>')
    expect(pictures(page)).toHaveLength(1)
  })

  test.each<[string, unknown, unknown, string]>([
    ['in another language', [], { policy: xiaoshan2019, language: 'fr' }, 'choice-unknown'],
    ['with an option that is not known', [], { policy: xiaoshan2019, by: ['rule'] }, 'choice-unknown'],
    ['without a policy', [], {}, 'value-invalid'],
    ['of what are no assessments', 7, { policy: xiaoshan2019 }, 'value-invalid'],
    ['with what is no explanation', [], { policy: xiaoshan2019, explanations: [{}] }, 'value-invalid'],
    ['with a note that is no text', [], { policy: xiaoshan2019, notes: [7] }, 'value-invalid'],
    ['with what are no explanations', [], { policy: xiaoshan2019, explanations: 'all' }, 'value-invalid'],
  ])('is refused %s', async (_, source, options, code) => {
    const refused = await reportPage(source as never, options as never).catch((error: unknown) => error)
    expect(
      errorOf(() => {
        throw refused
      }).code,
    ).toBe(code)
  })
})
