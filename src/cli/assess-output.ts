import type { Assessment } from '../case/assessment.js'
import type { Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import type { LongIo } from './io.js'
import type { Rejected } from './refusals.js'
import { caseTable } from './table.js'
import { balanceOf, sayBalance, saySummary, type Tally } from './tally.js'
import { sayBasis } from './words.js'

/** How assessments are printed. */
export type Format = 'table' | 'json' | 'ndjson'

/** Where assessments go, as they come. */
export interface Output<T> {
  /** False once nobody reads any more. */
  readonly take: (output: T) => Promise<boolean>
  readonly refuse: (rejected: readonly Rejected[]) => void
  readonly end: (tally: Tally) => Promise<void>
}

interface Setting {
  readonly policy: Policy
  readonly flags: { readonly hours?: string; readonly lang: Language }
  readonly io: LongIo
}

/** A table and one JSON value hold what they print. */
export const HELD: Readonly<Record<Exclude<Format, 'ndjson'>, (setting: Setting) => Output<readonly Assessment[]>>> = {
  table: ({ policy, flags: { hours, lang }, io }) => {
    const rows: Assessment[] = []
    return {
      ...holding(rows),
      refuse: () => {},
      end: async (tally) => {
        if (rows.length > 0) await io.pour(`${caseTable(rows, () => policy, lang, io.isColoured)}\n\n`)
        await io.pour(`${saySummary(tally, lang)}\n${sayBalance(tally, lang)}\n${sayBasis(policy, hours, lang)}`)
      },
    }
  },
  json: ({ io }) => {
    const rows: Assessment[] = []
    const rejected: Rejected[] = []
    return {
      ...holding(rows),
      refuse: (more) => {
        for (const one of more) rejected.push(one)
      },
      end: async (tally) => {
        const summary = { ...balanceOf(tally), outcomes: tally.outcomes }
        await io.pour(`${JSON.stringify({ cases: rows, rejected, summary }, null, 2)}\n`)
      },
    }
  },
}

/** A stream holds nothing, and nothing but cases comes in it; the summary is for the person who watches. */
export function streamed({ flags: { lang }, io }: Omit<Setting, 'policy'>): Output<Uint8Array> {
  return {
    take: io.pour,
    refuse: () => {},
    end: async (tally) => io.err(`${saySummary(tally, lang)}\n${sayBalance(tally, lang)}\n`),
  }
}

function holding(rows: Assessment[]): Pick<Output<readonly Assessment[]>, 'take'> {
  return {
    take: async (more) => {
      for (const row of more) rows.push(row)
      return true
    },
  }
}
