import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundled, installed } from './support/lock.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

/** Licences that what is installed beside the library may have, with what they ask of whoever passes it on. */
const ALLOWED: Readonly<Record<string, string>> = {
  'Apache-2.0': 'keep the notice; say what was changed',
  'BSD-2-Clause': 'keep the notice',
  'BSD-3-Clause': 'keep the notice; recommend nothing in the names of the authors',
  ISC: 'keep the notice',
  MIT: 'keep the notice',
  'MPL-2.0': 'its own files stay under it: npm brings them as they are, and the library holds none of them',
  Unlicense: 'nothing',
}

/** The licence of the library, which is that of all that it holds: one text says it for all. */
const OWN = 'MIT'

const rows = Object.entries(ALLOWED).map(([licence, duty]) => {
  const names = installed.filter(({ license }) => license === licence).map(({ name }) => name)
  return `| ${licence} | ${duty} | ${[...new Set(names)].sort().join(', ')} |`
})

const page = `# Licences

Made by \`npm run licences\`; a test fails where a licence is not on this list.

## What is installed with the library

| licence | asks for | packages |
|---|---|---|
${rows.join('\n')}

None of them runs a script when it is installed, which a test holds too.

## What the library holds parts of

${bundled.map(({ name }) => name).join(', ')}: ${OWN}, as the library itself. Their notices stand in [LICENSE](../LICENSE).
`

test('what is installed with the library has licences of a short list, and every one of the list is had', () => {
  expect([...new Set(installed.map(({ license }) => license))].sort()).toEqual(Object.keys(ALLOWED).sort())
})

describe('what the library holds parts of', () => {
  test('has the licence of the library', () => {
    expect(bundled.length).toBeGreaterThan(0)
    expect(bundled.filter(({ license }) => license !== OWN)).toEqual([])
  })

  test('is named in LICENSE with its own notice, and nothing else is', () => {
    const [, named = ''] = read('LICENSE').split('permission notice above:')
    const notices = [...named.matchAll(/^ {2}(\S+) +(Copyright .*)$/gm)].map(([, name, notice]) => [name, notice])
    const theirs = bundled.map(({ name, place }) => {
      const file = readdirSync(`${root}/${place}`).find((entry) => /^licen[cs]e/i.test(entry))
      return [name, /^.*?(Copyright .*?)\s*$/m.exec(read(`${place}/${file}`))?.[1]]
    })
    expect(notices.sort()).toEqual(theirs.sort())
  })
})

test('the page of licences says what is so', async () => {
  await expect(page).toMatchFileSnapshot('../docs/licences.md')
})
