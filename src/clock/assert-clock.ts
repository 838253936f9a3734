import { fail, quote } from '../errors.js'
import { NOT_CLOCK } from '../messages/values.js'
import type { Clock } from './clock.js'

/** Throws `value-invalid` unless it is a clock; a copy of one has lost what the answers come from, and `createClock` makes a clock of it. */
export function assertClock(value: unknown, path: string): asserts value is Clock {
  const { deadline } = (value ?? {}) as Partial<Clock>
  const isClock = typeof deadline === 'function' && 'table' in (value as object)
  if (!isClock) fail(NOT_CLOCK, { found: quote(value) }, { path })
}
