import { clockFor, cnLicensing, xiaoshan2019 } from 'service-time'
import { sampleCases } from '../../src/repl/samples.js'
import { createSession, type Session, type Setting } from '../../src/repl/session.js'
import { type Verbs, verbsOf } from '../../src/repl/verbs.js'

/** The host's time in sessions of tests. */
export const SYSTEM_TIME = '2026-11-28T10:00:00+08:00'

/** A session as the command begins it, in English and without colours. */
export function sessionWith(setting: Partial<Setting> = {}): Session {
  return createSession({
    language: 'en',
    policy: xiaoshan2019,
    clock: clockFor(xiaoshan2019),
    clocks: {},
    policies: { [xiaoshan2019.id]: xiaoshan2019, [cnLicensing.id]: cnLicensing },
    cases: sampleCases(),
    systemTime: () => Date.parse(SYSTEM_TIME) + 250,
    isColoured: false,
    columns: () => 80,
    ...setting,
  })
}

/** The questions of a session in which no case is refused among others. */
export function questionsOf(session: Session): Verbs {
  return verbsOf(session, (text) => {
    throw new Error(text)
  })
}
