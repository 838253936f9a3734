import { explain } from '../case/explain.js'
import type { Explanation } from '../case/explanation.js'
import { readCase } from '../case/file.js'
import { parseInstant } from '../time/instant.js'
import { type Entry, entriesOf } from './cases.js'
import type { CaseFlags } from './each-case.js'
import { readBytes } from './io.js'
import { clockNamed, clocksNamed, policyNamed } from './policies.js'

/** Explains values as cases. */
export async function explainerOf(flags: Omit<CaseFlags, 'lang'>): Promise<(value: unknown) => Explanation> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const now = parseInstant(flags.now ?? Date.now(), clock.table.zone, '--now')
  const clocks = clocksNamed(policy, clock, flags.clock)
  return (value) => explain(readCase(value, policy), { policy, clock, clocks, now })
}

/** An entry and the file that it stands in. */
export interface Found {
  readonly file: string
  readonly entry: Entry
}

/** The entries of files; where ids are asked for, those that have one of them. */
export async function entriesIn(files: readonly string[], ids?: ReadonlySet<unknown>): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const file of files) {
    const entries = entriesOf(await readBytes(file), file)
    found.push(...entries.filter((entry) => !ids || ('value' in entry && ids.has(idOf(entry.value)))).map((entry) => ({ file, entry })))
  }
  return found
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}
