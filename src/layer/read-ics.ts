import ICAL from 'ical.js'
import { LONGEST_RUN } from '../calendar/notice.js'
import type { Layer } from '../calendar/source.js'
import { fail, show } from '../errors.js'
import { UNKNOWN_OPTION, UNKNOWN_TIMED } from '../messages/choices.js'
import { NOT_EVENT_TEST, NOT_LAYER_OPTIONS } from '../messages/values.js'
import { type Day, parseDay } from '../time/day.js'
import { assertKnown } from '../time/record.js'
import { assertYears, datesOf, type Entry, entriesOf, failEvent, failFile, firstOf, type IcsEvent, isTimed, textsOf } from './events.js'
import { type Kind, occasionOf, offRuleOf, saysWork } from './kinds.js'
import { grouped, noticesOf, type Told } from './notices.js'
import { readLayer } from './read.js'
import { isRepeated, type Occurrence, occurrencesOf } from './repeats.js'

/**
 * How to read a calendar file.
 *
 * Shape: `id` names the layer; `issued` is the date of its notices, where the file's own stamps shall not count; `to` is
 * the last date on which an event that repeats without end may begin.
 */
export interface IcsOptions {
  readonly id: string
  readonly issued?: string
  readonly to?: string
  /** Whether an event is a day worked. Without it, Apple's mark says so, or words such as （班）, 补班 and 上班. */
  readonly isWork?: (event: IcsEvent) => boolean
  /** Whether an event that is not worked is a day off. Without it, all are but observances: see `layerFromIcs`. */
  readonly isOff?: (event: IcsEvent) => boolean
  /** What becomes of events with a time of day; without it they are refused. */
  readonly timed?: 'refuse' | 'skip'
}

/** A closed day in every week of 70 years, and more than a list of holidays means; a slip in a rule would. So many take half a second. */
const MOST_DAYS = 4_000

const OPTIONS: readonly string[] = ['id', 'issued', 'to', 'isWork', 'isOff', 'timed']

const TIMED: readonly unknown[] = [undefined, 'refuse', 'skip']

/**
 * Reads a layer from an iCalendar file (RFC 5545) of whole days: one notice for each year of its days.
 *
 * Edges: in a file with Apple's marks of days off, events without one are observances and left out, as are Google's
 * observances and what is cancelled. An event ends the day before its DTEND; one that ends when it starts is a day long. A file may
 * mean 4,000 days, of the years 100 to 9998.
 * Throws: `ics-invalid` with what is wrong with the file or an event, at once; `notice-contradiction` when two events
 * disagree on a day; `value-invalid`, `date-invalid`, `choice-unknown` for options.
 * Source: RFC 5545.
 *
 * @example
 * const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTAMP:20190809T010000Z', 'DTSTART;VALUE=DATE:20190809', 'SUMMARY:台风（休）', 'END:VEVENT', 'END:VCALENDAR']
 * cn.extend(layerFromIcs(file.join('\r\n'), { id: 'typhoon' })).day('2019-08-09') //=> { kind: 'closure', working: false, certainty: 'published', occasion: '台风', notice: null }
 */
export function layerFromIcs(text: string, options: IcsOptions): Layer {
  assertOptions(options)
  const entries = entriesOf(text)
  const kindOf = kindsOf(entries, options)
  const to = options.to === undefined ? undefined : parseDay(options.to, 'to')
  const told: Told[] = []
  let count = 0
  for (const { entry, first } of occurrences(entries, kindOf, to)) {
    const kind = kindOf(entry)
    const length = kind === undefined ? 1 : lengthOf(entry)
    count += length
    if (count > MOST_DAYS) failFile('days')
    assertYears(entry, first, (first + length - 1) as Day)
    if (kind === undefined) continue
    const { summary } = entry.event
    const occasion = occasionOf(summary) || summary || options.id
    for (let i = 0; i < length; i++) told.push({ day: (first + i) as Day, kind, occasion, entry })
  }
  if (told.length === 0) failFile('no-day')
  return readLayer({ id: options.id, notices: noticesOf(told, options.id, options.issued) })
}

function assertOptions(options: IcsOptions): void {
  if (typeof options?.id !== 'string' || options.id === '') fail(NOT_LAYER_OPTIONS, { found: show(options) }, { path: 'options' })
  assertKnown(Object.keys(options), { unknown: UNKNOWN_OPTION, allowed: OPTIONS, path: 'options' })
  if (options.issued !== undefined) parseDay(options.issued, 'issued')
  for (const name of ['isWork', 'isOff'] as const) {
    const test: unknown = options[name]
    if (test !== undefined && typeof test !== 'function') fail(NOT_EVENT_TEST, { found: show(test) }, { path: name })
  }
  const { timed } = options
  if (!TIMED.includes(timed)) fail(UNKNOWN_TIMED, { found: show(timed), allowed: ['refuse', 'skip'] }, { path: 'timed' })
}

type KindOf = (entry: Entry) => Kind | undefined

/** What each event says of its days; undefined for one that does not count. */
function kindsOf(entries: readonly Entry[], options: IcsOptions): KindOf {
  const { isWork = saysWork, isOff = offRuleOf(entries.map(({ event }) => event)), timed } = options
  return (entry) => {
    if (isCancelled(entry)) return undefined
    const kind = isWork(entry.event) ? 'work' : isOff(entry.event) ? 'off' : undefined
    if (kind === undefined || !isTimed(entry)) return kind
    return timed === 'skip' ? undefined : failEvent('timed', entry, textsOf(entry.component, 'dtstart')[0])
  }
}

function isCancelled({ component }: Entry): boolean {
  return textsOf(component, 'status').some((status) => status.toUpperCase() === 'CANCELLED')
}

/** Every time that an event takes place; a series of which nothing counts is not even looked at. */
function* occurrences(entries: readonly Entry[], kindOf: KindOf, to: Day | undefined): Generator<Occurrence> {
  const isException = ({ component }: Entry) => component.hasProperty('recurrence-id')
  const series = new Set(entries.filter((entry) => !isException(entry)).map(({ uid }) => uid))
  const exceptions = grouped(entries.filter(isException), ({ uid }) => uid)
  for (const entry of entries) {
    if (isException(entry) ? series.has(entry.uid) : isCancelled(entry)) continue
    const own = isException(entry) ? [] : (exceptions.get(entry.uid) ?? [])
    if (![entry, ...own].some((each) => kindOf(each) !== undefined)) continue
    if (isRepeated(entry)) yield* occurrencesOf(entry, own, to)
    else if (kindOf(entry) !== undefined) yield { entry, first: firstOf(entry) }
  }
}

/** How many days an event lasts. */
function lengthOf(entry: Entry): number {
  const first = firstOf(entry)
  const [end] = datesOf(entry, 'dtend')
  const length = end === undefined ? durationOf(entry) : Math.max(end - first, end === first ? 1 : 0)
  const isWhole = Number.isInteger(length) && length >= 1 && length <= LONGEST_RUN
  return isWhole ? length : failEvent('end', entry, [...textsOf(entry.component, 'dtend'), ...textsOf(entry.component, 'duration')][0])
}

function durationOf({ component }: Entry): number {
  const [text] = textsOf(component, 'duration')
  if (text === undefined) return 1
  return ICAL.Duration.isValueString(text) ? ICAL.Duration.fromString(text).toSeconds() / 86_400 : Number.NaN
}
