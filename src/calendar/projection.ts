import { civilOf, type Day, weekdayOf } from '../time/day.js'
import { type Block, blocksOf, distanceTo, type Group, grouped, type Habits, habitsOf, type LawBook, spanOf } from './habits.js'
import { assertFestivals, festivalsOf, type Projection, statutoryDays } from './law.js'
import type { Mark, Notice } from './notice.js'

/** A stretch around days off by law in which a notice may still move days, as far as notices ever have. */
export interface Swap {
  /** How many days may be worked in return for days off, at most. */
  readonly moves: number
  /** Days off as projected that a notice may have worked, in order. */
  readonly mayWork: readonly Day[]
  /** Working days as projected that a notice may give off, in order. */
  readonly mayBeOff: readonly Day[]
}

/** What lies beyond the notices. */
export interface Beyond {
  readonly marks: Map<Day, Mark>
  readonly swaps: () => readonly Swap[]
}

interface Span {
  readonly publishedTo: Day
  readonly last: Day
}

/** The days off by law after the last published day, and the days that notices may still move around them. */
export function project(projection: Projection, notices: readonly Notice[], weekend: LawBook['weekend'], { publishedTo, last }: Span): Beyond {
  const book: LawBook = { laws: projection.laws, festivals: festivalsOf(projection), weekend }
  const years = yearsBetween(publishedTo + 1, last)
  const marks = new Map<Day, Mark>()
  for (const year of years) {
    assertFestivals(book.laws, book.festivals, year)
    for (const { day, occasion, law } of statutoryDays(book.laws, book.festivals, weekend, year)) {
      if (day > publishedTo && day <= last) marks.set(day, { origin: 'law', isOff: true, occasion, notice: law, noticeId: law })
    }
  }
  // The last December holds days that the notice of the year after the horizon may move.
  const swaps = () => {
    const habits = habitsOf(book, notices)
    const blocks = years.flatMap((year) => blocksOf(book, year))
    const groups = grouped([...blocks, ...blocksOf(book, (years.at(-1) ?? 0) + 1).slice(0, 1)], habits)
    return groups.map((group) => swapOf(group, habits, weekend, { publishedTo, last }))
  }
  return { marks, swaps }
}

function yearsBetween(first: number, last: number): readonly number[] {
  const from = civilOf(first as Day).year
  return Array.from({ length: Math.max(0, civilOf(last as Day).year - from + 1) }, (_, i) => from + i)
}

/** The days about the blocks of a group that may be moved. Groups lie so far apart that each day is moved for one alone. */
function swapOf(group: Group, habits: Habits, weekend: LawBook['weekend'], { publishedTo, last }: Span): Swap {
  const statutory = new Map(group.flatMap(({ days }) => days.map((day) => [day.day, day] as const)))
  const span = spanOf(habits)
  const from = Math.max((group[0] as Block).first - span, publishedTo + 1)
  const to = Math.min((group.at(-1) as Block).last + span, last)
  const mayWork: Day[] = []
  const mayBeOff: Day[] = []
  for (let day = from as Day; day <= to; day = (day + 1) as Day) {
    const byLaw = statutory.get(day)
    if (byLaw && !byLaw.isSubstitute) continue
    if (byLaw || weekend.has(weekdayOf(day))) mayWork.push(day)
    else if (distanceTo(day, group) <= habits.extension) mayBeOff.push(day)
  }
  return { moves: habits.moves * group.length, mayWork, mayBeOff }
}
