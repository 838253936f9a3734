/*
 * Random and mutated cases and policies: none may crash, hang, or throw anything but the typed error (`npm run fuzz`).
 *
 * `-- --runs N` (default 1,000,000) and `-- --seed N` (default: chosen and printed) repeat a run exactly.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { assess, clockFor, explain, readCase, ServiceTimeError, xiaoshan2019 } from '../../dist/index.js'
import { readPolicy } from '../../dist/policy.js'
import { random } from './random.js'
import { anyCase, mutated } from './values.js'

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string' } } })
const runs = Number(options.runs)
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31))
/** Of so many cases one is also explained, of so many one brings a policy of its own; both cost far more than a verdict. */
const [EXPLAINED, OWN_POLICY] = [20, 500]
/** A single question that takes so long is as good as hanging. */
const HANGING_MS = 2_000

process.stdout.write(`fuzz: ${runs} cases, seed ${seed}\n`)
const source = JSON.parse(readFileSync(new URL('../../seeds/policies/xiaoshan-2019.json', import.meta.url), 'utf8'))
const samples = readFileSync(new URL('../../examples/cases.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const clock = clockFor(xiaoshan2019)
const next = random(seed)
const counts = { assessed: 0, refused: 0, policies: 0, 'policies refused': 0 }
const codes = new Map()

/** Runs a question; refusals are answers, everything else is a fault of the library. */
function ask(what, question) {
  const start = performance.now()
  const answer = answerTo(what, question)
  const ms = performance.now() - start
  if (ms > HANGING_MS) throw new Error(`took ${ms.toFixed(0)} ms: ${what}`)
  return answer
}

function answerTo(what, question) {
  try {
    return { value: question() }
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw new Error(what, { cause: error })
    if (error.text('en') === '' || error.text('zh') === '') throw new Error(`${error.code} without a text: ${what}`)
    codes.set(error.code, (codes.get(error.code) ?? 0) + 1)
    return { error }
  }
}

let policy = xiaoshan2019
for (let i = 0; i < runs; i++) {
  if (i % OWN_POLICY === 0) {
    const spoilt = mutated(next, source)
    const read = ask(JSON.stringify(spoilt).slice(0, 500), () => readPolicy(spoilt))
    counts.policies++
    if (read.error) counts['policies refused']++
    policy = read.value ?? xiaoshan2019
  }
  const file = next(3) === 0 ? mutated(next, samples[next(samples.length)]) : anyCase(next, source)
  const what = JSON.stringify(file)
  const now = Date.UTC(2019, next(24), 1 + next(28), next(24))
  const question = next(EXPLAINED) === 0 ? explain : assess
  const { error } = ask(what, () => question(readCase(file, policy), { policy, clock, now }))
  counts[error ? 'refused' : 'assessed']++
}

for (const [name, count] of Object.entries(counts)) process.stdout.write(`${name}: ${count}\n`)
for (const [code, count] of [...codes].sort(([, a], [, b]) => b - a)) process.stdout.write(`  ${code} ${count}\n`)
