import { LINE_FEED } from '../time/ascii.js'
import { firstByte, LONGEST_LINE } from './text.js'

/** Tells of chunks in turn, and the size of all so far, whether they are enough. */
type IsEnough = (chunk: Uint8Array, size: number) => boolean

/** Whether a line that is not blank has ended, or is longer than is read. */
export function hasLine(): IsEnough {
  const endIn = lineEnd()
  return (chunk, size) => size > LONGEST_LINE || endIn(chunk) !== undefined
}

/** Whether another line has begun after that. */
export function hasNextLine(): IsEnough {
  const endIn = lineEnd()
  return (chunk, size) => {
    const end = endIn(chunk)
    return size > LONGEST_LINE || (end !== undefined && firstByte(chunk, end) < chunk.length)
  }
}

/** Where in each chunk what follows the first line that is not blank begins; nothing while that has not ended. */
function lineEnd(): (chunk: Uint8Array) => number | undefined {
  let [isBegun, isOver] = [false, false]
  return (chunk) => {
    if (isOver) return 0
    const from = isBegun ? 0 : firstByte(chunk)
    isBegun ||= from < chunk.length
    const feed = isBegun ? chunk.indexOf(LINE_FEED, from) : -1
    isOver = feed >= 0
    return isOver ? feed : undefined
  }
}
