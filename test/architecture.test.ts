import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import table from './architecture.json' with { type: 'json' }

/*
 * What each part of the library may use, nouns pointing one way and edges used by nothing, is the table of architecture.json. `npm run lint` holds the
 * sources to it (.dependency-cruiser.js); here the table is held to the sources and to the front pages.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split('\\').join('/'))
  .filter((file) => file.endsWith('.ts'))

const importsOf = (file: string) =>
  ts.preProcessFile(readFileSync(`${root}/src/${file}`, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)

/** The part of a path from `src`, as the table names it. */
const partOf = (path: string) => /^((?:\.\.\/)?[^/]+\/?)/.exec(path)?.[1] as string

/** The path of an import from `src`; nothing for that of another package. An edge may import the library by its name, as its users do. */
function pathOf(file: string, name: string): string | undefined {
  const [, entry = 'index'] = /^service-time(?:\/(\w+))?$/.exec(name) ?? []
  if (name.startsWith('service-time')) return `${entry}.ts`
  return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), name.replace(/\.js$/, '.ts'))) : undefined
}

const arrows = files.flatMap((file) =>
  importsOf(file).flatMap((name) => {
    const path = pathOf(file, name)
    return path === undefined ? [] : [[partOf(file), partOf(path)] as const]
  }),
)

describe('the parts of the library', () => {
  test('hold every file', () => {
    expect(files.filter((file) => !Object.hasOwn(table.parts, partOf(file)))).toEqual([])
  })

  test('use everything that the table allows', () => {
    const used = new Set(arrows.map(([from, to]) => `${from} -> ${to}`))
    const allowed = Object.entries(table.parts).flatMap(([from, targets]) => targets.map((to) => `${from} -> ${to}`))
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([])
  })

  test('that are edges are used by no part of the table that is none', () => {
    const inner = Object.entries(table.parts).filter(([part]) => !table.edges.includes(part))
    const used = new Set<string>(inner.flatMap(([, targets]) => targets))
    expect(table.edges.filter((edge) => used.has(edge))).toEqual([])
  })

  test('import every package and the built-in modules of Node wherever the table allows', () => {
    const used = new Set(files.flatMap((file) => importsOf(file).map((name) => `${partOf(file)} -> ${name.replace(/^node:.*/, 'node:')}`)))
    const packages = Object.entries(table.packages).flatMap(([name, users]) => users.map((user) => `${user} -> ${name}`))
    const builtins = table.builtins.map((user) => `${user} -> node:`)
    expect([...packages, ...builtins].filter((use) => !used.has(use))).toEqual([])
  })

  test('load the schema library in no fewer files than the table says', () => {
    const loading = files.filter(
      (file) => importsOf(file).includes('zod') && !/import type \{ z \}/.test(readFileSync(`${root}/src/${file}`, 'utf8')),
    )
    expect(loading.sort()).toEqual(table.schemas.loadingZod)
    const users = files.filter((file) => importsOf(file).some((name) => /\/(read|((version|indicator)-)?schema)\.js$/.test(name)))
    expect(users.sort()).toEqual(table.schemas.usingReaders)
  })

  test('stand in short files without default exports', () => {
    for (const file of files) {
      const text = readFileSync(`${root}/src/${file}`, 'utf8')
      expect([file, text.split('\n').length <= 250, /export default/.test(text)]).toEqual([file, true, false])
    }
  })

  test('are drawn in both front pages as they are used', () => {
    const isDrawn = (part: string) => (/^\w+\/$/.test(part) && part !== 'messages/') || part === 'seeds.ts'
    const name = (part: string) => part.replace(/\/$|\.ts$/, '')
    const used = new Set(
      arrows.filter(([from, to]) => from !== to && isDrawn(from) && isDrawn(to)).map(([from, to]) => `${name(from)} --> ${name(to)}`),
    )
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const drawn = [...readFileSync(`${root}/${page}`, 'utf8').matchAll(/^ {2}(\w+ --> \w+)$/gm)].map(([, arrow]) => arrow as string)
      expect(drawn.sort()).toEqual([...used].sort())
    }
  })
})
