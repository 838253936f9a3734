import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { sums } from './many.js'
import { CASES, CLAIMED } from './modules.js'
import { commandLine, consumer, type Ran, type RuntimeName, root, runHere, runIn, runtimeNames } from './runtimes.js'
import versions from './versions.json' with { type: 'json' }

const ZONES = ['America/New_York', 'Pacific/Apia']
const runs = runtimeNames.flatMap((name) => ZONES.map((zone) => [name, zone] as const))

const NOW = ['--now', '2020-04-01T09:00:00+08:00']
const EXAMPLES = join(root, 'examples/cases.ndjson')
const LARGE = join(consumer, 'large.ndjson')
/** Questions to the command line, with the exit status of the answers. */
const QUESTIONS: readonly (readonly [status: number, ...args: string[]])[] = [
  [0, 'add', '2019-04-26', '4 working days'],
  [0, '--help'],
  [0, 'assess', EXAMPLES, ...NOW],
  [0, 'assess', EXAMPLES, ...NOW, '--format', 'ndjson', '--lang', 'zh'],
  [0, 'report', EXAMPLES, ...NOW, '--format', 'html'],
  [0, 'calendar', '2026', '--format', 'ics'],
  [2, 'add', '2019-13-01', '4 working days'],
  [2, 'assess', EXAMPLES, ...NOW, '--policy', 'no-such-policy'],
]
const BY_THREADS = ['assess', LARGE, '--now', EXTRACTED, '--format', 'ndjson', '--threads']
/** What a process printed, too long to be shown. */
const inShort = ({ status, out, err }: Ran) => ({ status, err, out: createHash('sha256').update(out).digest('hex') })

interface Printed {
  readonly runtime: string
  readonly zone: string
  readonly claims: readonly (readonly [claimed: unknown, found: unknown])[]
  readonly sums: Readonly<Record<string, number>>
}

const COLUMNS = ['modules', 'CommonJS', 'command', 'threads'] as const
type Column = (typeof COLUMNS)[number]
/** What has passed, for the table. */
const passed = new Map<string, string>()
const cellOf = (name: RuntimeName, zone: string, column: Column) => [name, zone, column].join()
const pass = (name: RuntimeName, zone: string, column: Column, figure: string) => passed.set(cellOf(name, zone, column), figure)

afterAll(() => {
  const rows = runs.map(([name, zone]) => [
    `${name.split('-')[0]} ${versions[name].version}`,
    zone,
    ...COLUMNS.map((column) => passed.get(cellOf(name, zone, column)) ?? 'NOT PASSED'),
  ])
  console.log(
    [['runtime', 'zone', ...COLUMNS], ...rows]
      .map((row) =>
        row
          .map((cell) => cell.padEnd(22))
          .join('')
          .trimEnd(),
      )
      .join('\n'),
  )
})

/** What the sources answer, and what the command prints under the Node of the tests. */
let found: Readonly<Record<string, number>>
let prints: readonly Ran[]
beforeAll(async () => {
  found = await sums(CASES)
  prints = QUESTIONS.map(([, ...args]) => runHere('UTC', [commandLine, ...args]))
  expect(prints.map(({ status }) => status)).toEqual(QUESTIONS.map(([status]) => status))
})

describe.each(runs)('the packed package under %s in the zone %s', (name, zone) => {
  const printed = ({ status, out, err }: Ran) => {
    expect([status, err]).toEqual([0, ''])
    return JSON.parse(out) as Printed
  }

  test.each([
    ['modules', 'use.mjs'],
    ['CommonJS', 'use.cjs'],
  ] as const)('answers as the front page and the sources do, as %s', (kind, module) => {
    const { runtime, zone: itsZone, claims, sums: its } = printed(runIn(name, zone, [join(consumer, module)]))
    expect([runtime, itsZone]).toEqual([`${name.split('-')[0]} ${versions[name].version}`, zone])
    expect(claims.map(([, answer]) => answer)).toEqual(claims.map(([claimed]) => claimed))
    expect(claims).toHaveLength(CLAIMED)
    expect(its).toEqual(found)
    pass(name, zone, kind, `${CLAIMED} claims, ${Object.keys(its).length} sums`)
  })

  test('has a command that prints the same as under the Node of the tests, and ends in the same way', () => {
    expect(QUESTIONS.map(([, ...args]) => runIn(name, zone, [commandLine, ...args]))).toEqual(prints)
    pass(name, zone, 'command', `${QUESTIONS.length} answers`)
  })
})

describe('a file that several threads read', () => {
  let expected: ReturnType<typeof inShort>

  beforeAll(() => {
    writeFileSync(LARGE, [...casesOf(85_000, 5)].map((file) => `${JSON.stringify(file)}\n`).join(''))
    expected = inShort(runHere('UTC', [commandLine, ...BY_THREADS, '1']))
    expect(expected.status).toBe(0)
  })

  test.each(runtimeNames)('gives the same under %s as if one did', (name) => {
    expect(inShort(runIn(name, 'UTC', [commandLine, ...BY_THREADS, '2']))).toEqual(expected)
    for (const zone of ZONES) pass(name, zone, 'threads', '1 large file')
  })
})
