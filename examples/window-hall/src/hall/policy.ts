import { type BilingualText, type CaseOf, type Clock, cnLicensing, type InstantInput, xiaoshan2019 } from 'service-time'
import { refinePolicy } from 'service-time/policy'

/** What the hall promises: the targets of the district, and for every other licence the periods of the law, which allow an extension. */
export const policy = refinePolicy(xiaoshan2019, {
  id: 'window-hall',
  titles: { zh: '办事大厅时限', en: 'Time limits of the hall' },
  source: xiaoshan2019.source,
  departments: cnLicensing.departments,
  rules: cnLicensing.rules,
})

/** A case of a matter of the hall. */
export type HallCase = CaseOf<typeof policy>

/** What every question to the library is asked with. */
export interface Asked {
  readonly policy: typeof policy
  readonly clock: Clock
  readonly now: string
}

/** Asks at an instant, which is written in the zone of the hall. */
export const askedAt = (clock: Clock, now: InstantInput): Asked => ({ policy, clock, now: clock.add(now, { minutes: 0 }) })

/** The matters of the hall with their titles. */
export const matters: readonly (readonly [rule: string, titles: BilingualText])[] = Object.entries(policy.rules).map(([rule, { titles }]) => [
  rule,
  titles,
])

/** The titles of a matter; a rule that is not there stands for itself. */
export const titlesOf = (rule: string): BilingualText => matters.find(([name]) => name === rule)?.[1] ?? { zh: rule, en: rule }
