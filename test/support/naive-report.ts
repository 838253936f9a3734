import type { Assessment, Limit, Policy, Version } from 'service-time'
import type { Grouping } from 'service-time/report'

/*
 * A report a second time, straight from its definitions: lists of assessments, filtered and sorted. It shares nothing with the
 * library but the words.
 */

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const only = (limit: Limit) => Object.entries(limit)[0] as [unit: string, amount: number]
const over = (numerator: number, denominator: number) => ({ value: denominator ? numerator / denominator : null, numerator, denominator })
const IN_MS: Readonly<Record<string, number>> = { workingMinutes: 60_000, minutes: 60_000, workingHours: 3_600_000, hours: 3_600_000 }

const usedOf = ({ limits, used }: Assessment): Limit | undefined => limits.find(({ kind }) => kind === 'promised')?.used ?? used
const isDecided = ({ state, outcome }: Assessment) => state === 'completed' && outcome !== 'exempt'

/** The value at the nearest rank of a list. */
function ranked(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] as number
}

function naiveTimes(cases: readonly Assessment[]) {
  const used = cases.filter(isDecided).map((found) => only(usedOf(found) as Limit))
  return [...new Set(used.map(([unit]) => unit))].sort().map((unit) => {
    const amounts = used.filter(([of]) => of === unit).map(([, amount]) => amount)
    // The library tells percentiles of time to the minute.
    const ms = IN_MS[unit]
    const toMinute = (amount: number) => (ms === undefined ? amount : (Math.floor(Math.round(amount * ms) / 60_000) * 60_000) / ms)
    const total = ms === undefined ? sum(amounts) : sum(amounts.map((amount) => Math.round(amount * ms))) / ms
    return {
      unit,
      cases: amounts.length,
      sum: total,
      average: total / amounts.length,
      median: toMinute(ranked(amounts, 0.5)),
      p95: toMinute(ranked(amounts, 0.95)),
      max: Math.max(...amounts),
    }
  })
}

const versionOf = (policy: Policy, { rule, basis }: Assessment) => policy.rules[rule]?.versions.find(({ from }) => from === basis.version) as Version

function naiveSpeedUps(cases: readonly Assessment[], policy: Policy) {
  const under = cases.filter(isDecided).flatMap((found) => {
    const { statutory, target } = versionOf(policy, found)
    const used = found.limits.find(({ kind }) => kind === 'statutory')?.used
    if (!statutory || !used) return []
    return [{ law: only(statutory), used: only(used), promise: target.kind === 'reduction' ? undefined : only(target.limit) }]
  })
  return [...new Set(under.map(({ law }) => law[0]))].sort().map((unit) => {
    const of = under.filter(({ law }) => law[0] === unit)
    const saved = (taken: readonly (readonly [allowed: number, taken: number])[]) =>
      taken.length === 0 ? null : { ...over(sum(taken.map(([a, b]) => a - b)), sum(taken.map(([a]) => a))), cases: taken.length }
    return {
      unit,
      promised: saved(of.flatMap(({ law, promise }) => (promise?.[0] === unit ? [[law[1], promise[1]] as const] : []))),
      actual: saved(of.flatMap(({ law, used }) => (used[0] === unit ? [[law[1], used[1]] as const] : []))),
    }
  })
}

function naiveTargets(cases: readonly Assessment[], policy: Policy, baselines: Readonly<Record<string, Limit>>) {
  const measured = cases.filter(({ outcome }) => outcome === 'measured')
  return [...new Set(measured.map(({ rule }) => rule))].map((rule) => {
    const of = measured.filter((found) => found.rule === rule)
    const { target } = versionOf(policy, of[0] as Assessment)
    const amounts = (isDone: boolean) => of.filter(({ state }) => (state === 'completed') === isDone).map(({ used }) => only(used as Limit)[1])
    const most = target.kind === 'reduction' ? only(baselines[rule] as Limit)[1] - only(target.by)[1] : only(target.limit)[1]
    const done = amounts(true)
    const open = amounts(false)
    return {
      rule,
      average: over(sum(done), done.length),
      open: {
        cases: open.length,
        average: over(sum(open), open.length).value,
        longest: open.length > 0 ? Math.max(...open) : null,
        averageWithThem: over(sum(done) + sum(open), done.length + open.length).value,
      },
      outcome: done.length === 0 ? 'undecided' : sum(done) / done.length <= most ? 'met' : 'not-met',
    }
  })
}

/** What a report says of a set of cases. */
export function naiveFigures(cases: readonly Assessment[], policy: Policy, baselines: Readonly<Record<string, Limit>>) {
  const count = (is: (found: Assessment) => boolean) => cases.filter(is).length
  const outcomes = ['open', 'overdue', 'early', 'on-time', 'late', 'exempt', 'measured'] as const
  const verdicts = cases.filter((found) => isDecided(found) && found.outcome !== 'measured')
  const isOpen = ({ outcome }: Assessment) => outcome === 'open' || outcome === 'overdue'
  return {
    cases: cases.length,
    assessed: count(({ outcome }) => outcome !== 'measured' && outcome !== 'exempt'),
    measured: count(({ outcome }) => outcome === 'measured'),
    exempt: count(({ outcome }) => outcome === 'exempt'),
    outcomes: Object.fromEntries(outcomes.map((name) => [name, count(({ outcome }) => outcome === name)])),
    closedLate: count(({ state, outcome }) => state === 'closed' && outcome === 'late'),
    waiting: count((found) => isOpen(found) && found.state === 'waiting'),
    paused: count((found) => isOpen(found) && found.state === 'paused'),
    dueSoon: count(({ outcome, light }) => outcome === 'open' && light === 'yellow'),
    onTime: over(verdicts.filter(({ outcome }) => outcome !== 'late').length, verdicts.length),
    early: over(verdicts.filter(({ outcome }) => outcome === 'early').length, verdicts.length),
    times: naiveTimes(cases),
    speedUps: naiveSpeedUps(cases, policy),
    targets: naiveTargets(cases, policy, baselines),
  }
}

/** The cases of each group. */
export function naiveGroups(cases: readonly Assessment[], by: Grouping, policy: Policy): ReadonlyMap<string | null, readonly Assessment[]> {
  const namesOf = (found: Assessment): readonly (string | null)[] => {
    if (by === 'rule') return [found.rule]
    if (by === 'month') return [found.stoppedAt?.slice(0, 7) ?? null]
    return policy.rules[found.rule]?.departments.lead ?? []
  }
  const names = new Set(cases.flatMap(namesOf))
  return new Map([...names].map((name) => [name, cases.filter((found) => namesOf(found).includes(name))]))
}

/** The cases that are due first, by the text of the instant and the id. */
export function naiveList(cases: readonly Assessment[], outcome: 'overdue' | 'open', atMost: number): readonly string[] {
  return cases
    .filter((found) => found.outcome === outcome && (outcome === 'overdue' || found.light === 'yellow'))
    .map(({ id, dueAt, ifResumedNow }) => [dueAt ?? ifResumedNow?.dueAt ?? '', id] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .slice(0, atMost)
    .map(([, id]) => id)
}
