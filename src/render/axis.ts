import type { Language } from '../errors.js'
import { civilOf, type Day } from '../time/day.js'
import { type Cell, cellsOf, type Grain } from './cells.js'
import type { Strip } from './strip.js'
import { textWidth, written } from './svg.js'
import type { Ground } from './track.js'

const ROW = 14
const SIZE = 11
const GAP = 4

/** A label below a place. */
interface Tick {
  readonly x: number
  readonly label: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What is written below cells of a grain, and in the row below that where a longer span begins. */
const LABELS: Readonly<
  Record<Grain, { readonly fine: (day: Day, language: Language) => string; readonly coarse: (day: Day, language: Language) => string }>
> = {
  day: { fine: (day) => String(civilOf(day).date), coarse: sayMonth },
  week: { fine: (day) => `${civilOf(day).month}-${civilOf(day).date}`, coarse: sayMonth },
  month: { fine: (day, language) => (language === 'zh' ? `${civilOf(day).month}月` : (MONTHS[civilOf(day).month - 1] as string)), coarse: sayYear },
  quarter: { fine: (day) => `Q${Math.ceil(civilOf(day).month / 3)}`, coarse: sayYear },
  year: { fine: (day) => String(civilOf(day).year), coarse: () => '' },
}

function sayMonth(day: Day, language: Language): string {
  const { year, month } = civilOf(day)
  return language === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`
}

function sayYear(day: Day, language: Language): string {
  return language === 'zh' ? `${civilOf(day).year}年` : String(civilOf(day).year)
}

/** The dates below a strip in two rows, or below it the hours of each day and the dates. */
export function axisOf(strip: Strip, ground: Ground, language: Language): { readonly markup: string; readonly height: number } {
  const hours = strip.isOfTime && ground.grain === 'day' ? hoursOf(strip, ground) : []
  const rows = hours.length > 0 ? [hours, datesOf(strip, ground)] : datesIn(strip, ground, language)
  const lines = rows.map((ticks, row) =>
    apart(ticks)
      .map(({ x, label }) => written('text', { class: 'st-faint', 'font-size': SIZE, x, y: ground.top + ROW * (row + 1) - 1 }, label))
      .join(''),
  )
  return { markup: lines.join(''), height: rows.length * ROW }
}

/** Labels that do not touch; of two that would, the first stands. */
function apart(ticks: readonly Tick[]): readonly Tick[] {
  let end = Number.NEGATIVE_INFINITY
  return ticks.filter(({ x, label }) => {
    if (x < end + GAP || label === '') return false
    end = x + textWidth(label, SIZE)
    return true
  })
}

function datesIn(strip: Strip, ground: Ground, language: Language): readonly (readonly Tick[])[] {
  const { fine, coarse } = LABELS[ground.grain]
  const cells = cellsOf(strip, ground.grain)
  const xOf = ({ first }: Cell) => ground.left + (first - strip.first) * ground.widthOfDay
  const begins = cells.filter(({ first }, i) => i === 0 || coarse(first, language) !== coarse((cells[i - 1] as Cell).first, language))
  // A first cell that is cut short would leave the next one without its label.
  const whole = cells.filter((cell, i) => i > 0 || cells.length < 3 || ground.grain === 'day' || cell.last - cell.first > 3)
  return [
    whole.map((cell) => ({ x: xOf(cell), label: fine(cell.first, language) })),
    begins.map((cell) => ({ x: xOf(cell), label: coarse(cell.first, language) })),
  ]
}

/** Whole hours that find room, or none. */
function hoursOf({ hours, days }: Strip, { left, widthOfDay }: Ground): readonly Tick[] {
  const count = (hours.to - hours.from) / 60
  const room = textWidth('00:00', SIZE) + GAP * 2
  const step = [1, 2, 3, 4, 6].find((step) => (widthOfDay / count) * step >= room)
  if (step === undefined) return []
  return days.flatMap((_, day) =>
    Array.from({ length: Math.ceil(count / step) }, (_, i) => ({
      x: left + (day + (i * step) / count) * widthOfDay,
      label: `${String(hours.from / 60 + i * step).padStart(2, '0')}:00`,
    })).filter(({ x }) => x + room <= left + (day + 1) * widthOfDay),
  )
}

function datesOf({ days }: Strip, { left, widthOfDay }: Ground): readonly Tick[] {
  return days.map(({ date }, day) => ({ x: left + day * widthOfDay, label: date }))
}
