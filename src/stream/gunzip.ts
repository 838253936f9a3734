import { fail } from '../errors.js'
import { GZIP_INVALID } from '../messages/files.js'

/**
 * Unpacks gzip, of one member or of several one after the other.
 *
 * Throws: `gzip-invalid` for bytes that are damaged or end early; what the source throws, as it is.
 */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  const reader = readable.getReader()
  const source: Fault = {}
  const written = fill(writable.getWriter(), noting(chunks, source))
  let isOver = false
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    isOver = true
  } catch (error) {
    isOver = true
    throw 'error' in source ? source.error : unpackable(error)
  } finally {
    if (!isOver) await reader.cancel()
    await written
  }
}

interface Fault {
  error?: unknown
}

function unpackable(error: unknown): unknown {
  return fail(GZIP_INVALID, { problem: error instanceof Error ? error.message : String(error) })
}

/** What goes wrong is told to whoever reads. */
async function fill(writer: WritableStreamDefaultWriter<Uint8Array>, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    // A chunk is unpacked after it was written, and holds no longer than until the next one.
    for await (const chunk of chunks) await writer.write(new Uint8Array(chunk))
    await writer.close()
  } catch (error) {
    await writer.abort(error)
  }
}

async function* noting(chunks: AsyncIterable<Uint8Array>, fault: Fault): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    fault.error = error
    throw error
  }
}
