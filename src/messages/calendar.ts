import { list } from './clip.js'
import type { Fault } from './fault.js'

/** What is said of a question that leaves a calendar, by where it does: at its beginning, at its end, or by the bounds of its answer. */
type Leaves = Readonly<Record<'before' | 'after' | 'bounds', (facts: Left) => string>>

interface Left {
  readonly calendar: string
  readonly from: string
  readonly to: string
  readonly found: string
}

const LEAVES: Readonly<Record<'en' | 'zh', Leaves>> = {
  en: {
    before: ({ found, from, calendar }) => `${found} lies before ${from}, where the calendar "${calendar}" begins; its days are not known.`,
    after: ({ found, to, calendar }) =>
      `${found} lies after ${to}, where the calendar "${calendar}" ends; ask of days up to then, or give the calendar later notices.`,
    bounds: ({ found, to, calendar }) =>
      `${found} is projected, and notices may still move it past ${to}, where the calendar "${calendar}" ends; its latest date is not known, so ask of earlier days.`,
  },
  zh: {
    before: ({ found, from, calendar }) => `${found} 早于日历“${calendar}”的起始日 ${from}，其间的安排无从得知。`,
    after: ({ found, to, calendar }) => `${found} 晚于日历“${calendar}”的最后一日 ${to}；请询问此前的日期，或为日历补充其后的通知。`,
    bounds: ({ found, to, calendar }) =>
      `${found} 系推算，日后通知可能使其晚于日历“${calendar}”的最后一日 ${to}，最迟日期无从得知；请询问更早的日期。`,
  },
}

/** What may be wrong with a calendar as a whole. */
export type CalendarFault = 'no-working-day' | 'no-coverage' | 'none-known' | 'reversed'

const CALENDAR_FAULTS: Readonly<Record<'en' | 'zh', Readonly<Record<CalendarFault, (calendar: string) => string>>>> = {
  en: {
    'no-working-day': (calendar) => `The calendar "${calendar}" has no working day; check its weekend and its notices.`,
    'no-coverage': (calendar) => `The calendar "${calendar}" covers no day; give it yearly notices, or a coverage { from, to }.`,
    'none-known': (calendar) => `The calendar "${calendar}" rests on no notice: none had been issued by that day; ask as of a later one.`,
    reversed: (calendar) => `The coverage of the calendar "${calendar}" ends before it begins; give { from, to } in the order of time.`,
  },
  zh: {
    'no-working-day': (calendar) => `日历“${calendar}”没有任何工作日；请检查周末与放假通知。`,
    'no-coverage': (calendar) => `日历“${calendar}”没有覆盖任何日期；请提供年度通知，或写明范围 { from, to }。`,
    'none-known': (calendar) => `日历“${calendar}”没有任何通知可依：截至该日尚未发布通知；请改问更晚的日期。`,
    reversed: (calendar) => `日历“${calendar}”的范围结束早于开始；请按时间先后写明 { from, to }。`,
  },
}

export const OUTSIDE_COVERAGE: Fault<'outside-coverage'> = {
  code: 'outside-coverage',
  en: ({ side, ...facts }) => LEAVES.en[side](facts),
  zh: ({ side, ...facts }) => LEAVES.zh[side](facts),
}

export const UNPUBLISHED: Fault<'unpublished'> = {
  code: 'unpublished',
  en: ({ calendar, publishedTo, found, awaits }) =>
    `${found} rests on days after ${publishedTo} that no notice of the calendar "${calendar}" has settled; it awaits ${list(awaits)}. For an answer by the law until then, let the calendar project: with({ unpublished: "project" }).`,
  zh: ({ calendar, publishedTo, found, awaits }) =>
    `${found} 取决于 ${publishedTo} 之后的日子，而日历“${calendar}”尚无通知予以安排；待发布：${list(awaits)}。如需暂按法定节假日推算，请用 with({ unpublished: "project" })。`,
}

export const CALENDAR_INVALID: Fault<'calendar-invalid'> = {
  code: 'calendar-invalid',
  en: ({ calendar, problem }) => CALENDAR_FAULTS.en[problem](calendar),
  zh: ({ calendar, problem }) => CALENDAR_FAULTS.zh[problem](calendar),
}

export const NOTICE_CONTRADICTION: Fault<'notice-contradiction'> = {
  code: 'notice-contradiction',
  en: ({ date, off, work }) =>
    `${date} is off by "${off}" and worked by "${work}"; a day can be only one of the two, so amend the arrangement of one.`,
  zh: ({ date, off, work }) => `${date} 依“${off}”放假，又依“${work}”上班；一天只能取其一，请修正其中一项安排。`,
}
