import { explain } from '../case/explain.js'
import type { Explanation } from '../case/explanation.js'
import { readCase } from '../case/file.js'
import { fail, type Language, ServiceTimeError, show } from '../errors.js'
import { timeline } from '../render/timeline.js'
import { legendText } from '../render/timeline-text.js'
import { parseInstant } from '../time/instant.js'
import { type Entry, entriesOf } from './cases.js'
import { EXIT, type Io, readBytes } from './io.js'
import { type ClockHours, clockNamed, clocksNamed, policyNamed } from './policies.js'

/** The options of `timeline` on the command line. */
export interface TimelineFlags {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string
  readonly id?: string
  readonly format: 'text' | 'svg'
  readonly columns?: number
  readonly width?: number
  readonly lang: Language
}

/** Draws the cases of files, or the one of an id; a picture is of one case. */
export async function timelineCommand(files: readonly string[], flags: TimelineFlags, io: Io): Promise<number> {
  const { id, format, lang: language, columns = 80, width = 720 } = flags
  if (format === 'svg' && id === undefined) fail('value-invalid', { found: show(id), expected: 'case-id' }, { path: '--id' })
  const explainCase = await explainerOf(flags)
  const found = (await Promise.all(files.map((file) => entriesFrom(file, id)))).flat()
  if (id !== undefined && found.length === 0) fail('case-missing', { found: id, file: files.join(', ') }, { path: '--id' })
  const drawn = found.flatMap(({ file, entry }) => {
    try {
      if ('error' in entry) throw entry.error
      const explanation = explainCase(entry.value)
      return format === 'svg' ? timeline(explanation, { language, width }) : timeline(explanation, { format, language, columns })
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      io.err(`${[file, entry.line, error.path].filter((part) => part !== '').join(':')}: ${error.text(language)} [${error.code}]\n`)
      return []
    }
  })
  // Several cases may have one id; a picture is of the first.
  if (drawn.length > 0) io.out(format === 'svg' ? `${drawn[0]}\n` : `${[...drawn, legendText(language)].join('\n\n')}\n`)
  return drawn.length < found.length ? EXIT.bad : EXIT.ok
}

/** The values of a file; where an id is asked for, those that have it. */
async function entriesFrom(file: string, id: string | undefined): Promise<readonly { readonly file: string; readonly entry: Entry }[]> {
  const entries = entriesOf(await readBytes(file), file)
  return entries.filter((entry) => id === undefined || ('value' in entry && idOf(entry.value) === id)).map((entry) => ({ file, entry }))
}

async function explainerOf(flags: TimelineFlags): Promise<(value: unknown) => Explanation> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const now = parseInstant(flags.now ?? Date.now(), clock.table.zone, '--now')
  const clocks = clocksNamed(policy, clock, flags.clock)
  return (value) => explain(readCase(value, policy), { policy, clock, clocks, now })
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}
