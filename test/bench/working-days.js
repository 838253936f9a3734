/*
 * What adding and counting working days costs, beside two other libraries: `npm run bench`.
 *
 * All are asked the same questions in one run, in rounds that take turns, so that a slow moment of the machine falls on
 * each; a figure is the median of its rounds. The answers are compared first: speed is worth nothing without them.
 */
import { strictEqual } from 'node:assert'
import { cpus } from 'node:os'
import { do_not_optimize, measure } from 'mitata'

// chinese-days reads its own holidays a day early on a host west of Greenwich, and does so while it loads.
process.env.TZ = 'UTC'
const [{ cn }, { default: chineseDays }, { addBusinessDays }] = await Promise.all([
  import('../../dist/index.js'),
  import('chinese-days'),
  import('date-fns/addBusinessDays'),
])

const ROUNDS = 7
const SAMPLE = 3_000
const DAY = 86_400_000

/** Mulberry32: the same numbers in every run. */
function createRandom(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const random = createRandom(20_190_505)
const dateFrom = (first, last) => new Date(Date.parse(first) + random((Date.parse(last) - Date.parse(first)) / DAY + 1) * DAY)
const textOf = (date) => date.toISOString().slice(0, 10)

const questions = Array.from({ length: SAMPLE }, () => {
  const date = dateFrom('2010-01-01', '2024-12-31')
  const n = 1 + random(60)
  const start = textOf(date)
  return { date, start, n, end: cn.add(start, n) }
})

/** Early enough for 2000 working days, eight years, to end in the calendar. */
const earlyStarts = Array.from({ length: SAMPLE }, () => textOf(dateFrom('2010-01-01', '2017-12-31')))

const inclusive = { bounds: '[]' }
const countChineseDays = (start, end) => chineseDays.getWorkdaysInRange(start, end).length

for (const { start, n, end } of questions) {
  strictEqual(end, chineseDays.findWorkday(n, start), `${start} + ${n} working days`)
  strictEqual(cn.count(start, end, inclusive), countChineseDays(start, end), `working days from ${start} to ${end}`)
}

const ask = (answer) => () => {
  for (const question of questions) do_not_optimize(answer(question))
}
const addAlways = (n) => () => {
  for (const start of earlyStarts) do_not_optimize(cn.add(start, n))
}

const contenders = {
  'add, service-time': ask(({ start, n }) => cn.add(start, n)),
  'add, chinese-days findWorkday': ask(({ start, n }) => chineseDays.findWorkday(n, start)),
  'add, date-fns addBusinessDays (Date; weekends only, so other answers)': ask(({ date, n }) => addBusinessDays(date, n)),
  'count, service-time': ask(({ start, end }) => cn.count(start, end, inclusive)),
  'count, chinese-days getWorkdaysInRange': ask(({ start, end }) => countChineseDays(start, end)),
  'add 1 working day': addAlways(1),
  'add 60 working days': addAlways(60),
  'add 2000 working days': addAlways(2_000),
}

/** Nanoseconds per operation of one round: the median of its passes over the whole sample. */
async function oneRound(pass) {
  const { p50 } = await measure(pass, { gc: false, min_samples: 1, min_cpu_time: 100e6 })
  return p50 / SAMPLE
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

const rounds = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
for (let i = 0; i < ROUNDS; i++) {
  for (const [name, pass] of Object.entries(contenders)) rounds[name].push(await oneRound(pass))
}
const cost = Object.fromEntries(Object.entries(rounds).map(([name, values]) => [name, median(values)]))

const ratio = (peer, own) => Math.round(cost[peer] / cost[own])

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`)
console.log(`${SAMPLE} random starts 2010-2024, 1 to 60 working days, ISO text in and out; same answers; medians of ${ROUNDS} rounds that take turns`)
for (const [name, ns] of Object.entries(cost)) console.log(`${name}: ${ns.toFixed(ns < 1_000 ? 1 : 0)} ns/op`)
console.log(`RATIO add, chinese-days / service-time: ${ratio('add, chinese-days findWorkday', 'add, service-time')}`)
console.log(`RATIO count, chinese-days / service-time: ${ratio('count, chinese-days getWorkdaysInRange', 'count, service-time')}`)
console.log(`RATIO add 2000 / add 1 working day: ${(cost['add 2000 working days'] / cost['add 1 working day']).toFixed(2)}`)
