import { type Counting, reachOver } from '../clock/count.js'
import type { Due } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Version } from '../policy/policy.js'
import { frozen } from '../time/frozen.js'
import type { Moment } from '../time/instant.js'
import type { Finding, IgnoredExtension } from './assessment.js'
import type { Correction, Extension } from './course.js'
import { type Measured, type Measuring, measure } from './runs.js'

/** A measured case with its limit as it stands: with the extensions granted, from the last correction that started it anew. */
export interface Settled {
  readonly measured: Measured
  readonly counting: Counting
  /** How many extensions have been granted. */
  readonly granted: number
  readonly findings: readonly Finding[]
}

/** What changes a limit while it runs. */
interface Change {
  /** The place of its event, by which changes of one instant stand in their order. */
  readonly index: number
  readonly at: Moment
  /** Whether the limit had expired before it. */
  readonly apply: (settled: Settled, isLate: boolean) => Settled
}

/** Shared by all that has none, so that nobody may change it. */
export const NO_FINDINGS: readonly Finding[] = /* @__PURE__ */ frozen([])

/** Measures a case and applies what changed its limit before it had expired; what came too late is a finding. */
export function settle(table: SessionTable, measuring: Measuring, counting: Counting, known = measure(table, measuring, counting)): Settled {
  const plain: Settled = { measured: known, counting, granted: 0, findings: NO_FINDINGS }
  const { extensions, corrections } = measuring.course
  return extensions.length === 0 && corrections.length === 0 ? plain : changed(table, plain, changesOf(table, measuring, counting))
}

function changed(table: SessionTable, plain: Settled, changes: readonly Change[]): Settled {
  return changes.reduce((settled, { at, apply }) => {
    const { due } = reachOver(table, settled.measured, settled.counting)
    return apply(settled, due !== undefined && isAfter(at, due))
  }, plain)
}

/** A date is after an end only if its day is. */
function isAfter(at: Moment, due: Due): boolean {
  return at.isDateOnly ? at.day > due.day : at.instant > due.at
}

function changesOf(table: SessionTable, measuring: Measuring, counting: Counting): readonly Change[] {
  const { course, terms } = measuring
  const { version } = terms
  const extensions = course.extensions.map((extension) => extensionOf(extension, version))
  const restart = (correction: Correction) => restartOf(correction, (recorded) => measure(table, { ...measuring, recorded }, counting))
  const restarts = version.correction === 'restart' ? course.corrections.flatMap(restart) : []
  return [...extensions, ...restarts].sort((a, b) => a.index - b.index)
}

/** An extension makes a limit of its unit longer, as often and as far as the rule allows. */
function extensionOf(extension: Extension, { extension: allowed }: Version): Change {
  const { at, index, by } = extension
  const apply = (settled: Settled, isLate: boolean): Settled => {
    const { amount } = settled.counting
    if (by.unit !== amount.unit) return settled
    const why = isLate ? 'too-late' : excessOf(extension, settled.granted, allowed)
    if (why) return { ...settled, findings: [...settled.findings, { code: 'extension-ignored', index, why }] }
    const longer = { ...amount, amount: amount.amount + by.amount }
    return { ...settled, counting: { ...settled.counting, amount: longer }, granted: settled.granted + 1 }
  }
  return { index, at, apply }
}

/** What of an extension goes beyond what a rule allows. */
function excessOf({ by, reason }: Extension, granted: number, allowed: Version['extension']): IgnoredExtension | undefined {
  if (!allowed || granted >= allowed.times) return 'too-often'
  if (by.amount > (Object.values(allowed.by)[0] as number)) return 'too-long'
  return allowed.isReasoned && !reason?.trim() ? 'reason-missing' : undefined
}

/** A correction of papers asked for in time starts the clock anew once it is made. */
function restartOf({ index, asked, corrected }: Correction, measureFrom: (recorded: Moment) => Measured): readonly Change[] {
  if (!corrected) return []
  const apply = (settled: Settled, isLate: boolean): Settled =>
    isLate ? { ...settled, findings: [...settled.findings, { code: 'restart-ignored', index }] } : { ...settled, measured: measureFrom(corrected) }
  return [{ index, at: asked, apply }]
}
