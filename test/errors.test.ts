import { assess, cn, createCalendar, createClock, type ErrorCode, type Hours, parseLimit, ServiceTimeError, xiaoshan2019 } from 'service-time'
import { layerFromIcs, readLayer } from 'service-time/layer'
import { assessIndicator, readPolicy } from 'service-time/policy'
import { entriesFrom } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { deadlineCommand } from '../src/cli/deadline.js'
import { readBytes } from '../src/cli/io.js'
import { policyNamed } from '../src/cli/policies.js'
import { refusalSink } from '../src/cli/refusals.js'
import { timelineCommand } from '../src/cli/timeline.js'
import { meets } from '../src/matchers/meet.js'
import { judge, judgeEvents, judgeLimit, type Short } from './support/cases.js'
import { HALL_HOURS, hall } from './support/clocks.js'
import { CODES, errorPage } from './support/error-page.js'
import { codeOf, errorOf } from './support/errors.js'
import { withBank } from './support/policies.js'

const SETUP = { id: 'A', rule: 'business-setup', events: [{ type: 'accepted', at: '2019-05-06T09:00' }] } as const
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const water = (...shorts: Short[]) => judge('water-hookup', [ACCEPTED, ...shorts])
const clockWith = (hours: Hours, timeZone = 'Asia/Shanghai') => createClock({ calendar: cn, hours, timeZone })
const clockOf = (workday: string[], timeZone?: string) => clockWith({ workday }, timeZone)
const entry = async (bytes: string | Uint8Array) => {
  for await (const first of entriesFrom([Buffer.from(bytes)], { file: 'cases.ndjson' }))
    throw 'error' in first ? first.error : new Error('nothing was refused')
}
const notice = { id: 'n', number: null, issued: '2018-12-01', covers: 2019 }
const contradictory = [
  { ...notice, arrangements: [{ occasion: 'a', off: ['2019-05-01'], work: [] }] },
  { ...notice, arrangements: [{ occasion: 'b', off: [], work: ['2019-05-01'] }] },
]

const SILENT = { out: () => {}, err: () => {}, isColoured: false }

