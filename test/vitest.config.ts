import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from './alias.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('..')
/** Tests of what is built, of what it rests on, of the checks themselves, and of sessions, whose names are global: they run once, and set the zone of the processes that they start. */
const built = [
  'test/audit/audit.test.ts',
  'test/dependency-rules.test.ts',
  'test/installed.test.ts',
  'test/licences.test.ts',
  'test/package.test.ts',
  'test/shaking.test.ts',
  'test/cli/process.test.ts',
  'test/cli/report-process.test.ts',
  'test/cli/pictures.test.ts',
  'test/cli/streams.test.ts',
  'test/repl/process.test.ts',
  'test/repl/terminal.test.ts',
]

/** Tests that depend on no zone, and take seconds: they run once. */
const once = ['test/reference.test.ts', 'test/links.test.ts', 'test/guides/*.test.ts', 'test/laws/spoilt.test.ts']

/** Chance tries other cases in each zone, so one of them tries as many as the laws ask for, and the others a quarter. */
const SHARE = Number(process.env['PROPERTY_SHARE'] ?? 1)
const shareIn = (zone: string) => String(zone === 'UTC' ? SHARE : SHARE / 4)

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'].map((zone) => ({
  root,
  resolve: { alias },
  // Long enough for a busy machine: what hangs is found, and what is slow is no failure. Files share a process of their zone, as reading the sources anew
  // for each took as long as the tests; the library keeps no state that an answer follows from.
  test: {
    name: zone,
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: [...built, ...once],
    env: { TZ: zone, PROPERTY_SHARE: shareIn(zone) },
    setupFiles: [here('support/chance.ts')],
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
      exclude: [
        'src/cli/**',
        ...['index', 'policy', 'layer', 'codes', 'report', 'render', 'stream', 'vitest', 'jest'].map((entry) => `src/${entry}.ts`),
        'src/repl/{repl,server,scope,pipe,terminal}.ts',
      ],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 90, branches: 90 },
    },
    projects: [
      ...zones,
      { root, resolve: { alias }, test: { name: 'once', include: once, testTimeout: 120_000 } },
      {
        root,
        resolve: { alias },
        test: { name: 'package', include: built, globalSetup: here('support/build.ts'), testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
