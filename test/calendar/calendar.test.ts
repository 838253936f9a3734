import { allOpen, type CalendarSource, cn, createCalendar, hangzhou2016, type Notice } from 'service-time'
import { describe, expect, test } from 'vitest'
import { codeOf, errorOf } from '../support/errors.js'
import { cnSource } from '../support/notices.js'

const notice = (id: string, issued: string, arrangements: Notice['arrangements'], covers = 2019): Notice => ({
  id,
  number: null,
  issued,
  covers,
  arrangements,
})
const of = (source: Partial<CalendarSource>) =>
  createCalendar({ id: 'test', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' }, ...source })

describe('a day of the cn calendar', () => {
  test('is that of its source, which passes every check', () => {
    expect(createCalendar(cnSource).edition).toBe(cn.edition)
  })

  test.each([
    ['SUN', '2019-05-05', { kind: 'makeup', working: true, occasion: '劳动节', notice: '国办发明电〔2019〕3号' }],
    ['WED', '2019-05-01', { kind: 'holiday', working: false, occasion: '劳动节', notice: '国办发明电〔2019〕3号' }],
    ['SAT', '2019-05-04', { kind: 'holiday', working: false, occasion: '劳动节', notice: '国办发明电〔2019〕3号' }],
    ['MON', '2019-05-06', { kind: 'workday', working: true }],
    ['SAT', '2019-05-11', { kind: 'weekend', working: false }],
    ['MON', '2020-02-03', { kind: 'workday', working: true, occasion: '春节', notice: '国办发明电〔2020〕1号' }],
    ['SAT', '2020-02-01', { kind: 'holiday', working: false, occasion: '春节', notice: '国办发明电〔2020〕1号' }],
    ['SAT', '2018-12-29', { kind: 'makeup', working: true, occasion: '元旦', notice: '国办发明电〔2018〕15号' }],
    ['THU', '2015-09-03', { kind: 'holiday', working: false, occasion: '抗日战争暨世界反法西斯战争胜利70周年纪念日', notice: '国发明电〔2015〕1号' }],
    ['SUN', '2008-05-04', { kind: 'makeup', working: true, occasion: '“五一”国际劳动节', notice: null }],
  ])('%s %s', (weekday, date, facts) => {
    expect(new Date(date).toUTCString().slice(0, 3).toUpperCase()).toBe(weekday)
    expect(cn.day(date)).toEqual({ ...facts, certainty: 'published' })
  })

  test('is published from 2007-01-01 to 2026-12-24, because the notice for 2027 may still move the days after, and projected to 2050', () => {
    expect(cn.coverage).toEqual({ from: '2007-01-01', to: '2050-12-31', publishedTo: '2026-12-24' })
  })

  test.each([
    ['THU', '2026-12-24', { kind: 'workday', working: true, certainty: 'published' }],
    ['FRI', '2026-12-25', { kind: 'workday', working: true, certainty: 'projected', awaits: ['cn-2027'] }],
    ['SAT', '2026-12-26', { kind: 'weekend', working: false, certainty: 'projected', awaits: ['cn-2027'] }],
    [
      'FRI',
      '2027-01-01',
      { kind: 'holiday', working: false, certainty: 'projected', awaits: ['cn-2027'], occasion: '元旦', notice: '国务院令第795号' },
    ],
    [
      'MON',
      '2050-01-24',
      { kind: 'holiday', working: false, certainty: 'projected', awaits: ['cn-2050'], occasion: '春节', notice: '国务院令第795号' },
    ],
  ])('%s %s is projected from the law once no notice has settled it', (weekday, date, facts) => {
    expect(new Date(date).toUTCString().slice(0, 3).toUpperCase()).toBe(weekday)
    expect(cn.day(date)).toEqual(facts)
  })

  test('beyond the notices is refused where the caller wants no projection, and the notice awaited is named', () => {
    const strict = cn.with({ unpublished: 'error' })
    expect(strict.coverage).toEqual({ from: '2007-01-01', to: '2026-12-24', publishedTo: '2026-12-24' })
    expect(strict.add('2019-04-26', 4)).toBe('2019-05-05')
    const asked = [
      () => strict.day('2026-12-25'),
      () => strict.isWorkingDay('2027-01-04'),
      () => strict.add('2026-11-23', 40),
      () => strict.forecast('2026-11-23', 40),
      () => strict.count('2026-11-23', '2027-01-04'),
      () => strict.roll('2027-12-24', 'following'),
      () => strict.numeric.addWorkingDays(20_780, 40),
    ]
    for (const ask of asked) expect(errorOf(ask)).toMatchObject({ code: 'unpublished', facts: { publishedTo: '2026-12-24', awaits: ['cn-2027'] } })
    expect(errorOf(() => strict.day('2029-03-01'))).toMatchObject({ code: 'unpublished', facts: { awaits: ['cn-2029'] } })
    expect(codeOf(() => strict.day('2051-01-01'))).toBe('outside-coverage')
    expect(strict.with({ unpublished: 'project' }).add('2026-11-23', 40)).toBe('2027-01-19')
    expect(strict.asOf('2019-03-01').coverage.to).toBe('2019-12-24')
    expect(codeOf(() => strict.extend({ id: 'none', notices: [] }).day('2027-01-04'))).toBe('unpublished')
  })

  test.each([undefined, {}, { unpublished: 'guess' }])('with the option %o is refused', (options) => {
    const error = errorOf(() => cn.with(options as never))
    expect(error).toMatchObject({ code: 'choice-unknown', path: 'unpublished' })
    expect([error.text('en'), error.text('zh')]).toEqual([
      expect.stringMatching(/is not a known treatment of unpublished days; use one of: project, error\.$/),
      expect.stringMatching(/不是可用的选项（未公布日期的处理方式）；可用：project, error。$/),
    ])
  })

  test.each(['2006-12-31', '2051-01-01', '1900-01-01'])('%s is refused', (date) => {
    expect(errorOf(() => cn.day(date))).toMatchObject({ code: 'outside-coverage', facts: { from: '2007-01-01', to: '2050-12-31', found: date } })
    expect(codeOf(() => cn.isWorkingDay(date))).toBe('outside-coverage')
    expect(codeOf(() => cn.add(date, 1))).toBe('outside-coverage')
    expect(codeOf(() => cn.add(date, 0))).toBe('outside-coverage')
    expect(codeOf(() => cn.count('2019-01-01', date))).toBe('outside-coverage')
    expect(codeOf(() => cn.roll(date, 'none'))).toBe('outside-coverage')
  })

  test.each([40, 1e9, -1e9])('a count that leaves the calendar by %d days is refused at once', (n) => {
    expect(codeOf(() => cn.add(n > 0 ? '2050-11-23' : '2007-01-05', n))).toBe('outside-coverage')
  })

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, '4', null])('%o is no number of days', (n) => {
    expect(codeOf(() => cn.add('2019-04-26', n as number))).toBe('amount-invalid')
  })

  test('every year has as many working days as its notices say', () => {
    const years = Array.from({ length: 19 }, (_, i) => 2007 + i)
    const counts = years.map((year) => cn.count(`${year}-01-01`, `${year}-12-31`, { bounds: '[]' }))
    expect(Math.min(...counts)).toBe(248)
    expect(Math.max(...counts)).toBe(251)
  })

  test('make-up days of 2007-2026 are 130, the three in December 2006 and on weekdays left out', () => {
    let makeup = 0
    for (let date = '2007-01-01'; date <= '2026-12-24'; ) {
      if (cn.day(date).kind === 'makeup') makeup++
      date = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
    }
    expect(makeup).toBe(130)
  })
})