/** Every code, with something that is refused with it: a new code does not compile until it stands here. */
const REFUSED: Readonly<Record<ErrorCode, () => unknown>> = {
  'date-invalid': () => cn.day('2026-13-01'),
  'instant-invalid': () => hall.isOpen('soon'),
  'time-missing': () => hall.isOpen('2019-05-06'),
  'zone-missing': () => cn.day(new Date(0) as never),
  'zone-unknown': () => clockOf(['09:00-12:00'], 'Asia/Hangzhou'),
  'amount-invalid': () => cn.add('2019-05-06', 1.5),
  'unit-unknown': () => parseLimit('4 weeks'),
  'unit-ambiguous': () => parseLimit('4天'),
  'limit-invalid': () => parseLimit('soon'),
  'columns-differ': () => cn.columns.countWorkingDays(new Int32Array(2), new Int32Array(3)),
  'outside-coverage': () => cn.day('2051-01-01'),
  unpublished: () => cn.with({ unpublished: 'error' }).day('2027-01-04'),
  'calendar-invalid': () => createCalendar({ id: 'none', weekend: ['saturday', 'sunday'], notices: [] }).day('2019-05-06'),
  'notice-contradiction': () => createCalendar({ id: 'odd', weekend: ['saturday', 'sunday'], notices: contradictory }).day('2019-05-06'),
  'sessions-invalid': () => clockOf(['nine to five']),
  'sessions-overlap': () => clockOf(['09:00-12:00', '11:00-17:00']),
  'seasons-overlap': () =>
    clockWith({
      workday: ['09:00-12:00'],
      seasons: [
        { from: '06-01', to: '09-30' },
        { from: '09-01', to: '10-31' },
      ],
    }),
  'hours-on-day-off': () => clockWith({ workday: ['09:00-12:00'], dates: { '2019-05-01': ['09:00-12:00'] } }).isOpen('2019-05-06T10:00'),
  'hours-incomplete': () => clockWith({ weekdays: { monday: ['09:00-12:00'] } }).isOpen('2019-05-06T10:00'),
  'choice-unknown': () => cn.roll('2019-05-06', 'backwards' as never),
  'convention-missing': () => clockOf(HALL_HOURS.workday).deadline('2019-05-06', { workingDays: 4 }),
  'clock-missing': () => assess(SETUP, { policy: withBank, clock: hall, now: '2019-05-08T09:00' }),
  'zones-differ': () =>
    assess(SETUP, { policy: withBank, clock: hall, clocks: { bank: clockOf(['09:00-12:00'], 'Asia/Tokyo') }, now: '2019-05-08T09:00' }),
  'rule-unknown': () => judge('water' as never, [ACCEPTED]),
  'indicator-unknown': () => assessIndicator(xiaoshan2019, 'nearby', { on: '2019-10-25', calendar: cn }),
  'target-unsupported': () =>
    deadlineCommand('power-small-business', { policy: 'xiaoshan-2019', from: '2019-07-01', format: 'text', lang: 'en' }, SILENT),
  'policy-invalid': () => readPolicy(7),
  'layer-invalid': () => readLayer(7),
  'ics-invalid': () => layerFromIcs('', { id: 'typhoon' }),
  'policy-unknown': () => policyNamed('hangzhou'),
  'base-unknown': () => readPolicy({ id: 'a', extends: 'b', titles: xiaoshan2019.titles, source: xiaoshan2019.source }),
  'base-cycle': () => readPolicy({ id: 'a', extends: 'a', titles: xiaoshan2019.titles, source: xiaoshan2019.source }),
  'value-invalid': () => judge('water-hookup', []),
  'event-unknown': () => water(['finished' as never, '2019-07-02']),
  'event-out-of-order': () => water(['completed', '2019-06-03']),
  'event-not-allowed': () => water(['resumed', '2019-07-02']),
  'pause-unclear': () => water(['paused', '2019-07-02', 'a'], ['paused', '2019-07-02', 'b'], ['resumed', '2019-07-02']),
  'pause-open': () => water(['paused', '2019-07-02', 'a'], ['paused', '2019-07-02', 'a']),
  'stage-unknown': () => judge('business-setup', [['stage-started', '2019-07-01T10:00', 'sael' as never]]),
  'stage-order': () => judge('business-setup', [ACCEPTED, ['stage-finished', '2019-07-01T10:00', 'seal']]),
  'cause-unknown': () =>
    judgeLimit({ workingDays: 4 }, [ACCEPTED, ['paused', '2019-07-02', 'haering']], undefined, {
      causes: { hearing: { titles: { zh: '听证', en: 'Hearing' } } },
    }),
  'verdict-missing': () =>
    meets({ id: 'W', rule: 'water-hookup', events: [{ type: 'received', at: '2019-07-01' }] }, xiaoshan2019, {
      clock: hall,
      now: '2019-07-02T09:00',
    }),
  'json-invalid': () => entry('{oops'),
  'text-not-utf8': () => entry(new Uint8Array([0x7b, 0xff])),
  'file-unreadable': () => readBytes('no/such/file'),
  'case-missing': () => timelineCommand(['examples/cases.ndjson'], { policy: 'xiaoshan-2019', id: 'nobody', format: 'text', lang: 'en' }, SILENT),
  'file-empty': () => entry('\n'),
  'line-too-long': () => entry('y'.repeat(17_000_000)),
  'csv-invalid': () => entry('id,rule,accepted\n"a"b,water-hookup,2019-07-01\n'),
  'cells-differ': () => entry('id,rule,accepted\na,water-hookup\n'),
  'column-missing': () => entry('id,rule\na,water-hookup\n'),
  'rows-scattered': async () => {
    const rows = ['a', 'b', 'a'].map((id) => `${id},water-hookup,accepted,2019-07-01\n`).join('')
    for await (const found of entriesFrom([Buffer.from(`id,rule,type,at\n${rows}`)])) if ('error' in found) throw found.error
  },
  'gzip-invalid': () => entry(new Uint8Array([0x1f, 0x8b, 8, 0])),
  'output-failed': () => refusalSink('no/such/folder/rejects.ndjson', SILENT),
}

async function refusalOf(code: ErrorCode): Promise<ServiceTimeError> {
  try {
    await REFUSED[code]()
  } catch (error) {
    if (error instanceof ServiceTimeError) return error
    throw error
  }
  throw new Error(`${code} was not refused`)
}

