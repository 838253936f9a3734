import { createCalendar, createClock, type Hours } from 'service-time'
import { describe, expect, test } from 'vitest'
import { addWorkingTime, workingTimeBetween } from '../../src/clock/sessions.js'
import type { Instant } from '../../src/time/zone.js'
import { readVectors } from '../support/vectors.js'

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
type Pairs = readonly (readonly [from: string, to: string])[]

interface Schedule {
  readonly name: string
  readonly tz: string
  readonly hours: { readonly [D in Day]?: Pairs }
  readonly shifts: Readonly<Record<string, Pairs>>
  readonly breaks: Readonly<Record<string, Pairs>>
  readonly holidays: readonly string[]
}

interface Row {
  readonly s: number
  readonly op: 'after' | 'before' | 'within'
  readonly n: number
  readonly unit: 'second' | 'minute' | 'hour'
  readonly t: string
  readonly early: string
  readonly late: string
  readonly a: string
  readonly b: string
  readonly r: number
}

const { schedules, rows } = readVectors<{ schedules: Schedule[]; rows: Row[] }>('working-time-zones')
const NAMES = { mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday', fri: 'friday', sat: 'saturday', sun: 'sunday' } as const
const DAYS = Object.keys(NAMES) as Day[]

const weekdayOf = (date: string) => DAYS[(new Date(date).getUTCDay() + 6) % 7] as Day
const texts = (pairs: Pairs) => pairs.map(([from, to]) => `${from}-${to}`)

/** Cuts breaks out of sessions; times of day compare as text. */
function cut(pairs: Pairs, breaks: Pairs): Pairs {
  return breaks.reduce<Pairs>(
    (left, [from, to]) =>
      left.flatMap(([open, close]): Pairs => {
        const head = open < from ? [[open, close < from ? close : from] as const] : []
        const tail = close > to ? [[open > to ? open : to, close] as const] : []
        return [...head, ...tail]
      }),
    pairs,
  )
}

/** A shift makes its date a working day, unless that is a holiday; breaks are hours of their date. */
function clockOf({ name, tz, hours, shifts, breaks, holidays }: Schedule) {
  const weekend = DAYS.filter((day) => !hours[day]).map((day) => NAMES[day])
  const work = Object.keys(shifts).filter((date) => !hours[weekdayOf(date)] && !holidays.includes(date))
  const arrangements = [{ occasion: 'schedule', off: holidays, work }]
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const notices = [{ id, number: null, issued: '2000-01-01', covers: 2000, arrangements }]
  const calendar = createCalendar({ id, weekend, notices, coverage: { from: '2005-01-01', to: '2035-12-31' } })
  const dates = Object.fromEntries(
    [...new Set([...Object.keys(shifts), ...Object.keys(breaks)])]
      .filter((date) => calendar.isWorkingDay(date))
      .map((date) => [date, texts(cut(shifts[date] ?? hours[weekdayOf(date)] ?? [], breaks[date] ?? []))]),
  )
  const weekdays: Hours['weekdays'] = Object.fromEntries(DAYS.flatMap((day) => (hours[day] ? [[NAMES[day], texts(hours[day])]] : [])))
  return createClock({ calendar, hours: { weekdays, dates, workday: [] }, timeZone: tz })
}

const clocks = schedules.map(clockOf)
const MS = { second: 1_000, minute: 60_000, hour: 3_600_000 } as const
const instant = (text: string) => Date.parse(text) as Instant

describe('the independent answers across zones', () => {
  test.each(rows.map((row) => [schedules[row.s]?.name, row.op, row.t ?? row.a, row] as const))('%s: %s %s', (_, op, _at, row) => {
    const { table } = clocks[row.s] as (typeof clocks)[number]
    if (op === 'within') return expect(workingTimeBetween(table, instant(row.a), instant(row.b))).toBe(row.r * 1_000)
    const ms = row.n * MS[row.unit]
    const at = (landing: 'end' | 'start') => addWorkingTime(table, instant(row.t), op === 'after' ? ms : -ms, landing)
    // Backwards there is one answer, the latest start that still leaves the amount.
    if (op === 'before') return expect(at('end')).toBe(instant(row.late))
    return expect([at('end'), at('start')]).toEqual([instant(row.early), instant(row.late)])
  })
})
