/*
 * What a verdict costs beside reading the same case: `assess` of a case that is parsed already, and `JSON.parse` of its text.
 */
import { assess, clockFor, xiaoshan2019 } from '../../dist/index.js'
import { ask, atMost, createRandom, DAY, goal, MINUTE, ratioOf, showRatio } from './support.js'

const SIZE = 1_000
const HOUR = 60 * MINUTE
const FIRST = Date.parse('2019-07-01T00:00:00Z')

/** Instants of service hours in Hangzhou, as its systems write them. */
const textOf = (instant) => `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`

/** Cases of six events over a week or two: received, accepted, paused and resumed, completed, delivered. */
function createCases(rule, seed) {
  const random = createRandom(seed)
  return Array.from({ length: SIZE }, (_, i) => {
    let at = FIRST + random(180) * DAY + HOUR + random(420) * MINUTE
    const next = (days) => {
      at += random(days * 24 * 60) * MINUTE
      return textOf(at)
    }
    return {
      id: `${rule}-2019-${String(i).padStart(5, '0')}`,
      rule,
      events: [
        { type: 'received', at: textOf(at) },
        { type: 'accepted', at: next(1) },
        { type: 'paused', at: next(3), cause: '现场踏勘' },
        { type: 'resumed', at: next(6), cause: '现场踏勘' },
        { type: 'completed', at: next(4), result: 'approved' },
        { type: 'delivered', at: next(2) },
      ],
    }
  })
}

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2020-06-01T09:00:00+08:00' }

const RULES = { 'water-hookup': 'working days', bankruptcy: 'months' }

export const contenders = Object.entries(RULES).flatMap(([rule, unit]) => {
  const cases = createCases(rule, 11)
  const texts = cases.map((file) => JSON.stringify(file))
  return [
    { id: `parse ${rule}`, label: `JSON.parse of a case limited in ${unit}`, size: SIZE, pass: ask(texts, JSON.parse) },
    { id: `assess ${rule}`, beside: `parse ${rule}`, label: '`assess` of it', size: SIZE, pass: ask(cases, (file) => assess(file, options)) },
  ]
})

export const goals = (cost) =>
  Object.keys(RULES).map((rule) =>
    goal(`assess beside JSON.parse, ${rule}`, atMost(1, '1 x'), ratioOf(cost, `assess ${rule}`, `parse ${rule}`), showRatio),
  )
