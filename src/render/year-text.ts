import type { DayKind } from '../calendar/facts.js'
import { widthOf } from '../case/wrap.js'
import type { Language } from '../errors.js'
import { civilOf, weekdayOf } from '../time/day.js'
import { daysOfMonth, KINDS, MONTHS, occasionsIn, sayOccasion, sayYear, WEEKDAY_HEADS, type YearDay } from './year.js'

/** How a year is set. */
export interface YearSetting {
  readonly year: number
  readonly language: Language
  readonly columns: number
  readonly isColoured: boolean
}

/** A day takes two columns for its number and one for its mark. */
const DAY = 3
const MONTH = 7 * DAY
const GAP = 2

const MARKS: Readonly<Record<DayKind, string>> = { workday: ' ', weekend: '.', holiday: '*', makeup: '+', closure: 'x' }

/** Codes that terminals know: dim, red, blue reversed, magenta; what is projected is underlined. */
const COLOURS: Readonly<Partial<Record<DayKind, string>>> = { weekend: '2', holiday: '31', makeup: '34;7', closure: '35' }

/** A year as months side by side, below it what notices and the law say of its days, and what the marks mean. */
export function yearText(days: readonly YearDay[], setting: YearSetting): string {
  const { year, language, columns } = setting
  const inRow = [4, 3, 2, 1].find((count) => count * (MONTH + GAP) - GAP <= columns) ?? 1
  const months = Array.from({ length: 12 }, (_, i) => monthLines(daysOfMonth(days, i + 1), setting))
  const rows = Array.from({ length: 12 / inRow }, (_, row) => besides(months.slice(row * inRow, (row + 1) * inRow)))
  const head = language === 'zh' ? `${year}年；${sayYear(days, language)}` : `${year}: ${sayYear(days, language)}`
  return [
    head,
    ...rows.flatMap((lines) => ['', ...lines]),
    '',
    ...occasionsIn(days).map((one) => sayOccasion(one, language)),
    '',
    legendOf(days, language),
  ].join('\n')
}

/** A month as a grid, below it what notices and the law say of its days, and what the marks mean. */
export function monthText(days: readonly YearDay[], setting: YearSetting): string {
  const { year, language } = setting
  const [[month], ...grid] = monthLines(days, setting) as readonly [Line, ...Line[]]
  const title = language === 'zh' ? `${year}年${month}` : `${month} ${year}`
  const said = [occasionsIn(days).map((one) => sayOccasion(one, language)), [legendOf(days, language)]].filter((lines) => lines.join('') !== '')
  return [
    `${title}${language === 'zh' ? '；' : ': '}${sayYear(days, language)}`,
    ...grid.map(([line]) => line.trimEnd()),
    ...said.flatMap((lines) => ['', ...lines]),
  ].join('\n')
}

/** A line with its width, which escape codes do not add to. */
type Line = readonly [text: string, width: number]

function monthLines(days: readonly YearDay[], { language, isColoured }: YearSetting): readonly Line[] {
  const [first] = days as readonly [YearDay]
  const lead = weekdayOf(first.day) - 1
  const title = MONTHS[language][civilOf(first.day).month - 1] as string
  const heads = WEEKDAY_HEADS[language].map((head) => `${head} `).join('')
  const weeks = Array.from({ length: Math.ceil((lead + days.length) / 7) }, (_, week): Line => {
    const cells = Array.from({ length: 7 }, (_, i) => days[week * 7 + i - lead])
    return [cells.map((day) => (day ? cellOf(day, isColoured) : ' '.repeat(DAY))).join(''), MONTH]
  })
  return [[title, widthOf(title)], [heads, MONTH], ...weeks]
}

function cellOf({ day, kind, certainty, occasion }: YearDay, isColoured: boolean): string {
  const text = `${String(civilOf(day).date).padStart(2)}${MARKS[kind]}`
  const codes = [COLOURS[kind], certainty === 'projected' && occasion !== undefined ? '4' : undefined].filter(Boolean)
  return isColoured && codes.length > 0 ? `\u001B[${codes.join(';')}m${text}\u001B[0m` : text
}

/** Months side by side. */
function besides(months: readonly (readonly Line[])[]): readonly string[] {
  const height = Math.max(...months.map(({ length }) => length))
  return Array.from({ length: height }, (_, i) =>
    months
      .map((lines) => lines[i] ?? (['', 0] as const))
      .map(([text, width]) => text + ' '.repeat(MONTH - width))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

function legendOf(days: readonly YearDay[], language: Language): string {
  const kinds = (['holiday', 'makeup', 'closure', 'weekend'] as const).filter((kind) => days.some((day) => day.kind === kind))
  return kinds.map((kind) => `${MARKS[kind]} ${KINDS[language][kind]}`).join('  ')
}
