import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Stretch } from '../../src/case/course.js'
import { begin, finish, finishAll, isAnyOpen, isOpenAs, namesOpen, nothingOpen } from '../../src/case/open.js'
import type { Moment } from '../../src/time/instant.js'
import { runs } from '../support/runs.js'

const NAMES = ['', 'a', 'b', 'c']
const momentOf = (at: number) => ({ day: 0, instant: at, isDateOnly: false, text: undefined }) as unknown as Moment
const steps = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: fc.constant(undefined) }), {
  maxLength: 30,
})

test('what is open is found by its name, in the order in which it began, however many are open at once', () => {
  fc.assert(
    fc.property(steps, (names) => {
      const open = nothingOpen()
      const begun: Stretch[] = []
      let expected: { readonly name: string; readonly at: number }[] = []
      // A name that is open ends, any other begins; without one all end.
      names.forEach((name, at) => {
        const wasOpen = expected.some((one) => one.name === name)
        if (name === undefined) finishAll(open, momentOf(at))
        else if (wasOpen) finish(open, name, momentOf(at))
        else begun.push(begin(open, name, momentOf(at)))
        expected = name === undefined ? [] : wasOpen ? expected.filter((one) => one.name !== name) : [...expected, { name, at }]
        expect(namesOpen(open)).toEqual(expected.map((one) => one.name))
        expect(NAMES.filter((one) => isOpenAs(open, one))).toEqual(NAMES.filter((one) => expected.some((other) => other.name === one)))
        expect(isAnyOpen(open)).toBe(expected.length > 0)
        const unended = begun.filter(({ to }) => to === undefined)
        expect(unended.map((one) => ({ name: one.name, at: one.from.instant }))).toEqual(expected)
      })
    }),
    { numRuns: runs(1_000) },
  )
})
