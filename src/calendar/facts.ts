import { type Day, weekdayOf } from '../time/day.js'
import type { Certainty } from './forecast.js'
import type { Mark } from './notice.js'
import { assertCovered, awaitedIn, type DayTable } from './table.js'

/** What a day is: `holiday` is any day off by a notice or, until one comes, by the law, `makeup` a weekend day worked by a notice, `closure` a day off by a layer. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup' | 'closure'

/** A day with what makes it one: the occasion, and the number of the notice or the law that says so, null where it is not known. */
export interface DayFacts {
  readonly kind: DayKind
  readonly working: boolean
  /** Whether a notice or a layer has settled the day, or it follows from the law until one does. */
  readonly certainty: Certainty
  readonly occasion?: string
  readonly notice?: string | null
  /** Ids of the notices that will settle the day, only where it is projected. */
  readonly awaits?: readonly string[]
}

/** Whether a notice has settled a day, or a layer has. */
export function isSettled({ publishedTo, said }: DayTable, day: Day): boolean {
  return day <= publishedTo || said().settled.has(day)
}

/** What a day of a table is. */
export function dayFacts(table: DayTable, day: Day): DayFacts {
  assertCovered(table, day)
  const mark = table.said().marks.get(day)
  const isWeekend = table.weekend.has(weekdayOf(day))
  const working = mark ? !mark.isOff : !isWeekend
  const said = mark && { occasion: mark.occasion, notice: mark.notice }
  return { kind: kindOf(mark, isWeekend), working, ...certaintyOf(table, day), ...said }
}

function kindOf(mark: Mark | undefined, isWeekend: boolean): DayKind {
  if (!mark) return isWeekend ? 'weekend' : 'workday'
  if (mark.isOff) return mark.origin === 'layer' ? 'closure' : 'holiday'
  return isWeekend ? 'makeup' : 'workday'
}

function certaintyOf(table: DayTable, day: Day): Pick<DayFacts, 'certainty' | 'awaits'> {
  return isSettled(table, day) ? { certainty: 'published' } : { certainty: 'projected', awaits: awaitedIn(table, [{ from: day, to: day }]) }
}
