import { assess, createClock, readCase, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit } from '../support/cases.js'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf, withBank } from '../support/policies.js'

const events = [{ type: 'accepted', at: '2019-07-01T10:00' }] as const
const water = { id: 'C', rule: 'water-hookup', events } as const
const options = { policy: xiaoshan2019, clock: hall, now: '2020-01-02T09:00' }

describe('a case that is read', () => {
  test('is itself, with fields of the user and a count of nothing', () => {
    const value = { ...water, materials: 0, steps: 0, counter: 3 }
    expect(readCase(value, xiaoshan2019)).toBe(value)
  })

  test.each<[what: string, value: object, code: string, path: string, caseId: string | undefined]>([
    ['without an id has no name in its error', { ...water, id: '' }, 'value-invalid', 'id', undefined],
    ['with a number for an id has none either', { ...water, id: 7 }, 'value-invalid', 'id', undefined],
    ['of a rule that nobody knows is named', { ...water, rule: 'water' }, 'rule-unknown', 'rule', 'C'],
    ['with half a step is named', { ...water, steps: 0.5 }, 'value-invalid', 'steps', 'C'],
    ['with fewer than no materials is named', { ...water, materials: -1 }, 'value-invalid', 'materials', 'C'],
  ])('%s', (_, value, code, path, caseId) => {
    const error = errorOf(() => readCase(value, xiaoshan2019))
    expect([error.code, error.path, error.caseId]).toEqual([code, path, caseId])
    const assessing = errorOf(() => assess(value as never, options))
    expect([assessing.code, assessing.path, assessing.caseId]).toEqual([code, path, caseId])
  })
})

describe('the moments of a case', () => {
  test('on one day are in order to the millisecond', () => {
    const shorts = (at: string) => [['accepted', '2019-07-01T10:00'] as const, ['completed', at] as const]
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, shorts('2019-07-01T09:59:59.999')))).toMatchObject({
      code: 'event-out-of-order',
      path: 'events[1].at',
    })
    expect(judgeLimit({ workingDays: 4 }, shorts('2019-07-01T10:00')).outcome).toBe('early')
  })

  test('are of years that can be written, in the zone of the clock', () => {
    const last = '9999-12-31T23:59:59Z'
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, [['accepted', last]]))).toMatchObject({
      code: 'instant-invalid',
      path: 'events[0].at',
      facts: { found: last },
    })
  })
})

describe('what is asked of a case', () => {
  test('is of the clock that is given, whatever was asked before', () => {
    const early = createClock({ calendar: hall.calendar, hours: { workday: ['06:00-09:30'] }, timeZone: hall.timeZone, convention: 'cn-civil-code' })
    const startsBy = (clock: typeof hall) => assess(water, { ...options, clock }).startsAt
    const [own, others] = ['2019-07-01T10:00:00+08:00', '2019-07-02T06:00:00+08:00']
    expect([startsBy(hall), startsBy(early), startsBy(hall)]).toEqual([own, others, own])
    expect(assess(water, { ...options, clock: early }).basis.hours).not.toEqual(assess(water, options).basis.hours)
  })

  test('is asked at the instant that a date holds by now', () => {
    const now = new Date('2019-07-02T09:00+08:00')
    const policy = policyOf({ workingDays: 4 })
    const asked = () => assess({ ...water, rule: 'only' }, { policy, clock: hall, now })
    expect(asked().basis.now).toBe('2019-07-02T09:00:00+08:00')
    now.setTime(Date.parse('2019-07-08T09:00+08:00'))
    expect([asked().basis.now, asked().outcome]).toEqual(['2019-07-08T09:00:00+08:00', 'overdue'])
  })

  test('is asked by the clocks that a record of clocks holds by now', () => {
    const setup = { id: 'C', rule: 'business-setup', events } as const
    const bankOf = (workday: string[]) =>
      createClock({ calendar: hall.calendar, hours: { workday }, timeZone: hall.timeZone, convention: 'cn-civil-code' })
    const clocks = { bank: bankOf(['10:00-16:00']) }
    const hours = () => assess(setup, { policy: withBank, clock: hall, clocks, now: '2019-07-02T09:00' }).basis.clocks?.['bank']?.hours
    expect(hours()).toEqual({ workday: ['10:00-16:00'] })
    clocks.bank = bankOf(HALL_HOURS.workday)
    expect(hours()).toEqual(HALL_HOURS)
  })

  test.each<[object, string, string, string]>([
    [{ now: 'soon' }, 'instant-invalid', 'now', 'soon'],
    [{ now: '2020-01-02' }, 'time-missing', 'now', '2020-01-02'],
    [{ clocks: 7 }, 'value-invalid', 'clocks', '7'],
    [{ clocks: null }, 'value-invalid', 'clocks', 'null'],
    [{ clock: 'hall' }, 'value-invalid', 'clock', '"hall"'],
    [{ policy: null }, 'value-invalid', 'policy', 'null'],
  ])('by %o is refused', (wrong, code, path, found) => {
    expect(errorOf(() => assess(water, { ...options, ...wrong } as never))).toMatchObject({ code, path, facts: { found } })
  })
})

describe('what a rule caps', () => {
  test('is told alone where a case does not say what it needed', () => {
    const { caps } = assess(water, options)
    expect(caps).toStrictEqual({ materials: { allowed: 1 }, steps: { allowed: 3 } })
    const capped = (terms: object) => judgeLimit({ workingDays: 4 }, [['accepted', '2019-07-01']], undefined, { caps: terms }).caps
    expect([capped({ steps: 3 }), capped({ materials: 1 })]).toStrictEqual([{ steps: { allowed: 3 } }, { materials: { allowed: 1 } }])
  })
})
