import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')
const ENGLISH = read('README.md')
const CHINESE = read('README.zh-CN.md')

const FENCE = /^```(\w*)\n(.*?)^```$/gms
const prose = (page: string) => page.replace(FENCE, '')

interface Block {
  readonly language: string
  readonly code: string
}

const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(FENCE)].map(([, language, code]) => ({ language: language as string, code: code as string }))

/** The words of code: comments are left out, but for what an example claims, and a text in words of its language is only a text. */
function tokensOf({ language, code }: Block): readonly string[] {
  if (language === 'text') return code.split('\n').map(() => 'a text')
  if (language !== 'ts') return code.replace(/ +#.*$/gm, '').split('\n')
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, code.replaceAll('//=>', ';;'))
  const tokens: string[] = []
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isInWords = kind === ts.SyntaxKind.StringLiteral && isOfLanguage(scanner.getTokenValue())
    tokens.push(isInWords ? 'a text' : scanner.getTokenText())
  }
  return tokens
}

/** Chinese, a sentence, or the name of a language. */
const isOfLanguage = (text: string) => /\p{Script=Han}|^(zh|en)$| .* .* /u.test(text)

const headingsOf = (page: string) => [...prose(page).matchAll(/^(#+) /gm)].map(([, level]) => level)

/** The figures that stand alone in cells of tables. */
const figuresOf = (page: string) => [...prose(page).matchAll(/(?<=\| *)[\d.,]+(?= *\|)/g)].map(([figure]) => figure)

/** Rows and columns of each table. */
const tablesOf = (page: string) =>
  [...prose(page).matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) => table.trim().split('\n')).map((rows) => rows.map((row) => row.split('|').length - 2))

/** Where links lead, a page or a picture of a language being one with its twin. */
const linksOf = (page: string) =>
  [...prose(page).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) =>
    (target as string).replace(/\.(zh|en)\.(svg|png)$/, '.$2').replace('README.zh-CN.md', 'README.md'),
  )

const listsOf = (page: string) =>
  [...prose(page).matchAll(/(?:^- .*\n(?: {2}.*\n)*)+/gm)].map(([list]) => list.split('\n').filter((line) => line.startsWith('- ')).length)

/** Sections of the second level, from heading to heading. */
const sectionsOf = (page: string) => page.split(/^(?=## )/m)

const shapeOf = (page: string) =>
  sectionsOf(page).map((section) => ({
    headings: headingsOf(section),
    lists: listsOf(section),
    tables: tablesOf(section),
    figures: figuresOf(section),
    links: linksOf(section).sort(),
  }))

describe('the front pages in both languages', () => {
  test('have the same headings, lists, tables and links, in each section', () => {
    expect(shapeOf(CHINESE)).toEqual(shapeOf(ENGLISH))
    expect(sectionsOf(ENGLISH).length).toBeGreaterThan(10)
  })

  test('have the same code, but for comments and for texts in the words of the language', () => {
    const [english, chinese] = [blocksOf(ENGLISH), blocksOf(CHINESE)]
    expect(chinese.map(({ language }) => language)).toEqual(english.map(({ language }) => language))
    expect(chinese.map(tokensOf)).toEqual(english.map(tokensOf))
  })

  test.each([
    ['a heading', /^## /m, '### '],
    ['an item', /^- .*\n/m, ''],
    ['a row', /^\|.*\|\n(?=\n)/m, '\n'],
    ['a link', /\]\(docs/, '](test'],
  ])('would not be the same without %s', (_, part, instead) => {
    expect(shapeOf(CHINESE.replace(part, instead))).not.toEqual(shapeOf(ENGLISH))
  })

  test.each(["//=> '2019-05-05'", 'cn.count(', "rule: 'water-hookup'", 'npm test'])('would not have the same code without %s', (part) => {
    const changed = CHINESE.replace(part, '')
    expect(changed).not.toBe(CHINESE)
    expect(blocksOf(changed).map(tokensOf)).not.toEqual(blocksOf(ENGLISH).map(tokensOf))
  })
})
