import fc from 'fast-check'
import {
  allOpen,
  anyOpen,
  type CalendarSource,
  cn,
  createCalendar,
  createClock,
  hallHours,
  type Layer,
  type Projection,
  ServiceTimeError,
} from 'service-time'
import { icsOf } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'
import { runs } from '../support/runs.js'

const projection = (): Projection => ({
  to: '2023-12-31',
  awaits: 'own-{year}',
  laws: [
    { number: 'L2', issued: '2010-01-01', from: 2010, holidays: [{ occasion: 'Spring', festival: 'spring', offsets: [-1, 0] }] },
    { number: 'L1', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'New Year', dates: ['01-01', '10-01'] }] },
  ],
  festivals: { spring: ['2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22'] },
})
const notice = () => ({
  id: 'n',
  number: 'N1',
  issued: '2019-12-01',
  covers: 2020,
  arrangements: [{ occasion: 'x', off: ['2020-05-01/2020-05-04', '2020-06-01'], work: ['2020-05-09'] }],
})
const source = (): CalendarSource => ({
  id: 'own',
  weekend: ['saturday', 'sunday'],
  notices: [notice()],
  coverage: { from: '2020-01-01', to: '2020-12-24' },
  occasions: { x: 'Day of x' },
  projection: projection(),
  unpublished: 'project',
})
const layer = (): Layer => ({ id: 'city', notices: [{ ...notice(), id: 'c', number: null }] })

/** Every kind of question, of which each builds what it needs at its first asking. */
function askAll(calendar: typeof cn): void {
  const from = calendar.coverage.from
  const asked = [
    () => calendar.edition,
    () => calendar.day('2020-05-02'),
    () => calendar.add(from, 3),
    () => calendar.forecast(from, 300),
    () => calendar.asOf('2020-03-01').forecast(from, 20),
    () => calendar.with({ unpublished: 'error' }).coverage,
    () => calendar.extend(layer()).edition,
    () => allOpen(calendar, cn).forecast('2020-12-20', 20),
    () => cn.diff(calendar, { workingDays: 2 }),
    () => icsOf(calendar, { from, to: from, language: 'en' }),
  ]
  for (const ask of asked) isRefusedOrDone(ask)
}

function isRefusedOrDone(ask: () => unknown): void {
  try {
    ask()
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
  }
}

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const SOURCE = '{ id, weekend, notices, coverage, … }'
const YEARS = { from: '2019-01-01', to: '2021-12-24' }
const PROJECTION = '{ to, awaits, laws, festivals }'

