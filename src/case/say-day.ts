import type { Language } from '../errors.js'
import { CORRECTION } from './course.js'
import type { CountedSession, ExplainedDay, Explanation, Why } from './explanation.js'
import { sayWeekday, timeOn } from './moments.js'
import { bracketed, byHoursOf, causeIn, intakeGround, plain, type WordsFor } from './words.js'

/** A day as it is told: within what, and in which language. */
interface Telling {
  readonly explanation: Explanation
  readonly language: Language
}

/**
 * A day of an explanation in words, such as `2019年5月1日 周三 劳动节 放假，国办发明电〔2019〕3号，不计`; for limits of time with a line
 * for each session.
 */
export function sayDay(day: ExplainedDay, telling: Telling): string {
  const { language } = telling
  const parts = [kindIn(day, telling), ...noticeIn(day, language), resultIn(day, telling), ...marksIn(day, language)]
  const line = `${sayWeekday(day.date, language)}${language === 'zh' ? ' ' : ': '}${parts.join(COMMA[language])}`
  return [plain(line), ...(day.sessions ?? []).map((session) => `  ${saySession(session, day, telling)}`)].join('\n')
}

const COMMA: Readonly<Record<Language, string>> = { en: ', ', zh: '，' }

const KINDS: Readonly<Record<Language, Readonly<Record<ExplainedDay['kind'], (occasion: string) => string>>>> = {
  en: {
    workday: (occasion) => (occasion ? `working day by the notice for ${occasion}` : 'working day'),
    weekend: () => 'weekend',
    holiday: (occasion) => `off for ${occasion}`,
    closure: (occasion) => `closed for ${occasion}`,
    makeup: (occasion) => `make-up working day for ${occasion}`,
  },
  zh: {
    workday: (occasion) => (occasion ? `${occasion} 按通知上班` : '工作日'),
    weekend: () => '周末',
    holiday: (occasion) => `${occasion} 放假`,
    closure: (occasion) => `${occasion} 停止办公`,
    makeup: (occasion) => `${occasion} 调休上班`,
  },
}

function kindIn({ kind, occasion = '' }: ExplainedDay, { explanation: { occasions }, language }: Telling): string {
  const english = Object.hasOwn(occasions, occasion) ? (occasions[occasion] as string) : occasion
  return KINDS[language][kind](language === 'en' ? english : occasion)
}

const UNSETTLED: Readonly<Record<Language, string>> = { en: 'as long as no notice says otherwise', zh: '以届时通知为准' }

/** The notice or the law that a day rests on, and that no notice has settled it yet. */
function noticeIn({ notice, certainty }: ExplainedDay, language: Language): readonly string[] {
  const unsettled = certainty === 'projected' ? [UNSETTLED[language]] : []
  if (notice === undefined) return unsettled
  return [notice ?? (language === 'zh' ? '放假通知（文号不详）' : 'by a notice whose number is not known'), ...unsettled]
}

const REASONS: WordsFor<Exclude<Why, 'counted' | 'not-running'>> = {
  en: {
    'before-start': 'outside opening hours, counted from the next opening',
    'start-day': 'start day, not counted',
    'day-off': 'not counted',
    unopened: 'no open time while the clock ran',
    rolled: 'the period is carried over a day off',
    'kept-open': 'the limit did not expire while paused, and ends with this day',
  },
  zh: {
    'before-start': '不在办公时间，自下一办公时段起算',
    'start-day': '起算当日，不计',
    'day-off': '不计',
    unopened: '计时期间没有办公时间，不计',
    rolled: '期限届满之日为休息日，顺延',
    'kept-open': '暂停期间时限不届满，于恢复之日届满',
  },
}

function resultIn(day: ExplainedDay, { explanation, language }: Telling): string {
  const { why } = day
  const { grounds } = explanation
  if (why === 'not-running') return stillIn(day, { explanation, language })
  if (why === 'counted') return countIn(day, { explanation, language })
  if (why === 'rolled') return rolledIn(day, { explanation, language })
  const ground = why === 'start-day' ? grounds.startDay : why === 'before-start' ? intakeGround(explanation) : undefined
  const reason = bracketed(REASONS[language][why], ground, language)
  return day.isCounted ? [countIn(day, { explanation, language }), reason].join(COMMA[language]) : reason
}

