import { fail, show } from '../errors.js'
import type { Roll } from '../time/convention.js'
import { type Day, formatDay, parseDay, weekdayOf } from '../time/day.js'
import { amountOf } from '../time/limit.js'
import { type Ahead, type Forecast, forecast, lookAhead } from './forecast.js'
import { type DayColumns, dayColumns, type NumericDays, numericDays } from './numeric.js'
import { assertSource, type CalendarSource, type Coverage, compileSource, knownOn, type Layer } from './source.js'
import { addWorkingDays, assertCovered, type Bounds, countWorkingDays, type DayTable, isWorkingDay, rollDay } from './table.js'

/** What a day is: `holiday` is any day off by a notice, `makeup` a weekend day worked by a notice, `closure` a day off by a layer. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup' | 'closure'

/** A day with what makes it one: the occasion, and the number of the notice that says so, null where the number is not known. */
export interface DayFacts {
  readonly kind: DayKind
  readonly working: boolean
  readonly occasion?: string
  readonly notice?: string | null
}

/**
 * Which dates are working days, and by whose notice. Dates are `YYYY-MM-DD` text.
 *
 * Throws, from every method: `date-invalid`, `zone-missing` for an instant, `outside-coverage` for a date it cannot know.
 */
export interface Calendar {
  readonly id: string
  /** The span of dates on which this calendar answers; beyond it every question is refused. */
  readonly coverage: Coverage
  /** English names of occasions, where known. */
  readonly occasions: Readonly<Record<string, string>>
  /** The compiled days. Its layout is no part of the public interface, and it is left out of JSON. */
  readonly table: DayTable
  /** Working days in plain numbers, one at a time. */
  readonly numeric: NumericDays
  /** Working days in plain numbers, by whole columns. */
  readonly columns: DayColumns
  /**
   * What a day is, its occasion and the notice that says so.
   *
   * @example
   * cn.day('2019-05-05').notice //=> '国办发明电〔2019〕3号'
   */
  day(date: string): DayFacts
  /**
   * Whether a date is worked; make-up days are.
   *
   * @example
   * cn.isWorkingDay('2019-05-05') //=> true
   */
  isWorkingDay(date: string): boolean
  /**
   * The n-th working day strictly after a date, or before it for a negative n; `add(a, 0)` is a.
   *
   * Throws: `amount-invalid` unless n is a whole number.
   *
   * @example
   * cn.add('2019-04-26', 4) //=> '2019-05-05'
   */
  add(date: string, workingDays: number): string
  /**
   * Working days between two dates, negative when b lies before a. Without bounds it counts `(a, b]`, so that
   * `count(a, add(a, n))` is n from every start.
   *
   * @example
   * cn.count('2019-04-26', '2019-05-05') //=> 4
   */
  count(a: string, b: string, options?: { readonly bounds?: Bounds }): number
  /**
   * Moves a date on a day off to a working day; a working day stays.
   *
   * @example
   * cn.roll('2019-10-01', 'following') //=> '2019-10-08'
   */
  roll(date: string, roll: Roll): string
  /**
   * The n-th working day after a date, also beyond the published days: there it is projected from the law, and told with the
   * earliest and the latest date that the notices awaited can make of it.
   *
   * Edges: needs a calendar with a projection for dates beyond its coverage; holidays for a single event, such as that of
   * 2015-09-03, are not foreseen, nor are amendments.
   * Throws: as `add`, at the end of the projection; `amount-invalid` unless n is a whole number, 0 or more.
   * Source: the regulation on public holidays for the days, the notices since 2007 for the bounds.
   *
   * @example
   * cn.forecast('2026-11-23', 40) //=> { date: '2027-01-19', certainty: 'projected', earliest: '2027-01-19', latest: '2027-01-19', awaits: ['cn-2027'] }
   */
  forecast(date: string, workingDays: number): Forecast
  /**
   * The calendar as it was known on a date: with the notices issued by then, that very day included.
   *
   * Edges: its coverage is that of the notices known, if it follows from them.
   *
   * @example
   * cn.asOf('2019-03-01').add('2019-04-26', 4) //=> '2019-05-03'
   */
  asOf(date: string): Calendar
  /**
   * The calendar with a layer of its own laid over it: what the layer says of a day goes before what was said.
   *
   * Throws: as `createCalendar`, for the notices of the layer.
   *
   * @example
   * cn.extend({ id: 'typhoon', notices: [{ id: 'order-9', number: null, issued: '2019-08-09', covers: 2019,
   *   arrangements: [{ occasion: '台风', off: ['2019-08-09'], work: [] }] }] }).day('2019-08-09').kind //=> 'closure'
   */
  extend(layer: Layer): Calendar
}

