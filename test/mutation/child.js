/*
 * Runs tests on changed sources, one order at a time: a process of its own, because a change may make it run for ever or fill the memory.
 * Each order gets the sources, and all that they keep, anew; only the text has been compiled before.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { argv } from 'node:process'
import { inspect } from 'node:util'
import { constants, Script } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { placeOf, root } from './places.js'
import { testsOf, vitest } from './suite.js'

const LONGEST_WAIT_MS = 10_000
const AT_MOST_MS = 600_000

const [, , folder] = argv
const scriptOf = (name) =>
  new Script(readFileSync(join(placeOf(folder), name), 'utf8'), {
    filename: name,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
const scripts = { telling: scriptOf('telling.cjs'), quick: scriptOf('quick.cjs') }
const fromRoot = createRequire(join(root, 'package.json'))
const required = (name) => {
  if (name.startsWith('below:')) return below[name.slice('below:'.length)]()
  const module = name === 'vitest' ? vitest : fromRoot(name)
  // A script takes what it requires for the default export of a module; of one that has only that, it is so.
  return module[Symbol.toStringTag] === 'Module' && typeof module.default === 'function' ? Object.assign(module.default, module) : module
}
// The same cases for every change, and no search for the smallest one once it is found.
fromRoot('fast-check').configureGlobal({
  seed: 2019,
  numRuns: Math.ceil(100 * Number(process.env['PROPERTY_SHARE'] ?? 1)),
  endOnFailure: true,
})

const never = () => false
/** The sources that know nothing of those that are changed. */
const below = evaluated(scriptOf('below.cjs'), -1, never, never)

/** How many tests were begun, and how much of the processor's time the one that runs may take, for the thread that watches. */
const watched = new Int32Array(new SharedArrayBuffer(8))
watched[1] = AT_MOST_MS
new Worker(new URL('watch.js', import.meta.url), { workerData: watched }).unref()

/** The files of a script, each to be read when it is asked for: of tests, on changed sources of their own. */
function evaluated(script, made, again, by) {
  const module = { exports: {} }
  script.runInThisContext()(required, module, made, again, by)
  return module.exports.files
}

async function run(test) {
  const done = test.run()
  if (typeof done?.then !== 'function') return
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('never settled')), LONGEST_WAIT_MS)
  })
  await Promise.race([done, late]).finally(() => clearTimeout(timer))
}

function begin(mostMs) {
  Atomics.store(watched, 1, mostMs)
  Atomics.add(watched, 0, 1)
}

/** The titles of a file's tests. */
const list = ({ file }) => testsOf(file, evaluated(scripts.quick, -1, never, never)[file]).map(({ title }) => title)

const usedMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Which changes a test comes by, how often, and whether only as its file is read; and how much of the processor's time it takes. */
async function visit({ file, index, changes }) {
  begin(AT_MOST_MS)
  const counts = new Uint32Array(changes)
  const by = (...ids) => {
    for (const id of ids) counts[id] += 1
  }
  const started = usedMs()
  const files = evaluated(scripts.telling, -1, never, by)
  const test = testsOf(file, files[file])[index]
  const before = counts.slice()
  const read = usedMs()
  await run(test).catch((cause) => {
    throw new Error(`${file} fails with no change made: ${test.title}`, { cause })
  })
  const come = [...counts.entries()].filter(([, count]) => count > 0).map(([id, count]) => [id, count, count === before[id]])
  return { readMs: read - started, ms: usedMs() - read, come }
}

/** The first of the tests that notices a change, or -1. A change that is come by far more often than before runs for ever. */
async function attempt({ id, tests, mostHits }) {
  let hits = 0
  const again = () => {
    hits += 1
    if (hits > mostHits) throw new Error('runs for ever')
    return true
  }
  let files
  const read = new Map()
  for (const [place, { file, index, mostMs }] of tests.entries()) {
    begin(mostMs)
    hits = 0
    try {
      files ??= evaluated(scripts.quick, id, again, never)
      if (!read.has(file)) read.set(file, testsOf(file, files[file]))
      await run(read.get(file)[index])
    } catch {
      return { noticed: place, forEver: hits > mostHits }
    }
  }
  return { noticed: -1, forEver: false }
}

const orders = { list, visit, attempt }

process.on('message', async ([order, argument]) => {
  try {
    process.send({ answer: await orders[order](argument) })
  } catch (error) {
    process.send({ failure: inspect(error) })
  }
})
