/* Renews the lock file of the example: npm run hall:lock. The package itself is not in a registry yet, so npm is shown the packed file instead. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'service-time'
const root = fileURLToPath(new URL('../..', import.meta.url))
const example = join(root, 'examples/window-hall')
const folder = mkdtempSync(join(tmpdir(), 'window-hall-lock-'))
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }))
const own = read(join(example, 'package.json'))
writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, dependencies: { ...own.dependencies, [NAME]: `file:${filename}` } }))
writeFileSync(join(folder, '.npmrc'), readFileSync(join(root, '.npmrc')))
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })

const lock = read(join(folder, 'package-lock.json'))
lock.packages[''].dependencies[NAME] = own.dependencies[NAME]
const { resolved: _resolved, integrity: _integrity, ...entry } = lock.packages[`node_modules/${NAME}`]
lock.packages[`node_modules/${NAME}`] = entry
writeFileSync(join(example, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`)
rmSync(folder, { recursive: true })
