import { describe, expect, test } from 'vitest'
import { frozen, frozenCopy } from '../../src/time/frozen.js'

/** Plain data of every kind; a list within a list, and null where an object might be. */
const data = () => ({ text: 'a', none: null, list: [1, [2, { deep: true }]], part: { of: { it: undefined } } })

describe('plain data', () => {
  test('is frozen to its last part, and is itself', () => {
    const given = data()
    expect(frozen(given)).toBe(given)
    const parts = [given, given.list, given.list[1], (given.list[1] as unknown[])[1], given.part, given.part.of]
    expect(parts.map(Object.isFrozen)).toEqual(parts.map(() => true))
    expect(given).toEqual(data())
  })

  test('is copied and the copy frozen to its last part, while the data itself can still be changed', () => {
    const given = data()
    const copy = frozenCopy(given)
    expect(copy).toStrictEqual(data())
    expect([copy, copy.list, copy.list[1], copy.part.of].map(Object.isFrozen)).toEqual([true, true, true, true])
    expect([given, given.list, given.list[1], given.part.of].map(Object.isFrozen)).toEqual([false, false, false, false])
  })

  test.each([null, undefined, 'a', 1, true])('that has no parts, such as %o, is frozen, as it is and as a copy', (value) => {
    expect([frozen(value), frozenCopy(value)]).toEqual([value, value])
  })
})
