import fc from 'fast-check'
import type { Limit } from 'service-time'
import * as oracle from './oracle.js'

/* Every object is frozen, so that a function that changes its argument fails. */

const MINUTE = 60_000
const DAY = 86_400_000
const LAST_START = '2026-10-31'

const fixed = <T extends object>(value: T): Readonly<T> => Object.freeze(value)

function datesTo(last: string): fc.Arbitrary<string> {
  const all = oracle.datesBetween(oracle.FIRST_DATE, last)
  const noticed = oracle.noticedDates.filter((date) => date <= last)
  const pick = (from: readonly string[]) => fc.nat({ max: from.length - 1 }).map((i) => from[i] as string)
  return fc.oneof({ weight: 3, arbitrary: pick(all) }, { weight: 1, arbitrary: pick(noticed) })
}

/** Dates of 2007-01-01 to 2026-10-31; those that a notice names come more often. */
export const dates = datesTo(LAST_START)

/** Milliseconds of the day, of minutes, of single milliseconds, and about the ends of sessions. */
const timesOfDay = fc.oneof(
  fc.nat({ max: 1_439 }).map((minute) => minute * MINUTE),
  fc.nat({ max: DAY - 1 }),
  fc
    .tuple(fc.constantFrom(540, 720, 810, 1_020), fc.constantFrom(-1, 0, 0, 1), fc.constantFrom(1, MINUTE))
    .map(([minute, sign, step]) => minute * MINUTE + sign * step),
)

const openTimes = fc.oneof(
  fc.integer({ min: 540 * MINUTE, max: 720 * MINUTE - 1 }),
  fc.integer({ min: 810 * MINUTE, max: 1_020 * MINUTE - 1 }),
  fc.constantFrom(540 * MINUTE, 810 * MINUTE, 1_020 * MINUTE - 1),
)

const at = (date: string, msOfDay: number) => oracle.beijing(Date.parse(`${date}T00:00+08:00`) + msOfDay)

function instantsTo(last: string): fc.Arbitrary<string> {
  return fc.tuple(datesTo(last), timesOfDay).map(([date, msOfDay]) => at(date, msOfDay))
}

/** Instants of the same span as text, of the grain of minutes and of milliseconds. */
export const instants = instantsTo(LAST_START)

/** Instants at which the hall is open. */
export const openInstants = fc.tuple(dates.map(oracle.following), openTimes).map(([date, msOfDay]) => at(date, msOfDay))

/** Working days before each date of the calendar, walked once. */
const rank = new Map<string, number>()
const allDates = oracle.datesBetween(oracle.FIRST_DATE, oracle.LAST_DATE)
const total = allDates.reduce((before, date) => {
  rank.set(date, before)
  return before + (oracle.isWorkingDay(date) ? 1 : 0)
}, 0)

/** Keeps an amount of working days from leaving the calendar. */
function inReach(date: string, n: number): number {
  const back = rank.get(date) as number
  const ahead = total - (rank.get(oracle.nextDate(date)) as number)
  // Adding 0 makes 0 of -0.
  return Math.max(-back, Math.min(ahead, n)) + 0
}

/** Keeps an amount of working minutes from leaving the calendar; the day of the start itself is left out. */
function minutesInReach(instant: string, minutes: number): number {
  const days = inReach(instant.slice(0, 10), Math.sign(minutes) * Math.ceil(Math.abs(minutes) / oracle.MINUTES_A_DAY))
  return Math.max(-Math.abs(days) * oracle.MINUTES_A_DAY, Math.min(Math.abs(days) * oracle.MINUTES_A_DAY, minutes)) + 0
}

const signed = (few: number, many: number) => fc.oneof(fc.integer({ min: -few, max: few }), fc.integer({ min: -many, max: many }))
const workingDays = signed(30, 2_500)

/** A date and an amount of working days of either sign. */
export const datesWithDays = fc.tuple(dates, workingDays).map(([date, n]) => fixed([date, inReach(date, n)] as const))

/** A date and two amounts of working days of one sign. */
export const datesWithTwoDays = fc.tuple(dates, workingDays, fc.double({ min: 0, max: 1, noNaN: true })).map(([date, n, part]) => {
  const whole = inReach(date, n)
  const first = Math.trunc(whole * part) + 0
  return fixed([date, first, whole - first] as const)
})

function inOrder(days: fc.Arbitrary<string>) {
  return fc.tuple(days, days, workingDays).map(([a, b, n]) => {
    const [first, second] = a <= b ? [a, b] : [b, a]
    return fixed([first, second, inReach(n < 0 ? first : second, n)] as const)
  })
}

/** Two dates in order, and an amount of working days that both can take. */
export const orderedDatesWithDays = inOrder(dates)

