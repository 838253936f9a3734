/*
 * What reading many cases costs, from file to file, beside JSON.parse of every line: `npm run bench:stream`.
 *
 * `-- --cases 1000000` sets how many; a tenth of them is read as well, and with `--large` ten times as many, for memory and growth.
 * Each run is a process of its own, its start included; all take turns in each round, and the median counts.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { atMost, goal, median, showRatio, table } from './support.js'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '3' }, large: { type: 'boolean', default: false } },
})
const SIZE = Number(values.cases)
const NOW = '2020-01-06T09:00:00+08:00'
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'service-time-bench-'))
const progress = (text) => process.stderr.write(`${text}\n`)

/** Runs a script with its output to a file; milliseconds, and megabytes at the most. */
function run(args, output = '/dev/null') {
  const peak = join(folder, 'peak')
  const out = openSync(output, 'w')
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', here('stream-peak.js'), ...args], {
    stdio: ['ignore', out, 'pipe'],
    env: { ...process.env, PEAK_FILE: peak },
    encoding: 'utf8',
  })
  const ms = performance.now() - start
  closeSync(out)
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { ms, mb: Number(readFileSync(peak, 'utf8')) / 1024 }
}

function fileOf(size) {
  progress(`making ${size} cases`)
  const file = join(folder, `${size}.ndjson`)
  run([here('../../.pack/generate/generate.js'), String(size), '--seed', '7'], file)
  return file
}

const cli = here('../../dist/cli.js')
const verdicts =
  (threads, output = join(folder, 'out.ndjson')) =>
  (file) =>
    run([cli, 'assess', file, '--now', NOW, '--format', 'ndjson', '--threads', threads], output)
const report = (threads) => (file) => run([cli, 'report', file, '--now', NOW, '--format', 'json', '--threads', threads], join(folder, 'report.json'))
const hasReport = /\breport\b/.test(spawnSync(process.execPath, [cli, '--help'], { encoding: 'utf8' }).stdout)

const CONTENDERS = [
  { id: 'base', label: '`JSON.parse` of every line', start: (file) => run([here('stream-base.js'), file]) },
  { id: 'verdicts', label: 'verdicts, one thread', start: verdicts('1') },
  // Ten gigabytes in a file cost what the machine takes for memory that it has not used before, which is not to be seen in a tenth of it.
  { id: 'verdicts nowhere', label: 'verdicts, one thread, to `/dev/null`', start: verdicts('1', '/dev/null') },
  { id: 'verdicts 2', label: 'verdicts, two threads', start: verdicts('2') },
  ...(hasReport
    ? [
        { id: 'report', label: 'report, one thread', start: report('1') },
        { id: 'report 2', label: 'report, two threads', start: report('2') },
      ]
    : []),
]

/** Medians of rounds in which all take turns, by id. */
function inTurns(file, rounds) {
  const all = new Map(CONTENDERS.map(({ id }) => [id, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const { id, start } of CONTENDERS) all.get(id).push(start(file))
    progress(`round ${round} of ${rounds}`)
  }
  return new Map([...all].map(([id, runs]) => [id, { ms: median(runs.map(({ ms }) => ms)), mb: Math.max(...runs.map(({ mb }) => mb)) }]))
}

const sizes = [SIZE / 10, SIZE, ...(values.large ? [10 * SIZE] : [])]
const found = new Map()
for (const size of sizes) {
  const file = fileOf(size)
  found.set(size, { bytes: statSync(file).size, cost: inTurns(file, size === SIZE ? Number(values.rounds) : 1) })
  rmSync(file)
}
rmSync(folder, { recursive: true })

const { cost, bytes } = found.get(SIZE)
const ratio = (id) => (cost.has(id) ? cost.get(id).ms / cost.get('base').ms : undefined)
const most = (id) => Math.max(...[...found.values()].map(({ cost }) => cost.get(id)?.mb ?? 0))
const [smaller, larger] = sizes.slice(-2)
const growth = (id) => (cost.has(id) ? found.get(larger).cost.get(id).ms / (10 * found.get(smaller).cost.get(id).ms) : undefined)
const grown = `${larger.toLocaleString('en')} beside ten times ${smaller.toLocaleString('en')}`
const showMb = (mb) => `${Math.round(mb)} MB`

console.log(`# Streams

${SIZE.toLocaleString('en')} generated cases, ${Math.round(bytes / SIZE)} bytes each. Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}.

${table(
  ['', 'goal', 'measured', ''],
  [
    goal('file to verdicts, one thread', atMost(3, '3.0 x'), ratio('verdicts'), showRatio),
    goal('file to report, one thread', atMost(2.2, '2.2 x'), ratio('report'), showRatio),
    goal('file to report, two threads', atMost(1.5, '1.5 x'), ratio('report 2'), showRatio),
    goal('memory, one thread', atMost(250, '250 MB'), most('verdicts'), showMb),
    goal('memory, two threads', atMost(250, '250 MB'), most('verdicts 2'), showMb),
    goal(`${grown}: verdicts`, atMost(1.1, '1.1 x'), growth('verdicts nowhere'), showRatio),
    goal(`${grown}: verdicts in a file`, atMost(1.1, '1.1 x'), growth('verdicts'), showRatio),
    goal(`${grown}: report`, atMost(1.1, '1.1 x'), growth('report'), showRatio),
  ],
)}

${table(
  ['', ...sizes.flatMap((size) => [`${size.toLocaleString('en')}: µs per case`, 'times', 'MB'])],
  CONTENDERS.map(({ id, label }) => [
    label,
    ...sizes.flatMap((size) => {
      const { cost: costs } = found.get(size)
      const { ms, mb } = costs.get(id)
      return [((1_000 * ms) / size).toFixed(2), (ms / costs.get('base').ms).toFixed(2), Math.round(mb)]
    }),
  ]),
)}
`)
