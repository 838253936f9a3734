/** Choices that are called otherwise in a text than in code. */
export const CHOICES: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  option: { en: 'option', zh: '选项名称' },
  'clock source': { en: 'part of a clock source', zh: '时钟数据的组成部分' },
  'calendar source': { en: 'part of a calendar source', zh: '日历数据的组成部分' },
  coverage: { en: 'part of a coverage', zh: '覆盖范围的组成部分' },
  notice: { en: 'part of a notice', zh: '通知的组成部分' },
  arrangement: { en: 'part of an arrangement', zh: '安排的组成部分' },
  layer: { en: 'part of a layer', zh: '叠加层的组成部分' },
  projection: { en: 'part of a projection', zh: '推算规则的组成部分' },
  law: { en: 'part of a law', zh: '放假办法的组成部分' },
  holiday: { en: 'part of a holiday', zh: '法定节日的组成部分' },
  'convention key': { en: 'part of a convention', zh: '计算规则的组成部分' },
  convention: { en: 'convention', zh: '计算规则' },
  bounds: { en: 'pair of brackets', zh: '区间括号' },
  roll: { en: 'way to roll', zh: '顺延方式' },
  landing: { en: 'landing', zh: '落点' },
  weekday: { en: 'weekday', zh: '星期' },
  festival: { en: 'festival', zh: '节日' },
  language: { en: 'language', zh: '语言' },
  format: { en: 'format', zh: '格式' },
  theme: { en: 'theme', zh: '配色' },
  timed: { en: 'treatment of events with a time of day', zh: '带时分事件的处理方式' },
  hours: { en: 'part of opening hours', zh: '办公时间的组成部分' },
  'hours-name': { en: 'name of opening hours that come with this package', zh: '本包自带的办公时间名称' },
  'calendar-name': { en: 'name of a calendar that comes with this package', zh: '本包自带的日历名称' },
  'clock-name': { en: 'name of a clock in the policy', zh: '政策中的时钟名称' },
  'case-name': { en: 'case of this session', zh: '本次会话中的办件' },
  season: { en: 'part of a season', zh: '时段的组成部分' },
  unpublished: { en: 'treatment of unpublished days', zh: '未公布日期的处理方式' },
  grouping: { en: 'grouping', zh: '分组方式' },
  reduction: { en: 'rule with a reduction', zh: '有压减目标的规则' },
  'code set': { en: 'code set', zh: '代码集' },
  'event code': { en: 'event code', zh: '事件代码' },
  'event with a code': { en: 'event with a code', zh: '有代码的事件' },
  'result with a code': { en: 'result with a code', zh: '有代码的办结结果' },
  'result of this code': { en: 'result of this code', zh: '该代码的办结结果' },
  'special procedure': { en: 'kind of special procedure', zh: '特别程序种类' },
  'unit code': { en: 'unit code', zh: '时限单位代码' },
  'unit with a code': { en: 'unit with a code', zh: '有代码的时限单位' },
  'case type code': { en: 'case type code', zh: '办件类型代码' },
  'csv-mapping': { en: 'part of a mapping of columns', zh: '列映射的组成部分' },
  'case type': { en: 'case type', zh: '办件类型' },
}

/** What is said where there is nothing to choose from. */
const NONE: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  'clock-name': { en: 'the policy has no clocks; leave it out', zh: '该政策没有列出时钟；请去掉此项' },
}

export function noneOf(what: string, language: 'en' | 'zh'): string {
  return NONE[what]?.[language] ?? { en: 'there is none', zh: '没有可选项' }[language]
}
