import { describe, expect, test } from 'vitest'
import { sorted } from '../../src/repl/output.js'
import { OF_NODE } from '../../src/repl/words.js'

const sort = (text: string) => sorted(text, OF_NODE.en)

describe('what Node’s REPL writes', () => {
  test.each([
    ['Uncaught no date [date-invalid]\n', 'no date [date-invalid]\n'],
    ['Uncaught:\nTypeError: long\n', 'TypeError: long\n'],
    ['Uncaught \u001B[31mno\u001B[39m\n', '\u001B[31mno\u001B[39m\n'],
    ['Failed to load: no/such\n', 'Failed to load: no/such\n'],
    ['Failed to load: /tmp is not a valid file\n', 'Failed to load: /tmp is not a file\n'],
    ['The "file" argument must be specified\n', 'A file must be named.\n'],
    ['Invalid REPL keyword\n', 'There is no such command; .help shows those that there are.\n'],
  ])('is a refusal where it was thrown: %j', (text, said) => {
    expect(sort(text)).toEqual({ text: said, isRefusal: true })
  })

  test.each(["'Uncaught'\n", '4\n', '> ', 'Uncaught', 'Uncaughted\n'])('is an answer otherwise: %j', (text) => {
    expect(sort(text)).toEqual({ text, isRefusal: false })
  })

  test.each([
    ['Failed to load: no/such\n', '无法读入：no/such\n', true],
    ['Failed to load: /tmp is not a valid file\n', '无法读入：/tmp 不是文件\n', true],
    ['Failed to save: no/such\n', '无法保存：no/such\n', true],
    ['The "file" argument must be specified\n', '请指定文件。\n', true],
    ['Invalid REPL keyword\n', '没有这个命令；.help 列出全部命令。\n', true],
    ['Session saved to: lines.js\n', '本次输入已保存到：lines.js\n', false],
  ])('is in the language of the session where Node says it of its own accord: %j', (text, said, isRefusal) => {
    expect(sorted(text, OF_NODE.zh)).toEqual({ text: said, isRefusal })
  })
})
