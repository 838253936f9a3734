import { dayFacts } from '../calendar/facts.js'
import { assertKeys, assertRecord } from '../calendar/record.js'
import { type DayTable, isWorkingDay } from '../calendar/table.js'
import { fail, quote, show } from '../errors.js'
import { civilOf, type Day, dayAtStart, formatDay, parseDay, twoDigits, WEEKDAYS, type WeekdayName, weekdayOf } from '../time/day.js'

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

const MS_PER_DAY = 86_400_000

const DAY_KEYS = ['workday', 'weekdays']

/**
 * Reads opening hours of unknown shape.
 *
 * Throws: `value-invalid`, `sessions-invalid`, `sessions-overlap`, `seasons-overlap`, `date-invalid`, `choice-unknown`.
 */
export function parseHours(hours: Hours): HoursPlan {
  assertKeys(hours, { expected: 'hours', what: 'hours', allowed: [...DAY_KEYS, 'seasons', 'dates'], path: 'hours' })
  const { seasons, dates } = hours
  const base = parseDayHours(hours, 'hours')
  if (base.workday === undefined && base.weekdays.size === 0)
    return fail('value-invalid', { found: show(hours), expected: 'hours' }, { path: 'hours' })
  // Most hours have neither, and a function that is not called needs no compiling.
  const plan = {
    base,
    seasons: seasons === undefined ? NO_SEASONS : parseSeasons(seasons),
    dates: dates === undefined ? NO_DATES : parseDates(dates),
  }
  // A clock that never opens answers nothing; an empty list is a slip, such as a setting that was not found.
  const isOpen = listsOf(plan).some((sessions) => sessions.length > 0)
  return isOpen ? plan : fail('value-invalid', { found: show(hours), expected: 'open-hours' }, { path: 'hours' })
}

const NO_SEASONS: HoursPlan['seasons'] = new Map()
const NO_DATES: HoursPlan['dates'] = new Map()

function parseDates(dates: unknown): HoursPlan['dates'] {
  const path = 'hours.dates'
  assertRecord(dates, { expected: 'dated-hours', path })
  return new Map(Object.entries(dates).map(([date, texts]) => [parseDay(date, path), parseSessions(texts, `${path}.${date}`)]))
}

function parseDayHours({ workday, weekdays = {} }: DayHours, path: string): DayPlan {
  assertKeys(weekdays, { expected: 'weekday-hours', what: 'weekday', allowed: WEEKDAYS, path: `${path}.weekdays` })
  const parsed = Object.entries(weekdays).map(([name, texts]) => [name as WeekdayName, parseSessions(texts, `${path}.weekdays.${name}`)] as const)
  return { workday: workday === undefined ? undefined : parseSessions(workday, `${path}.workday`), weekdays: new Map(parsed) }
}

function parseSessions(texts: unknown, path: string): readonly Session[] {
  if (!Array.isArray(texts)) return fail('value-invalid', { found: show(texts), expected: 'sessions' }, { path })
  const sessions = Array.from(texts, (text, i) => parseSession(text, `${path}[${i}]`)).sort((a, b) => a.open - b.open)
  sessions.forEach((session, i) => {
    const next = sessions[i + 1]
    if (next && session.close > next.open) failOverlap(session, next, path)
  })
  return sessions
}

function failOverlap(first: Session, second: Session, path: string): never {
  return fail('sessions-overlap', { first: first.text, second: second.text }, { path })
}

function parseSession(text: unknown, path: string): Session {
  const open = typeof text === 'string' ? timeOfDay(text, 0) : Number.NaN
  const close = typeof text === 'string' && text.length === 11 && text[5] === '-' ? timeOfDay(text, 6) : Number.NaN
  const isSession = open < MS_PER_DAY && close <= MS_PER_DAY
  if (!isSession) return fail('sessions-invalid', { found: show(text) }, { path })
  return { text: text as string, open, close: close <= open ? close + MS_PER_DAY : close }
}

function timeOfDay(text: string, at: number): number {
  const hour = twoDigits(text, at)
  const minute = twoDigits(text, at + 3)
  return text[at + 2] === ':' && (hour | minute) >= 0 && minute < 60 ? (hour * 60 + minute) * 60_000 : Number.NaN
}

/** A year with a 29 February, so that every date of a season has its place. */
const LEAP_YEAR = 2000

function parseSeasons(seasons: unknown): HoursPlan['seasons'] {
  if (!Array.isArray(seasons)) return fail('value-invalid', { found: show(seasons), expected: 'seasons' }, { path: 'hours.seasons' })
  const plans = new Map<number, DayPlan>()
  const names = new Map<number, string>()
  for (const [i, season] of Array.from<Season>(seasons).entries()) {
    const path = `hours.seasons[${i}]`
    assertKeys(season, { expected: 'season', what: 'season', allowed: ['from', 'to', ...DAY_KEYS], path })
    const plan = parseDayHours(season, path)
    const from = parseSeasonDay(season.from, `${path}.from`)
    const to = parseSeasonDay(season.to, `${path}.to`)
    const length = to >= from ? to - from + 1 : to - from + 367
    const name = `${season.from}/${season.to}`
    for (let offset = 0; offset < length; offset++) {
      const key = keyOf((from + offset) as Day)
      const other = names.get(key)
      if (other !== undefined) fail('seasons-overlap', { first: other, second: name }, { path })
      names.set(key, name)
      plans.set(key, plan)
    }
  }
  return plans
}