describe('a calendar of the user', () => {
  test('may have any weekend', () => {
    expect(of({ weekend: ['friday', 'saturday'] }).add('2019-05-02', 1)).toBe('2019-05-05')
  })

  test('lets a later notice replace the arrangement of the same occasion and year', () => {
    const first = notice('a', '2018-12-06', [{ occasion: '劳动节', off: ['2019-05-01'], work: [] }])
    const second = notice('b', '2019-03-22', [{ occasion: '劳动节', off: ['2019-05-02'], work: ['2019-05-05'] }])
    for (const notices of [
      [first, second],
      [second, first],
    ]) {
      const calendar = of({ notices })
      expect(calendar.day('2019-05-01').kind).toBe('workday')
      expect(calendar.day('2019-05-02')).toEqual({ kind: 'holiday', working: false, certainty: 'published', occasion: '劳动节', notice: null })
      expect(calendar.day('2019-05-05').kind).toBe('makeup')
    }
  })

  test('takes both arrangements of one occasion in one notice, and a later notice replaces both', () => {
    const twice = notice('a', '2019-08-01', [
      { occasion: '台风', off: ['2019-08-12'], work: ['2019-08-17'] },
      { occasion: '台风', off: ['2019-08-13'], work: ['2019-08-18'] },
    ])
    const days = ['2019-08-12', '2019-08-13', '2019-08-17', '2019-08-18']
    const kinds = (...notices: Notice[]) => days.map((day) => of({ notices }).day(day).kind)
    expect(kinds(twice)).toEqual(['holiday', 'holiday', 'makeup', 'makeup'])
    expect(days.map((day) => cn.extend({ id: 'storm', notices: [twice] }).day(day).kind)).toEqual(['closure', 'closure', 'makeup', 'makeup'])
    const later = notice('b', '2019-08-02', [{ occasion: '台风', off: ['2019-08-13'], work: [] }])
    expect(kinds(later, twice)).toEqual(['workday', 'holiday', 'weekend', 'weekend'])
  })

  test('is refused where two arrangements of one occasion in one notice disagree on a day', () => {
    const odd = notice('a', '2019-08-01', [
      { occasion: '台风', off: ['2019-08-12'], work: [] },
      { occasion: '台风', off: [], work: ['2019-08-12'] },
    ])
    expect(codeOf(() => of({ notices: [odd] }).coverage)).toBe('notice-contradiction')
  })

  test('is published by its notices year by year, and an empty list is not a notice', () => {
    const newYear = (year: number) => notice(`n${year}`, `${year - 1}-12-01`, [{ occasion: '元旦', off: [`${year}-01-01`], work: [] }], year)
    const empty = notice('n2021', '2020-12-01', [], 2021)
    const calendar = createCalendar({ id: 'test', weekend: ['saturday', 'sunday'], notices: [newYear(2019), newYear(2020), empty, newYear(2022)] })
    expect(calendar.coverage).toEqual({ from: '2019-01-01', to: '2020-12-24', publishedTo: '2020-12-24' })
  })

  test('is not published by a notice whose arrangements have no day, though one may cancel what an earlier one arranged', () => {
    const without = (covers: number) => notice('without', `${covers - 1}-12-01`, [{ occasion: '元旦', off: [], work: [] }], covers)
    expect(cn.announce(without(2027)).coverage.publishedTo).toBe('2026-12-24')
    expect(
      cn.announce({ ...without(2027), arrangements: [...without(2027).arrangements, { occasion: 'x', off: [], work: ['2027-01-09'] }] }).coverage,
    ).toMatchObject({ publishedTo: '2027-12-24' })
    const cancelled = cn.announce({ ...without(2019), issued: '2019-04-01', arrangements: [{ occasion: '劳动节', off: [], work: [] }] })
    expect([cancelled.day('2019-05-02').kind, cancelled.day('2019-05-05').kind]).toEqual(['workday', 'weekend'])
    expect(cancelled.coverage).toEqual(cn.coverage)
  })

  test.each<[string, Partial<CalendarSource>, string]>([
    ['no working day', { weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] }, 'calendar-invalid'],
    ['no coverage', { coverage: { from: '2019-02-01', to: '2019-01-01' } }, 'calendar-invalid'],
    ['an impossible date', { coverage: { from: '2019-02-30', to: '2019-12-31' } }, 'date-invalid'],
    ['a weekday that is none', { weekend: ['caturday' as never] }, 'choice-unknown'],
    ['notices that are none', { notices: [{} as Notice] }, 'value-invalid'],
    ['a notice for a year without end', { notices: [{ ...notice('a', '2018-12-01', []), covers: 1e300 }] }, 'value-invalid'],
    [
      'a day that is no text',
      { notices: [notice('a', '2018-12-01', [{ occasion: 'x', off: [{ toString: 1 } as never], work: [] }])] },
      'date-invalid',
    ],
    ['an arrangement that is none', { notices: [notice('a', '2018-12-01', [{} as Notice['arrangements'][0]])] }, 'value-invalid'],
    [
      'a run of days that ends before it starts',
      { notices: [notice('a', '2018-12-01', [{ occasion: 'x', off: ['2019-05-04/2019-05-01'], work: [] }])] },
      'value-invalid',
    ],
    ['a run of years', { notices: [notice('a', '2018-12-01', [{ occasion: 'x', off: ['2019-05-04/9019-05-01'], work: [] }])] }, 'value-invalid'],
    [
      'a day both off and worked',
      {
        notices: [
          notice('a', '2018-12-01', [{ occasion: 'x', off: ['2019-05-04'], work: [] }]),
          notice('b', '2018-12-01', [{ occasion: 'y', off: [], work: ['2019-05-04'] }]),
        ],
      },
      'notice-contradiction',
    ],
  ])('with %s is refused', (_, source, code) => {
    expect(codeOf(() => of(source).day('2019-05-06'))).toBe(code)
  })

  test('without any notice or coverage knows no day', () => {
    expect(codeOf(() => createCalendar({ id: 'test', weekend: ['saturday', 'sunday'], notices: [] }).day('2019-05-06'))).toBe('calendar-invalid')
  })

  test.each([null, undefined, {}, { id: 'x', weekend: 6, notices: [] }])('cannot be made from %o', (source) => {
    expect(codeOf(() => createCalendar(source as never))).toBe('value-invalid')
  })
})

