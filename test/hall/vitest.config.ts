import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Tests of the example as a process: `folder` over PGlite, `server` over a PostgreSQL server, `browser` in a real Chromium. Not every machine has
 * the last two, which fail where there is none. `pictures` takes those of the documents.
 */
const files = {
  folder: ['*.hall.ts', '*.folder.ts'],
  server: ['*.hall.ts', '*.server.ts'],
  browser: ['*.browser.ts'],
  pictures: ['*.pictures.ts'],
}

export default defineConfig({
  root: here('../..'),
  test: {
    globalSetup: here('install.ts'),
    projects: Object.entries(files).map(([name, names]) => ({
      root: here('../..'),
      test: {
        name,
        include: names.map((file) => `test/hall/${file}`),
        globalSetup: name === 'server' ? here('server.ts') : [],
        // Each file starts processes of its own, and two cores are not many.
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
})
