import { ServiceTimeError } from 'service-time'

/** The typed error that a function throws; anything else it throws, or nothing, fails the test. */
export function errorOf(run: () => unknown): ServiceTimeError {
  try {
    run()
  } catch (error) {
    if (error instanceof ServiceTimeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

export function codeOf(run: () => unknown): string {
  return errorOf(run).code
}
