import { type CaseFile, createClock, reassess, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, type Short } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const caseOf = (id: string, shorts: readonly Short[]): CaseFile<'only'> => ({ id, rule: 'only', events: eventsOf(shorts) })
const policy = policyOf({ workingDays: 4 })

describe('a case judged anew', () => {
  const file = caseOf('C', [['accepted', '2019-04-26T10:00']])

  test('is due by what was known on a day', () => {
    // The amendment of 2019-03-22 made Sunday 04-28 and Sunday 05-05 working days; before it, 05-02 and 05-03 were worked.
    expect(reassess(file, { policy, clock: hall, asOf: '2019-03-21', now: '2019-04-26T12:00' }).dueDate).toBe('2019-05-03')
    expect(reassess(file, { policy, clock: hall, asOf: '2019-03-22', now: '2019-04-26T12:00' }).dueDate).toBe('2019-05-05')
  })

  test('is due by what was known where the clock has hours for a date that was off then', () => {
    const clock = createClock({ ...hall, hours: { ...HALL_HOURS, dates: { '2019-05-05': ['10:00-12:00'] } } })
    const due = (asOf: string) => reassess(file, { policy, clock, asOf, now: '2019-04-26T12:00' }).dueAt
    expect([due('2019-03-21'), due('2019-03-22')]).toEqual(['2019-05-03T17:00:00+08:00', '2019-05-05T12:00:00+08:00'])
  })

  test('is asked at the end of that day, unless another instant is given', () => {
    const found = reassess(file, { policy, clock: hall, asOf: '2019-05-05' })
    expect(found).toMatchObject({ outcome: 'overdue', basis: { now: '2019-05-05T23:59:59.999+08:00', calendar: 'cn@2019-05-05' } })
    expect(reassess(file, { policy, clock: hall, asOf: '2019-05-04' }).outcome).toBe('open')
  })

  test('has not yet begun where its events lie later', () => {
    expect(
      reassess({ ...file, events: [{ type: 'received', at: '2019-04-01T10:00' }, ...file.events] }, { policy, clock: hall, asOf: '2019-04-02' }),
    ).toMatchObject({
      state: 'waiting',
      findings: [{ code: 'event-after-now', index: 1 }],
    })
  })

  test('is exempt by a policy that was not known', () => {
    const water = { id: 'A', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-04-01' }] } as const
    expect(reassess(water, { policy: xiaoshan2019, clock: hall, asOf: '2019-04-27' })).toMatchObject({
      outcome: 'exempt',
      reason: 'before-publication',
    })
    expect(reassess(water, { policy: xiaoshan2019, clock: hall, asOf: '2019-04-28' })).toMatchObject({ reason: 'before-first-version' })
  })

  // Sunday 04-28 was made a working day on 2019-03-22: by the calendar before, the papers of Friday could still be answered on Monday.
  test('is refused, as it would have been then, where papers did not yet count as accepted at its decision', () => {
    const deeming = policyOf({ workingDays: 4 }, { deemedAcceptance: { workingDays: 1 } })
    const decided = caseOf('C', [
      ['received', '2019-04-26T10:00'],
      ['completed', '2019-04-28T18:00'],
    ])
    const by = (asOf: string) => reassess(decided, { policy: deeming, clock: hall, asOf, now: '2019-05-10T09:00' })
    expect(by('2019-03-22')).toMatchObject({ state: 'completed', outcome: 'early' })
    expect(errorOf(() => by('2019-03-01'))).toMatchObject({ code: 'event-not-allowed', path: 'events[1].type', facts: { after: 'received' } })
  })

  test('is refused as of what is no date', () => {
    expect(errorOf(() => reassess(file, { policy, clock: hall, asOf: '2019-02-30' }))).toMatchObject({ code: 'date-invalid', path: 'asOf' })
  })
})
