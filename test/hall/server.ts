import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** Where Debian puts the programs of each version. */
const DEBIAN = '/usr/lib/postgresql'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server on which each hall is given a database of its own; none where each has a folder of PGlite. */
    readonly server?: string
  }
}

/** The server of `HALL_POSTGRES`, or one in a temporary folder by the PostgreSQL of the machine, which ends with this process. */
export default function setup(project: TestProject): void {
  project.provide('server', process.env['HALL_POSTGRES'] || startOwn(programs(), 20_000 + (process.pid % 20_000)))
}

function programs(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : []
  const newest = versions.at(-1)
  if (newest === undefined) throw new Error('There is no PostgreSQL; install it (apt-get install postgresql) or name a server in HALL_POSTGRES.')
  return join(DEBIAN, newest, 'bin')
}

/** PostgreSQL does not run as root: then as the user that its package has made. */
const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []

function startOwn(bin: string, port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'window-hall-postgres-'))
  const run = (...command: string[]) => {
    const [program, ...rest] = [...asUser, ...command] as [string, ...string[]]
    execFileSync(program, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (asUser.length > 0) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  run(join(bin, 'initdb'), '--pgdata', data, '--username', 'hall', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`
  run(join(bin, 'pg_ctl'), '--pgdata', data, '--wait', '--log', join(folder, 'log'), '--options', options, 'start')
  process.once('exit', () => {
    run(join(bin, 'pg_ctl'), '--pgdata', data, '--wait', '--mode', 'immediate', 'stop')
    rmSync(folder, { recursive: true })
  })
  return `postgres://hall@127.0.0.1:${port}/postgres`
}
