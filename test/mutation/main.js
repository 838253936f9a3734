/*
 * How much of the code the tests hold: `npm run mutation`, or `npm run mutation -- time clock` for some folders.
 *
 * Each folder is changed in every small way that Stryker knows, and its tests should notice each change. What was found is kept in .mutation, and the
 * report on it goes to docs/mutation.md. With `--unnoticed`, changes that were noticed before, in files that are as they were, are not asked again:
 * that is for writing tests, and a test that no longer notices what it did is not found so.
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
  options: { unnoticed: { type: 'boolean', default: false }, date: { type: 'string' } },
})
const date = options.date ?? new Date().toISOString().slice(0, 10)

const placeIn = ({ file, line, column, from, to }) => JSON.stringify([file, line, column, from, to])

/** What became of a change that was noticed before, in a file that is as it was. */
function knownFrom(path) {
  if (!options.unnoticed || !existsSync(path)) return () => undefined
  const { changes, sources } = JSON.parse(readFileSync(path, 'utf8'))
  const isSame = (file) => existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === sources[file]
  const same = new Set(Object.keys(sources).filter(isSame))
  const noticed = changes.filter(({ file, status }) => same.has(file) && NOTICED.includes(status))
  const known = new Map(noticed.map((change) => [placeIn(change), { status: change.status, by: change.by }]))
  return (change) => known.get(placeIn(change))
}

for (const folder of positionals.length > 0 ? positionals : folders) {
  const path = join(placeOf(folder), 'found.json')
  const progress = (text) => process.stderr.write(`\r\u001b[Ksrc/${folder}: ${text}`)
  const keep = (found) => {
    const sources = Object.fromEntries(found.changes.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]))
    writeFileSync(path, JSON.stringify({ date, sources, ...found }))
  }
  await measure(folder, beginnings[folder], { progress, isKnown: knownFrom(path), keep })
  progress('done\n')
}
process.exitCode = writeReport(folders)
