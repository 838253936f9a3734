import { createInterface } from 'node:readline'
import { type REPLEval, type REPLServer, Recoverable } from 'node:repl'
import { PassThrough, type Readable, Writable } from 'node:stream'
import { EXIT, type Io } from '../cli/io.js'
import type { Language } from '../errors.js'
import { sorted } from './output.js'
import { scopeOf } from './scope.js'
import { serve } from './server.js'
import type { Session } from './session.js'
import { OF_NODE } from './words.js'

const UNFINISHED: Readonly<Record<Language, (code: string) => string>> = {
  en: (code) => `The input ended before this was complete: ${code}`,
  zh: (code) => `输入已结束，而以下内容尚不完整：${code}`,
}

/**
 * Answers lines of a pipe or a file, each once the one before it is done: answers go to the output and nothing else does, refusals to the error
 * stream, and any of these makes the exit status 2.
 */
export async function servePipe(session: Session, input: Readable, io: Io): Promise<number> {
  let isRefused = false
  const refuse = (text: string) => {
    isRefused = true
    io.err(text)
  }
  const output = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      const written = sorted(String(chunk), OF_NODE[session.language])
      if (written.isRefusal) refuse(written.text)
      else io.out(written.text)
      done()
    },
  })
  const channel = { answer: (text: string) => io.out(`${text}\n`), refuse: (text: string) => refuse(`${text}\n`), confirm: () => {} }
  const scope = await scopeOf(session, channel.refuse)
  const server = serve(session, { scope, input: new PassThrough(), output, terminal: false, prompt: '' }, channel)
  const unfinished = await answerLines(server, input)
  if (unfinished !== undefined) refuse(`${UNFINISHED[session.language](unfinished.trimEnd())}\n`)
  return isRefused ? EXIT.bad : EXIT.ok
}

/** Gives a server its lines; what is left of an expression at their end is handed back. */
async function answerLines(server: REPLServer, input: Readable): Promise<string | undefined> {
  const unfinished = watched(server)
  let isOver = false
  let goOn = () => {}
  // Node asks for the next line by its prompt, of which nothing is to be written.
  Object.assign(server, { displayPrompt: () => goOn() })
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      isOver = true
      goOn()
      resolve()
    })
  })
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (isOver) break
    await new Promise<void>((resolve) => {
      goOn = resolve
      server.emit('line', line)
    })
  }
  if (!isOver) server.close()
  await ended
  return unfinished()
}

/** Watches for code that is not yet complete, which Node keeps to itself. */
function watched(server: REPLServer): () => string | undefined {
  let unfinished: string | undefined
  const ofNode: REPLEval = server.eval
  const watching: REPLEval = (code, context, file, done) => {
    unfinished = undefined
    Reflect.apply(ofNode, server, [
      code,
      context,
      file,
      (...told: Parameters<typeof done>) => {
        if (told[0] instanceof Recoverable) unfinished = code
        done(...told)
      },
    ])
  }
  Object.assign(server, { eval: watching })
  return () => unfinished
}
