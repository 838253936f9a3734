import { explain } from '../case/explain.js'
import type { Explanation } from '../case/explanation.js'
import { readCase } from '../case/file.js'
import type { ServiceTimeError } from '../errors.js'
import { type Entry, known } from '../stream/entry.js'
import type { CsvMapping } from '../stream/mapping.js'
import { entriesFrom } from '../stream/reading.js'
import { parseInstant } from '../time/instant.js'
import { chunksOf } from './io.js'
import type { Asking } from './jobs.js'
import { clockNamed, clocksNamed, policyNamed } from './policies.js'

/** Explains values as cases. */
export async function explainerOf(flags: Omit<Asking, 'lang'>): Promise<(value: unknown) => Explanation> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const now = parseInstant(flags.now ?? Date.now(), clock.table.zone, '--now')
  const clocks = clocksNamed(policy, clock, flags.clock)
  return (value) => explain(readCase(value, policy), { policy, clock, clocks, now })
}

/** An entry and the file that it stands in, or what is wrong with the whole of that. */
export interface Found {
  readonly file: string
  readonly entry: Entry | { readonly line?: never; readonly error: ServiceTimeError }
}

/** Which entries are asked for, and how tables among the files are read. */
export interface Sought {
  /** Those that have one of these ids; without any, all. */
  readonly ids?: ReadonlySet<unknown> | undefined
  readonly mapping?: CsvMapping | undefined
}

/** The entries of files; what is wrong with a whole file costs no other, nor what was read of it before. */
export async function entriesIn(files: readonly string[], { ids, mapping }: Sought): Promise<readonly Found[]> {
  const found: Found[] = []
  const { signal } = new AbortController()
  for (const file of files) {
    try {
      for await (const entry of entriesFrom(chunksOf(file, signal), { file, mapping })) {
        if (!ids || ('value' in entry && ids.has(idOf(entry.value)))) found.push({ file, entry })
      }
    } catch (error) {
      found.push({ file, entry: { error: known(error) } })
    }
  }
  return found
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}
