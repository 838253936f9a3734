import type { Language } from '../errors.js'

/** The text of `.help`. */
export function helpIn(language: Language): string {
  return language
}
