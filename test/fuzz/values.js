/** Values that stand where others belong. */
const ODD = [
  null,
  undefined,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [[]],
  '2019-02-30',
  '2019-07-01',
  '2019-07-01T10:00',
  '2019-07-01T10:00+08:00',
  '9999-12-31T23:59:59Z',
  '0001-01-01',
  '__proto__',
  'constructor',
  'toString',
  '天',
  'workingDays',
  { workingDays: 4 },
  { workingDays: -1 },
  { calendarDays: 1e9 },
  { days: 3 },
  { toString: null },
  { at: null },
]

const TYPES = [
  'received',
  'accepted',
  'rejected',
  'correction-requested',
  'corrected',
  'paused',
  'resumed',
  'extended',
  'stage-started',
  'stage-finished',
  'completed',
  'withdrawn',
  'revoked',
  'delivered',
]
const CAUSES = [undefined, undefined, undefined, undefined, undefined, undefined, 'survey', 'hearing', 'other']

export const pick = (next, items) => items[next(items.length)]

/** A copy of a value with one to three parts changed, taken out, or doubled. */
export function mutated(next, value) {
  const copy = structuredClone(value)
  for (let times = 1 + next(3); times > 0; times--) mutate(next, copy)
  return copy
}

function mutate(next, root) {
  let at = root
  for (;;) {
    const keys = Object.keys(at)
    if (keys.length === 0) return
    const key = pick(next, keys)
    const inner = at[key]
    if (typeof inner === 'object' && inner !== null && next(4) > 0) {
      at = inner
      continue
    }
    const kind = next(4)
    if (kind === 0) delete at[key]
    else if (kind === 1 && Array.isArray(at)) at.push(structuredClone(inner))
    else if (kind === 2 && typeof inner === 'string') at[key] = spoilt(next, inner)
    else at[key] = structuredClone(pick(next, ODD))
    return
  }
}

function spoilt(next, text) {
  const at = next(text.length + 1)
  return text.slice(0, at) + pick(next, ['', '0', '-', 'T', 'x', '日', '\u0000']) + text.slice(at + next(2))
}

/** Types in an order that the version of a rule mostly allows. */
function likely(next, { starts, stops, stages, correction, extension, deemedAcceptance }) {
  const steps = [
    ['paused', 'resumed'],
    ['paused', 'resumed'],
    ['paused'],
    ...(stages ? [['stage-started', 'stage-finished'], ['stage-started']] : []),
    ...(correction ? [['correction-requested', 'corrected'], ['correction-requested']] : []),
    ...(extension ? [['extended']] : []),
  ]
  const middle = Array.from({ length: next(4) }, () => pick(next, steps)).flat()
  const end = pick(next, [
    [],
    ['completed'],
    ['completed'],
    ['completed', 'delivered'],
    ['withdrawn'],
    ['revoked'],
    ...(stops === 'delivered' ? [['delivered']] : []),
  ])
  const start = starts === 'received' || deemedAcceptance ? ['received'] : ['accepted']
  return [...pick(next, [start, ['received', 'accepted']]), ...middle, ...end]
}

const DAY = 86_400_000
/** The zone of the clocks is eight hours ahead. */
const AHEAD = 28_800_000
const isTimed = (unit) => unit.endsWith('inutes') || unit.endsWith('ours')

/** The moment after a wait, in some cases the next midnight. */
function later(next, at, longest) {
  const reached = at + next(3) * next(longest)
  return next(5) === 0 ? Math.ceil((reached + AHEAD) / DAY) * DAY - AHEAD : reached
}

/** A case that may have happened: its events in the order of time, and in one that its rule allows or in any at all. */
export function anyCase(next, policy) {
  const rule = pick(next, Object.keys(policy.rules))
  const version = pick(next, policy.rules[rule].versions)
  const stages = Object.keys(version.stages ?? { a: 0 })
  const unit = Object.keys(version.target.limit ?? version.target.by)[0]
  const causes = version.causes ? [undefined, ...Object.keys(version.causes)] : CAUSES
  let at = Date.UTC(2019, next(24), 1 + next(28), next(24), next(60))
  const types = next(4) > 0 ? likely(next, version) : Array.from({ length: 1 + next(9) }, () => pick(next, TYPES))
  const longest = pick(next, [30_000_000, 400_000_000])
  const byDate = isTimed(unit) ? pick(next, [0, 0, 0, 1]) : pick(next, [0, 1, 3, 6])
  const [stage, cause] = [pick(next, stages), pick(next, causes)]
  const events = types.map((type) => {
    at = later(next, at, longest)
    const text = new Date(at).toISOString()
    return {
      type,
      at: next(6) < byDate ? new Date(at + AHEAD).toISOString().slice(0, 10) : text,
      cause: next(8) === 0 ? pick(next, CAUSES) : cause,
      stage: next(4) === 0 ? pick(next, stages) : stage,
      by: { [next(20) === 0 ? 'workingDays' : unit]: next(12) },
      ...(next(2) === 0 && { reason: '甲' }),
    }
  })
  return { id: `F-${next(1_000)}`, rule, events, materials: next(4), steps: next(4) }
}
