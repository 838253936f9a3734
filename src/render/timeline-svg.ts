import type { Explanation } from '../case/explanation.js'
import { say } from '../case/say.js'
import { dueIn, standingIn } from '../case/say-head.js'
import { plain } from '../case/words.js'
import type { Language } from '../errors.js'
import { axisOf } from './axis.js'
import { grainFor } from './cells.js'
import { inLanes, type Placed } from './flags.js'
import { type Mark, marksOf, sayMark } from './marks.js'
import { gutterOf, notesOf, stageRows } from './notes.js'
import { styleFor, type Theme } from './palette.js'
import { type Passing, type Strip, stripOf } from './strip.js'
import { clipped, element, FONT, textWidth, written } from './svg.js'
import { LONG } from './timeline-text.js'
import { type Ground, PASSINGS, swatch, TRACK_HEIGHT, trackOf } from './track.js'

/** How a picture is drawn. */
export interface Drawing {
  readonly language: Language
  readonly theme: Theme
  readonly width: number
  /** Without a style the picture takes that of a page, which then has it once. */
  readonly isStyled: boolean
}

const EDGE = 12
const LANE = 16
/** Between labels of one lane. */
const GAP = 6
/** Days are not drawn wider than this where they have nothing within them, and not narrower than that one by one. */
const [WIDEST_DAY, NARROWEST_CELL] = [48, 7]

/** A part of the picture, below what stands above it. */
type Part = (top: number) => { readonly markup: string; readonly height: number }

/** A case as a picture; what is written in it is escaped once, where it is put together. */
export function timelineSvg(explanation: Explanation, drawing: Drawing): string {
  const { language, width, theme, isStyled } = drawing
  const strip = stripOf(explanation)
  const parts = [headOf(explanation, drawing), ...(strip ? partsOf(explanation, strip, drawing) : [])]
  const { markup, height } = parts.reduce(
    (above, part) => {
      const { markup, height } = part(above.height)
      return { markup: above.markup + markup, height: above.height + height }
    },
    { markup: '', height: EDGE },
  )
  const size = { width, height: height + EDGE }
  // Where nobody has asked about a case, it has no id.
  const names = [plain(explanation.assessment.id), explanation.matter.rule[language]].filter((part) => part !== '')
  const name = names.join(language === 'zh' ? '，' : ', ')
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'service-time',
      role: 'img',
      lang: language === 'zh' ? 'zh-CN' : 'en',
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
    },
    written('title', {}, name),
    written('desc', {}, say(explanation, language).head.join('\n')),
    isStyled ? element('style', {}, styleFor(theme)) : '',
    element('rect', { class: 'st-paper', ...size }),
    markup,
  )
}

function headOf(explanation: Explanation, { language, width }: Drawing): Part {
  const { assessment, matter } = explanation
  const title = `${plain(assessment.id)}  ${matter.rule[language]}`
  const due = dueIn(explanation, language)
  const standing = [standingIn(explanation, language), due && `${language === 'zh' ? '到期' : 'due'} ${due}`]
    .filter(Boolean)
    .join(language === 'zh' ? '；' : '; ')
  const room = width - EDGE * 2
  return (top) => ({
    markup:
      written('text', { x: EDGE, y: top + 12, 'font-size': 14, 'font-weight': 600 }, clipped(title, room / 1.06, 14)) +
      written('text', { class: 'st-faint', x: EDGE, y: top + 30 }, clipped(standing, room)),
    height: 40,
  })
}

function partsOf(explanation: Explanation, strip: Strip, { language, width }: Drawing): readonly Part[] {
  const left = EDGE + gutterOf(explanation, language)
  const isLong = strip.days.length > LONG
  const labelled = marksOf(explanation, strip).map((mark) => ({ mark, label: sayMark(mark, language, isLong) }))
  const widthOfDay = widthOfDayIn(strip, width - EDGE - left, labelled)
  const ground = (top: number): Ground => ({ left, right: width - EDGE, top, widthOfDay, grain: grainFor(widthOfDay, NARROWEST_CELL) })
  const said = say(explanation, language).days
  const flags = inLanes(
    labelled.map(({ mark, label }) => ({ mark, label, x: left + mark.place * widthOfDay, width: textWidth(label) + 4 })),
    GAP,
  )
  const lanes = flags.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
  const flagged: Part = (top) => {
    const track = top + lanes * LANE + 2
    const markup = trackOf({ explanation, strip, ground: ground(track), said, language }) + flags.map((flag) => flagIn(flag, track)).join('')
    return { markup, height: track - top + TRACK_HEIGHT }
  }
  return [
    flagged,
    (top) => axisOf(strip, ground(top), language),
    spaced(4, (top) => notesOf(explanation, strip, ground(top), language)),
    spaced(4, (top) => stageRows(explanation, strip, ground(top), language)),
    spaced(6, (top) => legendOf(strip, { left: EDGE, top, width: width - EDGE * 2 }, language)),
  ]
}

/** A part with some room above it. */
function spaced(room: number, part: Part): Part {
  return (top) => {
    const { markup, height } = part(top + room)
    return { markup, height: height + room }
  }
}

/** As wide as there is room for, with that for the labels at the right of their lines. */
function widthOfDayIn(strip: Strip, room: number, labelled: readonly { readonly mark: Mark; readonly label: string }[]): number {
  const count = strip.days.length
  const bounds = labelled.map(({ mark, label }) => (mark.place > 0 ? (room - textWidth(label) - 4) / mark.place : Number.POSITIVE_INFINITY))
  return Math.min(room / count, strip.isOfTime ? Number.POSITIVE_INFINITY : WIDEST_DAY, ...bounds)
}

const DASHES: Readonly<Partial<Record<Mark['kind'], string>>> = { warning: '2 3', now: '5 3', 'other-due': '1 2' }

/** The line of a mark through the strip, up to its label. */
function flagIn({ mark, label, x, lane }: Placed<{ mark: Mark; label: string; x: number; width: number }>, top: number): string {
  const y = top - 4 - lane * LANE
  const line = { class: `st-mark-${mark.kind}`, 'stroke-width': mark.kind === 'due' ? 2.5 : 1.5, 'stroke-dasharray': DASHES[mark.kind] }
  const weight = mark.kind === 'due' ? 600 : undefined
  return (
    element('path', { ...line, d: `M${x.toFixed(1)} ${y - 10}V${top + TRACK_HEIGHT + 2}` }) +
    written('text', { x: x + 4, y, 'font-weight': weight }, label)
  )
}

/** What the kinds of time on a strip look like. */
function legendOf(strip: Strip, { left, top, width }: { readonly left: number; readonly top: number; readonly width: number }, language: Language) {
  const seen = new Set<Passing>(strip.bars.map(({ passing }) => passing))
  const kinds = (Object.keys(PASSINGS.en) as Passing[]).filter((passing) => passing === 'off' || seen.has(passing))
  let [x, y] = [left, top]
  const markup = kinds.map((passing) => {
    const word = PASSINGS[language][passing]
    const wide = 20 + textWidth(word) + 14
    if (x + wide > left + width && x > left) [x, y] = [left, y + LANE + 2]
    const entry =
      swatch(passing, { x, y, width: 14, height: 12 }) + written('text', { class: 'st-faint', 'font-size': FONT, x: x + 20, y: y + 10.5 }, word)
    x += wide
    return entry
  })
  return { markup: markup.join(''), height: y - top + LANE + 4 }
}
