import type { Language } from '../errors.js'
import { formatLimit, type Limit } from '../time/limit.js'

/** What each finding knows. */
interface FindingFacts {
  'promised-longer-than-statutory': { promised: Limit; statutory: Limit }
  'stage-exceeds-whole': { stage: string; limit: Limit; whole: Limit }
  'units-differ': { one: Limit; other: Limit }
  'limit-never-binds': { limit: Limit; why: 'statutory-first' | 'stages-first' | 'starts-at-receipt' | 'stops-at-delivery' | 'adds-nothing' }
  'limit-never-kept': { limit: Limit }
  'versions-overlap': { from: string; other: string }
  'versions-gap': { from: string; to: string }
  'target-date-without-version': { targetDate: string }
  'clock-unused': { clock: string }
  'clock-idle': { stage: string; clock: string }
  'citation-missing': { why: 'no-place' } | { why: 'inherited'; base: string }
}

/** The name of a finding. */
export type FindingName = keyof FindingFacts

type Words = Readonly<Record<Language, string>>

const NEVER_BINDS: Readonly<Record<FindingFacts['limit-never-binds']['why'], Words>> = {
  'statutory-first': { en: 'the law ends first', zh: '法定时限总是先届满' },
  'stages-first': { en: 'the limits of its stages together are shorter', zh: '各环节时限之和更短' },
  'starts-at-receipt': { en: 'the clock starts at the receipt, so nothing is left to be deemed', zh: '收件即起算，无须视为受理' },
  'stops-at-delivery': { en: 'the clock of the case itself runs to the delivery', zh: '办件本身计时至送达为止' },
  'adds-nothing': { en: 'it adds nothing', zh: '未延长任何时间' },
}

/** What each finding says. */
const SAY: { readonly [N in FindingName]: (facts: FindingFacts[N]) => Words } = {
  'promised-longer-than-statutory': ({ promised, statutory }) => ({
    en: `The promise, ${formatLimit(promised, 'en')}, is longer than the law allows, ${formatLimit(statutory, 'en')}.`,
    zh: `承诺时限 ${formatLimit(promised, 'zh')} 长于法定时限 ${formatLimit(statutory, 'zh')}。`,
  }),
  'stage-exceeds-whole': ({ stage, limit, whole }) => ({
    en: `${stage === '' ? 'The stages together' : `The stage "${stage}"`} may take ${formatLimit(limit, 'en')}, longer than the whole, ${formatLimit(whole, 'en')}.`,
    zh: `${stage === '' ? '各环节合计' : `环节“${stage}”`}时限 ${formatLimit(limit, 'zh')} 长于整体时限 ${formatLimit(whole, 'zh')}。`,
  }),
  'units-differ': ({ one, other }) => ({
    en: `${formatLimit(one, 'en')} and ${formatLimit(other, 'en')} are of different units, and were not compared.`,
    zh: `${formatLimit(one, 'zh')} 与 ${formatLimit(other, 'zh')} 单位不同，未作比较。`,
  }),
  'limit-never-binds': ({ limit, why }) => ({
    en: `The limit of ${formatLimit(limit, 'en')} can never bind: ${NEVER_BINDS[why].en}.`,
    zh: `时限 ${formatLimit(limit, 'zh')} 永远不起作用：${NEVER_BINDS[why].zh}。`,
  }),
  'limit-never-kept': ({ limit }) => ({
    en: `The limit of ${formatLimit(limit, 'en')} is used up at its start; for work done at once write 0 working days.`,
    zh: `时限 ${formatLimit(limit, 'zh')} 一起算即届满；即办请写 0 个工作日。`,
  }),
  'versions-overlap': ({ from, other }) => ({
    en: `The version from ${from} begins before that from ${other} has ended.`,
    zh: `自 ${from} 起的版本开始时，自 ${other} 起的版本尚未结束。`,
  }),
  'versions-gap': ({ from, to }) => ({
    en: `No version is in force from ${from} to ${to}.`,
    zh: `${from} 至 ${to} 没有有效的版本。`,
  }),
  'target-date-without-version': ({ targetDate }) => ({
    en: `The target date is ${targetDate}, but no version that names it is in force the day after.`,
    zh: `目标日期为 ${targetDate}，而次日并无写明该日期的版本生效。`,
  }),
  'clock-unused': ({ clock }) => ({ en: `No stage runs on the clock "${clock}".`, zh: `没有环节按时钟“${clock}”计时。` }),
  'clock-idle': ({ stage, clock }) => ({
    en: `Nothing looks at the clock "${clock}" of the stage "${stage}": it has no limit of its own, and only a sum adds up the times of clocks.`,
    zh: `环节“${stage}”的时钟“${clock}”不起作用：该环节没有自己的时限，而只有合计（sum）才按各时钟累计。`,
  }),
  'citation-missing': (facts) =>
    facts.why === 'no-place'
      ? { en: 'No citation names a section, an article or a row of the annex.', zh: '没有引文写明章节、条款或附件行号。' }
      : {
          en: `The target is new here, but its citations are those of "${facts.base}".`,
          zh: `目标由本政策写明，而引文出自“${facts.base}”。`,
        },
}

/** What lint can find, by name. */
export const FINDINGS = Object.keys(SAY) as readonly FindingName[]

/** A finding at a path of a version, such as `.target`, or of the policy. */
export interface Found {
  readonly code: FindingName
  readonly path: string
  readonly text: Words
}

export function found<N extends FindingName>(code: N, path: string, facts: FindingFacts[N]): Found {
  return { code, path, text: SAY[code](facts) }
}
