import { type Convention, conventions } from 'service-time'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/time/day.js'
import { groundsOfConvention } from '../../src/time/ground.js'

const groundsOn = (date: string, convention: Parameters<typeof groundsOfConvention>[0] = 'cn-civil-code') =>
  groundsOfConvention(convention, parseDay(date))

/** Each law on its first and its last day. */
const LAWS: readonly [date: string, key: keyof Convention, zh: string | undefined, en: string | undefined][] = [
  ['1986-12-31', 'startDay', undefined, undefined],
  ['1987-01-01', 'startDay', '《民法通则》第一百五十四条', 'General Principles of the Civil Law art. 154'],
  ['2017-09-30', 'due', '《民法通则》第一百五十四条', 'General Principles of the Civil Law art. 154'],
  [
    '2017-09-30',
    'roll',
    '《民法通则》第一百五十四条、《民通意见》第198条',
    "General Principles of the Civil Law art. 154, with opinion 198 of the Supreme People's Court",
  ],
  ['2017-09-30', 'pausedDay', '参照《民法通则》第一百五十四条', 'as General Principles of the Civil Law art. 154'],
  ['2017-09-30', 'monthEnd', undefined, undefined],
  ['2017-10-01', 'startDay', '《民法总则》第二百零一条第一款', 'General Provisions of the Civil Law art. 201(1)'],
  ['2017-10-01', 'monthEnd', '《民法总则》第二百零二条', 'General Provisions of the Civil Law art. 202'],
  ['2020-12-31', 'roll', '《民法总则》第二百零三条第一款', 'General Provisions of the Civil Law art. 203(1)'],
  ['2021-01-01', 'roll', '《民法典》第二百零三条第一款', 'Civil Code art. 203(1)'],
  ['2021-01-01', 'due', '《民法典》第二百零三条第二款', 'Civil Code art. 203(2)'],
  ['2021-01-01', 'pausedDay', '参照《民法典》第二百零一条第一款', 'as Civil Code art. 201(1)'],
  ['2021-01-01', 'intake', '办事大厅实务', 'practice of service halls'],
]

describe('the grounds of a convention', () => {
  test.each(LAWS)('on %s for %s are those of the law in force: %s', (date, key, zh, en) => {
    expect([groundsOn(date)[key]?.zh, groundsOn(date)[key]?.en]).toEqual([zh, en])
  })

  test('are practice where cn-hall departs from the law, and the law elsewhere', () => {
    const { due, ...others } = groundsOn('2021-01-01', 'cn-hall')
    expect(due?.en).toBe('practice of service halls')
    const { due: _due, ...law } = groundsOn('2021-01-01')
    expect(others).toEqual(law)
  })

  test('are not known for a convention that has no name, though its choices be the same', () => {
    expect(groundsOn('2021-01-01', conventions['cn-civil-code'])).toEqual({})
  })
})
