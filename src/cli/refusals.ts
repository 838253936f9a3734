import { open } from 'node:fs/promises'
import { fail, type Language, type ServiceTimeError } from '../errors.js'
import { OUTPUT_FAILED, OUTPUT_IS_READ } from '../messages/files.js'
import { type Io, isSameFile } from './io.js'

/** Why a line was not assessed. */
export interface Refusal {
  readonly line?: number
  readonly code: string
  readonly path: string
  readonly reason: string
}

/** A refusal with the file it was met in. */
export type Rejected = { readonly file: string } & Refusal

export function refusalOf(error: ServiceTimeError, line: number | undefined, language: Language): Refusal {
  return { ...(line !== undefined && { line }), code: error.code, path: error.path, reason: error.text(language) }
}

/** Where refusals go: to the error stream in words, or to a file as NDJSON. */
export interface RefusalSink {
  readonly take: (refusals: readonly Rejected[]) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the file for what is refused; without one, the error stream takes it.
 *
 * Throws: `output-failed`, also when the file cannot be written to later.
 */
export async function refusalSink(file: string | undefined, io: Pick<Io, 'err'>): Promise<RefusalSink> {
  if (file === undefined)
    return { take: async (refusals) => io.err(refusals.map((refused) => `${sayRejected(refused)}\n`).join('')), close: async () => {} }
  const writable = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      return fail(OUTPUT_FAILED, { file, problem: error instanceof Error ? error.message : String(error) })
    }
  }
  const handle = await writable(() => open(file, 'w'))
  return {
    take: (refusals) => writable(() => handle.writeFile(refusals.map((refused) => `${JSON.stringify(refused)}\n`).join(''))),
    close: () => writable(() => handle.close()),
  }
}

/**
 * Refuses a file for what is refused that is one of the files read: opening it would empty it, under whatever name.
 *
 * Throws: `output-failed`.
 */
export async function assertUnread(file: string | undefined, read: readonly string[]): Promise<void> {
  if (file === undefined) return
  for (const one of read) if (await isSameFile(file, one)) fail(OUTPUT_IS_READ, { file, problem: one }, { path: '--rejects' })
}

function sayRejected({ file, line, path, code, reason }: Rejected): string {
  const place = [file, line, path].filter((part) => part !== undefined && part !== '').join(':')
  return `${place}: ${reason} [${code}]`
}
