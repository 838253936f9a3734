import type { YearResult } from './backtest.js'

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

const row = ({ year, asked, within, exact, certain, meanWidth, p95Width, maxWidth }: YearResult) =>
  `| ${year} | ${asked} | ${percent(within, asked)} | ${percent(exact, asked)} | ${percent(certain, asked)} | ${meanWidth.toFixed(2)} | ${p95Width} | ${maxWidth} |`

const sum = (years: readonly YearResult[], of: (year: YearResult) => number) => years.reduce((total, year) => total + of(year), 0)

const table = (rows: readonly string[]) => [
  '| year | questions | true date within bounds | projected date exact | bounds of one day | mean width | 95th percentile | widest |',
  '|---|---|---|---|---|---|---|---|',
  ...rows,
]

/** The page of the back-test. */
export function report(years: readonly YearResult[], amended: readonly YearResult[]): string {
  const asked = sum(years, (year) => year.asked)
  const all = [
    `**all**`,
    asked,
    percent(
      sum(years, (year) => year.within),
      asked,
    ),
    percent(
      sum(years, (year) => year.exact),
      asked,
    ),
    percent(
      sum(years, (year) => year.certain),
      asked,
    ),
    (sum(years, (year) => year.meanWidth * year.asked) / asked).toFixed(2),
    '',
    Math.max(...years.map((year) => year.maxWidth)),
  ]
  return [
    '# Back-test of the forecasts',
    '',
    'Made by `npm run backtest`; a test fails when the figures are no longer these. What is tested is in [projection.md](projection.md).',
    '',
    'The notice of each year is hidden, and with it all later ones; bounds follow from the notices before it alone. From every date',
    'between its issue and the end of its year, 1 to 60 working days are asked for (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 60), and only',
    'answers that rest on hidden days are counted. The truth is that of the first notice of each year. Widths are calendar days from the',
    'earliest to the latest date.',
    '',
    ...table([...years.map(row), `| ${all.join(' | ')} |`]),
    '',
    'With amendments in the truth, which answer events that nobody foresees (a holiday for one day in 2015, a longer one in 2019, the',
    'epidemic of 2020):',
    '',
    ...table(amended.map(row)),
    '',
  ].join('\n')
}
