import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = join(root, 'examples/window-hall')

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the example was installed as a user would, and built. */
    readonly installed: string
    /** A folder of PGlite as a hall leaves it that was opened once and closed: a copy is made sooner than another is begun. */
    readonly begun: string
  }
}

/**
 * Installs the example once for all projects, from its lock file and the packed package. It is gone at the exit of the process, because a run that is
 * interrupted tears nothing down.
 */
export default function setup(root: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), 'window-hall-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  install(folder, packed())
  root.provide('installed', folder)
  root.provide('begun', begun(folder))
}

/** `npm run test:hall:pack` makes it, as `npm run package` does. */
function packed(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string }
  return join(root, '.pack', `${name}-${version}.tgz`)
}

function begun(folder: string): string {
  const data = join(folder, 'begun')
  const open = `
    const { openPglite } = await import('./dist/database/pglite.js')
    await (await openPglite(process.argv[1])).close()`
  execFileSync('node', ['--eval', `(async () => {${open}})()`, data], { cwd: folder, stdio: 'inherit' })
  return data
}

interface Lock {
  readonly packages: Record<string, { dependencies?: Record<string, string>; resolved?: string }>
}

/** A copy of the example in which `service-time` is the packed file; all else is what the lock file says. */
function install(folder: string, file: string): void {
  const isOwn = (path: string) => !/[\\/](node_modules|dist|data)$/.test(path)
  cpSync(example, folder, { recursive: true, filter: isOwn })
  cpSync(file, join(folder, basename(file)))
  const address = `file:${basename(file)}`
  change(join(folder, 'package.json'), (own: { dependencies: Record<string, string> }) => {
    own.dependencies['service-time'] = address
  })
  change(join(folder, 'package-lock.json'), ({ packages }: Lock) => {
    packages[''] = { ...packages[''], dependencies: { ...packages['']?.dependencies, 'service-time': address } }
    packages['node_modules/service-time'] = { ...packages['node_modules/service-time'], resolved: address }
  })
  const run = (...command: string[]) => execFileSync('npm', command, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  run('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--silent')
  run('run', '--silent', 'build')
}

function change<T>(path: string, alter: (value: T) => void): void {
  const value = JSON.parse(readFileSync(path, 'utf8')) as T
  alter(value)
  writeFileSync(path, JSON.stringify(value))
}
