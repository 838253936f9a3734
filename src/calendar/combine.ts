import { fail, quote } from '../errors.js'
import type { Day, Weekday } from '../time/day.js'
import { type Calendar, calendarOver } from './calendar.js'
import type { Mark } from './notice.js'
import { type Outlook, outlookBetween, ranksFrom } from './outlook.js'
import { once, type Plan, planned } from './plan.js'
import { compileDays, type DayTable, isWorkingDay, type TableSource } from './table.js'

/**
 * The calendar whose working days are those of every calendar given, such as of two offices that must both sign.
 *
 * Edges: its coverage is that of all; a day is published where all have published it. In what order, and how often, a calendar
 * is given changes nothing.
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
  if (calendars.length === 0) return fail('value-invalid', { found: 'none', expected: 'calendar' })
  for (const calendar of calendars)
    if (typeof calendar?.plan?.days !== 'function') fail('value-invalid', { found: quote(calendar), expected: 'calendar' })
  return calendarOver(
    combine(
      kind,
      calendars.map(({ plan }) => plan),
    ),
  )
}

function combine(kind: Kind, plans: readonly Plan[]): Plan {
  const parts = [...new Set(plans.flatMap((plan) => (plan.parts?.kind === kind ? plan.parts.plans : [plan])))].sort((a, b) => (a.id < b.id ? -1 : 1))
  const [only] = parts
  if (only && parts.length === 1) return only
  const id = `${kind}(${parts.map((part) => part.id).join(', ')})`
  const tables = once(() => parts.map(({ days }) => days()))
  return planned({
    id,
    parts: { kind, plans: parts },
    occasions: Object.assign({}, ...parts.map(({ occasions }) => occasions)),
    days: () => compileDays(sourceOf(kind, id, tables())),
    outlook: (days, fixed) => outlookOver(kind, parts, { days, fixed }),
    knownOn: (day) =>
      combine(
        kind,
        parts.map((part) => part.knownOn(day)),
      ),
    as: (unpublished) =>
      combine(
        kind,
        parts.map((part) => part.as(unpublished)),
      ),
  })
}

/** Whether a day is worked, given whether it is in each part. */
const IS_WORKED: Readonly<Record<Kind, (inParts: readonly boolean[]) => boolean>> = {
  allOpen: (inParts) => inParts.every(Boolean),
  anyOpen: (inParts) => inParts.some(Boolean),
}

function sourceOf(kind: Kind, id: string, tables: readonly DayTable[]): TableSource {
  const first = Math.max(...tables.map((table) => table.first)) as Day
  const last = Math.min(...tables.map((table) => table.last)) as Day
  const weekdays = tables.flatMap(({ weekend }) => [...weekend])
  const isOff = (weekday: Weekday) => !IS_WORKED[kind](tables.map(({ weekend }) => !weekend.has(weekday)))
  return {
    id,
    first,
    last,
    publishedTo: Math.min(last, ...tables.map(({ publishedTo }) => publishedTo)) as Day,
    horizon: Math.min(...tables.map(({ horizon }) => horizon)) as Day,
    awaits: tables.flatMap(({ awaits }) => awaits),
    weekend: new Set(weekdays.filter(isOff)),
    marks: marksOver(kind, tables, { first, last }),
  }
}

/** What is said of a day by a part that makes it what it is; without a mark it is as its weekday. */
function marksOver(kind: Kind, tables: readonly DayTable[], { first, last }: Pick<DayTable, 'first' | 'last'>): ReadonlyMap<Day, Mark> {
  const marks = new Map<Day, Mark>()
  for (const day of new Set(tables.flatMap((table) => [...table.marks.keys()]))) {
    if (day < first || day > last) continue
    const isWorked = IS_WORKED[kind](tables.map((table) => isWorkingDay(table, day)))
    const said = tables.map((table) => table.marks.get(day)).filter((mark) => mark !== undefined && mark.isOff !== isWorked)
    const [mark] = said.sort((a, b) => byWeight(a as Mark, b as Mark))
    if (mark) marks.set(day, mark)
  }
  return marks
}

const WEIGHT: Readonly<Record<Mark['origin'], number>> = { layer: 0, notice: 1, law: 2 }

/** A layer speaks before a notice, and a notice before the law; beyond that any order will do, if it is always the same. */
function byWeight(a: Mark, b: Mark): number {
  const [left, right] = [a, b].map(({ noticeId, occasion }) => `${noticeId} ${occasion}`) as [string, string]
  return WEIGHT[a.origin] - WEIGHT[b.origin] || (left < right ? -1 : 1)
}

interface Settled {
  readonly days: DayTable
  readonly fixed: ReadonlySet<Day>
}

/** In what the parts may be worked at most, and at least; how many days they move together is not known. */
function outlookOver(kind: Kind, parts: readonly Plan[], { days, fixed }: Settled): Outlook {
  const outlooks = parts.map((part) => part.outlook(part.days(), new Set()))
  const ranksOf = (side: 'most' | 'least') => {
    const rank = new Int32Array(days.rank.length)
    for (let day = days.first; day <= days.last; day = (day + 1) as Day) {
      const inParts = () => outlooks.map((outlook) => isIn(outlook, side, day))
      const isWorked = fixed.has(day) ? isWorkingDay(days, day) : IS_WORKED[kind](inParts())
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
