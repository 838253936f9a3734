import { assess, clockFor, xiaoshan2019 } from 'service-time'
import { expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { createVerdictWriter } from '../../src/stream/verdict-lines.js'

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: EXTRACTED }
const verdicts = [...casesOf(2_000, 3)].map((file, i) => assess({ ...file, id: i % 7 === 0 ? `甲"\n"basis":${file.id}` : file.id }, options))

test('what is written says what JSON.stringify says, however often the writer is emptied', () => {
  const writer = createVerdictWriter()
  for (const size of [1, 10, verdicts.length]) {
    for (let at = 0; at < verdicts.length; at += size) {
      const some = verdicts.slice(at, at + size)
      for (const verdict of some) writer.add(verdict)
      const lines = new TextDecoder().decode(writer.take()).split('\n')
      expect([lines.pop(), lines.map((line) => JSON.parse(line))]).toEqual(['', some.map((verdict) => JSON.parse(JSON.stringify(verdict)))])
    }
  }
  expect(writer.take()).toHaveLength(0)
})
