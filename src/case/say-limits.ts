import type { Language } from '../errors.js'
import { formatLimit, type Limit } from '../time/limit.js'
import type { JudgedLimit, LimitKind } from './assessment.js'
import type { Explanation } from './explanation.js'
import { sayMoment } from './moments.js'
import type { Outcome } from './verdict.js'
import { bracketed, byHoursOf, OUTCOMES, titlesOf, type WordsFor } from './words.js'

const LIMITS: WordsFor<LimitKind> = {
  en: { promised: 'Promised limit', statutory: 'Statutory limit', stage: 'Limit of a stage', delivery: 'Limit for delivery' },
  zh: { promised: '承诺时限', statutory: '法定时限', stage: '环节时限', delivery: '送达时限' },
}

/** A line of a label and what it is of. */
export function labelled(label: string, value: string, language: Language): string {
  return language === 'zh' ? `${label}：${value}` : `${label}: ${value}`
}

/** How a limit that does not bind was kept; of the whole case its standing tells, and of one that is open its end. */
const VERDICTS: Readonly<Record<Language, Readonly<Partial<Record<Outcome, string>>>>> = /* @__PURE__ */ (({ en, zh }) => ({
  en: { overdue: en.overdue, early: en.early, 'on-time': en['on-time'], late: en.late },
  zh: { overdue: zh.overdue, early: '提前完成', 'on-time': '按时完成', late: '已逾期' },
}))(OUTCOMES)

/** The limit that binds first, and after it the others with their own ends; one of two that are alike in all is not said twice. */
export function limitsIn(explanation: Explanation, language: Language): readonly string[] {
  const { assessment, grounds } = explanation
  const { binding, limits } = assessment
  const first = limits.find(({ kind }) => kind === binding)
  const others = limits.filter((limit) => limit !== first)
  return [...(first ? [first] : []), ...others].flatMap((limit) => {
    const { kind } = limit
    if (!limit.limit) return []
    const said = isAlike(limit, first) ? formatLimit(limit.limit, language) : limitIn(limit, language)
    const ground = kind === 'statutory' || kind === 'delivery' ? grounds[kind] : undefined
    return [labelled(labelOf(limit, explanation, language), bracketed(said, ground, language), language)]
  })
}

const COMMA: Readonly<Record<Language, string>> = { en: ', ', zh: '，' }

/** A limit with where it ends and how it was kept, without whose it is. */
export function limitIn(limit: JudgedLimit, language: Language): string {
  return [formatLimit(limit.limit, language), ...standingIn(limit, language)].join(COMMA[language])
}

/** Whose limit; that of a stage by its title, and by whose hours it is judged. */
export function labelOf({ kind, stage, clock }: JudgedLimit, { stages, clocks }: Pick<Explanation, 'stages' | 'clocks'>, language: Language): string {
  const label = LIMITS[language][kind]
  if (stage === undefined) return label
  const { en, zh } = titlesOf(stage, stages)
  if (clock === undefined) return bracketed(label, { en, zh }, language)
  const hours = byHoursOf([clock], clocks)
  return bracketed(label, { en: `${en}, ${hours.en}`, zh: `${zh}，${hours.zh}` }, language)
}

function isAlike(limit: JudgedLimit, other: JudgedLimit | undefined): boolean {
  const isSameEnd = limit.dueAt === other?.dueAt && limit.ifResumedNow?.dueAt === other?.ifResumedNow?.dueAt
  return isSameEnd && limit.outcome === other?.outcome
}

function standingIn({ dueAt, dueDate, ifResumedNow, outcome }: JudgedLimit, language: Language): readonly string[] {
  const verdict = VERDICTS[language][outcome]
  const resumed = ifResumedNow && endIn(ifResumedNow, language)
  const ifResumed = resumed && (language === 'zh' ? `若此刻恢复，${resumed}` : `${resumed} if resumed now`)
  return [endIn({ dueAt, dueDate }, language) ?? ifResumed, verdict].filter((part) => part !== undefined)
}

function endIn(
  { dueAt, dueDate }: { readonly dueAt?: string | undefined; readonly dueDate?: string | undefined },
  language: Language,
): string | undefined {
  if (dueAt === undefined) return undefined
  const at = sayMoment(dueAt, language, dueDate)
  return language === 'zh' ? `${at}到期` : `due ${at}`
}

/** What is used; what is left of the limit, or how far it goes beyond. */
export function usedIn(used: Limit, remaining: Limit | undefined, language: Language): string {
  const isChinese = language === 'zh'
  const said = isChinese ? `已用${formatLimit(used, 'zh')}` : `${formatLimit(used, 'en')} used`
  if (!remaining) return said
  const [unit, left] = Object.entries(remaining)[0] as [string, number]
  const amount = formatLimit({ [unit]: Math.abs(left) } as Limit, language)
  const over = isChinese ? `超出${amount}` : `${amount} over`
  const more = isChinese ? `剩余${amount}` : `${amount} left`
  return `${said}${isChinese ? '，' : ', '}${left < 0 ? over : more}`
}