/**
 * Makes a calendar from a weekend and holiday notices. It compiles at the first question, not before.
 *
 * Throws: `value-invalid`, `date-invalid`, `notice-contradiction`, `calendar-invalid`; faults in the notices at the first question.
 *
 * @example
 * createCalendar({ id: 'plain', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } }).add('2019-04-26', 1) //=> '2019-04-29'
 */
export function createCalendar(source: CalendarSource): Calendar {
  assertSource(source)
  const own = { ...source, weekend: [...source.weekend], notices: [...source.notices] }
  let compiled: DayTable | undefined
  function days(): DayTable {
    compiled ??= compileSource(own)
    return compiled
  }
  let foreseen: Ahead | undefined
  function ahead(): Ahead {
    foreseen ??= lookAhead(own, days())
    return foreseen
  }
  // Writing a date costs more than finding it, and a calendar writes the same few thousand again and again.
  const names: string[] = []
  const nameOf = (day: Day) => {
    const i = day - days().first
    names[i] ??= formatDay(day)
    return names[i]
  }
  const calendar: Omit<Calendar, 'table' | 'numeric' | 'columns'> = {
    id: own.id,
    occasions: own.occasions ?? {},
    get coverage() {
      return { from: formatDay(days().first), to: formatDay(days().last) }
    },
    day: (date) => dayFacts(days(), parseDay(date)),
    isWorkingDay: (date) => isWorkingDay(days(), parseDay(date)),
    add: (date, workingDays) => nameOf(addWorkingDays(days(), parseDay(date), wholeDays(workingDays))),
    count: (a, b, options) => countWorkingDays(days(), parseDay(a), parseDay(b), knownBounds(options?.bounds ?? '(]')),
    forecast: (date, workingDays) => forecast(ahead(), parseDay(date), amountOf({ workingDays }).amount),
    roll: (date, roll) => nameOf(rollDay(days(), parseDay(date), roll)),
    asOf: (date) => createCalendar(knownOn(own, parseDay(date))),
    extend: (layer) => createCalendar({ ...own, id: `${own.id}+${layer?.id}`, layers: [...(own.layers ?? []), layer] }),
  }
  let scalar: NumericDays | undefined
  let columns: DayColumns | undefined
  const tables = {
    table: { get: days },
    numeric: { get: () => (scalar ??= numericDays(days())) },
    columns: { get: () => (columns ??= dayColumns(days())) },
  }
  return Object.freeze(Object.defineProperties(calendar, tables)) as Calendar
}

function wholeDays(n: number): number {
  return Number.isSafeInteger(n) ? n : amountOf({ workingDays: n }, 'signed').amount
}

const BOUNDS: readonly Bounds[] = ['(]', '[)', '()', '[]']

function knownBounds(bounds: Bounds): Bounds {
  return BOUNDS.includes(bounds) ? bounds : fail('choice-unknown', { what: 'bounds', found: show(bounds), allowed: BOUNDS })
}

/** What a day of a table is. */
export function dayFacts(table: DayTable, day: Day): DayFacts {
  assertCovered(table, day)
  const mark = table.marks.get(day)
  const isWeekend = table.weekend.has(weekdayOf(day))
  if (!mark) return isWeekend ? { kind: 'weekend', working: false } : { kind: 'workday', working: true }
  const off = mark.origin === 'layer' ? 'closure' : 'holiday'
  const kind = mark.isOff ? off : isWeekend ? 'makeup' : 'workday'
  return { kind, working: !mark.isOff, occasion: mark.occasion, notice: mark.notice }
}
