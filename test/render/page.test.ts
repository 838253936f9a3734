import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binsOf } from '../../src/render/page/bins.js'
import { percent } from '../../src/render/page/charts.js'
import type { PageContent } from '../../src/render/page/content.js'
import { pageOf } from '../../src/render/page/page.js'
import { CONTENT } from '../support/page.js'
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
        const cases = distribution.reduce((sum, [, n]) => sum + n, 0)
        const max = distribution.at(-1)?.[0] as number
        const bins = binsOf({ unit, cases, average: 0, median: 0, p95: max, max, distribution }, limit)
        expect(bins.reduce((sum, bin) => sum + bin.cases, 0)).toBe(cases)
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
        cases: 101,
        average: 4,
        median: 3,
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
    const en = await pageOf(CONTENT, 'en')
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
    const zh = await pageOf(CONTENT, 'zh')
    for (const text of ['<html lang="zh-CN">', '已办结 50 件中的 36 件', '供水报装接入', '逾期未办结：5 件']) expect(zh).toContain(text)
  })

  test('has a chart of the months, one for each rule of which cases were completed, and a timeline for each overdue case, all well-formed', async () => {
    const drawn = pictures(await pageOf(CONTENT, 'zh'))
    const completed = CONTENT.rules.filter(({ figures }) => figures.times.length > 0)
    expect(drawn).toHaveLength(1 + 1 + completed.length + CONTENT.overdue.listed.length)
    for (const picture of drawn) svgFrom(picture)
  })

  test('allows nothing but its own style and its own script', async () => {
    const page = await pageOf(CONTENT, 'en')
    const allowed = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'")
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] as string
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))).toString('base64')
    expect(allowed).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '').replaceAll('http://www.w3.org/1999/xlink', '')).not.toMatch(/https?:|src=|@import|<link/)
  })

  test('writes whatever a case or a rule is called, and never as markup', async () => {
    const [first] = CONTENT.overdue.listed as readonly [PageContent['overdue']['listed'][number]]
    const name = '</script><img src=x onerror=alert(1)>"\'&'
    const nasty = { ...first, assessment: { ...first.assessment, id: name }, matter: { ...first.matter, rule: { zh: name, en: name } } }
    const rules = CONTENT.rules.map((rule) => ({ ...rule, titles: { zh: name, en: name } }))
    const page = await pageOf({ ...CONTENT, rules, overdue: { cases: 1, listed: [nasty] } }, 'en')
    expect(page).not.toMatch(/<img/)
    expect(page.match(/<\/script>/g)).toHaveLength(1)
  })

  test('of nothing at all says so', async () => {
    const none = { value: null, numerator: 0, denominator: 0 }
    const outcomes = { open: 0, overdue: 0, early: 0, 'on-time': 0, late: 0, exempt: 0, measured: 0 }
    const total = { cases: 0, outcomes, dueSoon: 0, onTime: none, early: none, times: [] }
    const page = await pageOf({ ...CONTENT, read: 0, rejected: 0, total, rules: [], months: [], overdue: { cases: 0, listed: [] } }, 'en')
    expect(page).toContain('No open case is overdue.')
    expect(page).toContain('<strong>–</strong>')
    expect(pictures(page)).toHaveLength(1)
  })
})
