import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a command printed, and its exit status. */
export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

interface Setting {
  readonly input?: string | Buffer
  readonly zone?: string
  readonly cwd?: string
}

/** Runs the built command line as a process. */
export function service(args: readonly string[], { input = '', zone = 'UTC', cwd = root }: Setting = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/cli.js`, ...args], {
    cwd,
    input,
    env: { ...process.env, TZ: zone, NO_COLOR: '1' },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, out: stdout, err: stderr }
}
