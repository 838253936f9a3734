import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each part of the library may use: nouns point one way, and edges are used by nothing. The README shows this table. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  messages: [],
  errors: ['messages'],
  time: ['errors'],
  calendar: ['time', 'errors'],
  clock: ['calendar', 'time', 'errors'],
  json: ['time', 'errors'],
  policy: ['json', 'time', 'errors'],
  layer: ['calendar', 'json', 'time', 'errors'],
  case: ['clock', 'calendar', 'policy', 'time', 'errors', 'package.json'],
  codes: ['case', 'policy', 'time', 'errors', 'seeds/*.json'],
  indicator: ['calendar', 'policy', 'time', 'errors'],
  report: ['case', 'clock', 'calendar', 'policy', 'time', 'errors'],
  seeds: ['clock', 'calendar', 'policy', 'time', 'errors', 'seeds/*.json'],
  render: ['report', 'case', 'calendar', 'policy', 'time', 'errors'],
  stream: ['case', 'time', 'errors'],
  matchers: ['report', 'render', 'case', 'clock', 'calendar', 'policy', 'time', 'errors'],
  cli: ['repl', 'stream', 'report', 'case', 'layer', 'render', 'calendar', 'seeds', 'clock', 'policy', 'time', 'errors', 'package.json'],
  repl: ['cli', 'render', 'case', 'clock', 'calendar', 'policy', 'seeds', 'time', 'errors', 'package.json'],
  index: ['case', 'seeds', 'clock', 'calendar', 'policy', 'time', 'errors'],
  'policy-entry': ['policy', 'indicator'],
  'layer-entry': ['layer'],
  'codes-entry': ['codes'],
  'render-entry': ['render'],
  'report-entry': ['report'],
  'stream-entry': ['stream'],
  'vitest-entry': ['matchers'],
  'jest-entry': ['matchers'],
}

/** Packages that may be imported, and by which parts. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@noble/hashes/sha2.js': ['calendar'],
  '@noble/hashes/utils.js': ['calendar'],
  '@date-fns/utc/date/mini': ['time'],
  'date-fns/addMonths': ['time'],
  zod: ['json', 'policy', 'layer'],
  'ical.js': ['layer'],
  '@observablehq/plot': ['render'],
  linkedom: ['render'],
  commander: ['cli'],
  papaparse: ['stream'],
  'string-width': ['cli'],
  vitest: ['vitest-entry'],
  expect: ['jest-entry'],
  'service-time': ['repl'],
  'service-time/policy': ['repl'],
  'service-time/layer': ['repl'],
  'service-time/codes': ['repl'],
  'service-time/report': ['repl'],
  'service-time/render': ['repl'],
  'service-time/stream': ['repl'],
}

const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split('\\').join('/'))
  .filter((file) => file.endsWith('.ts'))

const importsOf = (file: string) =>
  ts.preProcessFile(readFileSync(`${root}/src/${file}`, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)

/** What a user imports by a name of its own. */
const ENTRY = /^(policy|layer|codes|render|report|stream|vitest|jest)\.ts$/

function areaOf(file: string): string {
  if (file.startsWith('../seeds/')) return 'seeds/*.json'
  if (file === '../package.json') return 'package.json'
  if (ENTRY.test(file)) return file.replace('.ts', '-entry')
  return (file.split('/')[0] as string).replace(/\.ts$/, '')
}

const arrows = files.flatMap((file) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map(
      (name) => [areaOf(file), areaOf(posix.normalize(posix.join(posix.dirname(file), name.replace(/\.js$/, '.ts')))), `${file} -> ${name}`] as const,
    ),
)

describe('the parts of the library', () => {
  test('use only what the table allows', () => {
    expect(arrows.filter(([from, to]) => from !== to && !ALLOWED[from]?.includes(to)).map(([, , arrow]) => arrow)).toEqual([])
  })

  test('use everything that the table allows', () => {
    const used = new Set(arrows.map(([from, to]) => `${from} -> ${to}`))
    const allowed = Object.entries(ALLOWED).flatMap(([from, targets]) => targets.map((to) => `${from} -> ${to}`))
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([])
  })

  test('import packages only where they belong, and the built-in modules of Node only on the command line and in the REPL', () => {
    const packages = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.'))
        .map((name) => [areaOf(file), name] as const),
    )
    const isAllowed = ([area, name]: readonly [string, string]) =>
      name.startsWith('node:') ? area === 'cli' || area === 'repl' : (PACKAGES[name] ?? []).includes(area)
    expect(packages.filter((use) => !isAllowed(use))).toEqual([])
  })

  test('keep the schema library out of everything that does not read policies or layers', () => {
    const readers = files.filter(
      (file) => importsOf(file).includes('zod') && !/import type \{ z \}/.test(readFileSync(`${root}/src/${file}`, 'utf8')),
    )
    expect(readers.sort()).toEqual([
      'json/atoms.ts',
      'json/check.ts',
      'layer/schema.ts',
      'policy/indicator-schema.ts',
      'policy/schema.ts',
      'policy/version-schema.ts',
    ])
    const users = files.filter((file) => importsOf(file).some((name) => /\/(read|((version|indicator)-)?schema)\.js$/.test(name)))
    expect(users.sort()).toEqual([
      'cli/calendar.ts',
      'cli/policies.ts',
      'layer.ts',
      'layer/read-ics.ts',
      'layer/read.ts',
      'policy.ts',
      'policy/define.ts',
      'policy/indicator-schema.ts',
      'policy/policy.ts',
      'policy/read.ts',
      'policy/schema.ts',
    ])
  })

  test('stand in short files without default exports', () => {
    for (const file of files) {
      const text = readFileSync(`${root}/src/${file}`, 'utf8')
      expect([file, text.split('\n').length <= 250, /export default/.test(text)]).toEqual([file, true, false])
    }
  })

  test('are drawn in both front pages as they are used', () => {
    const isPart = (area: string) => /^[a-z]+$/.test(area) && area !== 'index' && area !== 'messages' && area !== 'errors'
    const used = new Set(arrows.filter(([from, to]) => from !== to && isPart(from) && isPart(to)).map(([from, to]) => `${from} --> ${to}`))
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const drawn = [...readFileSync(`${root}/${page}`, 'utf8').matchAll(/^ {2}(\w+ --> \w+)$/gm)].map(([, arrow]) => arrow as string)
      expect(drawn.sort()).toEqual([...used].sort())
    }
  })
})
