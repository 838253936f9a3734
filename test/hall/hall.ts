import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Assessment, CaseEvent, MovedCase } from 'service-time'
import { inject } from 'vitest'
import type { TestDatabase } from './database.js'

/** A hall that runs as a process of its own, as its users run it. */
export interface Hall {
  readonly url: string
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  /** What it has said on its error output. */
  readonly said: () => string
  /** Lets it close in order. */
  readonly stop: () => Promise<number | null>
  /** Ends it at once, as the loss of its machine would. */
  readonly kill: () => Promise<void>
}

/** What was answered; the text is taken apart where it is JSON. */
interface Answer {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

/** The members of all answers: a test looks at those that its answer has. */
export interface Body {
  readonly id: string
  readonly rule: string
  readonly applicant: string
  readonly version: number
  readonly events: readonly (CaseEvent & { readonly note?: string })[]
  readonly assessment: Assessment
  readonly possible: readonly { readonly type: string; readonly cause?: string; readonly unit?: string }[]
  readonly cases: readonly { readonly file: { readonly id: string }; readonly version: number; readonly verdict: Assessment }[]
  readonly moved: readonly MovedCase[]
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly path: string
  readonly at: string
}

/** What a failed test has left open is closed with its process. */
const open = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of open) child.kill('SIGKILL')
})

/** Opens the doors. The time of an empty database begins at the instant given, and runs on from there for whoever opens it after. */
export async function openHall(database: TestDatabase, startsAt: string): Promise<Hall> {
  const env = { ...process.env, PORT: '0', ...database.env, HALL_STARTS_AT: startsAt }
  const child = spawn('node', ['dist/main.js'], { cwd: inject('installed'), env, stdio: ['ignore', 'pipe', 'pipe'] })
  open.add(child)
  child.once('exit', () => open.delete(child))
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const url = await addressOf(child, () => said)
  const ask = (path: string, init: RequestInit) => fetch(`${url}${path}`, init).then(answerOf)
  return {
    url,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return ask(path, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en', ...headers } })
    },
    said: () => said,
    stop: () => ended(child, 'SIGTERM'),
    kill: async () => void (await ended(child, 'SIGKILL')),
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  return (await exit)[0]
}

/** The hall says where it is once it is open; one that ends instead has said why. */
function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = ''
    child.stdout?.on('data', (text) => {
      told += text
      const [address] = /http:\/\/\S+/.exec(told) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The hall did not open: ${said()}`)))
  })
}

async function answerOf(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  return { status: response.status, type, headers: response.headers, text, body: /json/.test(type) ? JSON.parse(text) : {} }
}
