import type { Grounds } from '../calendar/forecast.js'
import type { Language } from '../errors.js'
import type { BilingualText } from '../policy/policy.js'
import type { Finding, IgnoredExtension } from './assessment.js'
import type { Explanation } from './explanation.js'
import type { ExemptReason, Light, Outcome, State } from './verdict.js'

/** A word of each language for every name of a closed list. */
export type WordsFor<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** A line without characters that could break it or steer a terminal; ids, causes and reasons are of unknown origin. */
export function plain(line: string): string {
  return line.replace(/\p{Cc}/gu, '\uFFFD')
}

/** What is said, with the legal ground for it in brackets where that is known. */
export function bracketed(said: string, ground: BilingualText | undefined, language: Language): string {
  if (!ground) return said
  return language === 'zh' ? `${said}（${ground.zh}）` : `${said} (${ground.en})`
}

/** The titles of a stage or a clock; its name where it has none. */
export function titlesOf(name: string, titles: Readonly<Record<string, BilingualText | undefined>>): BilingualText {
  return (Object.hasOwn(titles, name) ? titles[name] : undefined) ?? { en: name, zh: name }
}

/** By whose hours something is: those of clocks that the policy names. */
export function byHoursOf(clocks: readonly string[], titles: Explanation['clocks']): BilingualText {
  const named = clocks.map((clock) => titlesOf(clock, titles))
  return { en: `by the hours of: ${named.map(({ en }) => en).join(', ')}`, zh: `按${named.map(({ zh }) => zh).join('、')}时间` }
}

/** What a start rests on that moved to an opening: practice, or the hours of the stage that waited for them. */
export function intakeGround({ turns, clocks, grounds }: Pick<Explanation, 'turns' | 'clocks' | 'grounds'>): BilingualText | undefined {
  const moved = turns.find((turn) => turn.kind === 'start-moved')
  return moved?.clock === undefined ? grounds.intake : byHoursOf([moved.clock], clocks)
}

/** The cause of a pause by its titles, with its legal ground; one that no version declares, as it was recorded. */
export function causeIn(cause: string, { causes }: Pick<Explanation, 'causes'>, language: Language): string {
  const declared = Object.hasOwn(causes, cause) ? causes[cause] : undefined
  if (!declared) return cause
  const said = [declared.titles[language], ...(declared.ground ? [declared.ground[language]] : [])]
  return said.join(language === 'zh' ? '，' : ', ')
}

/** Outcomes in words. */
export const OUTCOMES: WordsFor<Outcome> = {
  en: { open: 'open', overdue: 'overdue', early: 'early', 'on-time': 'on time', late: 'late', exempt: 'exempt', measured: 'measured' },
  zh: { open: '在办', overdue: '逾期未办结', early: '提前办结', 'on-time': '按时办结', late: '超期办结', exempt: '不适用', measured: '仅计时' },
}

/** States in words. */
export const STATES: WordsFor<State> = {
  en: { waiting: 'waiting', running: 'running', paused: 'paused', completed: 'completed', closed: 'closed' },
  zh: { waiting: '未起算', running: '计时中', paused: '暂停', completed: '已办结', closed: '已终止' },
}

/** Lights in words. */
export const LIGHTS: WordsFor<Light> = {
  en: { green: 'green', yellow: 'yellow', red: 'red', none: '-' },
  zh: { green: '绿灯', yellow: '黄灯', red: '红灯', none: '-' },
}

/** Why a case is exempt, in words. */
export const REASONS_EXEMPT: WordsFor<ExemptReason> = {
  en: {
    'before-publication': 'the policy was not known then',
    'before-first-version': 'started before the rule was in force',
    'after-last-version': 'started after the rule had ceased to be in force',
    'between-versions': 'started when no version of the rule was in force',
    'closed-in-time': 'closed in time without a decision',
  },
  zh: {
    'before-publication': '当时政策尚未公布',
    'before-first-version': '起算时规则尚未施行',
    'after-last-version': '起算时规则已失效',
    'between-versions': '起算时没有施行中的规则',
    'closed-in-time': '在时限内终止，未作决定',
  },
}

/** What a deadline is called that rests on days that no notice has settled, with its bounds. */
export const sayGrounds: Readonly<Record<Language, (grounds: Partial<Grounds>) => string>> = {
  en: ({ earliest, latest, awaits = [] }) =>
    `projected${earliest === latest ? '' : `, ${earliest} at the earliest, ${latest} at the latest`}; awaits ${awaits.join(', ')}`,
  zh: ({ earliest, latest, awaits = [] }) => `推算${earliest === latest ? '' : `，最早 ${earliest}，最迟 ${latest}`}；待 ${awaits.join('、')}`,
}

const IGNORED: WordsFor<IgnoredExtension> = {
  en: {
    'too-late': 'the limit had expired',
    'too-often': 'more often than the rule allows',
    'too-long': 'longer than the rule allows',
    'reason-missing': 'no reason given',
  },
  zh: { 'too-late': '时限已届满', 'too-often': '超出规定次数', 'too-long': '超出规定时长', 'reason-missing': '未说明理由' },
}

type SayFinding = { readonly [C in Finding['code']]: (finding: Extract<Finding, { code: C }>) => Readonly<Record<Language, string>> }

const FINDINGS: SayFinding = {
  'event-after-now': ({ index }) => ({ en: `event ${index + 1} after now`, zh: `第 ${index + 1} 个事件晚于当前时刻` }),
  'stage-missing': ({ stage }) => ({ en: `no stage ${stage}`, zh: `缺环节 ${stage}` }),
  'paused-at-completion': () => ({ en: 'completed while paused', zh: '暂停中办结' }),
  'deemed-accepted': () => ({ en: 'deemed accepted at receipt', zh: '逾期未告知，自收到材料之日起视为受理' }),
  'restart-ignored': ({ index }) => ({
    en: `correction (event ${index + 1}) asked for too late`,
    zh: `第 ${index + 1} 个事件：补正要求提出过迟`,
  }),
  'correction-ignored': ({ index }) => ({
    en: `correction (event ${index + 1}) asked for when the papers counted as accepted`,
    zh: `第 ${index + 1} 个事件：补正要求提出时已视为受理`,
  }),
  'extension-ignored': ({ index, why }) => ({
    en: `extension (event ${index + 1}) not granted: ${IGNORED.en[why]}`,
    zh: `第 ${index + 1} 个事件：延期不予计入（${IGNORED.zh[why]}）`,
  }),
}

/** A finding in words. */
export function sayFinding<F extends Finding>(finding: F): Readonly<Record<Language, string>> {
  // Each code has the words for findings of its own.
  return (FINDINGS[finding.code] as (finding: Finding) => Readonly<Record<Language, string>>)(finding)
}
