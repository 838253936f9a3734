/** What is said where a value is of the wrong kind. */
interface NotThis<N extends string> {
  readonly code: 'value-invalid'
  readonly known: { readonly expected: N }
  readonly en: (facts: { readonly found: string }) => string
  readonly zh: (facts: { readonly found: string }) => string
}

/** The fault of what is not what belongs there, by the name of that and in words. */
function not<N extends string>(expected: N, en: string, zh: string): NotThis<N> {
  return {
    code: 'value-invalid',
    known: { expected },
    en: ({ found }) => `Found ${found} where ${en} belongs.`,
    zh: ({ found }) => `此处应为${zh}，实际为 ${found}。`,
  }
}

export const NOT_CASES = /* @__PURE__ */ not('cases', 'a list of cases', '办件列表')
export const NOT_POLICIES = /* @__PURE__ */ not('policies', 'a list of policies', '政策列表')
export const NOT_CHUNKS = /* @__PURE__ */ not(
  'chunks',
  'a series of chunks of bytes, such as a file that is read without an encoding,',
  '字节块序列，例如未设编码的文件读取流',
)
export const NOT_CASE = /* @__PURE__ */ not('case', 'a case { id, rule, events }', '办件 { id, rule, events }')
export const NOT_DRAWN_CASE = /* @__PURE__ */ not(
  'drawn-case',
  'the id of the one case to draw, such as --id A-1,',
  '要画的那一个办件的编号（例如 --id A-1）',
)
export const NOT_CASE_ID = /* @__PURE__ */ not('case-id', 'a case id, a text that is not empty,', '非空的办件编号')
export const NOT_RULE_NAME = /* @__PURE__ */ not('rule-name', 'the name of a rule', '规则名称')
export const NOT_COUNT = /* @__PURE__ */ not('count', 'a whole number, 0 or more,', '不小于 0 的整数')
export const NOT_EVENTS = /* @__PURE__ */ not('events', 'a list of at least one event', '至少含一个事件的列表')
export const NOT_EVENT = /* @__PURE__ */ not('event', 'an event { type, at }', '事件 { type, at }')
export const NOT_TEXT = /* @__PURE__ */ not('text', 'a text', '文本')
export const NOT_SHARE = /* @__PURE__ */ not('share', 'a share from 0 to 1, such as 0.9 for 90 %,', '0 至 1 之间的比例（例如 90% 写成 0.9）')
export const NOT_CUT = /* @__PURE__ */ not(
  'cut',
  'a cut as a share of the baseline, at most 1, such as 0.1 for 10 %,',
  '压减的比例（至多为 1，例如 10% 写成 0.1）',
)
export const NOT_YES_OR_NO = /* @__PURE__ */ not('yes-or-no', 'true or false', 'true 或 false')
export const NOT_CODED_ROWS = /* @__PURE__ */ not('coded-rows', 'a list of rows { code, at }', '记录列表 [{ code, at }]')
export const NOT_CODED_ROW = /* @__PURE__ */ not('coded-row', 'a row { code, at }', '记录 { code, at }')
export const NOT_CALENDAR_SOURCE = /* @__PURE__ */ not(
  'calendar-source',
  'a calendar source { id, weekend, notices }',
  '日历数据 { id, weekend, notices }',
)
export const NOT_NOTICE = /* @__PURE__ */ not(
  'notice',
  'a notice { id, number, issued, covers, arrangements }',
  '通知 { id, number, issued, covers, arrangements }',
)
export const NOT_NOTICE_ID = /* @__PURE__ */ not('notice-id', 'the id of a notice, a text,', '通知的 id（文本）')
export const NOT_NOTICE_NUMBER = /* @__PURE__ */ not(
  'notice-number',
  'the number of a notice, a text, or null where it is not known,',
  '通知的文号 number（文本，不详时为 null）',
)
export const NOT_NOTICE_YEAR = /* @__PURE__ */ not(
  'notice-year',
  'the year that a notice covers, a whole number such as 2026,',
  '通知所涉年份 covers（整数，例如 2026）',
)
export const NOT_ARRANGEMENTS = /* @__PURE__ */ not(
  'arrangements',
  'a list of arrangements { occasion, off, work }',
  '安排列表 [{ occasion, off, work }]',
)
export const NOT_LAYER = /* @__PURE__ */ not('layer', 'a layer { id, notices }', '叠加层 { id, notices }')
export const NOT_PROJECTION = /* @__PURE__ */ not(
  'projection',
  'a projection { to, awaits, laws, festivals }',
  '推算规则 { to, awaits, laws, festivals }',
)
export const NOT_LAW = /* @__PURE__ */ not('law', 'a law { number, issued, from, holidays }', '放假办法 { number, issued, from, holidays }')
export const NOT_STATUTORY_HOLIDAY = /* @__PURE__ */ not(
  'statutory-holiday',
  'a holiday { occasion } with lists of dates, or a festival and a list of offsets',
  '法定节日 { occasion }，另写明 dates 列表，或 festival 与 offsets 列表',
)
export const NOT_MONTH_DAY = /* @__PURE__ */ not(
  'month-day',
  'a month and a day that every year has, such as "10-01",',
  '每年都有的月日，例如 "10-01"',
)
export const NOT_FESTIVAL_OFFSET = /* @__PURE__ */ not(
  'festival-offset',
  'a whole number of days, at most 366 from the festival',
  '与节日相距的整天数（不超过 366 天）',
)
export const NOT_FESTIVALS = /* @__PURE__ */ not('festivals', 'a record of festivals { name: dates }', '节日及其日期 { 名称: 日期列表 }')
export const NOT_FESTIVAL_YEAR = /* @__PURE__ */ not('festival-year', 'a date of the festival for every year of the projection', '推算各年的节日日期')
export const NOT_DATES = /* @__PURE__ */ not('dates', 'a list of dates', '日期列表')
export const NOT_OCCASIONS = /* @__PURE__ */ not(
  'occasions',
  'English names by occasion, such as { "元旦": "New Year\'s Day" }',
  '各节日的英文名，例如 { "元旦": "New Year\'s Day" }',
)
export const NOT_ARRANGEMENT = /* @__PURE__ */ not('arrangement', 'an arrangement { occasion, off, work }', '安排 { occasion, off, work }')
export const NOT_OCCASION = /* @__PURE__ */ not('occasion', 'the occasion of an arrangement, a text,', '安排的事由 occasion（文本）')
export const NOT_RUNS_OF_DAYS = /* @__PURE__ */ not('runs-of-days', 'a list of dates or runs of dates', '日期或连续日期的列表')
export const NOT_RUN_OF_DAYS = /* @__PURE__ */ not(
  'run-of-days',
  'a date, or a run such as "2019-05-01/2019-05-04" whose end is not before its start,',
  '日期，或结束不早于开始的连续日期，如 "2019-05-01/2019-05-04"',
)
export const NOT_HOURS = /* @__PURE__ */ not(
  'hours',
  'opening hours { workday }, or { weekdays } with at least one of them,',
  '办公时间 { workday }，或至少写明一天的 { weekdays }',
)
export const NOT_OPEN_HOURS = /* @__PURE__ */ not(
  'open-hours',
  'opening hours with at least one session, such as { workday: ["09:00-12:00"] },',
  '至少有一个时段的办公时间，例如 { workday: ["09:00-12:00"] }',
)
export const NOT_SEASONS = /* @__PURE__ */ not('seasons', 'a list of seasons { from, to, workday }', '时段列表 { from, to, workday }')
export const NOT_SEASON = /* @__PURE__ */ not('season', 'a season { from, to, workday }', '时段 { from, to, workday }')
export const NOT_SEASON_DAY = /* @__PURE__ */ not('season-day', 'a month and a day such as "07-01",', '月日，例如 "07-01"')
export const NOT_WEEKDAY_HOURS = /* @__PURE__ */ not(
  'weekday-hours',
  'a record of sessions by weekday, such as { friday: ["09:00-12:00"] },',
  '各星期的办公时段，例如 { friday: ["09:00-12:00"] }',
)
export const NOT_DATED_HOURS = /* @__PURE__ */ not(
  'dated-hours',
  'a record of sessions by date, such as { "2019-05-06": ["09:00-12:00"] },',
  '各日期的办公时段，例如 { "2019-05-06": ["09:00-12:00"] }',
)
export const NOT_SESSIONS = /* @__PURE__ */ not(
  'sessions',
  'a list of sessions such as ["09:00-12:00", "13:30-17:00"]',
  '办公时段列表，如 ["09:00-12:00", "13:30-17:00"]',
)
export const NOT_CALENDAR = /* @__PURE__ */ not(
  'calendar',
  'a calendar as it was made, such as cn and no copy of it,',
  '日历本身（例如 cn，而非其副本）',
)
export const NOT_OPTIONS = /* @__PURE__ */ not('options', 'an object of options', '选项对象')
export const NOT_LAYER_OPTIONS = /* @__PURE__ */ not(
  'layer-options',
  'an object of options with an id, such as { id: "typhoon" },',
  '写明 id 的选项对象，例如 { id: "typhoon" }',
)
export const NOT_EVENT_TEST = /* @__PURE__ */ not('event-test', 'a function that tells it of an event', '据事件作出判断的函数')
export const NOT_DAY_COLUMN = /* @__PURE__ */ not('day-column', 'a column of whole numbers, an Int32Array,', '整数列 Int32Array')
export const NOT_TIME_COLUMN = /* @__PURE__ */ not('time-column', 'a column of milliseconds, a Float64Array,', '毫秒列 Float64Array')
export const NOT_POLICY = /* @__PURE__ */ not('policy', 'a policy, such as xiaoshan2019,', '政策，例如 xiaoshan2019')
export const NOT_POLICY_PATH = /* @__PURE__ */ not(
  'policy-path',
  'the path of a value in the policy, such as "rules.water-hookup.versions[0].target",',
  '政策中某项的路径，例如 "rules.water-hookup.versions[0].target"',
)
export const NOT_EXPLANATION = /* @__PURE__ */ not('explanation', 'an explanation, as explain gives it,', 'explain 给出的说明')
export const NOT_ONE_KIND_OF_ROW = /* @__PURE__ */ not(
  'one-kind-of-row',
  'either the columns of one event a row (type, at, cause, …) or those of the instants of a case (accepted, completed, …)',
  '一行一个事件的各列（type、at、cause……）或一行一个办件的各时刻列（accepted、completed……）之一',
)
export const NOT_CSV_MAPPING = /* @__PURE__ */ not(
  'csv-mapping',
  'a mapping of columns { id, rule, events } or { id, rule, event }',
  '列映射 { id, rule, events } 或 { id, rule, event }',
)
export const NOT_CSV_FIELD = /* @__PURE__ */ not(
  'csv-field',
  'the name of a column, or { is: text } for a text that is the same for all,',
  '列名，或各行相同的文本 { is: 文本 }',
)
export const NOT_COLUMNS = /* @__PURE__ */ not('columns', 'a whole number of columns, 16 or more,', '不小于 16 的整数列数')
export const NOT_TEXT_COLUMNS = /* @__PURE__ */ not('text-columns', 'a whole number of columns, 32 to 1000,', '32 至 1000 的整数列数')
export const NOT_WIDTH = /* @__PURE__ */ not('width', 'a width in pixels, a whole number from 320 to 8000,', '320 至 8000 的整数像素宽度')
export const NOT_YEAR = /* @__PURE__ */ not('year', 'a year of the calendar, such as 2026,', '日历中的年份，例如 2026')
export const NOT_MONTH = /* @__PURE__ */ not('month', 'a month of the calendar, such as 2026-10,', '日历中的月份，例如 2026-10')
export const NOT_CLOCKS = /* @__PURE__ */ not('clocks', 'a record of clocks by name', '按名称列出的时钟')
export const NOT_ASSESSMENT = /* @__PURE__ */ not('assessment', 'an assessment, as assess gives it,', 'assess 给出的评定结果')
export const NOT_ASSESSMENTS = /* @__PURE__ */ not('assessments', 'assessments or a tally of them', '评定结果或其汇总')
export const NOT_TALLY = /* @__PURE__ */ not('tally', 'a tally, as createTally totals it,', 'createTally 给出的汇总')
export const NOT_DUE_LIST = /* @__PURE__ */ not('due-list', 'a list of due cases, as createDueList totals it,', 'createDueList 给出的到期清单')
export const NOT_POLICY_OF_CASES = /* @__PURE__ */ not('policy-of-cases', 'the policy that the cases were assessed by', '评定这些办件所依据的政策')
export const NOT_BASELINE = /* @__PURE__ */ not(
  'baseline',
  'a baseline in the unit of the cut, and no less than it,',
  '与压减量单位相同且不小于压减量的基数',
)
export const NOT_GROUPINGS = /* @__PURE__ */ not(
  'groupings',
  'a list of groupings, each at most once, such as ["department", "month"],',
  '分组方式的列表（各至多一次），例如 ["department", "month"]',
)
export const NOT_SPAN = /* @__PURE__ */ not(
  'span',
  'a start and an end that is not before it, [start, end],',
  '起止时刻 [start, end]（终点不早于起点）',
)
export const NOT_CLOCK = /* @__PURE__ */ not('clock', 'a clock, made by createClock,', '由 createClock 建立的时钟')
