/* Writes docs/mutation.md from what was found, and from what is said of the changes that no test can notice, in unnoticed.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeOf, root } from './places.js'

const LEAST_SCORE = 85
export const NOTICED = ['Killed', 'Timeout']
const UNNOTICED = ['Survived', 'NoCoverage']

/** Code on one line, not too long. */
const short = (code) => {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}

const pathOf = (folder) => join(placeOf(folder), 'found.json')

/** What was found in a folder: when, with how many tests, and its changes as they are written here. */
function foundIn(folder) {
  const { date, tests, leftOut, every = 1, changes } = JSON.parse(readFileSync(pathOf(folder), 'utf8'))
  const mutants = changes.map((change) => ({ ...change, on: short(change.on), from: short(change.from), to: short(change.to) }))
  return { folder, date, tests, leftOut, every, mutants }
}

const keyOf = ({ file, on, from, to }) => JSON.stringify([file, on, from, to])
const isOneOf = (statuses) => (mutant) => statuses.includes(mutant.status)
const quoted = (code) => (code === '' ? 'nothing' : code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``)
const listed = ({ file, line, from, to }) => `- ${file}:${line} ${quoted(from)} → ${quoted(to)}`
const inOrder = (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column)

/** Noticed mutants in percent of those that compile and run; a change that no test runs counts as unnoticed. */
function scoreOf(mutants) {
  const noticed = mutants.filter(isOneOf(NOTICED)).length
  return (100 * noticed) / (noticed + mutants.filter(isOneOf(UNNOTICED)).length)
}

function row(name, mutants, { date = '', tests = '', leftOut = '' } = {}) {
  const count = (...statuses) => mutants.filter(isOneOf(statuses)).length
  const counts = [count(...NOTICED, ...UNNOTICED), ...[...NOTICED, ...UNNOTICED].map((status) => count(status))]
  return `| ${name} | ${date} | ${tests} | ${leftOut} | ${counts.join(' | ')} | ${scoreOf(mutants).toFixed(1)} % |`
}

/** What is said of unnoticed changes, each class with its mutants; and the mutants of which nothing is said. */
function explained(unnoticed) {
  const left = new Map(unnoticed.map((mutant) => [keyOf(mutant), []]))
  for (const mutant of unnoticed) left.get(keyOf(mutant)).push(mutant)
  const stale = []
  const said = JSON.parse(readFileSync(new URL('unnoticed.json', import.meta.url), 'utf8'))
  const classes = said.map(({ title, why, mutants }) => {
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

function pageOf(found, missing, { classes, unexplained }) {
  const all = found.flatMap(({ mutants }) => mutants)
  return [
    '# What the tests notice',
    '',
    'Made by `npm run mutation`, which changes the code in every small way that Stryker knows (a bound moved by one, a condition turned round,',
    'a text or a call left out) and asks the tests that come by the change, each time with the sources read anew. Properties are tried with a',
    'twentieth of their cases, always the same, in one host zone, and tests that alone take more than a second of the processor are left out,',
    'so that this can be done at all; the whole suite notices more. Figures and places are those of the sources as they were when a folder was measured;',
    'what was changed since was not tried.',
    '',
    '| folder | measured | tests | too long | changes | noticed | ran for ever | unnoticed | in code that no test runs | score |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...found.map((one) => row(`src/${one.folder}${one.every === 1 ? '' : `, every ${one.every}th change`}`, one.mutants, one)),
    ...missing.map((folder) => `| src/${folder} | not yet measured | | | | | | | | |`),
    row('**all measured**', all),
    '',
    '## What none notices, and why',
    '',
    ...classes.flatMap(({ title, why, found }) => [`### ${title}`, '', why, '', ...found.map(listed), '']),
    ...(unexplained.length > 0 ? ['### Not yet looked into', '', ...unexplained.map(listed), ''] : []),
  ].join('\n')
}

/** Writes the report; gives 1 where a score is too low, or unnoticed changes and explanations do not match. */
export function writeReport(folders) {
  const missing = folders.filter((folder) => !existsSync(pathOf(folder)))
  const found = folders.filter((folder) => !missing.includes(folder)).map(foundIn)
  const all = found.flatMap(({ mutants }) => mutants)
  const { classes, unexplained, stale } = explained(all.filter(isOneOf(UNNOTICED)))
  writeFileSync(join(root, 'docs/mutation.md'), pageOf(found, missing, { classes, unexplained }))
  for (const key of stale) console.error(`no longer unnoticed: ${key}`)
  if (missing.length > 0) console.error(`not measured: ${missing.join(', ')}`)
  if (unexplained.length > 0) console.error(`${unexplained.length} unnoticed changes are not explained`)
  console.log(`${scoreOf(all).toFixed(1)} % of ${all.filter(isOneOf([...NOTICED, ...UNNOTICED])).length} changes noticed`)
  const isLow = found.some(({ mutants }) => scoreOf(mutants) < LEAST_SCORE)
  return isLow || missing.length + unexplained.length + stale.length > 0 ? 1 : 0
}
