import { fail, quote, show } from '../errors.js'
import { NOTICE_CONTRADICTION } from '../messages/calendar.js'
import { UNKNOWN_ARRANGEMENT, UNKNOWN_NOTICE } from '../messages/choices.js'
import {
  NOT_ARRANGEMENT,
  NOT_ARRANGEMENTS,
  NOT_NOTICE,
  NOT_NOTICE_ID,
  NOT_NOTICE_NUMBER,
  NOT_NOTICE_YEAR,
  NOT_OCCASION,
  NOT_RUN_OF_DAYS,
  NOT_RUNS_OF_DAYS,
  NOT_TEXT,
} from '../messages/values.js'
import { type Day, formatDay, parseDay } from '../time/day.js'
import { assertKnown, assertRecord, type RecordKind } from '../time/record.js'

/**
 * A holiday notice in its own words: which days are off for an occasion, and which days off are worked in return.
 *
 * Shape: `number` is null where it is not known; a day is `YYYY-MM-DD`, a run of days `YYYY-MM-DD/YYYY-MM-DD`;
 * `covers` is the year of the notice's title, though it may touch December of the year before.
 */
export interface Notice {
  readonly id: string
  readonly number: string | null
  readonly issued: string
  readonly covers: number
  readonly url?: string
  readonly arrangements: readonly Arrangement[]
}

