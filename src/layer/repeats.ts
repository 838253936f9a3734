import ICAL from 'ical.js'
import { civilOf, type Day, dayOf } from '../time/day.js'
import { assertYears, datesOf, type Entry, failEvent, firstOf } from './events.js'

interface Known {
  /** The parts that a rule of this frequency may have, and what each of their values looks like. */
  readonly parts: Readonly<Record<string, RegExp>>
  readonly most: number
}

const ANY = /^/
/** A weekday, or the first to fourth or last of a month; not every month or year has a fifth. */
const NTH_WEEKDAY = /^(?:-?[1-4]|\+[1-4])?[A-Z]{2}$/

/**
 * The rules that days off repeat by, with their greatest interval. With other parts, values or intervals the iterator
 * may look for ever for a day that never comes, or, with BYSETPOS, for long at each.
 */
const RULES: Readonly<Record<string, Known | undefined>> = {
  DAILY: { parts: {}, most: 366 },
  WEEKLY: { parts: { BYDAY: /^[A-Z]{2}$/ }, most: 53 },
  MONTHLY: { parts: { BYDAY: NTH_WEEKDAY, BYMONTHDAY: ANY }, most: 11 },
  YEARLY: { parts: { BYDAY: NTH_WEEKDAY, BYMONTH: ANY, BYMONTHDAY: ANY, BYYEARDAY: ANY }, most: 100 },
}

/** One time that an event takes place, with the entry that speaks of it, which may be an exception of its own. */
export interface Occurrence {
  readonly entry: Entry
  readonly first: Day
}

/** Whether an event takes place more than once. */
export function isRepeated({ component }: Entry): boolean {
  return component.hasProperty('rrule') || component.hasProperty('rdate')
}

/**
 * The times that an event takes place, in order and one by one, without those that are excepted.
 *
 * Edges: ends at `to`, or with the rule; a caller who stops earlier spares the rest.
 * Throws: `ics-invalid` for a rule without end unless `to` ends it, and for one that is not of days off.
 */
export function* occurrencesOf(entry: Entry, exceptions: readonly Entry[], to: Day | undefined): Generator<Occurrence> {
  const rules = rulesOf(entry)
  if (to === undefined && rules.some((rule) => !rule.isFinite())) failEvent('endless', entry)
  const start = firstOf(entry)
  assertYears(entry, start)
  for (const name of ['exdate', 'rdate']) datesOf(entry, name)
  for (const exception of exceptions) datesOf(exception, 'recurrence-id')
  const series = new ICAL.Event(entry.component, { exceptions: exceptions.map(({ component }) => component) })
  const expansion = guarded(entry, () => series.iterator())
  const entries = new Map([entry, ...exceptions].map((each) => [each.component, each]))
  const occurrence = (at: ICAL.Time): Occurrence => {
    const { item, startDate } = guarded(entry, () => series.getOccurrenceDetails(at))
    return { entry: entries.get(item.component) ?? entry, first: dayOfTime(startDate ?? at) }
  }
  // The library leaves out the first of a list of dates without a rule, which RFC 5545 (3.8.5.2) counts.
  if (rules.length === 0 && !datesOf(entry, 'exdate').includes(start)) yield occurrence(series.startDate)
  const next = guarded(entry, () => expansion.next())
  // A rule that means no day at all is a slip; a series of which every day is excepted is not.
  if (!next && !entry.component.hasProperty('exdate')) failEvent('rule', entry)
  for (let at = next; at; at = guarded(entry, () => expansion.next())) {
    const day = dayOfTime(at)
    if (to !== undefined && day > to) return
    if (!isOfRule(entry, rules, day)) failEvent('rule', entry)
    yield occurrence(at)
  }
}

function rulesOf(entry: Entry): readonly ICAL.Recur[] {
  return entry.component.getAllProperties('rrule').map((property) => {
    const rule = guarded(entry, () => property.getFirstValue())
    if (!(rule instanceof ICAL.Recur)) return failEvent('rule', entry)
    return isKnown(rule) ? rule : failEvent('rule', entry, property.toICALString().slice('RRULE:'.length))
  })
}

function isKnown({ freq, interval, parts }: ICAL.Recur): boolean {
  const known = RULES[freq]
  const isPart = ([part, values]: [string, unknown]) => [values].flat().every((value) => known?.parts[part]?.test(String(value)))
  return known !== undefined && interval <= known.most && Object.entries(parts).every(isPart)
}

/** What the iterator throws is about the rule. */
function guarded<T>(entry: Entry, run: () => T): T {
  try {
    return run()
  } catch (error) {
    return failEvent('rule', entry, error instanceof Error ? error.message : '')
  }
}

function dayOfTime({ year, month, day }: ICAL.Time): Day {
  return dayOf(year, month, day)
}

/** The iterator makes 1 March of a 29 February or 30 February that a year does not have; the rule does not mean it. */
function isOfRule(entry: Entry, rules: readonly ICAL.Recur[], day: Day): boolean {
  const start = firstOf(entry)
  const [rule] = rules
  if (!rule || rules.length > 1 || entry.component.hasProperty('rdate') || day === start) return true
  const { BYMONTH, BYMONTHDAY, BYDAY, BYYEARDAY }: Readonly<Record<string, readonly (string | number)[] | undefined>> = rule.parts
  const { month, date } = civilOf(day)
  if (BYMONTH && !BYMONTH.includes(month)) return false
  if (BYMONTHDAY) return BYMONTHDAY.includes(date) || BYMONTHDAY.some((n) => Number(n) < 0)
  return BYDAY !== undefined || BYYEARDAY !== undefined || rule.freq === 'DAILY' || rule.freq === 'WEEKLY' || date === civilOf(start).date
}
