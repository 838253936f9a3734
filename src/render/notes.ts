import { CORRECTION } from '../case/course.js'
import type { ExplainedDay, Explanation } from '../case/explanation.js'
import { titlesOf } from '../case/words.js'
import type { Language } from '../errors.js'
import { inLanes } from './flags.js'
import { pausesOf, placeOf, type Strip } from './strip.js'
import { clipped, element, textWidth, written } from './svg.js'
import type { Ground } from './track.js'

/** A stretch below a strip with what it is called: a pause, or days off or worked by a notice. */
interface Note {
  readonly from: number
  readonly to: number
  readonly label: string
}

const LANE = 20
const GAP = 6
const SIZE = 11
/** More lanes than this hide more than they tell; every day tells its own when it is pointed at. */
const MOST_LANES = 4
const WIDEST = 180

const PAUSED: Readonly<Record<Language, string>> = { en: 'paused', zh: '暂停' }
const CORRECTED: Readonly<Record<Language, string>> = { en: 'papers being corrected', zh: '补正材料' }
const WORKED: Readonly<Record<Language, string>> = { en: 'worked', zh: '班' }
const FREE: Readonly<Record<Language, string>> = { en: 'off', zh: '休' }

/** Pauses, and where days are drawn one by one what notices say of them, as brackets with words. */
export function notesOf(
  explanation: Explanation,
  strip: Strip,
  ground: Ground,
  language: Language,
): { readonly markup: string; readonly height: number } {
  const named = ground.grain === 'day' ? occasionsOf(strip, explanation, language) : []
  const notes = [...pauseNotes(explanation, strip, language), ...named].sort((a, b) => a.from - b.from)
  const flags = inLanes(
    notes.map((note) => flagOf(note, ground)),
    GAP,
  ).filter(({ lane }) => lane < MOST_LANES)
  const height = flags.reduce((most, { lane }) => Math.max(most, (lane + 1) * LANE), 0)
  const markup = flags.map(({ x, end, label, lane }) => {
    const y = ground.top + lane * LANE
    const bracket = element('path', {
      class: 'st-ink',
      d: `M${x + 0.5} ${ground.top + 1}V${y + 5}H${Math.max(x + 1, end - 0.5)}v-3`,
      'stroke-opacity': 0.6,
    })
    return bracket + written('text', { class: 'st-faint', 'font-size': SIZE, x: x + 3, y: y + 17 }, label)
  })
  return { markup: markup.join(''), height }
}

function flagOf({ from, to, label }: Note, { left, right, widthOfDay }: Ground) {
  const [x, end] = [left + from * widthOfDay, left + to * widthOfDay]
  const room = Math.min(WIDEST, right - x - 3)
  const fitting = clipped(label, room, SIZE)
  // Beside the edge there may be no room for a letter.
  const shown = textWidth(fitting, SIZE) <= room ? fitting : ''
  return { x, end, label: shown, width: Math.max(textWidth(shown, SIZE) + 3, end - x) }
}

function pauseNotes(explanation: Explanation, strip: Strip, language: Language): readonly Note[] {
  return pausesOf(explanation).flatMap(({ from, to, cause, isCorrection }) => {
    const [start, end] = strip.isOfTime ? [placeOf(strip, from), placeOf(strip, to)] : daysOf(strip, from, to)
    if (end <= 0 || start >= strip.days.length || end < start) return []
    const said = cause === undefined || cause === CORRECTION ? '' : titleOf(cause, explanation, language)
    const label = isCorrection ? CORRECTED[language] : [PAUSED[language], said].filter(Boolean).join(language === 'zh' ? '：' : ': ')
    return [{ from: Math.max(0, start), to: Math.min(strip.days.length, end), label }]
  })
}

/** Of limits of days, the days on which a pause is drawn: as the convention has it, the first or the last may count. */
function daysOf({ days }: Strip, from: string, to: string): readonly [number, number] {
  const still = days.flatMap(({ date, why }, i) => (why === 'not-running' && date >= from.slice(0, 10) && date <= to.slice(0, 10) ? i : []))
  const [start, end] = [still[0], still.at(-1)]
  return start === undefined || end === undefined ? [0, -1] : [start, end + 1]
}

function titleOf(cause: string, { causes }: Explanation, language: Language): string {
  return (Object.hasOwn(causes, cause) ? causes[cause]?.titles[language] : undefined) ?? cause
}

/** Successive days off, or worked, of one occasion. */
function occasionsOf({ days }: Strip, { occasions }: Explanation, language: Language): readonly Note[] {
  const runs: { from: number; to: number; day: ExplainedDay }[] = []
  days.forEach((day, i) => {
    const before = runs.at(-1)
    if (day.occasion === undefined || day.kind === 'workday') return
    if (before?.to === i && before.day.occasion === day.occasion && before.day.kind === day.kind) before.to = i + 1
    else runs.push({ from: i, to: i + 1, day })
  })
  return runs.map(({ from, to, day: { occasion = '', kind } }) => {
    const name = language === 'en' && Object.hasOwn(occasions, occasion) ? (occasions[occasion] as string) : occasion
    const mark = kind === 'makeup' ? WORKED[language] : FREE[language]
    return { from, to, label: language === 'zh' ? `${name}（${mark}）` : `${name} (${mark})` }
  })
}

/** The rows of the stages of a case, each with its name before it. */
export function stageRows(
  explanation: Explanation,
  strip: Strip,
  ground: Ground,
  language: Language,
): { readonly markup: string; readonly height: number } {
  const names = [...new Set(explanation.stageSpans.map(({ stage }) => stage))]
  const rows = names.map((name, row) => {
    const y = ground.top + row * STAGE
    const spans = explanation.stageSpans.filter(({ stage }) => stage === name)
    const bars = spans.map(({ from, to }) =>
      stageBar(placeOf(strip, from), placeOf(strip, to ?? explanation.assessment.basis.now), { strip, ground, y, isOpen: !to }),
    )
    const label = clipped(titlesOf(name, explanation.stages)[language], ground.left - 20, SIZE)
    return written('text', { class: 'st-faint', 'font-size': SIZE, x: 12, y: y + 12 }, label) + bars.join('')
  })
  return { markup: rows.join(''), height: names.length * STAGE }
}

const STAGE = 18

interface StageGround {
  readonly strip: Strip
  readonly ground: Ground
  readonly y: number
  readonly isOpen: boolean
}

/** One that is open has no edge at its end. */
function stageBar(from: number, to: number, { strip, ground, y, isOpen }: StageGround): string {
  const [start, end] = [Math.max(0, from), Math.min(strip.days.length, to)].map((place) => ground.left + place * ground.widthOfDay) as [
    number,
    number,
  ]
  if (end < start) return ''
  const width = Math.max(2, end - start)
  const edge = isOpen ? '' : element('path', { class: 'st-ink', 'stroke-width': 2, d: `M${start + width} ${y + 2}v12` })
  return element('rect', { class: 'st-running', 'fill-opacity': 0.75, x: start, y: y + 4, width, height: 8 }) + edge
}

/** The room that the names of the stages need. */
export function gutterOf({ stageSpans, stages }: Explanation, language: Language): number {
  const widest = stageSpans.reduce((most, { stage }) => Math.max(most, textWidth(titlesOf(stage, stages)[language], SIZE)), 0)
  return widest === 0 ? 0 : Math.min(140, widest) + 8
}
