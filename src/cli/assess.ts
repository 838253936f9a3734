import { ServiceTimeError } from '../errors.js'
import { type Format, HELD, type Output, streamed } from './assess-output.js'
import { chunksOf, EXIT, type LongIo, sizeOf } from './io.js'
import { type Asking, assessments, optionsOf } from './jobs.js'
import { mappingNamed } from './mappings.js'
import { createProgress, type Progress } from './progress.js'
import { type Refusal, type RefusalSink, refusalOf, refusalSink } from './refusals.js'
import { NOTHING, sumOf, type Tally } from './tally.js'
import { STOPPED, type WhyStopped } from './words.js'
import { foundIn, type Work, type WorkFile, workAnywhere, workHere } from './work.js'

/** The options of `assess` on the command line. */
export interface AssessFlags extends Asking {
  readonly format: Format
  readonly rejects?: string
  readonly mapping?: string
  readonly column?: Readonly<Record<string, string>>
  readonly failOn?: 'late'
  readonly threads?: number
}

/** What a run over files writes to, and how far it has come. */
interface Run<T> {
  readonly work: Work<T>
  readonly output: Output<T>
  readonly sink: RefusalSink
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly flags: AssessFlags
  tally: Tally
  stopped?: { readonly file: string; readonly why: WhyStopped }
}

/** Assesses the cases of files: a row a case and a summary; what could not be read is named by file, line and reason. */
export async function assessCommand(files: readonly string[], flags: AssessFlags, io: LongIo): Promise<number> {
  const { policy, now } = await optionsOf(flags)
  const asking: Asking = { ...flags, now: now as number }
  const setting = { policy, flags, io }
  return flags.format === 'ndjson'
    ? runOver(files, { work: await workAnywhere('verdicts', asking, flags.threads), output: streamed(setting) }, flags, io)
    : runOver(files, { work: workHere(await assessments(asking)), output: HELD[flags.format](setting) }, flags, io)
}

async function runOver<T>(names: readonly string[], task: Pick<Run<T>, 'work' | 'output'>, flags: AssessFlags, io: LongIo): Promise<number> {
  const sink = await refusalSink(flags.rejects, io)
  const mapping = await mappingNamed(flags.mapping, flags.column)
  const files = await Promise.all(names.map(async (file): Promise<WorkFile> => ({ file, size: await sizeOf(file), mapping })))
  const sizes = files.map(({ size }) => size)
  const run: Run<T> = {
    ...task,
    sink,
    progress: createProgress(sizes, flags.lang, io),
    signal: io.interruption(),
    flags,
    tally: NOTHING,
  }
  try {
    for (const file of files) if (!run.stopped) await assessFile(file, run)
  } finally {
    run.progress.end()
    await run.work.close()
  }
  if (run.stopped) io.err(`${STOPPED[flags.lang][run.stopped.why](run.stopped.file, run.tally.read)}\n`)
  await run.output.end(run.tally)
  await sink.close()
  return statusOf(run)
}

function statusOf<T>({ tally: { rejected, outcomes }, stopped, flags }: Run<T>): number {
  if (stopped?.why === 'interrupted') return EXIT.interrupted
  if (rejected > 0) return EXIT.bad
  const isLate = (outcomes.late ?? 0) + (outcomes.overdue ?? 0) > 0
  return flags.failOn === 'late' && isLate ? EXIT.late : EXIT.ok
}

async function assessFile<T>(workFile: WorkFile, run: Run<T>): Promise<void> {
  const { signal, flags, progress, work, output } = run
  const { file } = workFile
  try {
    for await (const { output: found, refusals, tally } of foundIn(progress.watching(chunksOf(file, signal)), work, workFile)) {
      await count(file, refusals, tally, run)
      if (!(await output.take(found))) run.stopped = { file, why: 'closed' }
      if (signal.aborted) run.stopped = { file, why: 'interrupted' }
      if (run.stopped) return
      progress.show(run.tally.read)
    }
  } catch (error) {
    if (signal.aborted) run.stopped = { file, why: 'interrupted' }
    else if (error instanceof ServiceTimeError)
      await count(file, [refusalOf(error, undefined, flags.lang)], { ...NOTHING, read: 1, rejected: 1 }, run)
    else throw error
  }
}

async function count<T>(file: string, refusals: readonly Refusal[], tally: Tally, run: Run<T>): Promise<void> {
  run.tally = sumOf(run.tally, tally)
  if (refusals.length === 0) return
  const rejected = refusals.map((refusal) => ({ file, ...refusal }))
  run.output.refuse(rejected)
  await run.sink.take(rejected)
}
