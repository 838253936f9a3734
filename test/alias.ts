import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The names that a user imports, as the sources they are built from. */
export const alias = [
  { find: /^service-time$/, replacement: here('../src/index.ts') },
  { find: /^service-time\/(.*)$/, replacement: here('../src/$1.ts') },
]
