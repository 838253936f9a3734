import { pick } from './values.js'

/* Valid policies with rules of every kind, so that all that a version may say is asked about. */

const TIME = ['workingMinutes', 'workingHours', 'minutes', 'hours']
const DAYS = ['workingDays', 'calendarDays', 'months', 'years']
const MOST = { workingMinutes: 3_000, workingHours: 60, minutes: 20_000, hours: 400, workingDays: 30, calendarDays: 60, months: 6, years: 2 }
const words = { zh: '甲', en: 'A' }

const maybe = (next, fields) => (next(2) === 0 ? fields : {})

function limitIn(next, units) {
  const unit = pick(next, units)
  return { [unit]: next(4) === 0 ? next(3) : next(MOST[unit]) }
}

function targetIn(next, units) {
  const kind = pick(next, ['each', 'each', 'each', 'each', 'average', 'reduction'])
  return kind === 'reduction' ? { kind, by: limitIn(next, units), baseline: words } : { kind, limit: limitIn(next, units) }
}

function anyVersion(next, from, units) {
  const target = targetIn(next, units)
  const [unit] = Object.keys(target.limit ?? target.by)
  const isSummed = TIME.includes(unit) && target.kind !== 'reduction'
  const measure = pick(next, ['span', 'span', 'union', ...(isSummed ? ['sum'] : [])])
  // A union in working units runs on one clock.
  const first = { titles: words, ...maybe(next, { limit: limitIn(next, units) }), ...(measure !== 'union' && maybe(next, { clock: 'bank' })) }
  const stages = { first, last: { titles: words } }
  return {
    from,
    target,
    measure,
    starts: pick(next, ['accepted', 'accepted', 'received']),
    stops: pick(next, ['completed', 'completed', 'delivered']),
    citations: [{ part: 'body', quote: '甲' }],
    ...(measure === 'span' ? maybe(next, { stages }) : { stages }),
    // The law's limit beside a sum is one of time as well.
    ...maybe(next, { statutory: limitIn(next, measure === 'sum' ? TIME : units) }),
    ...maybe(next, { delivery: limitIn(next, units) }),
    ...maybe(next, { correction: pick(next, ['pause', 'restart']) }),
    ...maybe(next, { extension: { by: { [unit]: 1 + next(10) }, times: 1 + next(2), ...maybe(next, { isReasoned: true }) } }),
    ...maybe(next, { deemedAcceptance: limitIn(next, pick(next, [['workingDays'], units])) }),
    ...maybe(next, { causes: { hearing: { titles: words, ground: words }, survey: { titles: words } } }),
    ...maybe(next, { caps: { materials: next(4), steps: next(4) } }),
    ...maybe(next, { grounds: { statutory: words, delivery: words, extension: words, correction: words, deemedAcceptance: words } }),
  }
}

function anyRule(next, code, units) {
  const change = `2020-0${1 + next(9)}-15`
  const first = anyVersion(next, pick(next, ['2007-01-01', '2019-07-01']), units)
  const isChanged = next(3) === 0
  const versions = isChanged ? [{ ...first, to: pick(next, ['2019-12-31', change]) }, anyVersion(next, change, units)] : [first]
  return { code, titles: words, departments: { lead: ['office'], responsible: [] }, versions }
}

const NAMED = ['cn-civil-code', 'cn-hall']

function anyConvention(next, pausedDay) {
  return {
    startDay: pick(next, ['excluded', 'included']),
    intake: pick(next, ['next-opening', 'as-recorded']),
    due: pick(next, ['closing', 'end-of-day']),
    roll: pick(next, ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest', 'none']),
    monthEnd: 'clamp',
    pausedDay,
  }
}

/** A policy of several rules. */
export function anyPolicy(next) {
  const pausedDay = pick(next, ['after-pause-day', 'after-pause-day', 'any-part', 'whole-day'])
  // Dates move by whole pauses alone; once in a while a policy asks for what cannot be.
  const isPlain = pausedDay === 'after-pause-day' || next(20) === 0
  const units = [...TIME, ...(isPlain ? DAYS : ['workingDays', 'workingDays', 'workingDays'])]
  return {
    id: 'own',
    titles: words,
    source: { titles: words, issuer: words, date: pick(next, ['2007-01-01', '2019-10-01']), status: 'in-force' },
    calendar: 'cn',
    hours: 'hall-9-to-5',
    timeZone: 'Asia/Shanghai',
    convention: pausedDay === 'after-pause-day' && next(2) === 0 ? pick(next, NAMED) : anyConvention(next, pausedDay),
    clocks: { bank: { titles: words, calendar: 'cn', hours: 'hall-9-to-5' } },
    departments: { office: words },
    rules: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`rule-${i}`, anyRule(next, `R${i}`, units)])),
  }
}
