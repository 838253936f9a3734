import ICAL from 'ical.js'
import { assertCalendar } from '../calendar/assert-calendar.js'
import type { Calendar } from '../calendar/calendar.js'
import type { DayFacts } from '../calendar/facts.js'
import { fail, type Language, show } from '../errors.js'
import { UNKNOWN_LANGUAGE, UNKNOWN_OPTION } from '../messages/choices.js'
import { NOT_OPTIONS, NOT_RUN_OF_DAYS } from '../messages/values.js'
import { type Day, formatDay, parseDay } from '../time/day.js'
import { assertKeys } from '../time/record.js'
import { type Kind, SPECIAL_DAY } from './kinds.js'

/** Which days of a calendar to write, both ends included, and how. */
export interface IcsSpan {
  readonly from: string
  readonly to: string
  /** The language of the summaries; without it they are Chinese. */
  readonly language?: Language
  /** The date that every event is stamped with; without it, `from`. The host's clock plays no part. */
  readonly issued?: string
}

/**
 * Writes the days that notices and layers speak of as an iCalendar file (RFC 5545): holidays, make-up days, closures.
 *
 * Shape: successive days of one occasion and kind are one event, marked as in Apple's feed, with the number of its notice
 * as description; its UID stays the same from one export to the next.
 * Edges: a span without such days gives a calendar without events; a projected day is a tentative event. English names where the calendar knows them.
 * Throws: `outside-coverage`, `unpublished`, `date-invalid`, `value-invalid`, `choice-unknown`.
 * Source: RFC 5545.
 *
 * @example
 * const file = icsOf(cn, { from: '2019-05-01', to: '2019-05-05', language: 'en' })
 * file.includes('SUMMARY:Labour Day (off)\r\n') //=> true
 * layerFromIcs(file, { id: 'cn' }).notices[0]?.arrangements //=> [{ occasion: 'Labour Day', off: ['2019-05-01/2019-05-04'], work: ['2019-05-05'] }]
 */
export function icsOf(calendar: Calendar, options: IcsSpan): string {
  assertArguments(calendar, options)
  const { from, to, language = 'zh', issued = from } = options
  const events = eventsOf(calendar, parseDay(from, 'from'), parseDay(to, 'to'))
  const stamp = formatDay(parseDay(issued, 'issued'))
  const header = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//service-time//service-time//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ]
  const text = ICAL.stringify(['vcalendar', header, events.map((event) => jCalOf(event, calendar, language, stamp))])
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** RFC 5545 (3.1) counts the space before a line that goes on among its 75 octets, which the library does not. */
const LINE_OCTETS = 75

const encoder = new TextEncoder()

function folded(line: string): string {
  let octets = 0
  return Array.from(line, (character) => {
    const { length } = encoder.encode(character)
    const isFull = octets + length > LINE_OCTETS
    octets = isFull ? 1 + length : octets + length
    return isFull ? `\r\n ${character}` : character
  }).join('')
}

const SUFFIXES: Readonly<Record<Language, Readonly<Record<Kind, string>>>> = {
  zh: { off: '（休）', work: '（班）' },
  en: { off: ' (off)', work: ' (work)' },
}

function assertArguments(calendar: Calendar, options: IcsSpan): void {
  assertCalendar(calendar, 'calendar')
  const allowed = ['from', 'to', 'language', 'issued']
  assertKeys(options, { fault: NOT_OPTIONS, unknown: UNKNOWN_OPTION, allowed, path: 'options' })
  const { from, to, language = 'zh' } = options
  if (typeof language !== 'string' || !Object.hasOwn(SUFFIXES, language)) {
    fail(UNKNOWN_LANGUAGE, { found: show(language), allowed: Object.keys(SUFFIXES) }, { path: 'language' })
  }
  if (parseDay(to, 'to') < parseDay(from, 'from')) fail(NOT_RUN_OF_DAYS, { found: `${from}/${to}` }, { path: 'to' })
}

/** Successive days of one occasion and kind. */
interface Event {
  readonly first: Day
  readonly last: Day
  readonly facts: DayFacts & { readonly occasion: string }
}

function eventsOf(calendar: Calendar, from: Day, to: Day): readonly Event[] {
  const events: Event[] = []
  for (let day = from; day <= to; day = (day + 1) as Day) {
    const { occasion, ...facts } = calendar.day(formatDay(day))
    if (occasion === undefined) continue
    const before = events.at(-1)
    const isSame =
      before?.last === day - 1 && before.facts.occasion === occasion && before.facts.kind === facts.kind && before.facts.certainty === facts.certainty
    if (isSame) events[events.length - 1] = { ...before, last: day }
    else events.push({ first: day, last: day, facts: { ...facts, occasion } })
  }
  return events
}

function jCalOf({ first, last, facts }: Event, { id, occasions }: Calendar, language: Language, stamp: string): unknown[] {
  const kind = facts.working ? 'work' : 'off'
  const occasion = language === 'en' ? nameOf(facts.occasion, occasions) : facts.occasion
  const properties = [
    ['uid', {}, 'text', plain(`${formatDay(first)}-${kind}@${id}.service-time`)],
    ['dtstamp', {}, 'date-time', `${stamp}T00:00:00Z`],
    ['dtstart', {}, 'date', formatDay(first)],
    ['dtend', {}, 'date', formatDay((last + 1) as Day)],
    ['summary', {}, 'text', plain(`${occasion}${SUFFIXES[language][kind]}`)],
    ...(typeof facts.notice === 'string' ? [['description', {}, 'text', plain(facts.notice)]] : []),
    ...(facts.certainty === 'projected' ? [['status', {}, 'text', 'TENTATIVE']] : []),
    ['transp', {}, 'text', 'TRANSPARENT'],
    ['x-apple-special-day', {}, 'unknown', SPECIAL_DAY[kind]],
  ]
  return ['vevent', properties, []]
}

function nameOf(occasion: string, names: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(names, occasion) && names[occasion]) || occasion
}

/** Text without control characters, which would end a line of the file or be no text in it. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
