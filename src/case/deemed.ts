import { dueOf } from '../clock/deadline.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import type { Moment } from '../time/instant.js'
import { amountOf } from '../time/limit.js'
import type { Happening } from './course.js'
import type { EventType } from './file.js'

/** What answers the receipt of papers. */
const ANSWERS: readonly EventType[] = ['accepted', 'rejected', 'correction-requested', 'withdrawn', 'stage-started']

/** When to look whether papers were answered in time. */
export interface Waiting {
  readonly convention: Convention
  readonly until: Moment | undefined
}

/**
 * The receipt of papers that count as accepted at it, because nobody answered them within the limit of the rule.
 *
 * Source: Administrative Licensing Law art. 32(4).
 */
export function deemedReceipt(table: SessionTable, happened: readonly Happening[], version: Version, waiting: Waiting): Happening | undefined {
  if (version.deemedAcceptance === undefined || version.starts !== 'accepted') return undefined
  const receipt = happened.find(({ type }) => type === 'received')
  if (!receipt) return undefined
  const { due } = dueOf(table, receipt.moment, { amount: amountOf(version.deemedAcceptance), convention: waiting.convention })
  const answer = happened.find(({ type }) => ANSWERS.includes(type))?.moment ?? waiting.until
  const isLate = answer === undefined || (answer.isDateOnly ? answer.day > due.day : answer.instant > due.at)
  return isLate ? receipt : undefined
}
