import type { Language } from '../errors.js'
import type { IndicatorTarget } from '../policy/policy.js'
import type { IndicatorAssessment } from './assess.js'
import type { Measured } from './measure.js'

type Facts = Omit<IndicatorAssessment, 'text'>
type Say<T> = Readonly<Record<Language, T>>
type NumberUnit = Extract<IndicatorTarget, { readonly unit: string }>['unit']

/** Counted things: the measure word in Chinese, one and many in English. */
const UNITS: Readonly<Record<Exclude<NumberUnit, 'share'>, { readonly zh: string; readonly en: readonly [one: string, many: string] }>> = {
  items: { zh: '件', en: ['item', 'items'] },
  kinds: { zh: '种', en: ['kind', 'kinds'] },
  categories: { zh: '大类', en: ['category', 'categories'] },
  times: { zh: '次', en: ['time', 'times'] },
  hours: { zh: '小时', en: ['hour', 'hours'] },
}

const PERIODS = { day: '每日', month: '每月', quarter: '每季度', year: '每年' } as const

const round = (value: number) => Math.round(value * 100) / 100
const percent = (share: number) => `${round(share * 100)}%`

function number(language: Language, value: number, unit: NumberUnit): string {
  if (unit === 'share') return percent(value)
  const { zh, en } = UNITS[unit]
  return language === 'zh' ? `${value}${zh}` : `${value} ${en[value === 1 ? 0 : 1]}`
}

type TargetWords = { readonly [K in IndicatorTarget['kind']]: (target: Extract<IndicatorTarget, { readonly kind: K }>) => string }

const TARGETS: Say<TargetWords> = {
  zh: {
    'at-least': ({ value, unit }) => `不低于${number('zh', value, unit)}`,
    'at-most': ({ value, unit }) => `不超过${number('zh', value, unit)}`,
    equal: ({ value, unit }) => number('zh', value, unit),
    range: ({ from, to, unit }) => `${number('zh', from, unit)}至${number('zh', to, unit)}`,
    approximate: ({ value, from, to, unit }) => `${number('zh', value, unit)}左右（${number('zh', from, unit)}至${number('zh', to, unit)}）`,
    'relative-cut': ({ share }) => `压减不少于${percent(share)}`,
    'full-coverage': () => '100%',
    'count-per-period': ({ bound, value, unit, period }) =>
      `${PERIODS[period]}${bound === 'at-least' ? '不少于' : '不超过'}${number('zh', value, unit)}`,
    milestone: () => '完成',
  },
  en: {
    'at-least': ({ value, unit }) => `at least ${number('en', value, unit)}`,
    'at-most': ({ value, unit }) => `at most ${number('en', value, unit)}`,
    equal: ({ value, unit }) => number('en', value, unit),
    range: ({ from, to, unit }) => `${number('en', from, unit)} to ${number('en', to, unit)}`,
    approximate: ({ value, from, to, unit }) => `about ${number('en', value, unit)} (${number('en', from, unit)} to ${number('en', to, unit)})`,
    'relative-cut': ({ share }) => `a cut of at least ${percent(share)}`,
    'full-coverage': () => '100%',
    'count-per-period': ({ bound, value, unit, period }) => `${bound.replace('-', ' ')} ${number('en', value, unit)} a ${period}`,
    milestone: () => 'done',
  },
}

function targetWords(language: Language, target: IndicatorTarget): string {
  return (TARGETS[language][target.kind] as (target: IndicatorTarget) => string)(target)
}

function measuredWords(language: Language, target: IndicatorTarget, value: Measured): string {
  if (typeof value === 'boolean') return { zh: value ? '已完成' : '未完成', en: value ? 'done' : 'not done' }[language]
  return 'unit' in target ? number(language, value, target.unit) : percent(value)
}

const PARTS: Say<Readonly<Record<'body' | 'annex', string>>> = { zh: { body: '正文', annex: '附件' }, en: { body: 'body', annex: 'annex' } }

/** The dates that the parts of the source give, where they are not one. */
function datesWords(language: Language, { dates, targetDate }: Facts): string {
  if (dates.every(({ date }) => date === targetDate)) return ''
  const told = dates.map(({ date, part, words }) =>
    language === 'zh' ? `${PARTS.zh[part]}“${words}”即${date}` : `${PARTS.en[part]} ${words}, ${date}`,
  )
  return language === 'zh' ? `（${told.join('；')}；以较早者为准）` : ` (${told.join('; ')}; the earlier binds)`
}

const days = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

function timeWords(language: Language, { outcome, targetDate, workingDaysLeft, ...facts }: Facts): string {
  if (outcome === 'met') return ''
  const date = `${targetDate}${datesWords(language, { outcome, targetDate, workingDaysLeft, ...facts })}`
  const projected = facts.certainty === 'projected'
  if (outcome === 'overdue') {
    const past = -workingDaysLeft
    return language === 'zh'
      ? `；应于${date}前达到，已过${past}个工作日${projected ? '（推算）' : ''}`
      : `; it was due by ${date}, ${days(past)} ago${projected ? ' (projected)' : ''}`
  }
  return language === 'zh'
    ? `；最迟${date}，尚余${workingDaysLeft}个工作日${projected ? '（推算）' : ''}`
    : `; due by ${date}, ${days(workingDaysLeft)} left${projected ? ' (projected)' : ''}`
}

const REASONS: Say<Readonly<Record<Facts['reason'], (measured: string) => string>>> = {
  zh: { reached: (measured) => `实测${measured}，已达到`, missed: (measured) => `实测${measured}，未达到`, 'not-measured': () => '尚未测定' },
  en: {
    reached: (measured) => `measured ${measured}: met`,
    missed: (measured) => `measured ${measured}: not met`,
    'not-measured': () => 'not yet measured',
  },
}

/** What an assessment of an indicator says, in one sentence. */
export function indicatorText(language: Language, facts: Facts): string {
  const { titles, target, value, reason } = facts
  const said = REASONS[language][reason](value === undefined ? '' : measuredWords(language, target, value))
  return language === 'zh'
    ? `“${titles.zh}”：目标${targetWords('zh', target)}，${said}${timeWords('zh', facts)}。`
    : `${titles.en}: target ${targetWords('en', target)}, ${said}${timeWords('en', facts)}.`
}
