import type { DayKind } from '../calendar/facts.js'
import type { Language } from '../errors.js'
import { civilOf, weekdayOf } from '../time/day.js'
import { styleFor, type Theme } from './palette.js'
import { clipped, element, hatch, textWidth, written } from './svg.js'
import { daysOfMonth, KINDS, MONTHS, occasionsIn, sayOccasion, sayYear, WEEKDAY_HEADS, type YearDay } from './year.js'

/** How a year is drawn. */
export interface YearDrawing {
  readonly year: number
  readonly name: string
  readonly language: Language
  readonly theme: Theme
  readonly width: number
}

const EDGE = 14
const GUTTER = 18
const ROW = 22
const LINE = 14
const SMALL = 11
/** A month is not narrower than this. */
const NARROWEST = 190

/** A year as months. */
export function yearSvg(days: readonly YearDay[], drawing: YearDrawing): string {
  const { year, name, language, theme, width } = drawing
  const inRow = [6, 4, 3, 2, 1].find((count) => (width - EDGE * 2 - GUTTER * (count - 1)) / count >= NARROWEST) ?? 1
  const months = Array.from({ length: 12 }, (_, i) => daysOfMonth(days, i + 1))
  const wide = (width - EDGE * 2 - GUTTER * (inRow - 1)) / inRow
  let top = 62
  const blocks = Array.from({ length: 12 / inRow }, (_, row) => {
    const some = months.slice(row * inRow, (row + 1) * inRow)
    const drawn = some.map((month, i) => monthIn(month, { x: EDGE + i * (wide + GUTTER), y: top, width: wide }, language))
    top += Math.max(...drawn.map(({ height }) => height)) + 12
    return drawn.map(({ markup }) => markup).join('')
  })
  const legend = legendOf(days, { x: EDGE, y: top, width: width - EDGE * 2 }, language)
  const size = { width, height: top + legend.height + EDGE }
  const title = language === 'zh' ? `${year}年工作日历（${name}）` : `Working days of ${year} (${name})`
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'service-time', role: 'img', lang, viewBox: `0 0 ${size.width} ${size.height}`, ...size },
    written('title', {}, title),
    written('desc', {}, [sayYear(days, language), ...occasionsIn(days).map((one) => sayOccasion(one, language))].join('\n')),
    element('style', {}, styleFor(theme)),
    element('rect', { class: 'st-paper', ...size }),
    written('text', { x: EDGE, y: 26, 'font-size': 16, 'font-weight': 600 }, title),
    written('text', { class: 'st-faint', x: EDGE, y: 45 }, clipped(sayYear(days, language), width - EDGE * 2)),
    ...blocks,
    legend.markup,
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

function monthIn(days: readonly YearDay[], { x, y, width }: Place, language: Language): { readonly markup: string; readonly height: number } {
  const [first] = days as readonly [YearDay]
  const cell = width / 7
  const lead = weekdayOf(first.day) - 1
  const title = written('text', { x, y: y + 12, 'font-size': 13, 'font-weight': 600 }, MONTHS[language][civilOf(first.day).month - 1] as string)
  const heads = WEEKDAY_HEADS[language].map((head, i) =>
    written('text', { class: 'st-faint', 'font-size': SMALL, x: x + i * cell + cell / 2, y: y + 28, 'text-anchor': 'middle' }, head),
  )
  const cells = days.map((day, i) =>
    dayIn(day, { x: x + ((lead + i) % 7) * cell, y: y + 33 + Math.floor((lead + i) / 7) * ROW, width: cell }, language),
  )
  const below = y + 33 + Math.ceil((lead + days.length) / 7) * ROW
  const names = occasionsIn(days).map((one, i) =>
    written(
      'text',
      { class: 'st-faint', 'font-size': SMALL, x, y: below + (i + 1) * LINE - 1 },
      clipped(shortly(sayOccasion(one, language)), width, SMALL),
    ),
  )
  return { markup: [title, ...heads, ...cells, ...names].join(''), height: below + names.length * LINE - y }
}

