import type { ErrorCode, ErrorFacts, Expected } from './facts.js'

/**
 * What can be wrong, with its texts: a value, imported where it is thrown, so that a bundler leaves out what nobody throws.
 *
 * Shape: `known` are the facts that all its errors have; `en` and `zh` make the texts of facts.
 */
export interface Fault<C extends ErrorCode, K extends keyof ErrorFacts[C] = never> {
  readonly code: C
  readonly known?: Readonly<Pick<ErrorFacts[C], K>>
  readonly en: (facts: ErrorFacts[C]) => string
  readonly zh: (facts: ErrorFacts[C]) => string
}

/** That a value is not what belongs there. */
export type ValueFault = Fault<'value-invalid', 'expected'> & { readonly known: { readonly expected: Expected } }

/** That a choice is none of those that there are. */
export type ChoiceFault = Fault<'choice-unknown', 'what'> & { readonly known: { readonly what: string } }
