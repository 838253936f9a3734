import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { fail, show } from '../errors.js'
import { type Day, parseDay } from '../time/day.js'
import type { policySchema } from './schema.js'

type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

type PolicyFields = Frozen<z.infer<typeof policySchema>>
type RuleFields = PolicyFields['rules'][string]
type VersionFields = RuleFields['versions'][number]

/** A text in Chinese and English. */
export type BilingualText = PolicyFields['titles']

/** What a version asks for: of `each` case, of the `average` of a set, or as a `reduction` against a baseline. */
export type Target = VersionFields['target']

/** How the time of a case is measured: as one `span`, as the `sum` of its stages, or as their `union`. */
export type Measure = VersionFields['measure']

/** A stage of a rule, by its name in the version. */
export interface Stage {
  readonly titles: BilingualText
}

/** What a rule says from a date on, and where that is written. */
export interface Version<S extends string = string> extends Omit<VersionFields, 'stages'> {
  readonly stages?: { readonly [K in S]?: Stage } | undefined
}

/** A rule: who answers for it, and its dated versions. */
export interface Rule<S extends string = string> extends Omit<RuleFields, 'versions'> {
  readonly versions: readonly Version<S>[]
}

/**
 * Typed, cited, dated rules as data. `R` and `S` are the names of its rules and stages as literal types, so that a
 * misspelt name is a compile error.
 */
export interface Policy<R extends string = string, S extends string = string> extends Omit<PolicyFields, 'rules'> {
  readonly rules: Readonly<Record<R, Rule<S>>>
}

/** Nearest names are offered up to this many. */
const SUGGESTIONS = 3

/**
 * The rule of a name.
 *
 * Throws: `rule-unknown` with the nearest names.
 */
export function ruleOf(policy: Policy, id: unknown): Rule {
  if (typeof id === 'string' && Object.hasOwn(policy.rules, id)) return policy.rules[id] as Rule
  const found = show(id)
  const nearest = Object.keys(policy.rules)
    .map((name) => ({ name, away: distance(found, name) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name)
  return fail('rule-unknown', { found, nearest }, { path: 'rule' })
}

/** Whether a version is in force on a day; both ends are included. */
export function isInForce(version: Version, day: Day): boolean {
  return day >= parseDay(version.from) && (version.to === undefined || day <= parseDay(version.to))
}
