import { plain, STATES } from '../case/words.js'
import { clip, type Language, within } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { createDueList, type DueCase, type DueList, type PressingKind } from '../report/due.js'
import { parseInstant } from '../time/instant.js'
import { formatLimit, parseLimit } from '../time/limit.js'
import { csvOf } from './csv.js'
import { grid } from './grid.js'
import { EXIT, type LongIo } from './io.js'
import { type Asking, askingOf } from './jobs.js'
import { markdownTable } from './markdown.js'
import { clockNamed, policyNamed } from './policies.js'
import { type RunFlags, runOver } from './run.js'
import { dueOf, light, minute, nameOf, usedOf } from './table.js'
import { sayBasis } from './words.js'
import { workAnywhere } from './work.js'

/** The options of `due` on the command line. */
export interface DueFlags extends Asking, RunFlags {
  readonly within: string
  readonly format: 'table' | 'json' | 'csv' | 'md'
  readonly threads?: number
}

/** Lists the open cases that are overdue or will be soon, the most urgent first. */
export async function dueCommand(files: readonly string[], flags: DueFlags, io: LongIo): Promise<number> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const now = parseInstant(flags.now ?? Date.now(), clock.table.zone, '--now')
  const list = createDueList({ clock, now, within: within({ path: '--within' }, () => parseLimit(flags.within)) })
  const work = await workAnywhere('due', askingOf({ ...flags, now }), flags.threads)
  const { tally, stopped, rests } = await runOver(files, { work, take: async () => true, refuse: () => {} }, flags, io)
  // A list of some of the cases would pass for one of all.
  if (stopped) return EXIT.interrupted
  for (const part of rests) list.addList(part)
  io.out(WRITERS[flags.format](list.total(), { policy, language: flags.lang, hours: flags.hours, isColoured: io.isColoured }))
  return tally.rejected > 0 ? EXIT.bad : EXIT.ok
}

interface Setting {
  readonly policy: Policy
  readonly language: Language
  readonly hours: string | undefined
  readonly isColoured: boolean
}

interface DueWords {
  readonly head: (list: DueList) => string
  readonly heads: readonly string[]
  readonly kinds: Readonly<Record<Exclude<PressingKind, 'stage'>, string>>
  readonly overdue: string
  readonly resumed: string
}

const WORDS: Readonly<Record<Language, DueWords>> = {
  en: {
    head: ({ overdue, due, until }) => `${overdue} overdue, ${due} due by ${minute(until)}`,
    heads: ['case', 'rule', 'limit', 'due', 'used', 'state', 'light', 'next change'],
    kinds: { promised: 'promise', statutory: 'law', delivery: 'delivery', answer: 'answer to papers' },
    overdue: 'overdue',
    resumed: 'A due date in brackets is that of a paused case if it resumed now.',
  },
  zh: {
    head: ({ overdue, due, until }) => `逾期 ${overdue} 件，截至 ${minute(until)} 到期 ${due} 件`,
    heads: ['办件', '事项', '时限', '到期', '已用', '状态', '亮灯', '下次变化'],
    kinds: { promised: '承诺', statutory: '法定', delivery: '送达', answer: '答复收件' },
    overdue: '逾期',
    resumed: '括号内的到期日是暂停件假如此刻恢复计时的到期日。',
  },
}

function rowsOf({ cases }: DueList, { policy, language, isColoured }: Setting): readonly (readonly string[])[] {
  return [
    WORDS[language].heads,
    ...cases.map((one) => [
      clip(one.id),
      nameOf(one.rule, policy, language),
      limitName(one, policy, language),
      one.ifResumedNow ? `(${dueOf(one.ifResumedNow)})` : dueOf(one),
      usedOf(one, language),
      stateOf(one, language),
      light(one.light ?? 'none', language, isColoured),
      minute(one.nextChangeAt),
    ]),
  ]
}

/** Whose limit is due; of a stage its name. */
function limitName({ kind, stage, rule }: DueCase, policy: Policy, language: Language): string {
  if (kind !== 'stage') return WORDS[language].kinds[kind]
  const name = stage ?? ''
  const version = policy.rules[rule]?.versions.find(({ stages }) => stages && Object.hasOwn(stages, name))
  return version?.stages?.[name]?.titles[language] ?? name
}

function stateOf({ outcome, state }: DueCase, language: Language): string {
  const word = STATES[language][state]
  return outcome === 'overdue' ? `${WORDS[language].overdue}${language === 'zh' ? '，' : ', '}${word}` : word
}

/** Notes on what is in the list, and on what it rests on. */
function notesOf({ cases }: DueList, { policy, hours, language }: Setting): string {
  const isPaused = cases.some(({ ifResumedNow }) => ifResumedNow !== undefined)
  return `${isPaused ? `${WORDS[language].resumed}\n` : ''}${sayBasis(policy, hours, language)}`
}

const WRITERS: Readonly<Record<DueFlags['format'], (list: DueList, setting: Setting) => string>> = {
  table: (list, setting) => {
    const table = list.cases.length === 0 ? '' : `${grid(rowsOf(list, setting))}\n\n`
    return `${table}${WORDS[setting.language].head(list)}\n${notesOf(list, setting)}`
  },
  json: (list) => `${JSON.stringify(list, null, 2)}\n`,
  csv: (list, { policy, language }) =>
    csvOf([
      CSV_HEADS,
      ...list.cases.map((one) => [
        plain(one.id),
        one.rule,
        policy.rules[one.rule]?.titles[language],
        one.kind,
        one.stage,
        one.outcome,
        one.state,
        one.light,
        one.dueDate,
        one.dueAt,
        one.ifResumedNow?.dueAt,
        one.used && formatLimit(one.used, language),
        one.limit && formatLimit(one.limit, language),
        one.nextChangeAt,
      ]),
    ]),
  md: (list, setting) => {
    const table = list.cases.length === 0 ? '' : `${markdownTable(rowsOf(list, { ...setting, isColoured: false }), 9)}\n\n`
    return `${WORDS[setting.language].head(list)}\n\n${table}${notesOf(list, setting)}`
  },
}

/** The names of the fields of a due case, which a program reads in any language. */
const CSV_HEADS = [
  'id',
  'rule',
  'title',
  'kind',
  'stage',
  'outcome',
  'state',
  'light',
  'dueDate',
  'dueAt',
  'dueAtIfResumedNow',
  'used',
  'limit',
  'nextChangeAt',
]