/** Within its month a date needs no month. */
function shortly(said: string): string {
  return said.replace(/^\d\d-(\d\d)(?: – \d\d-(\d\d))?/, (_, first: string, last?: string) => [first, last].filter(Boolean).map(Number).join('–'))
}

/** Beside its number each day that is not as its weekday says has a mark, so that it is told from others without colours. */
const MARKS: Readonly<Record<Language, Readonly<Partial<Record<DayKind, string>>>>> = {
  en: { holiday: 'H', makeup: 'W', closure: 'C' },
  zh: { holiday: '休', makeup: '班', closure: '停' },
}

const FILLS: Readonly<Partial<Record<DayKind, string>>> = { weekend: 'off', holiday: 'holiday', makeup: 'makeup', closure: 'closure' }

function dayIn(day: YearDay, place: Place, language: Language): string {
  const { date, kind, occasion, notice, certainty } = day
  const said = [date, occasion, KINDS[language][kind], notice, certainty === 'projected' ? KINDS[language].projected : undefined]
  return element('g', { 'data-date': date, 'data-kind': kind }, written('title', {}, said.filter(Boolean).join(' ')), boxOf(day, place, language))
}

function boxOf(
  { day, kind, certainty, occasion }: Pick<YearDay, 'day' | 'kind' | 'certainty' | 'occasion'>,
  { x, y, width }: Place,
  language: Language,
): string {
  const box = { x: x + 1, y: y + 1, width: width - 2, height: ROW - 2 }
  const fill = FILLS[kind]
  const strokes = kind === 'closure' ? element('path', { class: 'st-hatch-closure', d: hatch(box, 6), 'stroke-opacity': 0.4 }) : ''
  const isSpoken = occasion !== undefined
  const edge = certainty === 'projected' && isSpoken ? element('path', { class: 'st-ink', d: outline(box), 'stroke-dasharray': '2 2' }) : ''
  const on = kind === 'weekend' ? 'st-faint' : kind === 'workday' ? undefined : `st-on-${kind}`
  const mark = MARKS[language][kind]
  const middle = x + width / 2 - (mark === undefined ? 0 : 5)
  return [
    fill === undefined ? '' : element('rect', { class: `st-${fill}`, rx: 3, ...box }),
    strokes,
    edge,
    written(
      'text',
      { class: on, x: middle, y: y + 15.5, 'text-anchor': 'middle', 'font-weight': isSpoken ? 600 : undefined },
      String(civilOf(day).date),
    ),
    mark === undefined ? '' : written('text', { class: on, 'font-size': 8, x: x + width - 3, y: y + 10, 'text-anchor': 'end' }, mark),
  ].join('')
}

function outline({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string {
  return `M${(x + 0.5).toFixed(2)} ${y + 0.5}h${(width - 1).toFixed(2)}v${height - 1}h-${(width - 1).toFixed(2)}z`
}

/** What the kinds of days that the year has look like. */
function legendOf(days: readonly YearDay[], { x, y, width }: Place, language: Language): { readonly markup: string; readonly height: number } {
  const kinds = (['holiday', 'makeup', 'closure', 'weekend'] as const).filter((kind) => days.some((day) => day.kind === kind))
  const projected = days.find(({ certainty, occasion }) => certainty === 'projected' && occasion !== undefined)
  const entries = [
    ...kinds.flatMap((kind) => {
      const sample = days.find((day) => day.kind === kind)
      return sample ? [{ sample: { ...sample, certainty: 'published' as const }, word: KINDS[language][kind] }] : []
    }),
    ...(projected ? [{ sample: { ...projected, kind: 'workday' as const }, word: KINDS[language].projected }] : []),
  ]
  let [left, top] = [x, y]
  const markup = entries.map(({ sample, word }) => {
    const wide = 34 + textWidth(word) + 16
    if (left + wide > x + width && left > x) [left, top] = [x, top + ROW + 2]
    const entry = boxOf(sample, { x: left, y: top, width: 30 }, language) + written('text', { class: 'st-faint', x: left + 35, y: top + 15.5 }, word)
    left += wide
    return entry
  })
  return { markup: markup.join(''), height: top - y + ROW + 2 }
}
