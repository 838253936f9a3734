/**
 * `service-time/vitest`: matchers of service levels, added to the `expect` of Vitest when it is imported.
 *
 * @module
 */
import { expect } from 'vitest'
import { matchers, type ServiceLevelMatchers } from './matchers/matchers.js'

export type { DueOptions } from './matchers/due.js'
export { type MatcherFunctions, matchers, matchersIn, type ServiceLevelMatchers } from './matchers/matchers.js'
export type { MeetOptions } from './matchers/meet.js'
export type { RateTarget } from './matchers/rate.js'
export type { Matcher, MatcherContext, MatcherResult } from './matchers/result.js'

expect.extend(matchers)

declare module 'vitest' {
  // Without type parameters, as those of Vitest 4 and 5 have other names.
  interface Matchers extends ServiceLevelMatchers {}
  interface AsymmetricMatchersContaining extends ServiceLevelMatchers {}
}
