import { assess, type CaseFile, cn, createClock, movedBy, type Notice, reassess, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { cnSource } from '../support/notices.js'
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

  test('is refused as of what is no date', () => {
    expect(errorOf(() => reassess(file, { policy, clock: hall, asOf: '2019-02-30' }))).toMatchObject({ code: 'date-invalid', path: 'asOf' })
  })
})

describe('a notice', () => {
  const notice = cnSource.notices.find(({ id }) => id === 'cn-2019-amended' || (id !== 'cn-2019' && id.startsWith('cn-2019'))) as Notice
  const before = createClock({ ...hall, calendar: cn.asOf('2019-03-21') })
  const ACCEPTED: Short = ['accepted', '2019-04-26T10:00']
  const cases = [
    caseOf('open', [ACCEPTED]),
    caseOf('paused', [ACCEPTED, ['paused', '2019-04-26T11:00']]),
    caseOf('decided', [ACCEPTED, ['completed', '2019-04-26T15:00']]),
    caseOf('waiting', [['received', '2019-04-26T10:00']]),
    caseOf('early', [['accepted', '2019-04-17T10:00']]),
    caseOf('broken', [['resumed', '2019-04-26T10:00']]),
  ]
  const asked = () => movedBy(notice, cases, { policy, clock: before, now: '2019-04-26T17:30' })

  test('moves the deadlines of open cases, and loses none of the others', () => {
    const { moved, unmoved, rejected } = asked()
    const due = (dueDate: string) => ({ dueDate, dueAt: `${dueDate}T17:00:00+08:00` })
    expect(moved).toEqual([
      { id: 'open', rule: 'only', before: due('2019-05-03'), after: due('2019-05-05') },
      { id: 'paused', rule: 'only', before: due('2019-05-03'), after: due('2019-05-05') },
    ])
    expect([unmoved, rejected.map(({ index, error }) => [index, error.code, error.caseId])]).toEqual([3, [[5, 'event-not-allowed', 'broken']]])
  })

  test('is as if it had come with the others', () => {
    const announced = cn.asOf('2019-03-21').announce(notice)
    expect(announced.diff(cn.asOf('2019-03-22')).days).toEqual([])
    expect(announced.edition).toBe(cn.asOf('2019-03-22').edition)
    const layer = {
      id: 'typhoon',
      notices: [{ id: 'o', number: null, issued: '2019-01-02', covers: 2019, arrangements: [{ occasion: '台风', off: ['2019-05-05'], work: [] }] }],
    }
    expect(cn.asOf('2019-03-21').extend(layer).announce(notice).add('2019-04-26', 4)).toBe('2019-05-06')
  })

  test('that is none is refused, and so are options that are none', () => {
    const options = { policy, clock: before, now: '2019-04-26T17:30' }
    expect(errorOf(() => movedBy(null as never, cases, options))).toMatchObject({ code: 'value-invalid', path: 'notice' })
    expect(errorOf(() => movedBy({ id: 'x' } as never, cases, options))).toMatchObject({ code: 'value-invalid', path: 'notice.number' })
    expect(errorOf(() => movedBy(notice, 'all' as never, options))).toMatchObject({ code: 'value-invalid', path: 'cases' })
    expect(errorOf(() => movedBy(notice, cases, { ...options, policy: null as never }))).toMatchObject({ code: 'value-invalid', path: 'policy' })
    const contradictory = { ...notice, id: 'y', arrangements: [{ occasion: '元旦', off: ['2019-06-03'], work: ['2019-06-03'] }] }
    expect(codeOf(() => movedBy(contradictory, cases, options))).toBe('notice-contradiction')
  })

  test('changes nothing of a case that it does not touch', () => {
    const file = caseOf('C', [['accepted', '2019-07-01T10:00']])
    const options = { policy, now: '2019-07-02T09:00' }
    const { basis: _was, ...was } = assess(file, { ...options, clock: before })
    const { basis: _is, ...is } = assess(file, { ...options, clock: createClock({ ...hall, calendar: before.calendar.announce(notice) }) })
    expect(is).toEqual(was)
    expect(judgeLimit({ workingDays: 4 }, [['accepted', '2019-07-01T10:00']], '2019-07-02T09:00').dueDate).toBe(is.dueDate)
  })
})
