import { explain } from '../case/explain.js'
import type { CaseEvent, CaseFile } from '../case/file.js'
import { say } from '../case/say.js'
import { momentOf } from '../clock/moment.js'
import { fail, type Language, ServiceTimeError } from '../errors.js'
import { ruleOf } from '../policy/policy.js'
import { timeline } from '../render/timeline.js'
import { EXIT, type Io } from './io.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { sayBasis } from './words.js'

/** The options of `deadline` on the command line. */
export interface DeadlineFlags {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly from: string
  readonly format: 'text' | 'json' | 'svg'
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
  const explanation = asked(() => explain(file, { policy, clock, clocks: clocksNamed(policy, clock, flags.clock), now: from.instant }))
  if (explanation.assessment.outcome === 'measured') fail('target-unsupported', { rule: ruleId, kind: rule.versions[0]?.target.kind ?? '' })
  // Nobody has asked about a case, so none is named.
  const unnamed = { ...explanation, assessment: { ...explanation.assessment, id: '' } }
  if (flags.format === 'json') io.out(`${JSON.stringify(explanation, null, 2)}\n`)
  else if (flags.format === 'svg') io.out(`${timeline(unnamed, { language: flags.lang })}\n`)
  else io.out(`${say(unnamed, flags.lang).text}\n\n${sayBasis(policy, flags.hours, flags.lang)}`)
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
