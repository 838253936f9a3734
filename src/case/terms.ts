import type { Counting } from '../clock/count.js'
import { isChecked } from '../policy/checked.js'
import { type Policy, ruleOf, type Version } from '../policy/policy.js'
import { type Convention, conventionOf } from '../time/convention.js'
import { type Day, parseDay } from '../time/day.js'
import { type Amount, amountOf, type Limit } from '../time/limit.js'
import type { LimitKind } from './assessment.js'

/** One limit of a version in numbers, and the words by which a case is measured under it. */
export interface LimitTerms {
  readonly kind: LimitKind
  /** The stage whose limit it is. */
  readonly stage: string | undefined
  /** The clock of the stage, where it has one of its own. */
  readonly clock: string | undefined
  readonly version: Version
  readonly counting: Counting
}

/** What a version says, worked out once for all cases. */
export interface Terms {
  readonly version: Version
  /** Its place among the versions of the policy that were asked about, from 1 on. */
  readonly place: number
  /** The first day on which a clock may start under it, and the last. */
  readonly from: Day
  readonly to: Day | undefined
  /** The limit of the target; of a cut, the amount of the cut, which tells the unit. */
  readonly promised: LimitTerms
  readonly statutory: LimitTerms | undefined
  /** Whether the statutory limit starts and runs where the promised one does: a start moves for what counts work. */
  readonly isLawAlike: boolean
  readonly stages: readonly LimitTerms[]
  readonly delivery: LimitTerms | undefined
  readonly deemedAcceptance: Counting | undefined
}

/** What the rules of a policy say, worked out rule by rule as they are asked about. */
export interface PolicyTerms {
  readonly convention: Convention
  /** Whether they hold for as long as the policy is there. */
  readonly areKept: boolean
  /** Throws `rule-unknown`. */
  readonly of: (rule: string) => readonly Terms[]
}

const kept = new WeakMap<Policy, PolicyTerms>()

/** The terms of a policy. Of one that was checked, which nobody can change, they are kept; any other is read anew each time. */
export function policyTerms(policy: Policy): PolicyTerms {
  const found = kept.get(policy)
  if (found !== undefined) return found
  const convention = conventionOf(policy.convention)
  const rules = new Map<string, readonly Terms[]>()
  let places = 0
  const of = (rule: string) => {
    const known = rules.get(rule)
    if (known !== undefined) return known
    const terms = ruleOf(policy, rule).versions.map((version) => termsOf(version, ++places, convention))
    rules.set(rule, terms)
    return terms
  }
  const terms = { convention, areKept: isChecked(policy), of }
  if (terms.areKept) kept.set(policy, terms)
  return terms
}

/** What a version may leave out: one that says it has the same shape as one that does not, and an engine reads fields of few shapes sooner. */
const UNSAID = {
  to: undefined,
  targetDate: undefined,
  statutory: undefined,
  delivery: undefined,
  warning: undefined,
  correction: undefined,
  extension: undefined,
  deemedAcceptance: undefined,
  stages: undefined,
  causes: undefined,
  grounds: undefined,
  caps: undefined,
  conflicts: undefined,
} satisfies { readonly [K in keyof Version]?: undefined }

function termsOf(told: Version, place: number, convention: Convention): Terms {
  const version: Version = { ...UNSAID, ...told }
  const { target, statutory, deemedAcceptance } = version
  const counting = (limit: Limit): Counting => ({ amount: amountOf(limit), convention, reading: undefined })
  const promised = counting(target.kind === 'reduction' ? target.by : target.limit)
  // Made by one literal, for the same reason.
  const terms = (kind: LimitKind, limit: Counting, by: Version, stage?: string, clock?: string): LimitTerms => {
    return { kind, stage, clock, version: by, counting: limit }
  }
  return {
    version,
    place,
    from: parseDay(version.from),
    to: version.to === undefined ? undefined : parseDay(version.to),
    promised: terms('promised', promised, version),
    statutory: statutory && terms('statutory', counting(statutory), withoutForeign(version, amountOf(statutory))),
    isLawAlike: statutory !== undefined && amountOf(statutory).facts.countsWork === promised.amount.facts.countsWork,
    stages: Object.entries(version.stages ?? {}).flatMap(([stage, { limit, clock } = {}]) =>
      limit ? [terms('stage', counting(limit), ofStage(version, stage), stage, clock)] : [],
    ),
    delivery: version.delivery && terms('delivery', counting(version.delivery), ofDelivery(version)),
    deemedAcceptance: deemedAcceptance && counting(deemedAcceptance),
  }
}

/** A warning is told in the unit of the target; a limit of another unit has the usual one. */
function withoutForeign(version: Version, { unit }: Amount): Version {
  const { warning } = version
  const isOwn = warning && ('share' in warning || amountOf(warning).unit === unit)
  return isOwn ? version : { ...version, warning: undefined }
}

/** A stage is measured as a case of its own: from its first start to its last end, while it is open, on its own clock. */
function ofStage(version: Version, stage: string): Version {
  const own = version.stages?.[stage]
  const stages = { [stage]: own && { ...own, clock: undefined } }
  return { ...version, measure: 'union', stages, correction: undefined, warning: undefined }
}

/** The decision starts the clock of its delivery, which nothing stops but the handing over. */
function ofDelivery(version: Version): Version {
  return { ...version, measure: 'span', starts: 'accepted', stops: 'completed', correction: undefined, warning: undefined }
}
