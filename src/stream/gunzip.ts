import { fail } from '../errors.js'
import { GZIP_INVALID } from '../messages/files.js'
import { joined } from './text.js'

/**
 * Unpacks gzip, of one member or of several one after the other. What was unpacked before a fault is given before the fault is thrown.
 *
 * Throws: `gzip-invalid` for bytes that are damaged or end early; what the source throws, as it is.
 */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  const [reader, writer] = [readable.getReader(), writable.getWriter()]
  const ready: Uint8Array[] = []
  const end = drain(reader, ready)
  let isOver = false
  try {
    let isSound = true
    for await (const slice of slicesOf(chunks)) {
      const written = isDone(writer.write(slice))
      // What came of the slices before is worked on while this one is unpacked.
      yield* ready.splice(0)
      isSound = await written
      if (!isSound) break
    }
    if (isSound) await isDone(writer.close())
    const { fault } = await end
    isOver = true
    yield* ready.splice(0)
    if (fault) fail(GZIP_INVALID, { problem: fault.error instanceof Error ? fault.error.message : String(fault.error) })
  } finally {
    if (!isOver) await isDone(reader.cancel())
  }
}

interface End {
  readonly fault?: { readonly error: unknown }
}

/** Takes what is unpacked as soon as it is: a stream that fails forgets what nobody has taken. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, ready: Uint8Array[]): Promise<End> {
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) ready.push(next.value)
    return {}
  } catch (error) {
    return { fault: { error } }
  }
}

/** Whether something was done; what is wrong with the data, whoever reads is told. */
function isDone(doing: Promise<void>): Promise<boolean> {
  return doing.then(
    () => true,
    () => false,
  )
}

/** As much is unpacked at once. */
const SLICE = 16 * 1024
/** What remains is unpacked in so many parts, again and again. */
const PARTS = 16

/**
 * The same bytes in slices that get shorter towards the end, down to one byte: what a slice with a fault in it would have brought is lost, and most
 * faults are there, in the sum of the file and in what was put behind it.
 */
async function* slicesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let rest = new Uint8Array()
  for await (const chunk of chunks) {
    // A slice may be unpacked after the next chunk was asked for, and is a copy for that.
    const all = new Uint8Array(joined([rest, chunk]))
    const last = Math.max(0, all.length - SLICE)
    for (let at = 0; at < last; at += SLICE) yield all.subarray(at, Math.min(last, at + SLICE))
    rest = all.subarray(last)
  }
  for (let at = 0; at < rest.length; ) {
    const size = Math.ceil((rest.length - at) / PARTS)
    yield rest.subarray(at, at + size)
    at += size
  }
}
