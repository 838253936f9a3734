import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { printerInto } from '../../src/cli/output.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-output-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MOST = 200_000
const fails = (error: Error): never => {
  throw error
}

/** What a file holds after pieces were put out; whoever pours fills the same buffer for each. */
async function printed(pieces: readonly { readonly text: string; readonly isPoured: boolean }[]): Promise<string> {
  const file = join(folder, 'out')
  const fd = openSync(file, 'w')
  const printer = printerInto(fd, fails)
  const buffer = new Uint8Array(MOST)
  for (const { text, isPoured } of pieces) {
    if (!isPoured) printer.out(text)
    else await printer.pour(buffer.subarray(0, new TextEncoder().encodeInto(text, buffer).written))
    buffer.fill(0)
  }
  await printer.drain()
  closeSync(fd)
  return readFileSync(file, 'utf8')
}

test('pieces of any size stand in a file in the order in which they came', async () => {
  const size = fc.oneof(fc.nat({ max: 64 }), fc.nat({ max: MOST }))
  const piece = fc.record({ letter: fc.constantFrom('a', 'b', 'c', 'd'), size, isPoured: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (drawn) => {
      const pieces = drawn.map(({ letter, size, isPoured }) => ({ text: letter.repeat(size), isPoured }))
      expect((await printed(pieces)) === pieces.map(({ text }) => text).join('')).toBe(true)
    }),
    { numRuns: 40 },
  )
})
