/** What belongs where something else was found, in words. */
export const EXPECTED = {
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
  arrangement: { en: 'an arrangement { occasion, off, work }', zh: '安排 { occasion, off, work }' },
  'run-of-days': {
    en: 'a date, or a run such as "2019-05-01/2019-05-04" whose end is not before its start,',
    zh: '日期，或结束不早于开始的连续日期，如 "2019-05-01/2019-05-04"',
  },
  hours: { en: 'opening hours { workday }, or { weekdays } with at least one of them,', zh: '办公时间 { workday }，或至少写明一天的 { weekdays }' },
  seasons: { en: 'a list of seasons { from, to, workday }', zh: '时段列表 { from, to, workday }' },
  sessions: { en: 'a list of sessions such as ["09:00-12:00", "13:30-17:00"]', zh: '办公时段列表，如 ["09:00-12:00", "13:30-17:00"]' },
  calendar: { en: 'a calendar, such as cn,', zh: '日历，例如 cn' },
  options: { en: 'an object of options', zh: '选项对象' },
  'layer-options': { en: 'an object of options with an id, such as { id: "typhoon" },', zh: '写明 id 的选项对象，例如 { id: "typhoon" }' },
  policy: { en: 'a policy, such as xiaoshan2019,', zh: '政策，例如 xiaoshan2019' },
  clock: { en: 'a clock, made by createClock,', zh: '由 createClock 建立的时钟' },
} as const

/** What the library may have expected where it found something else. */
export type Expected = keyof typeof EXPECTED
