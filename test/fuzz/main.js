/*
 * Random and mutated cases and policies, asked every question there is of a case: none may crash, hang, or throw anything but the typed
 * error, which names the case, the event and what would have been allowed (`npm run fuzz`).
 *
 * `-- --runs N` (default 1,000,000) and `-- --seed N` (default: chosen and printed) repeat a run exactly.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clockFor, cnLicensing, createClock, readCase, ServiceTimeError, xiaoshan2019 } from '../../dist/index.js'
import { readPolicy } from '../../dist/policy.js'
import { anyPolicy } from './policies.js'
import { QUESTIONS } from './questions.js'
import { random } from './random.js'
import { unsaid } from './refusals.js'
import { anyCase, mutated, pick } from './values.js'

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string' } } })
const runs = Number(options.runs)
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31))
/** After so many cases comes another policy. */
const CASES_OF_A_POLICY = 250
/** A single question that takes so long is as good as hanging; of the processor's own time, so that a busy machine is no fault. */
const HANGING_MS = 2_000

process.stdout.write(`fuzz: ${runs} cases, seed ${seed}\n`)
const lines = (path) =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const samples = lines('../../examples/cases.ndjson').map((line) => JSON.parse(line))
const clock = clockFor(xiaoshan2019)
/** The clock of every stage that has one of its own. */
const bank = createClock({ ...clock, hours: { workday: ['08:30-11:30', '13:00-16:30'] } })
const clocksFor = ({ clocks = {} }) => Object.fromEntries(Object.keys(clocks).map((name) => [name, bank]))
const next = random(seed)
const counts = new Map()
const count = (name) => counts.set(name, (counts.get(name) ?? 0) + 1)

/** Runs a question; refusals are answers, everything else is a fault of the library. */
function ask(what, question) {
  const start = process.cpuUsage()
  const answer = answerTo(what, question)
  const ms = process.cpuUsage(start).user / 1_000
  if (ms > HANGING_MS) throw new Error(`took ${ms.toFixed(0)} ms: ${what()}`)
  return answer
}

function answerTo(what, question) {
  try {
    return { value: question() }
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw new Error(what(), { cause: error })
    if (error.text('en') === '' || error.text('zh') === '') throw new Error(`${error.code} without a text: ${what()}`)
    count(`  ${error.code}`)
    return { error }
  }
}

/** A policy of this package, one with rules of every kind, or either with something wrong in it. */
function nextPolicy() {
  const source = pick(next, [xiaoshan2019, cnLicensing, undefined, undefined, undefined]) ?? anyPolicy(next)
  const given = next(4) === 0 ? mutated(next, source) : source
  const { value, error } = ask(
    () => `policy ${JSON.stringify(given)}`,
    () => readPolicy(given),
  )
  count(error ? 'policies refused' : 'policies')
  if (error && given === source) throw new Error(`refused ${JSON.stringify(given)}`, { cause: error })
  return value && Object.keys(value.rules).length > 0 ? value : xiaoshan2019
}

let policy = xiaoshan2019
let clocks = {}
for (let i = 0; i < runs; i++) {
  if (i % CASES_OF_A_POLICY === 0) {
    policy = nextPolicy()
    clocks = clocksFor(policy)
  }
  const isSample = policy.id === xiaoshan2019.id && next(3) === 0
  const made = isSample ? pick(next, samples) : anyCase(next, policy)
  const file = isSample || next(8) === 0 ? mutated(next, made) : made
  const [name, question] = pick(next, QUESTIONS)
  const now = Date.UTC(2019, next(24), 1 + next(28), next(24))
  const what = () =>
    `${name} at ${new Date(now).toISOString()} of ${JSON.stringify(file)} under ${JSON.stringify({ ...policy, rules: { [file.rule]: policy.rules[file.rule] } })}`
  const { error } = ask(what, () => question(readCase(file, policy), { policy, clock, clocks, now, next }))
  const fault = error && unsaid(error, file)
  if (fault) throw new Error(`${error.code} ${fault}: ${what()}`, { cause: error })
  count(`${name} ${error ? 'refused' : 'answered'}`)
}

for (const [name, found] of [...counts].sort(([a, x], [b, y]) => Number(a.startsWith(' ')) - Number(b.startsWith(' ')) || y - x)) {
  process.stdout.write(`${name}: ${found}\n`)
}
