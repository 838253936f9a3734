import { version as library } from '../../package.json'
import { formatMoment, momentOf } from '../clock/moment.js'
import { fail, quote } from '../errors.js'
import type { Policy, Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import { parseInstant } from '../time/instant.js'
import type { AssessOptions, Basis } from './assessment.js'
import type { Asked } from './judge.js'
import { type PolicyTerms, policyTerms } from './terms.js'

/** Everything that stays the same while cases are assessed. */
export interface Inquiry extends Asked {
  readonly policy: Policy
  readonly convention: Convention
  readonly terms: PolicyTerms
}

/** What all cases are asked by; its faults are those of the options, and of no case. */
export function inquiryOf(options: AssessOptions): Inquiry {
  const { policy, clock, now } = options ?? {}
  if (typeof policy?.rules !== 'object') fail('value-invalid', { found: quote(policy), expected: 'policy' }, { path: 'policy' })
  if (typeof clock?.deadline !== 'function') fail('value-invalid', { found: quote(clock), expected: 'clock' }, { path: 'clock' })
  const moment = momentOf(clock.table, parseInstant(now, clock.table.zone, 'now'))
  const terms = policyTerms(policy)
  return { clock, policy, convention: terms.convention, terms, now: moment }
}

/** What an answer rests on. */
export function basisOf({ policy, clock, now }: Inquiry, version: Version | undefined): Basis {
  const basis = { policy: policy.id, status: policy.source.status }
  const rest = {
    calendar: clock.calendar.id,
    edition: clock.calendar.edition,
    hours: clock.hours,
    timeZone: clock.timeZone,
    convention: policy.convention,
    now: formatMoment(clock.table, now),
    library,
  }
  return version ? { ...basis, version: version.from, ...rest } : { ...basis, ...rest }
}
