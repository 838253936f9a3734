import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { serveTerminal } from '../../src/repl/terminal.js'
import { sessionWith } from '../support/session.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-terminal-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

const ENTER = '\r'
const TAB = '\t'
const UP = '\u001B[A'
const END = '\u0004'

/** Types into a session at a terminal, and gives what the terminal was written. */
async function typed(keys: readonly string[], history: string, setting: Parameters<typeof sessionWith>[0] = {}): Promise<string> {
  vi.stubEnv('SERVICE_TIME_REPL_HISTORY', history)
  let written = ''
  const output = Object.assign(
    new Writable({
      write: (chunk, _, done) => {
        written += String(chunk)
        done()
      },
    }),
    { isTTY: true, columns: 100, rows: 40, getColorDepth: () => 4 },
  ) as unknown as WriteStream
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} }) as unknown as PassThrough & ReadStream
  const left = serveTerminal(sessionWith({ isColoured: true, ...setting }), input, output)
  for (const key of [...keys, END]) {
    // A person sees an answer before they go on.
    await new Promise((resolve) => setTimeout(resolve, 80))
    input.write(key)
  }
  expect(await left).toBe(0)
  return written
}

describe('service-time repl at a terminal', () => {
  test('greets, and answers in colour', async () => {
    const written = await typed([`add('2026-11-23', 4)${ENTER}`, `assess('late')${ENTER}`], '')
    expect(written).toContain('Now is 2026-11-28 10:00, the time of this computer')
    expect(written).toContain("\u001B[32m'2026-11-27'\u001B[39m  \u001B[2mFri, working day")
    expect(written).toContain('\u001B[31m[red] late: completed')
  })

  test('says what is wrong in red, without the word of Node, and goes on', async () => {
    const written = await typed([`cn.day('soon')${ENTER}`, `.nothing${ENTER}`, `40 + 2${ENTER}`], '')
    expect(written).toContain('\u001B[31m"soon" is not a date')
    expect(written).toContain('There is no such command')
    expect(written).not.toMatch(/Uncaught|Invalid REPL keyword|\sat /)
    expect(written).toContain('\u001B[33m42\u001B[39m')
  })

  test('completes names of rules, and the members of what there is', async () => {
    const written = await typed([`deadline('2019-09-29', 'wat`, TAB, `').dueDate${ENTER}`, 'cases.hol', TAB, `.rule${ENTER}`], '')
    expect(written).toContain("'2019-10-10'")
    expect(written).toContain("'water-hookup'")
  })

  test('completes the members of results, also of names given in the session, and tells no refusal for it', async () => {
    const lines = [`const mine = { ...cases.early, id: 'mine' }${ENTER}`, 'assess([mine, {}])[0].outc', TAB, ENTER]
    const written = await typed([...lines, "deadline('2019-09-29', { workingDays: 4 }).dueA", TAB, ENTER], '')
    expect(written).toContain("'early'")
    expect(written.split('value-invalid').length).toBe(2)
    expect(written).toContain("'2019-10-10T17:00:00+08:00'")
  })

  test('tells that commands were carried out, and shows the day of the calendar before the line', async () => {
    const written = await typed([`.asof 2019-03-01${ENTER}`, `.lang zh${ENTER}`], '')
    expect(written).toContain('The calendar is as it was known on 2019-03-01')
    expect(written).toContain('2019-03-01> ')
    expect(written).toContain('语言为中文。')
  })

  test('remembers what was typed from one session to the next', async () => {
    const file = join(folder, 'state', 'history')
    await typed([`40 + 2${ENTER}`], file)
    expect(readFileSync(file, 'utf8')).toContain('40 + 2')
    expect(await typed([UP, ENTER], file)).toContain('42')
  })

  test('answers also where nothing can be remembered, and says so', async () => {
    const written = await typed([`40 + 2${ENTER}`], folder)
    expect(written).toContain('What is typed here will not be remembered: EISDIR')
    expect(written).toContain('42')
    expect(existsSync(join(folder, 'service-time'))).toBe(false)
  })
})
