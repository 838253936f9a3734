import { type Assessment, assess, type CaseOf, xiaoshan2019 } from 'service-time'
import { createTally } from 'service-time/report'
import { matchersIn } from 'service-time/vitest'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { linesOf } from '../support/failures.js'

const options = { policy: xiaoshan2019, clock: hall, now: '2019-07-31T09:00' }
const judged = (id: string, completed?: string, rule: CaseOf<typeof xiaoshan2019>['rule'] = 'water-hookup'): Assessment => {
  const events = [{ type: 'accepted', at: '2019-07-01T10:00' } as const, ...(completed ? [{ type: 'completed', at: completed } as const] : [])]
  return assess({ id, rule, events }, options)
}
const inTime = (cases: number) => Array.from({ length: cases }, (_, i) => judged(`A-${i}`, '2019-07-05T10:00'))
const late = (cases: number) => Array.from({ length: cases }, (_, i) => judged(`B-${i}`, '2019-07-08T16:00'))

describe('toHaveOnTimeRate', () => {
  test('counts the cases that were completed in time among those completed', () => {
    expect([...inTime(19), ...late(1)]).toHaveOnTimeRate({ atLeast: 0.95 })
    expect([...inTime(18), ...late(1)]).not.toHaveOnTimeRate({ atLeast: 0.95 })
    expect(late(1)).toHaveOnTimeRate({ atLeast: 0 })
  })

  test('takes any iterable, once, and a tally', () => {
    expect(new Set(inTime(2))).toHaveOnTimeRate({ atLeast: 1 })
    expect(inTime(2).values()).toHaveOnTimeRate({ atLeast: 1 })
    const tally = createTally()
    for (const assessment of [...inTime(3), ...late(1)]) tally.add(assessment)
    tally.reject('json-invalid')
    expect(tally.total()).toHaveOnTimeRate({ atLeast: 0.75 })
    expect(linesOf(() => expect(tally.total()).toHaveOnTimeRate({ atLeast: 0.8 }))).toEqual([
      'The on-time rate is 75% (3 of 4 completed in time), below 80%.',
      'Not in the rate: 1 rejected',
    ])
  })

  test('fails with the rate, what it does not count, and the late cases with their limits', () => {
    const all = [...inTime(1), ...late(2), judged('C'), judged('D', '2019-07-10T10:00', 'power-small-business')]
    expect(linesOf(() => expect(all).toHaveOnTimeRate({ atLeast: 0.95 }))).toEqual([
      'The on-time rate is 33.33% (1 of 3 completed in time), below 95%.',
      'Not in the rate: 1 overdue, 1 measured',
      'B-0: 4 working days, due 2019-07-05 17:00, late; 5 working days used, 1 working day over',
      'B-1: 4 working days, due 2019-07-05 17:00, late; 5 working days used, 1 working day over',
    ])
    const { message } = matchersIn('zh').toHaveOnTimeRate.call({}, all, { atLeast: 0.95 })
    expect(message().split('\n').slice(0, 3)).toEqual([
      '按时办结率为33.33%（已办结3件，按时1件），低于95%。',
      '未计入：逾期未办结1件，仅计时1件',
      'B-0：4个工作日，2019年7月5日 17:00到期，已逾期；已用5个工作日，超出1个工作日',
    ])
  })

  test('fails behind `.not` with the rate', () => {
    expect(linesOf(() => expect(inTime(2)).not.toHaveOnTimeRate({ atLeast: 0.95 }))).toEqual([
      'The on-time rate is 100% (2 of 2 completed in time), and should be below 95%.',
    ])
    const { message } = matchersIn('zh').toHaveOnTimeRate.call({ isNot: true }, inTime(2), { atLeast: 0.95 })
    expect(message()).toBe('按时办结率为100%（已办结2件，按时2件），而预期低于95%。')
  })

  test('names ten of many late cases, and never rounds up to what was asked for', () => {
    const lines = linesOf(() => expect([...inTime(1), ...late(12)]).toHaveOnTimeRate({ atLeast: 0.5 }))
    expect(lines).toHaveLength(12)
    expect(lines.at(-1)).toBe('… and 2 more')
    const almost = linesOf(() => expect([...inTime(1_999), ...late(1)]).toHaveOnTimeRate({ atLeast: 0.99955 }))
    expect(almost[0]).toBe('The on-time rate is 99.95% (1999 of 2000 completed in time), below 99.955%.')
  })
})
