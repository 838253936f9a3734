import { assess, type CaseFile, type Clock, cn, createClock, movedBy, type Notice } from 'service-time'
import { describe, expect, test } from 'vitest'
import { eventsOf, judgeLimit, type Short } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { cnSource } from '../support/notices.js'
import { policyOf } from '../support/policies.js'

const caseOf = (id: string, shorts: readonly Short[]): CaseFile<'only'> => ({ id, rule: 'only', events: eventsOf(shorts) })
const policy = policyOf({ workingDays: 4 })

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
    const move = { before: due('2019-05-03'), after: due('2019-05-05') }
    expect(moved).toEqual([
      { id: 'open', rule: 'only', ...move, limits: [{ kind: 'promised', ...move }] },
      { id: 'paused', rule: 'only', ...move, limits: [{ kind: 'promised', ...move }] },
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

  test('that closes a date for which the clock has hours moves deadlines past it', () => {
    const closing = { ...notice, id: 'closing', issued: '2019-04-26', arrangements: [{ occasion: '台风', off: ['2019-05-06'], work: [] }] }
    const dated = createClock({ ...hall, hours: { ...HALL_HOURS, dates: { '2019-05-06': ['10:00-11:00'] } } })
    const late = [caseOf('open', [['accepted', '2019-04-28T10:00']])]
    const { moved, rejected } = movedBy(closing, late, { policy, clock: dated, now: '2019-04-28T12:00' })
    expect(rejected).toEqual([])
    expect(moved.map(({ before: was, after }) => [was.dueAt, after.dueAt])).toEqual([['2019-05-06T11:00:00+08:00', '2019-05-07T17:00:00+08:00']])
  })

  test('that is none is refused, and so are options that are none', () => {
    const options = { policy, clock: before, now: '2019-04-26T17:30' }
    expect(errorOf(() => movedBy(null as never, cases, options))).toMatchObject({ code: 'value-invalid', path: 'notice' })
    expect(errorOf(() => movedBy({ id: 'x' } as never, cases, options))).toMatchObject({ code: 'value-invalid', path: 'notice.number' })
    expect(errorOf(() => movedBy(notice, 'all' as never, options))).toMatchObject({
      code: 'value-invalid',
      path: 'cases',
      facts: { found: 'all' },
    })
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

describe('clocks that are others', () => {
  const ACCEPTED: Short = ['accepted', '2019-08-05T10:00']
  const options = { policy, clock: hall, now: '2019-08-06T09:00' }
  const due = (dueDate: string, time = '17:00:00') => ({ dueDate, dueAt: `${dueDate}T${time}+08:00` })
  const order = (id: string, issued: string, off: string): Notice => ({
    id,
    number: null,
    issued,
    covers: 2019,
    arrangements: [{ occasion: '台风', off: [off], work: [] }],
  })
  const typhoon = [order('order-9', '2019-08-06', '2019-08-09')]
  const closedOn = (notices: readonly Notice[]): Clock => createClock({ ...hall, calendar: hall.calendar.extend({ id: 'typhoon', notices }) })

  test('move open deadlines by a layer over their calendar, and those of cases that stand still', () => {
    const cases = [
      caseOf('open', [ACCEPTED]),
      caseOf('paused', [ACCEPTED, ['paused', '2019-08-05T11:00']]),
      caseOf('decided', [ACCEPTED, ['completed', '2019-08-05T15:00']]),
      caseOf('early', [['accepted', '2019-08-01T10:00']]),
      caseOf('broken', [['resumed', '2019-08-05T10:00']]),
    ]
    const { moved, unmoved, rejected } = movedBy({ clock: closedOn(typhoon) }, cases, options)
    // Friday 08-09 is the fourth day of the open case. The paused one has Wednesday to Friday and Monday if it resumes now, on Tuesday.
    const promised = (before: string, after: string) => ({ before: due(before), after: due(after) })
    const [open, paused] = [promised('2019-08-09', '2019-08-12'), promised('2019-08-12', '2019-08-13')]
    expect(moved).toEqual([
      { id: 'open', rule: 'only', ...open, limits: [{ kind: 'promised', ...open }] },
      { id: 'paused', rule: 'only', ...paused, limits: [{ kind: 'promised', ...paused }] },
    ])
    expect([unmoved, rejected.map(({ index, error }) => [index, error.code])]).toEqual([2, [[4, 'event-not-allowed']]])
  })

  test('move them back by the layer as it was amended, which the layer before does not outlast', () => {
    const amended = [...typhoon, order('order-10', '2019-08-07', '2019-08-10')]
    const { moved } = movedBy({ clock: closedOn(amended) }, [caseOf('open', [ACCEPTED])], { ...options, clock: closedOn(typhoon) })
    expect(moved.map(({ before, after }) => [before.dueDate, after.dueDate])).toEqual([['2019-08-12', '2019-08-09']])
  })

  test('move them by other hours', () => {
    const longer = createClock({ ...hall, hours: { workday: ['09:00-18:00'] } })
    const { moved } = movedBy({ clock: longer }, [caseOf('open', [ACCEPTED])], options)
    expect(moved[0]).toMatchObject({ before: due('2019-08-09'), after: due('2019-08-09', '18:00:00') })
  })

  test('are not a text, nor clocks of stages without that of the policy', () => {
    const options = { policy, clock: hall, now: '2019-04-26T17:30' }
    expect(errorOf(() => movedBy('x' as never, [], options))).toMatchObject({ code: 'value-invalid', path: 'notice' })
    expect(errorOf(() => movedBy({ clocks: {} } as never, [], options))).toMatchObject({ code: 'value-invalid', path: 'change.clock' })
  })

  test('that are none, or in another zone, are refused as those of the change', () => {
    const refusal = (change: unknown) => {
      const { code, path } = errorOf(() => movedBy(change as never, [], options))
      return [code, path]
    }
    expect(refusal({ clock: {} })).toEqual(['value-invalid', 'change.clock'])
    expect(refusal({ clock: hall, clocks: 1 })).toEqual(['value-invalid', 'change.clocks'])
    expect(refusal({ clock: hall, hours: {} })).toEqual(['choice-unknown', 'change'])
    const elsewhere = createClock({ calendar: cn, hours: hall.hours, timeZone: 'Asia/Urumqi', convention: 'cn-civil-code' })
    expect(refusal({ clock: elsewhere })).toEqual(['zones-differ', 'change.clock'])
    expect(refusal({})).toEqual(['value-invalid', 'notice.id'])
  })
})

describe('of a case with several limits', () => {
  // Working days from Monday 2019-07-01: the tenth is Monday 07-15, the twentieth Monday 07-29. An order closes a Monday.
  const due = (dueDate: string) => ({ dueDate, dueAt: `${dueDate}T17:00:00+08:00` })
  const movedAt = (closed: string, shorts: readonly Short[], version: Parameters<typeof policyOf>[1], now: string) => {
    const order = { id: 'order', number: null, issued: '2019-07-01', covers: 2019, arrangements: [{ occasion: '台风', off: [closed], work: [] }] }
    const clock = createClock({ ...hall, calendar: hall.calendar.extend({ id: 'storm', notices: [order] }) })
    return movedBy({ clock }, [caseOf('A', shorts)], { policy: policyOf({ workingDays: 10 }, version), clock: hall, now })
  }
  const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']

  test('that of the law moves, though the promise binds', () => {
    const { moved, unmoved } = movedAt('2019-07-29', [ACCEPTED], { statutory: { workingDays: 20 } }, '2019-07-02T09:00')
    const stays = due('2019-07-15')
    const limits = [{ kind: 'statutory', before: due('2019-07-29'), after: due('2019-07-30') }]
    expect([moved, unmoved]).toEqual([[{ id: 'A', rule: 'only', before: stays, after: stays, limits }], 0])
  })

  test('each that moves is told', () => {
    const [found] = movedAt('2019-07-08', [ACCEPTED], { statutory: { workingDays: 20 } }, '2019-07-02T09:00').moved
    expect(found?.limits.map(({ kind, after }) => [kind, after.dueDate])).toEqual([
      ['promised', '2019-07-16'],
      ['statutory', '2019-07-30'],
    ])
  })

  test('that of the delivery moves after the decision, which no order moves', () => {
    const shorts: Short[] = [ACCEPTED, ['completed', '2019-07-04T10:00']]
    const { moved } = movedAt('2019-07-08', shorts, { delivery: { workingDays: 2 } }, '2019-07-05T09:00')
    expect(moved.map(({ limits }) => limits)).toStrictEqual([[{ kind: 'delivery', before: due('2019-07-08'), after: due('2019-07-09') }]])
    const delivered: Short[] = [...shorts, ['delivered', '2019-07-05T09:00']]
    expect(movedAt('2019-07-08', delivered, { delivery: { workingDays: 2 } }, '2019-07-06T09:00').unmoved).toBe(1)
  })

  test('that of a stage moves by its name', () => {
    const stages = { survey: { titles: { zh: '踏勘', en: 'Survey' }, limit: { workingDays: 2 } } }
    const shorts: Short[] = [ACCEPTED, ['stage-started', '2019-07-04T10:00', 'survey']]
    const [found] = movedAt('2019-07-08', shorts, { stages }, '2019-07-05T09:00').moved
    expect(found?.limits).toContainEqual({ kind: 'stage', stage: 'survey', before: due('2019-07-08'), after: due('2019-07-09') })
    const two = { ...stages, test: { titles: { zh: '检测', en: 'Test' }, limit: { workingDays: 2 } } }
    const [later] = movedAt('2019-07-08', [...shorts, ['stage-started', '2019-07-05T08:00', 'test']], { stages: two }, '2019-07-05T09:00').moved
    expect(later?.limits.map(({ stage, after }) => [stage, after.dueDate])).toEqual([
      [undefined, '2019-07-16'],
      ['survey', '2019-07-09'],
      ['test', '2019-07-10'],
    ])
  })
})