describe('the calendar as of a day', () => {
  test.each([
    ['FRI', '2019-04-26', 4, '2019-03-01', '2019-05-03'],
    ['FRI', '2019-04-26', 4, '2019-03-21', '2019-05-03'],
    ['FRI', '2019-04-26', 4, '2019-03-22', '2019-05-05'],
    ['WED', '2020-01-22', 3, '2020-01-20', '2020-02-01'],
    ['WED', '2020-01-22', 3, '2020-01-26', '2020-02-04'],
  ])('%s %s + %i working days, as of %s, is %s', (weekday, start, n, asOf, end) => {
    expect(new Date(start).toUTCString().slice(0, 3).toUpperCase()).toBe(weekday)
    expect(cn.asOf(asOf).add(start, n)).toBe(end)
  })

  test('is published as far as the notices known then, and projected by the law known then', () => {
    expect(cn.asOf('2019-03-01').coverage).toEqual({ from: '2007-01-01', to: '2050-12-31', publishedTo: '2019-12-24' })
    expect(cn.asOf('2019-03-01').day('2020-10-06')).toMatchObject({ occasion: '国庆节', certainty: 'projected', notice: '国务院令第644号' })
    expect(cn.asOf('2026-11-23').coverage).toEqual(cn.coverage)
    expect(codeOf(() => cn.asOf('2006-01-01').day('2007-01-04'))).toBe('calendar-invalid')
    expect(codeOf(() => cn.asOf('2019-02-30'))).toBe('date-invalid')
  })
})