/** What a notice arranges for one occasion. */
export interface Arrangement {
  readonly occasion: string
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/**
 * Copies of notices of unknown shape, so that later changes of theirs change nothing.
 *
 * Throws: `value-invalid`, `date-invalid`, with the path of the first fault.
 */
export function noticesFrom(notices: readonly Notice[], list: string): readonly Notice[] {
  return Array.from(notices, (notice, i) => noticeFrom(notice, `${list}[${i}]`))
}

/** A copy of one notice, as `noticesFrom`. */
export function noticeFrom(notice: Notice, path: string): Notice {
  assertRecord(notice, { fault: NOT_NOTICE, path })
  assertKnown(Object.keys(notice), { unknown: UNKNOWN_NOTICE, allowed: ['id', 'number', 'issued', 'covers', 'url', 'arrangements'], path })
  const { id, number, issued, covers, url, arrangements } = notice
  assertPart(typeof id === 'string', { found: id, fault: NOT_NOTICE_ID, path: `${path}.id` })
  assertPart(number === null || typeof number === 'string', { found: number, fault: NOT_NOTICE_NUMBER, path: `${path}.number` })
  assertPart(Number.isInteger(covers) && covers >= 1 && covers <= 9998, { found: covers, fault: NOT_NOTICE_YEAR, path: `${path}.covers` })
  assertPart(url === undefined || typeof url === 'string', { found: url, fault: NOT_TEXT, path: `${path}.url` })
  assertPart(Array.isArray(arrangements), { found: arrangements, fault: NOT_ARRANGEMENTS, path: `${path}.arrangements` })
  parseDay(issued, `${path}.issued`)
  return { id, number, issued, covers, arrangements: Array.from(arrangements, (each, i) => arrangementFrom(each, `${path}.arrangements[${i}]`)) }
}

function arrangementFrom(arrangement: Arrangement, path: string): Arrangement {
  assertRecord(arrangement, { fault: NOT_ARRANGEMENT, path })
  assertKnown(Object.keys(arrangement), { unknown: UNKNOWN_ARRANGEMENT, allowed: ['occasion', 'off', 'work'], path })
  const { occasion, off, work } = arrangement
  assertPart(typeof occasion === 'string', { found: occasion, fault: NOT_OCCASION, path: `${path}.occasion` })
  return { occasion, off: runsFrom(off, `${path}.off`), work: runsFrom(work, `${path}.work`) }
}

/** A part of a notice, and what is wrong where another stands. */
interface Part extends RecordKind {
  readonly found: unknown
}

function assertPart(isRight: boolean, { found, fault, path }: Part): void {
  if (!isRight) fail(fault, { found: quote(found) }, { path })
}

function runsFrom(runs: readonly string[], list: string): readonly string[] {
  assertPart(Array.isArray(runs), { found: runs, fault: NOT_RUNS_OF_DAYS, path: list })
  return Array.from(runs, (run, i) => {
    runOf(run, `${list}[${i}]`)
    return run
  })
}

/** What a notice says of one day. */
export interface Mark {
  /** Whether a notice of the calendar, one of a layer, or the law itself says so. */
  readonly origin: 'notice' | 'layer' | 'law'
  readonly isOff: boolean
  readonly occasion: string
  /** The number of the notice or the law; null where it is not known. */
  readonly notice: string | null
  readonly noticeId: string
}

interface InForce {
  readonly notice: Notice
  readonly arrangements: Arrangement[]
}

/** The arrangements in force: a notice issued later replaces that of the same occasion of the same year, and one that names an occasion twice means both. */
function inForce(notices: readonly Notice[]): ReadonlyMap<string, InForce> {
  const byIssue = notices.map((notice) => ({ notice, issued: parseDay(notice.issued) })).sort((a, b) => a.issued - b.issued)
  const latest = new Map<string, InForce>()
  for (const { notice } of byIssue) {
    for (const arrangement of notice.arrangements) {
      const key = `${notice.covers} ${arrangement.occasion}`
      const known = latest.get(key)
      if (known?.notice === notice) known.arrangements.push(arrangement)
      else latest.set(key, { notice, arrangements: [arrangement] })
    }
  }
  return latest
}

/**
 * The days that notices change, once these are known to be notices.
 *
 * Throws: `notice-contradiction` when two arrangements in force disagree on a day.
 */
export function marksOf(notices: readonly Notice[], origin: Mark['origin']): ReadonlyMap<Day, Mark> {
  const marks = new Map<Day, Mark>()
  function mark(day: Day, next: Mark) {
    const known = marks.get(day)
    if (known && known.isOff !== next.isOff) {
      const [off, work] = next.isOff ? [next, known] : [known, next]
      fail(NOTICE_CONTRADICTION, { date: formatDay(day), off: `${off.noticeId} ${off.occasion}`, work: `${work.noticeId} ${work.occasion}` })
    }
    marks.set(day, next)
  }
  function markRuns(runs: readonly string[], next: Mark) {
    for (const run of runs) {
      const { first, length } = runOf(run, '')
      for (let i = 0; i < length; i++) mark((first + i) as Day, next)
    }
  }
  inForce(notices).forEach(({ notice, arrangements }) => {
    const { number, id } = notice
    for (const { occasion, off, work } of arrangements) {
      markRuns(off, { origin, isOff: true, occasion, notice: number, noticeId: id })
      markRuns(work, { origin, isOff: false, occasion, notice: number, noticeId: id })
    }
  })
  return marks
}

/** The marks within a span of days: what is said of others changes no answer, and so must change no edition. */
export function marksWithin(marks: ReadonlyMap<Day, Mark>, { first, last }: { readonly first: Day; readonly last: Day }): ReadonlyMap<Day, Mark> {
  const within = new Map<Day, Mark>()
  // Walking through a map makes an array of each entry; this does not.
  marks.forEach((mark, day) => {
    if (day >= first && day <= last) within.set(day, mark)
  })
  return within
}

/** The days marked after a day. */
export function daysAfter(day: Day, marks: ReadonlyMap<Day, Mark>): ReadonlySet<Day> {
  const after = new Set<Day>()
  marks.forEach((_, marked) => {
    if (marked > day) after.add(marked)
  })
  return after
}

/** No run of days off comes near this; a slip in the year would. */
export const LONGEST_RUN = 366

/**
 * The days of a date or a run of dates, both ends included.
 *
 * Throws: `date-invalid`; `value-invalid` for a run that ends before it starts or is too long to be meant.
 */
export function daysOfRun(text: string, path: string): readonly Day[] {
  const { first, length } = runOf(text, path)
  return Array.from({ length }, (_, i) => (first + i) as Day)
}

function runOf(text: string, path: string): { readonly first: Day; readonly length: number } {
  const run = typeof text === 'string' ? text : show(text)
  const slash = run.indexOf('/')
  const isOneRun = slash === run.lastIndexOf('/')
  const first = parseDay(slash < 0 ? run : run.slice(0, slash), path)
  const last = slash < 0 || !isOneRun ? first : parseDay(run.slice(slash + 1), path)
  const length = last - first + 1
  if (!isOneRun || length < 1 || length > LONGEST_RUN) return fail(NOT_RUN_OF_DAYS, { found: show(text) }, { path })
  return { first, length }
}
