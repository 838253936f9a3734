import type { AnyIfNone, CauseNames, DeclaredCauses, NoneIfAny, RuleNames, StageNames } from './names.js'
import type { Policy, Refinement } from './policy.js'
import { readPolicy } from './read.js'

/**
 * Checks a policy written in code, and keeps the names of its rules, stages and pause causes as literal types: from here to the
 * verdict, a misspelt name is a compile error.
 *
 * Edges: nobody can change the policy, which is a copy; one that declares no causes takes any text for one; what JSON brings at run
 * time is for `readPolicy`.
 * Throws: what `readPolicy` throws.
 *
 * @example
 * const words = { zh: '甲', en: 'A' }
 * const policy = definePolicy({
 *   id: 'county', titles: words, source: { titles: words, issuer: words, date: '2019-01-01', status: 'in-force' },
 *   calendar: 'cn', hours: 'hall-9-to-5', timeZone: 'Asia/Shanghai', convention: 'cn-civil-code', departments: { office: words },
 *   rules: { permit: { code: 'P1', titles: words, departments: { lead: ['office'], responsible: [] }, versions: [{
 *     from: '2019-01-01', target: { kind: 'each', limit: { workingDays: 4 } }, measure: 'span', starts: 'accepted', stops: 'completed',
 *     causes: { hearing: { titles: { zh: '听证', en: 'Hearing' } } }, citations: [{ part: 'body', section: '1', quote: '甲' }],
 *   }] } },
 * })
 * assess({ id: 'A', rule: 'permit', events: [
 *   { type: 'accepted', at: '2019-07-01' }, { type: 'paused', at: '2019-07-02', cause: 'hearing' },
 * ] }, { policy, clock, now: '2019-07-03T09:00' }).state //=> 'paused'
 */
export function definePolicy<const T extends Policy>(policy: T): Policy<RuleNames<T>, StageNames<T>, CauseNames<T>> {
  return readPolicy(policy) as Policy<RuleNames<T>, StageNames<T>, CauseNames<T>>
}

/**
 * Puts a policy that says only what it changes over the one that it extends, rule by rule and within a version field by field: a
 * district's over a city's, a promise over a law.
 *
 * Edges: a version refines the one that is in force on its first day, and ends it the day before if that began earlier. A limit, a
 * text or a list replaces the former whole; departments, stages, causes and caps are put together by name. Nothing can be taken away.
 * Nobody can change the result, and base and changes stay as they are.
 * Throws: what `readPolicy` throws.
 *
 * @example
 * const { titles, source } = xiaoshan2019
 * const target = { kind: 'each', limit: { workingDays: 3 } }
 * const hurried = refinePolicy(xiaoshan2019, { id: 'hurried', titles, source, rules: { 'water-hookup': { versions: [{ from: '2020-01-01', target }] } } })
 * hurried.rules['water-hookup'].versions.map(({ from, to }) => [from, to]) //=> [['2019-07-01', '2019-12-31'], ['2020-01-01', undefined]]
 */
export function refinePolicy<const T extends Refinement, R extends string, S extends string, C extends string>(
  base: Policy<R, S, C>,
  changes: T,
): Policy<R | RuleNames<T>, S | StageNames<T>, AnyIfNone<NoneIfAny<C> | DeclaredCauses<T>>> {
  return readPolicy({ extends: base?.id, ...changes }, { bases: [base] })
}