describe('a layer', () => {
  const hangzhou = cn.extend(hangzhou2016)
  const notice = hangzhou2016.notices[0] as Notice

  test.each([
    ['WED', '2016-08-31', 4, '2016-09-06', '2016-09-11'],
    ['FRI', '2016-08-26', 4, '2016-09-01', '2016-08-31'],
  ])('%s %s + %i working days is %s in the nation, and with the layer %s', (weekday, start, n, national, local) => {
    expect(new Date(start).toUTCString().slice(0, 3).toUpperCase()).toBe(weekday)
    expect([cn.add(start, n), hangzhou.add(start, n)]).toEqual([national, local])
  })

  test('says of a day what it is, and who says so', () => {
    expect(hangzhou.day('2016-09-02')).toEqual({
      kind: 'closure',
      working: false,
      certainty: 'published',
      occasion: 'G20杭州峰会',
      notice: '杭政办函〔2016〕75号',
    })
    expect(hangzhou.day('2016-08-28').kind).toBe('makeup')
    expect(hangzhou.day('2016-10-01')).toEqual(cn.day('2016-10-01'))
  })

  test('goes before the notices, a later layer before an earlier, and none is known before it was issued', () => {
    const open = { ...notice, id: 'open', arrangements: [{ occasion: 'x', off: [], work: ['2016-09-02', '2016-10-01'] }] }
    const opened = hangzhou.extend({ id: 'open', notices: [open] })
    expect(['2016-09-02', '2016-10-01', '2016-09-05'].map((date) => opened.isWorkingDay(date))).toEqual([true, true, false])
    expect(hangzhou.asOf('2016-08-04').isWorkingDay('2016-09-02')).toBe(true)
    expect(hangzhou.id).toBe('cn+hangzhou-2016')
  })

  test.each([null, {}, { id: 'x' }, { id: 'x', notices: [{}] }])('that is %o is refused', (layer) => {
    expect(codeOf(() => cn.extend(layer as never))).toBe('value-invalid')
  })

  test('with a day that does not exist is refused with the path', () => {
    const odd = { id: 'x', notices: [notice, { ...notice, arrangements: [{ occasion: 'x', off: ['2019-02-30'], work: [] }] }] }
    expect(errorOf(() => cn.extend(odd))).toMatchObject({ code: 'date-invalid', path: 'layer.notices[1].arrangements[0].off[0]' })
  })
})

