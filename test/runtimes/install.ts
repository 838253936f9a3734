import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import build from '../support/build.js'
import { writeModules } from './modules.js'
import { brought, consumer, root } from './runtimes.js'
import versions from './versions.json' with { type: 'json' }

const INSTALL = ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']

const npm = (folder: string, ...args: readonly string[]) =>
  execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** Installs the runtimes, the built and packed package beside them, and the modules that use it. */
export default function install() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('The runtimes of versions.json are for Linux on x64.')
  build()
  mkdirSync(brought, { recursive: true })
  const dependencies = Object.fromEntries(Object.entries(versions).map(([name, { package: from, version }]) => [name, `npm:${from}@${version}`]))
  writeFileSync(join(brought, 'package.json'), JSON.stringify({ private: true, dependencies }))
  npm(brought, ...INSTALL)
  rmSync(consumer, { recursive: true, force: true })
  mkdirSync(consumer, { recursive: true })
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }')
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--silent', '--pack-destination', consumer)) as [{ filename: string }]
  npm(consumer, ...INSTALL, join(consumer, filename))
  writeModules(consumer)
}
