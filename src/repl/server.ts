import process from 'node:process'
import { type REPLEval, type REPLServer, type ReplOptions, start } from 'node:repl'
import { ServiceTimeError } from '../errors.js'
import { COMMANDS, type SessionCommand } from './commands.js'
import { complete } from './complete.js'
import { completeMember } from './members.js'
import { printerOf, sayError, sayUnreadable } from './print.js'
import { type Scope, sourcesOf } from './scope.js'
import type { Session } from './session.js'
import { verbsOf } from './verbs.js'

/** Where what commands say goes. */
export interface Channel {
  readonly answer: (text: string) => void
  readonly refuse: (text: string) => void
  /** That a command was carried out; who pipes commands in is not told. */
  readonly confirm: (text: string) => void
}

/** Node's options, and the names to begin with. */
export interface ServerOptions extends ReplOptions {
  readonly scope: Scope
}

/** Opens Node's REPL with the names and the commands of a session. */
export function serve(session: Session, { scope, ...options }: ServerOptions, channel: Channel): REPLServer {
  // In the global scope, as Node's own: a `Date` made elsewhere would be none to the library.
  const server = start({ useGlobal: true, ignoreUndefined: true, writer: printerOf(session), ...options })
  bring(server, scope)
  // A name that is read anew whenever it is asked for; what is put under it is the time from there on, as by `.now`.
  Object.defineProperty(server.context, 'now', { configurable: true, enumerable: true, get: session.now, set: session.setNow })
  for (const [name, command] of Object.entries(COMMANDS)) define(server, name, { command, session, channel })
  offerNames(server, session, scope)
  goOnAfterUnreadable(server, session, channel)
  return server
}

function bring({ context }: REPLServer, scope: Scope): void {
  for (const [name, value] of Object.entries(scope)) {
    Object.defineProperty(context, name, { value, configurable: true, enumerable: true, writable: true })
  }
}

interface Defined {
  readonly command: SessionCommand
  readonly session: Session
  readonly channel: Channel
}

function define(server: REPLServer, name: string, { command: { help, run }, session, channel }: Defined): void {
  server.defineCommand(name, {
    help: help[session.language],
    action(rest) {
      this.clearBufferedCommand()
      const clock = session.clock()
      try {
        const { text, isAnswer } = run(session, rest.trim())
        channel[isAnswer ? 'answer' : 'confirm'](text)
      } catch (error) {
        if (!(error instanceof ServiceTimeError)) throw error
        channel.refuse(sayError(error, session.language, session.isColoured))
      }
      if (session.clock() !== clock) bring(this, sourcesOf(session))
      this.displayPrompt()
    },
  })
}

/** Puts the names of the session before those that Node offers. */
function offerNames(server: REPLServer, session: Session, scope: Scope): void {
  const ofNode = server.completer
  // To offer names, cases that are refused are not told.
  const quiet = verbsOf(session, () => {})
  Object.assign(server, {
    completer: (line: string, done: (error: null, completion: [readonly string[], string]) => void) => {
      const [names, part] = complete(line, session) ?? completeMember(line, { ...scope, ...quiet, ...sourcesOf(session) }) ?? []
      if (names === undefined || part === undefined) Reflect.apply(ofNode, server, [line, done])
      else done(null, [names, part])
    },
  })
}

/** What throws when it is read would throw where Node writes it, and with that the lines after it would be lost. */
function goOnAfterUnreadable(server: REPLServer, session: Session, channel: Channel): void {
  const ofNode: REPLEval = server.eval
  const careful: REPLEval = (code, context, file, done) => {
    const attempt = (run: () => void) => {
      try {
        run()
      } catch (thrown) {
        leaveDomain()
        channel.refuse(sayUnreadable(thrown, session))
        done(null, undefined)
      }
    }
    attempt(() => Reflect.apply(ofNode, server, [code, context, file, (...told: Parameters<typeof done>) => attempt(() => done(...told))]))
  }
  Object.assign(server, { eval: careful })
}

/** What throws through Node's REPL does not leave the domain that it entered, where a version of Node has one; it would warn of that in the end. */
function leaveDomain(): void {
  const { domain } = process as { readonly domain?: { readonly exit: () => void } | null }
  domain?.exit()
}
