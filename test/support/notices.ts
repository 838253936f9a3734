import fc from 'fast-check'
import { type Calendar, type CalendarSource, createCalendar, type Notice } from 'service-time'
import source from '../../seeds/calendars/cn.json' with { type: 'json' }
import { blocksOf, distanceTo, type Group, grouped, spanOf } from '../../src/calendar/habits.js'
import { festivalsOf } from '../../src/calendar/law.js'
import { type Day, formatDay, weekdayOf } from '../../src/time/day.js'

/** The source of `cn`, as it is shipped. */
export const cnSource = source as unknown as CalendarSource

/** What docs/projection.md says of the notices known in 2026. */
const HABITS = { moves: 2, extension: 4, reach: 6 }
const weekend: ReadonlySet<number> = new Set([6, 7])
const projection = cnSource.projection as NonNullable<CalendarSource['projection']>
const book = { laws: projection.laws, festivals: festivalsOf(projection), weekend: weekend as never }

interface Moved {
  readonly off: readonly Day[]
  readonly work: readonly Day[]
}

/** Days moved about one group of holidays, as many worked as are given off, each no farther than notices have gone. */
function movesAbout(group: Group): fc.Arbitrary<Moved> {
  const fixed = new Set(group.flatMap(({ days }) => days.filter(({ isSubstitute }) => !isSubstitute).map(({ day }) => day)))
  const substitutes = new Set(group.flatMap(({ days }) => days.filter(({ isSubstitute }) => isSubstitute).map(({ day }) => day)))
  const first = (group[0]?.first ?? 0) - spanOf(HABITS)
  const last = (group.at(-1)?.last ?? 0) + spanOf(HABITS)
  const open = Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day).filter((day) => !fixed.has(day))
  const isOff = (day: Day) => weekend.has(weekdayOf(day)) || substitutes.has(day)
  const mayWork = open.filter(isOff)
  const mayBeOff = open.filter((day) => !isOff(day) && distanceTo(day, group) <= HABITS.extension)
  const most = Math.min(HABITS.moves * group.length, mayWork.length, mayBeOff.length)
  return fc.integer({ min: 0, max: most }).chain((n) =>
    fc.record({
      work: fc.shuffledSubarray(mayWork, { minLength: n, maxLength: n }),
      off: fc.shuffledSubarray(mayBeOff, { minLength: n, maxLength: n }).map((given) => [...fixed, ...substitutes, ...given]),
    }),
  )
}

/** A notice for a year in which as much may be moved as ever was, but nothing more. */
export function noticeInStyle(year: number): fc.Arbitrary<Notice> {
  return fc.tuple(...grouped(blocksOf(book, year), HABITS).map(movesAbout)).map((moves) => {
    const arrangements = moves.map(({ off, work }, i) => ({
      occasion: `组${i + 1}`,
      off: off.filter((day) => !work.includes(day)).map(formatDay),
      work: work.map(formatDay),
    }))
    return { id: `cn-${year}`, number: null, issued: `${year - 1}-11-20`, covers: year, arrangements }
  })
}

/** `cn` with one notice more than are known. */
export function cnWith(notice: Notice): Calendar {
  return createCalendar({ ...cnSource, notices: [...cnSource.notices, notice] })
}

/** The groups of holidays about which a notice leaves more days worked, or fewer, than the law does. */
export function unbalancedIn(notice: Notice): readonly string[] {
  const coverage = { from: `${notice.covers - 1}-12-01`, to: `${notice.covers + 1}-01-31` }
  const { id, weekend: days, projection: _projection, ...rest } = cnSource
  const arranged = createCalendar({ ...rest, id, weekend: days, notices: [notice], coverage })
  return grouped(blocksOf(book, notice.covers), HABITS).flatMap((group) => {
    const first = ((group[0]?.first ?? 0) - spanOf(HABITS)) as Day
    const last = ((group.at(-1)?.last ?? 0) + spanOf(HABITS)) as Day
    const byLaw = new Set(group.flatMap((block) => block.days.map(({ day }) => day)))
    const span = Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day)
    const expected = span.filter((day) => !weekend.has(weekdayOf(day)) && !byLaw.has(day)).length
    const actual = arranged.count(formatDay(first), formatDay(last), { bounds: '[]' })
    return actual === expected ? [] : [`${formatDay(first)}/${formatDay(last)}: ${actual}, not ${expected}`]
  })
}
