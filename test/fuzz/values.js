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
const CAUSES = [undefined, undefined, undefined, undefined, 'survey']

const pick = (next, items) => items[next(items.length)]

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

/** Types in an order that most rules allow. */
function likely(next) {
  const pauses = Array.from({ length: next(4) }, () => ['paused', 'resumed']).flat()
  const end = pick(next, [[], ['completed'], ['completed', 'delivered'], ['withdrawn']])
  return [...pick(next, [['accepted'], ['received', 'accepted'], ['received']]), ...pauses, ...end]
}

/** A case that may have happened: its events in the order of time, and in one that its rule allows or in any at all. */
export function anyCase(next, policy) {
  const rules = Object.keys(policy.rules)
  const rule = pick(next, rules)
  const stages = Object.keys(policy.rules[rule].versions[0].stages ?? { a: 0 })
  let at = Date.UTC(2019, next(24), 1 + next(28), next(24), next(60))
  const types = next(2) === 0 ? likely(next) : Array.from({ length: 1 + next(9) }, () => pick(next, TYPES))
  const events = types.map((type) => {
    at += next(3) * next(400_000_000)
    const written = next(12) === 0 ? new Date(at).toISOString().slice(0, 10) : new Date(at).toISOString()
    return { type, at: written, cause: pick(next, CAUSES), stage: pick(next, stages), by: { workingDays: next(20) } }
  })
  return { id: `F-${next(1_000)}`, rule, events, materials: next(4), steps: next(4) }
}
