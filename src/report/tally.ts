import type { Assessment } from '../case/assessment.js'
import { fail, quote } from '../errors.js'
import { NOT_COUNT, NOT_TALLY } from '../messages/values.js'
import { assertOptions, isRecord } from '../time/record.js'
import { createBases, type TallyBasis } from './bases.js'
import { addCase, addCell, type Cell } from './cell.js'
import { createShortlist, type ListedCase } from './listed.js'
import { inOrder } from './order.js'
import { createTable } from './table.js'

/**
 * What is to be known of many cases, as plain JSON: it may be sent from a thread or a machine to another and merged there, and its
 * size does not grow with the number of cases.
 */
export interface Tally {
  /** Cases that are alike for every report, in the order of their keys. */
  readonly cells: readonly Cell[]
  /** What could not be read or assessed, by the code of the error. */
  readonly rejected: Readonly<Record<string, number>>
  /** What the assessments rest on: one entry, unless parts were assessed by different policies, calendars, hours or libraries. */
  readonly bases: readonly TallyBasis[]
  /** The first and the last instant by which cases were assessed; null while there are none. */
  readonly asOf: { readonly first: string; readonly last: string } | null
  /** The most that each list holds. */
  readonly atMost: number
  /** The open cases that are longest overdue. */
  readonly overdue: readonly ListedCase[]
  /** The open cases with a yellow light that are due first. */
  readonly dueSoon: readonly ListedCase[]
}

/** A tally that is still growing. */
export interface RunningTally {
  /** Counts one more case. */
  readonly add: (assessment: Assessment) => void
  /** Counts something that could not be read or assessed, by the code of its error. */
  readonly reject: (code: string) => void
  /** Counts all that another tally has counted. */
  readonly addTally: (tally: Tally) => void
  /** What was counted so far. */
  readonly total: () => Tally
}

/** What a tally is made with. */
export interface TallyOptions {
  /** The most cases that each of the lists of overdue and of soon due cases holds; the counts are whole all the same. Without it, 100. */
  readonly atMost?: number
}

/**
 * Starts to count cases, each of which may then be forgotten.
 *
 * Units: adding a case costs some tens of nanoseconds; nothing is sorted or put into words before `total`.
 * Edges: what is counted does not depend on the order of the cases.
 * Throws: `value-invalid` for a number that is none, and for what is no assessment; `choice-unknown` for an option that is not known.
 *
 * @example
 * const running = createTally()
 * const events = [{ type: 'accepted', at: '2019-07-01' }, { type: 'completed', at: '2019-07-04' }]
 * running.add(assess({ id: 'A-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00' }))
 * running.reject('json-invalid')
 * running.total().cells[0].completed //=> { cases: 1, sum: 3, max: 3, counts: [[3, 1]] }
 */
export function createTally(options: TallyOptions = {}): RunningTally {
  assertOptions(options, ['atMost'])
  const { atMost = 100 } = options
  if (!Number.isSafeInteger(atMost) || atMost < 0) fail(NOT_COUNT, { found: quote(atMost) }, { path: 'atMost' })
  const table = createTable()
  const rejected = new Map<string, number>()
  const bases = createBases()
  const overdue = createShortlist(atMost)
  const dueSoon = createShortlist(atMost)
  return {
    add: (assessment) => {
      const cell = table.cellFor(assessment)
      addCase(cell, assessment)
      const { basis, outcome } = assessment
      // Assessments of one run share the objects that tell their basis, so that few are ever looked into.
      if (cell.basis !== basis) {
        cell.basis = basis
        bases.add(basis)
      }
      if (outcome === 'overdue') overdue.add(assessment)
      else if (assessment.light === 'yellow') dueSoon.add(assessment)
    },
    reject: (code) => increase(rejected, code, 1),
    addTally: (tally) => {
      assertTally(tally)
      for (const cell of tally.cells) addCell(table.cellOf(cell), cell)
      for (const [code, n] of Object.entries(tally.rejected)) increase(rejected, code, n)
      bases.addAll(tally)
      overdue.addAll(tally.overdue)
      dueSoon.addAll(tally.dueSoon)
    },
    total: () => ({
      cells: table.cells(),
      rejected: Object.fromEntries([...rejected].sort(([a], [b]) => inOrder(a, b))),
      ...bases.told(),
      atMost,
      overdue: overdue.cases(),
      dueSoon: dueSoon.cases(),
    }),
  }
}

/**
 * One tally of two, so that parts can be counted apart: by threads, by machines, by months.
 *
 * Edges: associative and commutative; equal to the tally of all the cases together. Of two lengths of lists the shorter holds.
 * Throws: `value-invalid` for what is no tally.
 *
 * @example
 * mergeTallies(createTally().total(), createTally({ atMost: 20 }).total()).atMost //=> 20
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const merged = createTally({ atMost: Math.min(sizeOf(a), sizeOf(b)) })
  merged.addTally(a)
  merged.addTally(b)
  return merged.total()
}

/** The most cases that each of the lists of a tally holds. */
function sizeOf(tally: Tally): number {
  assertTally(tally)
  return tally.atMost
}

/** Throws `value-invalid` unless it is a tally at first sight. */
export function assertTally(tally: Tally): void {
  const { cells, bases, overdue, dueSoon, rejected, atMost } = tally ?? {}
  const isTally = [cells, bases, overdue, dueSoon].every(Array.isArray) && cells.every(isRecord) && isRecord(rejected) && Number.isSafeInteger(atMost)
  if (!isTally) fail(NOT_TALLY, { found: quote(tally) })
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
