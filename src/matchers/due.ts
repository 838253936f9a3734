import type { AssessOptions } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import { sayMoment } from '../case/moments.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import { formatDay } from '../time/day.js'
import type { InstantInput } from '../time/instant.js'
import { asked } from './meet.js'
import { failureOf } from './reasons.js'
import type { Found } from './result.js'
import { type Claim, caseIn, refuse, refuseUnjudged } from './words.js'

/** By what a case is judged whose deadline is looked at: as for `assess`. */
export type DueOptions = AssessOptions

/** Whether a case is due at an instant, or on a date where no time is given. */
export function isDueAt(received: unknown, expected: InstantInput, options: DueOptions): Found {
  const { policy, ...rest } = options ?? {}
  const { file, options: all, assessment } = asked(received, policy as DueOptions['policy'], rest as Omit<DueOptions, 'policy'>)
  const { table } = all.clock
  const moment = momentOf(table, expected, 'expected')
  const { id, dueAt, dueDate, binding, limits } = assessment
  if (binding === undefined) return refuseUnjudged(assessment, policy)
  if (dueAt === undefined) return refuse('paused', id)
  const isMet = moment.isDateOnly ? formatDay(moment.day) === dueDate : moment.instant === momentOf(table, dueAt).instant
  const told = limits.filter(({ kind }) => kind === binding)
  const { holds, fails } = claimOf(formatMoment(table, moment), moment.isDateOnly ? dueDate : dueAt)
  const asks = { explained: () => explain(file, all), assessment, limits: told }
  return { isMet, say: failureOf(caseIn(assessment, policy), isMet ? holds : fails, asks) }
}

function claimOf(expected: string, found: string | undefined = expected): Claim {
  const [en, zh] = [sayMoment(expected, 'en'), sayMoment(expected, 'zh')]
  const on = expected.length === 10 ? 'on' : 'at'
  return {
    holds: { en: `is due ${on} ${en}, and should not be`, zh: `于${zh}到期，而预期并非如此` },
    fails: { en: `is due ${on} ${sayMoment(found, 'en')}, and not ${on} ${en}`, zh: `于${sayMoment(found, 'zh')}到期，而非${zh}` },
  }
}
