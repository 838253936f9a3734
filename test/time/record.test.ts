import { expect, test } from 'vitest'
import { isRecord } from '../../src/time/record.js'

test.each<[unknown, boolean]>([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['a', false],
  [1, false],
  [() => 1, false],
])('%o is told from what has no parts by name', (value, expected) => {
  expect(isRecord(value)).toBe(expected)
})
