/** Where a piece ends that is not read. */
export const LOST = -1

/** How many bytes are compared at once. */
export const WORD = 4

/** Bytes, and the same by fours: to look at four costs as much as to look at one. */
export interface Scannable {
  readonly bytes: Uint8Array
  readonly words: DataView
  readonly size: number
}

export function scannable(bytes: Uint8Array): Scannable {
  return { bytes, words: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), size: bytes.length }
}

/** What may stand at a place, four bytes or more: by fours, the last of which ends with the last byte. */
export interface Expected {
  readonly length: number
  readonly first: number
  readonly last: number
  readonly between: readonly number[]
}

export function expectedOf(bytes: Uint8Array): Expected {
  const { words, size: length } = scannable(bytes)
  const between = Array.from({ length: Math.max(0, Math.ceil(length / WORD) - 2) }, (_, i) => words.getInt32(WORD * (i + 1)))
  return { length, first: words.getInt32(0), last: words.getInt32(length - WORD), between }
}

/** Whether some bytes stand at a place. */
export function isAt({ words, size }: Scannable, at: number, { length, first, last, between }: Expected): boolean {
  if (at + length > size || words.getInt32(at) !== first || words.getInt32(at + length - WORD) !== last) return false
  for (let i = 0; i < between.length; i++) if (words.getInt32(at + WORD * (i + 1)) !== between[i]) return false
  return true
}

/** A key of a JSON object, with the colon that follows it at once. */
export function keyOf(name: string): Expected {
  return expectedOf(new TextEncoder().encode(`"${name}":`))
}
