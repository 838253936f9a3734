import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { sums } from './many.js'
import { CLAIMED } from './modules.js'
import { commandLine, consumer, type Ran, root, runHere, runIn, runtimeNames } from './runtimes.js'
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
  [2, 'assess', 'no-such-file', ...NOW],
]
const BY_WORKERS = ['report', LARGE, '--now', EXTRACTED, '--format', 'json']

interface Printed {
  readonly runtime: string
  readonly zone: string
  readonly claims: readonly (readonly [claimed: unknown, found: unknown])[]
  readonly sums: Readonly<Record<string, number>>
}

/** What has passed, for the table. */
const passed = new Map<string, Map<string, string>>()
function pass(name: string, zone: string, column: string, figure: string | number) {
  const row = `${name} ${versions[name as keyof typeof versions].version} ${zone}`
  if (!passed.has(row)) passed.set(row, new Map())
  passed.get(row)?.set(column, String(figure))
}

afterAll(() => console.table(Object.fromEntries([...passed].map(([row, columns]) => [row, Object.fromEntries(columns)]))))

describe.each(runs)('the packed package under %s in the zone %s', (name, zone) => {
  const printed = ({ status, out, err }: Ran) => {
    expect([status, err]).toEqual([0, ''])
    return JSON.parse(out) as Printed
  }

  test.each(['use.mjs', 'use.cjs'])('answers %s as the front page and the sources do', async (module) => {
    const { runtime, zone: its, claims, sums: found } = printed(runIn(name, zone, [join(consumer, module)]))
    expect([runtime, its]).toEqual([`${name.split('-')[0]} ${versions[name].version}`, zone])
    expect(claims.map(([, answer]) => answer)).toEqual(claims.map(([claimed]) => claimed))
    expect(claims).toHaveLength(CLAIMED)
    expect(found).toEqual(await sums())
    pass(name, zone, module, `${CLAIMED} claims, ${Object.keys(found).length} sums`)
  })

  test('has a command that prints the same as under the Node of the tests, in the same way', () => {
    for (const [status, ...args] of QUESTIONS) {
      const answer = runIn(name, zone, [commandLine, ...args])
      expect([args, answer.status]).toEqual([args, status])
      expect(answer).toEqual(runHere('UTC', [commandLine, ...args]))
    }
    pass(name, zone, 'command', `${QUESTIONS.length} answers`)
  })
})

describe('a file that several threads read', () => {
  let expected: Ran

  beforeAll(() => {
    writeFileSync(LARGE, [...casesOf(85_000, 5)].map((file) => `${JSON.stringify(file)}\n`).join(''))
    expected = runHere('UTC', [commandLine, ...BY_WORKERS, '--threads', '1'])
    expect(expected.status).toBe(0)
  })

  test.each(runtimeNames)('is counted under %s as by one thread', (name) => {
    expect(runIn(name, 'UTC', [commandLine, ...BY_WORKERS, '--threads', '2'])).toEqual(expected)
    for (const zone of ZONES) pass(name, zone, 'threads', 2)
  })
})
