import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { fail } from '../errors.js'

/** Where a command writes; tests and the process give different ones. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Colours are for a terminal only. */
  readonly isColoured: boolean
}

/** Exit statuses: done; some case is late where that was asked for, or lint found a fault; bad usage or what could not be read. */
export const EXIT = { ok: 0, late: 1, faults: 1, bad: 2 } as const

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * Throws: `file-unreadable`.
 */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file)
  } catch (error) {
    return fail('file-unreadable', { file, problem: error instanceof Error ? error.message : String(error) })
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
