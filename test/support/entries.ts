import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a user imports by a name of its own, and the source that it is built from. */
export interface Entry {
  readonly name: string
  readonly file: string
}

const { name: library, exports } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { name: string; exports: object }

/** All that the package exports, but for data. */
export const ENTRIES: readonly Entry[] = Object.keys(exports)
  .filter((key) => /^\.(\/\w+)?$/.test(key))
  .map((key) => ({ name: key.replace('.', library), file: `src/${key.slice(2) || 'index'}.ts` }))
