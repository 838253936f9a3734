import { dayFacts } from '../calendar/facts.js'
import { type DayTable, isWorkingDay } from '../calendar/table.js'
import { fail } from '../errors.js'
import { HOURS_INCOMPLETE, HOURS_ON_DAY_OFF } from '../messages/clock.js'
import { type Day, formatDay, WEEKDAYS, type WeekdayName, weekdayOf } from '../time/day.js'
import { MS_PER_DAY } from '../time/numbers.js'
import { failOverlap, type HoursPlan, keyOf, listsOf, type Session, SHUT } from './hours.js'

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

/** Throws `hours-on-day-off` for the hours of a date that is off. */
export function assertWorkedDates(days: DayTable, { dates }: HoursPlan): void {
  for (const date of dates.keys()) {
    const isOff = date >= days.first && date <= days.last && !isWorkingDay(days, date)
    if (isOff) fail(HOURS_ON_DAY_OFF, { date: formatDay(date) }, { path: `hours.dates.${formatDay(date)}` })
  }
}

/**
 * The sessions of each working day of a calendar, to be asked in order; none of them run into the next day's.
 *
 * Edges: the hours of a date that is off are not asked for.
 * Throws: `hours-incomplete` for a make-up day where only weekdays have hours; `sessions-overlap` where an overnight session
 * runs into the next day.
 */
export function sessionsByDay(days: DayTable, plan: HoursPlan): (day: Day) => readonly Session[] {
  const sessionsOn = (day: Day) => sessionsOf(days, plan, day)
  return hasNights(plan) ? withNightsApart(sessionsOn) : sessionsOn
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
  if (dayFacts(days, day).kind === 'makeup') fail(HOURS_INCOMPLETE, { date: formatDay(day), weekday }, { path: 'hours.workday' })
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

/** When a day would close for the last time if it were worked, in milliseconds of the day, past midnight more than 24 hours; 0 where it would not open. */
export function closingIfWorked(plan: HoursPlan, day: Day): number {
  return sessionsIfWorked(plan, day)?.at(-1)?.close ?? 0
}

/** Whether a day would have no session even if it were worked. */
export function isShut(plan: HoursPlan, day: Day): boolean {
  return (sessionsIfWorked(plan, day)?.length ?? 0) === 0
}
