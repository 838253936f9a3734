import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Debian puts the programs of each version. */
const DEBIAN = '/usr/lib/postgresql'

/** A PostgreSQL server of the tests. */
export interface Server {
  readonly url: string
  readonly stop: () => void
}

/** The server of `HALL_POSTGRES`, or one in a temporary folder by the PostgreSQL of the machine. */
export function startServer(): Server {
  const url = process.env['HALL_POSTGRES']
  return url ? { url, stop: () => {} } : startOwn(programs(), 20_000 + (process.pid % 20_000))
}

function programs(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : []
  const newest = versions.at(-1)
  if (newest === undefined) throw new Error('There is no PostgreSQL; install it (apt-get install postgresql) or name a server in HALL_POSTGRES.')
  return join(DEBIAN, newest, 'bin')
}

/** PostgreSQL does not run as root: then as the user that its package has made. */
const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []

function startOwn(bin: string, port: number): Server {
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
  const stop = () => {
    run(join(bin, 'pg_ctl'), '--pgdata', data, '--wait', '--mode', 'immediate', 'stop')
    rmSync(folder, { recursive: true })
  }
  return { url: `postgres://hall@127.0.0.1:${port}/postgres`, stop }
}
