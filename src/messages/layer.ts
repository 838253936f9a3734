import { clip } from './clip.js'
import type { Fault } from './fault.js'

interface Said {
  /** What was seen. */
  readonly said: string
  /** What would be right. */
  readonly right: string
}

/** What can be wrong with an iCalendar file of days off. */
const ICS_FAULTS = {
  broken: {
    en: { said: 'cannot be read as iCalendar', right: 'give the text of an .ics file, from BEGIN:VCALENDAR to END:VCALENDAR' },
    zh: { said: '不是可读的 iCalendar', right: '请给出 .ics 文件的文本，自 BEGIN:VCALENDAR 至 END:VCALENDAR' },
  },
  empty: {
    en: { said: 'is empty', right: 'give the text of an .ics file' },
    zh: { said: '是空的', right: '请给出 .ics 文件的文本' },
  },
  long: {
    en: { said: 'is too long for a list of holidays', right: 'give one of at most 1,000,000 characters' },
    zh: { said: '过长，不像节假日列表', right: '请勿超过 1000000 个字符' },
  },
  'no-event': {
    en: { said: 'holds no event', right: 'give one with a VEVENT for each holiday' },
    zh: { said: '没有事件', right: '请使每个假日各有一个 VEVENT' },
  },
  'no-day': {
    en: { said: 'has events, but none of a day off or a day worked', right: 'say by the options isOff and isWork which are' },
    zh: { said: '的事件中没有放假或上班的日子', right: '请以选项 isOff 与 isWork 说明哪些是' },
  },
  days: {
    en: { said: 'means more than 4,000 days', right: 'give fewer years, or an earlier "to"' },
    zh: { said: '涉及的日子超过 4000 天', right: '请减少年份，或提前“to”' },
  },
  date: {
    en: { said: 'has a date that does not exist or is no date alone', right: 'write a date such as DTSTART;VALUE=DATE:20191001' },
    zh: { said: '的日期并不存在，或不是单纯的日期', right: '请写成例如 DTSTART;VALUE=DATE:20191001' },
  },
  end: {
    en: {
      said: 'does not last whole days, from 1 to 366',
      right: 'write as DTEND the day after the last, or a DURATION in days such as P3D',
    },
    zh: { said: '的长度不是 1 至 366 个整日', right: '请以 DTEND 写明末日的次日，或以日计的 DURATION，例如 P3D' },
  },
  timed: {
    en: {
      said: 'has a time of day, and a day is off as a whole or not at all',
      right: "write its DTSTART as a date, or leave out such events by { timed: 'skip' }",
    },
    zh: { said: '写明了时分，而放假以整日计', right: "请将其 DTSTART 写成日期，或以 { timed: 'skip' } 略去此类事件" },
  },
  years: {
    en: {
      said: 'has days outside the years 100 to 9998',
      right: 'leave them out, or end the repetition earlier by UNTIL, COUNT or the option "to"',
    },
    zh: { said: '的日子超出公元 100 年至 9998 年', right: '请将其略去，或以 UNTIL、COUNT 或选项“to”使其较早结束' },
  },
  endless: {
    en: { said: 'repeats without end', right: 'give the option "to", the last date to repeat it until' },
    zh: { said: '无限重复', right: '请以选项“to”写明重复至哪一日' },
  },
  rule: {
    en: {
      said: 'repeats by a rule that is not one of days off',
      right: 'repeat it yearly, monthly, weekly or daily on dates that exist, or list its days one by one',
    },
    zh: { said: '的重复规则不适用于放假日', right: '请按年、月、周或日在确有的日期上重复，或逐日列出' },
  },
  unstamped: {
    en: { said: 'says nowhere when it was issued', right: 'give a LAST-MODIFIED or DTSTAMP, or the option "issued"' },
    zh: { said: '没有写明发布日期', right: '请写明 LAST-MODIFIED 或 DTSTAMP，或给出选项“issued”' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'en' | 'zh', Said>>>>

/** What is wrong with an iCalendar file, by name. */
export type IcsFault = keyof typeof ICS_FAULTS

export const LAYER_INVALID: Fault<'layer-invalid'> = {
  code: 'layer-invalid',
  en: ({ found, problem }) => `The layer is not valid: ${problem.en} (found ${found}).`,
  zh: ({ found, problem }) => `叠加层数据无效：${problem.zh}（实际为 ${found}）。`,
}

export const ICS_INVALID: Fault<'ics-invalid'> = {
  code: 'ics-invalid',
  en: ({ fault, event, found }) => {
    const { said, right } = ICS_FAULTS[fault].en
    return `The ${event === '' ? 'calendar file' : `event "${clip(event)}"`} ${said}${found === '' ? '' : ` (${found})`}; ${right}.`
  },
  zh: ({ fault, event, found }) => {
    const { said, right } = ICS_FAULTS[fault].zh
    return `${event === '' ? '日历文件' : `事件“${clip(event)}”`}${said}${found === '' ? '' : `（${found}）`}；${right}。`
  },
}
