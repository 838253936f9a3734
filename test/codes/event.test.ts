import { type Code, type CodedMeaning, codeOfEvent, type EventCodes, eventFromCode } from 'service-time/codes'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

type Row = [code: Code, meaning: CodedMeaning, written?: Code]

/** Written from the standards and not from the data; the third column is the code that is written, where it is another. */
const CODES: Readonly<Record<EventCodes, Row[]>> = {
  construction: [
    [1, { type: 'received' }],
    [2, { type: 'withdrawn' }],
    [3, { type: 'accepted' }],
    [4, { type: 'rejected' }, 5],
    [5, { type: 'rejected' }],
    [6, { type: 'correction-requested' }],
    [7, { type: 'corrected' }],
    [8, { type: 'stage-started' }],
    [9, { type: 'paused' }],
    [10, { type: 'resumed' }],
    [11, { type: 'completed', result: 'passed' }],
    [12, { type: 'completed', result: 'passed-with-papers-owed' }],
    [13, { type: 'completed', result: 'not-passed' }],
    [14, { type: 'withdrawn' }, 2],
    [15, { type: 'revoked' }],
  ],
  'engine-a': [
    [22, { type: 'correction-requested' }],
    [23, { type: 'accepted' }],
    [24, { type: 'rejected' }, 97],
    [40, { type: 'paused' }],
    [41, { type: 'resumed' }],
    [60, { type: 'completed' }],
    [61, { type: 'withdrawn' }],
    [62, { type: 'revoked' }],
    [90, { type: 'completed' }, 60],
    [97, { type: 'rejected' }],
    [98, { type: 'revoked' }, 62],
  ],
  closing: [
    [0, { type: 'completed', result: 'certificate-issued' }],
    [1, { type: 'withdrawn', result: 'papers-returned' }],
    [2, { type: 'withdrawn', result: 'voided' }],
    [3, { type: 'withdrawn', result: 'deleted' }],
    [4, { type: 'completed', result: 'passed-on' }],
    [5, { type: 'withdrawn', result: 'correction-not-made' }],
    [6, { type: 'completed' }],
  ],
  special: [
    [1, { type: 'extended' }],
    [2, { type: 'paused' }],
  ],
  'special-older': [
    ['A', { type: 'extended' }],
    ['B', { type: 'paused' }],
  ],
}

const rows = (Object.keys(CODES) as EventCodes[]).flatMap((set) => CODES[set].map((row): [EventCodes, ...Row] => [set, ...row]))

describe('a code of an event', () => {
  test.each(rows)('%s %s is %o', (set, code, meaning) => {
    expect(eventFromCode(set, code)).toEqual(meaning)
    expect(eventFromCode(set, String(code))).toEqual(meaning)
  })

  test.each(rows)('%s %s comes back from its event, or the code does that is written for it', (set, code, meaning, written) => {
    expect(codeOfEvent(set, meaning)).toBe(written ?? code)
  })

  test('may be taken from an event of a case', () => {
    const event = { type: 'paused', at: '2019-07-03', cause: '听证' } as const
    expect(codeOfEvent('construction', event)).toBe(9)
  })

  test('is the one without a result where none tells the result', () => {
    expect(codeOfEvent('engine-a', { type: 'completed', result: 'passed' })).toBe(60)
    expect(codeOfEvent('construction', { type: 'withdrawn', result: 'voided' })).toBe(2)
  })
})

describe('what has no code, or no event', () => {
  test.each<[string, () => unknown, string, string, string[]]>([
    ['an unknown code', () => eventFromCode('construction', 16), 'code', '16', Array.from({ length: 15 }, (_, i) => String(i + 1))],
    ['a code of another spelling', () => eventFromCode('construction', '06'), 'code', '06', Array.from({ length: 15 }, (_, i) => String(i + 1))],
    [
      'a code that is a state and no event',
      () => eventFromCode('engine-a', 30),
      'code',
      '30',
      ['22', '23', '24', '40', '41', '60', '61', '62', '90', '97', '98'],
    ],
    ['no code at all', () => eventFromCode('special', undefined as never), 'code', 'undefined', ['1', '2']],
    ['an unknown set', () => eventFromCode('hall' as never, 1), 'set', 'hall', ['construction', 'engine-a', 'closing', 'special', 'special-older']],
    [
      'a set by an inherited name',
      () => eventFromCode('toString' as never, 1),
      'set',
      'toString',
      ['construction', 'engine-a', 'closing', 'special', 'special-older'],
    ],
    ['an event without a code', () => codeOfEvent('special', { type: 'delivered' }), 'type', 'delivered', ['extended', 'paused']],
    [
      'an extension, which the standard files under special procedures',
      () => codeOfEvent('construction', { type: 'extended' }),
      'type',
      'extended',
      [
        'received',
        'withdrawn',
        'accepted',
        'rejected',
        'correction-requested',
        'corrected',
        'stage-started',
        'paused',
        'resumed',
        'completed',
        'revoked',
      ],
    ],
    [
      'a completion that does not say how',
      () => codeOfEvent('construction', { type: 'completed' }),
      'result',
      'undefined',
      ['passed', 'passed-with-papers-owed', 'not-passed'],
    ],
  ])('is refused by name, with what is allowed: %s', (_, run, path, found, allowed) => {
    expect(errorOf(run)).toMatchObject({ code: 'choice-unknown', path, facts: { found, allowed } })
  })

  test('is told in both languages', () => {
    const error = errorOf(() => eventFromCode('special', 3))
    expect(error.text('en')).toBe('"3" is not a known event code; use one of: 1, 2.')
    expect(error.text('zh')).toBe('“3”不是可用的选项（事件代码）；可用：1, 2。')
  })
})
