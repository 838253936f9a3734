/* Writes docs/mutation.md from what Stryker found, and from what is said of the changes that no test can notice, in unnoticed.json. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const read = (path) => JSON.parse(readFileSync(here(path), 'utf8'))

const LEAST_SCORE = 85
const NOTICED = ['Killed', 'Timeout']
const UNNOTICED = ['Survived', 'NoCoverage']

/** Code on one line, not too long. */
const short = (code) => {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}

function textBetween(lines, { start, end }) {
  const whole = lines.slice(start.line - 1, end.line)
  const last = whole.length - 1
  whole[last] = whole[last].slice(0, end.column - 1)
  whole[0] = whole[0].slice(start.column - 1)
  return whole.join('\n')
}

/** The mutants of a folder: where they stand, what they change, and whether a test noticed. */
function mutantsOf(folder) {
  return Object.entries(read(`../../.stryker/${folder}/mutation.json`).files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants.map(({ location, replacement, status }) => ({
      file,
      line: location.start.line,
      on: short(lines[location.start.line - 1]),
      from: short(textBetween(lines, location)),
      to: short(replacement ?? ''),
      status,
    }))
  })
}

const keyOf = ({ file, on, from, to }) => JSON.stringify([file, on, from, to])
const isOneOf = (statuses) => (mutant) => statuses.includes(mutant.status)
const quoted = (code) => (code === '' ? 'nothing' : code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``)
const listed = ({ file, line, from, to }) => `- ${file}:${line} ${quoted(from)} → ${quoted(to)}`
const inOrder = (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)

/** Noticed mutants in percent of those that compile and run; a change that no test runs counts as unnoticed. */
function scoreOf(mutants) {
  const noticed = mutants.filter(isOneOf(NOTICED)).length
  return (100 * noticed) / (noticed + mutants.filter(isOneOf(UNNOTICED)).length)
}

function row(name, mutants) {
  const count = (...statuses) => mutants.filter(isOneOf(statuses)).length
  return `| ${name} | ${count(...NOTICED, ...UNNOTICED)} | ${count('Killed')} | ${count('Timeout')} | ${count('Survived')} | ${count('NoCoverage')} | ${scoreOf(mutants).toFixed(1)} % |`
}

/** What is said of unnoticed changes, each class with its mutants; and the mutants of which nothing is said. */
function explained(unnoticed) {
  const left = new Map(unnoticed.map((mutant) => [keyOf(mutant), []]))
  for (const mutant of unnoticed) left.get(keyOf(mutant)).push(mutant)
  const stale = []
  const classes = read('unnoticed.json').map(({ title, why, mutants }) => {
    const found = Object.entries(mutants).flatMap(([file, rows]) =>
      rows.flatMap(([on, from, to]) => {
        const key = keyOf({ file, on, from, to })
        const same = left.get(key)
        if (!same) stale.push(key)
        left.delete(key)
        return same ?? []
      }),
    )
    return { title, why, found: found.sort(inOrder) }
  })
  return { classes: classes.filter(({ found }) => found.length > 0), unexplained: [...left.values()].flat().sort(inOrder), stale }
}

/** Writes the report; gives 1 where the score is too low, or unnoticed changes and explanations do not match. */
export function writeReport(folders) {
  const byFolder = folders.map((folder) => [folder, mutantsOf(folder)])
  const all = byFolder.flatMap(([, mutants]) => mutants)
  const { classes, unexplained, stale } = explained(all.filter(isOneOf(UNNOTICED)))
  const page = [
    '# What the tests notice',
    '',
    'Made by `npm run mutation`, which changes the code in every small way that Stryker knows (a bound moved by one, a condition turned round,',
    'a text or a call left out) and runs the tests of the folder with each change. Properties are tried with a twentieth of their cases,',
    'in one host zone, so that this can be done at all; the whole suite notices more.',
    '',
    '| folder | changes | noticed | ran for ever | unnoticed | in code that no test runs | score |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...byFolder.map(([folder, mutants]) => row(`src/${folder}`, mutants)),
    row('**all**', all),
    '',
    '## What none notices, and why',
    '',
    ...classes.flatMap(({ title, why, found }) => [`### ${title}`, '', why, '', ...found.map(listed), '']),
    ...(unexplained.length > 0 ? ['### Not yet looked into', '', ...unexplained.map(listed), ''] : []),
  ]
  writeFileSync(here('../../docs/mutation.md'), page.join('\n'))
  for (const key of stale) console.error(`no longer unnoticed: ${key}`)
  if (unexplained.length > 0) console.error(`${unexplained.length} unnoticed changes are not explained`)
  const score = scoreOf(all)
  console.log(`${score.toFixed(1)} % of ${all.length} changes noticed`)
  return score < LEAST_SCORE || unexplained.length > 0 || stale.length > 0 ? 1 : 0
}
