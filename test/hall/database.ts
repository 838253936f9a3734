import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A database of one test: it outlives the halls that open it. */
export interface TestDatabase {
  /** What a hall is told of it. */
  readonly env: Readonly<Record<string, string>>
  /** Whether several halls may open it at once. */
  readonly isShared: boolean
  readonly remove: () => void
}

let made = 0

/** An empty database: on the server if the tests have one, or in a folder. */
export function emptyDatabase(): TestDatabase {
  const server = inject('server')
  return server === undefined ? inFolder() : onServer(server)
}

function inFolder(): TestDatabase {
  const folder = mkdtempSync(join(inject('installed'), 'data-'))
  const data = join(folder, 'data')
  cpSync(inject('begun'), data, { recursive: true })
  return { env: { HALL_DATA: data }, isShared: false, remove: () => rmSync(folder, { recursive: true }) }
}

function onServer(server: string): TestDatabase {
  const name = `hall_${process.pid}_${++made}`
  const tell = (statement: string) => execFileSync('psql', ['--quiet', '--command', statement, server], { stdio: ['ignore', 'ignore', 'inherit'] })
  tell(`create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { env: { DATABASE_URL: url.href }, isShared: true, remove: () => tell(`drop database ${name} with (force)`) }
}
