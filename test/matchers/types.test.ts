import { expect as jestExpect } from 'expect'
import { xiaoshan2019 } from 'service-time'
import { matchers } from 'service-time/jest'
import 'service-time/vitest'
import type { ServiceLevelMatchers } from 'service-time/vitest'
import { expect, expectTypeOf, test } from 'vitest'
import { hall } from '../support/clocks.js'

/* The compiler checks this file: a line under `@ts-expect-error` that compiled would be an error. */

jestExpect.extend(matchers)

const water = { id: 'A', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }
const options = { clock: hall, now: '2019-07-03T09:00' }

test('the matchers are typed alike in Vitest and in Jest, and give a promise behind `.resolves`', () => {
  const all: readonly ServiceLevelMatchers[] = [expect(water), expect(water).not, jestExpect(water), jestExpect(water).not]
  for (const each of all.filter((_, i) => i % 2 === 0)) each.toMeet(xiaoshan2019, options)
  expectTypeOf(jestExpect(water).toMeet).returns.toEqualTypeOf<void>()
  expectTypeOf(expect(water).toMeet).returns.toEqualTypeOf<void>()
  expectTypeOf<ReturnType<ReturnType<typeof jestExpect>['resolves']['toMeet']>>().toEqualTypeOf<Promise<void>>()
})

test('an option that is missing, or of another kind, is a compile error and fails the test', () => {
  // @ts-expect-error
  expect(() => expect(water).toMeet(xiaoshan2019, { clock: hall })).toThrowError('instant-invalid')
  // @ts-expect-error
  expect(() => jestExpect(water).toMeet(xiaoshan2019, { clock: hall })).toThrowError('instant-invalid')
  // @ts-expect-error
  expect(() => expect(water).toMeet('xiaoshan-2019', options)).toThrowError('value-invalid')
  // @ts-expect-error
  expect(() => expect(water).toBeDueAt('2019-07-05', options)).toThrowError('value-invalid')
})

test('a misspelt unit or rate is a compile error and fails the test', () => {
  // @ts-expect-error
  expect(() => expect(['2019-07-01', '2019-07-02']).toTakeAtMost({ days: 4 }, hall)).toThrowError('unit-ambiguous')
  // @ts-expect-error
  expect(() => jestExpect(['2019-07-01', '2019-07-02']).toTakeAtMost({ days: 4 }, hall)).toThrowError('unit-ambiguous')
  // @ts-expect-error
  expect(() => expect([]).toHaveOnTimeRate({ atleast: 0.95 })).toThrowError('choice-unknown')
})
