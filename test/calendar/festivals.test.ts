import { MakeTime, SearchMoonPhase, SearchSunLongitude } from 'astronomy-engine'
import { LunarDay, SolarTerm } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import cn from '../../seeds/calendars/cn.json' with { type: 'json' }

const years = Array.from({ length: 44 }, (_, i) => 2007 + i)
const { festivals } = cn.projection
/** Day of the lunar month of each lunar festival, and its month. */
const LUNAR = { 'spring-festival': [1, 1], 'dragon-boat': [5, 5], 'mid-autumn': [8, 15] } as const

const BEIJING = 8 * 3_600_000
const DAY = 86_400_000
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const solarDate = (day: { getYear(): number; getMonth(): number; getDay(): number }) =>
  dateOf(Date.UTC(day.getYear(), day.getMonth() - 1, day.getDay()))

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

/** The platform's almanac puts these new moons, minutes from midnight in Beijing, on the wrong side of it. */
const NEAR_MIDNIGHT = ['2027-02-06', '2030-02-03']

/** The date in Beijing of the last new moon by the end of a date. */
function newMoonBy(date: string): string {
  const end = Date.parse(date) + DAY - BEIJING
  const moon = SearchMoonPhase(0, MakeTime(new Date(end - 30 * DAY)), 31)
  const next = moon && SearchMoonPhase(0, moon.AddDays(20), 15)
  const last = next && next.date.getTime() < end ? next : moon
  return dateOf((last?.date.getTime() ?? Number.NaN) + BEIJING)
}

describe('the movable festivals of 2007-2050', () => {
  test.each(Object.keys(LUNAR) as (keyof typeof LUNAR)[])('%s: an independent almanac gives the same dates', (name) => {
    const [month, day] = LUNAR[name]
    expect(festivals[name]).toEqual(years.map((year) => solarDate(LunarDay.fromYmd(year, month, day).getSolarDay())))
  })

  test.each(Object.keys(LUNAR) as (keyof typeof LUNAR)[])('%s: so does the calendar of the platform, but for two nights', (name) => {
    const [month, day] = LUNAR[name]
    const differing = festivals[name].filter((date) => chinese.format(new Date(date)) !== `${month}/${day}`)
    expect(differing.filter((date) => !NEAR_MIDNIGHT.includes(date))).toEqual([])
  })

  test.each(Object.keys(LUNAR) as (keyof typeof LUNAR)[])('%s: its month begins on the day of the new moon in Beijing', (name) => {
    const [, day] = LUNAR[name]
    expect(festivals[name].map(newMoonBy)).toEqual(festivals[name].map((date) => dateOf(Date.parse(date) - (day - 1) * DAY)))
  })

  test('qingming is the day in Beijing on which the sun reaches 15 degrees, by two computations', () => {
    const reached = (year: number) => SearchSunLongitude(15, MakeTime(new Date(Date.UTC(year, 2, 25))), 20)?.date.getTime() ?? Number.NaN
    expect(festivals.qingming).toEqual(years.map((year) => dateOf(reached(year) + BEIJING)))
    expect(festivals.qingming).toEqual(years.map((year) => solarDate(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay())))
  })
})
