import type { Grounds } from '../calendar/forecast.js'
import type { Language } from '../errors.js'
import { civilOf, type Day, weekdayOf } from '../time/day.js'
import type { Finding, IgnoredExtension } from './assessment.js'
import { CORRECTION } from './course.js'
import type { ExplainedDay, Why } from './explain.js'
import type { ExemptReason, Light, Outcome, State } from './verdict.js'

type Words<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** Outcomes in words. */
export const OUTCOMES: Words<Outcome> = {
  en: { open: 'open', overdue: 'overdue', early: 'early', 'on-time': 'on time', late: 'late', exempt: 'exempt', measured: 'measured' },
  zh: { open: '在办', overdue: '逾期未办结', early: '提前办结', 'on-time': '按时办结', late: '超期办结', exempt: '不适用', measured: '仅计时' },
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
    'before-publication': 'the policy was not known then',
    'before-first-version': 'started before the rule was in force',
    'after-last-version': 'started after the rule had ceased to be in force',
    'between-versions': 'started when no version of the rule was in force',
    'closed-in-time': 'closed in time without a decision',
  },
  zh: {
    'before-publication': '当时政策尚未公布',
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

/** What the words of a day depend on, besides the day. */
interface Setting {
  readonly isWorkingDays: boolean
  readonly isDue: boolean
  /** English names of occasions. */
  readonly occasions: Readonly<Record<string, string>>
}

type Say = (plain: PlainDay, day: Day, setting: Setting) => string

const REASONS: Words<Exclude<Why, 'counted' | 'not-running'>> = {
  en: {
    'before-start': 'outside opening hours, counted from the next opening',
    'start-day': 'start day, not counted',
    'day-off': 'not counted',
    unopened: 'no open time while the clock ran',
    rolled: 'not counted: the period is carried over a day off',
    'kept-open': 'the limit did not expire while paused, and ends with this day',
    overdue: 'not counted',
  },
  zh: {
    'before-start': '不在办公时间，自下一办公时段起算',
    'start-day': '起算当日，不计',
    'day-off': '不计',
    unopened: '计时期间没有办公时间，不计',
    rolled: '期限届满之日为休息日，顺延',
    'kept-open': '暂停期间时限不届满，于恢复之日届满',
    overdue: '不计',
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

function result(language: Language, { why, number, minutes, cause }: PlainDay, { isWorkingDays, isDue }: Setting): string {
  const isChinese = language === 'zh'
  if (why === 'not-running') {
    if (cause === CORRECTION) return isChinese ? '补正材料，暂停计时，不计' : 'papers being corrected, not counted'
    if (isChinese) return cause ? `暂停计时（${cause}），不计` : '未计时，不计'
    return cause ? `paused (${cause}), not counted` : 'the clock stood still, not counted'
  }
  if (why === 'rolled' && isDue) return isChinese ? '顺延至本日届满' : 'the period carried over days off ends here'
  if (why !== 'counted') return REASONS[language][why]
  if (minutes !== undefined) return isChinese ? `计${round(minutes)}分钟` : `${round(minutes)} minutes counted`
  if (isChinese) return isWorkingDays ? `计第${number}个工作日` : `计第${number}日`
  return isWorkingDays ? `counted as working day ${number}` : `counted as day ${number}`
}

const MARKS: Words<'afterStop' | 'overdue'> = {
  en: { afterStop: 'after the stop, only to find the due date', overdue: 'past the due date' },
  zh: { afterStop: '已停止计时，仅用于推算期限', overdue: '已过期限' },
}

function marks(language: Language, { isAfterStop, isOverdue }: PlainDay): readonly string[] {
  return [isAfterStop && MARKS[language].afterStop, isOverdue && MARKS[language].overdue].filter((mark) => mark !== undefined)
}

const UNSETTLED: Readonly<Record<Language, string>> = { en: 'as long as no notice says otherwise', zh: '以届时通知为准' }

/** The notice or the law that a day rests on, and that no notice has settled it yet. */
function noticeIn(language: Language, { notice, certainty }: PlainDay): readonly string[] {
  const unsettled = certainty === 'projected' ? [UNSETTLED[language]] : []
  if (notice === undefined) return unsettled
  return [notice ?? (language === 'zh' ? '放假通知（文号不详）' : 'by a notice whose number is not known'), ...unsettled]
}

/** What a deadline is called that rests on days that no notice has settled, with its bounds. */
export const sayGrounds: Readonly<Record<Language, (grounds: Partial<Grounds>) => string>> = {
  en: ({ earliest, latest, awaits = [] }) =>
    `projected${earliest === latest ? '' : `, ${earliest} at the earliest, ${latest} at the latest`}; awaits ${awaits.join(', ')}`,
  zh: ({ earliest, latest, awaits = [] }) => `推算${earliest === latest ? '' : `，最早 ${earliest}，最迟 ${latest}`}；待 ${awaits.join('、')}`,
}

/** A day of an explanation in words, such as `2019年5月1日 周三 劳动节 放假，国办发明电〔2019〕3号，不计`. */
export const sayDay: Readonly<Record<Language, Say>> = {
  en: (plain, day, setting) => {
    const zh = plain.occasion ?? ''
    const occasion = Object.hasOwn(setting.occasions, zh) ? (setting.occasions[zh] as string) : zh
    const parts = [KINDS.en[plain.kind](occasion), ...noticeIn('en', plain), result('en', plain, setting), ...marks('en', plain)]
    return `${weekday('en', day)} ${plain.date}: ${parts.join(', ')}`
  },
  zh: (plain, day, setting) => {
    const { year, month, date } = civilOf(day)
    const parts = [KINDS.zh[plain.kind](plain.occasion ?? ''), ...noticeIn('zh', plain), result('zh', plain, setting), ...marks('zh', plain)]
    return `${year}年${month}月${date}日 ${weekday('zh', day)} ${parts.join('，')}`
  },
}

const IGNORED: Words<IgnoredExtension> = {
  en: {
    'too-late': 'the limit had expired',
    'too-often': 'more often than the rule allows',
    'too-long': 'longer than the rule allows',
    'reason-missing': 'no reason given',
  },
  zh: { 'too-late': '时限已届满', 'too-often': '超出规定次数', 'too-long': '超出规定时长', 'reason-missing': '未说明理由' },
}

type SayFinding = { readonly [C in Finding['code']]: (finding: Extract<Finding, { code: C }>) => Readonly<Record<Language, string>> }

const FINDINGS: SayFinding = {
  'event-after-now': ({ index }) => ({ en: `event ${index + 1} after now`, zh: `第 ${index + 1} 个事件晚于当前时刻` }),
  'stage-missing': ({ stage }) => ({ en: `no stage ${stage}`, zh: `缺环节 ${stage}` }),
  'paused-at-completion': () => ({ en: 'completed while paused', zh: '暂停中办结' }),
  'deemed-accepted': () => ({ en: 'deemed accepted at receipt', zh: '逾期未告知，自收到材料之日起视为受理' }),
  'restart-ignored': ({ index }) => ({
    en: `correction (event ${index + 1}) asked for too late`,
    zh: `第 ${index + 1} 个事件：补正要求提出过迟`,
  }),
  'extension-ignored': ({ index, why }) => ({
    en: `extension (event ${index + 1}) not granted: ${IGNORED.en[why]}`,
    zh: `第 ${index + 1} 个事件：延期不予计入（${IGNORED.zh[why]}）`,
  }),
}

/** A finding in words. */
export function sayFinding<F extends Finding>(finding: F): Readonly<Record<Language, string>> {
  // Each code has the words for findings of its own.
  return (FINDINGS[finding.code] as (finding: Finding) => Readonly<Record<Language, string>>)(finding)
}
