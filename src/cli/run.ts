import { type Language, ServiceTimeError } from '../errors.js'
import type { Mutable } from '../time/mutable.js'
import { chunksOf, type LongIo, sizeOf } from './io.js'
import { mappingNamed } from './mappings.js'
import { policyFilesOf } from './policies.js'
import { createProgress, type Progress } from './progress.js'
import { assertUnread, type Refusal, type RefusalSink, type Rejected, refusalOf, refusalSink } from './refusals.js'
import { NOTHING, sumOf, type Tally } from './tally.js'
import { STOPPED, type WhyStopped } from './words.js'
import { foundIn, type Work, type WorkFile } from './work.js'

/** How files are read, and in what language what is wrong with them is said. */
export interface RunFlags {
  readonly policy: string
  readonly lang: Language
  readonly rejects?: string
  readonly mapping?: string
  readonly column?: Readonly<Record<string, string>>
}

/** What is done with the cases of files, and where it goes. */
export interface Task<T, R> {
  readonly work: Work<T, R>
  /** False once nobody reads any more. */
  readonly take: (output: T) => Promise<boolean>
  readonly refuse: (rejected: readonly Rejected[]) => void
}

/** How far a run came. */
export interface Ran {
  readonly tally: Tally
  /** Where it ended before its end, and why. */
  readonly stopped: { readonly file: string; readonly why: WhyStopped } | undefined
}

/** How far it came, and what was kept to the end, here and by each worker. */
export interface RanWith<R> extends Ran {
  readonly rests: readonly R[]
}

interface Run<T, R> extends Mutable<Ran>, Task<T, R> {
  readonly sink: RefusalSink
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly lang: Language
}

/** Does a task with the cases of files, one file after the other; what cannot be read goes to where refusals go, and costs nothing but itself. */
export async function runOver<T, R>(names: readonly string[], task: Task<T, R>, flags: RunFlags, io: LongIo): Promise<RanWith<R>> {
  const { lang } = flags
  const mapping = await mappingNamed(flags.mapping, flags.column)
  const policyFiles = flags.rejects === undefined ? [] : await policyFilesOf(flags.policy)
  await assertUnread(flags.rejects, [...names, ...policyFiles, ...(flags.mapping === undefined ? [] : [flags.mapping])])
  const sink = await refusalSink(flags.rejects, io)
  const files = await Promise.all(names.map(async (file): Promise<WorkFile> => ({ file, size: await sizeOf(file), mapping })))
  const sizes = files.map(({ size }) => size)
  const run: Run<T, R> = {
    ...task,
    sink,
    progress: createProgress(sizes, lang, io),
    signal: io.interruption(),
    lang,
    tally: NOTHING,
    stopped: undefined,
  }
  let rests: readonly R[] = []
  try {
    for (const file of files) if (!run.stopped) await takeFile(file, run)
    if (!run.stopped) rests = await run.work.rests()
  } finally {
    run.progress.end()
    await run.work.close()
  }
  await io.drain()
  const { tally, stopped } = run
  if (stopped) io.err(`${STOPPED[lang][stopped.why](stopped.file, tally.read)}\n`)
  await sink.close()
  return { tally, stopped, rests }
}

async function takeFile<T, R>(workFile: WorkFile, run: Run<T, R>): Promise<void> {
  const { signal, progress, work, lang } = run
  const { file } = workFile
  try {
    for await (const { output, refusals, tally } of foundIn(progress.watching(chunksOf(file, signal)), work, workFile)) {
      await count(file, refusals, tally, run)
      if (!(await run.take(output))) run.stopped = { file, why: 'closed' }
      if (signal.aborted) run.stopped = { file, why: 'interrupted' }
      if (run.stopped) return
      progress.show(run.tally.read)
    }
  } catch (error) {
    if (signal.aborted) run.stopped = { file, why: 'interrupted' }
    else if (error instanceof ServiceTimeError) await count(file, [refusalOf(error, undefined, lang)], { ...NOTHING, read: 1, rejected: 1 }, run)
    else throw error
  }
}

async function count<T, R>(file: string, refusals: readonly Refusal[], tally: Tally, run: Run<T, R>): Promise<void> {
  run.tally = sumOf(run.tally, tally)
  if (refusals.length === 0) return
  const rejected = refusals.map((refusal) => ({ file, ...refusal }))
  run.refuse(rejected)
  await run.sink.take(rejected)
}
