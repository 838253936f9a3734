import { fail } from '../errors.js'
import { NOT_CALENDAR } from '../messages/values.js'
import type { Day, Weekday } from '../time/day.js'
import { once } from '../time/once.js'
import { assertCalendar } from './assert-calendar.js'
import type { Awaited } from './awaited.js'
import { type Calendar, calendarOver } from './calendar.js'
import { isSettled } from './facts.js'
import type { Mark } from './notice.js'
import { type Outlook, outlookBetween, ranksFrom } from './outlook.js'
import { type Plan, planned } from './plan.js'
import { compileDays, type DayTable, isWorkingDay, type TableSource } from './table.js'

/**
 * The calendar whose working days are those of every calendar given, such as of two offices that must both sign.
 *
 * Edges: its coverage is that of all; a day is published where all have published it. In what order, and how often, a calendar
 * is given changes nothing, and equal calendars are one, though made apart. The id names each id once; calendars of one id keep it.
 * Throws: `value-invalid` for what is no calendar, or none at all; `calendar-invalid`, at the first question, when they share no
 * day, or no working day.
 *
 * @example
 * const counter = createCalendar({ id: 'counter', weekend: ['monday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
 * allOpen(cn, counter).add('2019-05-03', 2) //=> '2019-05-07'
 */
export function allOpen(...calendars: readonly Calendar[]): Calendar {
  return combined('allOpen', calendars)
}

/**
 * The calendar whose working days are those of any calendar given, such as of two counters of which either will do.
 *
 * Edges: as `allOpen`.
 * Throws: as `allOpen`.
 *
 * @example
 * const counter = createCalendar({ id: 'counter', weekend: ['monday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
 * anyOpen(cn, counter).add('2019-05-03', 2) //=> '2019-05-05'
 */
export function anyOpen(...calendars: readonly Calendar[]): Calendar {
  return combined('anyOpen', calendars)
}

type Kind = 'allOpen' | 'anyOpen'

function combined(kind: Kind, calendars: readonly Calendar[]): Calendar {
  if (calendars.length === 0) return fail(NOT_CALENDAR, { found: 'none' }, { path: 'calendars' })
  calendars.forEach((calendar, i) => {
    assertCalendar(calendar, `calendars[${i}]`)
  })
  const plans = calendars.map(({ plan }) => plan)
  const plan = combine(kind, plans)
  return calendars.find((calendar) => calendar.plan === plan) ?? calendarOver(plan)
}

function combine(kind: Kind, plans: readonly Plan[]): Plan {
  const parts = [...new Set(plans.flatMap((plan) => (plan.parts?.kind === kind ? plan.parts.plans : [plan])))]
  const [part, ...others] = parts as [Plan, ...Plan[]]
  if (others.length === 0) return part
  const id = idOf(kind, parts)
  // Equal days are one by themselves; the edition, which costs more than they do, is asked only for the bounds.
  const isOne = once(() => others.every((other) => other.edition() === part.edition()))
  return planned({
    id,
    parts: { kind, plans: parts },
    occasions: occasionsOf(parts),
    days: () => {
      const tables = parts.map(({ days }) => days())
      return compileDays(sourceOf(kind, id, tables))
    },
    outlook: (days) => (isOne() ? part.outlook(days) : outlookOver(kind, parts, days)),
    knownOn: (day) => {
      const known = parts.map((each) => each.knownOn(day))
      return combine(kind, known)
    },
    treating: (unpublished) => {
      const treated = parts.map((each) => each.treating(unpublished))
      return combine(kind, treated)
    },
    announcing: (notice) => {
      // What awaits no notice is settled by other means, such as the calendar of an office.
      const isAwaited = parts.some((each) => each.days().awaits.length > 0)
      const announced = parts.map((each) => (!isAwaited || each.days().awaits.length > 0 ? each.announcing(notice) : each))
      return combine(kind, announced)
    },
  })
}

/** The ids of the parts in order, each once; calendars of one id, such as two editions of one, keep it. */
function idOf(kind: Kind, parts: readonly Plan[]): string {
  const ids = [...new Set(parts.map(({ id }) => id))].sort()
  return ids.length === 1 ? (ids[0] as string) : `${kind}(${ids.join(', ')})`
}

