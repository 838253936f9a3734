import { version as library } from '../../package.json'
import type { Clock } from '../clock/clock.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import { fail, quote } from '../errors.js'
import type { Policy, Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import { parseInstant } from '../time/instant.js'
import type { AssessOptions, Basis } from './assessment.js'
import { type Clocks, clocksOf } from './clocks.js'
import type { Asked } from './judge.js'
import { type PolicyTerms, policyTerms } from './terms.js'

/** Everything that stays the same while cases are assessed. */
export interface Inquiry extends Asked {
  readonly policy: Policy
  readonly convention: Convention
  readonly terms: PolicyTerms
  /** What answers rest on, by the version in force. */
  readonly bases: Map<Version | undefined, Basis>
}

/** What all cases are asked by; its faults are those of the options, and of no case. */
export function inquiryOf(options: AssessOptions): Inquiry {
  const { policy, clock, clocks, now } = options ?? {}
  if (typeof policy?.rules !== 'object') fail('value-invalid', { found: quote(policy), expected: 'policy' }, { path: 'policy' })
  if (typeof clock?.deadline !== 'function') fail('value-invalid', { found: quote(clock), expected: 'clock' }, { path: 'clock' })
  const terms = policyTerms(policy)
  // Most cases are asked about by the options of the one before.
  const kept = latest.get(terms)
  if (kept !== undefined && kept.clock === clock && kept.clocks === clocks && kept.asked === now) return kept.inquiry
  const moment = momentOf(clock.table, parseInstant(now, clock.table.zone, 'now'))
  const inquiry = { clock, clocks: clocksOf(policy, clock, clocks), policy, convention: terms.convention, terms, now: moment, bases: new Map() }
  // A `Date` may come to be another instant and stay the same object.
  if (typeof now !== 'object') latest.set(terms, { clock, clocks, asked: now, inquiry })
  return inquiry
}

const latest = new WeakMap<
  PolicyTerms,
  { readonly clock: Clock; readonly clocks: Clocks | undefined; readonly asked: unknown; readonly inquiry: Inquiry }
>()

/** What an answer rests on. */
export function basisOf(inquiry: Inquiry, version: Version | undefined): Basis {
  const known = inquiry.bases.get(version)
  if (known !== undefined) return known
  const { policy, clock, clocks, now } = inquiry
  const basis = Object.freeze({
    policy: policy.id,
    status: policy.source.status,
    ...(version && { version: version.from }),
    calendar: clock.calendar.id,
    edition: clock.calendar.edition,
    hours: clock.hours,
    timeZone: clock.timeZone,
    ...(policy.clocks && { clocks: basesOf(policy.clocks, clocks) }),
    convention: policy.convention,
    now: formatMoment(clock.table, now),
    library,
  })
  inquiry.bases.set(version, basis)
  return basis
}

function basesOf(named: NonNullable<Policy['clocks']>, clocks: Clocks): NonNullable<Basis['clocks']> {
  const basisFor = ({ calendar, hours }: Clock) => ({ calendar: calendar.id, edition: calendar.edition, hours })
  return Object.fromEntries(Object.keys(named).map((name) => [name, basisFor(clocks[name] as Clock)]))
}
