import { fail, quote, show } from '../errors.js'
import { UNKNOWN_HOURS, UNKNOWN_SEASON, UNKNOWN_WEEKDAY } from '../messages/choices.js'
import { SEASONS_OVERLAP, SESSIONS_INVALID, SESSIONS_OVERLAP } from '../messages/clock.js'
import {
  NOT_DATED_HOURS,
  NOT_HOURS,
  NOT_OPEN_HOURS,
  NOT_SEASON,
  NOT_SEASON_DAY,
  NOT_SEASONS,
  NOT_SESSIONS,
  NOT_WEEKDAY_HOURS,
} from '../messages/values.js'
import { civilOf, type Day, dayAtStart, dayOf, parseDay, twoDigits, WEEKDAYS, type WeekdayName } from '../time/day.js'
import { MS_PER_DAY } from '../time/numbers.js'
import { assertKeys, assertRecord } from '../time/record.js'

/**
 * Sessions of a kind of day, each `HH:MM-HH:MM`.
 *
 * Shape: `workday` is for every working day, make-up days included; a weekday by name goes before it, on make-up days too.
 * Edges: `24:00` is the end of the day; a session that ends at or before its start runs past midnight and belongs to its
 * first day. A list without sessions is a working day on which the door stays shut.
 */
export interface DayHours {
  readonly workday?: readonly string[]
  readonly weekdays?: { readonly [W in WeekdayName]?: readonly string[] }
}

/** Hours of a part of every year, from `MM-DD` to `MM-DD`, both included; it may run over the end of the year. */
export interface Season extends DayHours {
  readonly from: string
  readonly to: string
}

/**
 * When working days are open: by weekday, by season, by single date (half days). A date goes before a season, a season
 * before the rest; what a season leaves out is as in the rest of the year.
 *
 * Edges: hours for a date that is off are refused on the calendar for which they were written. Carried to another with the `hours` of a clock,
 * as by `{ ...clock, calendar }`, `reassess` and `movedBy`, they lie idle where that calendar has the date off.
 */
export interface Hours extends DayHours {
  readonly seasons?: readonly Season[]
  readonly dates?: { readonly [date: string]: readonly string[] }
}

/** Opening and closing in milliseconds from the midnight of the day the session belongs to. */
export interface Session {
  readonly open: number
  readonly close: number
  readonly text: string
}

/** The sessions of each kind of day, read. */
export interface HoursPlan {
  readonly base: DayPlan
  /** For each month and date as `100 * month + date`, the season it lies in. */
  readonly seasons: ReadonlyMap<number, DayPlan>
  readonly dates: ReadonlyMap<Day, readonly Session[]>
}

interface DayPlan {
  readonly workday: readonly Session[] | undefined
  readonly weekdays: ReadonlyMap<WeekdayName, readonly Session[]>
}

const DAY_KEYS = ['workday', 'weekdays']

/**
 * Reads opening hours of unknown shape.
 *
 * Throws: `value-invalid`, `sessions-invalid`, `sessions-overlap`, `seasons-overlap`, `date-invalid`, `choice-unknown`.
 */
export function parseHours(hours: Hours): HoursPlan {
  assertKeys(hours, { fault: NOT_HOURS, unknown: UNKNOWN_HOURS, allowed: [...DAY_KEYS, 'seasons', 'dates'], path: 'hours' })
  const { seasons, dates } = hours
  const base = parseDayHours(hours, 'hours')
  if (base.workday === undefined && base.weekdays.size === 0) return fail(NOT_HOURS, { found: show(hours) }, { path: 'hours' })
  // Most hours have neither, and a function that is not called needs no compiling.
  const plan = {
    base,
    seasons: seasons === undefined ? NO_SEASONS : parseSeasons(seasons),
    dates: dates === undefined ? NO_DATES : parseDates(dates),
  }
  // A clock that never opens answers nothing; an empty list is a slip, such as a setting that was not found.
  const isOpen = listsOf(plan).some((sessions) => sessions.length > 0)
  return isOpen ? plan : fail(NOT_OPEN_HOURS, { found: show(hours) }, { path: 'hours' })
}

/** The sessions of a working day on which the door stays shut. */
export const SHUT: readonly Session[] = []

/** Every list of sessions that a day may have; some may be given twice. */
export function listsOf({ base, seasons, dates }: HoursPlan): readonly (readonly Session[])[] {
  const plans = [base, ...new Set(seasons.values())]
  return [...plans.flatMap(({ workday, weekdays }) => [workday ?? SHUT, ...weekdays.values()]), ...dates.values()]
}

