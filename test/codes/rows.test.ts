import fc from 'fast-check'
import { assess, type CaseEvent } from 'service-time'
import { type CodedRow, type EventCodes, eventsFromRows, rowsOfEvents } from 'service-time/codes'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

/** The log of one case, with a correction, a hearing, an extension and a department that begins. */
const LOG: CodedRow[] = [
  { code: 1, at: '2019-07-01' },
  { code: 6, at: '2019-07-02' },
  { code: 7, at: '2019-07-03' },
  { code: 3, at: '2019-07-04' },
  { code: 8, at: '2019-07-04' },
  { code: 9, at: '2019-07-08', cause: '听证', special: 2 },
  { code: 10, at: '2019-07-15', cause: '听证', special: 2 },
  { code: 9, at: '2019-07-16', special: 1, by: { workingDays: 10 }, reason: '案情复杂' },
  { code: 10, at: '2019-07-30', special: 1 },
  { code: 12, at: '2019-07-30' },
]

describe('the log of a case', () => {
  test('becomes events, and the rows that are none are listed apart', () => {
    const { events, others } = eventsFromRows('construction', LOG)
    expect(events.map(({ type }) => type)).toEqual([
      'received',
      'correction-requested',
      'corrected',
      'accepted',
      'paused',
      'resumed',
      'extended',
      'completed',
    ])
    expect(events[4]).toEqual({ type: 'paused', code: 9, at: '2019-07-08', cause: '听证', special: 2 })
    expect(events[6]).toEqual({ type: 'extended', code: 9, at: '2019-07-16', special: 1, by: { workingDays: 10 }, reason: '案情复杂' })
    expect(events[7]).toEqual({ type: 'completed', code: 12, at: '2019-07-30', result: 'passed-with-papers-owed' })
    expect(others).toEqual([
      { index: 4, row: LOG[4], why: 'no-stage' },
      { index: 8, row: LOG[8], why: 'extension-ends' },
    ])
  })

  test('is assessed like a case that was written by hand', () => {
    const policy = policyOf({ workingDays: 10 }, { extension: { by: { workingDays: 10 }, times: 1 } })
    const { events } = eventsFromRows('construction', LOG)
    const verdict = assess({ id: 'C', rule: 'only', events }, { policy, clock: hall, now: '2019-08-01T09:00' })
    // 5 and 8 July, and from 16 to 30 July 11 days, are 13 working days of 10 + 10.
    expect(verdict).toMatchObject({ outcome: 'early', used: { workingDays: 13 } })
  })

  test('starts a stage where a department that begins names one', () => {
    const row = { code: 8, at: '2019-07-04', stage: 'registration' }
    expect(eventsFromRows('construction', [row]).events).toEqual([{ ...row, type: 'stage-started' }])
  })

  test('lists the states of a system apart from its events', () => {
    const { events, others } = eventsFromRows('engine-a', [
      { code: 23, at: '2019-07-01' },
      { code: '30', at: '2019-07-01' },
    ])
    expect([events.length, others[0]?.why]).toEqual([1, 'no-event'])
  })

  test.each<[string, EventCodes, CodedRow, CaseEvent['type']]>([
    ['a pause, where no kind is given', 'construction', { code: 9, at: '2019-07-01' }, 'paused'],
    ['a pause by the older kind', 'construction', { code: 9, at: '2019-07-01', special: 'B' }, 'paused'],
    ['an extension by the older kind', 'engine-a', { code: 40, at: '2019-07-01', special: 'A', by: { workingDays: 5 } }, 'extended'],
  ])('reads a special procedure as %s', (_, set, row, type) => {
    expect(eventsFromRows(set, [row]).events[0]?.type).toBe(type)
  })
})

