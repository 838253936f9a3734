import { exit, stdin, stdout } from 'node:process'
import type { Io } from '../cli/io.js'
import { builtIn, type ClockHours, clockNamed, clocksNamed, policyNamed } from '../cli/policies.js'
import { type Language, within } from '../errors.js'
import { servePipe } from './pipe.js'
import { sampleCases } from './samples.js'
import { createSession } from './session.js'
import { serveTerminal } from './terminal.js'

/** The options of `repl` on the command line. */
export interface ReplFlags {
  readonly policy: string
  readonly hours?: string
  readonly clock?: ClockHours
  readonly now?: string
  readonly asOf?: string
  readonly lang: Language
}

/** As wide as lines are set where nobody looks at a terminal. */
const COLUMNS = 80

/** Answers questions, at a terminal or from a pipe. */
export async function replCommand(flags: ReplFlags, io: Io): Promise<number> {
  const policy = await policyNamed(flags.policy)
  const clock = clockNamed(policy, flags.hours)
  const session = createSession({
    language: flags.lang,
    policy,
    clock,
    clocks: clocksNamed(policy, clock, flags.clock),
    policies: { ...builtIn, [policy.id]: policy },
    cases: sampleCases(),
    systemTime: Date.now,
    isColoured: io.isColoured,
    columns: () => stdout.columns || COLUMNS,
  })
  within({ path: '--now' }, () => session.setNow(flags.now))
  within({ path: '--as-of' }, () => session.setKnownOn(flags.asOf))
  // By the stream that `console.log` writes to: what is written to a file beside it would come in another order.
  if (!stdin.isTTY || !stdout.isTTY) return servePipe(session, stdin, { ...io, out: (text) => stdout.write(text) })
  // Who has left a terminal waits for nothing that was set going there, such as a timer.
  return exit(await serveTerminal(session, stdin, stdout))
}
