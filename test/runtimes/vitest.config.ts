import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from '../alias.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Tests of the packed package in runtimes that npm brings, some 300 MB of them: a command of their own. */
export default defineConfig({
  root: here('../..'),
  resolve: { alias },
  test: { include: ['test/runtimes/*.runtime.ts'], globalSetup: here('install.ts'), testTimeout: 120_000, hookTimeout: 120_000 },
})
