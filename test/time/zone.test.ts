import { createCalendar, createClock } from 'service-time'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/time/day.js'
import { formatInstant, parseInstant } from '../../src/time/instant.js'
import { type Instant, instantOf, isZone, zoneOf } from '../../src/time/zone.js'
import { errorOf } from '../support/errors.js'

const SECOND = 1_000
const MINUTE = 60_000
const DAY = 86_400_000

/** The local time of an instant as the platform writes it, such as `1986-05-04T03:00:00`. */
function wallClockOf(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at: number) => format.format(at).replace(' ', 'T')
}

/** The local time of an instant as the library writes it, without its offset. */
function writtenTimeOf(timeZone: string) {
  const zone = zoneOf(timeZone)
  return (at: number) => formatInstant(at as Instant, zone).slice(0, 19)
}

/** The instants at which the offset of the platform changes, found by the day and then by halving. */
function changesOf(timeZone: string, fromYear: number, toYear: number): readonly number[] {
  const wallClock = wallClockOf(timeZone)
  const offsetAt = (at: number) => Date.parse(`${wallClock(at)}Z`) - at
  const found: number[] = []
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear + 1, 0, 1); at += DAY) {
    if (offsetAt(at) === offsetAt(at + DAY)) continue
    let [low, high] = [at, at + DAY]
    while (high - low > SECOND) {
      const middle = Math.floor((low + high) / 2 / SECOND) * SECOND
      if (offsetAt(middle) === offsetAt(at)) low = middle
      else high = middle
    }
    found.push(high)
  }
  return found
}

/** Zones and years with all that changes of offset have been: half hours, no whole minutes, a day left out, weeks of Ramadan. */
const ZONES: readonly (readonly [timeZone: string, fromYear: number, toYear: number])[] = [
  ['Asia/Shanghai', 1986, 1991],
  ['Australia/Lord_Howe', 2007, 2026],
  ['Africa/Casablanca', 2011, 2026],
  ['America/Sao_Paulo', 2007, 2020],
  ['America/Recife', 2000, 2000],
  ['Asia/Gaza', 2039, 2041],
  ['Asia/Gaza', 2053, 2054],
  ['Asia/Gaza', 2072, 2073],
  ['Africa/Tunis', 1939, 1945],
  ['Europe/Vienna', 1944, 1946],
  ['Europe/Amsterdam', 1936, 1941],
  ['Africa/Monrovia', 1971, 1972],
  ['Pacific/Apia', 2009, 2013],
]

describe.each(ZONES)('in %s from %i to %i', (timeZone, fromYear, toYear) => {
  const changes = changesOf(timeZone, fromYear, toYear)

  test('every change of offset is found', () => {
    expect(changes).not.toHaveLength(0)
    const start = Date.UTC(fromYear, 0, 1) as Instant
    const end = Date.UTC(toYear + 1, 0, 1) as Instant
    const found = zoneOf(timeZone).stretchesBetween(start, end)
    expect(found.map(({ from }) => from).filter((at) => at > start && at < end)).toEqual(changes)
  })

  test('local time is that of the platform in every minute of the two hours about a change, and to the second at it', () => {
    const wallClock = wallClockOf(timeZone)
    const written = writtenTimeOf(timeZone)
    for (const change of changes) {
      const instants = [-SECOND, 0, SECOND].map((ms) => change + ms)
      for (let minute = -60; minute <= 60; minute++) instants.push(Math.floor(change / MINUTE) * MINUTE + minute * MINUTE)
      expect(instants.map(written)).toEqual(instants.map(wallClock))
    }
  })
})

test('a look at every 28th day finds every zone and span of 420 days in which some offset changes', () => {
  const step = 6 * DAY
  const missed: string[] = []
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const zone = zoneOf(timeZone)
    const { format } = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'narrow', timeZoneName: 'longOffset' })
    const offsetAt = (at: number) => format(at).slice(3)
    for (let from = 0; from < Date.UTC(2051, 0, 1); from += 420 * DAY) {
      if (zone.stretchesBetween(from as Instant, (from + 419 * DAY) as Instant).length > 1) continue
      const offset = offsetAt(from)
      for (let at = from + step; at < from + 420 * DAY; at += step) if (offsetAt(at) !== offset) missed.push(`${timeZone} ${at}`)
    }
  }
  expect(missed).toEqual([])
}, 60_000)

