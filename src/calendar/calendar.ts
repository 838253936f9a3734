import { fail, show } from '../errors.js'
import { UNKNOWN_BOUNDS } from '../messages/choices.js'
import { UNIT_UNKNOWN } from '../messages/time.js'
import type { Roll } from '../time/convention.js'
import { formatDay, parseDay } from '../time/day.js'
import { amountOf, type Limit } from '../time/limit.js'
import { once } from '../time/once.js'
import { assertOptions } from '../time/record.js'
import { assertCalendar } from './assert-calendar.js'
import { type Difference, differenceOf } from './difference.js'
import { type DayFacts, dayFacts } from './facts.js'
import { type Forecast, forecast } from './forecast.js'
import { type Notice, noticeFrom } from './notice.js'
import { type DayColumns, dayColumns, type NumericDays, numericDays } from './numeric.js'
import { laidOver, type Plan, planOf } from './plan.js'
import { assertUnpublished, type CalendarSource, type Coverage, type Layer, layerFrom, sourceFrom, type Unpublished } from './source.js'
import { addWorkingDays, type Bounds, countWorkingDays, type DayTable, isWorkingDay, rollDay } from './table.js'

/** The span on which a calendar answers, both ends included: settled by notices to `publishedTo`, and projected from there on, but for days that layers settle. */
export interface CalendarCoverage extends Coverage {
  readonly publishedTo: string
}

/**
 * Which dates are working days, and by whose notice. Dates are `YYYY-MM-DD` text.
 *
 * Edges: days that no notice has settled are projected from the law. `day`, `forecast`, deadlines and assessments say so; a plain
 * date or number cannot, so `coverage.publishedTo` tells how far they are settled, and `with({ unpublished: 'error' })` refuses
 * what lies beyond.
 * Throws, from every method: `date-invalid`, `zone-missing` for an instant, `outside-coverage` for a date it cannot know,
 * `unpublished` where it refuses the days that no notice has settled.
 */
export interface Calendar {
  readonly id: string
  /** The span of dates on which this calendar answers; beyond it every question is refused. */
  readonly coverage: CalendarCoverage
  /**
   * A hash of what the answers of the calendar follow from: its days, the notices that settle them, and what notices may still make
   * of those projected. It is part of the basis of every assessment.
   *
   * Edges: calendars of one edition answer alike, though not those made of them by `asOf`, `announce` or `with`, to which also issue
   * dates and laws matter; the id and the English names are no part of it.
   *
   * @example
   * cn.asOf('2019-03-22').edition === cn.asOf('2019-11-20').edition //=> true
   */
  readonly edition: string
  /** English names of occasions, where known. */
  readonly occasions: Readonly<Record<string, string>>
  /** What the calendar is made from; like `table`, no part of the public interface, and left out of JSON. */
  readonly plan: Plan
  /** The compiled days. */
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
   * Throws: `choice-unknown` for other bounds.
   *
   * @example
   * cn.count('2019-04-26', '2019-05-05') //=> 4
   */
  count(a: string, b: string, options?: { readonly bounds?: Bounds }): number
  /**
   * Moves a date on a day off to a working day; a working day stays.
   *
   * Throws: `choice-unknown` for another roll.
   *
   * @example
   * cn.roll('2019-10-01', 'following') //=> '2019-10-08'
   */
  roll(date: string, roll: Roll): string
  /**
   * The n-th working day after a date, as `add`, with what it rests on: where that is projected, the earliest and the latest
   * date that the notices awaited can make of it.
   *
   * Edges: holidays for a single event, such as that of 2015-09-03, are not foreseen, nor are amendments.
   * Throws: as `add`; `outside-coverage` also near the end of the projection, where only the latest date would lie beyond it;
   * `amount-invalid` unless n is a whole number, 0 or more.
   * Source: the regulation on public holidays for the days, the notices since 2007 for the bounds.
   *
   * @example
   * cn.forecast('2026-11-23', 40) //=> { date: '2027-01-19', certainty: 'projected', earliest: '2027-01-19', latest: '2027-01-19', awaits: ['cn-2027'] }
   */
  forecast(date: string, workingDays: number): Forecast
  /**
   * The calendar as it was known on a date: with the notices issued by then, that very day included.
   *
   * Edges: what the notices known then had not settled is projected, from the law known then. A calendar whose coverage follows from its
   * notices has none before the first of them, and refuses its first question as `calendar-invalid`.
   *
   * @example
   * cn.asOf('2019-03-01').add('2019-04-26', 4) //=> '2019-05-03'
   */
  asOf(date: string): Calendar
  /**
   * The calendar once one more notice is out, as if it had come with the others: what it arranges anew replaces what was
   * arranged for the same occasion and year.
   *
   * Edges: layers stay over it; of a combination the parts take it that await notices, or all where none does.
   * Throws: as `createCalendar`, for the notice.
   *
   * @example
   * cn.asOf('2019-03-01').announce({ id: 'amended', number: null, issued: '2019-03-22', covers: 2019,
   *   arrangements: [{ occasion: '劳动节', off: ['2019-05-01/2019-05-04'], work: ['2019-04-28', '2019-05-05'] }] }).add('2019-04-26', 4) //=> '2019-05-05'
   */
  announce(notice: Notice): Calendar
  /**
   * The calendar with a layer of its own laid over it: what the layer says of a day goes before what was said.
   *
   * Throws: as `createCalendar`, for the notices of the layer; `notice-contradiction` at once when two of them disagree on a day.
   *
   * @example
   * cn.extend({ id: 'typhoon', notices: [{ id: 'order-9', number: null, issued: '2019-08-09', covers: 2019,
   *   arrangements: [{ occasion: '台风', off: ['2019-08-09'], work: [] }] }] }).day('2019-08-09').kind //=> 'closure'
   */
  extend(layer: Layer): Calendar
  /**
   * What changes from this calendar to another, over the days that both know: the days that are worked in one of them only, and
   * with an amount of working days the deadlines that move.
   *
   * Throws: `value-invalid` for what is no calendar; `calendar-invalid` when they share no day; `amount-invalid`, `unit-unknown`
   * for another unit.
   *
   * @example
   * const { days, deadlines } = cn.asOf('2019-03-01').diff(cn.with({ unpublished: 'error' }), { workingDays: 4 })
   * days[0] //=> { date: '2019-04-28', before: { kind: 'weekend', working: false, certainty: 'published' }, after: { kind: 'makeup', working: true, certainty: 'published', occasion: '劳动节', notice: '国办发明电〔2019〕3号' } }
   * deadlines[0] //=> { start: '2019-04-23', before: '2019-04-29', after: '2019-04-28' }
   */
  diff(other: Calendar, limit?: { readonly workingDays: number }): Difference
  /**
   * The same calendar that takes the law for days that no notice has settled (`project`), or refuses them (`error`).
   *
   * Throws: `choice-unknown`. With `error` every method throws `unpublished` for an answer that rests on such days.
   *
   * @example
   * cn.with({ unpublished: 'error' }).coverage.to //=> '2026-12-24'
   */
  with(options: { readonly unpublished: Unpublished }): Calendar
}

