import type { Assessment } from '../case/assessment.js'
import { plain, REASONS_EXEMPT } from '../case/words.js'
import { fail, type Language, type ServiceTimeError } from '../errors.js'
import { VERDICT_MISSING } from '../messages/case.js'
import { TARGET_UNSUPPORTED } from '../messages/policy.js'
import { type BilingualText, type Policy, ruleOf } from '../policy/policy.js'

/** What is said where a claim holds, and should not, and where it fails. */
export interface Claim {
  readonly holds: BilingualText
  readonly fails: BilingualText
}

/** A case by its id and its matter. */
export function caseIn({ id, rule }: Pick<Assessment, 'id' | 'rule'>, policy: Policy): BilingualText {
  const { en, zh } = ruleOf(policy, rule).titles
  const name = plain(id)
  return { en: `Case ${name} (${en})`, zh: `办件 ${name}（${zh}）` }
}

/** The first line of a failure: what was found where the test hoped for the other. */
export function headlineIn(subject: BilingualText, said: BilingualText, language: Language): string {
  return language === 'zh' ? `${subject.zh}${said.zh}：` : `${subject.en} ${said.en}:`
}

/** What a typed error says, with its code and its path. */
export function refusalIn(name: string, error: ServiceTimeError, language: Language): string {
  const place = error.path === '' ? '' : language === 'zh' ? `，位于 ${error.path}` : ` at ${error.path}`
  const said = `${plain(error.text(language))} [${error.code}${place}]`
  return language === 'zh' ? `${name} 无法判定：${said}` : `${name} cannot judge this: ${said}`
}

/** Why there is no verdict, and what would make one. */
const UNJUDGED = {
  waiting: {
    en: 'the clock has not started; record the event that starts it, or ask later',
    zh: '尚未起算；请记录起算的事件，或在起算之后再问',
  },
  'no-statutory-limit': { en: 'the rule sets no statutory limit; its promise is for toMeet', zh: '该规则没有法定时限；承诺时限请用 toMeet' },
  paused: {
    en: 'while the clock is paused there is no deadline; resume it, or look at ifResumedNow of the assessment',
    zh: '暂停期间没有到期日；请恢复计时，或查看评定结果的 ifResumedNow',
  },
  'none-completed': {
    en: 'no case that has a verdict of its own was completed, so there is no rate; give completed cases',
    zh: '没有已办结且有结论的办件，无从计算比率；请给出已办结的办件',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

/** Throws `verdict-missing`, or `target-unsupported` where the target binds a set, for a case whose limits nobody judges as a whole. */
export function refuseUnjudged({ id, rule, reason, basis }: Assessment, policy: Policy): never {
  const kind = ruleOf(policy, rule).versions.find(({ from }) => from === basis.version)?.target.kind
  if (kind !== undefined && kind !== 'each') fail(TARGET_UNSUPPORTED, { rule, kind }, { caseId: id })
  if (reason === undefined) return refuse('waiting', id)
  const { en, zh } = { en: REASONS_EXEMPT.en[reason], zh: REASONS_EXEMPT.zh[reason] }
  const problem = { en: `${en}; give a case that a version of the rule covers`, zh: `${zh}；请给出规则某一版本所涵盖的办件` }
  return fail(VERDICT_MISSING, { problem }, { caseId: id })
}

/** Throws `verdict-missing`. */
export function refuse(why: keyof typeof UNJUDGED, caseId?: string): never {
  return fail(VERDICT_MISSING, { problem: UNJUDGED[why] }, caseId === undefined ? {} : { caseId })
}
