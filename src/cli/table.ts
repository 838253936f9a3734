import type { Assessment, CapResult } from '../case/assessment.js'
import type { Light } from '../case/verdict.js'
import { LIGHTS, OUTCOMES, REASONS_EXEMPT, STATES, sayFinding, sayGrounds } from '../case/words.js'
import { clip, type Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { formatLimit } from '../time/limit.js'
import { type Style, styled } from './colour.js'
import { grid } from './grid.js'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['case', 'rule', 'from', 'due', 'stopped', 'used', 'outcome', 'light', 'notes'],
  zh: ['办件', '事项', '起算', '到期', '停止', '已用', '结果', '亮灯', '备注'],
}

/** The colours of lights in a terminal. */
export const COLOURS: Readonly<Record<Light, Style>> = { green: 'green', yellow: 'yellow', red: 'red', none: 'dim' }

/** Cases as a table, a row a case, each with the policy that it was judged by; widths allow for Chinese characters. */
export function caseTable(rows: readonly Assessment[], policyOf: (row: Assessment) => Policy, language: Language, isColoured: boolean): string {
  const cells = [HEADS[language], ...rows.map((row) => cellsOf(row, policyOf(row), language, isColoured))]
  return grid(cells)
}

function cellsOf(row: Assessment, policy: Policy, language: Language, isColoured: boolean): readonly string[] {
  const rule = nameOf(row.rule, policy, language)
  const resumed = row.ifResumedNow ? `(${dueOf(row.ifResumedNow)})` : ''
  return [
    clip(row.id),
    rule,
    minute(row.startsAt),
    dueOf(row) || resumed,
    minute(row.stoppedAt),
    usedOf(row, language),
    outcomeOf(row, language),
    light(row.light, language, isColoured),
    notesOf(row, language),
  ]
}

/** Chinese titles are short enough for a column; English ones are not, so the name that a case gives stands for them. */
export function nameOf(rule: string, policy: Policy, language: Language): string {
  return language === 'zh' ? (policy.rules[rule]?.titles.zh ?? rule) : rule
}

/** Used and limit as one, such as `3 / 4 working days`; each with its unit where they differ. A case of a set has no limit. */
export function usedOf({ used, limit }: Pick<Assessment, 'used' | 'limit'>, language: Language): string {
  if (!used) return ''
  if (!limit) return formatLimit(used, language)
  const [unit] = Object.keys(used)
  const isSameUnit = unit === Object.keys(limit)[0]
  const words = formatLimit(used, language)
  return `${isSameUnit ? String(Number.parseFloat(words)) : words} / ${formatLimit(limit, language)}`
}

/** An open case that does not run says so. */
function outcomeOf({ outcome, state }: Assessment, language: Language): string {
  const word = OUTCOMES[language][outcome]
  const isStill = (outcome === 'open' || outcome === 'overdue') && state !== 'running'
  if (!isStill) return word
  return language === 'zh' ? `${word}（${STATES.zh[state]}）` : `${word} (${STATES.en[state]})`
}

const CAPS: Readonly<Record<Language, Readonly<Record<'materials' | 'steps', string>>>> = {
  en: { materials: 'materials', steps: 'steps' },
  zh: { materials: '材料', steps: '环节' },
}

/** What the other columns do not tell: why a case is exempt, caps that are broken, what the record leaves doubtful. */
export function notesOf(row: Assessment, language: Language): string {
  const { reason, caps, findings } = row
  const broken = (['materials', 'steps'] as const).flatMap((name) => brokenCap(CAPS[language][name], caps[name]))
  return [
    ...(reason ? [REASONS_EXEMPT[language][reason]] : []),
    ...lastDayOf(row, language),
    ...(row.awaits ? [sayGrounds[language](row)] : []),
    ...broken,
    ...findings.map((finding) => sayFinding(finding)[language]),
  ].join('; ')
}

/** Why the due date is not the last counted day: rolled over days off, or kept open by a pause. */
function lastDayOf({ limit, lastCountedDay, dueDate }: Assessment, language: Language): readonly string[] {
  if (!limit || lastCountedDay === undefined || dueDate === undefined || lastCountedDay === dueDate) return []
  const isRolled = limit.workingDays === undefined
  if (language === 'zh') return [isRolled ? `自 ${lastCountedDay} 顺延` : `末日 ${lastCountedDay} 暂停，时限延续`]
  return [isRolled ? `rolled from ${lastCountedDay}` : `kept open from ${lastCountedDay}`]
}

function brokenCap(name: string, cap: CapResult | undefined): readonly string[] {
  return cap?.isKept === false ? [`${name} ${cap.actual} > ${cap.allowed}`] : []
}

/** An instant to the minute, to the second where it has seconds; the offset is the zone's and the same in every row. */
export function minute(at: string | undefined): string {
  if (at === undefined) return ''
  const text = at.slice(0, 19).replace('T', ' ')
  return text.endsWith(':00') ? text.slice(0, 16) : text
}

/** The due date with its time; the end of a day is its 24:00, not the next day's 00:00. */
export function dueOf({ dueDate, dueAt }: { readonly dueDate?: string; readonly dueAt?: string }): string {
  if (dueDate === undefined) return ''
  const at = minute(dueAt)
  return at.startsWith(dueDate) ? at : `${dueDate} 24:00`
}

export function light(name: Light, language: Language, isColoured: boolean): string {
  const word = LIGHTS[language][name]
  return isColoured ? styled(COLOURS[name], word) : word
}
