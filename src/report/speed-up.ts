import { fail, quote } from '../errors.js'
import { NOT_POLICY_OF_CASES } from '../messages/values.js'
import { type Policy, ruleOf, type Version } from '../policy/policy.js'
import { amountOf, kindOf, type Unit } from '../time/limit.js'
import type { Cell } from './cell.js'
import { type Rate, rate } from './figures.js'
import { fromGrains } from './spread.js'

/** A share of the time that the law allows, with how many cases it is of. */
export interface Saving extends Rate {
  readonly cases: number
}

/**
 * What completed cases were spared of the time that the law allows, in one unit: by the promise, (statutory - promised) / statutory, and in
 * fact, (statutory - used) / statutory. Numerators and denominators are summed over the cases. One of the two is null where no case has
 * both amounts in this unit: a promise in working days beside a law in months, or months against the calendar days used of them.
 */
export interface SpeedUp {
  readonly unit: Unit
  readonly promised: Saving | null
  readonly actual: Saving | null
}

interface Sums {
  readonly cases: number
  readonly allowed: number
  readonly taken: number
}

/** The speed-ups of some cells, each unit of the law's limits by itself. */
export function speedUpsOf(cells: readonly Cell[], policy: Policy): readonly SpeedUp[] {
  const under = cells.flatMap((cell) => {
    const law = cell.underLaw.cases === 0 ? undefined : versionOf(cell, policy).statutory
    return law === undefined ? [] : [{ cell, law: amountOf(law) }]
  })
  const units = [...new Set(under.map(({ law }) => law.unit))].sort()
  return units.map((unit) => {
    const of = under.filter(({ law }) => law.unit === unit)
    const promised = of.flatMap(({ cell, law }) => promisedSums(cell, law.amount, unit, policy))
    const actual = kindOf(unit).toldIn === 'own-unit' || unit === 'calendarDays' ? of.map(({ cell, law }) => actualSums(cell, law.amount, unit)) : []
    return { unit, promised: saving(promised), actual: saving(actual) }
  })
}

function promisedSums(cell: Cell, allowed: number, unit: Unit, policy: Policy): readonly Sums[] {
  const { target } = versionOf(cell, policy)
  const promise = target.kind === 'reduction' ? undefined : amountOf(target.limit)
  const { cases } = cell.underLaw
  return promise?.unit === unit ? [{ cases, allowed: cases * allowed, taken: cases * promise.amount }] : []
}

function actualSums({ underLaw: { cases, used } }: Cell, allowed: number, unit: Unit): Sums {
  return { cases, allowed: cases * allowed, taken: fromGrains(used, unit) }
}

function saving(sums: readonly Sums[]): Saving | null {
  if (sums.length === 0) return null
  const sum = (of: (sums: Sums) => number) => sums.reduce((total, each) => total + of(each), 0)
  const allowed = sum(({ allowed }) => allowed)
  const taken = sum(({ taken }) => taken)
  return { ...rate(allowed - taken, allowed, 'completed-under-law'), cases: sum(({ cases }) => cases) }
}

/** The version that the cases of a cell fall under; a policy without it is not the one they were assessed by. */
export function versionOf({ rule, version }: Pick<Cell, 'rule' | 'version'>, policy: Policy): Version {
  const found = ruleOf(policy, rule).versions.find(({ from }) => from === version)
  return found ?? fail(NOT_POLICY_OF_CASES, { found: quote(policy.id) }, { path: 'policy' })
}
