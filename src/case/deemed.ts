import type { Counting } from '../clock/count.js'
import { dueOf } from '../clock/deadline.js'
import type { Due } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import { within } from '../errors.js'
import type { Version } from '../policy/policy.js'
import type { Moment } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import type { Terms } from './terms.js'

/** What answers the receipt of papers. */
const ANSWERS: readonly EventType[] = ['accepted', 'rejected', 'correction-requested', 'withdrawn']

/** The event that answered the receipt of papers, if one has; a stage does that starts the clock. */
export function answerIn(happened: readonly Happening[], { measure }: Version): Happening | undefined {
  return happened.find(({ type }) => ANSWERS.includes(type) || (type === 'stage-started' && measure !== 'span'))
}

/** Papers that were received, and by when they must be answered. */
interface Receipt {
  readonly received: Happening
  readonly answered: Moment | undefined
  readonly due: Due
}

function receiptOf(table: SessionTable, happened: readonly Happening[], { version, deemedAcceptance }: Terms): Receipt | undefined {
  if (deemedAcceptance === undefined || version.starts !== 'accepted') return undefined
  const received = happened.find(({ type }) => type === 'received')
  return received && { received, answered: answerIn(happened, version), due: answerDue(table, received, deemedAcceptance) }
}

/** What was found last: a case asks for the same to choose its version, and to be judged under it. */
const latest: { table: SessionTable | undefined; received: Happening | undefined; limit: Counting | undefined; due: Due | undefined } = {
  table: undefined,
  received: undefined,
  limit: undefined,
  due: undefined,
}

function answerDue(table: SessionTable, received: Happening, limit: Counting): Due {
  if (latest.due !== undefined && latest.received === received && latest.limit === limit && latest.table === table) return latest.due
  const due = dueFrom(table, received, limit)
  latest.table = table
  latest.received = received
  latest.limit = limit
  latest.due = due
  return due
}

function dueFrom(table: SessionTable, received: Happening, limit: Counting): Due {
  // A date alone says too little for a limit of time, but enough to choose the version that refuses it.
  const isDateOnly = received.isDateOnly && !limit.amount.facts.countsTime
  return within({ path: `events[${received.index}].at` }, () => dueOf(table, { ...received, isDateOnly }, limit)).due
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
  return answered && isBy(answered, due) ? undefined : received
}

function isBy(moment: Moment, due: Due): boolean {
  return moment.isDateOnly ? moment.day <= due.day : moment.instant <= due.at
}

/** What happened while papers that count as accepted in the end could still be answered. */
export function beforeDeeming(table: SessionTable, happened: readonly Happening[], terms: Terms): readonly Happening[] {
  const receipt = receiptOf(table, happened, terms)
  return receipt ? happened.filter((event) => isBy(event, receipt.due)) : []
}

/** The instant from which papers that nobody has answered will count as accepted. */
export function deemingAt(table: SessionTable, happened: readonly Happening[], terms: Terms): Instant | undefined {
  const receipt = receiptOf(table, happened, terms)
  return receipt && !receipt.answered ? ((receipt.due.at + 1) as Instant) : undefined
}
