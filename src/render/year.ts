import type { Calendar } from '../calendar/calendar.js'
import type { DayFacts, DayKind } from '../calendar/facts.js'
import type { WordsFor } from '../case/words.js'
import type { Language } from '../errors.js'
import { civilOf, type Day, dayOf, formatDay } from '../time/day.js'

/** A day of a year with its facts, the occasion in the language asked for. */
export interface YearDay extends DayFacts {
  readonly day: Day
  readonly date: string
}

/** The days of a year, in order. */
export function daysOfYear({ day: kindOf, occasions }: Calendar, year: number, language: Language): readonly YearDay[] {
  const first = dayOf(year, 1, 1)
  return Array.from({ length: dayOf(year, 12, 31) - first + 1 }, (_, i) => {
    const day = (first + i) as Day
    const date = formatDay(day)
    const { occasion, ...facts } = kindOf(date)
    if (occasion === undefined) return { day, date, ...facts }
    const english = Object.hasOwn(occasions, occasion) ? occasions[occasion] : undefined
    return { day, date, ...facts, occasion: language === 'en' ? (english ?? occasion) : occasion }
  })
}

/** Successive days of one kind and occasion, of which a notice or the law speaks. */
export interface Occasion {
  readonly first: YearDay
  readonly last: YearDay
}

/** What notices and the law say of some days, in order. */
export function occasionsIn(days: readonly YearDay[]): readonly Occasion[] {
  const runs: { first: YearDay; last: YearDay }[] = []
  for (const day of days) {
    if (day.occasion === undefined) continue
    const before = runs.at(-1)
    const isSame = before?.last.day === day.day - 1 && before.last.occasion === day.occasion && before.last.kind === day.kind
    if (before && isSame && before.last.certainty === day.certainty) before.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
}

/** What the kinds of days are called. */
export const KINDS: WordsFor<DayKind | 'projected'> = {
  en: { workday: 'working day', weekend: 'weekend', holiday: 'day off', makeup: 'make-up working day', closure: 'closed', projected: 'projected' },
  zh: { workday: '工作日', weekend: '周末', holiday: '放假', makeup: '调休上班', closure: '停止办公', projected: '推算' },
}

/** Days of an occasion in words, by their dates in the year, such as `2-15 – 2-23 春节 放假`. */
export function sayOccasion({ first, last }: Occasion, language: Language): string {
  const dates = first.day === last.day ? first.date.slice(5) : `${first.date.slice(5)} – ${last.date.slice(5)}`
  const marks = [KINDS[language][first.kind], ...(first.certainty === 'projected' ? [KINDS[language].projected] : [])]
  return language === 'zh' ? `${dates} ${first.occasion}（${marks.join('，')}）` : `${dates} ${first.occasion} (${marks.join(', ')})`
}

/** How many days of a year are worked, and from where on they are projected. */
export function sayYear(days: readonly YearDay[], language: Language): string {
  const worked = days.filter(({ working }) => working).length
  const projected = days.filter(({ certainty }) => certainty === 'projected')
  const [first] = projected
  const notices = [...new Set(projected.flatMap(({ awaits = [] }) => awaits))]
  const awaits = notices.join(language === 'zh' ? '、' : ', ')
  if (language === 'zh') return `工作日${worked}天${first ? `；${first.date}起有推算的日期，待${awaits}公布` : ''}`
  return `${worked} working days${first ? `; some days from ${first.date} on are projected, until ${awaits} ${notices.length === 1 ? 'is' : 'are'} published` : ''}`
}

/** The names of months and the heads of weekdays, from Monday. */
export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  zh: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
}

export const WEEKDAY_HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  zh: ['一', '二', '三', '四', '五', '六', '日'],
}

/** The days of a month of a year. */
export function daysOfMonth(days: readonly YearDay[], month: number): readonly YearDay[] {
  return days.filter(({ day }) => civilOf(day).month === month)
}
