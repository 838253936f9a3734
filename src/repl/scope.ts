import * as codes from '../codes.js'
import * as library from '../index.js'
import * as layer from '../layer.js'
import * as policy from '../policy.js'
import * as render from '../render.js'
import * as report from '../report.js'
import * as stream from '../stream.js'
import type { Session } from './session.js'
import { verbsOf } from './verbs.js'

/** The names that a session offers, besides those of JavaScript and Node. */
export type Scope = Readonly<Record<string, unknown>>

/** Every public name of the library, and the questions and the sources of the session; where names are the same, those of the session. */
export function scopeOf(session: Session): Scope {
  const { policy: own, policies, cases } = session
  const names = { ...library, ...policy, ...layer, ...codes, ...report, ...render, ...stream }
  return { ...names, ...verbsOf(session), policy: own, policies, cases, ...sourcesOf(session) }
}

/** What changes with the day on which the calendar was known. */
export function sourcesOf(session: Session): Scope {
  return { cn: session.calendar(), clock: session.clock() }
}