describe('every error', () => {
  test.each(Object.keys(REFUSED) as ErrorCode[])('%s has its code and a text in both languages', async (code) => {
    const error = await refusalOf(code)
    expect(error.code).toBe(code)
    expect(error.name).toBe('ServiceTimeError')
    expect(error.message).toBe(error.text('en'))
    expect(error.text('en')).toMatch(/^\S.*\S$/s)
    expect(error.text('zh')).toMatch(/\p{Script=Han}/u)
    for (const text of [error.text('en'), error.text('zh')]) expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  test.each(['pause-unclear', 'event-not-allowed'] as const)('%s has another text where something else is missing', (code) => {
    const others = {
      'pause-unclear': () => water(['paused', '2019-07-02', 'a'], ['resumed', '2019-07-02', 'b']),
      'event-not-allowed': () => judge('water-hookup', [['paused', '2019-07-02']]),
    }
    expect(others[code]).toThrowError(code === 'pause-unclear' ? '"b", which is not paused' : 'cannot come first')
  })

  test('says of what a rule does not provide for that it is the rule, whatever came before', () => {
    const extended = errorOf(() =>
      judgeEvents({ workingDays: 4 }, [
        { type: 'accepted', at: '2019-07-01' },
        { type: 'extended', at: '2019-07-02', by: { workingDays: 2 } },
      ]),
    )
    expect([extended.text('en'), extended.text('zh')]).toEqual([
      'Case "C": Event 2, "extended", needs a rule with "extension", and this one has none; allowed here: paused, completed, withdrawn, revoked.',
      '办件“C”：第 2 个事件“extended”须规则载有“extension”，而本规则没有；此处允许：paused, completed, withdrawn, revoked。',
    ])
    const started = errorOf(() => judgeEvents({ workingDays: 4 }, [{ type: 'stage-started', at: '2019-07-02', stage: 'a' }]))
    expect(started.message).toBe(
      'Case "C": Event 1, "stage-started", needs a rule with "stages", and this one has none; allowed here: received, accepted.',
    )
  })

  test('says what was seen, why it is wrong and what to write', () => {
    expect(() => cn.day('2026-13-01')).toThrowError('"2026-13-01" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28".')
  })

  test('names the case and the event, and what would be allowed', () => {
    expect(() => water(['resumed', '2019-07-02'])).toThrowError(
      'Case "C": Event 2, "resumed", cannot come after "accepted"; allowed here: paused, completed, withdrawn, revoked.',
    )
  })

  test('speaks two languages and says so of a third', () => {
    const error = errorOf(() => cn.day('2026-13-01'))
    expect(codeOf(() => error.text('fr' as never))).toBe('choice-unknown')
    expect([error.text('en'), error.text('zh')].every((text) => text.includes('2026-13-01'))).toBe(true)
  })

  test('is known across copies of the package', () => {
    const foreign = Object.assign(new Error('from another copy'), { [Symbol.for('service-time.ServiceTimeError')]: true })
    expect(foreign instanceof ServiceTimeError).toBe(true)
    expect(new Error('plain') instanceof ServiceTimeError).toBe(false)
  })

  test('shows any value shortly', () => {
    const texts = [Symbol('s'), () => 1, 12n, 'x'.repeat(500), { a: 1, b: 2, c: 3, d: 4, e: 5 }, { toString: null }, new Proxy({}, {})].map(
      (value) => {
        try {
          return cn.day(value as never)
        } catch (error) {
          return error instanceof ServiceTimeError && error.message.length < 200
        }
      },
    )
    expect(texts).toEqual(texts.map(() => true))
  })

  test('of the shipped policy is no surprise: its rules are offered by nearness', () => {
    expect(() => judge('water-hokup' as never, [ACCEPTED])).toThrowError(
      '"water-hokup" is not a rule of this policy; perhaps one of these was meant: water-hookup',
    )
    expect(Object.keys(xiaoshan2019.rules)).toHaveLength(18)
  })
})

describe('the page of errors', () => {
  test('is what the code says; `npm run errors` writes it anew', async () => {
    const codes = Object.keys(REFUSED) as ErrorCode[]
    const refused = await Promise.all(codes.map(async (code) => [code, await refusalOf(code)] as const))
    await expect(errorPage(Object.fromEntries(refused))).toMatchFileSnapshot('../docs/errors.md')
  })

  test('has every code, and says of each when it is thrown', () => {
    expect(CODES.map(({ code }) => code).sort()).toEqual(Object.keys(REFUSED).sort())
    expect(CODES.filter(({ when }) => !/^[A-Z].*\.$/s.test(when)).map(({ code }) => code)).toEqual([])
  })
})
