import { OUTCOMES } from '../case/words.js'
import type { Language } from '../errors.js'
import type { Grouping } from '../report/group.js'
import type { WhyUndecided } from '../report/target.js'

/** Heads, titles and notes of a report, in one language. */
interface ReportWords {
  readonly groupings: Readonly<Record<Grouping, string>>
  readonly outcomes: string
  readonly outcomeHeads: readonly string[]
  readonly times: string
  readonly timeHeads: readonly string[]
  readonly speedUps: string
  readonly speedUpHeads: readonly string[]
  readonly targets: string
  readonly targetHeads: readonly string[]
  readonly target: Readonly<Record<'met' | 'not-met', string>>
  readonly undecided: Readonly<Record<WhyUndecided, string>>
  readonly overdue: (listed: number, cases: number) => string
  readonly dueSoon: (listed: number, cases: number) => string
  readonly listHeads: readonly string[]
  readonly all: string
  readonly total: string
  readonly noMonth: string
  readonly notes: Readonly<
    Record<'rates' | 'closedLate' | 'times' | 'speedUps' | 'targets' | 'department' | 'month' | 'resumed' | 'instants', string>
  >
}

const outcomeWords = (language: Language) => {
  const { early, 'on-time': onTime, late, overdue, open, exempt, measured } = OUTCOMES[language]
  return [early, onTime, late, overdue, open, measured, exempt]
}

export const WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    groupings: { rule: 'rule', department: 'department', month: 'month' },
    outcomes: 'Cases by outcome',
    outcomeHeads: ['cases', ...outcomeWords('en'), 'on-time rate', 'early rate'],
    times: 'Time used by completed cases',
    timeHeads: ['unit', 'cases', 'sum', 'average', 'median', '95 in 100', 'longest'],
    speedUps: 'Time saved of what the law allows',
    speedUpHeads: ['unit', 'by the promise', 'in fact'],
    targets: 'Targets that bind a set of cases',
    targetHeads: ['rule', 'average at most', 'average of the completed', 'result', 'not completed', 'average with them'],
    target: { met: 'met', 'not-met': 'not met' },
    undecided: {
      'none-completed': 'undecided: none completed',
      'baseline-missing': 'undecided: no baseline (--baseline)',
      'units-differ': 'undecided: other unit',
    },
    overdue: (listed, cases) => (listed < cases ? `Overdue: the ${listed} longest of ${cases} cases` : `Overdue: ${cases}`),
    dueSoon: (listed, cases) => (listed < cases ? `Due soon (yellow): the first ${listed} of ${cases} cases` : `Due soon (yellow): ${cases}`),
    listHeads: ['case', 'rule', 'from', 'due', 'used', 'state'],
    all: 'all',
    total: 'total',
    noMonth: 'not ended, or exempt',
    notes: {
      rates:
        'On-time rate = (early + on time) / completed; early rate = early / completed. Completed are the cases that were decided and have a verdict of their own.',
      closedLate: 'of the late were closed after the deadline without a decision; they are in no rate.',
      times:
        'Median and 95 in 100: the time that at least half, or 95 in 100, of the completed cases did not exceed (nearest rank); units of time to the minute.',
      speedUps:
        'By the promise = (law - promise) / law; in fact = (law - used) / law; summed over the completed cases that the law gives a limit in this unit.',
      targets:
        'A target of a set is decided for the cases completed in the group. "Average with them": if all that are not completed were completed now.',
      department: 'A case counts under each department that leads its rule, and once in the total.',
      month: 'A case counts in the month in which it ended.',
      resumed: 'A due date in brackets is that of a paused case if it resumed now.',
      instants: 'The cases were not all assessed by one instant; what is open and overdue is of several.',
    },
  },
  zh: {
    groupings: { rule: '事项', department: '牵头单位', month: '月份' },
    outcomes: '办件结果',
    outcomeHeads: ['件数', ...outcomeWords('zh'), '按时办结率', '提前办结率'],
    times: '已办结件用时',
    timeHeads: ['单位', '件数', '合计', '平均', '中位数', '95%分位', '最长'],
    speedUps: '较法定时限提速',
    speedUpHeads: ['单位', '承诺提速', '实际提速'],
    targets: '约束一批办件的目标',
    targetHeads: ['事项', '平均不超过', '已办结件平均', '结论', '未办结', '计入未办结后平均'],
    target: { met: '已达到', 'not-met': '未达到' },
    undecided: {
      'none-completed': '未定：尚无办结件',
      'baseline-missing': '未定：未给出基数（--baseline）',
      'units-differ': '未定：单位不同',
    },
    overdue: (listed, cases) => (listed < cases ? `逾期未办结：共 ${cases} 件，列出最久的 ${listed} 件` : `逾期未办结：${cases} 件`),
    dueSoon: (listed, cases) => (listed < cases ? `即将到期（黄灯）：共 ${cases} 件，列出最早的 ${listed} 件` : `即将到期（黄灯）：${cases} 件`),
    listHeads: ['办件', '事项', '起算', '到期', '已用', '状态'],
    all: '全部',
    total: '合计',
    noMonth: '未办结或不适用',
    notes: {
      rates: '按时办结率 =（提前办结 + 按时办结）÷ 已办结；提前办结率 = 提前办结 ÷ 已办结。已办结指已作出决定且单独评定的办件。',
      closedLate: '件超期办结为逾期后未作决定即终止，不计入各率。',
      times: '中位数、95%分位：至少半数、95%的已办结件用时不超过该值（最近秩法）；时间单位精确到分钟。',
      speedUps: '承诺提速 =（法定 − 承诺）÷ 法定；实际提速 =（法定 − 实际用时）÷ 法定；按以该单位设有法定时限的已办结件合计。',
      targets: '对一批办件的目标，按组内已办结件判定。“计入未办结后平均”：假如未办结件此刻全部办结。',
      department: '一个办件计入其事项的每个牵头单位，合计只计一次。',
      month: '办件计入其办结或终止的月份。',
      resumed: '括号内的到期日是暂停件假如此刻恢复计时的到期日。',
      instants: '各办件评定的时刻不一，在办与逾期的件数并非同一时刻的情况。',
    },
  },
}

