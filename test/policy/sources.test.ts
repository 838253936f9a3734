import { xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { isInDocument } from '../support/document.js'

const indicators = Object.entries(xiaoshan2019.indicators ?? {})
const cited = [
  ...Object.entries(xiaoshan2019.rules).map(([id, { versions }]) => [id, versions.flatMap(({ citations }) => citations)] as const),
  ...indicators.map(([id, { citations }]) => [id, citations] as const),
]

/** The dates that the words of the document mean: the last day of the month, or of the year 2019. */
const MEANT: Readonly<Record<string, string>> = {
  '4月30日前': '2019-04-30',
  '4月底': '2019-04-30',
  '6月底': '2019-06-30',
  '6月底前': '2019-06-30',
  '7月底': '2019-07-31',
  '7月底前': '2019-07-31',
  '8月底': '2019-08-31',
  '8月底前': '2019-08-31',
  '10月底': '2019-10-31',
  '12月底': '2019-12-31',
  '12月底前': '2019-12-31',
  全年: '2019-12-31',
  年底: '2019-12-31',
  年底前: '2019-12-31',
  到年底前: '2019-12-31',
  到2019年底: '2019-12-31',
  到2019年底前: '2019-12-31',
  '2019年底前': '2019-12-31',
}

describe('the sources of Xiaoshan 2019', () => {
  test.each(cited)('%s is quoted as the document says', (_, citations) => {
    expect(citations.length).toBeGreaterThan(0)
    expect(citations.filter(({ quote }) => quote === undefined || !isInDocument(quote))).toEqual([])
  })

  test.each(indicators)(
    '%s takes its dates from words of the document, and from parts that it cites or that have lost their text',
    (_, indicator) => {
      for (const { date, part, row, words, isInferred } of indicator.dates) {
        expect([words, isInDocument(words), MEANT[words]]).toEqual([words, true, date])
        const isCited = indicator.citations.some((citation) => citation.part === part && citation.row === row)
        expect([part, row, isCited]).toEqual([part, row, isInferred !== true])
      }
    },
  )

  test.each(indicators)('%s records as a conflict that its parts give different dates, or that a row has lost its text', (_, indicator) => {
    const { dates, conflicts = [] } = indicator
    const isDisputed = new Set(dates.map(({ date }) => date)).size > 1
    expect(conflicts.some(({ kind }) => kind === 'date')).toBe(isDisputed)
    if (dates.some(({ isInferred }) => isInferred)) expect(conflicts.map(({ kind }) => kind)).toContain('missing')
  })

  test('notice a quote that is not there', () => {
    expect([isInDocument('4 月 30 日前'), isInDocument('5月30日前')]).toEqual([true, false])
  })
})
