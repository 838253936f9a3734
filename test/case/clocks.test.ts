import fc from 'fast-check'
import {
  assess,
  type CaseEvent,
  type ChangedClocks,
  type Clock,
  cn,
  createCalendar,
  createClock,
  explain,
  movedBy,
  type Policy,
  reassess,
  say,
  type Version,
  type XiaoshanStage,
} from 'service-time'
import { readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { codeOf, errorOf } from '../support/errors.js'
import { withBank } from '../support/policies.js'
import { runs } from '../support/runs.js'

// The hall is open 6.5 hours a day, 09:00-12:00 and 13:30-17:00; the bank 4.5.
const BANK_HOURS = { workday: ['09:00-11:30', '14:00-16:00'] }
const bank = createClock({ calendar: cn, hours: BANK_HOURS, timeZone: 'Asia/Shanghai' })
const options = { policy: withBank, clock: hall, clocks: { bank }, now: '2019-05-10T09:00' }

type Stage = readonly [stage: XiaoshanStage, from: string, to?: string]

const MONDAY = '2019-05-06T'
const TUESDAY = '2019-05-07T'

function fileOf(stages: readonly Stage[]) {
  const turns = stages.flatMap(([stage, from, to]): CaseEvent<XiaoshanStage>[] => [
    { type: 'stage-started', at: from, stage },
    ...(to === undefined ? [] : [{ type: 'stage-finished', at: to, stage } as const]),
  ])
  return { id: 'A', rule: 'business-setup', events: turns.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))) } as const
}

// Registration 3 hours, seal 1, invoice 1: five hours by Monday 15:30, when the account is begun.
const IN_TURN: readonly Stage[] = [
  ['registration', `${MONDAY}09:00`, `${MONDAY}12:00`],
  ['seal', `${MONDAY}13:30`, `${MONDAY}14:30`],
  ['tax-invoice', `${MONDAY}14:30`, `${MONDAY}15:30`],
]

test('a case of which no stage has begun is under the version of its acceptance', () => {
  const file = { id: 'A', rule: 'business-setup', events: [{ type: 'received', at: `${MONDAY}09:00` }] } as const
  const accepted = { ...file, events: [...file.events, { type: 'accepted', at: `${MONDAY}10:00` }] } as const
  expect([assess(file, options), assess(accepted, options)].map(({ state, basis }) => [state, basis.version])).toEqual([
    ['waiting', undefined],
    ['running', '2019-05-01'],
  ])
  const { titles, source } = withBank
  const target = { kind: 'each', limit: { workingHours: 6 } } as const
  const rules = { 'business-setup': { versions: [{ from: '2020-01-01', target }] } }
  const policy = refinePolicy(withBank, { id: 'hurried', titles, source, rules })
  expect(assess(accepted, { ...options, policy }).basis.version).toBe('2019-05-01')
})

