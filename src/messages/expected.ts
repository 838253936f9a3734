/** What belongs where something else was found, in words. */
export const EXPECTED = {
  cases: { en: 'a list of cases', zh: '办件列表' },
  case: { en: 'a case { id, rule, events }', zh: '办件 { id, rule, events }' },
  'case-id': { en: 'a case id, a text that is not empty,', zh: '非空的办件编号' },
  'rule-name': { en: 'the name of a rule', zh: '规则名称' },
  count: { en: 'a whole number, 0 or more,', zh: '不小于 0 的整数' },
  events: { en: 'a list of at least one event', zh: '至少含一个事件的列表' },
  event: { en: 'an event { type, at }', zh: '事件 { type, at }' },
  text: { en: 'a text', zh: '文本' },
  'calendar-source': { en: 'a calendar source { id, weekend, notices }', zh: '日历数据 { id, weekend, notices }' },
  notice: { en: 'a notice { id, number, issued, covers, arrangements }', zh: '通知 { id, number, issued, covers, arrangements }' },
  layer: { en: 'a layer { id, notices }', zh: '叠加层 { id, notices }' },
  projection: { en: 'a projection { to, awaits, laws, festivals }', zh: '推算规则 { to, awaits, laws, festivals }' },
  law: { en: 'a law { number, issued, from, holidays }', zh: '放假办法 { number, issued, from, holidays }' },
  'statutory-holiday': {
    en: 'a holiday { occasion } with lists of dates, or a festival and a list of offsets',
    zh: '法定节日 { occasion }，另写明 dates 列表，或 festival 与 offsets 列表',
  },
  'month-day': { en: 'a month and a day that every year has, such as "10-01",', zh: '每年都有的月日，例如 "10-01"' },
  'festival-offset': { en: 'a whole number of days, at most 366 from the festival', zh: '与节日相距的整天数（不超过 366 天）' },
  festivals: { en: 'a record of festivals { name: dates }', zh: '节日及其日期 { 名称: 日期列表 }' },
  'festival-year': { en: 'a date of the festival for every year of the projection', zh: '推算各年的节日日期' },
  dates: { en: 'a list of dates', zh: '日期列表' },
  occasions: { en: 'English names by occasion, such as { "元旦": "New Year\'s Day" }', zh: '各节日的英文名，例如 { "元旦": "New Year\'s Day" }' },
  arrangement: { en: 'an arrangement { occasion, off, work }', zh: '安排 { occasion, off, work }' },
  'run-of-days': {
    en: 'a date, or a run such as "2019-05-01/2019-05-04" whose end is not before its start,',
    zh: '日期，或结束不早于开始的连续日期，如 "2019-05-01/2019-05-04"',
  },
  hours: { en: 'opening hours { workday }, or { weekdays } with at least one of them,', zh: '办公时间 { workday }，或至少写明一天的 { weekdays }' },
  seasons: { en: 'a list of seasons { from, to, workday }', zh: '时段列表 { from, to, workday }' },
  season: { en: 'a season { from, to, workday }', zh: '时段 { from, to, workday }' },
  'season-day': { en: 'a month and a day such as "07-01",', zh: '月日，例如 "07-01"' },
  'weekday-hours': {
    en: 'a record of sessions by weekday, such as { friday: ["09:00-12:00"] },',
    zh: '各星期的办公时段，例如 { friday: ["09:00-12:00"] }',
  },
  'dated-hours': {
    en: 'a record of sessions by date, such as { "2019-05-06": ["09:00-12:00"] },',
    zh: '各日期的办公时段，例如 { "2019-05-06": ["09:00-12:00"] }',
  },
  sessions: { en: 'a list of sessions such as ["09:00-12:00", "13:30-17:00"]', zh: '办公时段列表，如 ["09:00-12:00", "13:30-17:00"]' },
  calendar: { en: 'a calendar as it was made, such as cn and no copy of it,', zh: '日历本身（例如 cn，而非其副本）' },
  options: { en: 'an object of options', zh: '选项对象' },
  'layer-options': { en: 'an object of options with an id, such as { id: "typhoon" },', zh: '写明 id 的选项对象，例如 { id: "typhoon" }' },
  'day-column': { en: 'a column of whole numbers, an Int32Array,', zh: '整数列 Int32Array' },
  'time-column': { en: 'a column of milliseconds, a Float64Array,', zh: '毫秒列 Float64Array' },
  policy: { en: 'a policy, such as xiaoshan2019,', zh: '政策，例如 xiaoshan2019' },
  clock: { en: 'a clock, made by createClock,', zh: '由 createClock 建立的时钟' },
} as const

/** What the library may have expected where it found something else. */
export type Expected = keyof typeof EXPECTED
