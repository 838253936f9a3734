import { assess } from '../case/assess.js'
import type { Assessment, AssessOptions, JudgedLimit } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import type { CaseFile } from '../case/file.js'
import type { Policy } from '../policy/policy.js'
import { assertNeededOptions } from '../time/record.js'
import { failureOf } from './reasons.js'
import type { Found } from './result.js'
import { type Claim, caseIn, refuse, refuseUnjudged } from './words.js'

/** By what a case is judged, besides the policy: as for `assess`. */
export type MeetOptions = Omit<AssessOptions, 'policy'>

/** A case with what it was asked about. */
interface Asked {
  readonly file: CaseFile
  readonly options: AssessOptions
  readonly assessment: Assessment
}

/** Assesses a case; options that nothing would look at are refused. */
export function asked(received: unknown, policy: Policy, options: MeetOptions): Asked {
  assertNeededOptions(options, ['clock', 'clocks', 'now'])
  const all = { ...options, policy }
  // Whatever it is, it is checked there.
  const file = received as CaseFile
  return { file, options: all, assessment: assess(file, all) }
}

const KEEPS: Claim = {
  holds: { en: 'keeps the limits of its policy, and should not', zh: '符合政策的时限，而预期不符合' },
  fails: { en: 'does not keep the limits of its policy', zh: '不符合政策的时限' },
}

/** Whether a case has kept every limit that it is under by now: those of promise and law, of its stages, and that of delivery. */
export function meets(received: unknown, policy: Policy, options: MeetOptions): Found {
  const found = asked(received, policy, options)
  const { limits, binding } = found.assessment
  return binding === undefined ? refuseUnjudged(found.assessment, policy) : foundOf(found, limits, KEEPS)
}

const KEEPS_LAW: Claim = {
  holds: { en: 'keeps its statutory limit, and should not', zh: '符合法定时限，而预期不符合' },
  fails: { en: 'does not keep its statutory limit', zh: '不符合法定时限' },
}

/** Whether a case has kept the limit of the law by now, whatever was promised. */
export function meetsStatutory(received: unknown, policy: Policy, options: MeetOptions): Found {
  const found = asked(received, policy, options)
  const { id, limits, startsAt } = found.assessment
  const law = limits.filter(({ kind }) => kind === 'statutory')
  if (law.length > 0) return foundOf(found, law, KEEPS_LAW)
  return startsAt === undefined ? refuseUnjudged(found.assessment, policy) : refuse('no-statutory-limit', id)
}

/** Of a case that fails, those limits are told that were passed. */
function foundOf({ file, options, assessment }: Asked, limits: readonly JudgedLimit[], claim: Claim): Found {
  const passed = limits.filter(({ outcome }) => outcome === 'late' || outcome === 'overdue')
  const isMet = passed.length === 0
  const told = isMet ? limits : passed
  const subject = caseIn(assessment, options.policy)
  return { isMet, say: failureOf(subject, isMet ? claim.holds : claim.fails, { explained: () => explain(file, options), assessment, limits: told }) }
}
