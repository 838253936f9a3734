import { LINE_FEED, QUOTE } from '../time/ascii.js'
import type { Chunks } from './entry.js'
import { feedsIn, joined, LONGEST_LINE, piecesOf } from './text.js'

/** Whole lines, or so many lines that were not kept because they are one record longer than is read. */
export type Block = { readonly bytes: Uint8Array } | { readonly skipped: number }

/** Where the first and the last record of a piece end, behind their line feeds; 0 where none does. It is asked about all pieces in turn. */
export type Ends = (bytes: Uint8Array) => readonly [first: number, last: number]

/** Records that end with every line. */
export const lineEnds: Ends = (bytes) => [bytes.indexOf(LINE_FEED) + 1, bytes.lastIndexOf(LINE_FEED) + 1]

/** Records that end with the lines that end outside quotes: a field of a table may go over several. */
export function recordEnds(): Ends {
  let isQuoted = false
  return (bytes) => {
    let [first, last] = [0, 0]
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === QUOTE) isQuoted = !isQuoted
      else if (bytes[i] === LINE_FEED && !isQuoted) [first, last] = [first || i + 1, i + 1]
    }
    return [first, last]
  }
}

/**
 * Cuts bytes into blocks of whole lines. Of a record that is too long no more than that is held. What stands after the last line end before a
 * fault is given only where it is known to be whole: it may have been cut there.
 */
export async function* blocksOf(chunks: Chunks, ends: Ends, isWhole: (bytes: Uint8Array) => boolean): AsyncGenerator<Block> {
  const cutter = createCutter(ends)
  try {
    for await (const chunk of chunks) for (const piece of piecesOf(chunk)) yield* cutter.cut(piece)
  } catch (error) {
    yield* cutter.rest().filter((block) => 'bytes' in block && isWhole(block.bytes))
    throw error
  }
  yield* cutter.rest()
}

interface Cutter {
  readonly cut: (piece: Uint8Array) => readonly Block[]
  /** What stands after the last line end. */
  readonly rest: () => readonly Block[]
}

function createCutter(ends: Ends): Cutter {
  let held: Uint8Array[] = []
  let size = 0
  /** The line feeds in a record that is being skipped. */
  let lost: number | undefined
  const hold = (bytes: Uint8Array) => {
    if (lost !== undefined) lost += feedsIn(bytes)
    else if (bytes.length > 0) held.push(new Uint8Array(bytes))
    size += bytes.length
    if (lost !== undefined || size <= LONGEST_LINE) return
    lost = held.reduce((sum, part) => sum + feedsIn(part), 0)
    held = []
  }
  const release = (bytes: Uint8Array): Block => {
    hold(bytes)
    const block = lost === undefined ? { bytes: joined(held) } : { skipped: lost }
    ;[held, size, lost] = [[], 0, undefined]
    return block
  }
  return {
    cut: (piece) => {
      const [first, last] = ends(piece)
      // What was begun before ends a block of its own, so that the others need not be copied.
      const own = size > 0 ? first : 0
      const blocks = own > 0 ? [release(piece.subarray(0, own))] : []
      if (last > own) blocks.push({ bytes: piece.subarray(own, last) })
      hold(piece.subarray(Math.max(own, last)))
      return blocks
    },
    rest: () => (size === 0 ? [] : [lost === undefined ? release(new Uint8Array()) : { skipped: lost + 1 }]),
  }
}
