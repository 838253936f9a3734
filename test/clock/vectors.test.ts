import { cn, createClock } from 'service-time'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { readVectors } from '../support/vectors.js'

type Row = [schedule: string, op: 'add' | 'diff' | 'state', ...rest: (string | number | boolean)[]]
type Term = [start: string, n: number, unit: 'day' | 'month' | 'year', unrolled: string, rolled: string]

const rows = readVectors<{ rows: Row[] }>('working-time-cn').rows
const summer = { from: '07-01', to: '09-30', workday: ['09:00-12:00', '14:00-17:30'] }
const clocks = { A: hall, B: createClock({ calendar: cn, hours: { ...HALL_HOURS, seasons: [summer] }, timeZone: 'Asia/Shanghai' }) }
const terms = readVectors<{ rows: Term[] }>('terms').rows
const UNITS = { day: 'calendarDays', month: 'months', year: 'years' } as const

describe.each(['A', 'B'] as const)('the independent answers of working time by schedule %s', (name) => {
  const clock = clocks[name]
  const ofKind = (op: Row[1]) => rows.filter(([schedule, kind]) => schedule === name && kind === op).map(([, , ...rest]) => rest)

  test.each(ofKind('add') as [string, number, string, string][])('%s + %d working minutes', (start, minutes, earliest, latest) => {
    // A negative amount has one answer, the latest start that still leaves it.
    if (minutes >= 0) expect(clock.add(start, { workingMinutes: minutes })).toBe(earliest)
    expect(clock.add(start, { workingMinutes: minutes }, { landing: 'start' })).toBe(latest)
  })

  test.each(ofKind('diff') as [string, string, number][])('working time from %s to %s', (a, b, seconds) => {
    expect(clock.between(a, b).workingMinutes).toBe(seconds / 60)
  })

  test.each(ofKind('state') as [string, boolean, string, string][])('at %s', (at, isOpen, opening, closing) => {
    expect([clock.isOpen(at), clock.nextOpening(at), clock.previousClosing(at)]).toEqual([isOpen, opening, closing])
  })
})

describe('the independent answers for days, months and years of the Civil Code', () => {
  test.each(terms)('%s + %i %s', (start, n, unit, unrolled, rolled) => {
    const limit = { [UNITS[unit]]: n } as { months: number }
    expect(hall.add(start, limit)).toBe(unrolled)
    expect(hall.deadline(start, limit).dueDate).toBe(rolled)
  })
})
