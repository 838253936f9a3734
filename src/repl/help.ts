import type { Language } from '../errors.js'

/** A question as it is typed, and how it is answered; a test asks it. */
interface Example {
  readonly code: string
  readonly answers: Readonly<Record<Language, string>>
}

const both = (answer: string) => ({ en: answer, zh: answer })

const EXAMPLES: readonly Example[] = [
  { code: "add('2026-11-23', 4)", answers: { en: "'2026-11-27'  Fri, working day", zh: "'2026-11-27'  周五，工作日" } },
  {
    code: "add('2019-05-06T10:00', '8 working hours')",
    answers: { en: "'2019-05-07T11:30:00+08:00'  Tue, working day", zh: "'2019-05-07T11:30:00+08:00'  周二，工作日" },
  },
  {
    code: "between('2019-04-26', '2019-05-05')",
    answers: { en: '4 working days, 1560 working minutes, 9 calendar days', zh: '4个工作日，1560个工作分钟，9个自然日' },
  },
  {
    code: "cn.day('2019-05-05')",
    answers: { en: 'make-up working day, Labour Day, 国办发明电〔2019〕3号', zh: '调休上班，劳动节，国办发明电〔2019〕3号' },
  },
  {
    code: "deadline('2019-08-31', { months: 6 })",
    answers: { en: 'due Mon 2020-03-02 17:00, counted from 2019-08-31', zh: '2020年3月2日 17:00（周一）到期，自2019年8月31日起算' },
  },
  {
    code: "deadline('2019-09-29', 'water-hookup').dueAt",
    answers: { en: "'2019-10-10T17:00:00+08:00'  Thu, working day", zh: "'2019-10-10T17:00:00+08:00'  周四，工作日" },
  },
  {
    code: "assess('holiday')",
    answers: {
      en: `[green] holiday: completed, 2019-10-10 16:00, on time, 4 working days used, 0 working days left
····████····························████████████
 ^start 09-29 09:12                           ^completed 10-10 16:00
                                              ^due 10-10 17:00`,
      zh: `[绿灯] holiday：2019年10月10日 16:00 办结，按时办结，已用4个工作日，剩余0个工作日
····████····························████████████
 ^起算 09-29 09:12                            ^办结 10-10 16:00
                                              ^到期 10-10 17:00`,
    },
  },
  {
    code: "cases.mine = { ...cases.holiday, id: 'mine' }",
    answers: {
      en: 'mine: water-hookup\n  2019-09-29 09:12  accepted\n  2019-10-10 16:00  completed',
      zh: 'mine：water-hookup\n  2019-09-29 09:12  accepted\n  2019-10-10 16:00  completed',
    },
  },
  { code: "assess('mine', { now: '2019-10-08T12:00' }).remaining", answers: both('{ workingDays: 2 }') },
]

const WORDS: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  en: [
    `A question is a line of JavaScript. The answer is plain data, written in words;
console.log(_) shows the data of the last one. Tab offers names: of functions and
their results, and between quotation marks of rules, cases, stages and events.`,
    `More to ask:
  assess(cases)      all cases as a table; cases lists them
  explain('paused')  the reasons, day by day
  month('2019-10')   a month of the calendar; year(2026) all of them
  policy             the rules by name; policies holds the others
  await import(...)  waits for what takes time
Every name of the library is there as well, such as cn, clock and readPolicy.

Commands:
  .lang zh|en        the language of answers
  .asof DATE         the calendar as it was known then; .asof latest as it is
  .now INSTANT       the time of asking; .now system is again that of this computer
  .load FILE         reads lines from a file; .save FILE writes those typed here
  .break             gives up what is not complete; .exit leaves`,
  ],
  zh: [
    `每行输入一个 JavaScript 表达式。答案为普通数据，以文字显示；console.log(_) 显示上一答案的数据。
按 Tab 键列出可用名称：函数及其结果，引号内则为规则、办件、环节与事件。`,
    `还可以问：
  assess(cases)      以表格列出全部办件；cases 为办件清单
  explain('paused')  逐日说明理由
  month('2019-10')   某月日历；year(2026) 为全年
  policy             各规则名称；policies 为其他政策
  await import(...)  等待异步结果
库中的全部名称均可使用，例如 cn、clock、createClock、readPolicy、summarize。

命令：
  .lang zh|en        答案所用的语言
  .asof 日期         截至当日所知的日历；.asof latest 恢复为最新
  .now 时刻          指定当前时刻；不指定则取本机时间，.now system 恢复
  .load 文件         读入文件各行；.save 文件 保存本次输入
  .break             放弃尚不完整的表达式；.exit 退出`,
  ],
}

/** The text of `.help`: worked examples, what else may be asked, and the commands. */
export function helpIn(language: Language): string {
  const [before, after] = WORDS[language]
  const examples = EXAMPLES.map(({ code, answers }) => `> ${code}\n${answers[language]}`.replace(/^/gm, '  '))
  return [before, '', ...examples, '', after].join('\n')
}

/** The questions of the worked examples, with their answers. */
export function examplesIn(language: Language): readonly (readonly [question: string, answer: string])[] {
  return EXAMPLES.map(({ code, answers }) => [code, answers[language]])
}