/** Two working days in order, and an amount of working days that both can take. */
export const orderedWorkdaysWithDays = inOrder(dates.map(oracle.following))

/** A date and two amounts in order. */
export const datesWithOrderedDays = fc.tuple(dates, workingDays, workingDays).map(([date, m, n]) => {
  const [less, more] = m <= n ? [m, n] : [n, m]
  return fixed([date, inReach(date, less), inReach(date, more)] as const)
})

/** Working minutes, those of whole sessions and days more often: they end where a session ends. */
const workingMinutes = (few: number, many: number) => {
  const sessions = fc.tuple(fc.constantFrom(0, 180, 210), fc.nat({ max: 5 }), fc.constantFrom(-1, 1))
  return fc.oneof(
    { weight: 2, arbitrary: signed(few, many) },
    { weight: 1, arbitrary: sessions.map(([part, days, sign]) => sign * (part + days * oracle.MINUTES_A_DAY) + 0) },
  )
}

function withMinutes(starts: fc.Arbitrary<string>, few: number, many: number) {
  return fc.tuple(starts, workingMinutes(few, many)).map(([start, minutes]) => fixed([start, minutesInReach(start, minutes)] as const))
}

/** An instant and working minutes of either sign. */
export const instantsWithMinutes = withMinutes(instants, 800, 400_000)

/** An instant and working minutes that a walk by minutes reaches soon. */
export const instantsWithFewMinutes = withMinutes(instants, 800, 3_000)

/** An open instant and working minutes to go forward. */
export const openInstantsWithMinutes = fc.tuple(openInstants, workingMinutes(800, 400_000)).map(([start, minutes]) => {
  return fixed([start, minutesInReach(start, Math.abs(minutes))] as const)
})

/** An instant and two amounts of working minutes of one sign. */
export const instantsWithTwoMinutes = fc.tuple(instantsWithMinutes, fc.double({ min: 0, max: 1, noNaN: true })).map(([[start, whole], part]) => {
  const first = Math.trunc(whole * part) + 0
  return fixed([start, first, whole - first] as const)
})

/** Two instants in order, and working minutes that both can take. */
export const orderedInstantsWithMinutes = fc.tuple(instants, instants, workingMinutes(800, 400_000)).map(([a, b, minutes]) => {
  const [first, second] = Date.parse(a) <= Date.parse(b) ? [a, b] : [b, a]
  return fixed([first, second, minutesInReach(minutes < 0 ? first : second, minutes)] as const)
})

/** An instant and two amounts of working minutes in order. */
export const instantsWithOrderedMinutes = fc.tuple(instants, workingMinutes(800, 400_000), workingMinutes(800, 400_000)).map(([start, m, n]) => {
  const [less, more] = m <= n ? [m, n] : [n, m]
  return fixed([start, minutesInReach(start, less), minutesInReach(start, more)] as const)
})

/** Two instants in either order, at most forty days apart. */
export const nearInstants = fc
  .tuple(instants, fc.integer({ min: -40 * 1_440, max: 40 * 1_440 }), fc.nat({ max: MINUTE - 1 }))
  .map(([a, minutes, ms]) => {
    const b = Math.max(Date.parse(`${oracle.FIRST_DATE}T00:00+08:00`), Date.parse(a) + minutes * MINUTE + ms)
    return fixed([a, oracle.beijing(b)] as const)
  })

interface Most {
  readonly workingDays: number
  readonly calendarDays: number
  readonly months: number
  readonly years: number
}

const limitsOf = (unit: keyof Limit, max: number) => fc.nat({ max }).map((amount) => fixed({ [unit]: amount }) as Limit)

function limitsUpTo(most: Most): fc.Arbitrary<Limit> {
  return fc.oneof(
    limitsOf('workingDays', most.workingDays),
    limitsOf('workingHours', most.workingDays * 6),
    limitsOf('workingMinutes', most.workingDays * oracle.MINUTES_A_DAY),
    limitsOf('calendarDays', most.calendarDays),
    limitsOf('months', most.months),
    limitsOf('years', most.years),
    limitsOf('hours', most.calendarDays * 24),
    limitsOf('minutes', most.calendarDays * 1_440),
  )
}

/** A start and a limit of any unit that ends in the calendar; long limits start two years and more before its end. */
export const startsWithLimits = fc
  .oneof(
    fc.tuple(instants, limitsUpTo({ workingDays: 35, calendarDays: 50, months: 1, years: 0 })),
    fc.tuple(instantsTo('2024-10-31'), limitsUpTo({ workingDays: 450, calendarDays: 730, months: 24, years: 2 })),
  )
  .map(fixed)
