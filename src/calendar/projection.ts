import { civilOf, type Day, weekdayOf } from '../time/day.js'
import { blocksOf, type Group, grouped, type Habits, habitsOf, type LawBook } from './habits.js'
import { festivalsOf, type Projection } from './law.js'
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
  readonly marks: ReadonlyMap<Day, Mark>
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
  const blocks = years.flatMap((year) => blocksOf(book, year))
  const marks = new Map<Day, Mark>()
  for (const { day, occasion, law } of blocks.flatMap(({ days }) => days)) {
    if (day > publishedTo && day <= last) marks.set(day, { origin: 'law', isOff: true, occasion, notice: law, noticeId: law })
  }
  // The year after the horizon moves days of the last December as any other does.
  const swaps = () => {
    const habits = habitsOf(book, notices)
    const groups = grouped([...blocks, ...blocksOf(book, (years.at(-1) ?? 0) + 1).slice(0, 1)], habits)
    return groups.map((group, i) => swapOf(group, { before: groups[i - 1], after: groups[i + 1] }, habits, weekend, { publishedTo, last }))
  }
  return { marks, swaps }
}

function yearsBetween(first: number, last: number): readonly number[] {
  const from = civilOf(first as Day).year
  return Array.from({ length: Math.max(0, civilOf(last as Day).year - from + 1) }, (_, i) => from + i)
}

interface Neighbours {
  readonly before: Group | undefined
  readonly after: Group | undefined
}

/** The days about a group that may be moved: none beyond the middle of the way to the next group, so that each day is moved once. */
function swapOf(group: Group, neighbours: Neighbours, habits: Habits, weekend: LawBook['weekend'], { publishedTo, last }: Span): Swap {
  const isFixed = new Set(group.blocks.flatMap(({ days }) => days.filter(({ isSubstitute }) => !isSubstitute).map(({ day }) => day)))
  const isSubstitute = new Set(group.blocks.flatMap(({ days }) => days.filter((day) => day.isSubstitute).map(({ day }) => day)))
  const { extension, reach, moves } = habits
  const from = Math.max(group.first - extension - reach, middle(neighbours.before?.last, group.first) + 1, publishedTo + 1)
  const to = Math.min(group.last + extension + reach, middle(group.last, neighbours.after?.first), last)
  const mayWork: Day[] = []
  const mayBeOff: Day[] = []
  for (let day = from as Day; day <= to; day = (day + 1) as Day) {
    const isOff = weekend.has(weekdayOf(day)) || isSubstitute.has(day)
    if (isFixed.has(day)) continue
    if (isOff) mayWork.push(day)
    else if (day >= group.first - extension && day <= group.last + extension) mayBeOff.push(day)
  }
  return { moves: moves * group.blocks.length, mayWork, mayBeOff }
}

function middle(a: number | undefined, b: number | undefined): number {
  if (a === undefined) return Number.NEGATIVE_INFINITY
  return b === undefined ? Number.POSITIVE_INFINITY : Math.floor((a + b) / 2)
}
