import cnFile from '../seeds/calendars/cn.json' with { type: 'json' }
import cnExceptions from '../seeds/calendars/cn-exceptions.json' with { type: 'json' }
import hangzhouSource from '../seeds/calendars/hangzhou-2016.json' with { type: 'json' }
import hallHoursSource from '../seeds/hours/hall-9-to-5.json' with { type: 'json' }
import licensingSource from '../seeds/policies/cn-licensing.json' with { type: 'json' }
import xiaoshanSource from '../seeds/policies/xiaoshan-2019.json' with { type: 'json' }
import { type Calendar, calendarOver } from './calendar/calendar.js'
import { planOf } from './calendar/plan.js'
import type { Beforehand, CalendarSource, Layer } from './calendar/source.js'
import { type Clock, createClock } from './clock/clock.js'
import type { Hours } from './clock/hours.js'
import { type ChoiceFault, fail, show } from './errors.js'
import { UNKNOWN_CALENDAR_NAME, UNKNOWN_HOURS_NAME } from './messages/choices.js'
import { assertPolicy } from './policy/assert-policy.js'
import { checked } from './policy/checked.js'
import type { CauseNames, RuleNames, StageNames } from './policy/names.js'
import type { Policy } from './policy/policy.js'
import { type Day, parseDay } from './time/day.js'
import { frozen } from './time/frozen.js'
import { once } from './time/once.js'

/** The calendar as its file has it. The first answers need no notice and no law, so that these are read when one is asked for. */
const cnSource = /* @__PURE__ */ (({ calendar, weekend, occasions, to, awaits }) => ({
  id: calendar,
  weekend,
  occasions,
  projection: {
    to,
    awaits,
    get laws() {
      return cnFile.projection.laws
    },
    get festivals() {
      return cnFile.projection.festivals
    },
  },
  get notices() {
    return cnFile.notices
  },
}))(cnExceptions)

/** What the notices and the laws come to; the exceptions are written as the days from one to the next. */
const cnBeforehand: Beforehand = {
  coverage: () => ({ first: parseDay(cnExceptions.from), last: parseDay(cnExceptions.publishedTo) }),
  exceptions: () => {
    let day = parseDay(cnExceptions.from) as number
    return cnExceptions.gaps.map((gap) => {
      day += gap
      return day as Day
    })
  },
}

// Tests check the data that is shipped, so that no start has to. What every user shares must not be changed by one.

/**
 * The working days of mainland China: every State Council notice of 2007-2026, with the amendments of 2015, 2019 and 2020.
 *
 * Edges: settled from 2007-01-01 to 2026-12-24, because the notice for 2027 may still move the days after; projected from the law to
 * 2050-12-31.
 * Source: State Council notices, each day with the number of its own; beyond, the regulation on public holidays (order 795).
 *
 * @example
 * cn.add('2019-04-26', 4) //=> '2019-05-05'
 */
export const cn: Calendar = /* @__PURE__ */ calendarOver(/* @__PURE__ */ planOf(cnSource as CalendarSource, cnBeforehand))

/**
 * Hours of a service hall, 09:00-12:00 and 13:30-17:00.
 *
 * Source: none gives Xiaoshan's own hours; these are typical of Hangzhou and an assumption to be replaced.
 *
 * @example
 * hallHours.workday //=> ['09:00-12:00', '13:30-17:00']
 */
export const hallHours: Hours & { readonly workday: readonly string[] } = /* @__PURE__ */ (({ workday }) => frozen({ workday }))(hallHoursSource)

/**
 * The days that Hangzhou moved for the G20 summit of 2016, in nine districts, Xiaoshan among them; to be laid over `cn`.
 *
 * Edges: firms could decide for themselves; Tonglu, Chun'an, Jiande and Lin'an were not part of it. The day of issue is not
 * known: 2016-08-05 is a day by which the notice had been published.
 * Source: 杭政办函〔2016〕75号.
 *
 * @example
 * cn.extend(hangzhou2016).add('2016-08-31', 4) //=> '2016-09-11'
 */
export const hangzhou2016: Layer = /* @__PURE__ */ (({ id, notices }) => frozen({ id, notices }))(hangzhouSource)

/** Gives a policy of this package its names as types; its JSON import has widened every other text to `string`. */
const policyOf = <T extends object>(source: T) => shipped(source) as unknown as Policy<RuleNames<T>, StageNames<T>, CauseNames<T>>

/** Where Node's console looks for what to write of a value. */
const INSPECTED = Symbol.for('nodejs.util.inspect.custom')

