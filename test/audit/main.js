/*
 * Asks the registry for known weaknesses of what is installed with the library: `npm run audit`, and options of npm after `--`, such as
 * `--registry URL` for one that answers. Not every registry does, mirrors least of all; then nothing has been checked, which is said.
 *
 * Exit status: 0 none known, 1 some, 2 not answered (0 with `--if-answered`).
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const options = process.argv.slice(2)
const isOptional = options.includes('--if-answered')
const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev', ...options.filter((option) => option !== '--if-answered')], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
})

/** npm answers with a report, or with what went wrong; a broken answer is no report either. */
function answerOf(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { message: 'no answer' }
  }
}

const { vulnerabilities, metadata, message, error } = answerOf(stdout)
if (vulnerabilities === undefined) {
  console.error(`NOT CHECKED for known weaknesses: the registry does not answer audits (${message || error?.summary || 'no reason given'}).`)
  process.exitCode = isOptional ? 0 : 2
} else {
  for (const { name, severity, via } of Object.values(vulnerabilities)) {
    const titles = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : `${cause.range}: ${cause.title} (${cause.url})`))
    console.error(`${severity}: ${name} ${titles.join('; ')}`)
  }
  const known = Object.keys(vulnerabilities).length
  console.log(`${known} of ${metadata.dependencies.prod} packages that are installed with the library have known weaknesses.`)
  process.exitCode = known > 0 ? 1 : 0
}
