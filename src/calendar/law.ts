import { fail, show } from '../errors.js'
import { civilOf, type Day, parseDay, type Weekday, weekdayOf } from '../time/day.js'

/** A holiday of the law: on dates of every year, or on days counted from a festival that moves with moon or sun. */
export interface StatutoryHoliday {
  readonly occasion: string
  /** `MM-DD`. */
  readonly dates?: readonly string[]
  /** A name among the festivals of the projection. */
  readonly festival?: string
  /** Days from the festival; -1 is its eve. */
  readonly offsets?: readonly number[]
}

/** A law of public holidays: in force from the first day of a year, until a later one is. */
export interface HolidayLaw {
  readonly number: string
  readonly issued: string
  readonly from: number
  readonly holidays: readonly StatutoryHoliday[]
}

/**
 * How a calendar looks beyond its notices: the days off that the law itself fixes, to the end of the horizon.
 *
 * Shape: `awaits` is the id of the notice that will settle a year, with `{year}` in place of it; `festivals` gives the
 * date of each movable festival in every year of the horizon.
 */
export interface Projection {
  readonly to: string
  readonly awaits: string
  readonly laws: readonly HolidayLaw[]
  readonly festivals: Readonly<Record<string, readonly string[]>>
}

/** A day off by law; `substitute` is a working day given for a holiday that falls on a day off anyway. */
export interface StatutoryDay {
  readonly day: Day
  readonly occasion: string
  readonly isSubstitute: boolean
  readonly law: string
}

/** Throws `value-invalid` unless it is a projection in shape, with dates of issue. */
export function assertProjection(projection: Projection, path: string): void {
  const { awaits, laws, festivals } = projection ?? {}
  const isProjection = typeof awaits === 'string' && Array.isArray(laws) && typeof festivals === 'object' && festivals !== null
  if (!isProjection) fail('value-invalid', { found: show(projection), expected: 'projection' }, { path })
  parseDay(projection.to, `${path}.to`)
  laws.forEach((law, i) => {
    const isLaw = typeof law?.number === 'string' && Number.isInteger(law.from) && Array.isArray(law.holidays)
    if (!isLaw) fail('value-invalid', { found: show(law), expected: 'law' }, { path: `${path}.laws[${i}]` })
    parseDay(law.issued, `${path}.laws[${i}].issued`)
  })
}

/** The dates of each festival by year. */
export type Festivals = ReadonlyMap<string, ReadonlyMap<number, Day>>

/** Reads the dates of the festivals. */
export function festivalsOf({ festivals }: Projection): Festivals {
  const byYear = (name: string, dates: readonly string[]) =>
    new Map(dates.map((date, i) => parseDay(date, `projection.festivals.${name}[${i}]`)).map((day) => [civilOf(day).year, day]))
  return new Map(Object.entries(festivals).map(([name, dates]) => [name, byYear(name, dates)]))
}

/** A substitute lies within days of its holiday; a weekend that left no day for it would be no calendar. */
const NEAR = 30

/**
 * The days off of a year by the law in force in it, in order; none where no law is known.
 *
 * Edges: a holiday on a day off, or on that of another holiday, gives the next working day in its place.
 * Source: 全国年节及纪念日放假办法, the article on holidays of all citizens that fall on Saturday or Sunday.
 */
export function statutoryDays(
  laws: readonly HolidayLaw[],
  festivals: Festivals,
  weekend: ReadonlySet<Weekday>,
  year: number,
): readonly StatutoryDay[] {
  const law = laws.filter(({ from }) => from <= year).at(-1)
  if (!law) return []
  const days = new Map<Day, StatutoryDay>()
  const owed: StatutoryDay[] = []
  for (const holiday of law.holidays) {
    for (const day of datesIn(holiday, festivals, year)) {
      const statutory = { day, occasion: holiday.occasion, isSubstitute: false, law: law.number }
      if (weekend.has(weekdayOf(day)) || days.has(day)) owed.push(statutory)
      if (!days.has(day)) days.set(day, statutory)
    }
  }
  for (const holiday of owed.sort((a, b) => a.day - b.day)) {
    let day = holiday.day
    while ((weekend.has(weekdayOf(day)) || days.has(day)) && day < holiday.day + NEAR) day = (day + 1) as Day
    days.set(day, { ...holiday, day, isSubstitute: true })
  }
  return [...days.values()].sort((a, b) => a.day - b.day)
}

function datesIn({ dates = [], festival, offsets = [0] }: StatutoryHoliday, festivals: Festivals, year: number): readonly Day[] {
  const fixed = dates.map((date) => parseDay(`${String(year).padStart(4, '0')}-${date}`, 'projection.laws'))
  const first = festival === undefined ? undefined : festivals.get(festival)?.get(year)
  return first === undefined ? fixed : [...fixed, ...offsets.map((offset) => (first + offset) as Day)]
}
