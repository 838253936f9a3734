import type { z } from 'zod'
import { fail, show } from '../errors.js'
import { INDICATOR_UNKNOWN, RULE_UNKNOWN } from '../messages/policy.js'
import { type Day, parseDay } from '../time/day.js'
import type { Limit } from '../time/limit.js'
import { assertPolicy } from './assert-policy.js'
import type { policySchema, refinementSchema } from './schema.js'

type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

type PolicyFields = Frozen<z.infer<typeof policySchema>>
type RuleFields = PolicyFields['rules'][string]
type VersionFields = RuleFields['versions'][number]

/** A text in Chinese and English. */
export type BilingualText = PolicyFields['titles']

/** What a version asks for: of `each` case, of the `average` of a set, or as a `reduction` against a baseline. */
export type Target = VersionFields['target']

/** Where the sources disagree or say too little, and the reading that the policy takes. */
export type Conflict = NonNullable<VersionFields['conflicts']>[number]

/** How the time of a case is measured: as one `span`, as the `sum` of its stages, or as their `union`. */
export type Measure = VersionFields['measure']

/** A stage of a rule, by its name in the version. */
export interface Stage {
  readonly titles: BilingualText
  /** How long the stage itself may take. */
  readonly limit?: Limit | undefined
  /** The clock that the stage runs on, by its name in the policy, where that is not the clock of the policy. */
  readonly clock?: string | undefined
}

/** A cause for which the clock may pause, by its name in the version. */
export interface Cause {
  readonly titles: BilingualText
  /** The legal ground on which the time is not counted. */
  readonly ground?: BilingualText | undefined
}

/** What a rule says from a date on, and where that is written. */
export interface Version<S extends string = string, C extends string = string> extends Omit<VersionFields, 'stages' | 'causes'> {
  readonly stages?: { readonly [K in S]?: Stage } | undefined
  /** Where none are declared, any text is a cause. */
  readonly causes?: { readonly [K in C]?: Cause } | undefined
}

/** A rule: who answers for it, and its dated versions. */
export interface Rule<S extends string = string, C extends string = string> extends Omit<RuleFields, 'versions'> {
  readonly versions: readonly Version<S, C>[]
}

/**
 * Typed, cited, dated rules as data. `R`, `S` and `C` are the names of its rules, stages and pause causes as literal types, so
 * that a misspelt name is a compile error; `C` is `string` where the policy declares no causes.
 */
export interface Policy<R extends string = string, S extends string = string, C extends string = string> extends Omit<PolicyFields, 'rules'> {
  readonly rules: Readonly<Record<R, Rule<S, C>>>
}

/** A figure or a milestone of a policy that binds no single case: what is asked for, by when, and where that is written. */
export type Indicator = NonNullable<PolicyFields['indicators']>[string]

/** What an indicator asks for. Shares are parts of 1, so that 90 % is 0.9. */
export type IndicatorTarget = Indicator['target']

/** What a policy says that extends another: its own id, titles and source, and what it changes. */
export type Refinement = Frozen<Omit<z.infer<typeof refinementSchema>, 'extends'>> & { readonly extends?: string }

/** Nearest names are offered up to this many. */
const SUGGESTIONS = 3

/**
 * The rule of a name.
 *
 * Throws: `rule-unknown` with the nearest names, or with all where none is near.
 */
export function ruleOf(policy: Policy, id: unknown): Rule {
  assertPolicy(policy)
  if (typeof id === 'string' && Object.hasOwn(policy.rules, id)) return policy.rules[id] as Rule
  return fail(RULE_UNKNOWN, { found: show(id), nearest: nearestTo(policy.rules, show(id)) }, { path: 'rule' })
}

/**
 * The indicator of a name.
 *
 * Throws: `indicator-unknown` with the nearest names, or with all where none is near.
 */
export function indicatorOf(policy: Policy, id: unknown): Indicator {
  assertPolicy(policy)
  const indicators = policy.indicators ?? {}
  if (typeof id === 'string' && Object.hasOwn(indicators, id)) return indicators[id] as Indicator
  return fail(INDICATOR_UNKNOWN, { found: show(id), nearest: nearestTo(indicators, show(id)) }, { path: 'indicator' })
}

/** Names that hold what was found or differ from it in less than half; a title leads to the name. */
function nearestTo(named: Readonly<Record<string, { readonly titles: BilingualText }>>, found: string): readonly string[] {
  const near = Object.entries(named)
    .map(([name, { titles }]) => {
      const texts = [name, titles.zh, titles.en]
      return { name, isHolding: texts.some((text) => holds(text, found)), away: Math.min(...texts.map((text) => distance(found, text))) }
    })
    .filter(({ isHolding, away }) => isHolding || away * 2 < found.length)
    .sort((a, b) => a.away - b.away)
  return near.length > 0 ? near.slice(0, SUGGESTIONS).map(({ name }) => name) : Object.keys(named)
}

/** Whether a text holds another that is more than a letter or two of it. */
function holds(text: string, part: string): boolean {
  return part.length * 4 > text.length && text.toLowerCase().includes(part.toLowerCase())
}

/** How many characters must be put in, taken out or replaced to make one text of the other (Levenshtein's distance). */
function distance(a: string, b: string): number {
  // From the characters of `a` so far to each beginning of `b`.
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] as number) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** Whether a version is in force on a day; both ends are included. */
export function isInForce(version: Version, day: Day): boolean {
  return day >= parseDay(version.from) && (version.to === undefined || day <= parseDay(version.to))
}
