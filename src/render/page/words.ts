import type { Language } from '../../errors.js'

/** The words of a page in one language. */
export interface PageWords {
  readonly title: string
  readonly draft: string
  readonly asOf: (at: string) => string
  readonly counts: (read: number, assessed: number, measured: number, exempt: number, rejected: number) => string
  readonly toMain: string
  readonly summary: string
  readonly figures: Readonly<Record<'onTime' | 'early' | 'completed' | 'overdue' | 'dueSoon' | 'open', string>>
  readonly ofCompleted: (numerator: number, denominator: number) => string
  readonly months: string
  readonly monthsNote: string
  readonly monthHeads: readonly string[]
  readonly asTable: string
  readonly rules: string
  readonly ruleHeads: readonly string[]
  readonly spreads: string
  readonly spreadsNote: string
  readonly limit: string
  readonly cases: (n: number) => string
  readonly andMore: (amount: string) => string
  readonly overdue: (listed: number, cases: number) => string
  readonly overdueHeads: readonly string[]
  readonly none: string
  readonly search: string
  readonly rule: string
  readonly all: string
  readonly shown: string
  readonly sort: string
}

export const WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    title: 'Service time report',
    draft: 'The policy is a draft for comment.',
    asOf: (at) => `As of ${at}`,
    counts: (read, assessed, measured, exempt, rejected) =>
      `${read} cases read: ${assessed} assessed, ${measured} measured for a target of a set, ${exempt} exempt, ${rejected} not readable.`,
    toMain: 'Skip to the report',
    summary: 'Summary',
    figures: {
      onTime: 'on-time rate',
      early: 'early rate',
      completed: 'completed',
      overdue: 'open and overdue',
      dueSoon: 'due soon (yellow)',
      open: 'open in time',
    },
    ofCompleted: (numerator, denominator) => `${numerator} of ${denominator} completed`,
    months: 'On-time rate by month',
    monthsNote: 'Cases count in the month in which they were completed; below each month stands how many they were.',
    monthHeads: ['month', 'in time', 'completed', 'on-time rate'],
    asTable: 'As a table',
    rules: 'By rule',
    ruleHeads: ['rule', 'limit', 'cases', 'completed', 'on-time rate', 'unit', 'average used', 'median', '95 in 100', 'longest', 'overdue'],
    spreads: 'Time used against the limit',
    spreadsNote: 'How many completed cases took how long. The upright line is the limit promised; pauses are not counted.',
    limit: 'limit',
    cases: (n) => (n === 1 ? '1 case' : `${n} cases`),
    andMore: (amount) => `${amount} and more`,
    overdue: (listed, cases) => (listed < cases ? `Overdue cases: ${listed} of ${cases}` : `Overdue cases: ${cases}`),
    overdueHeads: ['case', 'rule', 'due', 'used', 'beyond the limit', 'state'],
    none: 'No open case is overdue.',
    search: 'Find a case',
    rule: 'Rule',
    all: 'all rules',
    shown: 'cases shown',
    sort: 'sort by',
  },
  zh: {
    title: '办理时效报告',
    draft: '所依政策为征求意见稿。',
    asOf: (at) => `截至 ${at}`,
    counts: (read, assessed, measured, exempt, rejected) =>
      `共读取 ${read} 件：评定 ${assessed} 件，仅计时 ${measured} 件，不适用 ${exempt} 件，无法读取 ${rejected} 件。`,
    toMain: '跳到正文',
    summary: '概况',
    figures: {
      onTime: '按时办结率',
      early: '提前办结率',
      completed: '已办结',
      overdue: '逾期未办结',
      dueSoon: '即将到期（黄灯）',
      open: '在办未逾期',
    },
    ofCompleted: (numerator, denominator) => `已办结 ${denominator} 件中的 ${numerator} 件`,
    months: '各月按时办结率',
    monthsNote: '办件计入其办结的月份；月份下方为当月办结件数。',
    monthHeads: ['月份', '时限内办结', '已办结', '按时办结率'],
    asTable: '以表格显示',
    rules: '分事项情况',
    ruleHeads: ['事项', '时限', '件数', '已办结', '按时办结率', '单位', '平均用时', '中位数', '95%分位', '最长', '逾期未办结'],
    spreads: '用时与时限对照',
    spreadsNote: '已办结件的用时分布；竖线为承诺时限，暂停时间不计。',
    limit: '时限',
    cases: (n) => `${n} 件`,
    andMore: (amount) => `${amount}以上`,
    overdue: (listed, cases) => (listed < cases ? `逾期未办结：共 ${cases} 件，列出 ${listed} 件` : `逾期未办结：${cases} 件`),
    overdueHeads: ['办件编号', '事项', '到期', '已用', '超出', '状态'],
    none: '没有逾期未办结的办件。',
    search: '查找办件',
    rule: '事项',
    all: '全部事项',
    shown: '件符合条件',
    sort: '排序：',
  },
}