describe('a source of a calendar', () => {
  const laws = (law: object) => ({ projection: { ...projection(), laws: [{ ...projection().laws[0], ...law }] } })
  const holiday = (fields: object) => laws({ holidays: [{ occasion: 'x', ...fields }] })

  test.each<[string, object, string, string, object]>([
    [
      'notices with a date that does not exist',
      { notices: [notice(), { ...notice(), issued: '2019-02-30' }] },
      'date-invalid',
      'notices[1].issued',
      { found: '2019-02-30' },
    ],
    [
      'a day off that is none',
      { notices: [{ ...notice(), arrangements: [{ occasion: 'x', off: ['2020-05-01', '2020-02-30'], work: [] }] }] },
      'date-invalid',
      'notices[0].arrangements[0].off[1]',
      { found: '2020-02-30' },
    ],
    [
      'a day worked that is none',
      { notices: [{ ...notice(), arrangements: [{ occasion: 'x', off: [], work: [null] }] }] },
      'date-invalid',
      'notices[0].arrangements[0].work[0]',
      { found: 'null' },
    ],
    ['a url that is none', { notices: [{ ...notice(), url: 7 }] }, 'value-invalid', 'notices[0].url', { found: '7', expected: 'text' }],
    [
      'a hole in its weekend',
      { weekend: new Array(1) },
      'choice-unknown',
      'weekend[0]',
      { what: 'weekday', found: 'undefined', allowed: [...EVERY_DAY] },
    ],
    ['a coverage that is none', { coverage: null }, 'date-invalid', 'coverage.from', { found: 'undefined' }],
    ['a coverage without an end', { coverage: { from: '2020-01-01' } }, 'date-invalid', 'coverage.to', { found: 'undefined' }],
    ['occasions that are none', { occasions: null }, 'value-invalid', 'occasions', { found: 'null', expected: 'occasions' }],
    ['a list of occasions', { occasions: ['x'] }, 'value-invalid', 'occasions', { found: '[… 1]', expected: 'occasions' }],
    [
      'an occasion without a name',
      { occasions: { x: { toString: null } } },
      'value-invalid',
      'occasions.x',
      { found: '{ toString }', expected: 'text' },
    ],
    [
      'an odd choice for unpublished days',
      { unpublished: 'guess' },
      'choice-unknown',
      'unpublished',
      { what: 'unpublished', found: 'guess', allowed: ['project', 'error'] },
    ],
    [
      'no festivals',
      { projection: { ...projection(), festivals: null } },
      'value-invalid',
      'projection',
      { found: PROJECTION, expected: 'projection' },
    ],
    [
      'a list of festivals',
      { projection: { ...projection(), festivals: [] } },
      'value-invalid',
      'projection.festivals',
      { found: '[]', expected: 'festivals' },
    ],
    [
      'a festival that is none',
      { projection: { ...projection(), festivals: { spring: null } } },
      'value-invalid',
      'projection.festivals.spring',
      { found: 'null', expected: 'dates' },
    ],
    [
      'a festival in numbers',
      { projection: { ...projection(), festivals: { spring: [2021] } } },
      'zone-missing',
      'projection.festivals.spring[0]',
      { found: '2021' },
    ],
    ['no laws', { projection: { ...projection(), laws: {} } }, 'value-invalid', 'projection', { found: PROJECTION, expected: 'projection' }],
    [
      'a hole in its laws',
      { projection: { ...projection(), laws: new Array(1) } },
      'value-invalid',
      'projection.laws[0]',
      { found: 'undefined', expected: 'law' },
    ],
    ['a law issued on no day', laws({ issued: null }), 'date-invalid', 'projection.laws[0].issued', { found: 'null' }],
    [
      'a law without holidays',
      laws({ holidays: null }),
      'value-invalid',
      'projection.laws[0]',
      { found: '{ number, issued, from, holidays }', expected: 'law' },
    ],
    [
      'a holiday that is none',
      laws({ holidays: [null] }),
      'value-invalid',
      'projection.laws[0].holidays[0]',
      { found: 'null', expected: 'statutory-holiday' },
    ],
    [
      'a holiday without a name',
      holiday({ occasion: 7 }),
      'value-invalid',
      'projection.laws[0].holidays[0]',
      { found: '{ occasion }', expected: 'statutory-holiday' },
    ],
    [
      'a holiday on odd dates',
      holiday({ dates: '01-01' }),
      'value-invalid',
      'projection.laws[0].holidays[0]',
      { found: '{ occasion, dates }', expected: 'statutory-holiday' },
    ],
    [
      'a holiday on no date',
      holiday({ dates: ['01-01', '02-30'] }),
      'value-invalid',
      'projection.laws[0].holidays[0].dates[1]',
      { found: '02-30', expected: 'month-day' },
    ],
    [
      'a holiday that not every year has',
      holiday({ dates: ['02-29'] }),
      'value-invalid',
      'projection.laws[0].holidays[0].dates[0]',
      { found: '02-29', expected: 'month-day' },
    ],
    [
      'a holiday at an odd distance',
      holiday({ festival: 'spring', offsets: 1 }),
      'value-invalid',
      'projection.laws[0].holidays[0]',
      { found: '{ occasion, festival, offsets }', expected: 'statutory-holiday' },
    ],
    [
      'a holiday at no distance',
      holiday({ festival: 'spring', offsets: [0, '1'] }),
      'value-invalid',
      'projection.laws[0].holidays[0].offsets[1]',
      { found: '1', expected: 'festival-offset' },
    ],
    [
      'a holiday years from its festival',
      holiday({ festival: 'spring', offsets: [1e9] }),
      'value-invalid',
      'projection.laws[0].holidays[0].offsets[0]',
      { found: '1000000000', expected: 'festival-offset' },
    ],
    [
      'a festival that is not among them',
      holiday({ festival: 'summer' }),
      'choice-unknown',
      'projection.laws[0].holidays[0].festival',
      { what: 'festival', found: 'summer', allowed: ['spring'] },
    ],
    ['a notice that is none', { notices: [notice(), null] }, 'value-invalid', 'notices[1]', { found: 'null', expected: 'notice' }],
    ...(
      [
        ['id', 7, 'notice-id'],
        ['number', 7, 'notice-number'],
        ['number', undefined, 'notice-number'],
        ['covers', 2019.5, 'notice-year'],
        ['covers', 0, 'notice-year'],
        ['covers', 9_999, 'notice-year'],
        ['arrangements', {}, 'arrangements'],
      ] as const
    ).map(([key, value, expected]): [string, object, string, string, object] => [
      `a notice with the ${key} ${JSON.stringify(value)}`,
      { notices: [notice(), { ...notice(), [key]: value }] },
      'value-invalid',
      `notices[1].${key}`,
      { found: key === 'arrangements' ? '{}' : String(value), expected },
    ]),
    [
      'an arrangement that is none',
      { notices: [{ ...notice(), arrangements: [null] }] },
      'value-invalid',
      'notices[0].arrangements[0]',
      { found: 'null', expected: 'arrangement' },
    ],
    ...(
      [
        ['occasion', 7, '7', 'occasion'],
        ['off', '2020-05-01', '"2020-05-01"', 'runs-of-days'],
        ['work', undefined, 'undefined', 'runs-of-days'],
      ] as const
    ).map(([key, value, found, expected]): [string, object, string, string, object] => [
      `an arrangement with the ${key} ${JSON.stringify(value)}`,
      { notices: [{ ...notice(), arrangements: [{ occasion: 'x', off: [], work: [], [key]: value }] }] },
      'value-invalid',
      `notices[0].arrangements[0].${key}`,
      { found, expected },
    ]),
    ...['2020-05-02/2020-05-01', '2020-05-01/2020-05-02/2020-05-03', '2020-01-01/2021-01-01'].map((run): [string, object, string, string, object] => [
      `the run of days ${run}`,
      { notices: [{ ...notice(), arrangements: [{ occasion: 'x', off: [], work: [run] }] }] },
      'value-invalid',
      'notices[0].arrangements[0].work[0]',
      { found: run, expected: 'run-of-days' },
    ]),
    ['a weekday that is none', { weekend: ['saturday', 'sonntag'] }, 'choice-unknown', 'weekend[1]', { found: 'sonntag' }],
    ['a weekend that is none', { weekend: 'sunday' }, 'value-invalid', '', { found: SOURCE, expected: 'calendar-source' }],
    ['an id that is none', { id: 7 }, 'value-invalid', '', { found: SOURCE, expected: 'calendar-source' }],
    ['a projection that is none', { projection: null }, 'value-invalid', 'projection', { found: 'null', expected: 'projection' }],
    ['a projection to no day', { projection: { ...projection(), to: '2023' } }, 'date-invalid', 'projection.to', { found: '2023' }],
    ['a projection that awaits nothing', { projection: { ...projection(), awaits: null } }, 'value-invalid', 'projection', { found: PROJECTION }],
    ['a law without a number', laws({ number: null }), 'value-invalid', 'projection.laws[0]', { expected: 'law' }],
    ['a law from the middle of a year', laws({ from: 2010.5 }), 'value-invalid', 'projection.laws[0]', { expected: 'law' }],
    ['a holiday in a long date', holiday({ dates: ['01-01x'] }), 'value-invalid', 'projection.laws[0].holidays[0].dates[0]', { found: '01-01x' }],
    [
      'a holiday more than a year from its festival',
      holiday({ festival: 'spring', offsets: [366, -367] }),
      'value-invalid',
      'projection.laws[0].holidays[0].offsets[1]',
      { found: '-367', expected: 'festival-offset' },
    ],
  ])('with %s is refused at once, with the path and what belongs there', (_, fault, code, path, facts) => {
    expect(errorOf(() => createCalendar({ ...source(), ...(fault as Partial<CalendarSource>) }))).toMatchObject({ code, path, facts })
  })

  test('with a year without a festival that its law needs is refused once a day beyond the notices is asked of', () => {
    const festivals = { spring: ['2020-01-25', '2021-02-12', '2023-01-22'] }
    const calendar = createCalendar({ ...source(), projection: { ...projection(), festivals } })
    const facts = { found: '2022: []', expected: 'festival-year' }
    expect(errorOf(() => calendar.day('2021-06-01'))).toMatchObject({ code: 'value-invalid', path: 'projection.festivals.spring', facts })
  })

  test('that is none is refused at once', () => {
    for (const none of [null, undefined, 7])
      expect(errorOf(() => createCalendar(none as never))).toMatchObject({ code: 'value-invalid', path: '', facts: { expected: 'calendar-source' } })
  })

  test('may have a run of days as long as a year, and a notice of the first or the last year that has a next one', () => {
    const off = (covers: number, run: string) => ({ ...notice(), covers, arrangements: [{ occasion: 'x', off: [run], work: [] }] })
    const calendar = createCalendar({ ...source(), notices: [off(1, '2020-01-01/2020-12-31'), off(9_998, '2020-12-24')], coverage: YEARS })
    expect(calendar.add('2019-12-31', 1)).toBe('2021-01-01')
  })

  test.each<[string, object, string, readonly string[]]>([
    ['weekends', { weekends: ['sunday'] }, '', ['id', 'weekend', 'notices', 'coverage', 'occasions', 'projection', 'unpublished']],
    ['until', { coverage: { from: '2020-01-01', to: '2020-12-24', until: '2021-12-24' } }, 'coverage', ['from', 'to']],
    ['date', { notices: [{ ...notice(), date: '2019-12-01' }] }, 'notices[0]', ['id', 'number', 'issued', 'covers', 'url', 'arrangements']],
    [
      'worked',
      { notices: [{ ...notice(), arrangements: [{ occasion: 'x', off: [], work: [], worked: ['2020-05-09'] }] }] },
      'notices[0].arrangements[0]',
      ['occasion', 'off', 'work'],
    ],
    ['from', { projection: { ...projection(), from: '2021-01-01' } }, 'projection', ['to', 'awaits', 'laws', 'festivals']],
    ['to', laws({ to: 2030 }), 'projection.laws[0]', ['number', 'issued', 'from', 'holidays']],
    ['offset', holiday({ festival: 'spring', offset: [-1] }), 'projection.laws[0].holidays[0]', ['occasion', 'dates', 'festival', 'offsets']],
  ])('with the key %s, at which nothing would look, is refused at once, with the path', (found, fault, path, allowed) => {
    const error = errorOf(() => createCalendar({ ...source(), ...(fault as Partial<CalendarSource>) }))
    expect(error).toMatchObject({ code: 'choice-unknown', path, facts: { found, allowed } })
    expect(error.message).toMatch(/not a known part of an? /)
  })

  test('may say of itself what a file says', () => {
    const file = { $schema: 'calendar.json', titles: { en: 'Own' }, sources: ['Own order'], updated: '2020-01-01' }
    expect(createCalendar({ ...source(), ...file }).edition).toBe(createCalendar(source()).edition)
    const { edition } = cn.extend({ ...layer(), ...{ $schema: 'layer.json' } })
    expect(edition).toBe(cn.extend(layer()).edition)
    expect(errorOf(() => cn.extend({ ...layer(), ...{ notes: [] } }))).toMatchObject({
      code: 'choice-unknown',
      path: 'layer',
      facts: { found: 'notes' },
    })
  })

  test('with a coverage that ends before it begins is refused at once', () => {
    const error = errorOf(() => createCalendar({ ...source(), coverage: { from: '2020-12-24', to: '2020-01-01' } }))
    expect(error).toMatchObject({ code: 'calendar-invalid', path: 'coverage', facts: { calendar: 'own', problem: 'reversed' } })
    expect(error.message).toContain('ends before it begins')
  })

  test('of which no notice was known by a day says so when it is asked', () => {
    const early = cn.asOf('2005-12-21')
    const error = errorOf(() => early.day('2007-01-04'))
    expect(error).toMatchObject({ code: 'calendar-invalid', facts: { calendar: 'cn@2005-12-21', problem: 'none-known' } })
    expect(error.message).toContain('rests on no notice: none had been issued by that day')
    expect(early.announce(notice()).add('2020-04-30', 1)).toBe('2020-05-05')
    expect(errorOf(() => early.extend(layer()).coverage).facts).toMatchObject({ problem: 'none-known' })
    const empty = createCalendar({ id: 'empty', weekend: [], notices: [] })
    expect(errorOf(() => empty.asOf('2005-12-21').coverage).facts).toMatchObject({ problem: 'no-coverage' })
  })

  test('may list its laws in any order', () => {
    const [later, earlier] = projection().laws as [Projection['laws'][0], Projection['laws'][0]]
    const of = (...laws: Projection['laws'][0][]) => createCalendar({ ...source(), projection: { ...projection(), laws } })
    expect(of(later, earlier).day('2021-02-12')).toMatchObject({ occasion: 'Spring', notice: 'L2' })
    expect(of(later, earlier).edition).toBe(of(earlier, later).edition)
    const amended = { ...later, number: 'L3', issued: '2011-01-01' }
    expect([of(amended, later), of(later, amended)].map((calendar) => calendar.day('2021-02-12').notice)).toEqual(['L3', 'L3'])
  })

  test('may project to the last date that has a name', () => {
    const calendar = createCalendar({ ...source(), projection: { ...projection(), laws: projection().laws.slice(1), to: '9999-12-31' } })
    expect(calendar.coverage.to).toBe('9999-12-31')
    expect(calendar.day('9999-10-01')).toMatchObject({ kind: 'holiday', notice: 'L1' })
    expect(calendar.forecast('9998-03-01', 4)).toMatchObject({ date: '9998-03-05', certainty: 'projected' })
    expect(calendar.edition).toMatch(/^[0-9a-f]{16}$/)
  })

  test('with anything in the place of any part throws no error but the typed one', () => {
    fc.assert(
      fc.property(spoilt(source), (value) => isRefusedOrDone(() => askAll(createCalendar(value as CalendarSource)))),
      { numRuns: runs(300) },
    )
  })

  test('or a layer that is anything at all throws no error but the typed one', () => {
    fc.assert(
      fc.property(fc.oneof(anything, spoilt(layer)), (value) => {
        isRefusedOrDone(() => createCalendar(value as CalendarSource).coverage)
        isRefusedOrDone(() => askAll(createCalendar(source()).extend(value as Layer)))
      }),
      { numRuns: runs(200) },
    )
  })

  test('is refused at once for a layer that contradicts itself', () => {
    const odd: Layer = {
      id: 'odd',
      notices: [...layer().notices, { ...notice(), id: 'd', arrangements: [{ occasion: 'y', off: [], work: ['2020-05-01'] }] }],
    }
    const facts = { date: '2020-05-01', off: 'c x', work: 'd y' }
    expect(errorOf(() => cn.extend(odd))).toMatchObject({ code: 'notice-contradiction', path: 'layer', facts })
    expect(errorOf(() => cn.extend({ ...odd, notices: odd.notices.toReversed() }))).toMatchObject({ facts })
  })

  test.each<[unknown, string, object]>([
    [null, 'layer', { found: 'null', expected: 'layer' }],
    [{ id: 7, notices: [] }, 'layer', { found: '{ id, notices }', expected: 'layer' }],
    [{ id: 'x', notices: {} }, 'layer', { found: '{ id, notices }', expected: 'layer' }],
    [{ id: 'x', notices: [7] }, 'layer.notices[0]', { found: '7', expected: 'notice' }],
  ])('is refused at once for %o as a layer', (odd, path, facts) => {
    expect(errorOf(() => cn.extend(odd as Layer))).toMatchObject({ code: 'value-invalid', path, facts })
  })

  test('can be changed afterwards, which changes nothing', () => {
    const own = source()
    const city = layer()
    const calendar = createCalendar(own)
    const closed = calendar.extend(city)
    scramble(own)
    scramble(city)
    const [same, sameClosed] = [createCalendar(source()), createCalendar(source()).extend(layer())]
    expect([calendar.edition, calendar.coverage, calendar.occasions]).toEqual([same.edition, same.coverage, same.occasions])
    expect([closed.edition, closed.id]).toEqual([sameClosed.edition, sameClosed.id])
    expect(calendar.asOf('2019-12-01').edition).toBe(same.asOf('2019-12-01').edition)
  })
})