/** Heads of the columns that only a CSV file has, or has by itself. */
export const CSV_WORDS = {
  en: {
    cases: 'cases',
    early: OUTCOMES.en.early,
    onTime: OUTCOMES.en['on-time'],
    late: OUTCOMES.en.late,
    closedLate: 'of the late: closed without a decision',
    overdue: OUTCOMES.en.overdue,
    open: OUTCOMES.en.open,
    waiting: 'of the open: waiting',
    paused: 'of the open and overdue: paused',
    dueSoon: 'of the open: due soon (yellow)',
    measured: OUTCOMES.en.measured,
    exempt: OUTCOMES.en.exempt,
    inTime: 'completed in time',
    completed: 'completed',
    onTimeRate: 'on-time rate',
    earlyRate: 'early rate',
    saved: '(saved)',
    allowed: '(law)',
  },
  zh: {
    cases: '件数',
    early: OUTCOMES.zh.early,
    onTime: OUTCOMES.zh['on-time'],
    late: OUTCOMES.zh.late,
    closedLate: '超期办结中：未作决定即终止',
    overdue: OUTCOMES.zh.overdue,
    open: OUTCOMES.zh.open,
    waiting: '在办中：未起算',
    paused: '在办与逾期中：暂停',
    dueSoon: '在办中：即将到期（黄灯）',
    measured: OUTCOMES.zh.measured,
    exempt: OUTCOMES.zh.exempt,
    inTime: '时限内办结',
    completed: '已办结',
    onTimeRate: '按时办结率',
    earlyRate: '提前办结率',
    saved: '（节省）',
    allowed: '（法定）',
  },
} as const
