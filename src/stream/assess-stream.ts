import { assess } from '../case/assess.js'
import type { Assessment, AssessOptions } from '../case/assessment.js'
import type { CaseFile } from '../case/file.js'
import { inquiryOf } from '../case/inquiry.js'
import { fail, quote, ServiceTimeError } from '../errors.js'
import { NOT_CASES } from '../messages/values.js'
import type { Entry } from './entry.js'
import { isSeries } from './series.js'

/** What became of one case: its assessment, or why it has none. The line is that of the entry, where the case was read as one. */
export type Row<R extends string = string, S extends string = string> =
  | { readonly line?: number; readonly assessment: Assessment<R, S> }
  | { readonly line?: number; readonly error: ServiceTimeError }

/**
 * Assesses cases as they come: entries of `entriesFrom`, or cases themselves. One that cannot be assessed becomes a row with its error.
 *
 * Shape: a row for every case, in their order. A case is asked for when its row is, so nothing is held but the case at hand.
 * Throws: what is wrong with the options, and `value-invalid` for what is no series of cases, at the first of them; what the source throws.
 *
 * @example
 * const cases = [{ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }, { id: 'A-2' }]
 * const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2019-07-10T09:00' }
 * const rows = []
 * for await (const row of assessStream(cases, options)) rows.push('error' in row ? row.error.code : row.assessment.outcome)
 * rows //=> ['overdue', 'value-invalid']
 */
export async function* assessStream<R extends string, S extends string, C extends string>(
  cases: AsyncIterable<unknown> | Iterable<unknown>,
  options: AssessOptions<R, S, C>,
): AsyncGenerator<Row<R, S>> {
  const asked = askedOnce(options)
  if (!isSeries(cases)) fail(NOT_CASES, { found: quote(cases) }, { path: 'cases' })
  for await (const item of cases) yield rowOf(isEntry(item) ? item : { value: item }, asked)
}

/** The options by which all cases are asked, once they are known to be right; what is thrown later is the fault of a case, or of its rule in a policy never read. */
export function askedOnce<R extends string, S extends string, C extends string>(options: AssessOptions<R, S, C>): AssessOptions<R, S, C> {
  const { clock, now } = inquiryOf(options)
  return { ...options, clock, now: now.instant }
}

/** The row of one entry, or of a case that is none, by options that are right. */
export function rowOf<R extends string, S extends string, C extends string>(
  entry: Entry | { readonly line?: never; readonly value: unknown },
  options: AssessOptions<R, S, C>,
): Row<R, S> {
  const { line } = entry
  if ('error' in entry) return { line: entry.line, error: entry.error }
  try {
    // What the value is, `assess` checks.
    const assessment = assess(entry.value as CaseFile<R, S, C>, options)
    return line === undefined ? { assessment } : { line, assessment }
  } catch (error) {
    if (error instanceof ServiceTimeError) return line === undefined ? { error } : { line, error }
    throw error
  }
}

/** An entry has a line, and is no case. */
function isEntry(item: unknown): item is Entry {
  return typeof item === 'object' && item !== null && 'line' in item && ('value' in item || 'error' in item) && !('events' in item)
}
