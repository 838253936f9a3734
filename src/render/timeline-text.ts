import type { Explanation } from '../case/explanation.js'
import { dueIn, standingIn } from '../case/say-head.js'
import { plain } from '../case/words.js'
import { widthOf } from '../case/wrap.js'
import type { Language } from '../errors.js'
import { type Share, sharesIn } from './cells.js'
import { type Flag, inLanes, type Placed } from './flags.js'
import { type MarkKind, marksOf, sayMark } from './marks.js'
import { type Passing, type Strip, stripOf } from './strip.js'
import { PASSINGS } from './track.js'

/** How text is set. */
export interface Setting {
  readonly language: Language
  readonly columns: number
}

/** Blocks that are the higher, the more of their time the clock ran. */
const BLOCKS = ' ▁▂▃▄▅▆▇█'

const SIGNS: Readonly<Record<Exclude<Passing, 'running'>, string>> = { overdue: '▓', ahead: '░', paused: '╱', off: '·' }

/** A case in three lines: how it stands, the strip, and below it what the places of it are; in one, where its clock has not started. */
export function timelineText(explanation: Explanation, { language, columns }: Setting): string {
  const strip = stripOf(explanation)
  // Where there is a due date, the strip has it.
  const resumed = explanation.assessment.dueAt === undefined ? dueIn(explanation, language) : undefined
  const head = [plain(explanation.assessment.id), standingIn(explanation, language), resumed && `${language === 'zh' ? '到期' : 'due'} ${resumed}`]
  const first = cut(head.filter(Boolean).join(language === 'zh' ? '；' : '; '), columns)
  if (!strip) return first
  const isLong = strip.days.length > LONG
  const labels = marksOf(explanation, strip)
    .filter(({ kind }) => TOLD.includes(kind))
    .map((mark) => ({ place: mark.place, label: `^${sayMark(mark, language, isLong)}` }))
  const slots = slotsOf(strip, labels, columns)
  const flags = labels.map(({ place, label }) => ({
    label,
    x: Math.min(slots - 1, Math.floor((place / strip.days.length) * slots)),
    width: widthOf(label),
  }))
  return [first, barOf(strip, slots), ...linesOf(inLanes(flags, 1))].join('\n')
}

/** The others would need more lines than a strip is worth. */
const TOLD: readonly MarkKind[] = ['start', 'due', 'stop', 'now']

/** More days than these are told of by dates with their years. */
export const LONG = 300
/** A day of a limit of days takes no more columns than these. */
const WIDEST_DAY = 4

interface Label {
  readonly place: number
  readonly label: string
}

/** As many as there is room for, with that for the labels to the right of their places; a whole number for each day, or one for several. */
function slotsOf({ days, isOfTime }: Strip, labels: readonly Label[], columns: number): number {
  const bounds = labels.map(({ place, label }) => (place > 0 ? ((columns - widthOf(label)) * days.length) / place : columns))
  const room = Math.floor(Math.min(columns, ...bounds))
  const perDay = Math.min(isOfTime ? columns : WIDEST_DAY, Math.floor(room / days.length))
  return perDay > 0 ? days.length * perDay : room
}

function barOf(strip: Strip, slots: number): string {
  const step = strip.days.length / slots
  return Array.from({ length: slots }, (_, i) => signOf(sharesIn(strip, i * step, (i + 1) * step))).join('')
}

/** The sign of what most of a stretch is; that of running time says how much of it. */
function signOf(shares: readonly Share[]): string {
  const most = shares.reduce<Share | undefined>((before, share) => (before && before.share >= share.share ? before : share), undefined)
  // Sums of parts of days are not exact.
  if (!most || most.share < 1e-9) return SIGNS.off
  if (most.passing !== 'running') return SIGNS[most.passing]
  return BLOCKS[Math.max(1, Math.round(most.share * (BLOCKS.length - 1)))] as string
}

/** Labels below their places, a line a lane, with a pole through the lines above. */
function linesOf(flags: readonly Placed<Flag & { readonly label: string }>[]): readonly string[] {
  const lanes = flags.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
  // Of several at one place the label comes first: it stands for the poles of those beyond.
  const ordered = [...flags].sort((a, b) => a.x - b.x || a.lane - b.lane)
  return Array.from({ length: lanes }, (_, row) =>
    ordered
      .filter(({ lane }) => lane >= row)
      .reduce(
        (line, { x, label, lane }) => line + ' '.repeat(Math.max(0, x - widthOf(line))) + (lane === row ? label : widthOf(line) <= x ? '|' : ''),
        '',
      ),
  )
}

function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) >= columns) break
    kept += character
  }
  return `${kept}…`
}

/** What the signs of a strip mean, in a line. */
export function legendText(language: Language): string {
  const words = PASSINGS[language]
  return [`${BLOCKS.at(-1)} ${words.running}`, ...Object.entries(SIGNS).map(([passing, sign]) => `${sign} ${words[passing as Passing]}`)].join('  ')
}
