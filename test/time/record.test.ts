import { expect, test } from 'vitest'
import { NOT_CLOCKS } from '../../src/messages/values.js'
import { assertRecord, isRecord, recordFrom } from '../../src/time/record.js'
import { errorOf } from '../support/errors.js'

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

const kind = { fault: NOT_CLOCKS, path: 'clocks' }

test.each<[unknown, string]>([
  [[1], '[… 1]'],
  [new Uint8Array(2), 'Uint8Array'],
  ['bank', 'bank'],
  [null, 'null'],
])('%o is refused where parts have names', (value, found) => {
  expect(errorOf(() => assertRecord(value, kind))).toMatchObject({ code: 'value-invalid', path: 'clocks', facts: { found } })
})

test('each part of a record is read with its path', () => {
  expect(recordFrom({ bank: 1, court: 2 }, kind, (value, path) => [value, path])).toEqual({ bank: [1, 'clocks.bank'], court: [2, 'clocks.court'] })
})