/** A day that the period is carried over counts to what is used, once it has passed. */
function rolledIn(day: ExplainedDay, { explanation, language }: Telling): string {
  const isChinese = language === 'zh'
  const { assessment, grounds } = explanation
  const counted = day.isCounted ? countIn(day, { explanation, language }) : isChinese ? '' : 'not counted'
  const isEnd = day.date === assessment.dueDate
  const end = isChinese ? '顺延至本日届满' : 'the period carried over days off ends here'
  if (isEnd) return [...(day.isCounted ? [counted] : []), bracketed(end, grounds.roll, language)].join(COMMA[language])
  return [counted, REASONS[language].rolled].filter(Boolean).join(isChinese ? '，' : day.isCounted ? ', ' : ': ')
}

function countIn({ minutes, number }: ExplainedDay, { explanation: { assessment }, language }: Telling): string {
  const isChinese = language === 'zh'
  if (minutes !== undefined) return isChinese ? `计${round(minutes)}分钟` : `${minutesOf(minutes)} counted`
  const isWorkingDays = (assessment.limit ?? assessment.used)?.workingDays !== undefined
  if (isChinese) return isWorkingDays ? `计第${number}个工作日` : `计第${number}日`
  return isWorkingDays ? `counted as working day ${number}` : `counted as day ${number}`
}

/** Why the clock stands still; the legal ground is that of the cause, or that of corrections. */
function stillIn({ cause }: ExplainedDay, { explanation, language }: Telling): string {
  const isChinese = language === 'zh'
  if (cause === CORRECTION) {
    const said = isChinese ? '补正材料，暂停计时，不计' : 'papers being corrected, not counted'
    return bracketed(said, explanation.grounds.correction, language)
  }
  if (cause === undefined) return isChinese ? '未计时，不计' : 'the clock stood still, not counted'
  const said = causeIn(cause, explanation, language)
  return isChinese ? `暂停计时（${said}），不计` : `paused (${said}), not counted`
}

const MARKS: WordsFor<'afterStop' | 'overdue' | 'toCome'> = {
  en: { afterStop: 'after the stop, only to find the due date', overdue: 'past the due date', toCome: 'still to come' },
  zh: { afterStop: '已停止计时，仅用于推算期限', overdue: '已过期限', toCome: '尚未到来' },
}

function marksIn({ isAfterStop, isOverdue }: Pick<ExplainedDay, 'isAfterStop' | 'isOverdue'>, language: Language): readonly string[] {
  return [...(isAfterStop ? [MARKS[language].afterStop] : []), ...(isOverdue ? [MARKS[language].overdue] : [])]
}

/** What the line of the day has said already is not said again. */
function saySession(session: CountedSession, day: ExplainedDay, { explanation, language }: Telling): string {
  const { opensAt, closesAt, minutes, total, stagesAtOnce, clocks = [] } = session
  const isChinese = language === 'zh'
  const span = `${timeOn(opensAt, day.date)}-${timeOn(closesAt, day.date)}`
  const twice = stagesAtOnce === undefined ? [] : [isChinese ? `${stagesAtOnce}个环节同时计时` : `${stagesAtOnce} stages at once`]
  const onClocks = clocks.length === 0 ? [] : [byHoursOf(clocks, explanation.clocks)[language]]
  const counted = isChinese ? [`计${round(minutes)}分钟`, `累计${round(total)}分钟`] : [minutesOf(minutes), `${round(total)} in all`]
  const isAfterStop = session.isAhead && explanation.assessment.stoppedAt !== undefined && !day.isAfterStop
  const marks = marksIn({ ...(isAfterStop && { isAfterStop }), ...(session.isOverdue && !day.isOverdue && { isOverdue: true }) }, language)
  const ahead = session.isAhead && explanation.assessment.stoppedAt === undefined ? [MARKS[language].toCome] : []
  return `${span}${isChinese ? ' ' : ': '}${[...onClocks, ...twice, ...counted, ...ahead, ...marks].join(COMMA[language])}`
}

function minutesOf(minutes: number): string {
  const amount = round(minutes)
  return `${amount} ${amount === 1 ? 'minute' : 'minutes'}`
}

function round(minutes: number): number {
  return Math.round(minutes * 100) / 100
}
