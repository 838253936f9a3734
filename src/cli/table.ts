import { styleText } from 'node:util'
import Table from 'cli-table3'
import type { Light } from '../case/verdict.js'
import { LIGHTS, OUTCOMES, STATES } from '../case/words.js'
import type { Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { formatLimit, type Limit } from '../time/limit.js'
import type { Row } from './assess.js'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['case', 'rule', 'from', 'due', 'stopped', 'used', 'limit', 'outcome', 'light'],
  zh: ['办件', '事项', '起算', '到期', '停止', '已用', '时限', '结果', '灯'],
}

const COLOURS = { green: 'green', yellow: 'yellow', red: 'red', none: 'dim' } as const

/** No lines at all: what remains can be read, copied and cut by column. */
const PLAIN = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** Cases as a table, a row a case; widths allow for Chinese characters. */
export function caseTable(rows: readonly Row[], policy: Policy, language: Language, isColoured: boolean): string {
  const table = new Table({ head: [...HEADS[language]], chars: PLAIN, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 } })
  for (const row of rows) table.push(cellsOf(row, policy, language, isColoured))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

function cellsOf(row: Row, policy: Policy, language: Language, isColoured: boolean): string[] {
  const rule = policy.rules[row.rule]?.titles[language] ?? row.rule
  if (row.outcome === 'unsupported') return [row.id, rule, '', '', '', '', '', OUTCOMES[language].unsupported, '-']
  const isPlain = row.outcome !== 'open' || row.state === 'running'
  const outcome = isPlain ? OUTCOMES[language][row.outcome] : STATES[language][row.state]
  const amount = (limit: Limit | undefined) => (limit ? formatLimit(limit, language) : '')
  const due = row.dueAt ?? (row.ifResumedNow ? `(${minute(row.ifResumedNow.dueAt)})` : '')
  return [
    row.id,
    rule,
    minute(row.startsAt),
    row.dueAt ? minute(due) : due,
    minute(row.stoppedAt),
    amount(row.used),
    amount(row.limit),
    outcome,
    light(row.light, language, isColoured),
  ]
}

/** An instant to the minute, which is what people read; the offset is the zone's and the same in every row. */
function minute(at: string | undefined): string {
  return at === undefined ? '' : at.slice(0, 16).replace('T', ' ')
}

function light(name: Light, language: Language, isColoured: boolean): string {
  const word = LIGHTS[language][name]
  return isColoured ? styleText(COLOURS[name], word) : word
}
