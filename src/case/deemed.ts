import type { Due } from '../clock/count.js'
import { dueOf } from '../clock/deadline.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import type { Convention } from '../time/convention.js'
import type { Moment } from '../time/instant.js'
import { amountOf } from '../time/limit.js'
import type { Instant } from '../time/zone.js'
import type { Happening } from './course.js'
import type { EventType } from './file.js'

/** What answers the receipt of papers. */
const ANSWERS: readonly EventType[] = ['accepted', 'rejected', 'correction-requested', 'withdrawn', 'stage-started']

/** When to look whether papers were answered in time. */
export interface Waiting {
  readonly convention: Convention
  readonly until: Moment | undefined
}

/** Papers that were received, and by when they must be answered. */
interface Receipt {
  readonly received: Happening
  readonly answered: Moment | undefined
  readonly due: Due
}

function receiptOf(table: SessionTable, happened: readonly Happening[], version: Version, convention: Convention): Receipt | undefined {
  if (version.deemedAcceptance === undefined || version.starts !== 'accepted') return undefined
  const received = happened.find(({ type }) => type === 'received')
  if (!received) return undefined
  const answered = happened.find(({ type }) => ANSWERS.includes(type))?.moment
  const { due } = dueOf(table, received.moment, { amount: amountOf(version.deemedAcceptance), convention })
  return { received, answered, due }
}

/**
 * The receipt of papers that count as accepted at it, because nobody answered them within the limit of the rule.
 *
 * Source: Administrative Licensing Law art. 32(4).
 */
export function deemedReceipt(table: SessionTable, happened: readonly Happening[], version: Version, waiting: Waiting): Happening | undefined {
  const receipt = receiptOf(table, happened, version, waiting.convention)
  if (!receipt) return undefined
  const { received, due } = receipt
  const answered = receipt.answered ?? waiting.until
  const isLate = answered === undefined || (answered.isDateOnly ? answered.day > due.day : answered.instant > due.at)
  return isLate ? received : undefined
}

/** The instant from which papers that nobody has answered will count as accepted. */
export function deemingAt(table: SessionTable, happened: readonly Happening[], version: Version, convention: Convention): Instant | undefined {
  const receipt = receiptOf(table, happened, version, convention)
  return receipt && !receipt.answered ? ((receipt.due.at + 1) as Instant) : undefined
}
