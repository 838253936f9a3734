import type { Moment } from '../time/instant.js'
import type { Course } from './course.js'
import { beforeDeeming, deemedReceipt } from './deemed.js'
import type { CaseFile } from './file.js'
import { type Happening, happeningsOf } from './happening.js'
import type { Inquiry } from './inquiry.js'
import { startOf } from './runs.js'
import type { Terms } from './terms.js'
import { assertTimes } from './times.js'
import { newestOf, startBy, versionOf } from './version.js'
import { courseOf } from './walk.js'

/** The events of a case, read by the version of its rule. */
export interface CaseRecord {
  /** What has happened by now, and what is dated later. */
  readonly happened: readonly Happening[]
  readonly later: readonly Happening[]
  readonly inForce: Terms | undefined
  /** What the events are read by: a case outside all versions by the newest. */
  readonly terms: Terms
  /** The receipt at which papers count as accepted, because nobody answered them in time. */
  readonly deemed: Happening | undefined
  readonly course: Course
  /** The start of the clock, once it has started. */
  readonly recorded: Moment | undefined
}

/** Reads the events of a case. The whole list must be possible, though only what has happened by now is judged. */
export function recordOf(file: CaseFile, inquiry: Inquiry): CaseRecord {
  const { table, now } = inquiry
  const versions = inquiry.terms.of(file.rule)
  const all = happeningsOf(table, file.events)
  const happened = happenedBy(all, now)
  const inForce = versionOf(inquiry, versions, happened)
  const terms = inForce ?? newestOf(versions)
  // What a version asks of its cases besides the order of their events, it does not ask of others.
  const isBound = inForce !== undefined || startBy(inquiry, happened, terms) === undefined
  const toBeDeemed = deemedReceipt(table, all, terms)
  if (isBound) assertTimes(all, terms, toBeDeemed)
  // Papers that all that is told leaves as they were, the moment of asking leaves as well.
  const deemed = happened === all && toBeDeemed === undefined ? undefined : deemedReceipt(table, happened, terms, now)
  // Until papers count as accepted, no more can happen to them than to others that wait for an answer.
  if (toBeDeemed) courseOf(beforeDeeming(table, all, terms), terms.version, isBound)
  const whole = courseOf(all, terms.version, isBound, toBeDeemed)
  const course = happened.length === all.length && whole.deemed === deemed ? whole : courseOf(happened, terms.version, isBound, deemed)
  return {
    happened,
    later: happened === all ? NO_EVENTS : all.slice(happened.length),
    inForce,
    terms,
    deemed,
    course,
    recorded: startOf(course, terms.version),
  }
}

const NO_EVENTS: readonly Happening[] = []

function happenedBy(all: readonly Happening[], now: Moment): readonly Happening[] {
  // A date of today has happened, and may stand after an instant of today that has not.
  for (let i = 0; i < all.length; i++) if (!isBy(all[i] as Happening, now)) return all.slice(0, i)
  return all
}

/** A date is past by its end, but has happened from its beginning. */
function isBy(moment: Moment, now: Moment): boolean {
  return moment.isDateOnly ? moment.day <= now.day : moment.instant <= now.instant
}
