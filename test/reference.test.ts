import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { ENTRIES } from './support/entries.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const made = mkdtempSync(`${tmpdir()}/reference-`)
afterAll(() => rmSync(made, { recursive: true }))

const pagesOf = (folder: string) => Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]))

test('the reference is what TypeDoc makes of the sources, which says of every public name what it is; `npm run reference` makes it anew', () => {
  const typedoc = `${root}/node_modules/typedoc/bin/typedoc`
  // It fails where a name has no comment or a link leads nowhere.
  execFileSync(process.execPath, [typedoc, '--logLevel', 'Warn', '--out', made], { cwd: root })
  expect(pagesOf(`${root}/docs/reference`)).toEqual(pagesOf(made))
})

test('the reference has every entry of the package', () => {
  const { entryPoints } = JSON.parse(readFileSync(`${root}/.config/typedoc.json`, 'utf8')) as { entryPoints: readonly string[] }
  expect(entryPoints).toEqual(ENTRIES.map(({ file }) => `../${file}`))
})

test('the reference names no day, no place of this machine and no commit', () => {
  const text = Object.values(pagesOf(`${root}/docs/reference`)).join('\n')
  expect(text).not.toMatch(/\b(Defined in|node_modules|[0-9a-f]{40})\b/)
  expect(text).not.toContain(root)
})
