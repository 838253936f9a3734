import type { Language } from '../errors.js'
import { formatLimit } from '../time/limit.js'
import type { JudgedLimit, LimitKind } from './assessment.js'
import type { Explanation } from './explanation.js'
import { sayMoment } from './moments.js'
import { bracketed, titlesOf, type WordsFor } from './words.js'

const LIMITS: WordsFor<LimitKind> = {
  en: { promised: 'Promised limit', statutory: 'Statutory limit', stage: 'Limit of a stage', delivery: 'Limit for delivery' },
  zh: { promised: '承诺时限', statutory: '法定时限', stage: '环节时限', delivery: '送达时限' },
}

/** A line of a label and what it is of. */
export function labelled(label: string, value: string, language: Language): string {
  return language === 'zh' ? `${label}：${value}` : `${label}: ${value}`
}

/** The limit that binds first, and after it the others with their own ends; one of two that are alike in all is not said twice. */
export function limitsIn({ assessment, grounds, stages }: Explanation, language: Language): readonly string[] {
  const { binding, limits } = assessment
  const first = limits.find(({ kind }) => kind === binding)
  const others = limits.filter((limit) => limit !== first)
  return [...(first ? [first] : []), ...others].flatMap((limit) => {
    const { kind, stage } = limit
    if (!limit.limit) return []
    const label = stage === undefined ? LIMITS[language][kind] : bracketed(LIMITS[language][kind], titlesOf(stage, stages), language)
    const end = limit === first || isSameEnd(limit, first) ? undefined : endIn(limit, language)
    const said = [formatLimit(limit.limit, language), ...(end ? [end] : [])].join(language === 'zh' ? '，' : ', ')
    const ground = kind === 'statutory' || kind === 'delivery' ? grounds[kind] : undefined
    return [labelled(label, bracketed(said, ground, language), language)]
  })
}

function isSameEnd(limit: JudgedLimit, other: JudgedLimit | undefined): boolean {
  return limit.dueAt === other?.dueAt
}

function endIn({ dueAt, dueDate }: Pick<JudgedLimit, 'dueAt' | 'dueDate'>, language: Language): string | undefined {
  if (dueAt === undefined) return undefined
  const at = sayMoment(dueAt, language, dueDate)
  return language === 'zh' ? `${at}到期` : `due ${at}`
}
