import { homedir } from 'node:os'
import { env } from 'node:process'
import type { REPLServer } from 'node:repl'
import type { ReadStream, WriteStream } from 'node:tty'
import { EXIT } from '../cli/io.js'
import { historyFile, prepareHistory } from './history.js'
import { sorted } from './output.js'
import { scopeOf } from './scope.js'
import { serve } from './server.js'
import type { Session } from './session.js'
import { greetingIn, NO_HISTORY, OF_NODE } from './words.js'

/** As many lines as Node's own REPL remembers. */
const REMEMBERED = 1_000

/** Serves a person at a terminal, until they leave. */
export async function serveTerminal(session: Session, input: ReadStream, output: WriteStream): Promise<number> {
  const say = (text: string) => output.write(`${text}\n`)
  say(greetingIn(session))
  const confirm = (text: string) => {
    say(text)
    server.setPrompt(promptOf(session))
  }
  const colours = { useColors: session.isColoured, historySize: REMEMBERED }
  const options = { input, output: withoutUncaught(output, session), terminal: true, prompt: promptOf(session), breakEvalOnSigint: true, ...colours }
  const server: REPLServer = serve(session, { ...options, scope: await scopeOf(session, say) }, { answer: say, refuse: say, confirm })
  const left = new Promise<void>((resolve) => server.once('exit', resolve))
  await keepHistory(server, session, say)
  await left
  return EXIT.ok
}

/** A calendar of another day must not be forgotten. */
function promptOf(session: Session): string {
  const on = session.knownOn()
  return on === undefined ? '> ' : `${on}> `
}

/** The terminal itself, but that what was thrown is written as it is. */
function withoutUncaught(output: WriteStream, session: Session): WriteStream {
  const write = (chunk: unknown, ...rest: unknown[]) => {
    const text = typeof chunk === 'string' ? sorted(chunk, OF_NODE[session.language]).text : chunk
    return Reflect.apply(output.write, output, [text, ...rest])
  }
  return new Proxy(output, {
    get: (target, key) => {
      if (key === 'write') return write
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** A history that cannot be kept is no reason not to answer. */
async function keepHistory(server: REPLServer, session: Session, say: (text: string) => void): Promise<void> {
  const file = historyFile(env, homedir())
  const problem = file === undefined ? undefined : prepareHistory(file)
  const failed = file === undefined || problem !== undefined ? problem : await readHistory(server, file)
  if (failed === undefined) return
  say(NO_HISTORY[session.language](failed))
  server.displayPrompt()
}

function readHistory(server: REPLServer, file: string): Promise<string | undefined> {
  return new Promise((resolve) => server.setupHistory(file, (error) => resolve(error?.message)))
}
