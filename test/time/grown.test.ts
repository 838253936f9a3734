import { describe, expect, test } from 'vitest'
import { grown, NONE } from '../../src/time/grown.js'

describe('a list that grows', () => {
  test('holds everything in order, however long it comes to be', () => {
    let list: number[] = NONE
    for (let length = 1; length <= 6; length++) {
      list = grown(list, length)
      expect(list).toEqual(Array.from({ length }, (_, i) => i + 1))
    }
  })

  test('leaves the list that stands for none as it is', () => {
    grown(NONE as number[], 1)
    expect(NONE).toEqual([])
  })
})
