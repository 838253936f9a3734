import { list } from './clip.js'
import type { Language } from './facts.js'
import type { ChoiceFault } from './fault.js'

type Words = Readonly<Record<Language, string>>

/** What is said where there is nothing to choose from. */
const NONE: Words = { en: 'there is none', zh: '没有可选项' }

/** The fault of a choice that is none of those that there are, by the name of its kind and in words. */
export function unknownChoice(what: string, { en, zh }: Words = { en: what, zh: what }, none = NONE): ChoiceFault {
  return {
    code: 'choice-unknown',
    known: { what },
    en: ({ found, allowed }) => `"${found}" is not a known ${en}${allowed.length === 0 ? `: ${none.en}` : `; use one of: ${list(allowed)}`}.`,
    zh: ({ found, allowed }) => `“${found}”不是可用的选项（${zh}）${allowed.length === 0 ? `：${none.zh}` : `；可用：${list(allowed)}`}。`,
  }
}

/** A fault that says more at its end. */
function withHint({ code, known, en, zh }: ChoiceFault, hint: Words): ChoiceFault {
  return { code, known, en: (facts) => en(facts) + hint.en, zh: (facts) => zh(facts) + hint.zh }
}

export const UNKNOWN_OPTION = /* @__PURE__ */ unknownChoice('option', { en: 'option', zh: '选项名称' })
export const UNKNOWN_CLOCK_SOURCE = /* @__PURE__ */ unknownChoice('clock source', { en: 'part of a clock source', zh: '时钟数据的组成部分' })
export const UNKNOWN_CALENDAR_SOURCE = /* @__PURE__ */ unknownChoice('calendar source', { en: 'part of a calendar source', zh: '日历数据的组成部分' })
export const UNKNOWN_COVERAGE = /* @__PURE__ */ unknownChoice('coverage', { en: 'part of a coverage', zh: '覆盖范围的组成部分' })
export const UNKNOWN_NOTICE = /* @__PURE__ */ unknownChoice('notice', { en: 'part of a notice', zh: '通知的组成部分' })
export const UNKNOWN_ARRANGEMENT = /* @__PURE__ */ unknownChoice('arrangement', { en: 'part of an arrangement', zh: '安排的组成部分' })
export const UNKNOWN_LAYER = /* @__PURE__ */ unknownChoice('layer', { en: 'part of a layer', zh: '叠加层的组成部分' })
export const UNKNOWN_PROJECTION = /* @__PURE__ */ unknownChoice('projection', { en: 'part of a projection', zh: '推算规则的组成部分' })
export const UNKNOWN_LAW = /* @__PURE__ */ unknownChoice('law', { en: 'part of a law', zh: '放假办法的组成部分' })
export const UNKNOWN_HOLIDAY = /* @__PURE__ */ unknownChoice('holiday', { en: 'part of a holiday', zh: '法定节日的组成部分' })
export const UNKNOWN_CONVENTION_KEY = /* @__PURE__ */ unknownChoice('convention key', { en: 'part of a convention', zh: '计算规则的组成部分' })
export const UNKNOWN_CONVENTION = /* @__PURE__ */ unknownChoice('convention', { en: 'convention', zh: '计算规则' })
export const UNKNOWN_BOUNDS = /* @__PURE__ */ unknownChoice('bounds', { en: 'pair of brackets', zh: '区间括号' })
export const UNKNOWN_ROLL = /* @__PURE__ */ unknownChoice('roll', { en: 'way to roll', zh: '顺延方式' })
export const UNKNOWN_LANDING = /* @__PURE__ */ unknownChoice('landing', { en: 'landing', zh: '落点' })
export const UNKNOWN_SIGN = /* @__PURE__ */ unknownChoice('sign', { en: 'sign', zh: '正负号规则' })
export const UNKNOWN_WEEKDAY = /* @__PURE__ */ unknownChoice('weekday', { en: 'weekday', zh: '星期' })
export const UNKNOWN_FESTIVAL = /* @__PURE__ */ unknownChoice('festival', { en: 'festival', zh: '节日' })
export const UNKNOWN_LANGUAGE = /* @__PURE__ */ unknownChoice('language', { en: 'language', zh: '语言' })
export const UNKNOWN_FORMAT = /* @__PURE__ */ unknownChoice('format', { en: 'format', zh: '格式' })
export const UNKNOWN_THEME = /* @__PURE__ */ unknownChoice('theme', { en: 'theme', zh: '配色' })
export const UNKNOWN_TIMED = /* @__PURE__ */ unknownChoice('timed', { en: 'treatment of events with a time of day', zh: '带时分事件的处理方式' })
export const UNKNOWN_HOURS = /* @__PURE__ */ unknownChoice('hours', { en: 'part of opening hours', zh: '办公时间的组成部分' })
export const UNKNOWN_HOURS_NAME = /* @__PURE__ */ unknownChoice('hours-name', {
  en: 'name of opening hours that come with this package',
  zh: '本包自带的办公时间名称',
})
/** The same on the command line, where the hours can be given. */
export const UNKNOWN_HOURS_OF_POLICY = /* @__PURE__ */ withHint(UNKNOWN_HOURS_NAME, {
  en: ' Or give the hours yourself, such as --hours 09:00-12:00,13:30-17:00.',
  zh: '也可自行给出办公时间，例如 --hours 09:00-12:00,13:30-17:00。',
})
export const UNKNOWN_CALENDAR_NAME = /* @__PURE__ */ unknownChoice('calendar-name', {
  en: 'name of a calendar that comes with this package',
  zh: '本包自带的日历名称',
})
export const UNKNOWN_CLOCK_NAME = /* @__PURE__ */ unknownChoice(
  'clock-name',
  { en: 'name of a clock in the policy', zh: '政策中的时钟名称' },
  { en: 'the policy has no clocks; leave it out', zh: '该政策没有列出时钟；请去掉此项' },
)
export const UNKNOWN_CASE_NAME = /* @__PURE__ */ unknownChoice('case-name', { en: 'case of this session', zh: '本次会话中的办件' })
export const UNKNOWN_SEASON = /* @__PURE__ */ unknownChoice('season', { en: 'part of a season', zh: '时段的组成部分' })
export const UNKNOWN_UNPUBLISHED = /* @__PURE__ */ unknownChoice('unpublished', { en: 'treatment of unpublished days', zh: '未公布日期的处理方式' })
export const UNKNOWN_GROUPING = /* @__PURE__ */ unknownChoice('grouping', { en: 'grouping', zh: '分组方式' })
export const UNKNOWN_REDUCTION = /* @__PURE__ */ unknownChoice('reduction', { en: 'rule with a reduction', zh: '有压减目标的规则' })
export const UNKNOWN_CODE_SET = /* @__PURE__ */ unknownChoice('code set', { en: 'code set', zh: '代码集' })
export const UNKNOWN_EVENT_CODE = /* @__PURE__ */ unknownChoice('event code', { en: 'event code', zh: '事件代码' })
export const UNKNOWN_EVENT_WITH_A_CODE = /* @__PURE__ */ unknownChoice('event with a code', { en: 'event with a code', zh: '有代码的事件' })
export const UNKNOWN_RESULT_WITH_A_CODE = /* @__PURE__ */ unknownChoice('result with a code', { en: 'result with a code', zh: '有代码的办结结果' })
export const UNKNOWN_RESULT_OF_THIS_CODE = /* @__PURE__ */ unknownChoice('result of this code', { en: 'result of this code', zh: '该代码的办结结果' })
export const UNKNOWN_SPECIAL_PROCEDURE = /* @__PURE__ */ unknownChoice('special procedure', { en: 'kind of special procedure', zh: '特别程序种类' })
export const UNKNOWN_UNIT_CODE = /* @__PURE__ */ unknownChoice('unit code', { en: 'unit code', zh: '时限单位代码' })
export const UNKNOWN_UNIT_WITH_A_CODE = /* @__PURE__ */ unknownChoice('unit with a code', { en: 'unit with a code', zh: '有代码的时限单位' })
export const UNKNOWN_CASE_TYPE_CODE = /* @__PURE__ */ unknownChoice('case type code', { en: 'case type code', zh: '办件类型代码' })
export const UNKNOWN_CSV_MAPPING = /* @__PURE__ */ unknownChoice('csv-mapping', { en: 'part of a mapping of columns', zh: '列映射的组成部分' })
export const UNKNOWN_CASE_TYPE = /* @__PURE__ */ unknownChoice('case type', { en: 'case type', zh: '办件类型' })
