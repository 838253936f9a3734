import { allOpen, type CalendarSource, cn, createCalendar } from 'service-time'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

const ROLLS = ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest', 'none']
const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type Row = [ask: () => unknown, code: string, path: string, facts: object]

const calendarOf = (source: Partial<CalendarSource>) =>
  createCalendar({ id: 'own', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' }, ...source })
const own = calendarOf({})
const strict = cn.with({ unpublished: 'error' })

const outside = (ask: () => unknown, found: string, side: string): Row => [
  ask,
  'outside-coverage',
  '',
  { calendar: 'own', from: '2019-01-01', to: '2019-12-31', found, side },
]
const unpublished = (ask: () => unknown, found: string): Row => [
  ask,
  'unpublished',
  '',
  { calendar: 'cn', publishedTo: '2026-12-24', found, awaits: ['cn-2027'] },
]

describe('a question that leaves the calendar', () => {
  const everyDayOff = (from: string, to: string) =>
    calendarOf({
      notices: [{ id: 'n', number: null, issued: '2018-12-01', covers: 2019, arrangements: [{ occasion: 'x', off: [`${from}/${to}`], work: [] }] }],
    })

  test.each<Row>([
    outside(() => own.day('2018-12-31'), '2018-12-31', 'before'),
    outside(() => own.isWorkingDay('2020-01-01'), '2020-01-01', 'after'),
    outside(() => own.add('2019-12-30', 2), '2019-12-30 + { workingDays: 2 }', 'after'),
    outside(() => own.add('2019-01-02', -2), '2019-01-02 - { workingDays: 2 }', 'before'),
    outside(() => own.add('2020-01-01', 0), '2020-01-01', 'after'),
    outside(() => own.count('2019-05-06', '2020-01-01'), '2020-01-01', 'after'),
    outside(() => own.count('2018-12-31', '2019-05-06'), '2018-12-31', 'before'),
    outside(() => own.roll('2020-01-01', 'none'), '2020-01-01', 'after'),
    outside(() => own.forecast('2019-12-30', 2), '2019-12-30 + { workingDays: 2 }', 'after'),
    outside(() => everyDayOff('2019-12-30', '2019-12-31').roll('2019-12-30', 'following'), '2019-12-30 + { workingDays: 1 }', 'after'),
    outside(() => everyDayOff('2019-01-01', '2019-01-02').roll('2019-01-02', 'preceding'), '2019-01-02 - { workingDays: 1 }', 'before'),
    outside(() => own.numeric.addWorkingDays(17_897, -1), '2019-01-01 - { workingDays: 1 }', 'before'),
    outside(() => own.numeric.countWorkingDays(17_897, 18_262), '2020-01-01', 'after'),
    unpublished(() => strict.day('2026-12-25'), '2026-12-25'),
    unpublished(() => strict.add('2026-12-24', 1), '2026-12-24 + { workingDays: 1 }'),
    unpublished(() => strict.count('2026-12-01', '2027-06-01'), '2027-06-01'),
  ])('%s is refused in its own words', (ask, code, path, facts) => {
    const error = errorOf(ask)
    expect([error.code, error.path, error.facts]).toEqual([code, path, facts])
  })

  test('beyond all projection awaits no notice', () => {
    expect(errorOf(() => strict.day('2051-01-01'))).toMatchObject({ code: 'outside-coverage', facts: { to: '2050-12-31', side: 'after' } })
    expect(errorOf(() => strict.day('2006-12-31'))).toMatchObject({ code: 'outside-coverage', facts: { from: '2007-01-01', side: 'before' } })
  })
})

describe('what is asked of a calendar', () => {
  const column = Int32Array.of(18_000)
  const off = (id: string, isOff: boolean) => ({
    id,
    number: null,
    issued: '2018-12-01',
    covers: 2019,
    arrangements: [{ occasion: `of ${id}`, off: isOff ? ['2019-05-01'] : [], work: isOff ? [] : ['2019-05-01'] }],
  })
  const later = createCalendar({ id: 'later', weekend: [], notices: [], coverage: { from: '2020-01-01', to: '2020-12-31' } })

  test.each<Row>([
    [() => own.day('2019-5-1'), 'date-invalid', '', { found: '2019-5-1' }],
    [() => own.day('2019-05-01T10:00'), 'zone-missing', '', { found: '2019-05-01T10:00' }],
    [() => own.add('2019-05-01', 1.5), 'amount-invalid', '', { unit: 'workingDays', found: '1.5', signed: true }],
    [() => own.forecast('2019-05-01', -1), 'amount-invalid', '', { unit: 'workingDays', found: '-1', signed: false }],
    [() => own.roll('2019-05-01', 'back' as never), 'choice-unknown', '', { what: 'roll', found: 'back', allowed: ROLLS }],
    [() => own.roll('2019-05-01', ['following'] as never), 'choice-unknown', '', { what: 'roll', found: '[… 1]', allowed: ROLLS }],
    [() => own.count('2019-05-01', '2019-05-02', { bounds: '[' as never }), 'choice-unknown', '', { what: 'bounds', found: '[' }],
    [
      () => own.count('2019-05-01', '2019-05-02', { bound: '[]' } as never),
      'choice-unknown',
      'options',
      { what: 'option', found: 'bound', allowed: ['bounds'] },
    ],
    [() => own.count('2019-05-01', '2019-05-02', null as never), 'value-invalid', 'options', { found: 'null', expected: 'options' }],
    [() => own.diff(null as never), 'value-invalid', 'other', { found: 'null', expected: 'calendar' }],
    [
      () => own.with({ unpublished: 'x' as never }),
      'choice-unknown',
      'unpublished',
      { what: 'unpublished', found: 'x', allowed: ['project', 'error'] },
    ],
    [() => own.diff(own, { months: 1 } as never), 'unit-unknown', '', { found: 'months', allowed: ['workingDays'] }],
    [() => own.diff(later), 'calendar-invalid', '', { calendar: 'own, later', problem: 'no-coverage' }],
    [() => allOpen(own, later).coverage, 'calendar-invalid', '', { calendar: 'allOpen(later, own)', problem: 'no-coverage' }],
    [() => calendarOf({ weekend: EVERY_DAY }).coverage, 'calendar-invalid', '', { calendar: 'own', problem: 'no-working-day' }],
    [() => createCalendar({ id: 'none', weekend: [], notices: [] }).coverage, 'calendar-invalid', '', { calendar: 'none', problem: 'no-coverage' }],
    [
      () => calendarOf({ notices: [off('a', true), off('b', false)] }).coverage,
      'notice-contradiction',
      '',
      { date: '2019-05-01', off: 'a of a', work: 'b of b' },
    ],
    [
      () => calendarOf({ notices: [off('a', false), off('b', true)] }).coverage,
      'notice-contradiction',
      '',
      { date: '2019-05-01', off: 'b of b', work: 'a of a' },
    ],
    [
      () => own.extend({ id: 'x', notices: [], colour: 'red' } as never),
      'choice-unknown',
      'layer',
      { what: 'layer', found: 'colour', allowed: ['id', 'notices', '$schema'] },
    ],
    [() => own.extend({ id: 'x', notices: [off('a', true), off('b', false)] }), 'notice-contradiction', 'layer', { date: '2019-05-01' }],
    [() => own.extend({ id: 'x' } as never), 'value-invalid', 'layer', { expected: 'layer' }],
    [() => own.announce(null as never), 'value-invalid', 'notice', { found: 'null', expected: 'notice' }],
    [() => own.numeric.addWorkingDays(0.5, 1), 'date-invalid', '', { found: '0.5' }],
    [() => own.numeric.addWorkingDays(18_000, 0.5), 'amount-invalid', '', { unit: 'workingDays', found: '0.5', signed: true }],
    [() => own.columns.addWorkingDays(column, 0.5), 'amount-invalid', '', { unit: 'workingDays', found: '0.5', signed: true }],
    [() => own.columns.addWorkingDays([1] as never, 1), 'value-invalid', 'dates', { found: '[… 1]', expected: 'day-column' }],
    [() => own.columns.addWorkingDays(column, [1] as never), 'value-invalid', 'amounts', { found: '[… 1]', expected: 'day-column' }],
    [() => own.columns.countWorkingDays(column, [1] as never), 'value-invalid', 'b', { found: '[… 1]', expected: 'day-column' }],
    [() => own.columns.countWorkingDays([1] as never, column), 'value-invalid', 'a', { found: '[… 1]', expected: 'day-column' }],
    [() => own.columns.countWorkingDays(column, column, [1] as never), 'value-invalid', 'out', { found: '[… 1]', expected: 'day-column' }],
    [() => own.columns.countWorkingDays(column, new Int32Array(2)), 'columns-differ', '', { first: 1, other: 2 }],
    [() => own.columns.countWorkingDays(column, column, new Int32Array(2)), 'columns-differ', '', { first: 1, other: 2 }],
  ])('%s is refused with what was found, and what belongs there', (ask, code, path, facts) => {
    expect(errorOf(ask)).toMatchObject({ code, path, facts })
  })
})
