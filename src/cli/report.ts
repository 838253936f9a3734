import type { Explanation } from '../case/explanation.js'
import { type Language, ServiceTimeError } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import type { Grouping } from '../report/group.js'
import { type Report, summarize } from '../report/summarize.js'
import { createTally, type Tally } from '../report/tally.js'
import type { Baselines } from '../report/target.js'
import { entriesIn, explainerOf } from './explained.js'
import { grid } from './grid.js'
import { EXIT, type LongIo } from './io.js'
import { type Asking, askingOf } from './jobs.js'
import { mappingNamed } from './mappings.js'
import { markdownTable } from './markdown.js'
import { policyNamed } from './policies.js'
import type { Rejected } from './refusals.js'
import { reportCsv } from './report-csv.js'
import { headOf, notesOf, sectionsOf } from './report-sections.js'
import { type RunFlags, runOver } from './run.js'
import { sayBasis } from './words.js'
import { workAnywhere } from './work.js'

/** The options of `report` on the command line. */
export interface ReportFlags extends Asking, RunFlags {
  readonly by: readonly Grouping[]
  readonly baseline: Baselines
  readonly listed: number
  readonly format: ReportFormat
  readonly threads?: number
}

/** How a report is printed. */
type ReportFormat = 'table' | 'json' | 'csv' | 'md' | 'html'

/** Assesses the cases of files and prints what they come to; what could not be read is named by file, line and reason. */
export async function reportCommand(files: readonly string[], flags: ReportFlags, io: LongIo): Promise<number> {
  const policy = await policyNamed(flags.policy)
  const { by, baseline, listed, lang: language, hours } = flags
  const options = { policy, by, baselines: baseline }
  const tally = createTally({ atMost: listed })
  // What is wrong with the options should be said before a long file is read.
  summarize(tally.total(), options)
  const now = flags.now ?? Date.now()
  const work = await workAnywhere('counts', askingOf({ ...flags, now }), flags.threads)
  const refuse = (rejected: readonly Rejected[]) => {
    for (const { code } of rejected) tally.reject(code)
  }
  const { stopped, rests } = await runOver(files, { work, take: async () => true, refuse }, flags, io)
  // A report of some of the cases would pass for one of all.
  if (stopped) return EXIT.interrupted
  for (const part of rests) tally.addTally(part)
  const report = summarize(tally.total(), options)
  const text =
    flags.format === 'html' ? await htmlOf(tally.total(), files, { ...flags, now }) : WRITERS[flags.format](report, { policy, language, hours })
  io.out(text)
  return report.rejected > 0 ? EXIT.bad : EXIT.ok
}

interface Setting {
  readonly policy: Policy
  readonly language: Language
  readonly hours: string | undefined
}

/** The page of a tally; the files are read once more for the cases that it lists, which a tally does not hold. Standard input is gone by then. */
async function htmlOf(tally: Tally, files: readonly string[], flags: ReportFlags): Promise<string> {
  const { reportPage } = await import('../render/page/report-page.js')
  const explained = await explainerOf(flags)
  const found = await entriesIn(
    files.filter((file) => file !== '-'),
    { ids: new Set(tally.overdue.map(({ id }) => id)), mapping: await mappingNamed(flags.mapping, flags.column) },
  )
  const explanations = found.flatMap(({ entry }) => ('value' in entry ? explainedOrNone(() => explained(entry.value)) : []))
  const policy = await policyNamed(flags.policy)
  const notes = basisOf({ policy, hours: flags.hours, language: flags.lang }).trimEnd()
  return reportPage(tally, { policy, language: flags.lang, explanations, notes: notes === '' ? [] : [notes] })
}

/** A case that could not be read may have the id of one that could; it was named when it was read first. */
function explainedOrNone(run: () => Explanation): readonly Explanation[] {
  try {
    return [run()]
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    return []
  }
}

const WRITERS: Readonly<Record<Exclude<ReportFormat, 'html'>, (report: Report, setting: Setting) => string>> = {
  table: (report, setting) => {
    const { language } = setting
    const parts = sectionsOf(report, setting).map(({ title, rows, numbersFrom }) => `${title}\n${grid(rows, numbersFrom)}`)
    return [headOf(report, setting).join('\n'), ...parts, notesOf(report, language).join('\n')].join('\n\n').concat('\n', basisOf(setting))
  },
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  csv: reportCsv,
  md: (report, setting) => {
    const { language } = setting
    const [title, ...head] = headOf(report, setting)
    const parts = sectionsOf(report, setting).map((section) => `## ${section.title}\n\n${markdownTable(section.rows, section.numbersFrom)}`)
    const notes = [...notesOf(report, language), ...basisOf(setting).trimEnd().split('\n')].filter((note) => note !== '')
    return `${[`# ${title}`, ...head, ...parts, notes.map((note) => `- ${note}`).join('\n')].join('\n\n')}\n`
  },
}

function basisOf({ policy, hours, language }: Setting): string {
  return sayBasis(policy, hours, language)
}
