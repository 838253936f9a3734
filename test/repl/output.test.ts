import { describe, expect, test } from 'vitest'
import { sorted } from '../../src/repl/output.js'

const sort = (text: string) => sorted(text, () => 'There is none.')

describe('what Node’s REPL writes', () => {
  test.each([
    ['Uncaught no date [date-invalid]\n', 'no date [date-invalid]\n'],
    ['Uncaught:\nTypeError: long\n', 'TypeError: long\n'],
    ['Uncaught \u001B[31mno\u001B[39m\n', '\u001B[31mno\u001B[39m\n'],
    ['Failed to load: no/such\n', 'Failed to load: no/such\n'],
    ['Invalid REPL keyword\n', 'There is none.\n'],
  ])('is a refusal where it was thrown: %j', (text, said) => {
    expect(sort(text)).toEqual({ text: said, isRefusal: true })
  })

  test.each(["'Uncaught'\n", '4\n', '> ', 'Uncaught', 'Uncaughted\n'])('is an answer otherwise: %j', (text) => {
    expect(sort(text)).toEqual({ text, isRefusal: false })
  })
})
