import { fail, ServiceTimeError } from '../errors.js'
import { CASE_MISSING } from '../messages/files.js'
import { NOT_DRAWN_CASE } from '../messages/values.js'
import { timeline } from '../render/timeline.js'
import { legendText } from '../render/timeline-text.js'
import { entriesIn, explainerOf } from './explained.js'
import { EXIT, type Io } from './io.js'
import type { Asking } from './jobs.js'
import { mappingNamed } from './mappings.js'
import type { RunFlags } from './run.js'

/** The options of `timeline` on the command line. */
export interface TimelineFlags extends Asking, Pick<RunFlags, 'mapping' | 'column'> {
  readonly id?: string
  readonly format: 'text' | 'svg'
  readonly columns?: number
  readonly width?: number
}

/** Draws the cases of files, or the one of an id; a picture is of one case. */
export async function timelineCommand(files: readonly string[], flags: TimelineFlags, io: Io): Promise<number> {
  const { id, format, lang: language, columns = 80, width = 720 } = flags
  if (format === 'svg' && id === undefined) fail(NOT_DRAWN_CASE, { found: 'none' }, { path: '--id' })
  const explainCase = await explainerOf(flags)
  const found = await entriesIn(files, {
    ids: id === undefined ? undefined : new Set([id]),
    mapping: await mappingNamed(flags.mapping, flags.column),
  })
  if (id !== undefined && found.length === 0) fail(CASE_MISSING, { found: id, file: files.join(', ') }, { path: '--id' })
  const drawn = found.flatMap(({ file, entry }) => {
    try {
      if ('error' in entry) throw entry.error
      const explanation = explainCase(entry.value)
      return format === 'svg' ? timeline(explanation, { language, width }) : timeline(explanation, { format, language, columns })
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      io.err(
        `${[file, entry.line, error.path].filter((part) => part !== undefined && part !== '').join(':')}: ${error.text(language)} [${error.code}]\n`,
      )
      return []
    }
  })
  // Several cases may have one id; a picture is of the first.
  if (drawn.length > 0) io.out(format === 'svg' ? `${drawn[0]}\n` : `${[...drawn, legendText(language)].join('\n\n')}\n`)
  return drawn.length < found.length ? EXIT.bad : EXIT.ok
}