const NO_SEASONS: HoursPlan['seasons'] = new Map()
const NO_DATES: HoursPlan['dates'] = new Map()

function parseDates(dates: unknown): HoursPlan['dates'] {
  const path = 'hours.dates'
  assertRecord(dates, { fault: NOT_DATED_HOURS, path })
  return new Map(Object.entries(dates).map(([date, texts]) => [parseDay(date, path), parseSessions(texts, `${path}.${date}`)]))
}

function parseDayHours({ workday, weekdays = {} }: DayHours, path: string): DayPlan {
  assertKeys(weekdays, { fault: NOT_WEEKDAY_HOURS, unknown: UNKNOWN_WEEKDAY, allowed: WEEKDAYS, path: `${path}.weekdays` })
  const parsed = Object.entries(weekdays).map(([name, texts]) => [name as WeekdayName, parseSessions(texts, `${path}.weekdays.${name}`)] as const)
  return { workday: workday === undefined ? undefined : parseSessions(workday, `${path}.workday`), weekdays: new Map(parsed) }
}

function parseSessions(texts: unknown, path: string): readonly Session[] {
  if (!Array.isArray(texts)) return fail(NOT_SESSIONS, { found: show(texts) }, { path })
  const sessions = Array.from(texts, (text, i) => parseSession(text, `${path}[${i}]`)).sort((a, b) => a.open - b.open)
  sessions.forEach((session, i) => {
    const next = sessions[i + 1]
    if (next && session.close > next.open) failOverlap(session, next, path)
  })
  return sessions
}

export function failOverlap(first: Session, second: Session, path: string): never {
  return fail(SESSIONS_OVERLAP, { first: first.text, second: second.text }, { path })
}

function parseSession(text: unknown, path: string): Session {
  const open = typeof text === 'string' ? timeOfDay(text, 0) : Number.NaN
  const close = typeof text === 'string' && text.length === 11 && text[5] === '-' ? timeOfDay(text, 6) : Number.NaN
  const isSession = open < MS_PER_DAY && close <= MS_PER_DAY
  if (!isSession) return fail(SESSIONS_INVALID, { found: show(text) }, { path })
  return { text: text as string, open, close: close <= open ? close + MS_PER_DAY : close }
}

function timeOfDay(text: string, at: number): number {
  const hour = twoDigits(text, at)
  const minute = twoDigits(text, at + 3)
  return text[at + 2] === ':' && (hour | minute) >= 0 && minute < 60 ? (hour * 60 + minute) * 60_000 : Number.NaN
}

/** A year with a 29 February, so that every date of a season has its place; a season over New Year goes on at its start. */
const LEAP_YEAR = 2000
const DAYS_OF_LEAP_YEAR = 366
const END_OF_LEAP_YEAR = /* @__PURE__ */ dayOf(LEAP_YEAR, 12, 31)

function parseSeasons(seasons: unknown): HoursPlan['seasons'] {
  if (!Array.isArray(seasons)) return fail(NOT_SEASONS, { found: show(seasons) }, { path: 'hours.seasons' })
  const plans = new Map<number, DayPlan>()
  const names = new Map<number, string>()
  for (const [i, season] of Array.from<Season>(seasons).entries()) {
    const path = `hours.seasons[${i}]`
    assertKeys(season, { fault: NOT_SEASON, unknown: UNKNOWN_SEASON, allowed: ['from', 'to', ...DAY_KEYS], path })
    const plan = parseDayHours(season, path)
    const from = parseSeasonDay(season.from, `${path}.from`)
    const to = parseSeasonDay(season.to, `${path}.to`)
    const name = `${season.from}/${season.to}`
    const last = to >= from ? to : to + DAYS_OF_LEAP_YEAR
    for (let day = from as number; day <= last; day++) {
      const key = keyOf((day > END_OF_LEAP_YEAR ? day - DAYS_OF_LEAP_YEAR : day) as Day)
      const other = names.get(key)
      if (other !== undefined) fail(SEASONS_OVERLAP, { first: other, second: name }, { path })
      names.set(key, name)
      plans.set(key, plan)
    }
  }
  return plans
}

function parseSeasonDay(text: unknown, path: string): Day {
  const day = typeof text === 'string' && text.length === 5 ? dayAtStart(`${LEAP_YEAR}-${text}`) : undefined
  return day ?? fail(NOT_SEASON_DAY, { found: quote(text) }, { path })
}

/** The place of a date in the seasons of a year. */
export function keyOf(day: Day): number {
  const { month, date } = civilOf(day)
  return month * 100 + date
}
