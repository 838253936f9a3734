import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { wrapped } from '../../src/case/wrap.js'

describe('a line', () => {
  test('that fits stays one', () => {
    expect(wrapped('到期时间：2019年10月10日 17:00', 48)).toEqual(['到期时间：2019年10月10日 17:00'])
  })

  test.each([
    ['at any Chinese character', '一二三四五六七八九十', 16, ['一二三四五六七八', '  九十']],
    ['before a mark that opens, never before one that closes', '一二三四五六七（八）九', 16, ['一二三四五六七', '  （八）九']],
    ['with the mark that closes kept to the character before it', '一二三四五六七八，九', 16, ['一二三四五六七', '  八，九']],
    ['at the spaces of English', 'counted as working day 4', 16, ['counted as', '  working day 4']],
    ['never within a number or a word', '见某号文12345678901号', 16, ['见某号文', '  12345678901号']],
    ['never within a word that is wider, which stands alone', 'a 123456789012345678901', 16, ['a', '  123456789012345678901']],
    ['nowhere where that word comes first', '123456789012345678901', 16, ['123456789012345678901']],
    ['without the spaces at which it is broken, which may be beyond', 'counted as a day    of rest', 16, ['counted as a day', '  of rest']],
    ['at characters of full width, of which it loses none', '增长５０％以上ＡＢ，한국', 16, ['增长５０％以上Ａ', '  Ｂ，한국']],
    ['and keeps what it was set in by', '  09:00-12:00 计180分钟', 16, ['  09:00-12:00 计', '    180分钟']],
  ])('is broken %s', (_, line, columns, lines) => {
    expect(wrapped(line, columns)).toEqual(lines)
  })

  test('loses nothing but spaces, and is too wide only for a word that is', () => {
    const characters = fc.constantFrom(...'一二国务院，。（）《》〔〕“”：; abcXYZ019-.:()５％Ａ한𠮷'.split(''))
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 120 }), fc.integer({ min: 16, max: 60 }), (parts, columns) => {
        const line = parts.join('')
        const lines = wrapped(line, columns)
        expect(lines.join('').replace(/ /g, '')).toBe(line.replace(/ /g, ''))
        for (const one of lines) expect(wrapped(one, columns)).toEqual([one])
        for (const one of lines.filter((one) => stringWidth(one) > columns)) expect(one.trim()).not.toMatch(/[^（《〔“( ] [^ ]/u)
      }),
    )
  })
})
