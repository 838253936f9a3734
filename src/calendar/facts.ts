import { type Day, weekdayOf } from '../time/day.js'
import type { Certainty } from './forecast.js'
import { assertCovered, type DayTable } from './table.js'

/** What a day is: `holiday` is any day off by a notice, `makeup` a weekend day worked by a notice, `closure` a day off by a layer. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup' | 'closure'

/** A day with what makes it one: the occasion, and the number of the notice or the law that says so, null where it is not known. */
export interface DayFacts {
  readonly kind: DayKind
  readonly working: boolean
  /** Whether a notice or a layer has settled the day, or it follows from the law until one does. */
  readonly certainty: Certainty
  readonly occasion?: string
  readonly notice?: string | null
}

/** Whether a notice has settled a day, or a layer has. */
export function isSettled({ publishedTo, settled }: DayTable, day: Day): boolean {
  return day <= publishedTo || settled.has(day)
}

/** What a day of a table is. */
export function dayFacts(table: DayTable, day: Day): DayFacts {
  assertCovered(table, day)
  const certainty = isSettled(table, day) ? 'published' : 'projected'
  const mark = table.marks.get(day)
  const isWeekend = table.weekend.has(weekdayOf(day))
  if (!mark) return isWeekend ? { kind: 'weekend', working: false, certainty } : { kind: 'workday', working: true, certainty }
  const off = mark.origin === 'layer' ? 'closure' : 'holiday'
  const kind = mark.isOff ? off : isWeekend ? 'makeup' : 'workday'
  return { kind, working: !mark.isOff, certainty, occasion: mark.occasion, notice: mark.notice }
}
