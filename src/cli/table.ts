import { styleText } from 'node:util'
import Table from 'cli-table3'
import type { Assessment } from '../case/assessment.js'
import type { Light } from '../case/verdict.js'
import { LIGHTS, OUTCOMES, STATES } from '../case/words.js'
import type { Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { formatLimit } from '../time/limit.js'
import type { Row } from './assess.js'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['case', 'rule', 'from', 'due', 'stopped', 'used', 'outcome', 'light'],
  zh: ['办件', '事项', '起算', '到期', '停止', '已用', '结果', '灯'],
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
  const rule = nameOf(row.rule, policy, language)
  if (row.outcome === 'unsupported') return [row.id, rule, '', '', '', '', OUTCOMES[language].unsupported, '-']
  const isPlain = row.outcome !== 'open' || row.state === 'running'
  const outcome = isPlain ? OUTCOMES[language][row.outcome] : STATES[language][row.state]
  const resumed = row.ifResumedNow ? `(${minute(row.ifResumedNow.dueAt)})` : ''
  return [
    row.id,
    rule,
    minute(row.startsAt),
    minute(row.dueAt) || resumed,
    minute(row.stoppedAt),
    usedOf(row, language),
    outcome,
    light(row.light, language, isColoured),
  ]
}

/** Chinese titles are short enough for a column; English ones are not, so the name that a case gives stands for them. */
function nameOf(rule: string, policy: Policy, language: Language): string {
  return language === 'zh' ? (policy.rules[rule]?.titles.zh ?? rule) : rule
}

/** Used and limit as one, such as `3 / 4 working days`; each with its unit where they differ. */
function usedOf({ used, limit }: Assessment, language: Language): string {
  if (!used || !limit) return ''
  const [unit] = Object.keys(used)
  const isSameUnit = unit === Object.keys(limit)[0]
  const words = formatLimit(used, language)
  return `${isSameUnit ? String(Number.parseFloat(words)) : words} / ${formatLimit(limit, language)}`
}

/** An instant to the minute, which is what people read; the offset is the zone's and the same in every row. */
function minute(at: string | undefined): string {
  return at === undefined ? '' : at.slice(0, 16).replace('T', ' ')
}

function light(name: Light, language: Language, isColoured: boolean): string {
  const word = LIGHTS[language][name]
  return isColoured ? styleText(COLOURS[name], word) : word
}