describe('events', () => {
  test('that were read come back as the rows they were', () => {
    const { events, others } = eventsFromRows('construction', LOG)
    expect(rowsOfEvents('construction', events)).toEqual(LOG.filter((row) => others.every((other) => other.row !== row)))
  })

  test.each([4, 14] as const)('keep the code %i, which is not the one that is written for its event', (code) => {
    const rows = [{ code, at: '2019-07-01' }]
    expect(rowsOfEvents('construction', eventsFromRows('construction', rows).events)).toEqual(rows)
  })

  test('of one system are written in the codes of another', () => {
    const { events } = eventsFromRows('construction', [
      { code: 3, at: '2019-07-01' },
      { code: 13, at: '2019-07-02' },
    ])
    expect(rowsOfEvents('engine-a', events)).toEqual([
      { code: 23, at: '2019-07-01' },
      { code: 60, at: '2019-07-02', result: 'not-passed' },
    ])
  })

  test.each([
    ['special', 1],
    ['special-older', 'A'],
    [undefined, 1],
  ] as const)('write an extension as a special procedure of its kind, by the codes %s', (special, kind) => {
    const event: CaseEvent = { type: 'extended', at: '2019-07-01', by: { workingDays: 10 } }
    const rows = rowsOfEvents('construction', [event], special === undefined ? {} : { special })
    expect(rows).toEqual([{ code: 9, at: '2019-07-01', by: { workingDays: 10 }, special: kind }])
    expect(eventsFromRows('construction', rows).events).toEqual([{ ...event, code: 9, special: kind }])
  })

  test('come back whatever the log was', () => {
    const row = fc.record(
      {
        code: fc.integer({ min: 1, max: 15 }).chain((code) => fc.constantFrom(code, String(code))),
        at: fc.constant('2019-07-01'),
        cause: fc.string(),
        stage: fc.string(),
        special: fc.constantFrom(1, 2, 'A', 'B'),
        by: fc.constant({ workingDays: 5 }),
        reason: fc.string(),
        mine: fc.integer(),
      },
      { requiredKeys: ['code', 'at', 'by'] },
    )
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { events, others } = eventsFromRows('construction', rows)
        const read = rows.filter((_, index) => others.every((other) => other.index !== index))
        expect(rowsOfEvents('construction', events)).toEqual(read)
      }),
    )
  })
})

describe('a log that cannot be read', () => {
  const at = '2019-07-01'
  test.each<[string, unknown, object]>([
    ['no list', 7, { code: 'value-invalid', path: 'rows' }],
    ['no row', [null], { code: 'value-invalid', path: 'rows[0]' }],
    [
      'an unknown code',
      [
        { code: 3, at },
        { code: 16, at },
      ],
      { code: 'choice-unknown', path: 'rows[1].code', facts: { found: '16' } },
    ],
    ['an unknown kind', [{ code: 9, at, special: 3 }], { code: 'choice-unknown', path: 'rows[0].special', facts: { allowed: ['1', '2', 'A', 'B'] } }],
    ['an extension that does not say by how much', [{ code: 9, at, special: 1 }], { code: 'limit-invalid', path: 'rows[0].by' }],
    ['an extension in days', [{ code: 9, at, special: 1, by: { days: 10 } }], { code: 'unit-ambiguous', path: 'rows[0].by' }],
    [
      'a result that is not that of the code',
      [{ code: 11, at, result: 'refused' }],
      { code: 'choice-unknown', path: 'rows[0].result', facts: { allowed: ['passed'] } },
    ],
  ])('is refused with its path: %s', (_, rows, error) => {
    expect(errorOf(() => eventsFromRows('construction', rows as never))).toMatchObject(error)
  })

  test.each<[string, unknown, object]>([
    ['no list', {}, { code: 'value-invalid', path: 'events' }],
    ['no event', [7], { code: 'value-invalid', path: 'events[0]' }],
    ['an event without a code', [{ type: 'delivered', at }], { code: 'choice-unknown', path: 'events[0].type', facts: { found: 'delivered' } }],
    ['a completion without a result', [{ type: 'completed', at }], { code: 'choice-unknown', path: 'events[0].result' }],
  ])('nor can events be written: %s', (_, events, error) => {
    expect(errorOf(() => rowsOfEvents('construction', events as never))).toMatchObject(error)
  })

  test.each(['closing', null])('nor with %o as the set of kinds', (special) => {
    expect(errorOf(() => rowsOfEvents('construction', [], { special: special as never }))).toMatchObject({ code: 'choice-unknown', path: 'set' })
  })
})
