import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

/** What the lock file says of a package; `place` is where it is installed. */
export interface LockedPackage {
  readonly place: string
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly deprecated?: string
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Omit<LockedPackage, 'place' | 'name'>>> }
const MODULES = 'node_modules/'

/** The packages of the lock file; the library itself is left out. */
export const locked: readonly LockedPackage[] = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, more]) => ({ ...more, place, name: place.slice(place.lastIndexOf(MODULES) + MODULES.length) }))

/** What `npm install service-time` installs beside the library. */
export const installed: readonly LockedPackage[] = locked.filter(({ dev }) => !dev)

/** Packages of which the built files hold parts, as their source maps say. */
export const bundled: readonly LockedPackage[] = [
  ...new Set(
    readdirSync(`${root}/dist`)
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => (JSON.parse(read(`dist/${file}`)) as { readonly sources: readonly string[] }).sources)
      .flatMap((source) => /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(source)?.[0].slice(0, -1) ?? []),
  ),
]
  .sort()
  .map((place) => locked.find((one) => one.place === place) as LockedPackage)
