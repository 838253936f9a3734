import { say } from '../case/say.js'
import type { Language } from '../errors.js'
import { timeline } from '../render/timeline.js'
import { EXIT, type Io } from './io.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'
import { explainStart } from './start.js'
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
  const asked = { policy, clock, clocks: clocksNamed(policy, clock, flags.clock) }
  const explanation = explainStart(ruleId, flags.from, { ...asked, path: '--from' })
  // Nobody has asked about a case, so none is named.
  const unnamed = { ...explanation, assessment: { ...explanation.assessment, id: '' } }
  if (flags.format === 'json') io.out(`${JSON.stringify(explanation, null, 2)}\n`)
  else if (flags.format === 'svg') io.out(`${timeline(unnamed, { language: flags.lang })}\n`)
  else io.out(`${say(unnamed, flags.lang).text}\n\n${sayBasis(policy, flags.hours, flags.lang)}`)
  return EXIT.ok
}