test('a zone without a name, or with one that nobody knows, is none', () => {
  for (const id of [undefined, null, 8, '', 'Mars/Olympus']) {
    expect(() => zoneOf(id as string)).toThrow('time zone')
    expect(isZone(id)).toBe(false)
  }
  for (const id of ['Asia/Shanghai', 'Etc/UTC', '+08:00']) expect(isZone(id)).toBe(true)
})

test('a zone may be asked of the first days of the epoch before any other', () => {
  expect(parseInstant('1970-01-02T09:00', zoneOf('Asia/Kathmandu'))).toBe(Date.parse('1970-01-02T09:00+05:30'))
})

test('an offset after something else is no zone', () => {
  expect(['x+0800', 'GB+08', '+0800', '+08'].map(isZone)).toEqual([false, false, true, true])
})

test('an abbreviation is no zone, though a name may hold one', () => {
  const abbreviations = 'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' ')
  expect(abbreviations.flatMap((name) => [name, name.toLowerCase()]).filter(isZone)).toEqual([])
  for (const name of ['Europe/Belfast', 'CST6CDT', 'PST8PDT']) expect(isZone(name)).toBe(true)
})

test('a zone that nobody knows is shown, with its place', () => {
  expect(errorOf(() => zoneOf('Mars/Olympus', 'timeZone'))).toMatchObject({
    code: 'zone-unknown',
    path: 'timeZone',
    facts: { found: 'Mars/Olympus' },
  })
  expect(errorOf(() => zoneOf(8 as never))).toMatchObject({ path: '', facts: { found: '8' } })
})

test('an instant outside the years 1 to 9999 has no offset', () => {
  const zone = zoneOf('Etc/UTC')
  const [first, last] = [Date.parse('0001-01-01T00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')] as Instant[]
  for (const at of [first, last]) expect(zone.offsetAt(at as Instant)).toBe(0)
  for (const at of [(first as Instant) - 1, (last as Instant) + 1, Number.NaN]) {
    expect(errorOf(() => zone.offsetAt(at as Instant))).toMatchObject({ facts: { found: 'an instant outside the years 1 to 9999' } })
  }
})

test.each([
  ['+08:00', 480],
  ['+0530', 330],
  ['-00:30', -30],
  ['-08', -480],
])('the zone %s is an offset of %i minutes', (id, minutes) => {
  expect(zoneOf(id).offsetAt(0 as Instant)).toBe(minutes * MINUTE)
})

test('what only holds an offset is no zone, nor is an offset of a day or more', () => {
  for (const id of ['Mars/Olympus+08:00', '+08:00 ', '+8:00', '-24:00', '+08:60']) expect(() => zoneOf(id)).toThrow('time zone')
})

test('an abbreviation that one platform takes for some zone is none, and an old name of the zone data is one', () => {
  for (const id of ['CST', 'cst', 'IST', 'BST', 'EAT', 'ACT']) expect(() => zoneOf(id)).toThrow('time zone')
  expect(['PRC', 'EST', 'CET', 'GMT'].map((id) => zoneOf(id).id)).toEqual(['PRC', 'EST', 'CET', 'GMT'])
})

test.each([
  ['0001-01-01', '0001-12-31'],
  ['9999-01-01', '9999-12-31'],
])('a clock over the year from %s to %s, an end of those that can be named, answers in it', (from, to) => {
  const calendar = createCalendar({ id: 'edge', weekend: ['sunday'], notices: [], coverage: { from, to } })
  const clock = createClock({ calendar, hours: { workday: ['09:00-17:00'] }, timeZone: 'Etc/UTC', convention: 'cn-civil-code' })
  const year = from.slice(0, 4)
  expect(clock.add(`${year}-06-01T10:00`, { workingMinutes: 30 }).slice(5)).toMatch(/^06-0[12]T(10:30|09:30):00/)
  expect(clock.deadline(`${year}-06-01`, { calendarDays: 0 }).dueDate.slice(5)).toMatch(/^06-0[12]$/)
})

test('a zone that is asked for the first time knows nothing yet, of the first days of 1970 either', () => {
  const hour = 3_600_000
  expect(instantOf(zoneOf('Asia/Yakutsk'), 0 as Day, 0)).toBe(-9 * hour)
  expect(instantOf(zoneOf('Asia/Magadan'), 1 as Day, 0)).toBe(13 * hour)
})
