import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/cli/csv.js'
import { grid } from '../../src/cli/grid.js'
import { markdownTable } from '../../src/cli/markdown.js'
import { sayNumber, sayRate } from '../../src/cli/numbers.js'
import { rate } from '../../src/report/figures.js'

describe('CSV', () => {
  test('quotes what holds a comma, a quotation mark or a line end', () => {
    expect(csvOf([['a,b', 'say "no"', 'two\nlines', 'plain']])).toBe('"a,b","say ""no""","two\nlines",plain\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1+1', '＝1+1', '\r=1'])('lets no text be a formula: %j', (text) => {
    expect(
      csvOf([[text]])
        .replaceAll('"', '')
        .replace('\uFEFF', '')
        .startsWith("'"),
    ).toBe(true)
  })

  test('writes numbers as numbers, negative ones too, and nothing as nothing', () => {
    expect(csvOf([[-2, 1 / 3, 0, null, undefined, 1_234_567]])).toBe('-2,0.333333,0,,,1234567\r\n')
  })

  test('begins with a byte order mark where it is not plain ASCII', () => {
    expect([csvOf([['办件']]), csvOf([['case']])]).toEqual(['\uFEFF办件\r\n', 'case\r\n'])
  })
})

describe('Markdown', () => {
  test('is a table whose numbers stand to the right', () => {
    expect(
      markdownTable(
        [
          ['rule', 'cases'],
          ['  a', '1'],
        ],
        1,
      ),
    ).toBe('| rule | cases |\n| --- | ---: |\n| &nbsp;&nbsp;a | 1 |')
  })

  test('lets no text be anything but the text of a cell', () => {
    expect(
      markdownTable([['a|b'], ['<b>[x](y)</b> & *z*']], 9)
        .split('\n')
        .slice(0, 3),
    ).toEqual(['| a\\|b |', '| --- |', '| \\<b\\>\\[x\\](y)\\</b\\> &amp; \\*z\\* |'])
  })
})

describe('a grid', () => {
  test('allows for the width of Chinese characters, and puts numbers to the right', () => {
    expect(
      grid(
        [
          ['事项', '件数'],
          ['a', '1'],
        ],
        1,
      ),
    ).toBe('事项  件数\na        1')
  })
})

describe('numbers', () => {
  test('are written as people write them', () => {
    expect([sayNumber(1_234_567.891, 'en'), sayNumber(0.5, 'zh')]).toEqual(['1,234,567.89', '0.5'])
  })

  test.each([
    [37, 40, '92.5% (37/40)'],
    [1, 3, '33.3% (1/3)'],
    [99_999, 100_000, '>99.9% (99,999/100,000)'],
    [1, 100_000, '<0.1% (1/100,000)'],
    [5, 5, '100% (5/5)'],
    [0, 5, '0% (0/5)'],
    [0, 0, '-'],
  ])('rates: %i of %i is %s', (numerator, denominator, said) => {
    expect(sayRate(rate(numerator, denominator, 'completed'), 'en')).toBe(said)
  })
})
