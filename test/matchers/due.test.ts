import { type CaseOf, xiaoshan2019 } from 'service-time'
import { matchersIn } from 'service-time/vitest'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { linesOf } from '../support/failures.js'
import { policyOf } from '../support/policies.js'

const file: CaseOf<typeof xiaoshan2019> = { id: 'W-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-29T09:12' }] }
const options = { policy: xiaoshan2019, clock: hall, now: '2019-10-08T10:00' }

describe('toBeDueAt', () => {
  test('compares instants, in whatever form and zone they are written', () => {
    for (const at of [
      '2019-10-10T17:00',
      '2019-10-10T17:00:00+08:00',
      '2019-10-10T09:00Z',
      Date.UTC(2019, 9, 10, 9),
      new Date(Date.UTC(2019, 9, 10, 9)),
    ])
      expect(file).toBeDueAt(at, options)
    expect(file).not.toBeDueAt('2019-10-10T17:01', options)
  })

  test('compares the due date with a date, also where the deadline is its 24:00', () => {
    expect(file).toBeDueAt('2019-10-10', options)
    const policy = policyOf({ workingDays: 4 }, { convention: 'cn-hall' })
    const untilMidnight = { ...file, rule: 'only' }
    expect(untilMidnight).toBeDueAt('2019-10-10', { ...options, policy })
    expect(untilMidnight).toBeDueAt('2019-10-11T00:00', { ...options, policy })
    expect(untilMidnight).not.toBeDueAt('2019-10-11', { ...options, policy })
  })

  test('fails with both instants, or both dates', () => {
    expect(linesOf(() => expect(file).toBeDueAt('2019-10-10T16:00+08:00', options))).toEqual([
      'Case W-1 (Water hook-up) is due at 2019-10-10 17:00, and not at 2019-10-10 16:00:',
      'Promised limit: 4 working days, due 2019-10-10 17:00',
      'Counted from: 2019-09-29 09:12',
      'Status: running, 2 working days used, 2 working days left',
      'As of: 2019-10-08 10:00',
      '',
      '····████····························████░░░░░░░░',
      ' ^start 09-29 09:12                  |        ^due 10-10 17:00',
      '                                     ^now 10-08 10:00',
      '█ clock runs  ▓ past the limit  ░ left of the limit  ╱ paused  · not counted',
      '',
      'Not counted:',
      'Sun 2019-09-29: make-up working day for National Day, 国办发明电〔2018〕15号, start day, not counted (General Provisions of the Civil Law art. 201(1))',
      'Tue 2019-10-01 – Mon 2019-10-07: off for National Day, 国办发明电〔2018〕15号, not counted',
    ])
    expect(linesOf(() => expect(file).toBeDueAt('2019-10-11', options))[0]).toBe(
      'Case W-1 (Water hook-up) is due on 2019-10-10, and not on 2019-10-11:',
    )
    const { message } = matchersIn('zh').toBeDueAt.call({}, file, '2019-10-11', options)
    expect(message().split('\n')[0]).toBe('办件 W-1（供水报装接入）于2019年10月10日到期，而非2019年10月11日：')
  })

  test('fails behind `.not` with the instant or the date', () => {
    expect(linesOf(() => expect(file).not.toBeDueAt('2019-10-10T17:00', options))[0]).toBe(
      'Case W-1 (Water hook-up) is due at 2019-10-10 17:00, and should not be:',
    )
    expect(linesOf(() => expect(file).not.toBeDueAt('2019-10-10', options))[0]).toBe(
      'Case W-1 (Water hook-up) is due on 2019-10-10, and should not be:',
    )
    const { message } = matchersIn('zh').toBeDueAt.call({ isNot: true }, file, '2019-10-10', options)
    expect(message().split('\n')[0]).toBe('办件 W-1（供水报装接入）于2019年10月10日到期，而预期并非如此：')
  })
})
