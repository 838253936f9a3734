import { CHOICES, noneOf } from './messages/choices.js'
import { clip, list } from './messages/clip.js'
import { CALENDAR_FAULTS, LEAVES } from './messages/coverage.js'
import { EXPECTED } from './messages/expected.js'
import type { ErrorCode, ErrorFacts, Language } from './messages/facts.js'
import { FILE_MESSAGES } from './messages/files.js'
import { ICS_FAULTS } from './messages/ics.js'

export { clip } from './messages/clip.js'
export type { Expected } from './messages/expected.js'
export type { ErrorCode, ErrorFacts, Language } from './messages/facts.js'

const TARGETS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  average: { en: 'an average', zh: '平均用时' },
  reduction: { en: 'a cut against a baseline', zh: '相对基数的压减' },
}

type Messages = { readonly [C in ErrorCode]: (facts: ErrorFacts[C]) => string }

/** The place of an event in the list as people count. */
const nth = (index: number) => index + 1

const english: Messages = {
  'date-invalid': ({ found }) => `"${found}" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28".`,
  'instant-invalid': ({ found }) => `"${found}" is not an instant; write a date that exists and a time, such as "2019-05-06T10:00:00+08:00".`,
  'time-missing': ({ found, why }) =>
    why === 'instant'
      ? `"${found}" has no time of day, and this question is about an instant; write for example "${found}T09:00".`
      : `"${found}" has no time of day, but the limit counts working time; write for example "${found}T09:00+08:00".`,
  'columns-differ': ({ first, other }) => `The columns have ${first} and ${other} rows; give columns of one length.`,
  'zone-missing': ({ found }) =>
    `${found} names an instant, and a calendar knows no time zone; give a date such as "2019-05-06", or ask a clock, which has a zone.`,
  'zone-unknown': ({ found }) => `"${found}" is not a known time zone; write an IANA name such as "Asia/Shanghai".`,
  'amount-invalid': ({ unit, found, signed }) =>
    `${found} is not an amount of ${unit}; write a whole number${signed ? '' : ', 0 or more'}, and use a smaller unit for parts.`,
  'unit-unknown': ({ found, allowed }) => `"${found}" is not a unit of a limit; use one of: ${list(allowed)}.`,
  'unit-ambiguous': ({ found, choices }) => `"${found}" does not say which kind of time it means; write one of: ${list(choices.en)}.`,
  'limit-invalid': ({ found }) =>
    `${found} is not a limit; write one unit and its amount, such as { workingDays: 4 }, or in a text "4 working days".`,
  'outside-coverage': ({ side, ...facts }) => LEAVES.en[side](facts),
  unpublished: ({ calendar, publishedTo, found, awaits }) =>
    `${found} rests on days after ${publishedTo} that no notice of the calendar "${calendar}" has settled; it awaits ${list(awaits)}. For an answer by the law until then, let the calendar project: with({ unpublished: "project" }).`,
  'calendar-invalid': ({ calendar, problem }) => CALENDAR_FAULTS.en[problem](calendar),
  'notice-contradiction': ({ date, off, work }) =>
    `${date} is off by "${off}" and worked by "${work}"; a day can be only one of the two, so amend the arrangement of one.`,
  'sessions-invalid': ({ found }) => `"${found}" is not a session; write opening and closing as "09:00-12:00", with times from 00:00 to 24:00.`,
  'sessions-overlap': ({ first, second }) => `The sessions "${first}" and "${second}" overlap; let one end before the other begins.`,
  'choice-unknown': ({ what, found, allowed }) =>
    `"${found}" is not a known ${CHOICES[what]?.en ?? what}${allowed.length === 0 ? `: ${noneOf(what, 'en')}` : `; use one of: ${list(allowed)}`}.`,
  'seasons-overlap': ({ first, second }) => `The seasons ${first} and ${second} overlap; let one end the day before the other begins.`,
  'hours-on-day-off': ({ date }) =>
    `${date} is a day off, and hours do not make it a working day; make it one in the calendar, or leave the date out.`,
  'hours-incomplete': ({ date, weekday }) =>
    `${date} is a make-up day, and the hours say nothing of a ${weekday}; give "workday", the hours of every working day, or those of that weekday.`,
  'convention-missing': () =>
    'The law decides how a period is counted, so there is no default: give a convention, such as "cn-civil-code", to the clock or to this call.',
  'clock-missing': ({ name, given }) =>
    `Stages run on the clock "${clip(name)}", and the clocks given are: ${list(given)}; pass it by that name, as clocks: { ${JSON.stringify(clip(name))}: createClock({ … }) }.`,
  'zones-differ': ({ found, expected }) =>
    `The clock is in the time zone ${clip(found)}, and that of the policy in ${clip(expected)}; make both in one, so that they mean the same by a date.`,
  'rule-unknown': ({ found, nearest }) => `"${found}" is not a rule of this policy; the nearest names are: ${list(nearest)}.`,
  'indicator-unknown': ({ found, nearest }) => `"${found}" is not an indicator of this policy; the nearest names are: ${list(nearest)}.`,
  'target-unsupported': ({ rule, kind }) =>
    `The rule "${rule}" sets ${TARGETS[kind]?.en ?? kind}, which binds a set of cases and not one; a single case of it has no deadline.`,
  'policy-invalid': ({ found, problem }) => `The policy is not valid: ${problem.en} (found ${found}).`,
  'layer-invalid': ({ found, problem }) => `The layer is not valid: ${problem.en} (found ${found}).`,
  'ics-invalid': ({ fault, event, found }) => {
    const { said, right } = ICS_FAULTS[fault].en
    return `The ${event === '' ? 'calendar file' : `event "${clip(event)}"`} ${said}${found === '' ? '' : ` (${found})`}; ${right}.`
  },
  'policy-unknown': ({ found, allowed }) => `"${found}" is neither a built-in policy (${list(allowed)}) nor a readable policy file.`,
  'base-unknown': ({ found, allowed }) => `The policy extends "${found}", which is not among the policies given as bases: ${list(allowed)}.`,
  'base-cycle': ({ chain }) => `A policy cannot extend itself: ${chain.map(clip).join(' extends ')}.`,
  'value-invalid': ({ found, expected }) => `Found ${found} where ${EXPECTED[expected].en} belongs.`,
  'event-unknown': ({ index, found, allowed }) => `Event ${nth(index)} has the unknown type "${found}"; use one of: ${list(allowed)}.`,
  'event-out-of-order': ({ index, at, previous }) =>
    `Event ${nth(index)} is dated ${at}, before the event ahead of it (${previous}); list events in the order of time.`,
  'event-not-allowed': ({ index, type, after, starts, allowed }) =>
    after === ''
      ? `Event ${nth(index)}, "${type}", cannot come first; the clock of this rule starts with "${starts}". Allowed here: ${list(allowed)}.`
      : `Event ${nth(index)}, "${type}", cannot come after "${after}"; allowed here: ${list(allowed)}.`,
  'pause-unclear': ({ index, cause, open }) =>
    cause === undefined
      ? `Event ${nth(index)} resumes without a cause while several pauses are open; name one of: ${list(open)}.`
      : `Event ${nth(index)} resumes "${clip(cause)}", which is not paused; open pauses: ${list(open)}.`,
  'pause-open': ({ index, cause }) =>
    `Event ${nth(index)} pauses for "${clip(cause)}", which is paused already; resume it first, or name another cause.`,
  'stage-unknown': ({ index, found, allowed }) => `Event ${nth(index)} names the unknown stage "${found}"; stages of this rule: ${list(allowed)}.`,
  'stage-order': ({ index, stage, state }) =>
    state === 'open'
      ? `Event ${nth(index)} starts the stage "${clip(stage)}", which is open already; finish it first.`
      : `Event ${nth(index)} finishes the stage "${clip(stage)}", which is not open; start it first.`,
  'cause-unknown': ({ index, found, allowed }) =>
    `Event ${nth(index)} names the cause "${clip(found)}", which the rule does not know; its causes: ${list(allowed)}.`,
  'verdict-missing': ({ problem }) => `There is no verdict to check: ${problem.en}.`,
  ...FILE_MESSAGES.en,
}

