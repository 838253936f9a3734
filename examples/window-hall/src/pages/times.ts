import type { Language, PrintedDeadline } from 'service-time'

/** A date in words: the library writes dates of the hall's zone, so no zone is asked for here. */
export function dateIn(date: string, language: Language): string {
  const day = new Date(`${date}T00:00Z`)
  const weekday = day.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
  const [year, month, ofMonth] = date.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${ofMonth}日 ${weekday}` : `${weekday} ${date}`
}

/** An instant of the hall, `2027-01-11T17:00:00+08:00`, to the minute. */
export const instantIn = (at: string, language: Language) => `${dateIn(at.slice(0, 10), language)} ${at.slice(11, 16)}`

/** Words of the library about the hall's time, which has milliseconds that nobody wants to read. */
export const brief = (words: string) => words.replace(/(:\d\d:\d\d)\.\d+/g, '$1')

/** The last permitted moment. A day that ends at midnight is due on that day at 24:00, and not on the next at 00:00. */
export function dueIn({ dueDate, dueAt }: PrintedDeadline, language: Language): string {
  const time = dueAt.startsWith(dueDate) ? dueAt.slice(11, 16) : '24:00'
  return `${dateIn(dueDate, language)} ${time}`
}
