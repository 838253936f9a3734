import { type Explanation, explain } from '../case/explain.js'
import type { CaseEvent, CaseFile } from '../case/file.js'
import { REASONS_EXEMPT, sayGrounds } from '../case/words.js'
import { momentOf } from '../clock/moment.js'
import { fail, type Language, ServiceTimeError } from '../errors.js'
import { type Policy, ruleOf } from '../policy/policy.js'
import { formatLimit } from '../time/limit.js'
import { EXIT, type Io } from './io.js'
import { clockNamed, policyNamed } from './policies.js'
import { dueOf } from './table.js'
import { sayBasis } from './words.js'

/** The options of `deadline` on the command line. */
export interface DeadlineFlags {
  readonly policy: string
  readonly hours?: string
  readonly from: string
  readonly format: 'text' | 'json'
  readonly lang: Language
}

/** Says when a case that starts at `--from` would be due, and which days count. */
export async function deadlineCommand(ruleId: string, flags: DeadlineFlags, io: Io): Promise<number> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const rule = ruleOf(policy, ruleId)
  const from = momentOf(clock.table, flags.from, '--from')
  const starts = rule.versions[0]?.starts ?? 'accepted'
  const file: CaseFile = { id: ruleId, rule: ruleId, events: [{ type: starts, at: flags.from } satisfies CaseEvent] }
  const explanation = asked(() => explain(file, { policy, clock, now: from.instant }))
  if (explanation.assessment.outcome === 'measured') fail('target-unsupported', { rule: ruleId, kind: rule.versions[0]?.target.kind ?? '' })
  if (flags.format === 'json') io.out(`${JSON.stringify(explanation, null, 2)}\n`)
  else io.out(say(explanation, policy, flags.lang) + sayBasis(policy, flags.hours, flags.lang))
  return EXIT.ok
}

/** The case was made up for the question, so a fault of its event is one of `--from`. */
function asked<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    const known = error as ServiceTimeError
    throw new ServiceTimeError(known.code, known.facts, { path: known.path.startsWith('events') ? '--from' : known.path })
  }
}

const LABELS: Readonly<Record<Language, Readonly<Record<'from' | 'due', string>>>> = {
  en: { from: 'from', due: 'due ' },
  zh: { from: '起算', due: '到期' },
}

function say({ assessment, days }: Explanation, policy: Policy, language: Language): string {
  const rule = ruleOf(policy, assessment.rule)
  const labels = LABELS[language]
  const title = rule.titles[language]
  if (assessment.reason) {
    const spans = rule.versions.map(({ from, to = '' }) => `${from} – ${to}`.trimEnd()).join(', ')
    const said = REASONS_EXEMPT[language][assessment.reason]
    return language === 'zh' ? `${title}\n${said}；施行期间：${spans}\n` : `${title}\n${said}; in force: ${spans}\n`
  }
  const limit = assessment.limit ? formatLimit(assessment.limit, language) : ''
  const starts = (assessment.startsAt ?? '').slice(0, 16).replace('T', ' ')
  const head = [
    `${title}${language === 'zh' ? '：' : ': '}${limit}`,
    `${labels.from}  ${starts}`,
    `${labels.due}  ${dueOf(assessment)}${assessment.awaits ? `  (${sayGrounds[language](assessment)})` : ''}`,
  ]
  return `${[...head, '', ...days.map(({ text }) => text[language]), ''].join('\n')}\n`
}