const chinese: Messages = {
  'date-invalid': ({ found }) => `“${found}”不是日期；请写成 YYYY-MM-DD 且确有其日，例如 "2026-02-28"。`,
  'instant-invalid': ({ found }) => `“${found}”不是时刻；请写明确有其日的日期与时分，例如 "2019-05-06T10:00:00+08:00"。`,
  'time-missing': ({ found, why }) =>
    why === 'instant'
      ? `“${found}”未写明时分，而此处问的是时刻；请写成例如 "${found}T09:00"。`
      : `“${found}”未写明时分，而该时限按工作时间计算；请写成例如 "${found}T09:00+08:00"。`,
  'columns-differ': ({ first, other }) => `各列的行数为 ${first} 和 ${other}；请使其相等。`,
  'zone-missing': ({ found }) => `${found} 是时刻，而日历不含时区；请给出日期，例如 "2019-05-06"，或改用带时区的时钟。`,
  'zone-unknown': ({ found }) => `“${found}”不是已知时区；请用 IANA 名称，例如 "Asia/Shanghai"。`,
  'amount-invalid': ({ unit, found, signed }) =>
    `${found} 不能作为 ${unit} 的数量；请写整数${signed ? '' : '（不小于 0）'}，不足一个单位的请用更小的单位。`,
  'unit-unknown': ({ found, allowed }) => `“${found}”不是时限单位；可用：${list(allowed)}。`,
  'unit-ambiguous': ({ found, choices }) => `“${found}”没有说明是哪一种时间；请写明：${list(choices.zh)}。`,
  'limit-invalid': ({ found }) => `${found} 不是时限；请写一个单位及其数量，例如 { workingDays: 4 }，文本则如“4个工作日”。`,
  'outside-coverage': ({ side, ...facts }) => LEAVES.zh[side](facts),
  unpublished: ({ calendar, publishedTo, found, awaits }) =>
    `${found} 取决于 ${publishedTo} 之后的日子，而日历“${calendar}”尚无通知予以安排；待发布：${list(awaits)}。如需暂按法定节假日推算，请用 with({ unpublished: "project" })。`,
  'calendar-invalid': ({ calendar, problem }) => CALENDAR_FAULTS.zh[problem](calendar),
  'notice-contradiction': ({ date, off, work }) => `${date} 依“${off}”放假，又依“${work}”上班；一天只能取其一，请修正其中一项安排。`,
  'sessions-invalid': ({ found }) => `“${found}”不是办公时段；请写成 "09:00-12:00"，时间在 00:00 至 24:00 之间。`,
  'sessions-overlap': ({ first, second }) => `办公时段“${first}”与“${second}”重叠；请使其前后相接。`,
  'choice-unknown': ({ what, found, allowed }) =>
    `“${found}”不是可用的选项（${CHOICES[what]?.zh ?? what}）${allowed.length === 0 ? `：${noneOf(what, 'zh')}` : `；可用：${list(allowed)}`}。`,
  'seasons-overlap': ({ first, second }) => `时段 ${first} 与 ${second} 重叠；请使其前后相接。`,
  'hours-on-day-off': ({ date }) => `${date} 为休息日，写明办公时间并不使其成为工作日；请在日历中将其改为工作日，或删去该日期。`,
  'hours-incomplete': ({ date, weekday }) => `${date} 为调休上班日，而办公时间未写明 ${weekday}；请写明“workday”（每个工作日的时间）或该星期的时间。`,
  'convention-missing': () => '期间如何计算由法律规定，没有默认值：请为时钟或本次调用指定计算规则，例如 "cn-civil-code"。',
  'clock-missing': ({ name, given }) =>
    `有环节按时钟“${clip(name)}”计时，而传入的时钟为：${list(given)}；请按该名称传入：clocks: { ${JSON.stringify(clip(name))}: createClock({ … }) }。`,
  'zones-differ': ({ found, expected }) =>
    `该时钟的时区为 ${clip(found)}，而政策时钟的时区为 ${clip(expected)}；请使用同一时区，以便对日期的理解一致。`,
  'rule-unknown': ({ found, nearest }) => `本政策没有规则“${found}”；最接近的有：${list(nearest)}。`,
  'indicator-unknown': ({ found, nearest }) => `本政策没有指标“${found}”；最接近的有：${list(nearest)}。`,
  'target-unsupported': ({ rule, kind }) => `规则“${rule}”的目标（${TARGETS[kind]?.zh ?? kind}）约束的是一批办件而非单件，单个办件没有到期日。`,
  'policy-invalid': ({ found, problem }) => `政策数据无效：${problem.zh}（实际为 ${found}）。`,
  'layer-invalid': ({ found, problem }) => `叠加层数据无效：${problem.zh}（实际为 ${found}）。`,
  'ics-invalid': ({ fault, event, found }) => {
    const { said, right } = ICS_FAULTS[fault].zh
    return `${event === '' ? '日历文件' : `事件“${clip(event)}”`}${said}${found === '' ? '' : `（${found}）`}；${right}。`
  },
  'policy-unknown': ({ found, allowed }) => `“${found}”既不是内置政策（${list(allowed)}），也不是可读的政策文件。`,
  'base-unknown': ({ found, allowed }) => `该政策扩展“${found}”，而所给的基础政策中没有它：${list(allowed)}。`,
  'base-cycle': ({ chain }) => `政策不能扩展自身：${chain.map(clip).join(' 扩展 ')}。`,
  'value-invalid': ({ found, expected }) => `此处应为${EXPECTED[expected].zh}，实际为 ${found}。`,
  'event-unknown': ({ index, found, allowed }) => `第 ${nth(index)} 个事件的类型“${found}”未知；可用：${list(allowed)}。`,
  'event-out-of-order': ({ index, at, previous }) => `第 ${nth(index)} 个事件的时间 ${at} 早于前一事件（${previous}）；请按时间顺序排列。`,
  'event-not-allowed': ({ index, type, after, starts, allowed }) =>
    after === ''
      ? `第 ${nth(index)} 个事件“${type}”不能最先发生；本规则自“${starts}”起算。此处允许：${list(allowed)}。`
      : `第 ${nth(index)} 个事件“${type}”不能发生在“${after}”之后；此处允许：${list(allowed)}。`,
  'pause-unclear': ({ index, cause, open }) =>
    cause === undefined
      ? `第 ${nth(index)} 个事件恢复计时时有多个暂停未结束；请指明其一：${list(open)}。`
      : `第 ${nth(index)} 个事件恢复“${clip(cause)}”，而它并未暂停；未结束的暂停：${list(open)}。`,
  'pause-open': ({ index, cause }) => `第 ${nth(index)} 个事件以“${clip(cause)}”暂停，而该暂停尚未结束；请先恢复，或写明其他原因。`,
  'stage-unknown': ({ index, found, allowed }) => `第 ${nth(index)} 个事件的环节“${found}”未知；本规则的环节：${list(allowed)}。`,
  'stage-order': ({ index, stage, state }) =>
    state === 'open'
      ? `第 ${nth(index)} 个事件开始环节“${clip(stage)}”，而该环节已经开始；请先结束它。`
      : `第 ${nth(index)} 个事件结束环节“${clip(stage)}”，而该环节并未开始；请先开始它。`,
  'cause-unknown': ({ index, found, allowed }) => `第 ${nth(index)} 个事件的暂停原因“${clip(found)}”不在本规则之列；可用：${list(allowed)}。`,
  'verdict-missing': ({ problem }) => `没有可检查的结论：${problem.zh}。`,
  ...FILE_MESSAGES.zh,
}

/** The text of every code, by language. */
export const messages: Readonly<Record<Language, Messages>> = { en: english, zh: chinese }

/** A text with the case it is about. */
export const caseText: Readonly<Record<Language, (id: string, text: string) => string>> = {
  en: (id, text) => `Case "${clip(id)}": ${text}`,
  zh: (id, text) => `办件“${clip(id)}”：${text}`,
}
