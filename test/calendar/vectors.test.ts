import { cn } from 'service-time'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../support/vectors.js'

interface WorkingDays {
  add: [start: string, n: number, strict: string, fromWorkingDay: string][]
  count: [a: string, b: string, ...counts: number[]][]
  roll: string[][]
}

const { add, count, roll } = readVectors<WorkingDays>('working-days')
const BOUNDS = ['(]', '[)', '()', '[]'] as const
const ROLLS = ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest'] as const

describe('the independent answers on the cn calendar', () => {
  test.each(add)('%s + %i working days', (start, n, strict, fromWorkingDay) => {
    expect(cn.add(start, n)).toBe(strict)
    expect(cn.add(cn.roll(start, 'following'), n)).toBe(fromWorkingDay)
  })

  test.each(count)('working days between %s and %s', (a, b, ...counts) => {
    expect(BOUNDS.map((bounds) => cn.count(a, b, { bounds }))).toEqual(counts)
  })

  test.each(roll)('%s rolled', (date, ...rolled) => {
    expect(ROLLS.map((rule) => cn.roll(date as string, rule))).toEqual(rolled)
  })
})
