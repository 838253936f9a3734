import { stripVTControlCharacters } from 'node:util'
import { type Calendar, cn, createCalendar } from 'service-time'
import { type YearCalendarOptions, yearCalendar } from 'service-time/render'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'
import { allOf, svgFrom, textsOf } from '../support/svg.js'

const stormy = cn.extend({
  id: 'typhoon',
  notices: [
    {
      id: 'order-9',
      number: null,
      issued: '2026-08-09',
      covers: 2026,
      arrangements: [{ occasion: '台风<9号>', off: ['2026-08-10/2026-08-11'], work: [] }],
    },
  ],
})

const textOf = (year: number, options: YearCalendarOptions = {}, calendar: Calendar = cn) =>
  yearCalendar(calendar, year, { format: 'text', ...options })

describe('a year as text', () => {
  const lines = textOf(2026, {}, stormy).split('\n')

  test('has its months side by side, each day with the mark of its kind', () => {
    expect(lines.slice(2, 9)).toEqual([
      '1月                    2月                    3月',
      '一 二 三 四 五 六 日   一 二 三 四 五 六 日   一 二 三 四 五 六 日',
      '          1* 2* 3* 4+                     1.                     1.',
      ' 5  6  7  8  9 10.11.   2  3  4  5  6  7. 8.   2  3  4  5  6  7. 8.',
      '12 13 14 15 16 17.18.   9 10 11 12 13 14+15*   9 10 11 12 13 14.15.',
      '19 20 21 22 23 24.25.  16*17*18*19*20*21*22*  16 17 18 19 20 21.22.',
      '26 27 28 29 30 31.     23*24 25 26 27 28+     23 24 25 26 27 28.29.',
    ])
  })

  test('names the occasions, how many days are worked, and what is projected', () => {
    expect(lines[0]).toBe('2026年；工作日246天；2026-12-25起有推算的日期，待cn-2027公布')
    for (const line of ['02-15 – 02-23 春节（放假）', '02-28 春节（调休上班）', '08-10 – 08-11 台风<9号>（停止办公）']) expect(lines).toContain(line)
    expect(lines.at(-1)).toBe('* 放假  + 调休上班  x 停止办公  . 周末')
    expect(textOf(2027, { language: 'en' }).split('\n')).toContain('02-05 – 02-10 Spring Festival (day off, projected)')
  })

  test.each([
    [32, 1],
    [80, 3],
    [100, 4],
  ])('of %i columns has %i months in a row', (columns, count) => {
    expect(textOf(2026, { columns }).split('\n')[2]?.trim().split(/\s+/)).toHaveLength(count)
  })

  test('has colours only where they are asked for, and the same text beneath', () => {
    const coloured = textOf(2026, { isColoured: true })
    expect(coloured).toContain('\u001B[34;7m 4+\u001B[0m')
    expect(stripVTControlCharacters(coloured)).toBe(textOf(2026))
  })
})

describe('a year as a picture', () => {
  test.each([2016, 2019, 2026, 2027])('has every day of %i once, of the kind that the calendar says', (year) => {
    const days = allOf(svgFrom(yearCalendar(cn, year)), 'g').map((day) => [day.getAttribute('data-date'), day.getAttribute('data-kind')])
    expect(days).toHaveLength(year % 4 === 0 ? 366 : 365)
    expect(days).toEqual(days.map(([date]) => [date, cn.day(date as string).kind]))
    expect(new Set(days.map(([date]) => date)).size).toBe(days.length)
  })

  test('says of each day what it is when it is pointed at, and of the year all that is not as its weekdays say', () => {
    const svg = svgFrom(yearCalendar(stormy, 2026, { language: 'en' }))
    expect(textsOf(svg, 'title')[0]).toBe('Working days of 2026 (cn+typhoon)')
    expect(textsOf(svg, 'title')).toContain('2026-02-28 Spring Festival make-up working day 国办发明电〔2025〕7号')
    expect(textsOf(svg, 'desc')[0]).toContain('08-10 – 08-11 台风<9号> (closed)')
    expect(textsOf(svg, 'text')).toContain('15–23 Spring Festival (day off)')
  })

  test('marks its kinds of days beside their colours, and explains those that it has', () => {
    const kinds = (calendar: Calendar, year: number) => textsOf(svgFrom(yearCalendar(calendar, year)), 'text').slice(-11)
    expect(kinds(stormy, 2026).filter((text) => /^\D+$/.test(text))).toEqual(['休', '放假', '班', '调休上班', '停', '停止办公', '周末'])
    expect(kinds(cn, 2027).at(-1)).toBe('推算')
  })

  test('keeps its texts within its width', () => {
    for (const width of [320, 500, 880, 1_400]) {
      const svg = svgFrom(yearCalendar(stormy, 2026, { width }))
      for (const text of allOf(svg, 'text')) expect(Number(text.getAttribute('x'))).toBeLessThan(width)
      expect(svg.getAttribute('width')).toBe(String(width))
    }
  })
})

describe('a year is refused', () => {
  const plain = createCalendar({ id: 'plain', weekend: ['friday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })

  test.each<[string, unknown, unknown, unknown, string, string]>([
    ['of no calendar', {}, 2026, {}, 'value-invalid', 'calendar'],
    ['that is none', cn, 2026.5, {}, 'value-invalid', 'year'],
    ['written as text', cn, '2026', {}, 'value-invalid', 'year'],
    ['outside the calendar', plain, 2020, {}, 'outside-coverage', ''],
    ['that is not published, where that is refused', cn.with({ unpublished: 'error' }), 2027, {}, 'unpublished', ''],
    ['in another format', cn, 2026, { format: 'ics' }, 'choice-unknown', 'format'],
    ['with colours that are neither there nor not', cn, 2026, { isColoured: 'yes' }, 'value-invalid', 'isColoured'],
    ['with an option that is not known', cn, 2026, { colour: true }, 'choice-unknown', 'options'],
  ])('%s', (_, calendar, year, options, code, path) => {
    const error = errorOf(() => yearCalendar(calendar as Calendar, year as number, options as YearCalendarOptions))
    expect([error.code, error.path]).toEqual([code, path])
  })

  test('of a calendar with another weekend is drawn by it', () => {
    const fridays = allOf(svgFrom(yearCalendar(plain, 2019)), 'g').filter((day) => day.getAttribute('data-kind') === 'weekend')
    expect(fridays).toHaveLength(52)
    expect(fridays[0]?.getAttribute('data-date')).toBe('2019-01-04')
  })
})
