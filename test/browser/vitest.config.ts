import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from '../alias.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Tests in a real Chromium, which not every machine has: a command of their own, that fails where there is none. */
export default defineConfig({
  root: here('../..'),
  resolve: { alias },
  test: { include: ['test/browser/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
})