/** Of two names for one occasion any will do, if it is always the same. */
function occasionsOf(parts: readonly Plan[]): Plan['occasions'] {
  const names = parts.flatMap(({ occasions }) => Object.entries(occasions))
  return Object.fromEntries(names.sort(([, a], [, b]) => compare(a, b)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Whether a day is worked, given whether it is in each part. */
const IS_WORKED: Readonly<Record<Kind, (inParts: readonly boolean[]) => boolean>> = {
  allOpen: (inParts) => inParts.every(Boolean),
  anyOpen: (inParts) => inParts.some(Boolean),
}

function sourceOf(kind: Kind, id: string, tables: readonly DayTable[]): TableSource {
  const first = Math.max(...tables.map((table) => table.first)) as Day
  const last = Math.min(...tables.map((table) => table.last)) as Day
  const publishedTo = Math.min(last, ...tables.map((table) => table.publishedTo)) as Day
  const horizon = Math.min(...tables.map((table) => table.horizon)) as Day
  const weekdays = tables.flatMap(({ weekend }) => [...weekend])
  const isOff = (weekday: Weekday) => !IS_WORKED[kind](tables.map(({ weekend }) => !weekend.has(weekday)))
  const isSettledInAll = (day: Day) => tables.every((table) => isSettled(table, day))
  return {
    id,
    first,
    last,
    publishedTo,
    horizon,
    awaits: awaitsOf(tables, horizon),
    weekend: new Set(weekdays.filter(isOff)),
    said: once(() => ({
      marks: marksOver(kind, tables, { first, last }),
      settled: new Set(tables.flatMap((table) => [...table.said().settled]).filter(isSettledInAll)),
    })),
  }
}

/** What is awaited for days that all know, each once, from the first day that any awaits it for. */
function awaitsOf(tables: readonly DayTable[], horizon: Day): readonly Awaited[] {
  const awaited = tables.flatMap(({ awaits }) => awaits).filter(({ after }) => after < horizon)
  const first = new Map(awaited.sort((a, b) => b.after - a.after).map((one) => [JSON.stringify([one.notice, ...one.known]), one]))
  return [...first].sort(([a], [b]) => compare(a, b)).map(([, one]) => one)
}

/** What is said of a day by a part that makes it what it is; without a mark it is as its weekday. */
function marksOver(kind: Kind, tables: readonly DayTable[], { first, last }: Pick<DayTable, 'first' | 'last'>): ReadonlyMap<Day, Mark> {
  const marks = new Map<Day, Mark>()
  for (const day of new Set(tables.flatMap((table) => [...table.said().marks.keys()]))) {
    if (day < first || day > last) continue
    const isWorked = IS_WORKED[kind](tables.map((table) => isWorkingDay(table, day)))
    const said = tables.map((table) => table.said().marks.get(day)).filter((mark) => mark !== undefined && mark.isOff !== isWorked)
    const [mark] = said.sort((a, b) => byWeight(a as Mark, b as Mark))
    if (mark) marks.set(day, mark)
  }
  return marks
}

const WEIGHT: Readonly<Record<Mark['origin'], number>> = { layer: 0, notice: 1, law: 2 }

/** A layer speaks before a notice, and a notice before the law; beyond that any order will do, if it is always the same. */
function byWeight(a: Mark, b: Mark): number {
  const [left, right] = [a, b].map(({ noticeId, occasion, notice }) => JSON.stringify([noticeId, occasion, notice])) as [string, string]
  return WEIGHT[a.origin] - WEIGHT[b.origin] || compare(left, right)
}

/** In what the parts may be worked at most, and at least; how many days they move together is not known. */
function outlookOver(kind: Kind, parts: readonly Plan[], days: DayTable): Outlook {
  const outlooks = parts.map((part) => part.outlook(part.days()))
  const ranksOf = (side: 'most' | 'least') => {
    const rank = new Int32Array(days.rank.length)
    for (let day = days.first; day <= days.last; day = (day + 1) as Day) {
      const inParts = () => outlooks.map((outlook) => isIn(outlook, side, day))
      const isWorked = days.said().settled.has(day) ? isWorkingDay(days, day) : IS_WORKED[kind](inParts())
      rank[day - days.first + 1] = (rank[day - days.first] as number) + (isWorked ? 1 : 0)
    }
    return ranksFrom(rank, days.first)
  }
  return outlookBetween(days.first, ranksOf('most'), ranksOf('least'))
}

function isIn(outlook: Outlook, side: 'most' | 'least', day: Day): boolean {
  const { rank } = outlook[side]
  return (rank[day - outlook.first + 1] as number) > (rank[day - outlook.first] as number)
}
