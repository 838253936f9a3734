import type { Language } from '../errors.js'
import { civilOf, parseDay, weekdayOf } from '../time/day.js'

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
}

/** A date as people of a language write it, such as `2019年5月1日`. */
export function sayDate(date: string, language: Language): string {
  if (language === 'en') return date
  const civil = civilOf(parseDay(date))
  return `${civil.year}年${civil.month}月${civil.date}日`
}

/** A date with its weekday, such as `2019年5月1日 周三`. */
export function sayWeekday(date: string, language: Language): string {
  const weekday = WEEKDAYS[language][weekdayOf(parseDay(date)) - 1] as string
  return language === 'en' ? `${weekday} ${date}` : `${sayDate(date, language)} ${weekday}`
}

/**
 * An instant, or a date without a time, such as `2019年5月1日 09:00`.
 *
 * Edges: the 24:00 of a date is written as such where that date is given. The offset is the zone's, and goes without saying.
 */
export function sayMoment(at: string, language: Language, date = at.slice(0, 10)): string {
  const time = timeOn(at, date)
  return time === '' ? sayDate(date, language) : `${sayDate(date, language)} ${time}`
}

/** The time of day of an instant that lies on a date or ends it, to the minute, or as fine as it is. */
export function timeOn(at: string, date: string): string {
  const time = at.slice(11).replace(/(Z|[+-]\d\d:\d\d)$/, '')
  if (time === '') return ''
  return at.startsWith(date) ? time.replace(/:00$/, '') : '24:00'
}
