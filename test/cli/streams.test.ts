import { spawn, spawnSync } from 'node:child_process'
import { closeSync, linkSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { xiaoshan2019 } from 'service-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { service } from '../support/command.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'service-time-streams-'))
const large = join(folder, 'large.ndjson')
const NOW = ['--now', EXTRACTED]
const AS_LINES = ['--format', 'ndjson', ...NOW]

/** Bad lines that stand here and there in the large file. */
const BAD = { 3: '{oops', 5000: '{"id":"X"}', 40000: '7', 85000: 'not json' }

beforeAll(() => {
  const lines = [...casesOf(85_000, 5)].map((file) => JSON.stringify(file))
  for (const [line, text] of Object.entries(BAD)) lines[Number(line) - 1] = text
  writeFileSync(large, `${lines.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, name)
function fileOf(name: string, content: string | Buffer): string {
  writeFileSync(path(name), content)
  return path(name)
}

const balanceIn = (text: string) => {
  const [, ...parts] = /read (\d+) = assessed (\d+) \+ measured (\d+) \+ exempt (\d+) \+ rejected (\d+)\n/.exec(text) ?? []
  return parts.map(Number)
}

/** Runs the command line with its output to a file, and tells what it said. */
function runTo(output: string, args: readonly string[], during?: (kill: (signal: NodeJS.Signals) => void) => void) {
  const out = openSync(output, 'w')
  const child = spawn(process.execPath, [`${root}/dist/cli.js`, ...args], { stdio: ['ignore', out, 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
  closeSync(out)
  let err = ''
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  during?.((signal) => child.kill(signal))
  return new Promise<{ status: number | null; err: string }>((resolve) => child.on('close', (status) => resolve({ status, err })))
}

describe('a large file', () => {
  test('gives the same bytes and refuses the same lines with workers as without, and nothing is lost', async () => {
    expect(statSync(large).size).toBeGreaterThan(32 * 1024 * 1024)
    const runs = await Promise.all(
      ['1', '2', '3'].map(async (threads) => {
        const [out, rejects] = [path(`out-${threads}.ndjson`), path(`rejects-${threads}.ndjson`)]
        const ran = await runTo(out, ['assess', large, ...AS_LINES, '--threads', threads, '--rejects', rejects])
        return { ...ran, out: readFileSync(out), rejects: readFileSync(rejects, 'utf8') }
      }),
    )
    const [one] = runs as [(typeof runs)[number]]
    for (const run of runs) expect([run.status, run.err, run.rejects, run.out.equals(one.out)]).toEqual([2, one.err, one.rejects, true])
    const rejected = one.rejects.trimEnd().split('\n')
    expect(rejected.map((line) => JSON.parse(line)).map(({ file, line, code, path, reason }) => [file, line, code, path, typeof reason])).toEqual([
      [large, 3, 'json-invalid', '', 'string'],
      [large, 5_000, 'value-invalid', 'rule', 'string'],
      [large, 40_000, 'value-invalid', '', 'string'],
      [large, 85_000, 'json-invalid', '', 'string'],
    ])
    const [read, assessed = 0, measured = 0, exempt = 0, refused] = balanceIn(one.err)
    const lines = one.out.toString().trimEnd().split('\n')
    expect([read, refused, lines.length]).toEqual([85_000, 4, assessed + measured + exempt])
    expect(lines.map((line) => JSON.parse(line).id).slice(0, 3)).toEqual(['XS-2019-0000001', 'XS-2019-0000002', 'XS-2019-0000004'])
    // Where refusals go to a file, the error stream has none of them, and nobody who does not look sees a bar.
    expect(one.err.split('\n')).toHaveLength(3)
  })

  test.each([
    ['report', []],
    ['due', ['--within', '5 working days']],
  ])('gives the same %s with workers as without', async (command, args) => {
    const runs = await Promise.all(
      ['1', '2', '3'].map(async (threads) => {
        const out = path(`${command}-${threads}.json`)
        const ran = await runTo(out, [command, large, ...NOW, '--format', 'json', '--threads', threads, ...args])
        return { ...ran, out: readFileSync(out, 'utf8') }
      }),
    )
    const [one] = runs as [(typeof runs)[number]]
    expect(one.status).toBe(2)
    expect(Object.keys(JSON.parse(one.out)).length).toBeGreaterThan(3)
    for (const run of runs) expect(run).toEqual(one)
  })

  test.each(['1', '2'])('that is interrupted leaves whole lines and says how far it came, with %s threads', async (threads) => {
    const out = path('interrupted.ndjson')
    const { status, err } = await runTo(out, ['assess', large, ...AS_LINES, '--threads', threads], (kill) => {
      const timer = setInterval(() => {
        if (statSync(out).size === 0) return
        clearInterval(timer)
        kill('SIGINT')
      }, 5)
    })
    const text = readFileSync(out, 'utf8')
    const lines = text.trimEnd().split('\n')
    expect([status, text.endsWith('\n')]).toEqual([130, true])
    for (const line of lines) JSON.parse(line)
    const [read = 0, assessed = 0, measured = 0, exempt = 0, rejected = 0] = balanceIn(err)
    expect([read, lines.length]).toEqual([assessed + measured + exempt + rejected, assessed + measured + exempt])
    expect(err).toContain(`Interrupted in ${large} after ${read} read; what was written are whole lines`)
    expect(read).toBeLessThan(85_000)
  })

  test('ends at a full disk with the reason and the status of a fault', async () => {
    const file = fileOf('small.ndjson', firstLines(2_000))
    for (const format of ['ndjson', 'json']) {
      const { status, err } = await runTo('/dev/full', ['assess', file, ...NOW, '--format', format])
      expect([status, err]).toEqual([
        2,
        expect.stringMatching(/"standard output" cannot be written: ENOSPC: no space left on device.*\[output-failed\]/),
      ])
    }
    const small = fileOf('one.ndjson', '{oops\n')
    expect(service(['assess', small, ...AS_LINES, '--rejects', '/dev/full'])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/"\/dev\/full" cannot be written: ENOSPC.*\[output-failed\]/),
    })
  })
})

test('exits with the status of a fault where the error stream is a full disk, and still prints the answers', () => {
  const file = fileOf('half.csv', 'id,rule,accepted\nA,water-hookup,2019-07-01\nB,none,2019-07-01\n')
  const full = openSync('/dev/full', 'w')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [`${root}/dist/cli.js`, ...args], { stdio: ['ignore', 'pipe', full], encoding: 'utf8' })
  for (const format of ['table', 'ndjson']) {
    const args = ['assess', file, '--now', '2019-07-10T09:00', '--format', format]
    const { status, stdout } = run(...args, '--fail-on', 'late')
    expect([status, stdout]).toEqual([2, service(args).out])
  }
  expect(run('assess', file, '--foo').status).toBe(2)
  closeSync(full)
})

test('adds to a file what it prints to a pipe, and says what it has to say after that', () => {
  const args = ['assess', fileOf('some.ndjson', firstLines(2_000)), ...AS_LINES, '--rejects', path('rejects.ndjson')]
  const { status, out, err } = service(args)
  const file = fileOf('log.txt', 'before\n')
  const log = openSync(file, 'a')
  expect(spawnSync(process.execPath, [`${root}/dist/cli.js`, ...args], { stdio: ['ignore', log, log] }).status).toBe(status)
  closeSync(log)
  expect(out.split('\n')).toHaveLength(2_000)
  expect(readFileSync(file, 'utf8')).toBe(`before\n${out}${err}`)
})

const firstLines = (count: number) => readFileSync(large, 'utf8').split('\n').slice(0, count).join('\n')

/** Interrupts a command that waits for more of its input, once it has said or written something of what it was given. */
async function interrupted(args: readonly string[], input: string): Promise<{ status: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, [`${root}/dist/cli.js`, ...args], { env: { ...process.env, NO_COLOR: '1' } })
  let [out, err] = ['', '']
  // Once: a second time would end it at once.
  const interrupt = () => {
    if (out.length + err.length === 0) child.kill('SIGINT')
  }
  child.stdout.on('data', (chunk) => {
    interrupt()
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    interrupt()
    err += chunk
  })
  child.stdin.write(input)
  const status = await new Promise((resolve) => child.on('close', resolve))
  return { status, out, err }
}

describe('standard input that does not end', () => {
  test('can be interrupted while nothing comes', async () => {
    const [first, second] = firstLines(2).split('\n') as [string, string]
    const { status, out, err } = await interrupted(['assess', '-', ...AS_LINES], `${first}\n${second.slice(0, 30)}`)
    expect([status, out.split('\n').length]).toEqual([130, 2])
    expect(balanceIn(err)[0]).toBe(1)
  })

  test.each(['report', 'due'])('gives no %s when it is interrupted, as a part would pass for the whole', async (command) => {
    const { status, out, err } = await interrupted([command, '-', ...NOW], `${firstLines(2)}\n{oops\n`)
    expect([status, out]).toEqual([130, ''])
    expect(err).toMatch(/^-:3:.*\[json-invalid\]\nInterrupted in - after 3 read/)
  })
})

test('a file cut in mid-line, a byte that is no text and a line of 100 MB cost themselves alone', () => {
  const [first, second, third] = firstLines(6).split('\n') as [string, string, string]
  const bytes = Buffer.concat([
    Buffer.from(`${first}\n{"id":"`),
    Buffer.alloc(100_000_000, 'y'),
    Buffer.from(`"}\n${second}\n{"id":"`),
    Buffer.from([0xff]),
    Buffer.from(`"}\n${third.slice(0, 50)}`),
  ])
  const { status, err, out } = service(['assess', fileOf('damaged.ndjson', bytes), ...AS_LINES])
  expect([status, out.trimEnd().split('\n').length]).toEqual([2, 2])
  expect([...err.matchAll(/ndjson:(\d+): .*\[(.*)\]/g)].map(([, line, code]) => [line, code])).toEqual([
    ['2', 'line-too-long'],
    ['4', 'text-not-utf8'],
    ['5', 'json-invalid'],
  ])
})

describe('a table', () => {
  const rows = ['1,2019-07-01 09:12,2019-07-04 16:00', '2,2019-07-01 09:12,2019-07-09 16:00', '3,2019-07-01 09:12']
  const table = () => fileOf('table.csv', `编号,受理,办结\n${rows.join('\n')}\n`)
  const mapping = {
    id: '编号',
    rule: { is: 'water-hookup' },
    events: ['受理', '办结'].map((at, i) => ({ type: { is: ['accepted', 'completed'][i] }, at })),
  }

  test('is read by a mapping', () => {
    const file = fileOf('mapping.json', JSON.stringify(mapping))
    const { status, out, err } = service(['assess', table(), ...AS_LINES, '--mapping', file])
    expect([
      status,
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, outcome }) => [id, outcome]),
    ]).toEqual([
      2,
      [
        ['1', 'early'],
        ['2', 'late'],
      ],
    ])
    expect(err).toContain('table.csv:4: This row has 2 cells, and the table has 3 columns')
  })

  test('is read by every command that reads cases', () => {
    const [file, rejects] = [fileOf('mapping.json', JSON.stringify(mapping)), path('rejects-table.ndjson')]
    const read = (...args: string[]) => service([...args, table(), '--mapping', file, ...NOW])
    const report = read('report', '--format', 'json', '--rejects', rejects)
    expect([report.status, report.err, JSON.parse(report.out)]).toEqual([2, '', expect.objectContaining({ read: 3, rejected: 1 })])
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({ line: 4, code: 'cells-differ' })
    expect(read('due', '--format', 'json')).toMatchObject({ status: 2, err: expect.stringContaining('table.csv:4: This row has 2 cells') })
    expect(read('timeline', '--id', '2').out).toMatch(/^2; completed/)
  })

  test('is read by columns named one by one', () => {
    const named = fileOf('named.csv', '编号,事项,受理,completed\n1,water-hookup,2019-07-01 09:12,2019-07-04 16:00\n')
    const columns = ['id=编号', 'rule=事项', 'accepted=受理', 'completed=completed'].flatMap((pair) => ['--column', pair])
    expect(JSON.parse(service(['assess', named, ...AS_LINES, ...columns]).out)).toMatchObject({ id: '1', outcome: 'early' })
  })

  test.each([
    ['a field that is not known', ['--column', 'ident=编号'], '--column: "ident" is not a known part of a mapping of columns'],
    [
      'the type of events without their instant',
      ['--column', 'id=编号', '--column', 'rule=受理', '--column', 'type=办结'],
      'The table has no column "at"',
    ],
    [
      'columns of both kinds of rows',
      ['--column', 'type=a', '--column', 'accepted=b'],
      '--column: Found { type, accepted } where either the columns of one',
    ],
    ['a pair that is none', ['--column', 'id'], 'It is a field and a column'],
    ['a mapping that is none', ['--mapping', 'package.json'], '--mapping: "name" is not a known part of a mapping of columns'],
    ['a mapping that is not there', ['--mapping', 'none.json'], '[file-unreadable]'],
    ['a mapping and columns', ['--mapping', 'none.json', '--column', 'id=a'], 'cannot be used with'],
    ['no number of threads', ['--threads', '0'], 'a whole number from 1 to 99'],
    ['a folder for rejects that is not there', ['--rejects', 'none/rejects.ndjson'], '[output-failed]'],
  ])('asked for with %s exits with 2 and says why', (_, args, said) => {
    expect(service(['assess', table(), ...AS_LINES, ...args])).toMatchObject({ status: 2, out: '', err: expect.stringContaining(said) })
  })
})

