import fc from 'fast-check'
import { createCalendar, createClock } from 'service-time'
import { describe, expect, test } from 'vitest'
import {
  addWorkingTime,
  isOpen,
  lastClosing,
  nextOpening,
  previousClosing,
  type SessionTable,
  sessionsBetween,
  workingTimeBetween,
} from '../../src/clock/sessions.js'
import type { Day } from '../../src/time/day.js'
import { type Instant, instantOf, zoneOf } from '../../src/time/zone.js'
import { runs } from '../support/runs.js'

/*
 * The same answers from a plain list: every session of a few weeks as instants, one after another, and walks along it.
 */

const DAY = 86_400_000
const HALF_HOUR = 1_800_000

interface Session {
  readonly open: number
  readonly close: number
}

interface Era {
  readonly timeZone: string
  readonly from: string
  readonly to: string
}

/** Weeks in which offsets change, by an hour, a half, a whole day or odd seconds; one whose offset never was a whole minute. */
const ERAS: readonly Era[] = [
  { timeZone: 'Europe/Berlin', from: '2019-03-25', to: '2019-04-05' },
  { timeZone: 'Europe/Berlin', from: '2019-10-21', to: '2019-11-01' },
  { timeZone: 'Australia/Lord_Howe', from: '2019-04-01', to: '2019-10-10' },
  { timeZone: 'America/Sao_Paulo', from: '2018-10-29', to: '2019-02-20' },
  { timeZone: 'Africa/Casablanca', from: '2019-05-01', to: '2019-06-14' },
  { timeZone: 'Pacific/Apia', from: '2011-12-25', to: '2012-01-04' },
  { timeZone: 'Pacific/Apia', from: '2011-09-20', to: '2011-12-29' },
  { timeZone: 'Asia/Manila', from: '1844-12-25', to: '1845-01-05' },
  { timeZone: 'Asia/Shanghai', from: '1900-12-28', to: '1901-01-05' },
  { timeZone: 'Africa/Monrovia', from: '1971-12-30', to: '1972-01-12' },
  { timeZone: 'Asia/Kathmandu', from: '1850-01-01', to: '1850-01-09' },
]

const minutes = Array.from({ length: 240 }, (_, i) => 360 * 60_000 + i * 3 * 60_000)
const clock = (ms: number) => `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${String(Math.floor(ms / 60_000) % 60).padStart(2, '0')}`

/** Hours by day and by night, whole days, ends within and about every change, many short sessions. */
const HOURS: readonly (readonly string[])[] = [
  ['09:00-12:00', '13:30-17:00'],
  ['00:00-24:00'],
  ['00:00-12:00', '12:00-24:00'],
  ['22:00-06:00'],
  ['12:00-12:00'],
  ['00:30-01:40', '01:45-02:15', '02:20-02:40', '02:50-03:20', '23:30-24:00'],
  ['02:10-02:50'],
  ['23:00-00:30'],
  ['08:15-08:16'],
  minutes.map((open) => `${clock(open)}-${clock(open + 60_000)}`),
]

const dayOf = (date: string) => (Date.parse(date) / DAY) as Day
const timeOf = (text: string) => Number(text.slice(0, 2)) * 3_600_000 + Number(text.slice(3, 5)) * 60_000

/** Every session of the calendar, which has Sundays off; those that a gap pushes into one another are one. */
function listOf({ timeZone, from, to }: Era, hours: readonly string[]): readonly Session[] {
  const zone = zoneOf(timeZone)
  const list: Session[] = []
  for (let day = dayOf(from); day <= dayOf(to); day = (day + 1) as Day) {
    const isLeftOut = instantOf(zone, (day + 1) as Day, 0) <= instantOf(zone, day, 0)
    if (isLeftOut || new Date(day * DAY).getUTCDay() === 0) continue
    for (const text of hours) {
      const [opens, closes] = [timeOf(text), timeOf(text.slice(6))]
      const open = instantOf(zone, day, opens)
      const close = instantOf(zone, day, closes <= opens ? closes + DAY : closes)
      const last = list.at(-1)
      if (close <= open) continue
      if (last && open < last.close) list[list.length - 1] = { open: Math.min(last.open, open), close: Math.max(last.close, close) }
      else list.push({ open, close })
    }
  }
  return list
}