/**
 * Makes a calendar from a weekend and holiday notices. It compiles at the first question, not before.
 *
 * Edges: the source is copied; later changes of it change nothing.
 * Throws: `value-invalid`, `date-invalid`, `choice-unknown`, `calendar-invalid` for a coverage that ends before it begins, with the path
 * of the fault; `notice-contradiction` and `calendar-invalid` for the rest at the first question.
 *
 * @example
 * createCalendar({ id: 'plain', weekend: ['saturday', 'sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } }).add('2019-04-26', 1) //=> '2019-04-29'
 */
export function createCalendar(source: CalendarSource): Calendar {
  return calendarOver(planOf(sourceFrom(source)))
}

/** The calendar of a plan. */
export function calendarOver(plan: Plan): Calendar {
  const { id, occasions, days } = plan
  const calendar: Omit<Calendar, Hidden> = {
    id,
    occasions,
    get coverage() {
      const { first, last, publishedTo } = days()
      return { from: formatDay(first), to: formatDay(last), publishedTo: formatDay(publishedTo) }
    },
    get edition() {
      return plan.edition()
    },
    day: (date) => dayFacts(days(), parseDay(date)),
    isWorkingDay: (date) => isWorkingDay(days(), parseDay(date)),
    add: (date, workingDays) => formatDay(addWorkingDays(days(), parseDay(date), wholeDays(workingDays))),
    count: (a, b, options) => {
      assertOptions(options, ['bounds'])
      return countWorkingDays(days(), parseDay(a), parseDay(b), knownBounds(options?.bounds))
    },
    roll: (date, roll) => formatDay(rollDay(days(), parseDay(date), roll)),
    forecast: (date, workingDays) => forecast(days(), plan.readings, parseDay(date), amountOf({ workingDays }).amount),
    asOf: (date) => calendarOver(plan.knownOn(parseDay(date))),
    announce: (notice) => calendarOver(plan.announcing(noticeFrom(notice, 'notice'))),
    extend: (layer) => calendarOver(laidOver(plan, layerFrom(layer))),
    diff: (other, limit) => {
      assertCalendar(other, 'other')
      return differenceOf(days(), other.table, limit === undefined ? undefined : workingDaysOf(limit))
    },
    with: (options) => {
      assertOptions(options, ['unpublished'])
      assertUnpublished(options?.unpublished)
      return calendarOver(plan.treating(options.unpublished))
    },
  }
  const scalar = once(() => Object.freeze(numericDays(days())))
  const columns = once(() => Object.freeze(dayColumns(days())))
  return Object.freeze(
    Object.defineProperties(calendar, { plan: { value: plan }, table: { get: days }, numeric: { get: scalar }, columns: { get: columns } }),
  ) as Calendar
}

/** What is left out of JSON. */
type Hidden = 'plan' | 'table' | 'numeric' | 'columns'

/** Deadlines of other units rest on a clock as well. */
function workingDaysOf(limit: Limit): number {
  const { unit, amount } = amountOf(limit)
  return unit === 'workingDays' ? amount : fail(UNIT_UNKNOWN, { found: unit, allowed: ['workingDays'] })
}

function wholeDays(n: number): number {
  return Number.isSafeInteger(n) ? n : amountOf({ workingDays: n }, 'signed').amount
}

const BOUNDS: readonly Bounds[] = ['(]', '[)', '()', '[]']

function knownBounds(bounds: Bounds = '(]'): Bounds {
  return BOUNDS.includes(bounds) ? bounds : fail(UNKNOWN_BOUNDS, { found: show(bounds), allowed: BOUNDS })
}
