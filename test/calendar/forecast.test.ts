import fc from 'fast-check'
import { allOpen, anyOpen, cn, createCalendar } from 'service-time'
import { describe, expect, test } from 'vitest'
import { festivalsOf, statutoryDays } from '../../src/calendar/law.js'
import { formatDay } from '../../src/time/day.js'
import { codeOf, errorOf } from '../support/errors.js'
import { cnSource, cnWith, noticeInStyle, unbalancedIn } from '../support/notices.js'
import { runs } from '../support/runs.js'

describe('a forecast', () => {
  test('within the published days is the plain answer, and certain', () => {
    expect(cn.forecast('2019-04-26', 4)).toEqual({
      date: '2019-05-05',
      certainty: 'published',
      earliest: '2019-05-05',
      latest: '2019-05-05',
      awaits: [],
    })
  })

  test('of 40 working days from Monday 2026-11-23 is Tuesday 2027-01-19, projected, and awaits the notice for 2027', () => {
    expect(cn.forecast('2026-11-23', 40)).toEqual({
      date: '2027-01-19',
      certainty: 'projected',
      earliest: '2027-01-19',
      latest: '2027-01-19',
      awaits: ['cn-2027'],
    })
  })

  test.each([
    ['the last week of December, which the next notice may still move', '2026-12-24', 2, '2026-12-28', '2026-12-26', '2026-12-30'],
    ['the days about a holiday, which may be worked or off', '2027-01-20', 10, '2027-02-03', '2027-02-01', '2027-02-11'],
    ['a start within such days, where few may be worked', '2027-09-28', 4, '2027-10-07', '2027-10-05', '2027-10-13'],
    ['a date past a holiday, where nothing is left to move', '2026-12-20', 60, '2027-03-19', '2027-03-19', '2027-03-19'],
  ])('has bounds for %s', (_, start, n, date, earliest, latest) => {
    expect(cn.forecast(start, n)).toMatchObject({ date, earliest, latest, certainty: 'projected' })
  })

  test('names each notice awaited, that of the next year for the last week of December', () => {
    expect(cn.forecast('2027-12-20', 5).awaits).toEqual(['cn-2027', 'cn-2028'])
    expect(cn.forecast('2048-01-01', 500).awaits).toEqual(['cn-2048', 'cn-2049', 'cn-2050'])
    expect(cn.forecast('2026-12-24', 1).awaits).toEqual(['cn-2027'])
  })

  test('in the last week of December awaits the notice of its own year and that of the next', () => {
    expect(cn.day('2027-12-24').awaits).toEqual(['cn-2027'])
    expect(['2027-12-25', '2027-12-31'].map((date) => cn.day(date).awaits)).toEqual([
      ['cn-2027', 'cn-2028'],
      ['cn-2027', 'cn-2028'],
    ])
    expect(cn.day('2028-01-01').awaits).toEqual(['cn-2028'])
    expect(cn.day('2026-12-28').awaits).toEqual(['cn-2027'])
    expect(errorOf(() => cn.with({ unpublished: 'error' }).day('2027-12-28')).facts).toMatchObject({ awaits: ['cn-2027', 'cn-2028'] })
  })

  describe('where a notice is known while that of a year before it is not', () => {
    const noticeOf = (year: number) => ({
      id: `cn-${year}`,
      number: null,
      issued: '2026-11-30',
      covers: year,
      arrangements: [{ occasion: '元旦', off: [`${year}-01-01`], work: [] }],
    })
    const later = cn.announce(noticeOf(2028))
    const days = ['2027-03-08', '2027-12-28', '2028-01-01', '2028-03-06', '2028-12-28', '2029-03-05']

    test('awaits what is missing, and never the one that is known', () => {
      const awaits = [['cn-2027'], ['cn-2027'], undefined, ['cn-2027'], ['cn-2029'], ['cn-2029']]
      expect(days.map((date) => later.day(date).awaits)).toEqual(awaits)
      expect(later.forecast('2027-12-20', 300).awaits).toEqual(['cn-2027', 'cn-2029'])
      expect(later.announce(noticeOf(2030)).day('2030-03-05').awaits).toEqual(['cn-2027', 'cn-2029'])
      const strict = later.with({ unpublished: 'error' })
      expect(errorOf(() => strict.day('2028-03-06')).facts).toMatchObject({ awaits: ['cn-2027'] })
    })

    test('awaits nothing once the one before it is out', () => {
      expect(days.slice(0, 4).map((date) => later.announce(noticeOf(2027)).day(date).certainty)).toEqual(days.slice(0, 4).map(() => 'published'))
    })

    test('is of another edition, though its days are the same', () => {
      const beyond = cn.announce({ ...noticeOf(2028), arrangements: [{ occasion: '元旦', off: ['2051-01-01'], work: [] }] })
      expect(beyond.diff(cn).days).toEqual([])
      expect(beyond.day('2028-03-06').awaits).toEqual(['cn-2027'])
      expect(beyond.edition).not.toBe(cn.edition)
    })

    test('and a layer is none, though it names days of that year', () => {
      expect(cn.extend({ id: 'own', notices: [noticeOf(2028)] }).day('2028-03-06').awaits).toEqual(['cn-2028'])
    })

    test('awaits in a combination what its parts do', () => {
      for (const both of [allOpen(cn, later), anyOpen(later, cn)]) {
        const open = days.filter((date) => later.day(date).certainty === 'projected')
        expect(open.map((date) => both.day(date).awaits)).toEqual([
          ['cn-2027'],
          ['cn-2027', 'cn-2028'],
          ['cn-2027', 'cn-2028'],
          ['cn-2028', 'cn-2029'],
          ['cn-2029'],
        ])
      }
    })
  })

  test('of nothing rests on no day', () => {
    expect(cn.forecast('2027-03-01', 0)).toMatchObject({ date: '2027-03-01', certainty: 'published', awaits: [] })
  })

  test('follows the law that was known', () => {
    expect(cn.asOf('2019-03-01').forecast('2020-01-22', 1)).toMatchObject({ date: '2020-01-23', awaits: ['cn-2020'] })
    expect(cn.asOf('2024-11-09').forecast('2025-01-27', 1).date).toBe('2025-01-28')
    expect(cn.asOf('2024-11-11').forecast('2025-01-27', 1).date).toBe('2025-02-03')
  })

  test('takes a day that a layer has settled as it stands', () => {
    const order = {
      id: 'order',
      number: null,
      issued: '2026-11-01',
      covers: 2027,
      arrangements: [{ occasion: '台风', off: ['2027-03-15'], work: [] }],
    }
    expect(cn.extend({ id: 'typhoon', notices: [order] }).forecast('2027-03-12', 1)).toMatchObject({ date: '2027-03-16', earliest: '2027-03-16' })
  })

  test('ends with the projection', () => {
    expect(errorOf(() => cn.forecast('2050-12-01', 60))).toMatchObject({ code: 'outside-coverage', facts: { to: '2050-12-31' } })
    expect(codeOf(() => cn.forecast('2026-11-23', 1e9))).toBe('outside-coverage')
    expect(codeOf(() => cn.forecast('2051-01-01', 1))).toBe('outside-coverage')
    expect(codeOf(() => cn.forecast('2026-11-23', -1))).toBe('amount-invalid')
    expect(codeOf(() => cn.forecast('2026-11-23', Number.NaN))).toBe('amount-invalid')
  })

  test.each([
    ['2050-12-26', 4],
    ['2050-12-29', 1],
  ])('of %s and %i working days, whose latest date lies beyond the projection, is refused by the question asked', (start, n) => {
    expect(cn.add(start, n) <= '2050-12-31').toBe(true)
    const error = errorOf(() => cn.forecast(start, n))
    expect(error).toMatchObject({ code: 'outside-coverage', facts: { side: 'bounds', to: '2050-12-31', found: `${start} + { workingDays: ${n} }` } })
    expect(error.text('en')).toContain('may still move')
    expect(error.text('zh')).toContain('最迟')
  })

  test('of a calendar without a projection ends with its coverage', () => {
    const plain = createCalendar({ id: 'plain', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    expect(plain.forecast('2019-01-05', 1)).toMatchObject({ date: '2019-01-07', certainty: 'published' })
    expect(codeOf(() => plain.forecast('2019-12-31', 1))).toBe('outside-coverage')
  })

  test('lies between its bounds, which never step back', () => {
    const start = fc.integer({ min: 0, max: 5_000 }).map((n) => new Date(Date.UTC(2026, 11, 1) + n * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const [a, b] = [cn.forecast(from, n), cn.forecast(from, n + 1)]
        expect(from < a.earliest && a.earliest <= a.date && a.date <= a.latest).toBe(true)
        expect(a.earliest < b.earliest && a.date < b.date && a.latest < b.latest).toBe(true)
      }),
    )
  })
})

describe('the bounds of a forecast', () => {
  test('hold for a make-up day that lies nearer to another holiday than to its own', () => {
    const arrangements = [
      { occasion: '中秋节', off: ['2027-09-15'], work: [] },
      { occasion: '国庆节', off: ['2027-10-01/2027-10-07'], work: ['2027-09-19', '2027-10-09'] },
    ]
    const notice = { id: 'cn-2027', number: null, issued: '2026-11-25', covers: 2027, arrangements }
    const { earliest, latest } = cn.forecast('2027-09-12', 5)
    const due = cnWith(notice).add('2027-09-12', 5)
    expect([due, earliest <= due, due <= latest]).toEqual(['2027-09-19', true, true])
  })

  test('hold for every notice that moves no more than notices have', () => {
    fc.assert(
      fc.property(noticeInStyle(2027), fc.integer({ min: -30, max: 350 }), fc.integer({ min: 1, max: 80 }), (notice, offset, n) => {
        const from = new Date(Date.UTC(2027, 0, 1 + offset)).toISOString().slice(0, 10)
        const foreseen = cn.forecast(from, n)
        const published = cnWith(notice)
        fc.pre(foreseen.date < published.coverage.publishedTo)
        const due = published.add(from, n)
        expect([foreseen.earliest <= due, due <= foreseen.latest], `${due} ${JSON.stringify(foreseen)}`).toEqual([true, true])
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('rest on what every notice has kept to: each day is paid back among the holidays it lies with', () => {
    const asNow = cnSource.notices.filter(({ covers }) => covers >= 2008)
    const first = asNow.filter(({ covers, issued }) => !asNow.some((other) => other.covers === covers && other.issued < issued))
    expect(first.map((notice) => [notice.id, unbalancedIn(notice)])).toEqual(first.map(({ id }) => [id, []]))
  })
})

describe('the bounds of a calendar with a layer over days to come', () => {
  const layerOf = (covers: number, off: readonly string[], work: readonly string[]) => ({
    id: 'x',
    notices: [{ id: 'o', number: null, issued: '2008-01-01', covers, arrangements: [{ occasion: 'o', off, work }] }],
  })

  test('hold past the holiday too, for a layer may stand where a notice takes back or pays for', () => {
    // The notice for 2026 has Saturday 02-14 worked, which the layer takes off.
    const off = layerOf(2026, ['2026-02-14'], [])
    const foreseen = cn.asOf('2025-10-01').extend(off).forecast('2026-01-20', 60)
    expect(cn.extend(off).add('2026-01-20', 60)).toBe('2026-04-22')
    expect([foreseen.earliest <= '2026-04-22', '2026-04-22' <= foreseen.latest, foreseen.date]).toEqual([true, true, '2026-04-21'])
  })

  test('are not wider for a start after that holiday', () => {
    const { earliest, latest } = cn
      .asOf('2025-10-01')
      .extend(layerOf(2026, ['2026-02-14'], []))
      .forecast('2026-03-10', 10)
    expect(earliest).toBe(latest)
  })

  test('hold whatever the layer settles and the notice turns out to say', () => {
    const dates = fc.uniqueArray(
      fc.integer({ min: -7, max: 364 }).map((day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(
        noticeInStyle(2027),
        dates,
        fc.nat({ max: 6 }),
        fc.integer({ min: -20, max: 340 }),
        fc.integer({ min: 1, max: 70 }),
        (notice, days, n, from, amount) => {
          const layer = layerOf(2027, days.slice(0, n), days.slice(n))
          const start = new Date(Date.UTC(2027, 0, 1 + from)).toISOString().slice(0, 10)
          const foreseen = cn.extend(layer).forecast(start, amount)
          const published = cnWith(notice).extend(layer)
          fc.pre(foreseen.date < '2027-12-01')
          const due = published.add(start, amount)
          expect([foreseen.earliest <= due, due <= foreseen.latest], `${due} ${JSON.stringify(foreseen)}`).toEqual([true, true])
        },
      ),
      { numRuns: runs(500) },
    )
  })

  test('name only the notices that settle what the layer leaves open', () => {
    const layer = layerOf(2027, ['2027-12-25/2028-01-04'], ['2028-01-05'])
    expect(cn.extend(layer).forecast('2027-12-20', 5)).toMatchObject({ date: '2028-01-05', awaits: ['cn-2027'] })
  })
})

describe('a calendar as of a day, whose coverage was given', () => {
  test('is settled no further than the notices known then', () => {
    const given = createCalendar({ ...cnSource, coverage: { from: '2007-01-01', to: '2026-12-31' } })
    expect(given.asOf('2010-01-01').coverage).toEqual({ from: '2007-01-01', to: '2050-12-31', publishedTo: '2010-12-24' })
    expect(given.asOf('2010-01-01').day('2019-05-01')).toMatchObject({ kind: 'holiday', certainty: 'projected' })
    expect(given.asOf('2026-06-01').coverage.publishedTo).toBe('2026-12-31')
  })
})

describe('a projection', () => {
  test('takes 13 of the weekdays of every year, each holiday on a weekend by its substitute', () => {
    for (let year = 2027; year <= 2050; year++) {
      const weekdays = createCalendar({
        id: 'weekdays',
        weekend: ['saturday', 'sunday'],
        notices: [],
        coverage: { from: `${year}-01-01`, to: `${year}-12-31` },
      })
      const inYear = (calendar: typeof cn) => calendar.count(`${year}-01-01`, `${year}-12-31`, { bounds: '[]' })
      expect([year, inYear(cn)]).toEqual([year, inYear(weekdays) - 13])
    }
  })

  const source = (projection: object) => () =>
    createCalendar({ id: 'x', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' }, projection: projection as never })

  test.each([
    ['nothing', {}, 'value-invalid', 'projection'],
    ['a law that is none', { to: '2020-12-31', awaits: 'x', laws: [{}], festivals: {} }, 'value-invalid', 'projection.laws[0]'],
    ['a date that does not exist', { to: '2020-02-30', awaits: 'x', laws: [], festivals: {} }, 'date-invalid', 'projection.to'],
  ])('with %s is refused', (_, projection, code, path) => {
    expect(errorOf(source(projection))).toMatchObject({ code, path })
  })
})

describe('a projection of which a festival lacks a year', () => {
  const { projection, ...rest } = cnSource as typeof cnSource & { projection: NonNullable<typeof cnSource.projection> }
  const spring = projection.festivals['spring-festival'] as readonly string[]

  test('is refused at the first question, and by its name', () => {
    const festivals = { ...projection.festivals, 'spring-festival': spring.filter((date) => !date.startsWith('2030')) }
    const calendar = createCalendar({ ...rest, projection: { ...projection, festivals } })
    expect(errorOf(() => calendar.add('2019-04-26', 4))).toMatchObject({ code: 'value-invalid', path: 'projection.festivals.spring-festival' })
  })

  test('does not need it in years that are settled', () => {
    const festivals = { ...projection.festivals, 'spring-festival': spring.filter((date) => date > '2026') }
    expect(createCalendar({ ...rest, projection: { ...projection, festivals } }).add('2026-11-23', 40)).toBe('2027-01-19')
  })
})

describe('bounds', () => {
  test('learn nothing from a notice for a year of which no law is known', () => {
    const { projection } = cnSource as { projection: NonNullable<typeof cnSource.projection> }
    const laws = projection.laws.filter(({ from }) => from >= 2014)
    const known = createCalendar({ ...cnSource, projection: { ...projection, laws } })
    expect(known.forecast('2027-01-20', 10)).toMatchObject({ date: '2027-02-03', earliest: '2027-02-01', latest: '2027-02-11' })
  })

  test('are none for a span whose days a layer has settled one by one', () => {
    const off = ['2027-03-15/2027-03-19']
    const work = ['2027-03-20/2027-03-21']
    const notice = { id: 'order', number: null, issued: '2026-11-01', covers: 2027, arrangements: [{ occasion: '台风', off, work }] }
    const settled = cn.extend({ id: 'typhoon', notices: [notice] })
    expect(settled.forecast('2027-03-14', 2)).toMatchObject({ date: '2027-03-21', certainty: 'published', awaits: [] })
    expect(settled.forecast('2027-03-14', 3)).toMatchObject({ date: '2027-03-22', certainty: 'projected' })
  })
})

describe('the days off by law', () => {
  const projection = cnSource.projection as NonNullable<typeof cnSource.projection>
  const festivals = festivalsOf(projection)
  const daysIn = (year: number) => statutoryDays(projection.laws, festivals, new Set([6, 7]), year).map(({ day }) => formatDay(day).slice(5))

  test('are 10 before 2008, 11 from then, 13 from 2025, counted in working days once substitutes are given', () => {
    const working = (year: number) => daysIn(year).filter((date) => ![0, 6].includes(new Date(`${year}-${date}`).getUTCDay())).length
    expect([2007, 2008, 2014, 2024, 2025, 2027, 2050].map(working)).toEqual([10, 11, 11, 11, 13, 13, 13])
  })

  test('on a weekend, or on another holiday, give the next working day', () => {
    expect(daysIn(2027)).toEqual([
      ...['01-01', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '04-05', '05-01', '05-02', '05-03', '05-04'],
      ...['06-09', '09-15', '10-01', '10-02', '10-03', '10-04', '10-05'],
    ])
    expect(daysIn(2020).filter((date) => date.startsWith('10'))).toEqual(['10-01', '10-02', '10-03', '10-05', '10-06'])
  })

  test('are those of the law in force in the year', () => {
    expect(daysIn(2013)).toContain('02-09')
    expect(daysIn(2014)).not.toContain('01-30')
    expect(daysIn(1999)).toEqual([])
  })
})
