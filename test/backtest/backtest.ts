import { type Calendar, type CalendarSource, createCalendar, type Notice } from 'service-time'
import cn from '../../seeds/calendars/cn.json' with { type: 'json' }

/** Working days asked for, from a simple matter to a quarter of a year. */
const AMOUNTS = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 60]

/** How the forecasts for a year fare against the notice that was hidden from them. */
export interface YearResult {
  readonly year: number
  readonly asked: number
  /** The true date lies within the bounds, in so many questions. */
  readonly within: number
  /** The projected date is the true one. */
  readonly exact: number
  /** Earliest and latest are the same date. */
  readonly certain: number
  /** Calendar days from earliest to latest. */
  readonly meanWidth: number
  readonly p95Width: number
  readonly maxWidth: number
}

const source = cn as unknown as CalendarSource

/** The first notice of each year; amendments answer events that nobody foresees, and are told apart. */
const firstNotices = source.notices.filter(({ covers, issued }) => !source.notices.some((other) => other.covers === covers && other.issued < issued))

const addDays = (date: string, n: number) => new Date(Date.parse(date) + n * 86_400_000).toISOString().slice(0, 10)

/** The years whose notice can be hidden: the first that teaches is that for 2008. */
export const YEARS: readonly number[] = firstNotices.map(({ covers }) => covers).filter((year) => year >= 2009)

/**
 * Hides the notice of a year, and all after it, and asks for working days from every date between its issue and the end of
 * that year. Only answers that rest on hidden days are counted; the true ones come from `truth`.
 */
export function backtest(year: number, truth: readonly Notice[] = firstNotices): YearResult {
  const hidden = firstNotices.find(({ covers }) => covers === year) as Notice
  const known = firstNotices.filter(({ covers }) => covers < year)
  const laws = source.projection?.laws.filter(({ issued }) => issued <= hidden.issued) ?? []
  const calendar = createCalendar({
    ...source,
    notices: known,
    projection: { ...(source.projection as NonNullable<CalendarSource['projection']>), laws },
  })
  const coverage = { from: '2007-01-01', to: `${year}-12-24` }
  const actual = createCalendar({ ...source, notices: truth.filter(({ covers }) => covers <= year), coverage })
  return summary(year, questions(calendar, actual, hidden.issued, coverage.to))
}

/** The same with amendments in the truth: what the first notices themselves could not know. */
export function backtestAmended(year: number): YearResult {
  return backtest(year, source.notices)
}

interface Answer {
  readonly isWithin: boolean
  readonly isExact: boolean
  readonly width: number
}

function* questions(calendar: Calendar, actual: Calendar, from: string, to: string): Generator<Answer> {
  for (let start = from; start < to; start = addDays(start, 1)) {
    for (const amount of AMOUNTS) {
      if (actual.count(start, to) < amount) continue
      const { date, certainty, earliest, latest } = calendar.forecast(start, amount)
      if (certainty === 'published') continue
      const due = actual.add(start, amount)
      const width = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000
      yield { isWithin: earliest <= due && due <= latest, isExact: due === date, width }
    }
  }
}

function summary(year: number, answers: Iterable<Answer>): YearResult {
  const all = [...answers]
  const widths = all.map(({ width }) => width).sort((a, b) => a - b)
  return {
    year,
    asked: all.length,
    within: all.filter(({ isWithin }) => isWithin).length,
    exact: all.filter(({ isExact }) => isExact).length,
    certain: all.filter(({ width }) => width === 0).length,
    meanWidth: widths.reduce((sum, width) => sum + width, 0) / all.length,
    p95Width: widths[Math.floor(all.length * 0.95)] ?? 0,
    maxWidth: widths.at(-1) ?? 0,
  }
}