function parseSeasonDay(text: unknown, path: string): Day {
  const day = typeof text === 'string' && text.length === 5 ? dayAtStart(`${LEAP_YEAR}-${text}`) : undefined
  return day ?? fail('value-invalid', { found: quote(text), expected: 'season-day' }, { path })
}

function keyOf(day: Day): number {
  const { month, date } = civilOf(day)
  return month * 100 + date
}

/** How short and how long a working day may be, in milliseconds, and whether one runs to midnight or past it. */
export interface HoursRange {
  readonly shortest: number
  readonly longest: number
  readonly isToMidnight: boolean
}

/** The range of the hours of days; those of single dates up to a day are left out. */
export function hoursRange({ base, seasons, dates }: HoursPlan, after: Day): HoursRange {
  const kinds = [base, ...new Set(seasons.values())].flatMap(({ workday, weekdays }) => [...(workday ? [workday] : []), ...weekdays.values()])
  const dated = [...dates].filter(([date]) => date > after).map(([, sessions]) => sessions)
  const all = [...kinds, ...dated]
  const lengths = all.map((sessions) => sessions.reduce((sum, { open, close }) => sum + close - open, 0))
  // A weekday without hours of its own or of every working day is shut.
  const isWhole = base.workday !== undefined || base.weekdays.size === WEEKDAYS.length
  const isToMidnight = all.some((sessions) => sessions.some(({ close }) => close >= MS_PER_DAY))
  return { shortest: isWhole ? Math.min(...lengths) : 0, longest: Math.max(...lengths), isToMidnight }
}

const SHUT: readonly Session[] = []

/**
 * The sessions of each working day of a calendar, to be asked in order; none of them run into the next day's.
 *
 * Throws: `hours-on-day-off` for the hours of a date that is off; `hours-incomplete` for a make-up day where only weekdays
 * have hours; `sessions-overlap` where an overnight session runs into the next day.
 */
export function sessionsByDay(days: DayTable, plan: HoursPlan): (day: Day) => readonly Session[] {
  for (const date of plan.dates.keys()) {
    const isOff = date >= days.first && date <= days.last && !isWorkingDay(days, date)
    if (isOff) fail('hours-on-day-off', { date: formatDay(date) }, { path: `hours.dates.${formatDay(date)}` })
  }
  const sessionsOn = (day: Day) => sessionsOf(days, plan, day)
  return hasNights(plan) ? withNightsApart(sessionsOn) : sessionsOn
}

/** Every list of sessions that a day may have; some may be given twice. */
export function listsOf({ base, seasons, dates }: HoursPlan): readonly (readonly Session[])[] {
  const plans = [base, ...new Set(seasons.values())]
  return [...plans.flatMap(({ workday, weekdays }) => [workday ?? SHUT, ...weekdays.values()]), ...dates.values()]
}

/** Whether a session runs past midnight; only then can it run into those of another day. */
function hasNights(plan: HoursPlan): boolean {
  return listsOf(plan).some((sessions) => sessions.some(({ close }) => close > MS_PER_DAY))
}

/** The sessions of all working days, where they are the same and none of them can run into the next day's. */
export function sessionsOfAll(plan: HoursPlan): readonly Session[] | undefined {
  const { base, seasons, dates } = plan
  return base.weekdays.size + seasons.size + dates.size > 0 || hasNights(plan) ? undefined : base.workday
}

/** The same, for days asked in order, with a look at the night before each. */
function withNightsApart(sessionsOn: (day: Day) => readonly Session[]): (day: Day) => readonly Session[] {
  let last: { readonly day: Day; readonly session: Session } | undefined
  return (day) => {
    const sessions = sessionsOn(day)
    const [first] = sessions
    if (first && last && last.session.close > first.open + (day - last.day) * MS_PER_DAY) failOverlap(last.session, first, `hours: ${formatDay(day)}`)
    const latest = sessions.at(-1)
    if (latest) last = { day, session: latest }
    return sessions
  }
}

function sessionsOf(days: DayTable, plan: HoursPlan, day: Day): readonly Session[] {
  const found = sessionsIfWorked(plan, day)
  if (found) return found
  const weekday = WEEKDAYS[weekdayOf(day) - 1] as WeekdayName
  if (dayFacts(days, day).kind === 'makeup') fail('hours-incomplete', { date: formatDay(day), weekday }, { path: 'hours.workday' })
  return SHUT
}

function sessionsIfWorked({ base, seasons, dates }: HoursPlan, day: Day): readonly Session[] | undefined {
  const dated = dates.get(day)
  if (dated) return dated
  const weekday = WEEKDAYS[weekdayOf(day) - 1] as WeekdayName
  const season = seasons.size > 0 ? seasons.get(keyOf(day)) : undefined
  return season?.weekdays.get(weekday) ?? season?.workday ?? base.weekdays.get(weekday) ?? base.workday
}

/** When a day would open if it were worked, in milliseconds of the day; 0 where it would not. */
export function firstOpening(plan: HoursPlan, day: Day): number {
  return sessionsIfWorked(plan, day)?.[0]?.open ?? 0
}

/** Whether a day would have no session even if it were worked. */
export function isShut(plan: HoursPlan, day: Day): boolean {
  return (sessionsIfWorked(plan, day)?.length ?? 0) === 0
}
