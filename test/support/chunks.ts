/** Bytes in pieces that end at some places. */
export function* chunksAt(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const ends = [...new Set(cuts.filter((cut) => cut > 0 && cut < bytes.length))].sort((a, b) => a - b)
  let from = 0
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(from, end)
    from = end
  }
}

/** All of a stream. */
export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
