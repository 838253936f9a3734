import ICAL from 'ical.js'
import { type ErrorFacts, fail, show } from '../errors.js'
import { ICS_INVALID } from '../messages/layer.js'
import { NOT_TEXT } from '../messages/values.js'
import { type Day, dayAtStart, dayOf } from '../time/day.js'

/**
 * What an event of a calendar file says of itself.
 *
 * Shape: `specialDay` is Apple's mark, `WORK-HOLIDAY` or `ALTERNATE-WORKDAY`; texts that are missing are empty.
 */
export interface IcsEvent {
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  readonly specialDay?: string
}

/** An event with where it stands in the file and what it was read from. */
export interface Entry {
  readonly event: IcsEvent
  readonly uid: string
  readonly component: ICAL.Component
  readonly index: number
}

/** Feeds of all public holidays of a country have some 100,000 characters; reading may take a time that grows with the square. */
const LONGEST_TEXT = 1_000_000

/**
 * The events of a calendar file, in its order.
 *
 * Throws: `value-invalid` for what is no text; `ics-invalid` for a text that is empty, too long, not iCalendar or without an event.
 */
export function entriesOf(text: string): readonly Entry[] {
  if (typeof text !== 'string') return fail(NOT_TEXT, { found: show(text) })
  if (text.trim() === '') return failFile('empty')
  if (text.length > LONGEST_TEXT) return failFile('long')
  const components = calendarsOf(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  return components.length === 0 ? failFile('no-event') : components.map(entryOf)
}

function calendarsOf(text: string): readonly ICAL.Component[] {
  const parsed: unknown = parse(text.replace(/^\uFEFF/, ''))
  // A single calendar is [name, properties, components]; several come as a list of such.
  const found = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]
  const calendars = found.filter((jCal) => Array.isArray(jCal) && jCal[0] === 'vcalendar')
  return calendars.length === 0 ? failFile('broken') : calendars.map((jCal) => new ICAL.Component(jCal))
}

function parse(text: string): unknown {
  try {
    return ICAL.parse(text)
  } catch (error) {
    // Beyond its own errors, the parser stumbles over a text that does not begin with a component.
    return failFile('broken', error instanceof ICAL.parse.ParserError ? error.message : '')
  }
}

function entryOf(component: ICAL.Component, index: number): Entry {
  const text = (name: string) => textsOf(component, name)[0] ?? ''
  const specialDay = text('x-apple-special-day')
  return {
    event: {
      summary: text('summary').trim(),
      description: text('description'),
      categories: component.getAllProperties('categories').flatMap((property) => rawOf(property).values),
      ...(specialDay === '' ? {} : { specialDay }),
    },
    uid: text('uid'),
    component,
    index,
  }
}

/** A property as it is written: the kind of its values, and the values as text. */
function rawOf(property: ICAL.Property): { readonly type: unknown; readonly values: readonly string[] } {
  const [, , type, ...values]: readonly unknown[] = property.toJSON()
  return { type, values: values.map((value) => (typeof value === 'string' ? value : show(value))) }
}

/** The first value of each property of a name. */
export function textsOf(component: ICAL.Component, name: string): readonly string[] {
  return component.getAllProperties(name).map((property) => rawOf(property).values[0] ?? '')
}

/** Whether an event begins at a time of day; a date that is only not marked as one is a fault of another kind. */
export function isTimed({ component }: Entry): boolean {
  const start = component.getFirstProperty('dtstart')
  return start !== null && rawOf(start).type === 'date-time' && /T\d/.test(rawOf(start).values[0] ?? '')
}

/** The dates of all properties of a name; throws unless each is a date by itself that exists. */
export function datesOf(entry: Entry, name: string): readonly Day[] {
  return entry.component.getAllProperties(name).flatMap((property) => {
    const { type, values } = rawOf(property)
    return values.map((value) => {
      const day = type === 'date' && value.length === 10 ? dayAtStart(value) : undefined
      return day ?? failEvent('date', entry, `${name.toUpperCase()} ${value}`)
    })
  })
}

/** The first day of an event. */
export function firstOf(entry: Entry): Day {
  return datesOf(entry, 'dtstart')[0] ?? failEvent('date', entry, 'DTSTART')
}

/** Before the year 100 the library takes a year for one of the 1900s; in the last that has a name a notice could not settle its days. */
const [FIRST, LAST] = [/* @__PURE__ */ dayOf(100, 1, 1), /* @__PURE__ */ dayOf(9998, 12, 31)]

/** Throws unless days lie in the years that are read. */
export function assertYears(entry: Entry, first: Day, last = first): void {
  if (first < FIRST || last > LAST) failEvent('years', entry)
}

type Fault = ErrorFacts['ics-invalid']['fault']

/** Refuses a file as a whole. */
export function failFile(fault: Fault, found = ''): never {
  return fail(ICS_INVALID, { fault, event: '', found: show(found) })
}

/** Refuses an event by its summary and first day. */
export function failEvent(fault: Fault, { event, component, index }: Entry, found = ''): never {
  const start = /^\d{4}-\d\d-\d\d/.exec(textsOf(component, 'dtstart')[0] ?? '')?.[0]
  const name = [event.summary, start].filter(Boolean).join(' ')
  return fail(ICS_INVALID, { fault, event: name || `#${index + 1}`, found: show(found) }, { path: `VEVENT[${index}]` })
}