describe('a day that a notice settles beyond a year without one', () => {
  const far = notice('far', '2018-12-01', [{ occasion: 'x', off: ['2021-05-06'], work: ['2021-05-08'] }], 2021)
  const projection = {
    to: '2021-12-31',
    awaits: 'own-{year}',
    laws: [{ number: 'L', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'x', dates: ['05-01'] }] }],
    festivals: {},
  }
  const calendar = of({ notices: [far], projection })

  test('is published, and counts once in the bounds of days about it', () => {
    expect(['2021-05-05', '2021-05-06', '2021-05-08'].map((date) => calendar.day(date).certainty)).toEqual(['projected', 'published', 'published'])
    expect(calendar.forecast('2021-05-05', 2)).toMatchObject({ earliest: '2021-05-08', date: '2021-05-08', latest: '2021-05-08' })
    expect(calendar.forecast('2021-05-07', 2)).toMatchObject({ earliest: '2021-05-09', date: '2021-05-10', latest: '2021-05-10' })
  })

  test('and about which the notices tell of habits without end, is counted like the rest', () => {
    const wide = of({
      coverage: { from: '2020-01-01', to: '2020-01-01' },
      projection,
      notices: [notice('n', '2019-12-01', [{ occasion: 'x', off: ['2020-06-01', '2020-11-02'], work: [] }], 2020)],
    })
    expect(wide.forecast('2020-01-01', 1).earliest).toBe('2020-01-02')
  })
})

