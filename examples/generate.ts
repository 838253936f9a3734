/*
 * A realistic year of a service hall, as large as you like and the same for everybody who gives the same seed:
 *
 *   npm run --silent generate -- 1000000 --seed 7 > cases.ndjson
 *
 * Papers come in at working hours, some by night through the web; some are sent back for correction before they are accepted, some
 * wait for a hearing or a visit; most are decided in half their time, a tenth too late. What would lie after EXTRACTED has not happened yet.
 */
import { parseArgs } from 'node:util'
import { type CaseEvent, clockFor, type XiaoshanRule, type XiaoshanStage, xiaoshan2019 } from 'service-time'

/** When the cases were taken from the system: the instant to ask about them. */
export const EXTRACTED = '2020-01-06T09:00:00+08:00'

const FIRST_DAY = '2019-06-24'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Working minutes of a day at the hall. */
const DAY = 390

/** How often each matter comes, and how many working minutes it should take. */
const MATTERS: readonly (readonly [rule: XiaoshanRule, weight: number, minutes: number])[] = [
  ['real-estate-registration', 26, 4 * DAY],
  ['mortgage-registration', 15, 2 * DAY],
  ['complaint-handling', 12, 3 * DAY],
  ['sixty-minute-certificate', 9, 60],
  ['business-setup', 8, 480],
  ['network-hookup', 7, 2 * DAY],
  ['home-purchase-chain', 6, 3 * DAY],
  ['water-hookup', 4, 4 * DAY],
  ['power-small-business', 4, 15 * DAY],
  ['gas-hookup', 3, 4 * DAY],
  ['education-approval', 2, 10 * DAY],
  ['investment-project', 1, 60 * DAY],
  ['power-10kv', 1, 40 * DAY],
  ['clinic-opening', 1, 5 * DAY],
  ['school-opening', 0.4, 7 * DAY],
  ['foreign-filing', 0.3, 2 * DAY],
  ['bankruptcy', 0.2, 120 * DAY],
  ['foreign-approval', 0.1, 5 * DAY],
]

const STAGES: Partial<Record<XiaoshanRule, readonly XiaoshanStage[]>> = {
  'business-setup': ['registration', 'seal', 'tax-invoice', 'bank-account'],
  'investment-project': ['project-approval', 'planning-permit', 'construction-permit', 'completion-acceptance'],
}

/** The hours at which people come, from 09:00 on; nobody does at noon. */
const BY_HOUR = [22, 20, 12, 0, 9, 15, 13, 9]
const CAUSES = ['现场踏勘', '专家评审', '听证', '检验检测', '公示']

type Random = () => number
type Happening = CaseEvent<XiaoshanStage>

/** A case as a system of a service hall gives it out. */
export interface GeneratedCase {
  readonly id: string
  readonly rule: XiaoshanRule
  readonly events: readonly Happening[]
  readonly materials: number
}

const clock = clockFor(xiaoshan2019)
const from = Date.parse(`${FIRST_DAY}T00:00:00+08:00`)
const days = 190
const until = Date.parse(EXTRACTED)

/** So many cases, the same for the same seed. */
export function* casesOf(count: number, seed: number): Generator<GeneratedCase> {
  const random = randomOf(seed)
  const arrivals = Array.from({ length: 10_000 }, () => arrivalOf(random))
  for (let i = 0; i < count; i++) {
    const [rule, , minutes] = pick(MATTERS, ([, weight]) => weight, random)
    const start = (arrivals[Math.floor(random() * arrivals.length)] as number) + Math.floor(random() * 60) * 1_000
    const events = eventsOf(rule, start, minutes, random).filter(([at]) => at <= until)
    yield {
      id: `XS-2019-${String(i + 1).padStart(7, '0')}`,
      rule,
      events: events.map(([at, event]) => ({ ...event, at: textOf(at) }) as Happening),
      materials: 1 + Math.floor(random() * 7),
    }
  }
}

type Timed = readonly [at: number, event: { readonly type: Happening['type']; readonly [key: string]: unknown }]

/** The course of one case: when it was taken in, what held it up, how it ended. */
function eventsOf(rule: XiaoshanRule, received: number, minutes: number, random: Random): readonly Timed[] {
  const events: Timed[] = [[received, { type: 'received' }]]
  let at = received
  const step = (most: number, type: Happening['type'], rest: object = {}) => {
    at = afterWork(at, random() * most)
    events.push([at, { type, ...rest }])
  }
  const startsAtReceipt = xiaoshan2019.rules[rule].versions[0]?.starts === 'received'
  if (!startsAtReceipt && random() < 0.25) {
    step(DAY, 'correction-requested')
    step(8 * DAY, 'corrected')
  }
  if (!startsAtReceipt && random() < 0.015) {
    step(DAY, 'rejected')
    return events
  }
  step(rule === 'sixty-minute-certificate' ? 5 : 120, 'accepted')
  const taken = minutes * 0.5 * Math.exp(0.5 * normal(random))
  if (STAGES[rule]) addStages(STAGES[rule], taken, step)
  else if (!startsAtReceipt && random() < 0.4) {
    const cause = CAUSES[Math.floor(random() * CAUSES.length)]
    step(taken, 'paused', { cause })
    step(10 * DAY, 'resumed', { cause })
  }
  if (random() < 0.02) {
    step(taken, 'withdrawn')
    return events
  }
  at = afterWork(at, STAGES[rule] ? random() * 20 : taken * (0.75 + random() / 2))
  events.push([at, { type: 'completed' }])
  if (random() < 0.9) step(rule === 'sixty-minute-certificate' ? 15 : DAY, 'delivered')
  return events
}

/** Stages one after the other, with a while between them that is the applicant's own. */
function addStages(stages: readonly XiaoshanStage[], taken: number, step: (most: number, type: Happening['type'], rest: object) => void): void {
  for (const stage of stages) {
    step(DAY / 2, 'stage-started', { stage })
    step((2 * taken) / stages.length, 'stage-finished', { stage })
  }
}

/** Work goes on at working hours, to the second. */
function afterWork(at: number, minutes: number): number {
  return clock.numeric.addWorkingTime(at, Math.ceil(minutes * 60) * 1_000)
}

/** Nine of ten come while the hall is open, most on a Monday morning; one by night or on a day off through the web. */
function arrivalOf(random: Random): number {
  const day = from + Math.floor(random() * days) * 24 * HOUR
  if (random() < 0.1) return day + Math.floor(random() * 24 * 60) * MINUTE
  const hour = 9 + pick([...BY_HOUR.keys()], (i) => BY_HOUR[i] as number, random)
  return afterWork(day + hour * HOUR, 1 + random() * 59)
}

function textOf(at: number): string {
  return `${new Date(at + 8 * HOUR).toISOString().slice(0, 19)}+08:00`
}

function pick<T>(items: readonly T[], weightOf: (item: T) => number, random: Random): T {
  let left = random() * items.reduce((sum, item) => sum + weightOf(item), 0)
  for (const item of items) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return items[0] as T
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Mulberry32. */
function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Writes cases as NDJSON, some thousand at a time. */
async function print(count: number, seed: number): Promise<void> {
  let lines = ''
  for (const file of casesOf(count, seed)) {
    lines += `${JSON.stringify(file)}\n`
    if (lines.length < 1_000_000) continue
    await written(lines)
    lines = ''
  }
  await written(lines)
}

const written = (text: string) => new Promise<void>((resolve) => process.stdout.write(text, () => resolve()))

if (process.argv[1]?.endsWith('generate.js')) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } })
  await print(Number(positionals[0] ?? 1_000), Number(values.seed))
}
