import { assertCalendar } from '../calendar/assert-calendar.js'
import type { Calendar } from '../calendar/calendar.js'
import { type Certainty, isProjected } from '../calendar/forecast.js'
import { awaitedIn, countWorkingDays } from '../calendar/table.js'
import { fail, type Language, quote } from '../errors.js'
import { NOT_OPTIONS } from '../messages/values.js'
import { type BilingualText, type Conflict, type Indicator, type IndicatorTarget, indicatorOf, type Policy } from '../policy/policy.js'
import { type Day, formatDay, parseDay } from '../time/day.js'
import { assertMeasured, isReached, type Measured } from './measure.js'
import { indicatorText } from './words.js'

/**
 * What has become of an indicator: `met`; measured and `not-met` while there is time; not measured and `due`; or `overdue`, neither
 * measured nor met after its date.
 */
export type IndicatorOutcome = 'met' | 'not-met' | 'due' | 'overdue'

/** A target date as a part of the source gives it, and whether it is the one that binds. */
export type IndicatorDate = Indicator['dates'][number] & { readonly isBinding: boolean }

/** An indicator on a date: what has become of it, why, and by when it has to be met. */
export interface IndicatorAssessment {
  readonly indicator: string
  readonly titles: BilingualText
  readonly target: IndicatorTarget
  /** What was measured, if anything was. */
  readonly value?: Measured
  readonly outcome: IndicatorOutcome
  readonly reason: 'reached' | 'missed' | 'not-measured'
  /** The binding date: the earliest of `dates`. */
  readonly targetDate: string
  readonly dates: readonly IndicatorDate[]
  /** Working days after the date asked about, up to the target date; once that has passed, minus those after it. */
  readonly workingDaysLeft: number
  /** Whether `workingDaysLeft` rests on days that no notice has settled. */
  readonly certainty: Certainty
  /** The notices that those days await. */
  readonly awaits?: readonly string[]
  /** Where the sources disagree or say too little. */
  readonly conflicts: readonly Conflict[]
  readonly basis: { readonly policy: string; readonly status: Policy['source']['status']; readonly calendar: string; readonly edition: string }
  readonly text: Readonly<Record<Language, string>>
}

/** What an indicator is assessed by. */
export interface IndicatorOptions {
  /** A share as a part of 1 (90 % is 0.9), a count, or for a milestone whether it is done; left out while nothing was measured. */
  readonly value?: Measured | undefined
  /** The date asked about. */
  readonly on: string
  readonly calendar: Calendar
}

/**
 * Tells whether an indicator of a policy is met on a date, and how many working days are left where it is not.
 *
 * Edges: of several target dates the earliest binds; the target date itself is in time.
 * Throws: `indicator-unknown` with the nearest names; `value-invalid` for a value that the target does not measure; `date-invalid`;
 * `outside-coverage`, `unpublished`.
 *
 * @example
 * const found = assessIndicator(xiaoshan2019, 'nearby-service', { value: 0.87, on: '2019-10-25', calendar: cn })
 * found.outcome //=> 'not-met'
 * found.targetDate //=> '2019-10-31'
 * found.text.en //=> 'Matters of daily life handled nearby: target at least 90%, measured 87%: not met; due by 2019-10-31 (body 年底前, 2019-12-31; annex 10月底, 2019-10-31; the earlier binds), 4 working days left.'
 */
export function assessIndicator(policy: Policy, id: string, options: IndicatorOptions): IndicatorAssessment {
  const indicator = indicatorOf(policy, id)
  if (typeof options !== 'object' || options === null) return fail(NOT_OPTIONS, { found: quote(options) }, { path: 'options' })
  const { value, on, calendar } = options
  assertCalendar(calendar, 'calendar')
  if (value !== undefined) assertMeasured(indicator.target, value)
  const { titles, target, dates, conflicts = [] } = indicator
  const day = parseDay(on, 'on')
  const due = Math.min(...dates.map(({ date }) => parseDay(date))) as Day
  const reason = value === undefined ? 'not-measured' : isReached(target, value) ? 'reached' : 'missed'
  const targetDate = formatDay(due)
  const facts = {
    indicator: id,
    titles,
    target,
    ...(value !== undefined && { value }),
    outcome: day > due && reason !== 'reached' ? 'overdue' : OUTCOMES[reason],
    reason,
    targetDate,
    dates: dates.map((plan) => ({ ...plan, isBinding: plan.date === targetDate })),
    ...daysLeft(calendar, day, due),
    conflicts,
    basis: { policy: policy.id, status: policy.source.status, calendar: calendar.id, edition: calendar.edition },
  } as const
  return { ...facts, text: { zh: indicatorText('zh', facts), en: indicatorText('en', facts) } }
}

/** What has become of an indicator while there is time. */
const OUTCOMES: Readonly<Record<IndicatorAssessment['reason'], IndicatorOutcome>> = { reached: 'met', missed: 'not-met', 'not-measured': 'due' }

function daysLeft({ table }: Calendar, day: Day, due: Day): Pick<IndicatorAssessment, 'workingDaysLeft' | 'certainty' | 'awaits'> {
  const [first, last] = day < due ? [day, due] : [due, day]
  const between = countWorkingDays(table, first, last, '(]')
  const workingDaysLeft = day > due ? 0 - between : between
  const counted = [{ from: (first + 1) as Day, to: last }]
  if (!isProjected(table, counted)) return { workingDaysLeft, certainty: 'published' }
  return { workingDaysLeft, certainty: 'projected', awaits: awaitedIn(table, counted) }
}