describe('a projected day that a layer has settled', () => {
  const order = (off: string, work: string) => ({
    id: 'own',
    notices: [{ id: 'o', number: '甲1号', issued: '2026-11-01', covers: 2027, arrangements: [{ occasion: '校庆', off: [off], work: [work] }] }],
  })
  const own = cn.extend(order('2027-03-15', '2027-03-20'))

  test('is published, off or worked, and no other day is', () => {
    expect(own.day('2027-03-15')).toMatchObject({ kind: 'closure', certainty: 'published' })
    expect(own.day('2027-03-20')).toMatchObject({ kind: 'makeup', certainty: 'published' })
    expect(own.day('2027-03-16').certainty).toBe('projected')
    expect(own.coverage.publishedTo).toBe('2026-12-24')
    expect(own.asOf('2026-10-31').day('2027-03-15').certainty).toBe('projected')
    expect(own.extend({ id: 'none', notices: [] }).day('2027-03-15').certainty).toBe('published')
  })

  test('is published in a combination where all have settled it', () => {
    expect(allOpen(own, cn.extend(order('2027-03-20', '2027-03-15'))).day('2027-03-15').certainty).toBe('published')
    expect(allOpen(own, cn).day('2027-03-15').certainty).toBe('projected')
    expect(allOpen(own, cn).extend(order('2027-03-15', '2027-03-20')).day('2027-03-15').certainty).toBe('published')
  })
})

describe('a calendar', () => {
  test('cannot be changed, and its tables stay out of JSON', () => {
    expect(Object.isFrozen(cn)).toBe(true)
    expect(JSON.stringify(cn).length).toBeLessThan(2_000)
    const calendars = [cn, cn.extend(hangzhou2016), cn.asOf('2019-03-01'), allOpen(cn, of({}))]
    for (const { occasions, numeric, columns, plan } of calendars)
      expect([occasions, numeric, columns, plan].map(Object.isFrozen)).toEqual(Array(4).fill(true))
  })
})

describe('counting and rolling', () => {
  test('an open span from a working day to itself holds nothing', () => {
    expect(cn.count('2019-05-06', '2019-05-06', { bounds: '()' })).toBe(0)
    expect(cn.count('2019-05-06', '2019-05-06', { bounds: '[]' })).toBe(1)
  })

  test('an unknown bracket or roll is refused with the known ones', () => {
    expect(codeOf(() => cn.count('2019-05-06', '2019-05-07', { bounds: '[[' as never }))).toBe('choice-unknown')
    expect(codeOf(() => cn.roll('2019-05-06', 'toString' as never))).toBe('choice-unknown')
  })

  test('rolling to the nearest day in the month tells one year from another', () => {
    const closed = (off: string) =>
      of({ coverage: { from: '2019-01-01', to: '2020-12-31' }, notices: [notice('n', '2018-12-01', [{ occasion: 'x', off: [off], work: [] }])] })
    expect(closed('2019-06-15/2020-06-14').roll('2019-06-20', 'modified-following')).toBe('2019-06-14')
    expect(closed('2019-06-17/2020-06-14').roll('2020-06-10', 'modified-preceding')).toBe('2020-06-15')
  })

  test('rolling in the month answers at the ends of a calendar, where what lies beyond is of another month', () => {
    expect(cn.roll('2050-12-31', 'modified-following')).toBe('2050-12-30')
    expect(cn.roll('2007-01-01', 'modified-preceding')).toBe('2007-01-04')
    const short = of({ coverage: { from: '2019-05-11', to: '2019-06-29' } })
    expect(errorOf(() => short.roll('2019-06-29', 'modified-following'))).toMatchObject({ code: 'outside-coverage', facts: { side: 'after' } })
    expect(errorOf(() => short.roll('2019-05-12', 'modified-preceding'))).toMatchObject({ code: 'outside-coverage', facts: { side: 'before' } })
    expect(errorOf(() => short.roll('2019-06-30', 'modified-following'))).toMatchObject({ code: 'outside-coverage', facts: { side: 'after' } })
    expect(codeOf(() => cn.roll('2050-12-31', 'following'))).toBe('outside-coverage')
  })
})
