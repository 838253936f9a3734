import type { AssessOptions } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import type { Explanation } from '../case/explanation.js'
import type { CaseEvent, CaseFile } from '../case/file.js'
import { momentOf } from '../clock/moment.js'
import { fail, ServiceTimeError } from '../errors.js'
import { TARGET_UNSUPPORTED } from '../messages/policy.js'
import { ruleOf } from '../policy/policy.js'
import type { InstantInput } from '../time/instant.js'

/** By what a start is asked about, and what it is called where it is wrong. */
export interface StartOptions extends Omit<AssessOptions, 'now'> {
  readonly path: string
}

/**
 * Explains a case of a rule that starts at a moment, and of which no more is known.
 *
 * Throws: `rule-unknown`; `target-unsupported` for a rule that sets no limit to a single case; what is wrong with the start.
 */
export function explainStart(ruleId: string, from: InstantInput, { path, ...options }: StartOptions): Explanation {
  const rule = ruleOf(options.policy, ruleId)
  const { instant } = momentOf(options.clock.table, from, path)
  const file: CaseFile = { id: ruleId, rule: ruleId, events: [{ type: rule.versions[0]?.starts ?? 'accepted', at: from } satisfies CaseEvent] }
  const explanation = asked(path, () => explain(file, { ...options, now: instant }))
  if (explanation.assessment.outcome === 'measured') fail(TARGET_UNSUPPORTED, { rule: ruleId, kind: rule.versions[0]?.target.kind ?? '' })
  return explanation
}

/** The case was made up for the question, so a fault of its event is one of the start. */
function asked<T>(path: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    const known = error as ServiceTimeError
    throw known.with({ path: known.path.startsWith('events') ? path : known.path, caseId: undefined })
  }
}
