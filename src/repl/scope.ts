import type { Session } from './session.js'
import { verbsOf } from './verbs.js'

/** The names that a session offers, besides those of JavaScript and Node. */
export type Scope = Readonly<Record<string, unknown>>

/** Every public name of the library, and the questions and the sources of the session; where names are the same, those of the session. */
export async function scopeOf(session: Session, refuse: (text: string) => void): Promise<Scope> {
  const { policy, policies, cases } = session
  return { ...(await publicNames()), ...verbsOf(session, refuse), policy, policies, cases, ...sourcesOf(session) }
}

/** By the names of the package, as its users import it: as part of this one, the root could no longer be imported by halves. */
async function publicNames(): Promise<Scope> {
  const entries = await Promise.all([
    import('service-time'),
    import('service-time/policy'),
    import('service-time/layer'),
    import('service-time/codes'),
    import('service-time/report'),
    import('service-time/render'),
    import('service-time/stream'),
  ])
  return Object.assign({}, ...entries)
}

/** What changes with the day on which the calendar was known. */
export function sourcesOf(session: Session): Scope {
  return { cn: session.calendar(), clock: session.clock() }
}
