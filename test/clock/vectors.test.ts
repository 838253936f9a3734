import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { readVectors } from '../support/vectors.js'

type Row = [schedule: string, op: 'add' | 'diff' | 'state', ...rest: (string | number | boolean)[]]
type Term = [start: string, n: number, unit: 'day' | 'month' | 'year', unrolled: string, rolled: string]

const rows = readVectors<{ rows: Row[] }>('working-time-cn').rows.filter(([schedule]) => schedule === 'A')
const terms = readVectors<{ rows: Term[] }>('terms').rows
const ofKind = (op: Row[1]) => rows.filter((row) => row[1] === op).map(([, , ...rest]) => rest)
const UNITS = { day: 'calendarDays', month: 'months', year: 'years' } as const

describe('the independent answers of working time with a lunch break', () => {
  test.each(ofKind('add') as [string, number, string, string][])('%s + %d working minutes', (start, minutes, earliest, latest) => {
    // A negative amount has one answer, the latest start that still leaves it.
    if (minutes >= 0) expect(hall.add(start, { workingMinutes: minutes })).toBe(earliest)
    if (minutes !== 0) expect(hall.add(start, { workingMinutes: minutes }, { landing: 'start' })).toBe(latest)
    else expect(hall.nextOpening(start)).toBe(latest)
  })

  test.each(ofKind('diff') as [string, string, number][])('working time from %s to %s', (a, b, seconds) => {
    expect(hall.between(a, b).workingMinutes).toBe(seconds / 60)
  })

  test.each(ofKind('state') as [string, boolean, string, string][])('at %s', (at, isOpen, opening, closing) => {
    expect([hall.isOpen(at), hall.nextOpening(at), hall.previousClosing(at)]).toEqual([isOpen, opening, closing])
  })
})

describe('the independent answers for days, months and years of the Civil Code', () => {
  test.each(terms)('%s + %i %s', (start, n, unit, unrolled, rolled) => {
    const limit = { [UNITS[unit]]: n } as { months: number }
    expect(hall.add(start, limit)).toBe(unrolled)
    expect(hall.deadline(start, limit).dueDate).toBe(rolled)
  })
})
