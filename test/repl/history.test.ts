import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { historyFile, prepareHistory } from '../../src/repl/history.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-history-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the history', () => {
  test.each([
    [{}, '/home/a/.local/state/service-time/repl_history'],
    [{ XDG_STATE_HOME: '/state' }, '/state/service-time/repl_history'],
    [{ XDG_STATE_HOME: 'relative' }, '/home/a/.local/state/service-time/repl_history'],
    [{ SERVICE_TIME_REPL_HISTORY: '/own', XDG_STATE_HOME: '/state' }, '/own'],
    [{ SERVICE_TIME_REPL_HISTORY: '/own', NODE_REPL_HISTORY: '' }, '/own'],
    [{ NODE_REPL_HISTORY: '/of-node' }, '/home/a/.local/state/service-time/repl_history'],
    [{ SERVICE_TIME_REPL_HISTORY: ' ' }, undefined],
    [{ NODE_REPL_HISTORY: '' }, undefined],
  ])('is kept, of %j, in %s', (env, file) => {
    expect(historyFile(env, '/home/a')).toBe(file)
  })

  test('lies in a folder that is made for it, and is for nobody else to read', () => {
    const file = join(folder, 'a', 'b', 'repl_history')
    expect(prepareHistory(file)).toBeUndefined()
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(prepareHistory(file)).toBeUndefined()
  })

  test('that cannot be kept is told, and stops nothing', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(prepareHistory(join(folder, 'file', 'repl_history'))).toMatch(/ENOTDIR|EEXIST/)
    expect(prepareHistory(folder)).toMatch(/EISDIR/)
    expect(existsSync('/proc/nowhere')).toBe(false)
    expect(prepareHistory('/proc/nowhere/service-time/repl_history')).toMatch(/ENOENT|EACCES|EPERM/)
  })
})
