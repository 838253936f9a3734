import { fail, show } from '../errors.js'
import { UNKNOWN_CONVENTION, UNKNOWN_CONVENTION_KEY, unknownChoice } from '../messages/choices.js'
import { CONVENTION_MISSING } from '../messages/time.js'

/**
 * How a period is counted where the law leaves more than one reading; named data, never a habit of the code.
 *
 * Shape: `startDay`, is the start date counted (day, month and year units); `intake`, does a start outside opening
 * hours move to the next opening (working units); `due`, does the last day end at its last closing or at 24:00;
 * `roll`, where a calendar-day, month or year limit goes that ends on a day off; `monthEnd`, what stands in for a date
 * that the month does not have; `pausedDay`, which working days a pause takes out: those after the day it begins, up to
 * the day it ends (`after-pause-day`), every day it touches (`any-part`), or those whose whole open time it takes (`whole-day`).
 * Only the first can be had for calendar days, months and years.
 */
export interface Convention {
  readonly startDay: 'excluded' | 'included'
  readonly intake: 'next-opening' | 'as-recorded'
  readonly due: 'closing' | 'end-of-day'
  readonly roll: Roll
  readonly monthEnd: 'clamp'
  readonly pausedDay: 'after-pause-day' | 'any-part' | 'whole-day'
}

/** Where a date on a day off goes; `nearest` goes forward from the middle. */
export type Roll = 'following' | 'preceding' | 'modified-following' | 'modified-preceding' | 'nearest' | 'none'

const civilCode: Convention = /* @__PURE__ */ Object.freeze({
  startDay: 'excluded',
  intake: 'next-opening',
  due: 'closing',
  roll: 'following',
  monthEnd: 'clamp',
  pausedDay: 'after-pause-day',
} as const)

/**
 * The conventions that have a name.
 *
 * Source: `cn-civil-code` is Civil Code art. 201-203 (before 2021-01-01 General Provisions art. 201-204, before
 * 2017-10-01 General Principles art. 154 with opinion 198 of the Supreme Court; the rules are the same). `cn-hall` is
 * what most hall systems do: the same, but the last day ends at 24:00.
 *
 * @example
 * conventions['cn-civil-code'].startDay //=> 'excluded'
 * conventions['cn-hall'].due //=> 'end-of-day'
 */
export const conventions = /* @__PURE__ */ Object.freeze({
  'cn-civil-code': civilCode,
  'cn-hall': /* @__PURE__ */ Object.freeze({ ...civilCode, due: 'end-of-day' } as const),
}) satisfies Readonly<Record<string, Convention>>

/** The name of a built-in convention. */
export type ConventionName = keyof typeof conventions

const CHOICES: { readonly [K in keyof Convention]: readonly Convention[K][] } = {
  startDay: ['excluded', 'included'],
  intake: ['next-opening', 'as-recorded'],
  due: ['closing', 'end-of-day'],
  roll: ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest', 'none'],
  monthEnd: ['clamp'],
  pausedDay: ['after-pause-day', 'any-part', 'whole-day'],
}

/**
 * The convention of a name, or the given one once each of its answers is known.
 *
 * Throws: `choice-unknown`; `convention-missing` when there is none.
 */
export function conventionOf(given: ConventionName | Convention | undefined): Convention {
  if (given === undefined) return fail(CONVENTION_MISSING, {})
  if (typeof given === 'string' && Object.hasOwn(conventions, given)) return conventions[given]
  if (typeof given === 'string' || given === null)
    return fail(UNKNOWN_CONVENTION, { found: show(given), allowed: Object.keys(conventions) }, { path: 'convention' })
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(CHOICES, key)) fail(UNKNOWN_CONVENTION_KEY, { found: show(key), allowed: Object.keys(CHOICES) }, { path: 'convention' })
  }
  for (const key of Object.keys(CHOICES) as (keyof Convention)[]) {
    const allowed: readonly string[] = CHOICES[key]
    if (!allowed.includes(given[key])) fail(unknownChoice(key), { found: show(given[key]), allowed }, { path: `convention.${key}` })
  }
  return given
}

/** The same name, or a copy that nobody can change. Throws as `conventionOf`. */
export function conventionFrom(given: ConventionName | Convention): ConventionName | Convention {
  const known = conventionOf(given)
  return typeof given === 'string' ? given : Object.freeze({ ...known })
}

/** The choices of a convention by key, for schemas. */
export { CHOICES as CONVENTION_CHOICES }
