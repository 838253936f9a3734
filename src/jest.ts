/**
 * `service-time/jest`: the same matchers, added to the `expect` of Jest when it is imported.
 *
 * @module
 */
import type {} from 'expect'
import { matchers, type ServiceLevelMatchers } from './matchers/matchers.js'

export type { DueOptions } from './matchers/due.js'
export { type MatcherFunctions, matchers, matchersIn, type ServiceLevelMatchers } from './matchers/matchers.js'
export type { MeetOptions } from './matchers/meet.js'
export type { RateTarget } from './matchers/rate.js'
export type { Matcher, MatcherContext, MatcherResult } from './matchers/result.js'

/** Where a test runner makes no global `expect`, `expect.extend(matchers)` does the same. */
const { expect } = globalThis as { readonly expect?: { readonly extend?: (functions: typeof matchers) => void } }
expect?.extend?.(matchers)

declare module 'expect' {
  interface Matchers<R> extends ServiceLevelMatchers<R> {}
  interface AsymmetricMatchers extends ServiceLevelMatchers<unknown> {}
}

declare global {
  // The types of `@types/jest`, which are others than those of `@jest/globals`.
  namespace jest {
    interface Matchers<R> extends ServiceLevelMatchers<R> {}
    interface Expect extends ServiceLevelMatchers<unknown> {}
    interface InverseAsymmetricMatchers extends ServiceLevelMatchers<unknown> {}
  }
}
