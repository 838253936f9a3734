import { ServiceTimeError } from '../errors.js'
import { batchesFrom } from '../stream/reading.js'
import { type Asking, type AssessJob, assessJob, optionsOf } from './assess-job.js'
import { type Format, OUTPUTS, type Output } from './assess-output.js'
import { chunksOf, EXIT, type LongIo, sizeOf } from './io.js'
import { createProgress, type Progress } from './progress.js'
import { type Refusal, type RefusalSink, refusalOf, refusalSink } from './refusals.js'
import { NOTHING, sumOf, type Tally } from './tally.js'
import { STOPPED, type WhyStopped } from './words.js'

/** The options of `assess` on the command line. */
export interface AssessFlags extends Asking {
  readonly format: Format
  readonly rejects?: string
  readonly failOn?: 'late'
}

/** What a run over files writes to, and how far it has come. */
interface Run {
  readonly job: AssessJob
  readonly output: Output
  readonly sink: RefusalSink
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly flags: AssessFlags
  tally: Tally
  stopped?: { readonly file: string; readonly why: WhyStopped }
}

/** Assesses the cases of files: a row a case and a summary; what could not be read is named by file, line and reason. */
export async function assessCommand(files: readonly string[], flags: AssessFlags, io: LongIo): Promise<number> {
  const options = await optionsOf(flags)
  const sink = await refusalSink(flags.rejects, io)
  const sizes = await Promise.all(files.map(sizeOf))
  const run: Run = {
    job: assessJob(options, flags.lang),
    output: OUTPUTS[flags.format]({ policy: options.policy, flags, io }),
    sink,
    progress: createProgress(sizes, flags.lang, io),
    signal: io.interruption(),
    flags,
    tally: NOTHING,
  }
  for (const file of files) if (!run.stopped) await assessFile(file, run)
  run.progress.end()
  if (run.stopped) io.err(`${STOPPED[flags.lang][run.stopped.why](run.stopped.file, run.tally.read)}\n`)
  await run.output.end(run.tally)
  await sink.close()
  return statusOf(run)
}

function statusOf({ tally: { rejected, outcomes }, stopped, flags }: Run): number {
  if (stopped?.why === 'interrupted') return EXIT.interrupted
  if (rejected > 0) return EXIT.bad
  const isLate = (outcomes.late ?? 0) + (outcomes.overdue ?? 0) > 0
  return flags.failOn === 'late' && isLate ? EXIT.late : EXIT.ok
}

async function assessFile(file: string, run: Run): Promise<void> {
  const { signal, flags, progress, job, output } = run
  try {
    for await (const entries of batchesFrom(progress.watching(chunksOf(file, signal)), { file })) {
      const { rows, refusals, tally } = job(entries)
      await count(file, refusals, tally, run)
      if (!(await output.take(rows))) run.stopped = { file, why: 'closed' }
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

async function count(file: string, refusals: readonly Refusal[], tally: Tally, run: Run): Promise<void> {
  run.tally = sumOf(run.tally, tally)
  if (refusals.length === 0) return
  const rejected = refusals.map((refusal) => ({ file, ...refusal }))
  run.output.refuse(rejected)
  await run.sink.take(rejected)
}
