import type { Assessment } from '../case/assessment.js'
import { inOrder } from './order.js'

/** A case in a list: enough to find it and to see how it stands. */
export interface ListedCase
  extends Pick<
    Assessment,
    'id' | 'rule' | 'state' | 'outcome' | 'light' | 'limit' | 'startsAt' | 'dueDate' | 'dueAt' | 'ifResumedNow' | 'used' | 'remaining'
  > {}

function listedCase(assessment: Assessment): ListedCase {
  const { id, rule, state, outcome, light, limit, startsAt, dueDate, dueAt, ifResumedNow, used, remaining } = assessment
  const told = { id, rule, state, outcome, light, limit, startsAt, dueDate, dueAt, ifResumedNow, used, remaining }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as ListedCase
}

/** When a case is due; of a paused one, when it would be if it resumed now. */
export function dueOf({ dueAt, ifResumedNow }: Pick<Assessment, 'dueAt' | 'ifResumedNow'>): string {
  return dueAt ?? ifResumedNow?.dueAt ?? ''
}

/** The earliest due cases of a set, at most so many. */
export interface Shortlist {
  readonly add: (assessment: Assessment) => void
  readonly addAll: (cases: readonly ListedCase[]) => void
  readonly cases: () => readonly ListedCase[]
}

/** A shortlist keeps up to twice as many as it is to hold, so that it sorts seldom. */
export function createShortlist(atMost: number): Shortlist {
  let kept: ListedCase[] = []
  let last: string | undefined
  const trim = () => {
    kept = kept.sort(byDue).slice(0, atMost)
    const latest = kept[atMost - 1]
    if (latest) last = dueOf(latest)
  }
  const keep = (listed: ListedCase) => {
    kept.push(listed)
    if (kept.length >= 2 * atMost + 1) trim()
  }
  const isTooLate = (due: string) => last !== undefined && due > last
  return {
    add: (assessment) => {
      if (!isTooLate(dueOf(assessment))) keep(listedCase(assessment))
    },
    addAll: (cases) => {
      for (const listed of cases) if (!isTooLate(dueOf(listed))) keep(listed)
    },
    cases: () => {
      trim()
      return [...kept]
    },
  }
}

/**
 * By the text of the due instant, which all of a report write in one zone; then by all that is told of the case, so that the order
 * depends on the cases alone and merged lists equal the list of the whole.
 */
function byDue(a: ListedCase, b: ListedCase): number {
  return inOrder(dueOf(a), dueOf(b)) || inOrder(a.id, b.id) || inOrder(JSON.stringify(a), JSON.stringify(b))
}
