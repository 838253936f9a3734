import { readFileSync } from 'node:fs'

/*
 * The answers of the model by walking day by day and minute by minute, slow and plain on purpose. It reads the notices
 * itself and shares nothing with src, so that a fault would have to be made twice to go unseen.
 */

type Bounds = '(]' | '[)' | '()' | '[]'

interface Seed {
  readonly weekend: readonly string[]
  readonly notices: readonly { readonly issued: string; readonly arrangements: readonly { readonly off: string[]; readonly work: string[] }[] }[]
}

/** The days that the calendar may be asked about: the notice for 2027 may still move the days after. */
export const FIRST_DATE = '2007-01-01'
export const LAST_DATE = '2026-12-24'

/** Working minutes of a working day of the hall. */
export const MINUTES_A_DAY = 390

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MINUTE = 60_000
const DAY = 86_400_000
/** China has been eight hours ahead of UTC without summer time since 1992. */
const AHEAD = 8 * 60 * MINUTE
/** Minutes of the day, `[open, close)`: 09:00-12:00 and 13:30-17:00. */
const SESSIONS = [
  [540, 720],
  [810, 1_020],
] as const

/** A date is its midnight in UTC, in milliseconds. */
const midnight = (date: string) => Date.parse(`${date}T00:00Z`)
const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10)

const seed = JSON.parse(readFileSync(new URL('../../seeds/calendars/cn.json', import.meta.url), 'utf8')) as Seed
const marks = marksOf(seed)

/** What the notices say of single days, true for work; in order of issue, so that the later word stands. */
function marksOf({ notices }: Seed): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>()
  const mark = (runs: readonly string[], isWork: boolean) => {
    for (const run of runs) {
      const [from = '', to = from] = run.split('/')
      for (let day = midnight(from); day <= midnight(to); day += DAY) found.set(day, isWork)
    }
  }
  for (const { arrangements } of [...notices].sort((a, b) => a.issued.localeCompare(b.issued))) {
    for (const { off, work } of arrangements) {
      mark(off, false)
      mark(work, true)
    }
  }
  return found
}

function isWeekend(day: number): boolean {
  return seed.weekend.includes(WEEKDAYS[new Date(day).getUTCDay()] as string)
}

function isWorking(day: number): boolean {
  return marks.get(day) ?? !isWeekend(day)
}

/** Every date from one to another, both included. */
export function datesBetween(from: string, to: string): readonly string[] {
  const dates: string[] = []
  for (let day = midnight(from); day <= midnight(to); day += DAY) dates.push(dateOf(day))
  return dates
}

/** The dates that a notice names and the calendar covers. */
export const noticedDates: readonly string[] = [...marks.keys()].map(dateOf).filter((date) => date >= FIRST_DATE && date <= LAST_DATE)

/** The weekend days that are worked by notice. */
export const makeUpDates: readonly string[] = noticedDates.filter((date) => isWeekend(midnight(date)) && isWorking(midnight(date)))

export function isWorkingDay(date: string): boolean {
  return isWorking(midnight(date))
}

export function nextDate(date: string): string {
  return dateOf(midnight(date) + DAY)
}

export function previousDate(date: string): string {
  return dateOf(midnight(date) - DAY)
}

/** The n-th working day strictly after a date, or before it for a negative n. */
export function addWorkingDays(date: string, n: number): string {
  const step = n < 0 ? -DAY : DAY
  let day = midnight(date)
  for (let left = Math.abs(n); left > 0; ) {
    day += step
    if (isWorking(day)) left--
  }
  return dateOf(day)
}

/** Working days between two dates, each bracket at its own date; negative when b lies before a. */
export function countWorkingDays(a: string, b: string, bounds: Bounds): number {
  const [from, to] = [midnight(a), midnight(b)]
  const isHeld = (day: number) => (day !== from || bounds[0] === '[') && (day !== to || bounds[1] === ']')
  let count = 0
  for (let day = Math.min(from, to); day <= Math.max(from, to); day += DAY) {
    if (isHeld(day) && isWorking(day)) count++
  }
  return to < from ? 0 - count : count
}

/** The date itself if it is worked, else the first working day after it. */
export function following(date: string): string {
  let day = midnight(date)
  while (!isWorking(day)) day += DAY
  return dateOf(day)
}

/** The date itself if it is worked, else the last working day before it. */
export function preceding(date: string): string {
  let day = midnight(date)
  while (!isWorking(day)) day -= DAY
  return dateOf(day)
}

/** Where a limit of calendar days ends: the start is not counted, and a day off passes it on. */
export function calendarDaysDue(start: string, n: number): string {
  let date = start
  for (let i = 0; i < n; i++) date = nextDate(date)
  return following(date)
}

/** Where a limit of months ends: on the same date n months later, or on the last of a month that lacks it; then as above. */
export function monthsDue(start: string, n: number): string {
  const wanted = monthNumber(start) + n
  let date = start
  while (!(monthNumber(date) === wanted && (date.slice(8) === start.slice(8) || isLastOfMonth(date)))) date = nextDate(date)
  return following(date)
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

function isLastOfMonth(date: string): boolean {
  return nextDate(date).endsWith('-01')
}

/** An instant of epoch milliseconds as the hall writes it. */
export function beijing(instant: number): string {
  return new Date(instant + AHEAD).toISOString().replace(/(\.000)?Z$/, '+08:00')
}

/** Whether the hall is open in the minute that begins at an instant. */
function isOpenMinute(minute: number): boolean {
  const local = minute + AHEAD
  const day = Math.floor(local / DAY) * DAY
  const ofDay = (local - day) / MINUTE
  return SESSIONS.some(([open, close]) => ofDay >= open && ofDay < close) && isWorking(day)
}

/** Working milliseconds between two instants; negative when b lies before a. */
export function workingTimeBetween(a: string, b: string): number {
  const [from, to] = [Date.parse(a), Date.parse(b)]
  if (to < from) return 0 - workingTimeBetween(b, a)
  let total = 0
  for (let minute = Math.floor(from / MINUTE) * MINUTE; minute < to; minute += MINUTE) {
    if (isOpenMinute(minute)) total += Math.min(minute + MINUTE, to) - Math.max(minute, from)
  }
  return total
}

/** The earliest instant at which working minutes are used up; for a negative amount the latest start that leaves them. */
export function addWorkingMinutes(start: string, minutes: number): string {
  const from = Date.parse(start)
  return beijing(minutes < 0 ? walkBack(from, -minutes * MINUTE) : walkOn(from, minutes * MINUTE))
}

function walkOn(from: number, ms: number): number {
  let [at, left] = [from, ms]
  while (left > 0) {
    const end = Math.floor(at / MINUTE) * MINUTE + MINUTE
    const open = isOpenMinute(end - MINUTE) ? end - at : 0
    if (open >= left) return at + left
    left -= open
    at = end
  }
  return from
}

function walkBack(from: number, ms: number): number {
  let [at, left] = [from, ms]
  while (left > 0) {
    const begin = Math.ceil(at / MINUTE) * MINUTE - MINUTE
    const open = isOpenMinute(begin) ? at - begin : 0
    if (open >= left) return at - left
    left -= open
    at = begin
  }
  return from
}