describe('a stage on a clock of its own', () => {
  test('uses of a sum the time by which that clock runs', () => {
    // Half an hour at the bank until 16:00, and the 2.5 hours that are left of eight on Tuesday from 09:00: at its closing.
    const found = assess(fileOf([...IN_TURN, ['bank-account', `${MONDAY}15:30`]]), options)
    expect(found).toMatchObject({ dueAt: '2019-05-07T11:30:00+08:00', outcome: 'overdue' })
    // By the hours of the hall it would be 15:30-17:00 and 09:00-10:30.
    const byHall = assess(fileOf([...IN_TURN, ['bank-account', `${MONDAY}15:30`]]), { ...options, clocks: { bank: hall } })
    expect(byHall.dueAt).toBe('2019-05-07T10:30:00+08:00')
  })

  test('runs beside those of the policy', () => {
    // From 13:30 the seal, from 14:00 the account too: at 16:00 it is 3 + 2.5 + 2, and the half hour that is left is the seal's alone.
    const stages: readonly Stage[] = [
      ['registration', `${MONDAY}09:00`, `${MONDAY}12:00`],
      ['seal', `${MONDAY}13:30`],
      ['bank-account', `${MONDAY}13:30`],
    ]
    expect(assess(fileOf(stages), options).dueAt).toBe('2019-05-06T16:30:00+08:00')
    expect(assess(fileOf(stages), { ...options, now: `${MONDAY}15:00` })).toMatchObject({
      used: { workingHours: 5.5 },
      remaining: { workingHours: 2.5 },
    })
  })

  test('starts at the next opening of that clock', () => {
    const found = assess(fileOf([['bank-account', `${MONDAY}12:30`]]), { ...options, now: `${MONDAY}15:00` })
    expect(found).toMatchObject({ startsAt: '2019-05-06T14:00:00+08:00', used: { workingHours: 1 } })
  })

  test('chooses the version by the day on which it starts there', () => {
    // The version is in force from Wednesday 2019-05-01, which is off; the first working day after it is Sunday 05-05.
    const started = (at: string, clock: Clock) => assess(fileOf([['bank-account', at]]), { ...options, clocks: { bank: clock } })
    const late = createClock({ calendar: cn, hours: { workday: ['09:00-20:00'] }, timeZone: 'Asia/Shanghai' })
    // At 18:00 of Tuesday 04-30 the hall is shut and the bank open: the clock starts that evening.
    expect(started('2019-04-30T18:00', late)).toMatchObject({ outcome: 'exempt', reason: 'before-first-version' })
    // At 16:30 the hall is open and the bank shut since 16:00.
    expect(started('2019-04-30T16:30', bank)).toMatchObject({ startsAt: '2019-05-05T09:00:00+08:00', basis: { version: '2019-05-01' } })
  })

  test('leaves the version to the acceptance while no stage has started', () => {
    const accepted = { id: 'A', rule: 'business-setup', events: [{ type: 'accepted', at: `${MONDAY}09:00` }] } as const
    expect(assess(accepted, options)).toMatchObject({ startsAt: '2019-05-06T09:00:00+08:00', basis: { version: '2019-05-01' } })
  })

  test('that waits chooses no version where another stage has started the clock before', () => {
    // The bank is shut until 2019-05-05; the registration starts the clock on 04-30, when no version is in force.
    const found = assess(
      fileOf([
        ['bank-account', '2019-04-30T16:30'],
        ['registration', '2019-04-30T16:45'],
      ]),
      options,
    )
    expect(found).toMatchObject({ outcome: 'exempt', reason: 'before-first-version' })
    const later = assess(
      fileOf([
        ['bank-account', '2019-04-30T16:30'],
        ['registration', '2019-05-01T10:00'],
      ]),
      options,
    )
    expect(later).toMatchObject({ startsAt: '2019-05-05T09:00:00+08:00', basis: { version: '2019-05-01' } })
  })

  test('has its own limit judged by that clock', () => {
    // Two hours: half an hour on Monday, one and a half on Tuesday.
    const [, stage] = assess(fileOf([...IN_TURN, ['bank-account', `${MONDAY}15:30`, `${TUESDAY}10:30`]]), options).limits
    expect(stage).toMatchObject({ kind: 'stage', stage: 'bank-account', clock: 'bank', dueAt: '2019-05-07T10:30:00+08:00', outcome: 'on-time' })
    expect(stage?.used).toEqual({ workingHours: 2 })
  })

  test('may run on days of its own', () => {
    const saturdays = createCalendar({ id: 'bank', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    const open = createClock({ calendar: saturdays, hours: BANK_HOURS, timeZone: 'Asia/Shanghai' })
    // Friday 2019-05-10: 2 hours at the bank from 14:00; Saturday 4.5; on Monday the 1.5 that are left, until 10:30.
    const found = assess(fileOf([['bank-account', '2019-05-10T14:00']]), { ...options, clocks: { bank: open }, now: '2019-05-11T12:00' })
    expect(found).toMatchObject({ dueAt: '2019-05-13T10:30:00+08:00', used: { workingHours: 4.5 } })
  })

  test('may end with a calendar that is shorter than that of the policy', () => {
    const calendar = createCalendar({ id: 'short', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    const short = createClock({ ...bank, calendar })
    const judged = (registered: string) => {
      const stages: readonly Stage[] = [
        ['registration', '2019-12-31T09:00', registered],
        ['seal', '2019-12-31T11:00'],
        ['bank-account', '2019-12-31T11:00'],
      ]
      return assess(fileOf(stages), { ...options, clocks: { bank: short }, now: '2019-12-31T15:00' })
    }
    // 2.5 hours of registration; one of two stages at once until 11:30, one of the seal until 12:00 and from 13:30, and 3.5 of both until 15:45.
    expect(judged('2019-12-31T11:30')).toMatchObject({ dueAt: '2019-12-31T15:45:00+08:00', used: { workingHours: 6.5 } })
    // With an hour less of registration eight hours are reached at 16:15 by the seal alone, while the bank is shut.
    expect(judged('2019-12-31T11:00')).toMatchObject({ dueAt: '2019-12-31T16:00:00+08:00' })
    expect(judged('2019-12-31T10:45')).toMatchObject({ dueAt: '2019-12-31T16:15:00+08:00' })
    // Nobody knows how long the bank is open on the day after, on which the sum would end.
    expect(errorOf(() => judged('2019-12-31T09:15'))).toMatchObject({ code: 'outside-coverage', facts: { calendar: 'short', side: 'after' } })
  })

  test('stands still while the case is paused', () => {
    const events: readonly CaseEvent<XiaoshanStage>[] = [
      { type: 'stage-started', at: `${MONDAY}09:00`, stage: 'bank-account' },
      { type: 'paused', at: `${MONDAY}10:00`, cause: 'papers' },
      { type: 'resumed', at: `${TUESDAY}10:00`, cause: 'papers' },
    ]
    // One hour on Monday, 1.5 and 2 on Tuesday, and 3.5 on Wednesday: 09:00-11:30 and one hour from 14:00.
    const found = assess({ id: 'A', rule: 'business-setup', events }, options)
    expect(found.dueAt).toBe('2019-05-08T15:00:00+08:00')
  })

  test('is named in the basis, and its sessions prove the answer', () => {
    const explanation = explain(fileOf([...IN_TURN, ['bank-account', `${MONDAY}15:30`]]), options)
    expect(explanation.assessment.basis.clocks).toEqual({ bank: { calendar: 'cn', edition: cn.edition, hours: BANK_HOURS } })
    const last = explanation.days.flatMap(({ sessions = [] }) => sessions).find(({ isOverdue, total }) => !isOverdue && total === 480)
    expect(last).toMatchObject({ opensAt: '2019-05-07T09:00:00+08:00', closesAt: '2019-05-07T11:30:00+08:00', minutes: 150, clocks: ['bank'] })
    expect(say(explanation, 'zh').text).toContain('按银行时间')
    expect(say(explanation, 'en').text).toContain('by the hours of: Bank')
  })

  test('is named once in a session, however many stages run on it', () => {
    const both = refinePolicy(withBank, {
      id: 'both',
      titles: withBank.titles,
      source: withBank.source,
      rules: { 'business-setup': { versions: [{ from: '2019-05-01', stages: { seal: { clock: 'bank' } } }] } },
    })
    const stages: readonly Stage[] = [
      ['seal', `${MONDAY}10:00`, `${MONDAY}11:00`],
      ['bank-account', `${MONDAY}10:00`, `${MONDAY}11:00`],
    ]
    const explanation = explain(fileOf(stages), { ...options, policy: both, now: `${MONDAY}11:00` })
    expect(explanation.days[0]?.sessions?.[0]).toMatchObject({ stagesAtOnce: 2, clocks: ['bank'] })
    expect(say(explanation, 'zh').text).toContain('按银行时间，2个环节同时计时')
  })

  test('is named where its hours moved the start of the whole, and the hall is where its own did', () => {
    const startedBy = (stage: XiaoshanStage, time: string) => explain(fileOf([[stage, `${MONDAY}${time}`]]), { ...options, now: `${TUESDAY}09:00` })
    const byBank = startedBy('bank-account', '13:40')
    expect(byBank.turns[0]).toEqual({ kind: 'start-moved', from: `${MONDAY}13:40:00+08:00`, to: `${MONDAY}14:00:00+08:00`, clock: 'bank' })
    expect(say(byBank, 'zh').notes[0]).toBe('2019年5月6日 13:40不在办公时间，自2019年5月6日 14:00起算（按银行时间）。')
    expect(say(byBank, 'en').notes[0]).toBe(
      '2019-05-06 13:40 was outside opening hours: the limit counts from 2019-05-06 14:00 (by the hours of: Bank).',
    )
    const byHall = startedBy('seal', '12:30')
    expect(byHall.turns[0]).toEqual({ kind: 'start-moved', from: `${MONDAY}12:30:00+08:00`, to: `${MONDAY}13:30:00+08:00` })
    expect(say(byHall, 'zh').notes[0]).toBe('2019年5月6日 12:30不在办公时间，自2019年5月6日 13:30起算（办事大厅实务）。')
    // On Monday evening the bank is shut, and opens on Tuesday.
    const evening = explain(fileOf([['bank-account', `${MONDAY}18:00`]]), { ...options, now: `${TUESDAY}10:00` })
    expect(say(evening, 'zh').days[0]).toBe('2019年5月6日 周一 工作日，不在办公时间，自下一办公时段起算（按银行时间）')
  })

  test('has its titles in an explanation that names it, and in no other', () => {
    const clocksOf = (stages: readonly Stage[]) => explain(fileOf(stages), options).clocks
    expect(clocksOf([['seal', `${MONDAY}10:00`, `${MONDAY}11:00`]])).toEqual({})
    expect(clocksOf([['bank-account', `${MONDAY}10:00`, `${MONDAY}11:00`]])).toEqual({ bank: { zh: '银行', en: 'Bank' } })
    // Outside the hours of the bank no session names it, but the limit of the stage is on it.
    expect(clocksOf([...IN_TURN, ['bank-account', `${MONDAY}16:30`, `${MONDAY}16:40`]])).toHaveProperty('bank')
  })

  test('is as known on a day, and moves with a notice', () => {
    // Wednesday 2020-01-22: 2 hours, Thursday 4.5; the 1.5 that are left on Friday 01-31, or once the holiday was made longer on Monday 02-03.
    const asked = { policy: withBank, clock: hall, clocks: { bank } }
    const held = fileOf([['bank-account', '2020-01-22T14:00']])
    const asOf = (date: string) => reassess(held, { ...asked, asOf: date, now: '2020-01-23T09:00' }).dueAt
    expect([asOf('2020-01-20'), asOf('2020-02-01')]).toEqual(['2020-01-31T10:30:00+08:00', '2020-02-03T10:30:00+08:00'])
    const notice = {
      id: 'cn-2027',
      number: null,
      issued: '2026-11-25',
      covers: 2027,
      arrangements: [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-09'] }],
    }
    // Friday 2027-01-08, 14:00: two hours; by the notice 4.5 on Saturday, so that 1.5 are left for Monday and not for Tuesday.
    const open = fileOf([['bank-account', '2027-01-08T14:00']])
    const { moved } = movedBy(notice, [open], { ...asked, now: '2027-01-08T15:00' })
    expect(moved.map(({ before, after }) => [before.dueAt, after.dueAt])).toEqual([['2027-01-12T10:30:00+08:00', '2027-01-11T10:30:00+08:00']])
  })

  test('moves by a change of its own, and stays as it was where the change does not speak of it', () => {
    // Monday 2019-05-06, 15:00: 1 hour at the bank, 4.5 on Tuesday, 2.5 on Wednesday; with an hour more on Monday and on Tuesday, 1 on Wednesday less.
    const asked = { policy: withBank, clock: hall, clocks: { bank }, now: `${MONDAY}15:30` }
    const open = fileOf([['bank-account', `${MONDAY}15:00`]])
    const longer = createClock({ ...bank, hours: { workday: ['09:00-11:30', '14:00-17:00'] } })
    const due = (change: ChangedClocks) => movedBy(change, [open], asked).moved.map(({ after }) => after.dueAt)
    expect(due({ clock: hall, clocks: { bank: longer } })).toEqual(['2019-05-08T09:30:00+08:00'])
    expect(due({ clock: createClock({ ...hall, hours: { workday: ['09:00-18:00'] } }) })).toEqual([])
    const elsewhere = createClock({ ...bank, timeZone: 'Asia/Urumqi' })
    expect(errorOf(() => due({ clock: hall, clocks: { bank: elsewhere } }))).toMatchObject({ code: 'zones-differ', path: 'change.clocks.bank' })
  })

  test('makes a verdict projected where its days are', () => {
    const settled = createCalendar({ id: 'hall', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2026-01-01', to: '2027-12-31' } })
    const clock = createClock({ calendar: settled, hours: HALL_HOURS, timeZone: 'Asia/Shanghai' })
    const found = assess(fileOf([['bank-account', '2027-01-20T09:00']]), { ...options, clock, now: '2027-01-20T10:00' })
    expect(found).toMatchObject({ certainty: 'projected', awaits: ['cn-2027'], dueDate: '2027-01-21' })
    expect((found.earliest as string) <= '2027-01-21' && '2027-01-21' <= (found.latest as string)).toBe(true)
  })

  test('makes it projected also where it began on a settled day', () => {
    const settled = createCalendar({ id: 'hall', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2026-01-01', to: '2027-12-31' } })
    const clock = createClock({ calendar: settled, hours: HALL_HOURS, timeZone: 'Asia/Shanghai' })
    const found = assess(fileOf([['bank-account', '2026-12-24T15:00']]), { ...options, clock, now: '2026-12-24T15:30' })
    // One hour on Thursday, 4.5 on Friday and 2.5 on Monday; the notices end with Thursday.
    expect(found).toMatchObject({ dueAt: '2026-12-28T11:30:00+08:00', certainty: 'projected', awaits: ['cn-2027'] })
  })

  test('rests on its own days alone while no other stage runs', () => {
    const calendar = createCalendar({ id: 'own', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2026-01-01', to: '2030-12-31' } })
    const settled = createClock({ calendar, hours: BANK_HOURS, timeZone: 'Asia/Shanghai' })
    const held = fileOf([['bank-account', '2027-02-01T14:00']])
    // 2 hours on Monday, 4.5 on Tuesday, 1.5 on Wednesday: no day of the hall, whose notice of 2027 is awaited, decides.
    const found = assess(held, { ...options, clocks: { bank: settled }, now: '2027-02-01T15:00' })
    expect(found).toMatchObject({ certainty: 'published', dueDate: '2027-02-03' })
  })

  describe('that waits over days that no notice has settled', () => {
    const owned = (weekend: 'sunday'[] | ['saturday', 'sunday']) =>
      createClock({
        calendar: createCalendar({ id: 'own', weekend, notices: [], coverage: { from: '2026-01-01', to: '2030-12-31' } }),
        hours: HALL_HOURS,
        timeZone: 'Asia/Shanghai',
      })
    const work = {
      id: 'o',
      number: '甲1号',
      issued: '2026-11-01',
      covers: 2027,
      arrangements: [{ occasion: '开门', off: [], work: ['2027-02-01', '2027-02-02'] }],
    }
    // Monday and Tuesday are worked whatever comes; Saturday 2027-01-30 may be.
    const open = createClock({ ...bank, calendar: cn.extend({ id: 'open', notices: [work] }) })
    const judged = (stages: readonly Stage[], clocks: { clock: Clock; bank: Clock }) =>
      assess(fileOf(stages), { policy: withBank, clock: clocks.clock, clocks: { bank: clocks.bank }, now: '2027-02-01T15:00' })

    test('rests on those days, whether it is the first or a later one', () => {
      const asked = { clock: owned(['saturday', 'sunday']), bank: open }
      // Of eight hours 4.5 on Monday, the others on Tuesday; if Saturday and Sunday are worked, the last on Sunday.
      const projected = { certainty: 'projected', dueDate: '2027-02-02', earliest: '2027-01-31', latest: '2027-02-02', awaits: ['cn-2027'] }
      expect(judged([['bank-account', '2027-01-30T08:00']], asked)).toMatchObject(projected)
      const registered: Stage = ['registration', '2027-01-29T09:00', '2027-01-29T10:00']
      expect(judged([registered, ['bank-account', '2027-01-30T08:00']], asked)).toMatchObject(projected)
      expect(judged([registered, ['bank-account', '2027-02-01T08:00']], asked)).toMatchObject({ certainty: 'published', dueDate: '2027-02-02' })
    })

    test('does so where other stages use up the sum before it starts', () => {
      const atOnce = (others: readonly Stage[]): readonly Stage[] => [
        ...others,
        ['registration', '2027-01-30T09:00'],
        ['tax-invoice', '2027-01-30T09:00'],
      ]
      // Two stages of a hall that works on Saturdays: four hours from 09:00, until 14:30.
      const found = judged(atOnce([['bank-account', '2027-01-30T08:00']]), { clock: owned(['sunday']), bank: open })
      expect(found).toMatchObject({ dueAt: '2027-01-30T14:30:00+08:00', certainty: 'projected', awaits: ['cn-2027'] })
      expect(judged(atOnce([]), { clock: owned(['sunday']), bank: open })).toMatchObject({ certainty: 'published' })
    })

    test('does so by the clock of the policy too', () => {
      // The account takes one hour at a bank that works on Saturdays, and the seal waits for the hall to open.
      const found = judged(
        [
          ['bank-account', '2027-01-29T09:00', '2027-01-29T10:00'],
          ['seal', '2027-01-30T08:00'],
        ],
        { clock: open, bank: owned(['sunday']) },
      )
      expect(found).toMatchObject({ certainty: 'projected', dueDate: '2027-02-02', earliest: '2027-01-31', awaits: ['cn-2027'] })
    })
  })

  test('makes nothing projected of a limit by the clock, which asks no calendar', () => {
    const { titles, source } = withBank
    const target = { kind: 'each', limit: { hours: 48 } } as const
    const rules = { 'business-setup': { versions: [{ from: '2019-05-01', target }] } }
    const policy = refinePolicy(withBank, { id: 'hours', titles, source, rules })
    const found = assess(fileOf([['bank-account', '2027-02-01T14:00']]), { ...options, policy, now: '2027-02-01T15:00' })
    expect(found).toMatchObject({ certainty: 'published', dueAt: '2027-02-03T14:00:00+08:00' })
  })

  test('must be given, by name and in the same zone', () => {
    const missing = errorOf(() => assess(fileOf(IN_TURN), { policy: withBank, clock: hall, now: options.now }))
    expect([missing.code, missing.path, missing.text('zh')]).toEqual(['clock-missing', 'clocks.bank', expect.stringContaining('“bank”')])
    const tokyo = createClock({ calendar: cn, hours: BANK_HOURS, timeZone: 'Asia/Tokyo' })
    expect(codeOf(() => assess(fileOf(IN_TURN), { ...options, clocks: { bank: tokyo } }))).toBe('zones-differ')
    expect(codeOf(() => assess(fileOf(IN_TURN), { ...options, clocks: { bank: {} as Clock } }))).toBe('value-invalid')
  })

  test('is the one that is given at the time of asking, whatever a record held before', () => {
    const file = fileOf([['bank-account', `${MONDAY}14:00`]])
    const clocks: Record<string, Clock> = { bank }
    const asked = { policy: withBank, clock: hall, clocks, now: `${TUESDAY}09:00` }
    // Two hours at the bank, three at the hall.
    expect(assess(file, asked).used).toEqual({ workingHours: 2 })
    clocks['bank'] = hall
    expect(assess(file, asked).used).toEqual({ workingHours: 3 })
    expect(assess(file, asked).basis.clocks?.['bank']?.hours).toEqual(HALL_HOURS)
    delete clocks['bank']
    expect(codeOf(() => assess(file, asked))).toBe('clock-missing')
    expect(Object.isFrozen(assess(file, { ...asked, clocks: { bank } }).basis.clocks?.['bank'])).toBe(true)
  })

  test.each([
    ['clocks that are none', { ...options, clocks: null }, 'clocks'],
    ['a clock that is none', { ...options, clocks: { bank: null } }, 'clocks.bank'],
    ['a clock that is a name', { ...options, clocks: { bank: 'bank' } }, 'clocks.bank'],
    ['no clock', { ...options, clock: undefined }, 'clock'],
    ['no options', undefined, 'policy'],
  ])('is refused by name: %s', (_, given, path) => {
    const file = fileOf(IN_TURN)
    const notice = { id: 'n', number: null, issued: '2026-11-25', covers: 2027, arrangements: [] }
    const asks = [
      () => assess(file, given as never),
      () => reassess(file, (given && { ...given, asOf: '2019-05-10' }) as never),
      () => movedBy(notice, [file], given as never),
      () => explain(file, given as never),
    ]
    for (const ask of asks) {
      const error = errorOf(ask)
      expect(error).toMatchObject({ code: 'value-invalid', path })
      expect('found' in error.facts).toBe(true)
    }
  })

  test('is missed with the names that were given', () => {
    const missing = errorOf(() => assess(fileOf(IN_TURN), { ...options, clocks: { bnak: bank } }))
    expect(missing.message).toContain('"bank", and the clocks given are: bnak')
  })

  test('is one of those that the policy names, and not of a union in working units', () => {
    const changed = (change: (policy: { clocks?: unknown; rules: Record<string, { versions: Record<string, unknown>[] }> }) => void) => {
      const policy = JSON.parse(JSON.stringify(withBank))
      change(policy)
      return errorOf(() => readPolicy(policy) as Policy)
    }
    const unknown = changed((policy) => delete policy.clocks)
    expect([unknown.code, unknown.path]).toEqual(['policy-invalid', 'rules.business-setup.versions[0].stages.bank-account.clock'])
    const union = changed(({ rules }) => Object.assign(rules['business-setup']?.versions[0] ?? {}, { measure: 'union' }))
    expect([union.code, union.path]).toEqual(['policy-invalid', 'rules.business-setup.versions[0].measure'])
    // The law's limit is measured as the target is: days do not add up, and a union in working days has no one clock to run on.
    const law = (version: Partial<Version>) =>
      changed(({ rules }) => Object.assign(rules['business-setup']?.versions[0] ?? {}, { statutory: { workingDays: 3 } }, version)).path
    const union30: Partial<Version> = { measure: 'union', target: { kind: 'each', limit: { calendarDays: 30 } } }
    expect([law({}), law(union30)]).toEqual(Array(2).fill('rules.business-setup.versions[0].statutory'))
  })
})

describe('a correction that starts a sum anew', () => {
  const { titles, source } = withBank
  const anew = refinePolicy(withBank, {
    id: 'anew',
    titles,
    source,
    rules: { 'business-setup': { versions: [{ from: '2019-05-01', correction: 'restart' }] } },
  })
  const late = createClock({ calendar: cn, hours: { workday: ['09:00-20:00'] }, timeZone: 'Asia/Shanghai' })
  const judged = (stages: readonly Stage[], others: readonly CaseEvent<XiaoshanStage>[], now: string) =>
    assess({ ...fileOf(stages), events: [...fileOf(stages).events, ...others] }, { policy: anew, clock: hall, clocks: { bank: late }, now })
  const asked = { type: 'correction-requested', at: `${MONDAY}10:30` } as const
  const correctedAt = (at: string) => ({ type: 'corrected', at }) as const

  test('goes on where its stages are open: as would be if it were made now', () => {
    // At 17:30 the hall is shut and the bank open: 2.5 hours until 20:00, and 5.5 on Tuesday from 09:00.
    const bankAlone: readonly Stage[] = [['bank-account', `${MONDAY}09:00`]]
    const dueAt = '2019-05-07T14:30:00+08:00'
    expect(judged(bankAlone, [asked], `${MONDAY}17:30`)).toMatchObject({ state: 'paused', ifResumedNow: { dueAt } })
    expect(judged(bankAlone, [asked, correctedAt(`${MONDAY}17:30`)], `${MONDAY}17:30`)).toMatchObject({ state: 'running', dueAt })
    // From 14:00 two hours pass at once: six by 17:00, and the two that are left on Tuesday within one.
    const two: readonly Stage[] = [
      ['registration', `${MONDAY}09:00`],
      ['seal', `${MONDAY}09:00`],
    ]
    expect(judged(two, [asked], `${MONDAY}14:00`)).toMatchObject({ ifResumedNow: { dueAt: '2019-05-07T10:00:00+08:00' } })
    expect(judged(two, [asked, correctedAt(`${MONDAY}14:00`)], `${MONDAY}14:00`)).toMatchObject({ dueAt: '2019-05-07T10:00:00+08:00' })
  })

  test('starts by the clock of the stage that is open, and not by that of one that is over', () => {
    const stages: readonly Stage[] = [
      ['registration', `${MONDAY}09:00`, `${MONDAY}10:00`],
      ['bank-account', `${MONDAY}10:00`],
    ]
    // At 17:30 the hall is shut, at which the registration was; the bank is open until 20:00.
    expect(judged(stages, [asked, correctedAt(`${MONDAY}17:30`)], `${MONDAY}19:30`)).toMatchObject({
      startsAt: '2019-05-06T17:30:00+08:00',
      used: { workingHours: 2 },
      dueAt: '2019-05-07T14:30:00+08:00',
    })
  })

  test('names the clock of the stage that waits, and not that of one that is over', () => {
    const stages: readonly Stage[] = [
      ['registration', `${MONDAY}09:00`, `${MONDAY}10:00`],
      ['bank-account', `${MONDAY}10:00`],
    ]
    const file = { ...fileOf(stages), events: [...fileOf(stages).events, asked, correctedAt(`${MONDAY}20:30`)] }
    const { turns } = explain(file, { policy: anew, clock: hall, clocks: { bank: late }, now: `${TUESDAY}10:00` })
    expect(turns).toContainEqual({ kind: 'start-moved', from: `${MONDAY}20:30:00+08:00`, to: `${TUESDAY}09:00:00+08:00`, clock: 'bank' })
  })
})

describe('a sum of stages on two clocks', () => {
  const MINUTE = 60_000
  const START = Date.parse('2019-05-06T00:00+08:00')
  const NAMES = ['registration', 'seal', 'tax-invoice', 'bank-account'] as const
  const span = fc.tuple(fc.integer({ min: 0, max: 2_880 }), fc.integer({ min: 1, max: 2_000 }))
  const write = (minute: number) => new Date(START + minute * MINUTE).toISOString()
  const clockOf = (name: string): Clock => (name === 'bank-account' ? bank : hall)
  const openAt = (spans: readonly (readonly [number, number])[], minute: number) =>
    NAMES.filter((name, i) => {
      const [from, length] = spans[i] as readonly [number, number]
      return minute >= from && minute < from + length && clockOf(name).isOpen(START + minute * MINUTE)
    }).length

  test('is what walking through its minutes finds', () => {
    fc.assert(
      fc.property(fc.tuple(span, span, span, span), (spans) => {
        const stages = NAMES.map((name, i): Stage => {
          const [from, length] = spans[i] as readonly [number, number]
          return [name, write(from), write(from + length)]
        })
        let used = 0
        let due: number | undefined
        for (let minute = 0; minute < 5_000; minute++) {
          used += openAt(spans, minute)
          if (used >= 480) due ??= minute + 1
        }
        const found = assess(fileOf(stages), { ...options, now: '2019-06-03T09:00' })
        expect(found.used).toEqual({ workingHours: used / 60 })
        // Several stages at once may use up the last minute within it.
        if (due !== undefined) expect(Math.ceil((Date.parse(found.dueAt as string) - START) / MINUTE)).toBe(due)
      }),
      { numRuns: runs(60) },
    )
  })
})
