import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/calendar/sha256.js'

const byNode = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the hash of a text', () => {
  test('is that of the standard', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('is that of Node for every length up to some blocks, and for texts in any script', () => {
    const texts = [...Array.from({ length: 200 }, (_, length) => 'x'.repeat(length)), '元旦', '🎉', '\uD800', '国庆节、中秋节'.repeat(10_000)]
    expect(texts.filter((text) => sha256(text) !== byNode(text))).toEqual([])
  })
})
