/*
 * What test files import from Vitest, in a few lines: its own `expect`, and a `test` that only writes down. Vitest itself reads a file of tests anew
 * and reports on it, which takes many times as long as the tests.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ASYMMETRIC_MATCHERS_OBJECT, chai, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import { root } from './places.js'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
chai.use(({ Assertion }, { addMethod, flag }) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', async function (path) {
    chai.expect(flag(this, 'object')).to.equal(readFileSync(resolve(root, dirname(running), path), 'utf8'))
  })
})
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT])
globalThis[GLOBAL_EXPECT] = expect

/** Types are checked by the compiler, not here. */
const nothing = new Proxy(() => nothing, { get: () => nothing })

let collected = []
let outer = []
let reading
let running

/** What a test is given for each row: lists are spread where all rows are lists. */
const given = (rows) => (rows.every(Array.isArray) ? rows : rows.map((row) => [row]))
/** The last function: a title comes before it, and a time-out may come after. */
const bodyOf = (args) => args.find((arg) => typeof arg === 'function')

const test = (title, ...args) => {
  const file = reading
  const run = () => {
    running = file
    return bodyOf(args)()
  }
  collected.push({ title: [...outer, title].join(' > '), run })
}
test.each =
  (rows) =>
  (title, ...args) => {
    for (const row of given(rows)) test(title, () => bodyOf(args)(...row))
  }

const describe = (title, body) => {
  outer.push(title)
  body()
  outer.pop()
}
describe.each = (rows) => (title, body) => {
  for (const row of given(rows)) describe(title, () => body(...row))
}

export const vitest = { describe, expect, expectTypeOf: nothing, test }

/** The tests that a file writes down as it is read. */
export function testsOf(file, read) {
  collected = []
  outer = []
  reading = file
  read()
  return collected
}
