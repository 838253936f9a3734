/*
 * Seeded questions, rounds in which all contenders take turns, medians and tables: what the parts of the benchmark share.
 */
import { deepStrictEqual } from 'node:assert'
import { do_not_optimize, measure } from 'mitata'

export const DAY = 86_400_000
export const MINUTE = 60_000
export const ROUNDS = 7

/** Mulberry32: the same numbers in every run. */
export function createRandom(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export const dayOf = (text) => Date.parse(text) / DAY
export const textOf = (day) => new Date(day * DAY).toISOString().slice(0, 10)

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** A pass over questions that keeps every answer alive. For what costs far more than a call through a variable. */
export const ask = (questions, answer) => () => {
  for (const question of questions) do_not_optimize(answer(question))
}

/**
 * A pass that calls a function of two numbers over two arrays, in a loop compiled for it alone: one shared by several would
 * call through a variable, which costs more than a look-up. The engine keeps one compilation per text, so each text is its own.
 */
export function loopOver(id, answer, a, b) {
  const body = `return () => { let sum = 0; for (let i = 0; i < a.length; i++) sum += answer(a[i], b[i]); keep(sum) } // ${id}`
  return new Function('answer', 'a', 'b', 'keep', body)(answer, a, b, do_not_optimize)
}

/** Throws unless both answer alike on every question; speed is worth nothing without that. */
export function assertSame(label, questions, mine, theirs) {
  for (const question of questions) deepStrictEqual(theirs(question), mine(question), `${label}: ${JSON.stringify(question)}`)
}

/** Nanoseconds per operation of one round: the median of its passes over all questions. */
async function oneRound({ pass, size }) {
  const { p50 } = await measure(pass, { gc: false, batch_threshold: 0, min_samples: 1, min_cpu_time: 60e6 })
  return p50 / size
}

/** Nanoseconds per operation by id: medians of rounds that take turns, so that a slow moment of the machine falls on each. */
export async function inTurns(contenders, report) {
  const rounds = new Map(contenders.map(({ id }) => [id, []]))
  // The first turn only warms up.
  for (let i = -1; i < ROUNDS; i++) {
    for (const contender of contenders) {
      const ns = await oneRound(contender)
      if (i >= 0) rounds.get(contender.id).push(ns)
    }
    report(i + 1)
  }
  return new Map([...rounds].map(([id, values]) => [id, median(values)]))
}

const grouped = (number) => Math.round(number).toLocaleString('en')
const showCost = (ns) => (ns < 100 ? ns.toFixed(1) : grouped(ns))
const showTimes = (ratio) => (ratio < 10 ? ratio.toFixed(2) : grouped(ratio))

export const showNs = (ns) => `${showCost(ns)} ns`
export const showRatio = (ratio) => `${showTimes(ratio)} x`

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** One row per contender, each beside the one that its operation is compared with. */
export function costTable(contenders, cost) {
  const rows = contenders.map(({ id, beside, label, size, note }) => {
    const ratio = beside && cost.has(beside) ? showTimes(cost.get(id) / cost.get(beside)) : ''
    return [label, showCost(cost.get(id)), ratio, grouped(size), note ?? '']
  })
  return table(['', 'ns per operation', 'times', 'questions', ''], rows)
}

/** A goal that sets a bound to a figure; a figure that is missing leaves it open. */
export function goal(name, bound, figure, show) {
  if (figure === undefined) return [name, bound.text, '-', 'not measured: the library has no such form yet']
  return [name, bound.text, show(figure), bound.holds(figure) ? 'met' : '**not met**']
}

export const atMost = (limit, text) => ({ text: `at most ${text}`, holds: (figure) => figure <= limit })
export const atLeast = (limit, text) => ({ text: `at least ${text}`, holds: (figure) => figure >= limit })

/** How many times one costs what the other does; undefined when either is missing. */
export function ratioOf(cost, id, other) {
  return cost.has(id) && cost.has(other) ? cost.get(id) / cost.get(other) : undefined
}
