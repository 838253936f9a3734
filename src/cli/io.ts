import { type BigIntStats, fstatSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { stdin } from 'node:process'
import { addAbortSignal } from 'node:stream'
import { fail } from '../errors.js'
import { FILE_UNREADABLE } from '../messages/files.js'

/** Where a command writes; tests and the process give different ones. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Colours are for a terminal only. */
  readonly isColoured: boolean
}

/** What a command that may run for long needs besides. */
export interface LongIo extends Io {
  /** Writes, and waits until it is taken; false once nobody reads any more. */
  readonly pour: (text: string | Uint8Array) => Promise<boolean>
  /** Waits until all that was poured is written. */
  readonly drain: () => Promise<void>
  /** Whether somebody looks at the error stream, and nothing else is written where they look. */
  readonly isWatched: boolean
  /** From here on, an interruption by the user is told here, and ends nothing by itself. */
  readonly interruption: () => AbortSignal
}

/** Exit statuses: done; some case is late where that was asked for, or lint found a fault; bad usage or what could not be read; interrupted. */
export const EXIT = { ok: 0, late: 1, faults: 1, bad: 2, interrupted: 130 } as const

/** As much is read at once. */
const CHUNK = 256 * 1024

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * Throws: `file-unreadable`.
 */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file)
  } catch (error) {
    return unreadable(file, error)
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/**
 * The bytes of a file, or of standard input for `-`, as they come; a chunk holds until the next one is asked for.
 *
 * Throws: `file-unreadable`; after an abort, what the platform throws then.
 */
export async function* chunksOf(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    if (file !== '-') yield* readAhead(file, signal)
    else for await (const chunk of addAbortSignal(signal, stdin)) yield chunk as Uint8Array
  } catch (error) {
    if (signal.aborted) throw error
    unreadable(file, error)
  }
}

/** Reads into two buffers by turns, one while the other is worked on: memory that is new for each chunk takes longer to get than to fill. */
async function* readAhead(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const handle = await open(file)
  try {
    let [next, other] = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)]
    for (let reading = handle.read(next, 0, CHUNK, null); ; ) {
      const { bytesRead } = await reading
      signal.throwIfAborted()
      if (bytesRead === 0) return
      const full = next
      ;[next, other] = [other, full]
      reading = handle.read(next, 0, CHUNK, null)
      yield full.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** The size of a file; nothing where it is not known, as of standard input. */
export async function sizeOf(file: string): Promise<number | undefined> {
  const found = file === '-' ? undefined : await stat(file).catch(() => undefined)
  return found?.isFile() ? found.size : undefined
}

/** Whether two names, of which `-` is standard input, lead to one file that holds something; a device or a pipe does not. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = [await identityOf(a), await identityOf(b)]
  return one?.isFile() === true && one.dev === other?.dev && one.ino === other.ino
}

async function identityOf(file: string): Promise<BigIntStats | undefined> {
  if (file === '-') return fstatSync(stdin.fd, { bigint: true })
  return stat(file, { bigint: true }).catch(() => undefined)
}

function unreadable(file: string, error: unknown): never {
  return fail(FILE_UNREADABLE, { file, problem: error instanceof Error ? error.message : String(error) })
}
