import { type Assessment, assess, clockFor, cnLicensing, type Policy, type XiaoshanRule, xiaoshan2019 } from 'service-time'
import { createTally, type Figures, mergeTallies, summarize, type Tally } from 'service-time/report'
import { describe, expect, test } from 'vitest'
import { eventsOf, judge, LATER, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const policy = xiaoshan2019
const water = (stopped: string, id = 'C'): Assessment => ({
  ...judge('water-hookup', [
    ['accepted', '2019-07-01T10:00'],
    ['completed', stopped],
  ]),
  id,
})
const open = (rule: XiaoshanRule, now: string, ...more: Short[]) => judge(rule, [['accepted', '2019-07-01T10:00'], ...more], now)
const power = (accepted: string, completed?: string, now = LATER) =>
  judge('power-small-business', [['accepted', accepted], ...(completed ? [['completed', completed] as const] : [])], now)

const EARLY = water('2019-07-04T10:00')
const ON_TIME = water('2019-07-05T10:00')
const LATE = water('2019-07-08T10:00')
const WITHDRAWN = judge('water-hookup', [
  ['accepted', '2019-07-01T10:00'],
  ['withdrawn', '2019-07-03T10:00'],
])
const CLOSED_LATE = judge('water-hookup', [
  ['accepted', '2019-07-01T10:00'],
  ['withdrawn', '2019-07-30T10:00'],
])
const OVERDUE = open('water-hookup', LATER)
const OPEN = open('water-hookup', '2019-07-02T09:00')
const YELLOW = open('water-hookup', '2019-07-05T09:00')
const PAUSED = open('water-hookup', '2019-07-03T09:00', ['paused', '2019-07-02T10:00'])
const WAITING = judge('water-hookup', [['received', '2019-07-01T10:00']])

const totalOf = (...assessments: Assessment[]): Figures => summarize(assessments, { policy }).total

describe('the figures of a report', () => {
  test('count cases by outcome, and say what they are of', () => {
    const total = totalOf(EARLY, EARLY, ON_TIME, LATE, WITHDRAWN, CLOSED_LATE, OVERDUE, OPEN, YELLOW, PAUSED, WAITING, power('2019-07-01'))
    expect(total).toMatchObject({
      cases: 12,
      assessed: 10,
      measured: 1,
      exempt: 1,
      outcomes: { open: 4, overdue: 1, early: 2, 'on-time': 1, late: 2, exempt: 1, measured: 1 },
      closedLate: 1,
      waiting: 1,
      paused: 1,
      dueSoon: 1,
    })
  })

  test('give rates of the cases that were decided, with numerator and denominator', () => {
    const { onTime, early } = totalOf(EARLY, ON_TIME, ON_TIME, LATE, CLOSED_LATE, OVERDUE, OPEN, WITHDRAWN)
    expect(onTime).toEqual({ value: 3 / 4, numerator: 3, denominator: 4, cohort: 'completed-with-verdict' })
    expect(early).toEqual({ value: 1 / 4, numerator: 1, denominator: 4, cohort: 'completed-with-verdict' })
  })

  test('have no rate where nothing was decided', () => {
    const { onTime, times } = totalOf(OPEN, WITHDRAWN)
    expect([onTime.value, onTime.denominator, times]).toEqual([null, 0, []])
  })

  test('tell the time used by completed cases: average, median, 95 in 100, longest', () => {
    const days = [1, 2, 3, 3, 4, 4, 4, 4, 5, 20]
    const tally = createTally()
    for (const n of days) tally.add(water(`${hall.calendar.add('2019-07-01', n)}T10:00`))
    for (const other of [OVERDUE, CLOSED_LATE, WITHDRAWN]) tally.add(other)
    expect(summarize(tally.total(), { policy }).total.times).toEqual([
      { unit: 'workingDays', cohort: 'completed', cases: 10, sum: 50, average: 5, median: 4, p95: 20, max: 20 },
    ])
  })

  test('never mix units', () => {
    const minutes = judge('sixty-minute-certificate', [
      ['received', '2019-10-08T09:00'],
      ['accepted', '2019-10-08T09:10'],
      ['completed', '2019-10-08T09:30'],
      ['delivered', '2019-10-08T09:45:30'],
    ])
    const { times } = totalOf(ON_TIME, minutes)
    expect(times).toEqual([
      { unit: 'workingDays', cohort: 'completed', cases: 1, sum: 4, average: 4, median: 4, p95: 4, max: 4 },
      { unit: 'workingMinutes', cohort: 'completed', cases: 1, sum: 45.5, average: 45.5, median: 45, p95: 45, max: 45.5 },
    ])
  })

  test('tell how many cases took how long where it is asked for', () => {
    const report = summarize([EARLY, ON_TIME, LATE, ON_TIME], { policy, hasDistributions: true })
    expect(report.total.times[0]?.distribution).toEqual([
      [3, 1],
      [4, 2],
      [5, 1],
    ])
  })

  test('tell the time by the promise, also where the law ends first', () => {
    const licence = {
      id: 'L',
      rule: 'ordinary-licence',
      events: eventsOf([
        ['accepted', '2019-07-01'],
        ['completed', '2019-07-15'],
      ]),
    } as const
    const { total } = summarize([assess(licence as never, { policy: cnLicensing, clock: clockFor(cnLicensing), now: LATER })], {
      policy: cnLicensing,
    })
    expect(total.times[0]).toMatchObject({ unit: 'workingDays', sum: 10 })
    expect(total.speedUps).toEqual([
      {
        unit: 'workingDays',
        promised: { value: 0, numerator: 0, denominator: 20, cohort: 'completed-under-law', cases: 1 },
        actual: { value: 0.5, numerator: 10, denominator: 20, cohort: 'completed-under-law', cases: 1 },
      },
    ])
  })

  test('add up: what was read is assessed, measured, exempt or rejected', () => {
    const tally = createTally()
    for (const assessment of [EARLY, OPEN, WITHDRAWN, power('2019-07-01')]) tally.add(assessment)
    for (const code of ['json-invalid', 'json-invalid', 'rule-unknown']) tally.reject(code)
    const { read, rejected, rejectedFor, total } = summarize(tally.total(), { policy })
    expect({ read, rejected, rejectedFor }).toEqual({ read: 7, rejected: 3, rejectedFor: { 'json-invalid': 2, 'rule-unknown': 1 } })
    expect(read).toBe(total.assessed + total.measured + total.exempt + rejected)
  })
})

describe('groups', () => {
  const bankruptcy = judge('bankruptcy', [
    ['accepted', '2019-09-02'],
    ['completed', '2019-10-09'],
  ])

  test('are by rule in the order of the policy, with their titles', () => {
    const { groups } = summarize([bankruptcy, LATE, EARLY], { policy, by: ['rule'] })
    expect(groups.map(({ name, titles, figures }) => [name, titles?.zh, figures.cases])).toEqual([
      ['water-hookup', '供水报装接入', 2],
      ['bankruptcy', '一般破产案件办理', 1],
    ])
  })

  test('are by month of the end, those without an end last', () => {
    const { groups } = summarize([OPEN, bankruptcy, LATE, EARLY], { policy, by: ['month'] })
    expect(groups.map(({ name, figures }) => [name, figures.cases])).toEqual([
      ['2019-07', 2],
      ['2019-10', 1],
      [null, 1],
    ])
  })

  test('are by each department that leads a rule, while the total counts a case once', () => {
    const { groups, total } = summarize([bankruptcy, LATE], { policy, by: ['department'] })
    expect(groups.map(({ name, titles, figures }) => [name, titles?.zh, figures.cases])).toEqual([
      ['environment-group', '区环境集团', 1],
      ['court', '区法院', 1],
      ['arbitration-office', '仲裁办', 1],
    ])
    expect(total.cases).toBe(2)
  })

  test('divide one another, each with figures of its own', () => {
    const { groups } = summarize([OPEN, LATE, EARLY, bankruptcy], { policy, by: ['department', 'month'] })
    expect(groups[0]?.figures.cases).toBe(3)
    expect(groups[0]?.groups.map(({ by, name, figures }) => [by, name, figures.onTime.numerator, figures.onTime.denominator])).toEqual([
      ['month', '2019-07', 1, 2],
      ['month', null, 0, 0],
    ])
  })
})

describe('targets of sets', () => {
  test('are decided version by version', () => {
    const [version] = policyOf({ workingDays: 4 }, { target: { kind: 'average', limit: { workingDays: 4 } } }).rules.only.versions
    const rule = policyOf({ workingDays: 4 }).rules.only
    const stricter = { ...version, from: '2019-08-01', target: { kind: 'average', limit: { workingDays: 2 } } } as const
    const two = { ...policyOf({ workingDays: 4 }), rules: { only: { ...rule, versions: [{ ...version, to: '2019-07-31' }, stricter] as never } } }
    const taking = (accepted: string, completed: string) => {
      const events = eventsOf([
        ['accepted', accepted],
        ['completed', completed],
      ])
      return assess({ id: 'V', rule: 'only', events } as never, { policy: two, clock: hall, now: LATER })
    }
    const { total } = summarize([taking('2019-07-29', '2019-08-01'), taking('2019-08-05', '2019-08-08')], { policy: two })
    expect(total.targets.map(({ version: from, average, outcome }) => [from, average.value, outcome])).toEqual([
      ['2007-01-01', 3, 'met'],
      ['2019-08-01', 3, 'not-met'],
    ])
  })

  const decided = (assessments: readonly Assessment[], baselines = {}) => summarize(assessments, { policy, baselines }).total.targets

  test('an average is met by the cases that were completed, and the open ones are disclosed', () => {
    // 2019-07-01 and 15 working days later; one of 14, one of 16.
    const completed = [power('2019-07-01', '2019-07-19'), power('2019-07-01', '2019-07-23')]
    expect(decided([...completed, power('2019-07-01', undefined, '2019-08-12T09:00')])).toEqual([
      {
        rule: 'power-small-business',
        version: '2019-07-01',
        kind: 'average',
        limit: { workingDays: 15 },
        unit: 'workingDays',
        average: { value: 15, numerator: 30, denominator: 2, cohort: 'completed' },
        open: { cases: 1, average: 30, longest: 30, averageWithThem: 20 },
        outcome: 'met',
      },
    ])
    expect(decided([...completed, power('2019-07-01', '2019-07-23')])).toMatchObject([{ outcome: 'not-met' }])
  })

  test('an average of nothing is not decided', () => {
    expect(decided([power('2019-07-01')])).toMatchObject([{ outcome: 'undecided', reason: 'none-completed', average: { value: null } }])
  })

  const education = (completed: string) =>
    judge('education-approval', [
      ['accepted', '2019-11-01'],
      ['completed', completed],
    ])

  test('a reduction is decided against the baseline that is given', () => {
    const cases = [education('2019-11-11'), education('2019-11-15')]
    expect(decided(cases)).toMatchObject([{ kind: 'reduction', limit: null, outcome: 'undecided', reason: 'baseline-missing' }])
    expect(decided(cases, { 'education-approval': { workingDays: 10 } })).toMatchObject([
      { limit: { workingDays: 8 }, by: { workingDays: 2 }, baseline: { workingDays: 10 }, average: { value: 8 }, outcome: 'met' },
    ])
    expect(decided(cases, { 'education-approval': { workingDays: 9 } })).toMatchObject([{ limit: { workingDays: 7 }, outcome: 'not-met' }])
  })

  test.each<[string, Record<string, unknown>, string, string]>([
    ['of another rule', { 'water-hookup': { workingDays: 10 } }, 'choice-unknown', 'baselines.water-hookup'],
    ['of another unit', { 'education-approval': { calendarDays: 10 } }, 'value-invalid', 'baselines.education-approval'],
    ['less than the cut', { 'education-approval': { workingDays: 1 } }, 'value-invalid', 'baselines.education-approval'],
    ['that is no limit', { 'education-approval': 10 }, 'limit-invalid', 'baselines.education-approval'],
  ])('a baseline %s is refused', (_, baselines, code, path) => {
    const error = errorOf(() => decided([], baselines))
    expect([error.code, error.path]).toEqual([code, path])
  })
})

describe('the lists of a report', () => {
  const overdue = (id: string, day: number): Assessment => {
    return { ...judge('water-hookup', [['accepted', `2019-07-${String(day).padStart(2, '0')}T10:00`]]), id }
  }

  test('hold the longest overdue first, at most so many, while the count is whole', () => {
    const tally = createTally({ atMost: 3 })
    const days = [9, 2, 25, 12, 1, 30, 3, 18, 23, 4]
    for (const day of days) tally.add(overdue(`A-${day}`, day))
    const { overdue: list } = summarize(tally.total(), { policy })
    expect([list.cases, list.listed.map(({ id }) => id)]).toEqual([10, ['A-1', 'A-2', 'A-3']])
    const whole = hall.calendar.count('2019-07-01', '2020-06-01')
    expect(list.listed[0]).toEqual({
      id: 'A-1',
      rule: 'water-hookup',
      state: 'running',
      outcome: 'overdue',
      light: 'red',
      limit: { workingDays: 4 },
      startsAt: '2019-07-01T10:00:00+08:00',
      dueDate: '2019-07-05',
      dueAt: '2019-07-05T17:00:00+08:00',
      used: { workingDays: whole },
      remaining: { workingDays: 4 - whole },
    })
  })

  test('are in the order of ids where several are due at once, also those that came last', () => {
    const tally = createTally({ atMost: 2 })
    for (const id of ['D', 'C', 'B', 'A!', 'E', 'A']) tally.add({ ...OVERDUE, id })
    expect(tally.total().overdue.map(({ id }) => id)).toEqual(['A', 'A!'])
  })

  test('hold the open cases with a yellow light, and of paused ones when they would be due', () => {
    const paused = open('water-hookup', '2019-07-05T09:00', ['paused', '2019-07-04T10:00'])
    const { dueSoon } = summarize([OPEN, { ...YELLOW, id: 'Y' }, { ...paused, id: 'P' }], { policy })
    expect(dueSoon.cases).toBe(2)
    expect(dueSoon.listed.map(({ id, dueAt, ifResumedNow }) => [id, dueAt, ifResumedNow?.dueDate])).toEqual([
      ['Y', '2019-07-05T17:00:00+08:00', undefined],
      ['P', undefined, '2019-07-08'],
    ])
  })

  test('may be empty', () => {
    const tally = createTally({ atMost: 0 })
    tally.add(OVERDUE)
    expect(summarize(tally.total(), { policy }).overdue).toEqual({ cases: 1, listed: [] })
  })
})

/** The policy of Xiaoshan, water hook-up left out, or of a later version. */
function without(what: 'versions' | 'rule'): Policy {
  const { 'water-hookup': water, ...rules } = policy.rules
  return {
    ...policy,
    rules: what === 'rule' ? rules : { ...rules, 'water-hookup': { ...water, versions: [{ ...water.versions[0], from: '2019-08-01' }] as never } },
  }
}

describe('a tally', () => {
  test('is JSON, and counts the same after a journey', () => {
    const tally = createTally()
    for (const assessment of [EARLY, LATE, OVERDUE, YELLOW, power('2019-07-01', '2019-07-19')]) tally.add(assessment)
    const total = tally.total()
    const sent = JSON.parse(JSON.stringify(total)) as Tally
    expect(sent).toEqual(total)
    expect(mergeTallies(sent, createTally().total())).toEqual(total)
    expect(summarize(sent, { policy, by: ['month'] })).toEqual(summarize(total, { policy, by: ['month'] }))
  })

  test('says what its cases rest on, and the first and last instant of asking', () => {
    const { bases, asOf } = summarize([OPEN, EARLY, ON_TIME], { policy })
    expect(bases).toHaveLength(1)
    expect(bases[0]).toMatchObject({ policy: 'xiaoshan-2019', calendar: 'cn', status: 'draft' })
    expect(asOf).toEqual({ first: '2019-07-02T09:00:00+08:00', last: '2020-06-01T09:00:00+08:00' })
    expect(summarize([], { policy })).toMatchObject({ read: 0, asOf: null, bases: [], groups: [] })
  })

  test.each<[string, () => unknown, string, string]>([
    ['an assessment that is none', () => createTally().add({ id: 'A' } as never), 'value-invalid', ''],
    ['nothing in its place', () => createTally().add(undefined as never), 'value-invalid', ''],
    ['a list of no length', () => createTally({ atMost: -1 }), 'value-invalid', 'atMost'],
    ['an option that it does not know', () => createTally({ most: 1 } as never), 'choice-unknown', 'options'],
    ['another policy', () => summarize([EARLY], { policy: cnLicensing }), 'value-invalid', 'policy'],
    ['a policy that has lost the version', () => summarize([EARLY], { policy: without('versions') }), 'value-invalid', 'policy'],
    ['a policy that has lost the rule', () => summarize([WAITING], { policy: without('rule') }), 'rule-unknown', 'rule'],
    ['a tally that is none', () => createTally().addTally({} as never), 'value-invalid', ''],
    ['no policy', () => summarize([EARLY], {} as never), 'value-invalid', 'policy'],
    ['no options', () => summarize([EARLY], undefined as never), 'value-invalid', 'options'],
    ['an unknown option', () => summarize([EARLY], { policy, groupBy: [] } as never), 'choice-unknown', 'options'],
    ['an unknown grouping', () => summarize([EARLY], { policy, by: ['month', 'year' as never] }), 'choice-unknown', 'by[1]'],
    ['a grouping given twice', () => summarize([EARLY], { policy, by: ['month', 'month'] }), 'value-invalid', 'by'],
    ['what is no list', () => summarize(7 as never, { policy }), 'value-invalid', ''],
    ['what is no tally', () => summarize({} as never, { policy }), 'value-invalid', ''],
  ])('refuses %s', (_, ask, code, path) => {
    const error = errorOf(ask)
    expect([codeOf(ask), error.path]).toEqual([code, path])
  })
})
