import fc from 'fast-check'
import { ServiceTimeError } from 'service-time'
import { describe, expect, test } from 'vitest'
import { type Day, formatDay, parseDay, weekdayOf } from '../../src/time/day.js'
import { formatInstant, parseInstant } from '../../src/time/instant.js'
import { addMonths } from '../../src/time/month.js'
import { instantOf, zoneOf } from '../../src/time/zone.js'
import { codeOf, errorOf } from '../support/errors.js'
import { runs } from '../support/runs.js'

const shanghai = zoneOf('Asia/Shanghai')

describe('a date', () => {
  test('agrees with the calendar of the host on every day of four centuries', () => {
    const first = parseDay('1800-01-01')
    const isWrong = (day: Day) => {
      const date = new Date(day * 86_400_000)
      const text = formatDay(day)
      return text !== date.toISOString().slice(0, 10) || parseDay(text) !== day || weekdayOf(day) !== (date.getUTCDay() || 7)
    }
    const days = Array.from({ length: 146_097 }, (_, i) => (first + i) as Day)
    expect(days.find(isWrong)).toBeUndefined()
  })

  test.each([
    ['2026-13-01'],
    ['2026-00-01'],
    ['2026-02-29'],
    ['1900-02-29'],
    ['2100-02-29'],
    ['2026-04-31'],
    ['2026-01/01'],
    ['2026/01-01'],
    ['20/9-05-06'],
    ['202/-05-06'],
    ['2019-1/-06'],
    ['2019-05-1/'],
    ['on 2019-05-06T10:00'],
    [['2019-05-06T10:00']],
    ['2026-1-1'],
    ['26-01-01'],
    ['0000-01-01'],
    ['2019-05-00'],
    ['2026/01/01'],
    ['2026-01-01 '],
    ['２０２６-01-01'],
    [''],
    [null],
    [undefined],
    [{}],
    [[]],
  ])('%o is refused', (value) => {
    expect(codeOf(() => parseDay(value))).toBe('date-invalid')
  })

  test('that is refused is shown, with its place', () => {
    expect(errorOf(() => parseDay('2026-13-01'))).toMatchObject({ path: '', facts: { found: '2026-13-01' } })
    expect(errorOf(() => parseDay(null, 'from'))).toMatchObject({ path: 'from', facts: { found: 'null' } })
    expect(errorOf(() => parseDay(8, 'from'))).toMatchObject({ code: 'zone-missing', path: 'from', facts: { found: '8' } })
  })

  test('of 29 February exists in every fourth year, of centuries in every fourth one', () => {
    for (const date of ['2000-02-29', '2004-02-29', '2400-02-29']) expect(formatDay(parseDay(date))).toBe(date)
  })

  test.each([[new Date(0)], [1_561_942_800_000], ['2019-07-01T09:00:00+08:00']])('%o is an instant, which has no date without a zone', (value) => {
    expect(codeOf(() => parseDay(value))).toBe('zone-missing')
  })
})