test('a packed file with more behind it is read to its end by every command, and told once', () => {
  const file = fileOf('more.csv.gz', Buffer.concat([gzipSync('id,rule,accepted\nA,water-hookup,2019-07-01\n'), Buffer.from('hello')]))
  const args = [file, '--now', '2019-07-10T09:00']
  for (const command of [['assess'], ['report', '--by', 'rule'], ['report', '--format', 'html'], ['due'], ['timeline'], ['timeline', '--id', 'A']]) {
    const { status, out, err } = service([...command, ...args])
    expect([status, err.match(/gzip-invalid/g)?.length, err.startsWith(`${file}: `)]).toEqual([2, 1, true])
    expect(out).toMatch(/water-hookup|Water hook-up|A; running/)
  }
})

describe('a file for what is refused that is one of those read', () => {
  const CASES = 'id,rule,accepted\nA,water-hookup,2019-07-01\nB,none,2019-07-01\n'
  const policy = (extended?: string) => ({ id: 'own', ...(extended !== undefined && { extends: extended }), titles, source })
  const { titles, source } = xiaoshan2019
  const cases = () => fileOf('k.csv', CASES)
  const kept = (file: string, args: readonly string[], input = '') => {
    const before = readFileSync(file, 'utf8')
    const ran = service([...args, ...NOW], { cwd: folder, input })
    expect([ran.status, ran.out, ran.err]).toEqual([2, '', expect.stringMatching(/^--rejects: .* and would be overwritten.*\[output-failed\]\n$/)])
    expect(readFileSync(file, 'utf8')).toBe(before)
  }

  test.each(['assess', 'report', 'due'])('is refused by %s before it is opened, by whatever name', (command) => {
    const file = cases()
    symlinkSync(file, path(`link-${command}.csv`))
    linkSync(file, path(`hard-${command}.csv`))
    for (const name of ['k.csv', './k.csv', file, `link-${command}.csv`, `hard-${command}.csv`]) kept(file, [command, 'k.csv', '--rejects', name])
  })

  test('is refused where it is the policy, what that extends, or the mapping', () => {
    const file = fileOf('own.json', JSON.stringify(policy('beside')))
    const beside = fileOf('beside.json', JSON.stringify({ ...policy('xiaoshan-2019'), id: 'beside' }))
    const mapping = fileOf('map.json', JSON.stringify({ id: 'id', rule: 'rule', events: [{ type: { is: 'accepted' }, at: 'accepted' }] }))
    const args = ['assess', cases(), '--policy', file, '--mapping', mapping]
    for (const one of [file, beside, mapping]) kept(one, [...args, '--rejects', one])
    expect(service([...args, ...NOW, '--rejects', path('other.ndjson')]).status).toBe(2)
    expect(readFileSync(path('other.ndjson'), 'utf8')).toContain('"rule-unknown"')
  })

  test('is refused where it is standard input, and a device is not', () => {
    const file = cases()
    const input = openSync(file, 'r')
    const args = [`${root}/dist/cli.js`, 'assess', '-', ...NOW, '--rejects']
    expect(spawnSync(process.execPath, [...args, file], { stdio: [input, 'pipe', 'pipe'] }).status).toBe(2)
    closeSync(input)
    expect(readFileSync(file, 'utf8')).toBe(CASES)
    expect(service(['assess', cases(), ...NOW, '--rejects', '/dev/null']).out).toContain('read 2 = assessed 1')
  })
})
