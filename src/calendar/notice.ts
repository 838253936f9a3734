import { fail, show } from '../errors.js'
import { type Day, formatDay, parseDay } from '../time/day.js'

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

/** Throws `value-invalid` unless each is a notice in shape, with a date of issue; the other dates are read later. */
export function assertNotices(notices: readonly Notice[], list: string): void {
  notices.forEach((notice, i) => {
    const path = `${list}[${i}]`
    const isNamed = typeof notice?.id === 'string' && (notice.number === null || typeof notice.number === 'string')
    const isNotice = isNamed && Number.isInteger(notice.covers) && notice.covers >= 1 && notice.covers <= 9998 && Array.isArray(notice.arrangements)
    if (!isNotice) fail('value-invalid', { found: show(notice), expected: 'notice' }, { path })
    parseDay(notice.issued, `${path}.issued`)
    notice.arrangements.forEach((arrangement, at) => {
      const isArrangement = typeof arrangement?.occasion === 'string' && Array.isArray(arrangement.off) && Array.isArray(arrangement.work)
      if (!isArrangement) fail('value-invalid', { found: show(arrangement), expected: 'arrangement' }, { path: `${path}.arrangements[${at}]` })
    })
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
  readonly arrangement: Arrangement
  readonly path: string
}

/** The arrangements in force: a notice issued later replaces that of the same occasion of the same year. */
function inForce(notices: readonly Notice[]): readonly InForce[] {
  const byIssue = notices
    .map((notice, index) => ({ notice, index, issued: parseDay(notice.issued, `notices[${index}].issued`) }))
    .sort((a, b) => a.issued - b.issued || a.index - b.index)
  const latest = new Map<string, InForce>()
  for (const { notice, index } of byIssue) {
    notice.arrangements.forEach((arrangement, at) => {
      latest.set(`${notice.covers} ${arrangement.occasion}`, { notice, arrangement, path: `notices[${index}].arrangements[${at}]` })
    })
  }
  return [...latest.values()]
}

/**
 * The days that the notices change.
 *
 * Throws: `notice-contradiction` when two arrangements in force disagree on a day; `date-invalid`.
 */
export function marksOf(notices: readonly Notice[], origin: Mark['origin']): ReadonlyMap<Day, Mark> {
  const marks = new Map<Day, Mark>()
  function mark(day: Day, next: Mark) {
    const known = marks.get(day)
    if (known && known.isOff !== next.isOff) {
      const [off, work] = next.isOff ? [next, known] : [known, next]
      fail('notice-contradiction', { date: formatDay(day), off: `${off.noticeId} ${off.occasion}`, work: `${work.noticeId} ${work.occasion}` })
    }
    marks.set(day, next)
  }
  for (const { notice, arrangement, path } of inForce(notices)) {
    const common = { origin, occasion: arrangement.occasion, notice: notice.number, noticeId: notice.id }
    arrangement.off.forEach((text, i) => {
      for (const day of daysOfRun(text, `${path}.off[${i}]`)) mark(day, { isOff: true, ...common })
    })
    arrangement.work.forEach((text, i) => {
      for (const day of daysOfRun(text, `${path}.work[${i}]`)) mark(day, { isOff: false, ...common })
    })
  }
  return marks
}

/** No run of days off comes near this; a slip in the year would. */
export const LONGEST_RUN = 366

/**
 * The days of a date or a run of dates, both ends included.
 *
 * Throws: `date-invalid`; `value-invalid` for a run that ends before it starts or is too long to be meant.
 */
export function daysOfRun(text: string, path: string): readonly Day[] {
  const [from, to, ...rest] = show(text).split('/')
  const first = parseDay(from, path)
  const last = to === undefined ? first : parseDay(to, path)
  const length = last - first + 1
  if (rest.length > 0 || length < 1 || length > LONGEST_RUN) {
    return fail('value-invalid', { found: show(text), expected: 'run-of-days' }, { path })
  }
  return Array.from({ length }, (_, i) => (first + i) as Day)
}