describe('in the place of a calendar', () => {
  const others: readonly unknown[] = [null, undefined, 7, 'cn', {}, { plan: null }, { plan: { days: 7 } }, { ...cn }, { ...cn, plan: cn.plan }]

  test.each(others.map((other) => [other]))('%o is refused, with the path', (other) => {
    const calendar = other as typeof cn
    const asked: readonly [() => unknown, string][] = [
      [() => createClock({ calendar, hours: hallHours, timeZone: 'Asia/Shanghai' }), 'calendar'],
      [() => allOpen(cn, calendar), 'calendars[1]'],
      [() => anyOpen(calendar), 'calendars[0]'],
      [() => cn.diff(calendar), 'other'],
      [() => icsOf(calendar, { from: '2019-01-01', to: '2019-01-02' }), 'calendar'],
    ]
    for (const [ask, path] of asked) expect(errorOf(ask)).toMatchObject({ code: 'value-invalid', path })
  })

  test('nothing at all is refused', () => {
    expect(errorOf(() => allOpen())).toMatchObject({ code: 'value-invalid', path: 'calendars' })
  })
})

/** Whatever a program may hand over. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
})
const wrong = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    undefined,
    null,
    7,
    -1,
    1e300,
    Number.NaN,
    '',
    'x',
    [],
    {},
    [null],
    '0001-01-01',
    '2020-01-01',
    '9999-12-31',
    '2020',
    '02-29',
  ),
  fc.constantFrom<unknown>(() => 1, Symbol('s'), '__proto__', '{year}', ['sunday'], new Array(2), [[[]]]),
)

/** A value with another thing in the place of one of its parts, at any depth. */
function spoilt(make: () => object): fc.Arbitrary<unknown> {
  const places = placesIn(make(), [])
  return fc.tuple(fc.constantFrom(...places), wrong, fc.boolean()).map(([place, value, isLeftOut]) => {
    const whole = make()
    const inner = place.slice(0, -1).reduce<object>((part, key) => (part as Record<string, object>)[key] as object, whole)
    const key = place.at(-1) as string
    if (isLeftOut) Reflect.deleteProperty(inner, key)
    else Reflect.set(inner, key, value)
    return whole
  })
}

function placesIn(value: object, before: readonly string[]): readonly (readonly string[])[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...before, key]
    return [place, ...(typeof inner === 'object' && inner !== null ? placesIn(inner as object, place) : [])]
  })
}

/** Changes every text and empties every list. */
function scramble(value: object): void {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) scramble(inner as object)
    else Reflect.set(value, key, 'scrambled')
  }
  if (Array.isArray(value)) value.length = 0
}
