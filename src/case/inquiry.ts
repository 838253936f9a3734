import { version as library } from '../../package.json'
import { assertClock } from '../clock/assert-clock.js'
import type { Clock } from '../clock/clock.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import { fail, quote } from '../errors.js'
import { NOT_CLOCKS } from '../messages/values.js'
import { assertPolicy } from '../policy/assert-policy.js'
import type { Policy } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import { frozen, frozenCopy } from '../time/frozen.js'
import { parseInstant } from '../time/instant.js'
import type { AssessOptions, Basis } from './assessment.js'
import { type Clocks, clocksOf } from './clocks.js'
import type { Asked } from './judge.js'
import { type PolicyTerms, policyTerms, type Terms } from './terms.js'

/** Everything that stays the same while cases are assessed. */
export interface Inquiry extends Asked {
  readonly policy: Policy
  readonly convention: Convention
  readonly terms: PolicyTerms
  /** What answers rest on, by the place of the version in force; at 0 where there is none. */
  readonly bases: (Basis | undefined)[]
}

/** What all cases are asked by; its faults are those of the options, and of no case. */
export function inquiryOf(options: AssessOptions): Inquiry {
  // Most cases are asked about by the options of the one before.
  const kept = latest.get(options?.policy)
  // A policy for which something is kept has no clocks of stages, and asks nothing of those that are given, but that they are clocks by name.
  if (kept === undefined || kept.clock !== options.clock || kept.asked !== options.now) return inquiryBy(options)
  const { clocks = NO_CLOCKS } = options
  return isClocks(clocks) ? kept.inquiry : inquiryBy(options)
}

function inquiryBy(options: AssessOptions): Inquiry {
  assertOptions(options)
  const { policy, clock, clocks = NO_CLOCKS, now } = options
  const terms = policyTerms(policy)
  const { table } = clock
  const moment = momentOf(table, parseInstant(now, table.zone, 'now'))
  const own = clocksOf(policy, clock, clocks)
  const inquiry = { clock, table, clocks: own, policy, convention: terms.convention, terms, now: moment, bases: [] }
  // A `Date` may come to be another instant, a record of clocks to hold others, and a policy that was never checked to say something else.
  if (typeof now !== 'object' && policy.clocks === undefined && terms.areKept) latest.set(policy, { clock, asked: now, inquiry })
  return inquiry
}

/** The policy and the clock of some options, once they are known to be such. */
export function given<R extends string, S extends string, C extends string>(
  options: Omit<AssessOptions<R, S, C>, 'now'>,
): Required<Omit<AssessOptions<R, S, C>, 'now'>> {
  assertOptions(options)
  const { policy, clock, clocks = NO_CLOCKS } = options
  return { policy, clock, clocks }
}

function assertOptions<R extends string, S extends string, C extends string>(options: Omit<AssessOptions<R, S, C>, 'now'>): void {
  const { policy, clock, clocks = NO_CLOCKS } = options ?? {}
  assertPolicy(policy)
  assertClock(clock, 'clock')
  if (!isClocks(clocks)) fail(NOT_CLOCKS, { found: quote(clocks) }, { path: 'clocks' })
}

function isClocks(clocks: unknown): boolean {
  return typeof clocks === 'object' && clocks !== null
}

const NO_CLOCKS: Clocks = {}

const latest = new WeakMap<Policy, { readonly clock: Clock; readonly asked: unknown; readonly inquiry: Inquiry }>()

/** What an answer rests on. */
export function basisOf(inquiry: Inquiry, inForce: Terms | undefined): Basis {
  const place = inForce?.place ?? 0
  return inquiry.bases[place] ?? keepBasis(inquiry, inForce)
}

function keepBasis(inquiry: Inquiry, inForce: Terms | undefined): Basis {
  const { policy, clock, table, clocks, now } = inquiry
  const basis = frozen({
    policy: policy.id,
    status: policy.source.status,
    ...(inForce && { version: inForce.version.from }),
    calendar: clock.calendar.id,
    edition: clock.calendar.edition,
    hours: clock.hours,
    timeZone: clock.timeZone,
    ...(policy.clocks && { clocks: basesOf(clocks) }),
    convention: frozenCopy(policy.convention),
    now: formatMoment(table, now),
    library,
  })
  inquiry.bases[inForce?.place ?? 0] = basis
  return basis
}

function basesOf(clocks: Clocks): NonNullable<Basis['clocks']> {
  return Object.fromEntries(
    Object.entries(clocks).map(([name, { calendar, hours }]) => [name, { calendar: calendar.id, edition: calendar.edition, hours }]),
  )
}
