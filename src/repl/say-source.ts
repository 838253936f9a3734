import { inspect } from 'node:util'
import type { Calendar } from '../calendar/calendar.js'
import type { CaseEvent, CaseFile } from '../case/file.js'
import { plain } from '../case/words.js'
import { grid } from '../cli/grid.js'
import { minute } from '../cli/table.js'
import type { Clock } from '../clock/clock.js'
import { clip, type Language } from '../errors.js'
import type { Policy, Version } from '../policy/policy.js'
import { formatLimit } from '../time/limit.js'
import type { Session } from './session.js'

/** How far a calendar reaches. */
export function sayCalendar({ id, coverage: { from, to, publishedTo }, edition }: Calendar, language: Language): string {
  if (language === 'zh') return `日历 ${id}：${from} 至 ${to}，至 ${publishedTo} 均有通知，其后为推算；版本 ${edition}`
  return `calendar ${id}: ${from} to ${to}, settled to ${publishedTo}, projected from there on; edition ${edition}`
}

/** What a clock is made from. */
export function sayClock({ calendar, hours, timeZone, convention }: Clock, language: Language): string {
  const open = Object.keys(hours).join() === 'workday' ? (hours.workday ?? []).join(', ') : inspect(hours, { breakLength: Number.POSITIVE_INFINITY })
  const counted = convention === undefined ? [] : [typeof convention === 'string' ? convention : inspect(convention)]
  const parts = [open, timeZone, ...counted].join(language === 'zh' ? '；' : '; ')
  return language === 'zh' ? `时钟（日历 ${calendar.id}）：${parts}` : `clock on the calendar ${calendar.id}: ${parts}`
}

/** A policy as a list of its rules, by the names that cases give them. */
export function sayPolicy({ id, titles, rules }: Policy, language: Language): string {
  const rows = Object.entries(rules).map(([name, { titles: rule, versions }]) => {
    const last = versions.at(-1)
    return [name, rule[language], last ? sayTarget(last, language) : '']
  })
  return `${id}${language === 'zh' ? '：' : ': '}${titles[language]}\n${grid(rows)}`
}

/** The policies of a session, a line each. */
export function sayPolicies({ policies, language }: Pick<Session, 'policies' | 'language'>): string {
  return grid(
    Object.entries(policies).map(([name, { titles, rules }]) => {
      const count = Object.keys(rules).length
      return [clip(name), titles[language], language === 'zh' ? `${count} 条规则` : `${count} rules`].map(plain)
    }),
  )
}

const KINDS: Readonly<Record<Language, Readonly<Record<Exclude<Version['target']['kind'], 'each'>, (limit: string) => string>>>> = {
  en: { average: (limit) => `${limit} on average`, reduction: (limit) => `${limit} less than before` },
  zh: { average: (limit) => `平均${limit}`, reduction: (limit) => `较此前减少${limit}` },
}

function sayTarget({ target }: Version, language: Language): string {
  if (target.kind === 'each') return formatLimit(target.limit, language)
  const limit = target.kind === 'reduction' ? target.by : target.limit
  return KINDS[language][target.kind](formatLimit(limit, language))
}

/** A case as a list of its events. */
export function sayCase({ id, rule, events }: CaseFile, { language }: Pick<Session, 'language'>): string {
  const rows = events.map((event) => ['', momentIn(event), event.type, ...restOf(event)])
  return `${plain(`${id}${language === 'zh' ? '：' : ': '}${rule}`)}\n${grid(rows)}`
}

/** The cases of a session, a line each. */
export function sayCases({ cases, language, policies, policy }: Session): string {
  const titleOf = (rule: string) =>
    [policy, ...Object.values(policies)].find(({ rules }) => Object.hasOwn(rules, rule))?.rules[rule]?.titles[language]
  return grid(
    Object.entries(cases).map(([name, { rule, events }]) => {
      const [first] = events
      return [clip(name), rule, titleOf(rule) ?? '', first ? `${first.type} ${momentIn(first)}` : ''].map(plain)
    }),
  )
}

function momentIn({ at }: CaseEvent): string {
  return plain(typeof at === 'string' ? minute(at) : inspect(at))
}

/** What an event says besides its type and its time. */
function restOf({ type: _, at: __, ...rest }: CaseEvent): readonly string[] {
  return Object.values(rest).map((value) => plain(typeof value === 'string' ? value : inspect(value)))
}
