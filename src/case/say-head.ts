import type { Language } from '../errors.js'
import type { Explanation } from './explanation.js'
import { sayDate, sayMoment } from './moments.js'
import { labelled, limitsIn, usedIn } from './say-limits.js'
import { bracketed, OUTCOMES, REASONS_EXEMPT, STATES, type WordsFor } from './words.js'

type Label = 'case' | 'matter' | 'policy' | 'document' | 'start' | 'due' | 'standing' | 'projection' | 'now'

const LABELS: WordsFor<Label> = {
  en: {
    case: 'Case',
    matter: 'Matter',
    policy: 'Policy',
    document: 'Source',
    start: 'Counted from',
    due: 'Due',
    standing: 'Status',
    projection: 'Projected',
    now: 'As of',
  },
  zh: {
    case: '办件编号',
    matter: '办理事项',
    policy: '所依政策',
    document: '文件出处',
    start: '起算时间',
    due: '到期时间',
    standing: '办理情况',
    projection: '推算说明',
    now: '截至时间',
  },
}

const STATUSES: WordsFor<Explanation['matter']['source']['status']> = {
  en: { draft: 'draft for comment', 'in-force': '', repealed: 'repealed' },
  zh: { draft: '征求意见稿', 'in-force': '', repealed: '已废止' },
}

const SAID: Readonly<Record<Label, (explanation: Explanation, language: Language) => string | undefined>> = {
  case: ({ assessment }) => assessment.id,
  matter: ({ matter }, language) => matter.rule[language],
  policy: policyIn,
  document: documentIn,
  start: ({ assessment: { startsAt } }, language) => startsAt && sayMoment(startsAt, language),
  due: dueIn,
  projection: projectionIn,
  standing: standingIn,
  now: ({ assessment }, language) => sayMoment(assessment.basis.now, language),
}

/** What a case is about and how it stands, a line each. */
export function headOf(explanation: Explanation, language: Language): readonly string[] {
  return [
    ...linesOf(['case', 'matter', 'policy', 'document', 'start'], explanation, language),
    ...limitsIn(explanation, language),
    ...linesOf(['due', 'projection', 'standing', 'now'], explanation, language),
  ]
}

/** How a case stands, without its limits and where they end. */
export function standingLines(explanation: Explanation, language: Language): readonly string[] {
  return linesOf(['start', 'projection', 'standing', 'now'], explanation, language)
}

function linesOf(labels: readonly Label[], explanation: Explanation, language: Language): readonly string[] {
  return labels.flatMap((label) => {
    const value = SAID[label](explanation, language)
    return value ? [labelled(LABELS[language][label], value, language)] : []
  })
}

/** The policy, and since when the version holds that the case is under. */
function policyIn({ assessment: { basis }, matter }: Explanation, language: Language): string {
  const { version } = basis
  const since = version && (language === 'zh' ? `${sayDate(version, 'zh')}起适用` : `in force from ${version}`)
  return bracketed(matter.policy[language], since ? { en: since, zh: since } : undefined, language)
}

function documentIn({ matter: { policy, source } }: Explanation, language: Language): string {
  const title = source.titles[language]
  const parts = [title === policy[language] ? '' : title, source.issuer[language], sayDate(source.date, language), STATUSES[language][source.status]]
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ')
}

export function dueIn({ assessment: { dueAt, dueDate, ifResumedNow } }: Explanation, language: Language): string | undefined {
  if (dueAt !== undefined) return sayMoment(dueAt, language, dueDate)
  if (!ifResumedNow) return undefined
  const at = sayMoment(ifResumedNow.dueAt, language, ifResumedNow.dueDate)
  return language === 'zh' ? `暂停期间不确定；若此刻恢复，为${at}` : `not known while paused; ${at} if resumed now`
}

/** That notices are awaited, and what they can make of the due date. */
function projectionIn({ assessment }: Explanation, language: Language): string | undefined {
  const { awaits = [], earliest, latest, certainty } = assessment
  if (awaits.length === 0 || earliest === undefined || latest === undefined) return undefined
  const [from, to] = [sayDate(earliest, language), sayDate(latest, language)]
  if (language === 'zh') {
    const bounds = earliest === latest ? '' : `，最早${from}，最迟${to}`
    return `尚待放假通知公布（${awaits.join('、')}），到期日为依法推算${bounds}${certainty === 'published' ? '；办理结果不受影响' : ''}`
  }
  const bounds = earliest === latest ? '' : `: ${from} at the earliest, ${to} at the latest`
  const sure = certainty === 'published' ? '; the outcome is certain' : ''
  return `the due date follows from the law until the holiday notice is published (${awaits.join(', ')})${bounds}${sure}`
}

/** The state or the outcome, with what has been used of the limit and what is left. */
export function standingIn({ assessment, matter }: Explanation, language: Language): string {
  const { state, outcome, stoppedAt, reason, used, remaining } = assessment
  const isChinese = language === 'zh'
  const comma = isChinese ? '，' : ', '
  if (reason && reason !== 'closed-in-time') {
    const spans = matter.versions.map((version) => spanIn(version, language)).join(comma)
    return `${REASONS_EXEMPT[language][reason]}${isChinese ? `；施行期间：${spans}` : `; in force: ${spans}`}`
  }
  const stands = stoppedAt ? stopIn(assessment, language) : STATES[language][state]
  const judged = outcome === 'open' || outcome === 'exempt' ? '' : outcomeIn(assessment, language)
  const told = reason && !stoppedAt ? [REASONS_EXEMPT[language][reason]] : [stands, judged]
  return [...told, ...(used ? [usedIn(used, remaining, language)] : [])].filter(Boolean).join(comma)
}

/** A case that was closed too late was not decided late. */
function outcomeIn({ state, outcome }: Explanation['assessment'], language: Language): string {
  return language === 'zh' && state === 'closed' ? '已逾期' : OUTCOMES[language][outcome]
}

/** When a case was stopped, by a decision or without one. */
function stopIn({ state, stoppedAt = '', reason }: Explanation['assessment'], language: Language): string {
  const at = sayMoment(stoppedAt, language)
  const how = reason ? REASONS_EXEMPT[language][reason] : state === 'closed' ? STOPS[language].closed : STOPS[language].completed
  return language === 'zh' ? `${at} ${how}` : `${how}, ${at}`
}

const STOPS: WordsFor<'closed' | 'completed'> = {
  en: { closed: 'closed', completed: 'completed' },
  zh: { closed: '终止', completed: '办结' },
}

function spanIn({ from, to }: Explanation['matter']['versions'][number], language: Language): string {
  const [first, last] = [sayDate(from, language), to && sayDate(to, language)]
  if (language === 'en') return last ? `${first} to ${last}` : `from ${first}`
  return last ? `${first}至${last}` : `${first}起`
}
