import type { Explanation } from '../case/explanation.js'
import { assertExplanation } from '../case/say.js'
import type { Language } from '../errors.js'
import { UNKNOWN_FORMAT, UNKNOWN_LANGUAGE, UNKNOWN_THEME } from '../messages/choices.js'
import { assertOptions } from '../time/record.js'
import { assertChoice, assertSize, FORMATS, LANGUAGES } from './options.js'
import { THEMES, type Theme } from './palette.js'
import { timelineSvg } from './timeline-svg.js'
import { timelineText } from './timeline-text.js'

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** `svg`, a picture that stands by itself, or `text` for a terminal; without it, `svg`. */
  readonly format?: 'svg' | 'text'
  /** The language of the words; without it they are Chinese. */
  readonly language?: Language
  /** Of a picture, the colours that the reader's screen asks for (`auto`, which is the default), or one set of them. Print has the light ones. */
  readonly theme?: Theme
  /** Of a picture, the width in pixels, 320 or more; without it, 720. */
  readonly width?: number
  /** Of text, the columns, 32 or more, of which Chinese characters take two; without it, 80. */
  readonly columns?: number
}

/**
 * Draws a case as a line of time: when the clock ran, stood still and did not count, its start, its warning, its due date and its stop or `now`,
 * and the stages; as an SVG picture, or as three or four lines of text.
 *
 * Edges: an explanation that went through JSON is drawn alike. Of a limit of days each day is a cell with its running number, of a limit of time
 * each session is as long as it lasted; where days would be narrower than 7 pixels, weeks, months, quarters or years are drawn together. A case
 * whose clock has not started has words alone.
 * Throws: `choice-unknown` for another language, format or theme and for an option that is not known; `value-invalid` for what is not an
 * explanation, what are no options, and a width or columns out of range.
 *
 * @example
 * const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-29T09:12' }] }
 * const explanation = explain(file, { policy: xiaoshan2019, clock, now: '2019-10-08T10:00' })
 * timeline(explanation, { format: 'text', language: 'en', columns: 64 }).split('\n')[1] //=> '····████····························████░░░░░░░░'
 * timeline(explanation, { language: 'en' }).includes('<title>A-1, Water hook-up</title>') //=> true
 */
export function timeline(explanation: Explanation, options: TimelineOptions = {}): string {
  assertExplanation(explanation)
  assertOptions(options, ['format', 'language', 'theme', 'width', 'columns'])
  const { format = 'svg', language = 'zh', theme = 'auto', width = 720, columns = 80 } = options
  assertChoice(UNKNOWN_FORMAT, format, FORMATS)
  assertChoice(UNKNOWN_LANGUAGE, language, LANGUAGES)
  assertChoice(UNKNOWN_THEME, theme, THEMES)
  assertSize('width', width)
  assertSize('columns', columns)
  return format === 'text' ? timelineText(explanation, { language, columns }) : timelineSvg(explanation, { language, theme, width, isStyled: true })
}
