import { UNKNOWN_LANGUAGE } from './messages/choices.js'
import { clip } from './messages/clip.js'
import type { ErrorCode, ErrorFacts, Language } from './messages/facts.js'
import type { Fault } from './messages/fault.js'

export { clip } from './messages/clip.js'
export type { ErrorCode, ErrorFacts, Language } from './messages/facts.js'
export type { ChoiceFault, ValueFault } from './messages/fault.js'

/** Under this name an error holds its fault, so that another copy of the package knows the error and can make its texts. */
const brand = Symbol.for('service-time.ServiceTimeError')

/** A text with the case it is about. */
const OF_CASE: Readonly<Record<Language, (id: string, text: string) => string>> = {
  en: (id, text) => `Case "${clip(id)}": ${text}`,
  zh: (id, text) => `办件“${clip(id)}”：${text}`,
}

/** What an error is about, besides its facts. */
export interface ErrorContext {
  /** Where in the input the fault lies, such as `events[2].at`; empty for a single argument. */
  readonly path?: string
  /** The case that the fault was found in. */
  readonly caseId?: string | undefined
  /** What was thrown in the first place, where that was no error of this library. */
  readonly cause?: unknown
}

/**
 * The one error that this library throws for wrong use, bad input or missing data.
 *
 * Shape: `code` for programs, `path` into the input, `facts` to make a text from, `message` in English, `text('zh')` in Chinese.
 * Edges: `instanceof` also holds between the ESM and the CommonJS copy of the package.
 *
 * @example
 * let code
 * try { cn.add('2019-02-30', 4) } catch (error) { if (error instanceof ServiceTimeError) code = error.code }
 * code //=> 'date-invalid'
 */
export class ServiceTimeError<C extends ErrorCode = ErrorCode> extends Error {
  /** What went wrong, for programs: stable. */
  readonly code: C
  /** Where in the input the fault lies, such as `events[2].at`; empty for a single argument. */
  readonly path: string
  /** What the texts are made from. */
  readonly facts: ErrorFacts[C]
  /** The case that the fault was found in, where there is one. */
  readonly caseId: string | undefined

  /** An error of a fault, with its facts and what else is known; users of the library have no need to make one. */
  constructor(fault: Fault<C>, facts: ErrorFacts[C], context: ErrorContext = {}) {
    super('', 'cause' in context ? { cause: context.cause } : undefined)
    this.name = 'ServiceTimeError'
    this.code = fault.code
    this.facts = facts
    this.path = context.path ?? ''
    this.caseId = context.caseId
    Object.defineProperty(this, brand, { value: fault })
    this.message = this.text('en')
  }

  /**
   * The message in a language; ends with what would be right.
   *
   * Throws: `choice-unknown` for another language.
   *
   * @example
   * let said
   * try { parseLimit('soon') } catch (error) { if (error instanceof ServiceTimeError) said = error.text('zh') }
   * said //=> '"soon" 不是时限；请写一个单位及其数量，例如 { workingDays: 4 }，文本则如“4个工作日”。'
   */
  text(language: Language): string {
    if (typeof language !== 'string' || !Object.hasOwn(OF_CASE, language))
      return fail(UNKNOWN_LANGUAGE, { found: show(language), allowed: Object.keys(OF_CASE) })
    const text = faultOf(this)[language](this.facts)
    return this.caseId === undefined ? text : OF_CASE[language](this.caseId, text)
  }

  /**
   * The same error with another path or case, for programs that hand on parts of what they were given.
   *
   * Edges: what the context does not name stays; `caseId: undefined` names no case.
   *
   * @example
   * let path
   * try { cn.add('2019-02-30', 4) } catch (error) { if (error instanceof ServiceTimeError) path = error.with({ path: 'form.start' }).path }
   * path //=> 'form.start'
   */
  with(context: ErrorContext): ServiceTimeError<C> {
    return again(this, context)
  }

  /** Whether a value is an error of this library, also of another copy of it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }
}

function faultOf<C extends ErrorCode>(error: ServiceTimeError<C>): Fault<C> {
  return (error as unknown as Readonly<Record<symbol, Fault<C>>>)[brand] as Fault<C>
}

/** Outside the class: a bundler renames a class that names itself within, and a program shows what nobody caught by the name of its class. */
function again<C extends ErrorCode>(error: ServiceTimeError<C>, context: ErrorContext): ServiceTimeError<C> {
  const { path, caseId, facts } = error
  return new ServiceTimeError(faultOf(error), facts, { path, caseId, ...('cause' in error && { cause: error.cause }), ...context })
}

/** Throws an error of a fault, with the facts that the fault does not know; a function, so that expressions can end in it. */
export function fail<C extends ErrorCode, K extends keyof ErrorFacts[C]>(
  fault: Fault<C, K>,
  facts: Omit<ErrorFacts[C], K>,
  context?: ErrorContext,
): never {
  throw new ServiceTimeError<C>(fault, { ...fault.known, ...facts } as ErrorFacts[C], context)
}

/** Runs a function and puts a path and a case id in front of what it throws. */
export function within<T>(context: ErrorContext, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw inContext(error, context)
  }
}

/** An error with a path and a case id put in front; what is not of this library is let be. */
export function inContext(error: unknown, context: ErrorContext): unknown {
  if (!(error instanceof ServiceTimeError)) return error
  const known = error as ServiceTimeError
  const path = [context.path, known.path].filter(Boolean).join('.')
  return known.with({ path, caseId: known.caseId ?? context.caseId })
}

/** A value for a message in which text and number must not look alike. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? `"${clip(value)}"` : show(value)
}

/** A short, safe rendering of any value for a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') return clip(value)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (typeof value !== 'object') return typeof value
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[… ${value.length}]`
  if (ArrayBuffer.isView(value)) return Object.prototype.toString.call(value).slice('[object '.length, -1)
  const keys = Object.keys(value)
  const some = keys.slice(0, 4).map(clip).join(', ')
  return some === '' ? '{}' : `{ ${some}${keys.length > 4 ? ', …' : ''} }`
}
