import { type Day, parseDay, type Weekday, weekdayOf } from '../time/day.js'
import { type Festivals, type HolidayLaw, type StatutoryDay, statutoryDays } from './law.js'
import { marksOf, type Notice } from './notice.js'

/** Days off by law that follow one another with at most a weekend between them. */
export interface Block {
  readonly first: Day
  readonly last: Day
  readonly days: readonly StatutoryDay[]
}

/** What a year's days off by law follow from. */
export interface LawBook {
  readonly laws: readonly HolidayLaw[]
  readonly festivals: Festivals
  readonly weekend: ReadonlySet<Weekday>
}

/**
 * How far notices have gone in moving days around one block.
 *
 * Units: `moves` in days worked in return; `extension` and `reach` in calendar days: how far from the block a working day was
 * given off, and how far from the days off the day lay that was worked for it.
 */
export interface Habits {
  readonly moves: number
  readonly extension: number
  readonly reach: number
}

/** The blocks of a year, in order. */
export function blocksOf({ laws, festivals, weekend }: LawBook, year: number): readonly Block[] {
  const blocks: StatutoryDay[][] = []
  for (const statutory of statutoryDays(laws, festivals, weekend, year)) {
    const block = blocks.at(-1)
    const previous = block?.at(-1)
    if (block && previous && isJoined(previous.day, statutory.day, weekend)) block.push(statutory)
    else blocks.push([statutory])
  }
  return blocks.map((days) => ({ first: (days[0] as StatutoryDay).day, last: (days.at(-1) as StatutoryDay).day, days }))
}

function isJoined(a: Day, b: Day, weekend: ReadonlySet<Weekday>): boolean {
  for (let day = (a + 1) as Day; day < b; day = (day + 1) as Day) if (!weekend.has(weekdayOf(day))) return false
  return true
}

/** Days between a day and a block; 0 within it. */
function distance(day: Day, { first, last }: Pick<Block, 'first' | 'last'>): number {
  return Math.max(first - day, day - last, 0)
}

/** Until a first notice has shown more: one day moved, within the week. */
const UNTAUGHT: Habits = { moves: 1, extension: 1, reach: 6 }

/**
 * The widest habits that yearly notices have shown. Amendments are left out: they answer events, which nobody foresees.
 *
 * Edges: until a notice is known the bounds are those of a single move within the week.
 */
export function habitsOf(book: LawBook, notices: readonly Notice[]): Habits {
  // Of a year before any law that is known, nobody can say what was moved.
  const years = firstOfEachYear(notices)
    .map((notice) => movesIn(book, notice))
    .filter(({ blocks }) => blocks.length > 0)
  const extension = Math.max(UNTAUGHT.extension, ...years.map((year) => year.extension))
  const reach = Math.max(UNTAUGHT.reach, ...years.map((year) => year.reach))
  const shares = years.flatMap(({ blocks, returned }) =>
    grouped(blocks, { extension, reach }).map((group, _, groups) => {
      const days = returned.filter((day) => nearestOf(groups, day) === group)
      return Math.ceil(days.length / group.length)
    }),
  )
  return { moves: Math.max(UNTAUGHT.moves, ...shares), extension, reach }
}

function firstOfEachYear(notices: readonly Notice[]): readonly Notice[] {
  const first = new Map<number, Notice>()
  for (const notice of notices) {
    const known = first.get(notice.covers)
    if (!known || parseDay(notice.issued) < parseDay(known.issued)) first.set(notice.covers, notice)
  }
  return [...first.values()]
}

/** What the notice of a year moved. */
function movesIn(book: LawBook, notice: Notice) {
  const blocks = blocksOf(book, notice.covers)
  const marks = [...marksOf([notice], 'notice')]
  const isWeekend = (day: Day) => book.weekend.has(weekdayOf(day))
  const off = marks.filter(([, mark]) => mark.isOff).map(([day]) => day)
  const taken = off.filter((day) => !isWeekend(day))
  const returned = marks.filter(([day, mark]) => !mark.isOff && isWeekend(day)).map(([day]) => day)
  const toBlock = (day: Day) => distanceTo(day, blocks)
  const toDayOff = (day: Day) => Math.min(...off.map((other) => Math.abs(day - other)))
  return { blocks, returned, extension: Math.max(0, ...taken.map(toBlock)), reach: Math.max(0, ...returned.map(toDayOff)) }
}

/** Blocks so near to one another that a day moved for one may lie beside the other, so that they share their moves. */
export type Group = readonly Block[]

/** Days between a day and the nearest block of a group. */
export function distanceTo(day: Day, group: Group): number {
  return Math.min(...group.map((block) => distance(day, block)))
}

/** How far from a block a notice may move days. */
export function spanOf({ extension, reach }: Pick<Habits, 'extension' | 'reach'>): number {
  return extension + reach
}

/** Joins the blocks whose spans meet, so that a day beside one may be worked for the other, and every span lies in one group. */
export function grouped(blocks: readonly Block[], habits: Pick<Habits, 'extension' | 'reach'>): readonly Group[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group && previous && block.first - previous.last <= 2 * spanOf(habits)) group.push(block)
    else groups.push([block])
  }
  return groups
}

function nearestOf(groups: readonly Group[], day: Day): Group | undefined {
  return groups.reduce<Group | undefined>((best, group) => (best && distanceTo(day, best) <= distanceTo(day, group) ? best : group), undefined)
}
