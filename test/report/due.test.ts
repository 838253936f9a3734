import { type Assessment, assess, type Limit, xiaoshan2019 } from 'service-time'
import { createDueList, type DueCase, type DueList } from 'service-time/report'
import { describe, expect, test } from 'vitest'
import { judge, judgeLimit, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { withBank } from '../support/policies.js'

const NOW = '2019-07-04T09:00'
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const TWO_DAYS: Limit = { workingDays: 2 }

function listOf(assessments: readonly Assessment[], within = TWO_DAYS, now = NOW): DueList {
  const list = createDueList({ clock: hall, now, within })
  for (const assessment of assessments) list.add(assessment)
  return list.total()
}

const named = (id: string, assessment: Assessment): Assessment => ({ ...assessment, id })
const water = (id: string, ...more: Short[]) => named(id, judge('water-hookup', [ACCEPTED, ...more], NOW))
const told = ({ cases }: DueList, ...keys: (keyof DueCase)[]) => cases.map((one) => keys.map((key) => one[key]))

describe('the list of due cases', () => {
  test('holds the open cases that are overdue or due soon, and no other', () => {
    const overdue = named('O', judge('mortgage-registration', [ACCEPTED], NOW))
    const far = named('F', judge('power-10kv', [ACCEPTED], NOW))
    const list = listOf([far, water('W'), overdue, water('D', ['completed', '2019-07-03T10:00']), water('X', ['withdrawn', '2019-07-03T10:00'])])
    expect(list).toMatchObject({ until: '2019-07-08', overdue: 1, due: 1 })
    expect(told(list, 'id', 'outcome', 'kind', 'dueDate')).toEqual([
      ['O', 'overdue', 'promised', '2019-07-03'],
      ['W', 'open', 'promised', '2019-07-05'],
    ])
    expect(list.cases[1]).toEqual({
      id: 'W',
      rule: 'water-hookup',
      state: 'running',
      kind: 'promised',
      outcome: 'open',
      light: 'yellow',
      limit: { workingDays: 4 },
      dueDate: '2019-07-05',
      dueAt: '2019-07-05T17:00:00+08:00',
      used: { workingDays: 3 },
      remaining: { workingDays: 1 },
      nextChangeAt: '2019-07-05T17:00:00.001+08:00',
    })
  })

  test('is the same of parts as of the whole, in whatever order they are added', () => {
    const all = [
      water('W'),
      named('O', judge('mortgage-registration', [ACCEPTED], NOW)),
      water('A'),
      named('F', judge('power-10kv', [ACCEPTED], NOW)),
    ]
    const parts = [listOf(all.slice(2)), listOf(all.slice(0, 2)), listOf([])]
    const list = createDueList({ clock: hall, now: NOW, within: TWO_DAYS })
    for (const part of parts) list.addList(part)
    expect(list.total()).toEqual(listOf(all))
    expect(errorOf(() => list.addList([] as never))).toMatchObject({ code: 'value-invalid' })
  })

  test('tells of a paused case when it would be due if it resumed now', () => {
    const list = listOf([water('P', ['paused', '2019-07-03T10:00'])])
    expect(told(list, 'state', 'dueAt', 'ifResumedNow')).toEqual([
      ['paused', undefined, { dueDate: '2019-07-08', dueAt: '2019-07-08T17:00:00+08:00' }],
    ])
    expect(listOf([water('P', ['paused', '2019-07-03T10:00'])], { workingDays: 1 }).cases).toEqual([])
  })

  test('looks ahead to the end of a day in days, and to an instant in units of time', () => {
    const minutes = (at: string) => named('M', judge('sixty-minute-certificate', [['received', at]], '2019-10-08T09:00'))
    const due = (within: Limit) => listOf([minutes('2019-10-08T08:00')], within, '2019-10-08T09:00')
    expect(due({ workingDays: 0 })).toMatchObject({ until: '2019-10-08', due: 1 })
    expect(due({ workingMinutes: 60 })).toMatchObject({ until: '2019-10-08T10:00:00+08:00', due: 1 })
    expect(due({ workingMinutes: 59 })).toMatchObject({ due: 0 })
  })

  test('puts the longest overdue first, then what is due first', () => {
    const policies = [7, 2, 5, 1].map((n) => named(`${n}`, judgeLimit({ workingDays: n }, [ACCEPTED], NOW)))
    expect(told(listOf(policies, { workingDays: 10 }), 'id', 'outcome')).toEqual([
      ['1', 'overdue'],
      ['2', 'overdue'],
      ['5', 'open'],
      ['7', 'open'],
    ])
  })

  test('looks at every limit of a case: the law, a stage, the delivery of a decision', () => {
    const law = judgeLimit({ workingDays: 20 }, [ACCEPTED], NOW, { statutory: { workingDays: 4 } })
    const delivery = judgeLimit({ workingDays: 20 }, [ACCEPTED, ['completed', '2019-07-03T10:00']], NOW, { delivery: { workingDays: 2 } })
    const bank = hall
    const stage = assess(
      { id: 'S', rule: 'business-setup', events: [{ type: 'stage-started', at: '2019-07-04T08:00', stage: 'bank-account' }] },
      { policy: withBank, clock: hall, clocks: { bank }, now: NOW },
    )
    expect(told(listOf([law, delivery, stage]), 'kind', 'stage', 'state', 'dueAt')).toEqual([
      ['stage', 'bank-account', 'running', '2019-07-04T11:00:00+08:00'],
      ['statutory', undefined, 'running', '2019-07-05T17:00:00+08:00'],
      ['delivery', undefined, 'completed', '2019-07-05T17:00:00+08:00'],
    ])
  })

  test('holds papers that must be answered, until the end of the time to answer them', () => {
    const deemedAcceptance = { workingDays: 3 }
    const waiting = judgeLimit({ workingDays: 20 }, [['received', '2019-07-01T10:00']], NOW, { deemedAcceptance })
    const byNight = judgeLimit({ workingDays: 20 }, [['received', '2019-07-01T10:00']], NOW, { deemedAcceptance, convention: 'cn-hall' })
    expect(told(listOf([waiting, byNight], { workingDays: 0 }), 'kind', 'state', 'dueDate', 'dueAt')).toEqual([
      ['answer', 'waiting', '2019-07-04', '2019-07-04T17:00:00+08:00'],
      ['answer', 'waiting', '2019-07-04', '2019-07-05T00:00:00+08:00'],
    ])
    expect(listOf([judgeLimit({ workingDays: 20 }, [['received', '2019-07-01T10:00']], NOW)]).cases).toEqual([])
  })

  test('holds no case of a set, which has no deadline', () => {
    expect(listOf([judge('power-small-business', [ACCEPTED], NOW)], { workingDays: 200 }).cases).toEqual([])
  })

  test.each<[string, Record<string, unknown>, string, string]>([
    ['without a clock', { now: NOW, within: TWO_DAYS }, 'value-invalid', 'clock'],
    ['with a present that is none', { clock: hall, now: 'today', within: TWO_DAYS }, 'instant-invalid', 'now'],
    ['with an ambiguous unit', { clock: hall, now: NOW, within: { days: 2 } }, 'unit-ambiguous', 'within'],
    ['with an option that it does not know', { clock: hall, now: NOW, within: TWO_DAYS, policy: xiaoshan2019 }, 'choice-unknown', 'options'],
  ])('%s is refused', (_, options, code, path) => {
    const error = errorOf(() => createDueList(options as never))
    expect([error.code, error.path]).toEqual([code, path])
  })
})
