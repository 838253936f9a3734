import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import versions from './versions.json' with { type: 'json' }

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where the runtimes are installed, and kept for the next time. */
export const brought = join(root, '.pack/runtimes')
/** A package as a user has it, with the packed library installed. */
export const consumer = join(root, '.pack/consumer')
export const commandLine = join(consumer, 'node_modules/service-time/dist/cli.js')

export type RuntimeName = keyof typeof versions
export const runtimeNames = Object.keys(versions) as RuntimeName[]

/** What a process printed, and how it ended. */
export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function ran(file: string, args: readonly string[], zone: string): Ran {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: consumer,
    // Deno keeps compiled files by their path, and outside of this folder took those of a build before for the present ones.
    env: { ...process.env, TZ: zone, NO_COLOR: '1', FORCE_COLOR: undefined, DENO_DIR: join(consumer, '.deno') },
    encoding: 'utf8',
    timeout: 110_000,
    maxBuffer: 256 * 1024 * 1024,
  })
  return { status, out: stdout, err: stderr }
}

/** Runs a module in a runtime whose host is in this zone. */
export function runIn(name: RuntimeName, zone: string, args: readonly string[]): Ran {
  const [binary = '', ...options] = versions[name].command
  return ran(join(brought, 'node_modules', name, binary), [...options, ...args], zone)
}

/** Runs a module in the Node of the tests. */
export const runHere = (zone: string, args: readonly string[]) => ran(process.execPath, args, zone)
