import { type Assessment, assess, type CaseEvent, xiaoshan2019 } from 'service-time'
import { refinePolicy } from 'service-time/policy'
import { hall } from './clocks.js'
import { DAY, iso } from './waits.js'

const { titles, source } = xiaoshan2019
const lawful = (from: string, statutory: { readonly workingDays: number } | { readonly calendarDays: number } | { readonly months: number }) => ({
  versions: [{ from, statutory }],
})

/** The rules of Xiaoshan, some with a limit of the law beside their promise: in its unit, in another, and in months. */
export const withLaw = refinePolicy(xiaoshan2019, {
  id: 'with-law',
  titles,
  source,
  rules: {
    'water-hookup': lawful('2019-07-01', { workingDays: 8 }),
    'real-estate-registration': lawful('2019-07-01', { workingDays: 5 }),
    'gas-hookup': lawful('2019-07-01', { calendarDays: 6 }),
    'power-small-business': lawful('2019-07-01', { workingDays: 20 }),
    'school-opening': lawful('2019-11-01', { months: 1 }),
    bankruptcy: lawful('2019-09-01', { months: 12 }),
  },
})

/** The same numbers in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const FIRST = Date.parse('2019-06-20T00:00Z') / 60_000

/** Cases of all rules: decided soon or late, open, paused, waiting, withdrawn, from before the rules were in force. */
export function assessments(count: number, seed: number): readonly Assessment[] {
  const random = createRandom(seed)
  const rules = Object.keys(withLaw.rules) as (keyof typeof withLaw.rules)[]
  return Array.from({ length: count }, (_, i) => {
    const rule = rules[random(rules.length)] as (typeof rules)[number]
    const events = eventsOf(withLaw.rules[rule].versions[0]?.stops === 'delivered' ? 0.05 : 1, random)
    const file = { id: `${rule}-${i}`, rule, events } as const
    return assess(file, { policy: withLaw, clock: hall, now: '2020-02-28T10:00' })
  })
}

/** `pace` is how long a step takes beside those of other rules. */
function eventsOf(pace: number, random: (below: number) => number): CaseEvent<never>[] {
  let minute = FIRST + random(250) * DAY + 540 + random(500)
  const next = (days: number) => {
    minute += random(Math.ceil(days * pace * DAY))
    return iso(minute)
  }
  const events: CaseEvent<never>[] = [{ type: 'received', at: next(1) }]
  if (random(20) === 0) return random(2) === 0 ? events : [...events, { type: 'rejected', at: next(5) }]
  events.push({ type: 'accepted', at: next(2) })
  if (random(4) === 0) {
    events.push({ type: 'paused', at: next(4) })
    if (random(10) === 0) return events
    events.push({ type: 'resumed', at: next(6) })
  }
  if (random(12) === 0) return random(2) === 0 ? events : [...events, { type: 'withdrawn', at: next(20) }]
  events.push({ type: 'completed', at: next(random(3) === 0 ? 30 : 8) })
  return random(5) === 0 ? events : [...events, { type: 'delivered', at: next(1) }]
}
