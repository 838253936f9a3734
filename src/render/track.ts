import type { ExplainedDay, Explanation } from '../case/explanation.js'
import type { WordsFor } from '../case/words.js'
import type { Language } from '../errors.js'
import { formatDay } from '../time/day.js'
import { type Cell, cellsOf, type Grain } from './cells.js'
import { type Bar, type Passing, passingOn, type Strip } from './strip.js'
import { element, hatch, textWidth, written } from './svg.js'

/** Where a strip lies in a picture. */
export interface Ground {
  readonly left: number
  /** Where the picture ends, but for its edge. */
  readonly right: number
  readonly top: number
  readonly widthOfDay: number
  readonly grain: Grain
}

export const TRACK_HEIGHT = 30
const NUMBER_SIZE = 11

/** What the kinds of time are called. */
export const PASSINGS: WordsFor<Passing> = {
  en: { running: 'clock runs', overdue: 'past the limit', ahead: 'left of the limit', paused: 'paused', off: 'not counted' },
  zh: { running: '计时', overdue: '超期', ahead: '剩余时限', paused: '暂停', off: '不计' },
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A box of a kind, with strokes that tell it from others without colours. */
export function swatch(passing: Passing, box: Box): string {
  const strokes =
    passing === 'overdue' || passing === 'paused' ? element('path', { class: `st-hatch-${passing}`, d: hatch(box), 'stroke-opacity': 0.55 }) : ''
  if (passing !== 'ahead') return element('rect', { class: `st-${passing}`, ...box }) + strokes
  // The outline lies within the box.
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0.1, box.width - 1), height: Math.max(0.1, box.height - 1) }
  return element('rect', { class: 'st-ahead', ...inner, 'stroke-dasharray': '3 2' })
}

/** The cells of a strip, each with what it tells when it is pointed at. */
export function trackOf(track: Track): string {
  return cellsOf(track.strip, track.ground.grain)
    .map((cell) => cellIn(cell, track))
    .join('')
}

/** What is drawn, with what is said of each day. */
interface Track {
  readonly explanation: Explanation
  readonly strip: Strip
  readonly ground: Ground
  readonly said: readonly string[]
  readonly language: Language
}

function cellIn(cell: Cell, { explanation, strip, ground, said, language }: Track): string {
  const from = cell.first - strip.first
  const count = cell.last - cell.first + 1
  const gap = ground.widthOfDay * count >= 6 ? 1 : 0
  const box = { x: ground.left + from * ground.widthOfDay, y: ground.top, width: ground.widthOfDay * count - gap, height: TRACK_HEIGHT }
  const days = strip.days.slice(from, from + count)
  const title = ground.grain === 'day' ? (said[from] as string) : sumOf(days, explanation, language)
  const shown = ground.grain === 'day' ? barsIn(strip, from, box, ground) : stackOf(cell, box)
  const number = ground.grain === 'day' ? numberIn(days[0] as ExplainedDay, explanation, box) : ''
  const data = { 'data-from': formatDay(cell.first), 'data-to': formatDay(cell.last) }
  return element('g', data, written('title', {}, title), element('rect', { class: 'st-off', ...box }), shown, number)
}

/** Bars of a day from left to right, as long as they last. */
function barsIn({ bars }: Strip, day: number, { x, y, width, height }: Box, { widthOfDay }: Ground): string {
  const scale = Math.min(widthOfDay, width)
  const within = bars.filter((bar: Bar) => bar.from >= day && bar.to <= day + 1)
  return within.map(({ passing, from, to }) => swatch(passing, { x: x + (from - day) * scale, y, width: (to - from) * scale, height })).join('')
}

/** The kinds of days drawn together, one upon the other. */
function stackOf({ shares }: Cell, { x, y, width, height }: Box): string {
  let bottom = y + height
  return shares
    .map(({ passing, share }) => {
      bottom -= share * height
      return swatch(passing, { x, y: bottom, width, height: share * height })
    })
    .join('')
}

const ON: Readonly<Partial<Record<Passing, string>>> = { running: 'st-on-running', overdue: 'st-on-overdue' }

/** The running number of a counted day, where it finds room. */
function numberIn(day: ExplainedDay, explanation: Explanation, { x, y, width, height }: Box): string {
  const number = String(day.number ?? '')
  if (number === '' || textWidth(number, NUMBER_SIZE) + 6 > width) return ''
  // At the left, where lines of the day's hours do not cross it.
  const place = { x: x + 4, y: y + height / 2 + 4, 'font-size': NUMBER_SIZE }
  const passing = passingOn(day, explanation)
  // Strokes of the box are kept off the number.
  const halo = passing === 'overdue' ? { 'stroke-width': 3, 'paint-order': 'stroke' } : {}
  return written('text', { class: ON[passing], ...place, ...halo }, number)
}

/** How many of some days are of each kind. */
function sumOf(days: readonly ExplainedDay[], explanation: Explanation, language: Language): string {
  const counts = new Map<Passing, number>()
  for (const day of days) counts.set(passingOn(day, explanation), (counts.get(passingOn(day, explanation)) ?? 0) + 1)
  const parts = [...counts].map(([passing, count]) => `${PASSINGS[language][passing]} ${count}`)
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  return language === 'zh' ? `${first}至${last}（天数）：${parts.join('，')}` : `${first} to ${last}, days: ${parts.join(', ')}`
}
