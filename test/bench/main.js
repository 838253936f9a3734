/*
 * What the library costs, beside a bare look-up and other libraries: `npm run bench`.
 *
 * All are asked seeded questions in one run. Answers are compared first: speed is worth nothing without them.
 * `-- --write` also writes the report to docs/benchmarks, under the date of the machine or that of `--date YYYY-MM-DD`.
 */
import './utc.js'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import * as build from './build.js'
import * as cases from './cases.js'
import * as days from './days.js'
import { costTable, inTurns, ROUNDS, table } from './support.js'
import * as time from './time.js'

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false }, date: { type: 'string' } } })
const date = options.date ?? new Date().toISOString().slice(0, 10)

const progress = (text) => process.stderr.write(`${text}\n`)

progress('fresh processes')
const built = build.measureBuild()
progress('comparing answers')
days.check()
time.check()
const ofCases = cases.measureCases(progress)
const contenders = [...days.contenders, ...time.contenders, ...time.zoneContenders]
const cost = await inTurns(contenders, (round) => progress(round === 0 ? 'warm' : `round ${round} of ${ROUNDS}`))

const report = `# Benchmark of ${date}

Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}.
\`npm run bench\` prints this. Figures are medians of ${ROUNDS} rounds in which all take turns, in one process but for cases and starts. They drift from machine to machine, ratios hold.
Answers were compared before: all forms of the library and the bare look-up on all questions, other libraries on those that they can answer.

## Goals

${table(['', 'goal', 'measured', ''], [...days.goals(cost), ...time.goals(cost), ...cases.goals(ofCases), ...build.goals(built)])}

## Working days

${days.asked}

${costTable(days.contenders, cost)}

## Working time

${time.asked}

${costTable(time.contenders, cost)}

## A zone with summer time

${time.zonesAsked}

${costTable(time.zoneContenders, cost)}

## Cases

${cases.asked}

${costTable(cases.contenders, ofCases)}

## Import, build, memory

${build.asked}

${build.report(built)}

## What the other libraries cannot say

- The bare look-up reads two tables of the days of \`cn\` and checks nothing: neither the range, nor a sign, nor that a number is whole.
- chinese-days holds the same days and no hours.
- date-fns knows weekends only. dayjs-business-time, moment-business-time and luxon-business-days take holidays, here those of \`cn\`, but a weekend day that is worked cannot be told them.
  They are asked about spans in which that makes no difference, with as many days or minutes to add as the others.
- opening_hours has hours, not days, and does not add: its iterator of changes is run until the time is used up. It can hold make-up days as dated rules, and is slower for each.
- dayjs-business-time counts days from the day before when a start lies before opening, so it is asked from the morning. moment-business-time counts wrongly when an end lies
  before the lunch break, so it is asked for ends after it. luxon-business-days does not count.
- Their own date objects are made before the clock runs; this library reads and writes its text within the time given.
`

console.log(report)
if (options.write) {
  const folder = new URL('../../docs/benchmarks/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${date}.md`, folder), report)
}
