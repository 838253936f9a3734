import type { Assessment } from '../case/assessment.js'
import { twoDigits } from '../time/day.js'
import type { Unit } from '../time/limit.js'
import { assertAssessment } from './assert-assessment.js'
import { type Cell, type CellKey, cellOf, type GrowingCell, newCell, timeOf, unitOf } from './cell.js'
import { inOrder } from './order.js'

/** The cells of a version in a unit, by month. */
interface Shelf {
  readonly version: string | null
  readonly unit: Unit | null
  readonly months: Map<number, GrowingCell>
}

/** The number of a month for cases that have none. */
const NO_MONTH = -1

/** Where the cells of a tally are found. */
export interface Table {
  readonly cellFor: (assessment: Assessment) => GrowingCell
  readonly cellOf: (key: CellKey) => GrowingCell
  readonly cells: () => readonly Cell[]
}

/** Cells are found by rule and month; the versions and units of a rule are few, and mostly one. */
export function createTable(): Table {
  const rules = new Map<string, readonly Shelf[]>()
  const shelfOf = (rule: string, version: string | null, unit: Unit | null): Shelf => {
    const shelves = rules.get(rule) ?? []
    for (const shelf of shelves) if (shelf.version === version && shelf.unit === unit) return shelf
    const shelf: Shelf = { version, unit, months: new Map() }
    rules.set(rule, [...shelves, shelf])
    return shelf
  }
  const found = (rule: string, { version, unit, months }: Shelf, month: string | null): GrowingCell => {
    const number = month === null ? NO_MONTH : monthNumber(month)
    const known = months.get(number)
    if (known !== undefined) return known
    const cell = newCell({ rule, version, unit, month: month === null ? null : month.slice(0, 7) })
    months.set(number, cell)
    return cell
  }
  return {
    cellFor: (assessment) => {
      assertAssessment(assessment)
      const { rule, stoppedAt = null, basis } = assessment
      const used = timeOf(assessment)
      return found(rule, shelfOf(rule, basis.version ?? null, used === undefined ? null : unitOf(used)), stoppedAt)
    },
    cellOf: ({ rule, version, unit, month }) => found(rule, shelfOf(rule, version, unit), month),
    cells: () => [...rules.values()].flatMap((shelves) => shelves.flatMap(({ months }) => [...months.values()].map(cellOf))).sort(byKey),
  }
}

/** A month by the six digits that a date or an instant begins with; to make a text of it each time would cost as much as all the rest. */
function monthNumber(text: string): number {
  return (twoDigits(text, 0) * 100 + twoDigits(text, 2)) * 100 + twoDigits(text, 5)
}

function byKey(a: Cell, b: Cell): number {
  return inOrder(a.rule, b.rule) || inOrder(a.version, b.version) || inOrder(a.unit, b.unit) || inOrder(a.month, b.month)
}
