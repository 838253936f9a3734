import type { Language } from '../errors.js'
import { civilOf, type Day, weekdayOf } from '../time/day.js'
import type { ExplainedDay, Why } from './explain.js'
import type { ExemptReason, Light, Outcome, State } from './verdict.js'

type Words<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** Outcomes in words. */
export const OUTCOMES: Words<Outcome | 'unsupported'> = {
  en: { open: 'open', overdue: 'overdue', early: 'early', 'on-time': 'on time', late: 'late', exempt: 'exempt', unsupported: 'unsupported' },
  zh: { open: '在办', overdue: '逾期未办结', early: '提前办结', 'on-time': '按时办结', late: '超期办结', exempt: '不适用', unsupported: '暂不评定' },
}

/** States in words. */
export const STATES: Words<State> = {
  en: { waiting: 'waiting', running: 'running', paused: 'paused', completed: 'completed', closed: 'closed' },
  zh: { waiting: '未起算', running: '计时中', paused: '暂停', completed: '已办结', closed: '已终止' },
}

/** Lights in words. */
export const LIGHTS: Words<Light> = {
  en: { green: 'green', yellow: 'yellow', red: 'red', none: '-' },
  zh: { green: '绿灯', yellow: '黄灯', red: '红灯', none: '-' },
}

/** Why a case is exempt, in words. */
export const REASONS_EXEMPT: Words<ExemptReason> = {
  en: {
    'before-first-version': 'started before the rule was in force',
    'after-last-version': 'started after the rule had ceased to be in force',
    'between-versions': 'started when no version of the rule was in force',
    'closed-in-time': 'closed in time without a decision',
  },
  zh: {
    'before-first-version': '起算时规则尚未施行',
    'after-last-version': '起算时规则已失效',
    'between-versions': '起算时没有施行中的规则',
    'closed-in-time': '在时限内终止，未作决定',
  },
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
}

type PlainDay = Omit<ExplainedDay, 'text'>
type Say = (plain: PlainDay, day: Day, isWorkingDays: boolean, occasions: Readonly<Record<string, string>>) => string

const REASONS: Words<Exclude<Why, 'counted' | 'not-running'>> = {
  en: {
    'before-start': 'outside opening hours, counted from the next opening',
    'start-day': 'start day, not counted',
    'day-off': 'not counted',
    unopened: 'no open time while the clock ran',
    rolled: 'the last day was a day off, so the period ends on the next working day',
    'kept-open': 'the limit did not expire while paused, and ends with this day',
    overdue: 'after the due date',
  },
  zh: {
    'before-start': '不在办公时间，自下次开门起算',
    'start-day': '起算当日，不计',
    'day-off': '不计',
    unopened: '计时期间没有办公时间，不计',
    rolled: '期限最后一日为休息日，顺延至其后首个工作日',
    'kept-open': '暂停期间时限不届满，于恢复之日届满',
    overdue: '已过期限',
  },
}

function round(minutes: number): number {
  return Math.round(minutes * 100) / 100
}

function weekday(language: Language, day: Day): string {
  return WEEKDAYS[language][weekdayOf(day) - 1] as string
}

const KINDS: Readonly<Record<Language, Readonly<Record<PlainDay['kind'], (occasion: string) => string>>>> = {
  en: {
    workday: (occasion) => (occasion ? `working day by the notice for ${occasion}` : 'working day'),
    weekend: () => 'weekend',
    holiday: (occasion) => `off for ${occasion}`,
    makeup: (occasion) => `make-up working day for ${occasion}`,
  },
  zh: {
    workday: (occasion) => (occasion ? `${occasion} 按通知上班` : '工作日'),
    weekend: () => '周末',
    holiday: (occasion) => `${occasion} 放假`,
    makeup: (occasion) => `${occasion} 调休上班`,
  },
}

function result(language: Language, { why, number, minutes, cause }: PlainDay, isWorkingDays: boolean): string {
  if (why === 'not-running') {
    if (language === 'zh') return cause ? `暂停计时（${cause}），不计` : '未计时，不计'
    return cause ? `paused (${cause}), not counted` : 'the clock stood still, not counted'
  }
  if (why !== 'counted') return REASONS[language][why]
  if (minutes !== undefined) return language === 'zh' ? `计${round(minutes)}分钟` : `${round(minutes)} minutes counted`
  if (language === 'zh') return isWorkingDays ? `计第${number}个工作日` : `计第${number}日`
  return isWorkingDays ? `working day ${number}` : `day ${number}`
}

/** A day of an explanation in words, such as `5月1日 周三 劳动节 放假，国办发明电〔2019〕3号，不计`. */
export const sayDay: Readonly<Record<Language, Say>> = {
  en: (plain, day, isWorkingDays, occasions) => {
    const occasion = occasions[plain.occasion ?? ''] ?? plain.occasion ?? ''
    const parts = [KINDS.en[plain.kind](occasion), plain.notice, result('en', plain, isWorkingDays)].filter(Boolean)
    return `${weekday('en', day)} ${plain.date}: ${parts.join(', ')}`
  },
  zh: (plain, day, isWorkingDays) => {
    const { month, date } = civilOf(day)
    const parts = [KINDS.zh[plain.kind](plain.occasion ?? ''), plain.notice, result('zh', plain, isWorkingDays)].filter(Boolean)
    return `${month}月${date}日 ${weekday('zh', day)} ${parts.join('，')}`
  },
}