function tableOf({ timeZone, from, to }: Era, hours: readonly string[]): SessionTable {
  const calendar = createCalendar({ id: 'weeks', weekend: ['sunday'], notices: [], coverage: { from, to } })
  return createClock({ calendar, hours: { workday: hours }, timeZone }).table
}

const worked = (list: readonly Session[], until: number) => list.reduce((sum, { open, close }) => sum + Math.max(0, Math.min(close, until) - open), 0)

/** Where so much work has been done, at the earliest or the latest; none where the list ends before. */
function reached(list: readonly Session[], work: number, isLatest: boolean): number | undefined {
  let left = work
  for (const { open, close } of list) {
    if (isLatest ? left < close - open : left <= close - open && left > 0) return open + left
    left -= close - open
  }
  return undefined
}

const clocks = ERAS.flatMap((era) => HOURS.map((hours) => ({ era, list: listOf(era, hours), table: tableOf(era, hours) })))

/** A clock, and for each of two instants a session or a moment to choose it by, the kind of choice, and a millisecond about it. */
const questions = fc.tuple(
  fc.nat({ max: clocks.length - 1 }),
  fc.tuple(fc.nat(), fc.nat()),
  fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -1, max: 1 })),
  fc.nat({ max: 4 }),
)

type Question = typeof questions extends fc.Arbitrary<infer T> ? T : never

/** Any instants of the calendar, half hours and a millisecond about them, ends of sessions. */
function asked([i, picks, by, kind]: Question) {
  const { list, table } = clocks[i] as (typeof clocks)[number]
  const [a, b] = [0, 1].map((side) => {
    const n = picks[side] as number
    const off = by[side] as number
    const { open, close } = list[n % list.length] as Session
    const spots = [table.from + (n % (table.to - table.from)), table.from + (n % 5_000) * HALF_HOUR + off, open + off, close + off, close]
    return Math.max(table.from, Math.min(table.to - 1, spots[kind] as number)) as Instant
  }) as [Instant, Instant]
  return { list, table, a, b }
}

const orNone = <T>(ask: () => T): T | undefined => {
  try {
    return ask()
  } catch {
    return undefined
  }
}

describe('a clock about changes of offset', () => {
  test('counts and adds like a walk along the list of its sessions', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { list, table, a, b } = asked(question)
        const work = worked(list, b) - worked(list, a)
        expect(workingTimeBetween(table, a, b)).toBe(work)
        const end = worked(list, a) + work
        const isBack = work < 0
        if (work !== 0) expect(orNone(() => addWorkingTime(table, a, work))).toBe(reached(list, end, isBack))
        expect(orNone(() => addWorkingTime(table, a, work, 'start'))).toBe(reached(list, end, true))
        expect(addWorkingTime(table, a, 0)).toBe(a)
      }),
      { numRuns: runs(3_000) },
    )
  })

  test('opens, closes and lists like the list of its sessions', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { list, table, a, b } = asked(question)
        const next = list.find(({ close }) => close > a)
        const last = list.findLast(({ open }) => open < a)
        expect(isOpen(table, a)).toBe(next !== undefined && next.open <= a)
        expect(orNone(() => nextOpening(table, a))).toBe(next && Math.max(a, next.open))
        expect(orNone(() => previousClosing(table, a))).toBe(last && Math.min(a, last.close))
        const cut = list
          .filter(({ open, close }) => close > a && open < b)
          .map(({ open, close }) => ({ from: Math.max(open, a), to: Math.min(close, b) }))
        if (a < b) expect([...sessionsBetween(table, a, b)]).toEqual(cut)
      }),
      { numRuns: runs(1_500) },
    )
  })

  test('closes for the last time on a day where the list of that day ends', () => {
    for (const { era, list, table } of clocks) {
      const zone = zoneOf(era.timeZone)
      for (let day = dayOf(era.from); day <= dayOf(era.to); day = (day + 1) as Day) {
        const [start, end] = [instantOf(zone, day, 0), instantOf(zone, (day + 1) as Day, 0)]
        const own = list.filter(({ open }) => open >= start && open < end)
        // Where one of the day begins in a session of the day before, it is not in the list by itself.
        if (list.some(({ open, close }) => open < start && close > start)) continue
        expect([era, day, lastClosing(table, day)]).toEqual([era, day, own.at(-1)?.close ?? end])
      }
    }
  })
})
