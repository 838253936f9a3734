import { fstatSync, write } from 'node:fs'
import { promisify } from 'node:util'
import type { LongIo } from './io.js'

/** What is printed comes out in the order in which it was. */
export type Printer = Pick<LongIo, 'out' | 'pour' | 'drain'>

/** Prints to a terminal or a pipe, where somebody may stop reading. */
export function printerTo(stream: NodeJS.WritableStream): Printer {
  return {
    out: (text) => stream.write(text),
    pour: (bytes) => new Promise((resolve) => stream.write(bytes, (error) => resolve(!error))),
    drain: async () => {},
  }
}

const writeSome = promisify(write)

/**
 * Prints to a file while the work goes on: the stream of the process would stop the thread for as long as the system writes, which is a quarter of
 * the time that verdicts take. One piece is written and one waits for it, so whoever pours waits for the one before
 * the last: a short one, such as the line between two chunks, would else stop the thread until all before it is written.
 */
export function printerInto(fd: number, failed: (error: Error) => never): Printer {
  let [beforeLast, last] = [Promise.resolve(), Promise.resolve()]
  let [held, free] = [new Uint8Array(), new Uint8Array()]
  const put = (bytes: Uint8Array) => {
    beforeLast = last
    last = last.then(() => writeAll(fd, bytes)).catch(failed)
  }
  // Whoever pours may write the next lines where these stand; two copies suffice, as each `pour` is awaited before the next.
  const copyOf = (bytes: Uint8Array): Uint8Array => {
    ;[held, free] = [free.length < bytes.length ? new Uint8Array(bytes.length) : free, held]
    held.set(bytes)
    return held.subarray(0, bytes.length)
  }
  return {
    out: (text) => put(Buffer.from(text)),
    pour: async (lines) => {
      const bytes = typeof lines === 'string' ? Buffer.from(lines) : lines
      await beforeLast
      put(copyOf(bytes))
      return true
    },
    drain: () => last,
  }
}

async function writeAll(fd: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await writeSome(fd, bytes, at)).bytesWritten
}

/** Whether what is written there can be written beside the work: nobody reads a file at the same pace. */
export function isWrittenBeside(fd: number): boolean {
  const kind = fstatSync(fd)
  return !kind.isFIFO() && !kind.isSocket()
}
