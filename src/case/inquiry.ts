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
  const { id, edition } = clock.calendar
  const { hours, timeZone } = clock
  const { status } = policy.source
  const { convention } = policy
  const asked = formatMoment(clock.table, now)
  return version
    ? { policy: policy.id, status, version: version.from, calendar: id, edition, hours, timeZone, convention, now: asked, library }
    : { policy: policy.id, status, calendar: id, edition, hours, timeZone, convention, now: asked, library }
}