/** A policy of this package, whose parts are read and frozen when they are first asked for; to a user it is like any other. */
function shipped<T extends object>(source: T): T {
  const data: object = Object.defineProperty({}, INSPECTED, { value: () => ({ ...data }) })
  for (const key of Object.keys(source) as (keyof T)[]) {
    Object.defineProperty(data, key, { enumerable: true, get: once(() => frozen(source[key])) })
  }
  return checked(data) as T
}

/**
 * The 18 time targets of Xiaoshan District's 2019 work points, and its 52 other indicators, with their sources and the conflicts between them.
 *
 * Edges: the document is a draft for comment; three targets bind a set of cases or a cut, and cannot be assessed one by one.
 * Source: 萧山区2019年度“最多跑一次”改革工作要点（征求意见稿）, 2019-04-28.
 *
 * @example
 * xiaoshan2019.rules['water-hookup'].versions[0].target.limit //=> { workingDays: 4 }
 */
export const xiaoshan2019 = /* @__PURE__ */ policyOf(xiaoshanSource)

/** The rules of `xiaoshan2019`, by the names that a case gives. */
export type XiaoshanRule = typeof xiaoshan2019 extends Policy<infer R, string> ? R : never

/** The stages of the rules of `xiaoshan2019`. */
export type XiaoshanStage = typeof xiaoshan2019 extends Policy<string, infer S> ? S : never

/**
 * The general periods of administrative licensing: 20 working days and 10 more, 45 and 15 where agencies act jointly, delivery in 10,
 * deemed acceptance after 5, and the causes for which time is not counted.
 *
 * Edges: the text of 2019; another statute may set other periods, and a policy that extends this one may promise less.
 * Source: Administrative Licensing Law art. 32, 42, 44, 45, 82.
 *
 * @example
 * cnLicensing.rules['ordinary-licence'].versions[0].target.limit //=> { workingDays: 20 }
 */
export const cnLicensing = /* @__PURE__ */ policyOf(licensingSource)

const calendars: Readonly<Record<string, Calendar>> = { cn }
const hours: Readonly<Record<string, typeof hallHours>> = { 'hall-9-to-5': hallHours }

/**
 * The clock that a policy names, from the calendars and hours that come with this package.
 *
 * Edges: to put your own hours or calendar under a policy, make a clock with `createClock` instead.
 * Throws: `choice-unknown` for a calendar or hours that are not built in; `zone-unknown`; `value-invalid` for what is no policy.
 *
 * @example
 * clockFor(xiaoshan2019).add('2019-05-06T10:00', { workingHours: 8 }) //=> '2019-05-07T11:30:00+08:00'
 */
export function clockFor(policy: Policy): Clock {
  assertPolicy(policy)
  return clockNamed(policy, '')
}

function clockNamed(
  { calendar, hours: open, timeZone, convention }: Pick<Policy, 'calendar' | 'hours' | 'timeZone' | 'convention'>,
  path: string,
): Clock {
  return createClock({
    calendar: named(calendars, { unknown: UNKNOWN_CALENDAR_NAME, name: calendar, path: `${path}calendar` }),
    hours: named(hours, { unknown: UNKNOWN_HOURS_NAME, name: open, path: `${path}hours` }),
    timeZone,
    convention,
  })
}

/**
 * The clocks of stages that a policy names, from the calendars and hours that come with this package; none where it names none.
 *
 * Throws: as `clockFor`, with the path of the clock.
 *
 * @example
 * clocksFor(xiaoshan2019) //=> {}
 */
export function clocksFor(policy: Policy): Readonly<Record<string, Clock>> {
  assertPolicy(policy)
  const { timeZone, convention, clocks = {} } = policy
  return Object.fromEntries(Object.entries(clocks).map(([name, own]) => [name, clockNamed({ ...own, timeZone, convention }, `clocks.${name}.`)]))
}

/** Hours that come with this package as an assumption, by the name a policy gives. */
export function hoursOf(name: string): typeof hallHours | undefined {
  return Object.hasOwn(hours, name) ? hours[name] : undefined
}

/** What a policy asks for by name. */
interface Wanted {
  readonly unknown: ChoiceFault
  readonly name: unknown
  readonly path: string
}

function named<T>(shelf: Readonly<Record<string, T>>, { unknown, name, path }: Wanted): T {
  const found = typeof name === 'string' && Object.hasOwn(shelf, name) ? shelf[name] : undefined
  return found ?? fail(unknown, { found: show(name), allowed: Object.keys(shelf) }, { path })
}
