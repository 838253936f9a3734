/*
 * What a verdict costs beside reading the same case: `assess` of a case that is parsed already, and `JSON.parse` of its text.
 */
import { strictEqual } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { assess, clockFor, cnLicensing, xiaoshan2019 } from '../../dist/index.js'
import { ask, assertSame, atMost, createRandom, DAY, goal, MINUTE, ratioOf, showRatio } from './support.js'

/** As many cases as the cache holds: one that has just been parsed is in it. */
const SIZE = 100
const HOUR = 60 * MINUTE
const FIRST = Date.parse('2019-09-02T00:00:00Z')
const NOW = '2021-06-01T09:00:00+08:00'

/** Instants of service hours in Hangzhou, as its systems write them. */
const textOf = (instant) => `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`

/** Six events each; a step lasts up to so many parts of the case, at random. */
const pausedFor = (cause) => [
  { type: 'received' },
  { type: 'accepted', within: 0.5 },
  { type: 'paused', within: 3, cause },
  { type: 'resumed', within: 6, cause },
  { type: 'completed', within: 4, result: 'approved' },
  { type: 'delivered', within: 2 },
]
const VISITED = pausedFor('现场踏勘')
const STAGED = [
  { type: 'accepted' },
  { type: 'stage-started', within: 1, stage: 'project-approval' },
  { type: 'stage-started', within: 4, stage: 'planning-permit' },
  { type: 'stage-finished', within: 5, stage: 'project-approval' },
  { type: 'stage-finished', within: 3, stage: 'planning-permit' },
  { type: 'completed', within: 1, result: 'approved' },
]

const KINDS = [
  { id: 'plain', label: 'in working days', rule: 'water-hookup', policy: xiaoshan2019, steps: VISITED, part: DAY },
  { id: 'hours', label: 'in working hours', rule: 'business-setup', policy: xiaoshan2019, steps: VISITED, part: 6 * HOUR },
  { id: 'stages', label: 'in calendar days, over stages', rule: 'investment-project', policy: xiaoshan2019, steps: STAGED, part: 10 * DAY },
  { id: 'months', label: 'in months', rule: 'bankruptcy', policy: xiaoshan2019, steps: VISITED, part: 30 * DAY },
  {
    id: 'statutory',
    label: 'by promise and by statute',
    rule: 'ordinary-licence',
    policy: cnLicensing,
    steps: pausedFor('inspection'),
    part: 8 * DAY,
  },
]

function createContest({ rule, policy, steps, part, ...names }) {
  const random = createRandom(11)
  const cases = Array.from({ length: SIZE }, (_, i) => {
    let at = FIRST + random(120) * DAY + HOUR + random(420) * MINUTE
    const events = steps.map(({ type, within = 0, ...rest }) => {
      at += random((within * part) / MINUTE) * MINUTE
      return { type, at: textOf(at), ...rest }
    })
    return { id: `${rule}-2019-${String(i).padStart(5, '0')}`, rule, events }
  })
  const clock = clockFor(policy)
  // What is parsed is laid out as whoever reads cases has it.
  return { ...names, cases: JSON.parse(JSON.stringify(cases)), clock, limit: limitOf(policy.rules[rule]), options: { policy, clock, now: NOW } }
}

const limitOf = ({ versions: [{ target }] }) => target.limit

const prepared = KINDS.map(createContest)

const HALTS = ['paused', 'resumed', 'stage-started', 'stage-finished']
const momentOf = ({ events }, type) => events.find((event) => event.type === type).at

/** A case on which the clock never stood still ends where `deadline` says, and any is late that was completed after its end. */
export function check() {
  for (const { id, cases, clock, limit, options } of prepared) {
    const unhalted = cases.map((file) => ({ ...file, events: file.events.filter(({ type }) => !HALTS.includes(type)) }))
    assertSame(
      `${id}: end`,
      unhalted,
      (file) => clock.deadline(momentOf(file, 'accepted'), limit, { convention: options.policy.convention }).dueAt,
      (file) => assess(file, options).dueAt,
    )
    const found = cases.map((file) => assess(file, options))
    assertSame(
      `${id}: lateness`,
      found,
      ({ dueAt, stoppedAt }) => Date.parse(stoppedAt) > Date.parse(dueAt),
      ({ outcome }) => outcome === 'late',
    )
    const outcomes = new Set(found.map(({ outcome }) => outcome))
    strictEqual(outcomes.size > 1, true, `${id}: the cases are all alike`)
  }
}

export const asked = `${SIZE} cases of six events, spread over some months. \`assess\` is asked about what has been parsed, \`JSON.parse\` about its text.
Each kind has a process of its own, and so have all of them in turns: an engine that has seen five kinds of rules compiles for any of them, and less well for each.`

/** What takes turns in a process. */
export const contests = prepared.flatMap(({ id, label, cases, options }) => [
  {
    id: `parse ${id}`,
    of: id,
    label: `\`JSON.parse\` of a case ${label}`,
    size: SIZE,
    pass: ask(
      cases.map((file) => JSON.stringify(file)),
      JSON.parse,
    ),
  },
  { id: `assess ${id}`, of: id, beside: `parse ${id}`, label: '`assess` of it', size: SIZE, pass: ask(cases, (file) => assess(file, options)) },
])

const IN_TURNS = 'in turns'
const inTurnsOf = (id) => id && `${id}, ${IN_TURNS}`

/** What is shown: of each kind by itself, and of the same in turns with the others. */
export const contenders = contests.flatMap((contest) => {
  const { id, beside, label } = contest
  return beside === undefined ? [contest] : [contest, { ...contest, id: inTurnsOf(id), beside: inTurnsOf(beside), label: `${label}, ${IN_TURNS}` }]
})

const script = fileURLToPath(new URL('cases-apart.js', import.meta.url))

function apart(...args) {
  return JSON.parse(execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' }))
}

/** Nanoseconds by id, from fresh processes. */
export function measureCases(report) {
  const byThemselves = KINDS.flatMap(({ id }) => {
    report(`cases ${id}`)
    return apart(id)
  })
  report(`cases ${IN_TURNS}`)
  return new Map([...byThemselves, ...apart().map(([id, ns]) => [inTurnsOf(id), ns])])
}

const goalOf = (cost, what, assessed, parsed) => goal(what, atMost(1, '1.0 x'), ratioOf(cost, assessed, parsed), showRatio)

export const goals = (cost) => [
  goalOf(cost, '`assess` of a case in working days, by itself, beside `JSON.parse` of it', 'assess plain', 'parse plain'),
  goalOf(cost, 'the same, in turns with four other kinds', inTurnsOf('assess plain'), inTurnsOf('parse plain')),
  goalOf(cost, '`assess` of a case in working hours, by itself, beside `JSON.parse` of it', 'assess hours', 'parse hours'),
  goalOf(cost, '`assess` of a case in months, by itself, beside `JSON.parse` of it', 'assess months', 'parse months'),
]
