/*
 * How much of the code the tests hold: `npm run mutation`, or `npm run mutation -- time clock` for some folders.
 *
 * Each folder is changed in every small way that Stryker knows, and its tests should notice each change. What was found is kept in .mutation, and the
 * report on it goes to docs/mutation.md. `--every 4` tries every fourth change. With `--unnoticed`, changes that were noticed before, in files that are
 * as they were, are not asked again, and with `--by clock/line` the others are asked of some tests alone, such as new ones: that is for writing tests, and
 * a test that no longer notices what it did is not found so.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measure } from './measure.js'
import { placeOf, root } from './places.js'
import { NOTICED, writeReport } from './report.js'

const beginnings = JSON.parse(readFileSync(new URL('folders.json', import.meta.url), 'utf8'))
const folders = Object.keys(beginnings)
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unnoticed: { type: 'boolean', default: false },
    by: { type: 'string', multiple: true },
    every: { type: 'string', default: '1' },
    date: { type: 'string' },
  },
})
const date = options.date ?? new Date().toISOString().slice(0, 10)

const every = Number(options.every)
const placeIn = ({ file, line, column, from, to }) => JSON.stringify([file, line, column, from, to])

/** What was found in a folder before, if that is asked for. */
function before(path) {
  return options.unnoticed && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { changes: [], sources: {} }
}

/** What became of changes before, of those in files that are as they were; noticed changes, and where only some tests are asked, all. */
function knownFrom({ changes, sources }) {
  const isSame = (file) => existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === sources[file]
  const same = new Set(Object.keys(sources).filter(isSame))
  return new Map(changes.filter(({ file }) => same.has(file)).map((change) => [placeIn(change), { status: change.status, by: change.by }]))
}

/** A change that is not to be tried: noticed before, or not among those asked for. */
const settledBy = (known) => (change) => {
  const found = known.get(placeIn(change))
  if (NOTICED.includes(found?.status)) return found
  return change.id % every === 0 ? undefined : (found ?? { status: 'Ignored' })
}

for (const folder of positionals.length > 0 ? positionals : folders) {
  const path = join(placeOf(folder), 'found.json')
  const progress = (text) => process.stderr.write(`\r\u001b[Ksrc/${folder}: ${text}`)
  const known = knownFrom(before(path))
  const { leftOut } = before(path)
  // A change that some tests do not come by was still come by before.
  const asKnown = (change) => (change.status === 'NoCoverage' && known.get(placeIn(change)) ? { ...change, ...known.get(placeIn(change)) } : change)
  const keep = (found) => {
    const sources = Object.fromEntries(found.changes.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]))
    const changes = found.changes.map(asKnown)
    writeFileSync(path, JSON.stringify({ date, sources, every, ...found, changes, leftOut: options.by ? leftOut : found.leftOut }))
  }
  await measure(folder, beginnings[folder], { by: options.by, progress, knownOf: settledBy(known), keep })
  progress('done\n')
}
process.exitCode = writeReport(folders)
