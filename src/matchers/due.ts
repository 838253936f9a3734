import type { AssessOptions, JudgedLimit } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import { sayMoment } from '../case/moments.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import { formatDay } from '../time/day.js'
import type { InstantInput } from '../time/instant.js'
import { asked } from './meet.js'
import { reasonsOf } from './reasons.js'
import type { Found } from './result.js'
import { type Claim, caseIn, headlineIn, refuse, refuseUnjudged } from './words.js'

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
  const claim = claimOf(formatMoment(table, moment))
  const told = limits.filter(({ kind }: JudgedLimit) => kind === binding)
  return {
    isMet,
    say: (language) =>
      [headlineIn(caseIn(assessment, policy), claim, { isMet, language }), ...reasonsOf(() => explain(file, all), { limits: told, language })].join(
        '\n',
      ),
  }
}

function claimOf(at: string): Claim {
  const [en, zh] = [sayMoment(at, 'en'), sayMoment(at, 'zh')]
  const on = at.length === 10 ? 'on' : 'at'
  return {
    holds: { en: `is due ${on} ${en}`, zh: `于${zh}到期` },
    fails: { en: `is not due ${on} ${en}`, zh: `并非于${zh}到期` },
  }
}
