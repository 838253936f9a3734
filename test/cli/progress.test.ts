import { expect, test } from 'vitest'
import { createProgress } from '../../src/cli/progress.js'
import { allOf } from '../support/chunks.js'

/** A run of some pieces of 100 bytes, a tenth of a second or more each. */
async function shown(sizes: readonly (number | undefined)[], language: 'en' | 'zh', isWatched = true) {
  let at = 0
  const said: string[] = []
  const progress = createProgress(sizes, language, { err: (text) => said.push(text), isWatched }, () => at)
  let cases = 0
  const chunks = async function* () {
    for (let i = 0; i < 3; i++) yield new Uint8Array(100)
  }
  for await (const _ of progress.watching(chunks())) {
    at += 1_000
    cases += 1_500
    progress.show(cases)
    at += 50
    progress.show(cases)
  }
  progress.end()
  return said
}

const CLEAR = '\r\u001b[K'

test('the bar tells the share, the count, the rate and the time left, and takes itself away', async () => {
  expect(await shown([100, 300], 'en')).toEqual([
    `${CLEAR}[######------------------] 25% 1,500 cases, 1,500/s 0:03 left`,
    `${CLEAR}[############------------] 50% 3,000 cases, 1,463/s 0:03 left`,
    `${CLEAR}[##################------] 75% 4,500 cases, 1,452/s 0:02 left`,
    CLEAR,
  ])
})

test('where no end is in sight there is no bar, but a count', async () => {
  expect((await shown([100, undefined], 'zh'))[0]).toBe(`${CLEAR}1,500 件， 每秒 1,500 件`)
})

test('nothing is shown where nobody looks, and the bytes are passed on', async () => {
  expect(await shown([300], 'en', false)).toEqual([])
  const chunks = async function* () {
    yield new Uint8Array(3)
  }
  const silent = { err: () => {}, isWatched: true }
  expect(await allOf(createProgress([3], 'en', silent).watching(chunks()))).toEqual([new Uint8Array(3)])
})
