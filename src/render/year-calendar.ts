import { assertCalendar } from '../calendar/assert-calendar.js'
import type { Calendar } from '../calendar/calendar.js'
import { fail, type Language, show } from '../errors.js'
import { UNKNOWN_FORMAT, UNKNOWN_LANGUAGE, UNKNOWN_THEME } from '../messages/choices.js'
import { NOT_YEAR, NOT_YES_OR_NO } from '../messages/values.js'
import { assertOptions } from '../time/record.js'
import { assertChoice, assertSize, FORMATS, LANGUAGES } from './options.js'
import { THEMES, type Theme } from './palette.js'
import { daysOfYear } from './year.js'
import { yearSvg } from './year-svg.js'
import { yearText } from './year-text.js'

/** How a year is drawn. */
export interface YearCalendarOptions {
  /** `svg`, a picture that stands by itself, or `text` for a terminal; without it, `svg`. */
  readonly format?: 'svg' | 'text'
  /** The language of the words; without it they are Chinese. */
  readonly language?: Language
  /** Of a picture, the colours that the reader's screen asks for (`auto`, which is the default), or one set of them. Print has the light ones. */
  readonly theme?: Theme
  /** Of a picture, the width in pixels, 320 or more; without it, 880. */
  readonly width?: number
  /** Of text, the columns, 32 or more; without it, 80. */
  readonly columns?: number
  /** Whether text has the colours of a terminal; its marks say the same. */
  readonly isColoured?: boolean
}

/**
 * Draws a year of a calendar as twelve months: days off, make-up days, closures, weekends and days that are projected, with the names of
 * the occasions; as an SVG picture, or as text.
 *
 * Edges: every kind of day has a mark beside its colour; weeks begin on Monday. English names stand where the calendar knows them.
 * Throws: `outside-coverage` and `unpublished` for a year of which the calendar does not know every day; `value-invalid` for what is no calendar, no
 * year, no options, and a width or columns out of range; `choice-unknown` for another language, format or theme and for an option that is not known.
 *
 * @example
 * yearCalendar(cn, 2025, { format: 'text', language: 'en' }).split('\n')[0] //=> '2025: 248 working days'
 * yearCalendar(cn, 2026).includes('<title>2026-02-14 春节 调休上班') //=> true
 */
export function yearCalendar(calendar: Calendar, year: number, options: YearCalendarOptions = {}): string {
  assertCalendar(calendar, 'calendar')
  if (!Number.isInteger(year) || year < 1 || year > 9999) fail(NOT_YEAR, { found: show(year) }, { path: 'year' })
  assertOptions(options, ['format', 'language', 'theme', 'width', 'columns', 'isColoured'])
  const { format = 'svg', language = 'zh', theme = 'auto', width = 880, columns = 80, isColoured = false } = options
  assertChoice(UNKNOWN_FORMAT, format, FORMATS)
  assertChoice(UNKNOWN_LANGUAGE, language, LANGUAGES)
  assertChoice(UNKNOWN_THEME, theme, THEMES)
  assertSize('width', width)
  assertSize('columns', columns)
  if (typeof isColoured !== 'boolean') fail(NOT_YES_OR_NO, { found: show(isColoured) }, { path: 'isColoured' })
  const days = daysOfYear(calendar, year, language)
  if (format === 'text') return yearText(days, { year, language, columns, isColoured })
  return yearSvg(days, { year, name: calendar.id, language, theme, width })
}
