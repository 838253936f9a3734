import type { Clock } from '../clock/clock.js'
import type { Language } from '../errors.js'
import { UNKNOWN_LANGUAGE } from '../messages/choices.js'
import type { Policy } from '../policy/policy.js'
import { assertChoice, LANGUAGES } from '../render/options.js'
import type { InstantInput } from '../time/instant.js'
import type { Limit } from '../time/limit.js'
import { type DueOptions, isDueAt } from './due.js'
import { type MeetOptions, meets, meetsStatutory } from './meet.js'
import { hasOnTimeRate, type RateTarget } from './rate.js'
import { type Matcher, matcherOf } from './result.js'
import { takesAtMost } from './span.js'

/**
 * What can be expected of cases, spans and assessments. `R` is what the test runner makes of it: nothing, or behind `.resolves` a promise.
 *
 * Edges: what cannot be judged fails in both forms, with and without `.not`: bad input, a case whose clock has not started or that no
 * version covers, one whose target binds a set, and a set of which nothing was completed.
 */
export interface ServiceLevelMatchers<R = void> {
  /**
   * Of a case: it has kept, by `now`, every limit that it is under: those of promise and law, of its stages, and that of delivery.
   *
   * Edges: a case that is open meets its policy as long as no limit has passed; so does one that was closed in time without a decision.
   *
   * @example
   * const events = [{ type: 'accepted', at: '2019-07-01T10:00' }, { type: 'completed', at: '2019-07-05T16:00' }]
   * expect({ id: 'A-1', rule: 'water-hookup', events }).toMeet(xiaoshan2019, { clock, now: '2019-07-08T09:00' })
   */
  toMeet(policy: Policy, options: MeetOptions): R
  /**
   * Of a case: it has kept, by `now`, the limit of the law, whatever was promised; a rule without one is refused.
   *
   * @example
   * const file = { id: 'L-1', rule: 'ordinary-licence', events: [{ type: 'accepted', at: '2019-07-01T10:00' }] }
   * expect(file).toMeetStatutory(cnLicensing, { clock, now: '2019-07-29T17:00' })
   * expect(file).not.toMeetStatutory(cnLicensing, { clock, now: '2019-07-30T09:00' })
   */
  toMeetStatutory(policy: Policy, options: MeetOptions): R
  /**
   * Of a case: its deadline is at an instant, or on a date where no time is given; a case that is paused has none, and is refused.
   *
   * @example
   * const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01T10:00' }] }
   * expect(file).toBeDueAt('2019-07-05T17:00', { policy: xiaoshan2019, clock, now: '2019-07-02T09:00' })
   */
  toBeDueAt(expected: InstantInput, options: DueOptions): R
  /**
   * Of `[start, end]`: the end is not after the deadline that `clock.deadline` gives; two dates without times will do for days.
   *
   * @example
   * expect(['2019-04-26', '2019-05-05']).toTakeAtMost({ workingDays: 4 }, clock)
   * expect(['2019-04-26', '2019-05-06']).not.toTakeAtMost({ workingDays: 4 }, clock)
   */
  toTakeAtMost(limit: Limit, clock: Clock): R
  /**
   * Of assessments, or of a tally of them: so many of the completed were completed in time; open and overdue cases do not count.
   *
   * @example
   * const events = [{ type: 'accepted', at: '2019-07-01T10:00' }, { type: 'completed', at: '2019-07-05T16:00' }]
   * const assessment = assess({ id: 'A-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock, now: '2019-07-08T09:00' })
   * expect([assessment]).toHaveOnTimeRate({ atLeast: 0.95 })
   */
  toHaveOnTimeRate(target: RateTarget): R
}

/** The matchers as `expect.extend` takes them. */
export type MatcherFunctions = { readonly [K in keyof ServiceLevelMatchers]: Matcher<Parameters<ServiceLevelMatchers[K]>> }

/**
 * The matchers with messages in a language, for `expect.extend`.
 *
 * Throws: `choice-unknown` for another language.
 *
 * @example
 * const { toTakeAtMost } = matchersIn('zh')
 * const { pass, message } = toTakeAtMost.call({ isNot: false }, ['2019-04-26', '2019-05-06'], { workingDays: 4 }, clock)
 * pass //=> false
 * message().split('\n')[1] //=> '时限：4个工作日，2019年5月5日 17:00到期，已逾期'
 */
export function matchersIn(language: Language): MatcherFunctions {
  assertChoice(UNKNOWN_LANGUAGE, language, LANGUAGES)
  return {
    toMeet: matcherOf('toMeet', language, meets),
    toMeetStatutory: matcherOf('toMeetStatutory', language, meetsStatutory),
    toBeDueAt: matcherOf('toBeDueAt', language, isDueAt),
    toTakeAtMost: matcherOf('toTakeAtMost', language, takesAtMost),
    toHaveOnTimeRate: matcherOf('toHaveOnTimeRate', language, hasOnTimeRate),
  }
}

/**
 * The matchers with messages in English.
 *
 * @example
 * matchers.toTakeAtMost.call({}, ['2019-04-26', '2019-05-05'], { workingDays: 4 }, clock).pass //=> true
 */
export const matchers: MatcherFunctions = /* @__PURE__ */ matchersIn('en')
