import fc from 'fast-check'
import type { Assessment } from 'service-time'
import { createTally, type Figures, type Grouping, mergeTallies, summarize, type Tally } from 'service-time/report'
import { describe, expect, test } from 'vitest'
import { naiveFigures, naiveGroups, naiveList } from '../support/naive-report.js'
import { assessments, withLaw } from '../support/report-cases.js'
import { runs } from '../support/runs.js'

const CASES = assessments(10_000, 7)
const baselines = { 'education-approval': { workingDays: 12 } }
const tallyOf = (cases: readonly Assessment[], atMost = 20): Tally => {
  const running = createTally({ atMost })
  for (const found of cases) running.add(found)
  return running.total()
}

/** Parts of some of the cases, in any order: each case goes to the part that its number names. */
const parts = fc.array(fc.nat({ max: 3 }), { maxLength: 400 }).map((numbers) => {
  const cases = numbers.map((_, i) => CASES[(i * 7919) % CASES.length] as Assessment)
  return { cases, parts: [0, 1, 2, 3].map((part) => cases.filter((_, i) => numbers[i] === part)) }
})

describe('for all cases', () => {
  test('merged parts equal the whole, however the cases are split and the parts are grouped', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 30 }), ({ cases, parts }, atMost) => {
        const [a, b, c, d] = parts.map((part) => tallyOf(part, atMost)) as [Tally, Tally, Tally, Tally]
        const whole = tallyOf(cases, atMost)
        expect(mergeTallies(mergeTallies(a, b), mergeTallies(c, d))).toEqual(whole)
        expect(mergeTallies(d, mergeTallies(c, mergeTallies(b, a)))).toEqual(whole)
        expect(mergeTallies(mergeTallies(b, tallyOf([], atMost)), mergeTallies(mergeTallies(a, d), c))).toEqual(whole)
      }),
      { numRuns: runs(60) },
    )
  })

  test('the order in which they are counted plays no part', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CASES.slice(0, 200)], { minLength: 200 }), (cases) => {
        expect(tallyOf(cases, 5)).toEqual(tallyOf(CASES.slice(0, 200), 5))
      }),
      { numRuns: runs(20) },
    )
  })

  test('what is rejected adds up over parts', () => {
    const codes = fc.array(fc.constantFrom('json-invalid', 'rule-unknown', 'event-unknown'), { maxLength: 20 })
    fc.assert(
      fc.property(codes, codes, (first, second) => {
        const rejecting = (of: readonly string[]) => {
          const running = createTally()
          for (const code of of) running.reject(code)
          return running.total()
        }
        expect(mergeTallies(rejecting(first), rejecting(second))).toEqual(rejecting([...first, ...second]))
      }),
      { numRuns: runs(40) },
    )
  })
})

/** The figures of a report without the words that name what is counted. */
function plain({ onTime, early, times, speedUps, targets, ...counts }: Figures) {
  const part = <T extends object>({ cohort: _, ...rest }: T & { cohort?: unknown }) => rest
  return {
    ...counts,
    onTime: part(onTime),
    early: part(early),
    times: times.map(part),
    speedUps: speedUps.map(({ unit, promised, actual }) => ({ unit, promised: promised && part(promised), actual: actual && part(actual) })),
    targets: targets.map(({ rule, average, open, outcome }) => ({ rule, average: part(average), open, outcome })),
  }
}

describe('a report of 10,000 cases', () => {
  const naive = (cases: readonly Assessment[]) => naiveFigures(cases, withLaw, baselines)
  const byRule = ({ targets, ...rest }: ReturnType<typeof naive>) => ({ ...rest, targets: [...targets].sort((a, b) => (a.rule < b.rule ? -1 : 1)) })
  const report = (by: readonly Grouping[]) => summarize(CASES, { policy: withLaw, by, baselines })

  test('equals a second computation from the definitions', () => {
    const { total } = report([])
    expect(plain(total)).toEqual(byRule(naive(CASES)))
  })

  test('holds cases of every kind', () => {
    const { total } = report([])
    for (const n of [...Object.values(total.outcomes), total.closedLate, total.waiting, total.paused, total.dueSoon]) expect(n).toBeGreaterThan(0)
    expect(total.times.map(({ unit }) => unit)).toEqual(['calendarDays', 'workingDays', 'workingHours', 'workingMinutes'])
    expect(total.speedUps.map(({ unit, promised, actual }) => [unit, promised !== null, actual !== null])).toEqual([
      ['calendarDays', false, true],
      ['months', true, false],
      ['workingDays', true, true],
    ])
  })

  test.each(['rule', 'department', 'month'] as const)('by %s equals it group by group', (by) => {
    const groups = naiveGroups(CASES, by, withLaw)
    const found = report([by]).groups
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(groups.keys()))
    for (const { name, figures } of found) expect([name, plain(figures)]).toEqual([name, byRule(naive(groups.get(name) as readonly Assessment[]))])
  })

  test('by department and month equals it group within group', () => {
    for (const { name, groups } of report(['department', 'month']).groups) {
      const months = naiveGroups(naiveGroups(CASES, 'department', withLaw).get(name) as readonly Assessment[], 'month', withLaw)
      expect(groups.map((group) => group.name)).toEqual([...months.keys()].sort((a, b) => (a ?? '9').localeCompare(b ?? '9')))
      for (const group of groups) expect(group.figures.cases).toBe(months.get(group.name)?.length)
    }
  })

  test('lists the same cases as due first', () => {
    const { overdue, dueSoon } = summarize(tallyOf(CASES, 20), { policy: withLaw })
    expect(overdue.listed.map(({ id }) => id)).toEqual(naiveList(CASES, 'overdue', 20))
    expect(dueSoon.listed.map(({ id }) => id)).toEqual(naiveList(CASES, 'open', 20))
  })
})
