import { assess, type CaseFile, clockFor, cn, cnLicensing, createClock, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { sampleCases } from '../../src/repl/samples.js'
import { verbsOf } from '../../src/repl/verbs.js'
import { codeOf, errorOf } from '../support/errors.js'
import { questionsOf, SYSTEM_TIME, sessionWith } from '../support/session.js'

const session = sessionWith()
const ask = questionsOf(session)
const clock = clockFor(xiaoshan2019)

describe('a question of a session', () => {
  test.each([
    [ask.add('2026-11-23', 4), '2026-11-27'],
    [ask.add('2019-05-06T10:00', '8 working hours'), '2019-05-07T11:30:00+08:00'],
    [ask.add('2019-05-06T10:00', '8个工作小时'), '2019-05-07T11:30:00+08:00'],
    [ask.add('2019-05-05', { workingDays: -4 }), '2019-04-26'],
    [ask.add('2019-05-05', '-4 working days'), '2019-04-26'],
  ])('adds a number of working days, a text or a limit: %#', (found, expected) => {
    expect(found).toBe(expected)
  })

  test('tells what lies between, and where a limit ends, as the clock does', () => {
    expect(ask.between('2019-04-26', '2019-05-05')).toEqual(clock.between('2019-04-26', '2019-05-05'))
    expect(ask.deadline('2019-08-31', '6 months')).toEqual(clock.deadline('2019-08-31', { months: 6 }))
    expect(ask.deadline('2019-04-26', 4)).toEqual(clock.deadline('2019-04-26', { workingDays: 4 }))
  })

  test('tells when a case of a rule would be due, of whichever policy', () => {
    expect(ask.deadline('2019-09-29', 'water-hookup').dueAt).toBe('2019-10-10T17:00:00+08:00')
    expect(ask.deadline('2019-07-01', 'ordinary-licence').dueDate).toBe('2019-07-29')
  })

  test('judges a case by name, and a case that is given, as the library does', () => {
    const options = { policy: xiaoshan2019, clock, now: SYSTEM_TIME }
    expect(ask.assess('early')).toEqual(assess(sampleCases()['early'] as never, options))
    expect(ask.assess({ ...sampleCases()['early'], id: 'own' } as never)).toMatchObject({ id: 'own', outcome: 'early' })
    expect(ask.explain('early').assessment).toEqual(ask.assess('early'))
  })

  test('judges lists of cases, all of the session and what map hands on', () => {
    const all = Object.values(session.cases)
    expect(ask.assess(session.cases)).toEqual(all.map((file) => ask.assess(file)))
    expect(ask.assess(['early', 'late'])).toMatchObject([{ id: 'early' }, { id: 'late' }])
    expect(all.map(ask.assess as never)).toEqual(ask.assess(all))
  })

  test('about many cases answers for those that can be judged, and tells the others by their places', () => {
    const own = sessionWith()
    own.cases['x'] = { id: 'x', rule: 'nope', events: [{ type: 'accepted', at: '2019-07-01' }] }
    let told: string[] = []
    const { assess } = verbsOf(own, (text) => told.push(text))
    expect(assess(own.cases)).toEqual(ask.assess(session.cases))
    expect(told).toEqual([expect.stringMatching(/^cases\.x\.rule: Case "x": .*\[rule-unknown\]$/)])
    told = []
    expect(assess(['early', {} as never, 'erly', 'late'])).toMatchObject([{ id: 'early' }, { id: 'late' }])
    expect(told).toEqual([
      expect.stringMatching(/^\[1\]\.id: .*\[value-invalid\]$/),
      expect.stringMatching(/^\[2\]: "erly" is not .*\[choice-unknown\]$/),
    ])
    told = []
    expect(codeOf(() => assess(own.cases, { now: 'soon' }))).toBe('instant-invalid')
    expect(codeOf(() => assess([], { nwo: 0 } as never))).toBe('choice-unknown')
    expect(told).toEqual([])
  })

  test('takes the policy that has the rule, unless another is given', () => {
    expect(ask.assess('licence')).toMatchObject({ basis: { policy: cnLicensing.id } })
    expect(codeOf(() => ask.assess('early', { policy: cnLicensing }))).toBe('rule-unknown')
  })

  test('lets options go before what the session knows', () => {
    expect(ask.assess('open', { now: '2026-11-24T10:00' })).toMatchObject({ outcome: 'open', used: { workingDays: 1 } })
    const early = createClock({ ...clock, calendar: cn.asOf('2019-09-01') })
    expect(ask.assess('early', { clock: early })).toMatchObject({ basis: { calendar: 'cn@2019-09-01' } })
  })

  test.each([
    [() => ask.assess('erly'), 'choice-unknown'],
    [() => ask.assess('constructor'), 'choice-unknown'],
    [() => ask.assess('early', { nwo: 0 } as never), 'choice-unknown'],
    [() => ask.assess(undefined as never), 'value-invalid'],
    [() => ask.explain({} as never), 'value-invalid'],
    [() => ask.add('2019-05-06', 'soon'), 'limit-invalid'],
    [() => ask.add('2019-05-06', undefined as never), 'limit-invalid'],
    [() => ask.deadline('2019-05-06', 'water'), 'rule-unknown'],
    [() => ask.deadline('2019-07-01', 'power-small-business'), 'target-unsupported'],
    [() => ask.deadline('soon', 'water-hookup'), 'instant-invalid'],
    [() => ask.month('2019-13'), 'value-invalid'],
    [() => ask.month(undefined as never), 'value-invalid'],
    [() => ask.month('2060-01'), 'outside-coverage'],
    [() => ask.year('next'), 'value-invalid'],
  ])('that is wrong is refused: %s', (question, code) => {
    expect(codeOf(question)).toBe(code)
  })

  test('that names no case is told those that there are', () => {
    expect(errorOf(() => ask.assess('erly')).message).toMatch(/"erly" is not a known case of this session; use one of: early, holiday, late/)
  })
})

describe('the sample cases', () => {
  test('are judged without a finding, but for what they are to show', () => {
    const outcomes = Object.fromEntries(Object.keys(session.cases).map((id) => [id, (ask.assess(id) as { outcome: string }).outcome]))
    expect(outcomes).toEqual({
      early: 'early',
      holiday: 'on-time',
      late: 'late',
      night: 'on-time',
      paused: 'open',
      resumed: 'on-time',
      stages: 'early',
      hour: 'early',
      licence: 'early',
      open: 'overdue',
    })
    for (const id of Object.keys(session.cases)) expect(ask.assess(id)).toMatchObject({ findings: [] })
  })

  test('are the session’s own, which may change them', () => {
    session.cases['late'] = { ...(session.cases['early'] as CaseFile), id: 'late' }
    expect(ask.assess('late')).toMatchObject({ outcome: 'early' })
    expect(questionsOf(sessionWith()).assess('late')).toMatchObject({ outcome: 'late' })
  })
})
