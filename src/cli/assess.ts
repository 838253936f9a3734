import { type Format, HELD, type Output, streamed } from './assess-output.js'
import { EXIT, type LongIo } from './io.js'
import { type Asking, assessments, optionsOf } from './jobs.js'
import { type Ran, type RunFlags, runOver } from './run.js'
import { type Work, workAnywhere, workHere } from './work.js'

/** The options of `assess` on the command line. */
export interface AssessFlags extends Asking, RunFlags {
  readonly format: Format
  readonly failOn?: 'late'
  readonly threads?: number
}

/** Assesses the cases of files: a row a case and a summary; what could not be read is named by file, line and reason. */
export async function assessCommand(files: readonly string[], flags: AssessFlags, io: LongIo): Promise<number> {
  const { policy, now } = await optionsOf(flags)
  const asking: Asking = { ...flags, now: now as number }
  const setting = { policy, flags, io }
  const run = async <T>(work: Work<T>, output: Output<T>): Promise<Ran> => {
    const ran = await runOver(files, { work, take: output.take, refuse: output.refuse }, flags, io)
    await output.end(ran.tally)
    return ran
  }
  const ran =
    flags.format === 'ndjson'
      ? await run(await workAnywhere('verdicts', asking, flags.threads), streamed(setting))
      : await run(workHere(await assessments(asking)), HELD[flags.format](setting))
  return statusOf(ran, flags)
}

function statusOf({ tally: { rejected, outcomes }, stopped }: Ran, { failOn }: AssessFlags): number {
  if (stopped?.why === 'interrupted') return EXIT.interrupted
  if (rejected > 0) return EXIT.bad
  const isLate = (outcomes.late ?? 0) + (outcomes.overdue ?? 0) > 0
  return failOn === 'late' && isLate ? EXIT.late : EXIT.ok
}
