import { type BilingualText, type Policy, ruleOf } from '../policy/policy.js'
import type { Cell } from './cell.js'
import type { Counts, Rate, TimeUsed } from './figures.js'
import { inOrder } from './order.js'
import type { SpeedUp } from './speed-up.js'
import type { SetTarget } from './target.js'

/** What a report may be grouped by. */
export type Grouping = 'rule' | 'department' | 'month'

export const GROUPINGS: readonly Grouping[] = ['rule', 'department', 'month']

/** What is said of a set of cases; every rate has its numerator, its denominator and whom it counts. */
export interface Figures extends Counts {
  /** (early + on time) / completed. */
  readonly onTime: Rate
  /** early / completed. */
  readonly early: Rate
  /** Units are never mixed: an entry each. */
  readonly times: readonly TimeUsed[]
  readonly speedUps: readonly SpeedUp[]
  /** Targets that bind a set of cases, decided for the cases of this set. */
  readonly targets: readonly SetTarget[]
}

/**
 * The cases that share a rule, a department or a month. A case belongs to the month in which it ended, in the zone of its clock; `name` is
 * null for those that have not ended, and for those that nobody judged. It belongs to every department that leads its rule, so that the
 * departments of a policy may add up to more than the total.
 */
export interface Group {
  readonly by: Grouping
  readonly name: string | null
  /** Of a rule or a department. */
  readonly titles?: BilingualText
  readonly figures: Figures
  /** By the next of the groupings that were asked for. */
  readonly groups: readonly Group[]
}

/** The names of the groups that a cell belongs to, in the order of the policy or of the calendar. */
const NAMES: Readonly<Record<Grouping, (cell: Cell, policy: Policy) => readonly (string | null)[]>> = {
  rule: ({ rule }) => [rule],
  department: ({ rule }, policy) => ruleOf(policy, rule).departments.lead,
  month: ({ month }) => [month],
}

const TITLED: Readonly<Record<Grouping, (policy: Policy) => Readonly<Record<string, { readonly titles: BilingualText }>>>> = {
  rule: ({ rules }) => rules,
  department: ({ departments }) => Object.fromEntries(Object.entries(departments).map(([name, titles]) => [name, { titles }])),
  month: () => ({}),
}

/** What groups are made with. */
export interface Grouper {
  readonly policy: Policy
  readonly figuresOf: (cells: readonly Cell[]) => Figures
}

/** Divides cells by the first of some groupings, and each group by the next. */
export function groupsOf(cells: readonly Cell[], [by, ...rest]: readonly Grouping[], grouper: Grouper): readonly Group[] {
  if (by === undefined) return []
  const titled = TITLED[by](grouper.policy)
  const order = Object.keys(titled)
  const place = (name: string | null) => (name === null ? -1 : order.indexOf(name))
  return [...cellsByName(cells, by, grouper.policy)]
    .sort(([a], [b]) => place(a) - place(b) || inOrder(a, b))
    .map(([name, of]) => {
      const titles = name === null ? undefined : titled[name]?.titles
      return { by, name, ...(titles && { titles }), figures: grouper.figuresOf(of), groups: groupsOf(of, rest, grouper) }
    })
}

function cellsByName(cells: readonly Cell[], by: Grouping, policy: Policy): ReadonlyMap<string | null, readonly Cell[]> {
  const byName = new Map<string | null, Cell[]>()
  for (const cell of cells) {
    for (const name of new Set(NAMES[by](cell, policy))) {
      const known = byName.get(name)
      if (known === undefined) byName.set(name, [cell])
      else known.push(cell)
    }
  }
  return byName
}
