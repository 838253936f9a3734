import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from './alias.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('..')
/** Tests of what is built, of what it rests on and of the checks themselves: they run once, and set the zone of the processes that they start. */
const built = [
  'test/audit/audit.test.ts',
  'test/dependency-rules.test.ts',
  'test/installed.test.ts',
  'test/licences.test.ts',
  'test/package.test.ts',
  'test/cli/process.test.ts',
  'test/cli/report-process.test.ts',
  'test/cli/pictures.test.ts',
  'test/cli/streams.test.ts',
]

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'].map((zone) => ({
  root,
  resolve: { alias },
  // Long enough for a busy machine: what hangs is found, and what is slow is no failure. Files share a process of their zone, as reading the sources anew
  // for each took as long as the tests; the library keeps no state that an answer follows from.
  test: {
    name: zone,
    include: ['test/**/*.test.ts'],
    exclude: built,
    env: { TZ: zone },
    pool: 'forks' as const,
    isolate: false,
    testTimeout: 60_000,
  },
}))

export default defineConfig({
  root,
  test: {
    // Vitest leaves one core to others, which is half of a machine of two.
    maxWorkers: '100%',
    // The command line is tested as a process, which this does not see.
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/cli/**', 'src/index.ts', 'src/policy.ts', 'src/layer.ts', 'src/codes.ts', 'src/report.ts', 'src/render.ts', 'src/stream.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 90, branches: 90 },
    },
    projects: [
      ...zones,
      {
        root,
        resolve: { alias },
        test: { name: 'package', include: built, globalSetup: here('support/build.ts'), testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
