import source from '../../seeds/codes/units.json' with { type: 'json' }
import { fail } from '../errors.js'
import { UNKNOWN_UNIT_CODE, UNKNOWN_UNIT_WITH_A_CODE } from '../messages/choices.js'
import { UNIT_AMBIGUOUS } from '../messages/time.js'
import { amountOf, type Limit, limitOf, type Unit } from '../time/limit.js'
import { type Code, codesOf, type Entry, entryOf, type Sets } from './entry.js'

/**
 * A set of codes for the units of limits: that of electronic supervision (`gd`: G, Z), of the upload of service ratings (`rating`:
 * 0 to 3), and of one hall system (`engine-c`: ND, WD, NH, WH). No standard fixes one.
 */
export type UnitCodes = 'gd' | 'rating' | 'engine-c'

interface UnitEntry extends Entry {
  /** The units that the code may mean: more than one where it does not say. */
  readonly units: readonly Unit[]
}

/** As for events, a test checks what the compiler cannot. */
const unitSets = source.sets as Sets<UnitCodes, UnitEntry>

/** A limit as a hall system stores it: an amount, and the code of its unit. */
export interface CodedLimit {
  readonly code: Code
  readonly amount: number
}

/**
 * The limit of an amount and the code of its unit.
 *
 * Edges: hours of calendar days (`NH`) run around the clock, hours of working days (`WH`) in opening hours.
 * Throws: `choice-unknown` for an unknown set or code; `unit-ambiguous` for the `0` of `rating`, 天, which does not say which kind of
 * day it is; `amount-invalid`.
 *
 * @example
 * limitFromCode('gd', 'G', 4) //=> { workingDays: 4 }
 * limitFromCode('engine-c', 'NH', 24) //=> { hours: 24 }
 */
export function limitFromCode(set: UnitCodes, code: Code, amount: number): Limit {
  const { units, titles } = entryOf(codesOf(unitSets, set), code, { unknown: UNKNOWN_UNIT_CODE })
  const limits = units.map((unit) => limitOf(unit, amountOf({ [unit]: amount }, 'unsigned', 'amount').amount))
  if (limits.length === 1) return limits[0] as Limit
  const choices = units.map((unit) => `{ ${unit}: ${amount} }`)
  return fail(UNIT_AMBIGUOUS, { found: `${code} ${titles.zh}`, choices: { en: choices, zh: choices } }, { path: 'code' })
}

/**
 * The amount of a limit and the code of its unit.
 *
 * Throws: `choice-unknown` for a unit without a code, with those that have one; as `parseLimit` for what is no limit.
 *
 * @example
 * codeOfLimit('gd', { workingDays: 4 }) //=> { code: 'G', amount: 4 }
 */
export function codeOfLimit(set: UnitCodes, limit: Limit): CodedLimit {
  const plain = codesOf(unitSets, set).filter(({ units }) => units.length === 1)
  const { unit, amount } = amountOf(limit)
  const entry = plain.find(({ units }) => units[0] === unit)
  if (!entry) return fail(UNKNOWN_UNIT_WITH_A_CODE, { found: unit, allowed: plain.flatMap(({ units }) => units) }, { path: 'limit' })
  return { code: entry.code, amount }
}
