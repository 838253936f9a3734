import type { Calendar } from '../calendar/calendar.js'
import type { DayFacts } from '../calendar/facts.js'
import { sayMoment, sayWeekday } from '../case/moments.js'
import { sayGrounds } from '../case/words.js'
import type { Between } from '../clock/clock.js'
import type { Deadline } from '../clock/deadline.js'
import { momentOf } from '../clock/moment.js'
import { type Language, ServiceTimeError } from '../errors.js'
import { KINDS } from '../render/year.js'
import { formatDay } from '../time/day.js'
import { formatLimit } from '../time/limit.js'
import type { Session } from './session.js'

const COMMA: Readonly<Record<Language, string>> = { en: ', ', zh: '，' }

/** What a day is, by whose notice, in words. */
export function sayFacts({ kind, occasion, notice, certainty, awaits = [] }: DayFacts, { occasions }: Calendar, language: Language): string {
  const english = occasion !== undefined && Object.hasOwn(occasions, occasion) ? occasions[occasion] : undefined
  const named = language === 'en' ? (english ?? occasion) : occasion
  const unsettled = certainty === 'projected' ? sayGrounds[language]({ awaits }) : undefined
  return [KINDS[language][kind], named, notice, unsettled].filter((part) => typeof part === 'string').join(COMMA[language])
}

/** What the day of a date or an instant is: nothing for a text that is neither, or a day on which no clock of the session answers. */
export function dayNote(text: string, session: Session): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(T[\d:.+Z-]+)?$/.test(text)) return undefined
  try {
    const date = formatDay(momentOf(session.clock().table, text).day)
    // An offset of another zone may make it another day there.
    if (!text.startsWith(date)) return undefined
    const calendar = session.calendar()
    return `${weekdayAlone(date, session.language)}${COMMA[session.language]}${sayFacts(calendar.day(date), calendar, session.language)}`
  } catch (error) {
    if (error instanceof ServiceTimeError) return undefined
    throw error
  }
}

/** A weekday without its date. */
function weekdayAlone(date: string, language: Language): string {
  return sayWeekday(date, language).split(' ')[language === 'zh' ? 1 : 0] as string
}

/** Where a limit ends, from where it was counted, and what that rests on. */
export function sayDeadline({ dueDate, dueAt, startsAt, ...grounds }: Deadline, language: Language): string {
  const weekday = weekdayAlone(dueDate, language)
  const due = sayMoment(dueAt, language, dueDate)
  const from = sayMoment(startsAt, language)
  const unsettled = grounds.certainty === 'projected' ? [sayGrounds[language](grounds)] : []
  const said = language === 'zh' ? [`${due}（${weekday}）到期`, `自${from}起算`] : [`due ${weekday} ${due}`, `counted from ${from}`]
  return [...said, ...unsettled].join(COMMA[language])
}

/** What lies between two moments, in each kind of unit. */
export function sayBetween({ workingDays, workingMinutes, calendarDays, certainty, awaits = [] }: Between, language: Language): string {
  const amounts = [{ workingDays }, { workingMinutes }, { calendarDays }].map((amount) => formatLimit(amount, language))
  return [...amounts, ...(certainty === 'projected' ? [sayGrounds[language]({ awaits })] : [])].join(COMMA[language])
}
