import { type Language, ServiceTimeError } from '../errors.js'
import { refusalIn } from './words.js'

/** What a test runner is told. */
export interface MatcherResult {
  readonly pass: boolean
  /** What to say where the test hoped for the other. */
  readonly message: () => string
}

/** What a test runner tells a matcher: whether it was called behind `.not`. */
export interface MatcherContext {
  readonly isNot?: boolean
}

/** What a matcher found, and how it says so where the test hoped for the other. */
export interface Found {
  readonly isMet: boolean
  readonly say: (language: Language) => string
}

/** A matcher as `expect.extend` takes it. */
export type Matcher<A extends readonly unknown[]> = (this: MatcherContext, received: unknown, ...args: A) => MatcherResult

/**
 * A matcher that judges by a function. What the function refuses fails in both forms, with the words of the error: a case that cannot be
 * judged does not pass behind `.not` either.
 */
export function matcherOf<A extends readonly unknown[]>(
  name: string,
  language: Language,
  judge: (received: unknown, ...args: A) => Found,
): Matcher<A> {
  return function (received, ...args) {
    try {
      const { isMet, say } = judge(received, ...args)
      return { pass: isMet, message: () => say(language) }
    } catch (error) {
      if (!(error instanceof ServiceTimeError)) throw error
      return { pass: this?.isNot === true, message: () => refusalIn(name, error, language) }
    }
  }
}
