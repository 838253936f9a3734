import { env } from 'node:process'

const folder = env['MUTATION_FOLDER']

export default {
  mutate: [`src/${folder}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  incremental: true,
  incrementalFile: `.stryker/${folder}/incremental.json`,
  tempDirName: `.stryker/${folder}/tmp`,
  jsonReporter: { fileName: `.stryker/${folder}/mutation.json` },
  reporters: ['json', 'progress-append-only'],
  ignorePatterns: ['docs', 'dist', 'coverage', '.pack', '.stryker'],
  concurrency: Number(env['MUTATION_CONCURRENCY'] ?? 1),
  // What is slow on a busy machine must not pass for what hangs.
  timeoutMS: 10_000,
  disableTypeChecks: false,
}
