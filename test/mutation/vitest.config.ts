import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { alias } from '../alias.js'
import folders from './folders.json' with { type: 'json' }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// A zone whose days are not those of the calendar's, so that a mutant that asks for the host's zone is seen.
process.env['TZ'] = 'Pacific/Apia'
process.env['PROPERTY_SHARE'] ??= '0.05'

/** The tests that hold the mutated folder: its own, and some of what is made from it. */
const tests = folders[process.env['MUTATION_FOLDER'] as keyof typeof folders]
/** Tests that walk, draw or compile much: seldom the first to fail. */
const SLOW = /projected|forecast|combine|difference|bad-input|walk|peers/

/** A folder's own tests come first, and of all tests the quick ones, because the first that fails ends the run. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      tests.findIndex((test) => moduleId.includes(`/test/${test}`)) + (SLOW.test(moduleId) ? tests.length : 0)
    return [...files].sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  root: here('../..'),
  resolve: { alias },
  test: {
    include: tests.map((test) => `test/${test}{/**/*,}.test.ts`),
    setupFiles: [here('setup.ts')],
    sequence: { sequencer: LikelyFirst, setupFiles: 'list' },
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    runner: here('runner.ts'),
    passWithNoTests: true,
    testTimeout: 60_000,
    // Nobody reads what differs, and for long lists it takes seconds to write.
    diff: { truncateThreshold: 5, maxDepth: 2 },
  },
})
