import { expect, test } from 'vitest'
import { backtest, backtestAmended, YEARS } from './backtest.js'
import { report } from './report.js'

test('each notice of 2009-2026, hidden, is foreseen within the bounds that earlier ones give, as the table in the docs says', async () => {
  const years = YEARS.map((year) => backtest(year))
  expect(years.filter(({ asked, within }) => within < asked || asked < 4_000).map(({ year }) => year)).toEqual([])
  expect(Math.max(...years.map(({ maxWidth }) => maxWidth))).toBeLessThanOrEqual(19)
  const amended = [2015, 2019, 2020].map(backtestAmended)
  await expect(report(years, amended)).toMatchFileSnapshot('../../docs/backtest.md')
}, 60_000)
