import { gzipSync } from 'node:zlib'
import { entriesFrom } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { allOf, bytesOf, chunksAt } from '../support/chunks.js'

/** Chunks in one piece of memory, which is written over as soon as the next one is asked for. */
function* reusing(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const memory = new Uint8Array(4_096)
  for (const chunk of chunks) {
    memory.set(chunk)
    yield memory.subarray(0, chunk.length)
    memory.fill(0x7e)
  }
}

const rows = Array.from({ length: 40 }, (_, i) => ({ id: `A-${i}`, note: '现场踏勘'.repeat(i % 5) }))
const texts = {
  NDJSON: rows.map((row) => JSON.stringify(row)).join('\n'),
  'one array': JSON.stringify(rows),
  'one object': JSON.stringify(rows[4], null, 2),
  'a table': `id,rule,accepted,completed\n${rows.map(({ id }) => `${id},water-hookup,2019-07-01,2019-07-02`).join('\n')}`,
}

describe.each(Object.entries(texts))('chunks of %s that hold only until the next one is asked for', (_, text) => {
  test.each([
    ['as they are', bytesOf(text)],
    ['packed by gzip', new Uint8Array(gzipSync(text))],
  ])('are read as others are, %s', async (_, bytes) => {
    const cuts = Array.from({ length: bytes.length / 7 }, (_, i) => 1 + 7 * i)
    const found = await allOf(entriesFrom(reusing(chunksAt(bytes, cuts))))
    expect(found).toEqual(await allOf(entriesFrom([bytes])))
    expect(found.every((entry) => 'value' in entry)).toBe(true)
  })
})
