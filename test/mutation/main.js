/*
 * How much of the code the tests hold: `npm run mutation`, or `npm run mutation -- time clock` for some folders.
 *
 * Each folder is changed in every small way that Stryker knows, and its tests should notice each change. What was found before is kept
 * in .stryker and asked again only where code or tests have changed. The report goes to docs/mutation.md.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeReport } from './report.js'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const stryker = here('../../node_modules/@stryker-mutator/core/bin/stryker.js')
const folders = Object.keys(JSON.parse(readFileSync(here('folders.json'), 'utf8')))
const asked = process.argv.slice(2)

for (const folder of asked.length > 0 ? asked : folders) {
  const { status } = spawnSync(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.js'], {
    cwd: here('../..'),
    env: { ...process.env, MUTATION_FOLDER: folder },
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
process.exitCode = writeReport(folders)