describe('an instant', () => {
  test.each([
    ['2019-05-05T17:00:00+08:00', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05T09:00:00Z', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05T17:00', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05 17:00:00', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05T17:00:01.5', '2019-05-05T17:00:01.500+08:00'],
    ['2019-05-05T17:00:01.123456789+08:00', '2019-05-05T17:00:01.123+08:00'],
    ['2019-05-05T04:00:00-05:00', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05T17:00+23:59', '2019-05-05T01:01:00+08:00'],
    ['2019-05-05T17:00:59+08:00:59', '2019-05-05T17:00:00+08:00'],
    ['2019-05-05T17:00:01.005', '2019-05-05T17:00:01.005+08:00'],
    [new Date('2019-05-05T09:00:00Z'), '2019-05-05T17:00:00+08:00'],
    [1_557_046_800_000, '2019-05-05T17:00:00+08:00'],
  ])('%o is read in the zone of the clock', (value, text) => {
    expect(formatInstant(parseInstant(value, shanghai), shanghai)).toBe(text)
  })

  test.each([
    ['2019-02-30T10:00'],
    ['2019-05-05T24:00'],
    ['2019-05-05T10:60'],
    ['2019-05-05T10:00:60'],
    ['2019-05-05T10'],
    ['2019-05-05  10:00'],
    ['2019-05-05T10:00+8'],
    ['2019-05-05T10:00+24:00'],
    ['2019-05-05T10:00+08:60'],
    ['2019-05-05T10:00+08.00'],
    ['2019-05-05T10:00*08:00'],
    ['2019-05-05T10:00+08:05.43'],
    ['2019-05-05T10:00+08:05:432'],
    ['2019-05-05T10:00+08:05:60'],
    ['2019-05-05T10.00'],
    ['2019-05-05T10:00:01.1234567890'],
    ['2019-05-05T10:00:01.'],
    ['2019-05-05T10:00:01.Z'],
    ['2019-05-05T10:00Zulu'],
    ['on 2019-02-30'],
    [['2019-02-30']],
    ['1557046800000'],
    ['now'],
    [new Date(Number.NaN)],
    [Number.NaN],
    [1.5],
    [9e15],
    [null],
    [{}],
  ])('%o is refused', (value) => {
    expect(codeOf(() => parseInstant(value, shanghai))).toBe('instant-invalid')
  })

  test.each([
    ['Asia/Shanghai', '1900-06-01T12:00', '1900-06-01T12:00:00+08:05:43'],
    ['Africa/Monrovia', '1971-06-01T12:00', '1971-06-01T12:00:00-00:44:30'],
    ['Africa/Monrovia', '1972-06-01T12:00', '1972-06-01T12:00:00+00:00'],
    ['Asia/Kathmandu', '1850-06-01T12:00:00.25', '1850-06-01T12:00:00.250+05:41:16'],
  ])('in %s, %s is written %s, and read back as the same instant', (id, local, text) => {
    const zone = zoneOf(id)
    const instant = parseInstant(local, zone)
    expect(formatInstant(instant, zone)).toBe(text)
    expect(parseInstant(text, zoneOf('UTC'))).toBe(instant)
  })

  test('a date alone is refused by name', () => {
    const facts = { found: '2019-05-05', why: 'instant' }
    expect(errorOf(() => parseInstant('2019-05-05', shanghai, 'at'))).toMatchObject({ code: 'time-missing', path: 'at', facts })
  })

  test('that is refused is shown, with its place', () => {
    expect(errorOf(() => parseInstant('soon', shanghai))).toMatchObject({ path: '', facts: { found: 'soon' } })
    expect(errorOf(() => parseInstant(1.5, shanghai, 'at'))).toMatchObject({ path: 'at', facts: { found: '1.5' } })
    const noSuchDay = { path: 'at', facts: { found: '2019-02-30T10:00' } }
    expect(errorOf(() => parseInstant('2019-02-30T10:00', shanghai, 'at'))).toMatchObject(noSuchDay)
    const noDate = { code: 'date-invalid', path: 'at', facts: { found: '2019-02-30' } }
    expect(errorOf(() => parseInstant('2019-02-30', shanghai, 'at'))).toMatchObject(noDate)
  })

  test('in milliseconds lies in the years 1 to 9999', () => {
    const [first, last] = [Date.parse('0001-01-01T00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]
    for (const at of [first, last]) expect([parseInstant(at, shanghai), parseInstant(new Date(at), shanghai)]).toEqual([at, at])
    for (const at of [first - 1, last + 1]) expect(codeOf(() => parseInstant(at, shanghai))).toBe('instant-invalid')
  })
})

describe('a text that an instant was read from', () => {
  const localMean = zoneOf('Africa/Monrovia')

  test.each([
    ['2019-05-05T17:00:00+08:00', true],
    ['2019-05-05 17:00:00+08:00', false],
    ['2019-05-05T17:00+08:00', false],
    ['2019-05-05T17:00:00.5+08:00', false],
    ['2019-05-05T16:00:00+07:00', false],
    ['2019-05-05T17:00:00', false],
  ])('%s is that which is written: %s', (text, isSo) => {
    const instant = parseInstant(text, shanghai)
    expect(formatInstant(instant, shanghai) === text).toBe(isSo)
  })

  test('to the minute, with the seconds of an offset, is as long and not written so', () => {
    const text = '1971-05-05T17:00-00:44:30'
    const instant = parseInstant(text, localMean)
    expect([text.length, formatInstant(instant, localMean) === text]).toEqual([25, false])
  })
})

describe('a day', () => {
  test('is written the same beside others that its text is kept in one place with', () => {
    const days = ['2019-05-06', '2024-12-14', '2013-09-26', '0001-01-01', '9999-12-31', '1970-01-01'].map((text) => parseDay(text))
    const near = days.flatMap((day) => [day, day + 2_048, day - 2_048, day + 4_096, day].filter((other) => other >= -719_162 && other <= 2_932_896))
    expect(near.map((day) => formatDay(day as Day))).toEqual(near.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)))
  })
})

describe('a zone', () => {
  test.each(['', 'Mars/Olympus', 'shanghai'])('"%s" is refused', (id) => {
    expect(codeOf(() => zoneOf(id))).toBe('zone-unknown')
  })

  /** A local time in a gap moves forward by the gap; one that occurs twice is its first occurrence. */
  test.each([
    ['America/New_York', '2019-03-10', '02:30', '2019-03-10T03:30:00-04:00'],
    ['America/New_York', '2019-11-03', '01:30', '2019-11-03T01:30:00-04:00'],
    ['America/New_York', '2019-11-03', '02:30', '2019-11-03T02:30:00-05:00'],
    ['Australia/Lord_Howe', '2019-10-06', '02:15', '2019-10-06T02:45:00+11:00'],
    ['Australia/Lord_Howe', '2019-04-07', '01:45', '2019-04-07T01:45:00+11:00'],
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T01:00:00-02:00'],
    ['Pacific/Apia', '2011-12-30', '10:00', '2011-12-31T10:00:00+14:00'],
    ['Asia/Shanghai', '1986-07-01', '10:00', '1986-07-01T10:00:00+09:00'],
    ['Africa/Casablanca', '2019-05-20', '10:00', '2019-05-20T10:00:00+00:00'],
  ])('%s %s %s is %s', (id, date, time, text) => {
    const zone = zoneOf(id)
    const [hours, minutes] = time.split(':').map(Number) as [number, number]
    expect(formatInstant(instantOf(zone, parseDay(date), (hours * 60 + minutes) * 60_000), zone)).toBe(text)
  })
})

describe('the corresponding date of another month', () => {
  test.each([
    ['2019-08-31', 6, '2020-02-29', true],
    ['2019-01-31', 1, '2019-02-28', true],
    ['2020-02-29', 12, '2021-02-28', true],
    ['2019-05-15', 1, '2019-06-15', false],
    ['2019-12-31', 2, '2020-02-29', true],
    ['2019-03-31', -1, '2019-02-28', true],
    ['2011-11-30', 1, '2011-12-30', false],
  ])('%s + %i months is %s', (start, months, end, isClamped) => {
    const found = addMonths(parseDay(start), months)
    expect([formatDay(found.day), found.isClamped]).toEqual([end, isClamped])
  })
})

describe('a text', () => {
  const SHAPE = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?$/

  /** What Date makes of a text of the shape of an instant, with an offset; undefined for all others. */
  function expected(text: string): number | undefined {
    const match = SHAPE.exec(text)
    if (!match) return undefined
    const [, date = '', hour = '', minute = '', second = '00', fraction = '', offset = '+08:00'] = match
    const seconds = Number(offset.slice(7))
    const isOffset = offset === 'Z' || (Number(offset.slice(1, 3)) < 24 && Number(offset.slice(4, 6)) < 60 && seconds < 60)
    const isDate = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
    if (!isDate || !isOffset || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
    const ahead = seconds * (offset.startsWith('-') ? -1_000 : 1_000)
    return Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${offset.slice(0, 6)}`) - ahead
  }

  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
  const whole = fc
    .tuple(two(13), two(32), fc.constantFrom('T', ' ', 't'), two(25), two(61), fc.option(two(61)), fc.option(fc.stringMatching(/^\d{0,10}$/)))
    .map(([month, date, between, hour, minute, second, fraction]) => {
      const seconds = second === null ? '' : `:${second}${fraction === null ? '' : `.${fraction}`}`
      return `2019-${month}-${date}${between}${hour}:${minute}${seconds}`
    })
  const offset = fc.constantFrom(
    '',
    'Z',
    '+08:00',
    '-03:30',
    '+24:00',
    '+08:60',
    '+0800',
    'z',
    '+08:00x',
    '+08:05:43',
    '-00:44:30',
    '+08:05:60',
    '+08:05:4',
  )
  const text = fc.tuple(whole, offset).map((parts) => parts.join(''))
  const spoilt = fc
    .tuple(text, fc.nat({ max: 30 }), fc.constantFrom('', '.', ':', '-', '5', 'x', '０'))
    .map(([given, at, by]) => given.slice(0, at) + by + given.slice(at + 1))

  test('is read as a pattern and Date read it, or refused as they refuse it', () => {
    const read = (given: string) => {
      try {
        return parseInstant(given, shanghai)
      } catch (error) {
        if (error instanceof ServiceTimeError) return undefined
        throw error
      }
    }
    fc.assert(
      fc.property(fc.oneof(text, spoilt), (given) => {
        expect([given, read(given)]).toEqual([given, expected(given)])
      }),
      { numRuns: runs(3_000) },
    )
  })

  test('reads the same to the second as to the millisecond, whatever stands at any place', () => {
    const written = ['2019-12-31T23:59:59+08:00', '2010-02-01T03:04:05-06:07']
    const read = (given: string) => {
      try {
        return parseInstant(given, shanghai)
      } catch (error) {
        return codeOf(() => {
          throw error
        })
      }
    }
    const others = [...'0123456789 -+.:/;TtZ?年', '\u0130']
    for (const usual of written) {
      const spoilt = [...usual].flatMap((_, at) => others.map((other) => usual.slice(0, at) + other + usual.slice(at + 1)))
      for (const given of spoilt) {
        expect([given, read(given)]).toEqual([given, read(`${given.slice(0, 19)}.000${given.slice(19)}`)])
      }
    }
  })
})
