import { dueOf } from '../clock/deadline.js'
import type { Due } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Moment } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import type { Terms } from './terms.js'

/** What answers the receipt of papers. */
const ANSWERS: readonly EventType[] = ['accepted', 'rejected', 'correction-requested', 'withdrawn', 'stage-started']

/** Papers that were received, and by when they must be answered. */
interface Receipt {
  readonly received: Happening
  readonly answered: Moment | undefined
  readonly due: Due
}

function receiptOf(table: SessionTable, happened: readonly Happening[], { version, deemedAcceptance }: Terms): Receipt | undefined {
  if (deemedAcceptance === undefined || version.starts !== 'accepted') return undefined
  const received = happened.find(({ type }) => type === 'received')
  if (!received) return undefined
  const answered = happened.find(({ type }) => ANSWERS.includes(type))
  return { received, answered, due: dueOf(table, received, deemedAcceptance).due }
}

/**
 * The receipt of papers that count as accepted at it, because nobody answered them within the limit of the rule; looked at from
 * now, or from when all is told.
 *
 * Source: Administrative Licensing Law art. 32(4).
 */
export function deemedReceipt(table: SessionTable, happened: readonly Happening[], terms: Terms, now?: Moment): Happening | undefined {
  const receipt = receiptOf(table, happened, terms)
  if (!receipt) return undefined
  const { received, due } = receipt
  const answered = receipt.answered ?? now
  const isLate = answered === undefined || (answered.isDateOnly ? answered.day > due.day : answered.instant > due.at)
  return isLate ? received : undefined
}

/** The instant from which papers that nobody has answered will count as accepted. */
export function deemingAt(table: SessionTable, happened: readonly Happening[], terms: Terms): Instant | undefined {
  const receipt = receiptOf(table, happened, terms)
  return receipt && !receipt.answered ? ((receipt.due.at + 1) as Instant) : undefined
}
