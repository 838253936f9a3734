import { clip, list } from './clip.js'
import type { Fault } from './fault.js'

export const SESSIONS_INVALID: Fault<'sessions-invalid'> = {
  code: 'sessions-invalid',
  en: ({ found }) => `"${found}" is not a session; write opening and closing as "09:00-12:00", with times from 00:00 to 24:00.`,
  zh: ({ found }) => `“${found}”不是办公时段；请写成 "09:00-12:00"，时间在 00:00 至 24:00 之间。`,
}

export const SESSIONS_OVERLAP: Fault<'sessions-overlap'> = {
  code: 'sessions-overlap',
  en: ({ first, second }) => `The sessions "${first}" and "${second}" overlap; let one end before the other begins.`,
  zh: ({ first, second }) => `办公时段“${first}”与“${second}”重叠；请使其前后相接。`,
}

export const SEASONS_OVERLAP: Fault<'seasons-overlap'> = {
  code: 'seasons-overlap',
  en: ({ first, second }) => `The seasons ${first} and ${second} overlap; let one end the day before the other begins.`,
  zh: ({ first, second }) => `时段 ${first} 与 ${second} 重叠；请使其前后相接。`,
}

export const HOURS_ON_DAY_OFF: Fault<'hours-on-day-off'> = {
  code: 'hours-on-day-off',
  en: ({ date }) => `${date} is a day off, and hours do not make it a working day; make it one in the calendar, or leave the date out.`,
  zh: ({ date }) => `${date} 为休息日，写明办公时间并不使其成为工作日；请在日历中将其改为工作日，或删去该日期。`,
}

export const HOURS_INCOMPLETE: Fault<'hours-incomplete'> = {
  code: 'hours-incomplete',
  en: ({ date, weekday }) =>
    `${date} is a make-up day, and the hours say nothing of a ${weekday}; give "workday", the hours of every working day, or those of that weekday.`,
  zh: ({ date, weekday }) => `${date} 为调休上班日，而办公时间未写明 ${weekday}；请写明“workday”（每个工作日的时间）或该星期的时间。`,
}

export const CLOCK_MISSING: Fault<'clock-missing'> = {
  code: 'clock-missing',
  en: ({ name, given }) =>
    `Stages run on the clock "${clip(name)}", and the clocks given are: ${list(given)}; pass it by that name, as clocks: { ${JSON.stringify(clip(name))}: createClock({ … }) }.`,
  zh: ({ name, given }) =>
    `有环节按时钟“${clip(name)}”计时，而传入的时钟为：${list(given)}；请按该名称传入：clocks: { ${JSON.stringify(clip(name))}: createClock({ … }) }。`,
}

export const ZONES_DIFFER: Fault<'zones-differ'> = {
  code: 'zones-differ',
  en: ({ found, expected }) =>
    `The clock is in the time zone ${clip(found)}, and that of the policy in ${clip(expected)}; make both in one, so that they mean the same by a date.`,
  zh: ({ found, expected }) => `该时钟的时区为 ${clip(found)}，而政策时钟的时区为 ${clip(expected)}；请使用同一时区，以便对日期的理解一致。`,
}
