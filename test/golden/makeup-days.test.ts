import { cn } from 'service-time'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { nextDate } from '../support/oracle.js'
import golden from './makeup-days.json' with { type: 'json' }

/*
 * Every make-up day of 2007-2026, and every December day that the notice of the next year touches, with its notice and
 * the working day before it. They were taken from the notices by a program that shares nothing with src.
 */

const { makeupDays, decemberDays } = golden

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const weekdayOf = (date: string) => WEEKDAYS[new Date(date).getUTCDay()]

const at = (date: string, time: string) => `${date}T${time}:00+08:00`
const dayLong = (date: string) => hall.between(at(date, '00:00'), at(nextDate(date), '00:00'))

describe('a make-up day of the notices', () => {
  test('is one of 130 from 2007 to 2026, at least five in each year', () => {
    expect(new Set(makeupDays.map(({ date }) => date)).size).toBe(130)
    const years = Array.from({ length: 20 }, (_, i) => `${2007 + i}`)
    const counts = years.map((year) => makeupDays.filter(({ date }) => date.startsWith(year)).length)
    expect(counts).toEqual([7, 5, 6, 8, 6, 6, 12, 5, 5, 6, 5, 7, 6, 6, 7, 7, 7, 8, 5, 6])
  })

  test.each(makeupDays)('$weekday $date is a working day by $notice', ({ weekday, date, notice, occasion, before }) => {
    expect(weekdayOf(date)).toBe(weekday)
    expect(cn.day(date)).toMatchObject({ kind: 'makeup', working: true, occasion, notice })
    expect(cn.isWorkingDay(date)).toBe(true)
    expect(cn.count(date, date, { bounds: '[]' })).toBe(1)
    expect(cn.count(before, date)).toBe(1)
    expect([cn.add(before, 1), cn.add(date, -1)]).toEqual([date, before])
    expect(cn.roll(date, 'following')).toBe(date)
  })

  test.each(makeupDays)('$weekday $date opens at 09:00 and has 390 working minutes', ({ date, before }) => {
    const [open, close] = [at(date, '09:00'), at(date, '17:00')]
    expect(hall.nextOpening(at(before, '17:00'))).toBe(open)
    expect(hall.previousClosing(at(date, '23:59'))).toBe(close)
    expect(dayLong(date).workingMinutes).toBe(390)
    expect(hall.between(at(before, '17:00'), close)).toMatchObject({ workingDays: 1, workingMinutes: 390 })
    expect([hall.add(open, { workingMinutes: 390 }), hall.add(close, { workingMinutes: -390 })]).toEqual([close, open])
    expect(hall.add(at(before, '17:00'), { workingMinutes: 390 })).toBe(close)
    expect(hall.add(before, { workingDays: 1 })).toBe(date)
  })

  test.each(makeupDays)('$weekday $date is where 1 working day from $before ends', ({ date, before }) => {
    expect(hall.deadline(at(before, '10:00'), { workingDays: 1 })).toMatchObject({ dueDate: date, dueAt: at(date, '17:00') })
    expect(hall.deadline(before, { workingDays: 1 })).toMatchObject({ dueDate: date, dueAt: at(date, '17:00') })
    expect(hall.deadline(at(before, '10:00'), { workingMinutes: 390 }).dueAt).toBe(at(date, '10:00'))
  })
})

describe('a December day that the notice of the next year touches', () => {
  test.each(decemberDays)('$weekday $date is a $kind by $notice', ({ weekday, date, kind, notice, occasion }) => {
    expect(weekdayOf(date)).toBe(weekday)
    expect(cn.day(date)).toMatchObject({ kind, working: kind === 'makeup', occasion, notice })
  })

  test.each(decemberDays)('$weekday $date counts and opens as its $kind does, known from $issued on', ({ date, kind, issued, before }) => {
    const days = kind === 'makeup' ? 1 : 0
    for (const calendar of [cn, cn.asOf(issued)]) {
      expect(calendar.isWorkingDay(date)).toBe(days === 1)
      expect(calendar.count(before, date)).toBe(days)
      expect(calendar.add(before, 1) === date).toBe(days === 1)
    }
    expect(hall.between(at(before, '17:00'), at(date, '23:59'))).toMatchObject({ workingDays: days, workingMinutes: 390 * days })
    expect(dayLong(date).workingMinutes).toBe(390 * days)
    expect(hall.isOpen(at(date, '09:00'))).toBe(days === 1)
  })
})

describe('a day that the notices list as worked, and that is no make-up day', () => {
  test('is MON 2020-02-03, a working day by its weekday, with 390 minutes', () => {
    expect(cn.day('2020-02-03')).toMatchObject({ kind: 'workday', working: true, notice: '国办发明电〔2020〕1号' })
    expect(cn.add('2020-01-23', 1)).toBe('2020-02-03')
    expect(dayLong('2020-02-03').workingMinutes).toBe(390)
  })

  test('is SAT 2020-02-01, which a later notice made a day off', () => {
    expect(cn.asOf('2020-01-25').day('2020-02-01')).toMatchObject({ kind: 'makeup', notice: '国办发明电〔2019〕16号' })
    expect(cn.day('2020-02-01')).toMatchObject({ kind: 'holiday', working: false, notice: '国办发明电〔2020〕1号' })
    expect(dayLong('2020-02-01').workingMinutes).toBe(0)
  })
})
