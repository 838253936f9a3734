/* Which changes of a folder its tests notice. */
import { build, testFiles } from './build.js'
import { startProcess } from './process.js'

/** Tests that take more of the processor's time than this are left out: an unnoticed change would ask each of them. */
const LONGEST_MS = 1_000
const KEPT_EVERY = 100
/** What a test may take of the processor's time: many times what it took, as a change may well make it slower. */
const mostMs = (took) => 2_000 + 20 * took
/** How often a change may be come by: many times as often as before, as loops may well become longer. */
const mostHits = (before) => 100_000 + 100 * before

async function listTests(files, ask) {
  const tests = []
  for (const file of files) {
    const titles = await ask('list', { file })
    tests.push(...titles.map((title, index) => ({ file, index, title })))
  }
  return tests
}

/** Runs each test alone on sources of its own, so that nothing that is kept hides which changes it comes by. */
async function visitAll(tests, changes, { ask, progress }) {
  const reached = changes.map(() => ({ tests: [], most: 0 }))
  for (const [place, test] of tests.entries()) {
    progress(`test ${place + 1} of ${tests.length}`)
    const answer = await ask('visit', { ...test, changes: changes.length })
    if (!answer) throw new Error(`${test.file} ends the process: ${test.title}`)
    Object.assign(test, { ms: answer.ms, mostMs: mostMs(answer.ms + answer.readMs) })
    if (answer.ms > LONGEST_MS) continue
    for (const [id, count, onlyRead] of answer.come) {
      reached[id].tests.push({ test, onlyRead })
      reached[id].most = Math.max(reached[id].most, count)
    }
  }
  return reached
}

/** Those first that are likely to notice soon: that come by in the test itself, are quick, and have noticed other changes of the file. */
function inOrder(reaching, noticing) {
  const cost = ({ test, onlyRead }) => ((onlyRead ? 1_000 : 1) * (test.ms + 1)) / (1 + (noticing.get(test) ?? 0))
  return reaching
    .map((entry) => [cost(entry), entry.test])
    .sort(([a], [b]) => a - b)
    .map(([, test]) => test)
}

async function attempt(change, { tests: reaching, most }, { ask, noticing }) {
  if (reaching.length === 0) return { status: 'NoCoverage' }
  const tests = inOrder(reaching, noticing)
  const answer = await ask('attempt', { id: change.id, tests, mostHits: mostHits(most) })
  if (!answer) return { status: 'Timeout' }
  const test = tests[answer.noticed]
  if (!test) return { status: 'Survived' }
  noticing.set(test, (noticing.get(test) ?? 0) + 1)
  return { status: answer.forEver ? 'Timeout' : 'Killed', by: `${test.file}: ${test.title}` }
}

/** Those of some tests that are in files that begin so. */
function testsBy(by, tests) {
  const files = new Set(testFiles(by))
  return tests.filter(({ file }) => files.has(file))
}

/**
 * Finds what becomes of each change of a folder, by all of its tests or some; of those of which `knownOf` tells it, no test is asked.
 * Gives what was found so far to `keep`, now and then and at the end.
 */
export async function measure(folder, beginnings, { by = beginnings, progress, knownOf, keep }) {
  const files = testFiles(beginnings)
  progress('building')
  const changes = await build(folder, files)
  const { ask, end } = startProcess(folder)
  const tests = await listTests(files, ask)
  const reached = await visitAll(testsBy(by, tests), changes, { ask, progress })
  const leftOut = tests.filter(({ ms }) => ms > LONGEST_MS).length
  const noticingIn = new Map(changes.map(({ file }) => [file, new Map()]))
  const found = []
  for (const change of changes) {
    progress(`change ${change.id + 1} of ${changes.length}`)
    const noticing = noticingIn.get(change.file)
    found.push({ ...change, ...(knownOf(change) ?? (await attempt(change, reached[change.id], { ask, noticing }))) })
    if (found.length % KEPT_EVERY === 0 || found.length === changes.length) keep({ tests: tests.length, leftOut, changes: found })
  }
  end()
}
