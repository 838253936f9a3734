import type { Explanation } from '../../case/explanation.js'
import { sayMoment } from '../../case/moments.js'
import { plain, STATES } from '../../case/words.js'
import type { Language } from '../../errors.js'
import { formatLimit, type Limit } from '../../time/limit.js'
import { timelineSvg } from '../timeline-svg.js'
import type { PageContent } from './content.js'
import { says, tag } from './html.js'
import { section } from './sections.js'
import { WORDS } from './words.js'

/** What the cases can be sorted by: amounts of unlike units have no order. */
const SORTS: readonly boolean[] = [true, true, true, false, false, true]

/** The overdue cases, each with its timeline, and what filters them where scripts run. */
export function overdueOf({ overdue }: PageContent, language: Language): string {
  const words = WORDS[language]
  const title = words.overdue(overdue.listed.length, overdue.cases)
  if (overdue.listed.length === 0) return section(title, 'overdue', overdue.cases === 0 ? says('p', words.none) : '')
  const heads = words.overdueHeads.map((head, i) => says('th', head, { scope: 'col', 'data-sorts': SORTS[i] ? '' : undefined }))
  const cases = overdue.listed.map((explanation) => caseOf(explanation, language))
  const list = tag(
    'table',
    { id: 'overdue-cases', 'aria-labelledby': 'overdue', 'data-sort': words.sort },
    tag('thead', {}, tag('tr', {}, ...heads)),
    ...cases,
  )
  return section(title, 'overdue', filterOf(overdue.listed, language), tag('div', { class: 'wide' }, list))
}

/** It is shown by the script: without one it could do nothing. */
function filterOf(listed: readonly Explanation[], language: Language): string {
  const words = WORDS[language]
  const rules = new Map(listed.map(({ assessment, matter }) => [assessment.rule, matter.rule[language]]))
  const options = [...rules].map(([rule, title]) => says('option', title, { value: rule }))
  return tag(
    'form',
    { id: 'filter', hidden: '', role: 'search' },
    tag('label', { for: 'search' }, says('span', words.search), '<input id="search" type="search" autocomplete="off" aria-controls="overdue-cases">'),
    tag(
      'label',
      { for: 'rule' },
      says('span', words.rule),
      tag('select', { id: 'rule', 'aria-controls': 'overdue-cases' }, says('option', words.all, { value: '' }), ...options),
    ),
    tag('output', { id: 'shown', for: 'search rule', 'data-word': words.shown }),
  )
}

/** A case in a body of its own, so that it is sorted and filtered with its timeline. */
function caseOf(explanation: Explanation, language: Language): string {
  const { assessment, matter } = explanation
  const { id, rule, used, remaining, state } = assessment
  const { dueAt = '', dueDate } = assessment.dueAt === undefined ? (assessment.ifResumedNow ?? {}) : assessment
  const [name, title] = [plain(id), matter.rule[language]]
  const cells: readonly (readonly [text: string, key?: string])[] = [
    [name, name],
    [title, title],
    [sayMoment(dueAt, language, dueDate), dueAt],
    [used ? formatLimit(used, language) : ''],
    [remaining ? beyond(remaining, language) : ''],
    [STATES[language][state], STATES[language][state]],
  ]
  const row = cells.map(([text, key], i) => says(i === 0 ? 'th' : 'td', text, { scope: i === 0 ? 'row' : undefined, 'data-key': key }))
  const picture = timelineSvg(explanation, { language, theme: 'auto', width: 720, isStyled: false })
  return tag(
    'tbody',
    { class: 'case', 'data-rule': rule, 'data-text': `${name} ${title}`.toLowerCase() },
    tag('tr', {}, ...row),
    tag('tr', {}, tag('td', { colspan: cells.length, class: 'picture' }, picture)),
  )
}

/** What was used beyond the limit, in the unit that is left in; a case may be past its due date without any. */
function beyond(remaining: Limit, language: Language): string {
  const [[unit, left] = ['', 0]] = Object.entries(remaining) as [string, number][]
  return formatLimit({ [unit]: Math.max(0, Math.round(-left * 100) / 100) } as Limit, language)
}
