import { TestRunner } from 'vitest'

/** The test that sets the zone of its process, which a thread cannot do, and mutants are tried in threads. */
const IN_A_PROCESS = /the zone of the host is none of them$/

/** Reads no more files once a test has failed; the runner itself would read them all and skip their tests. */
export default class UntilFailure extends TestRunner {
  #isOver = false

  override cancel(reason: Parameters<TestRunner['cancel']>[0]): void {
    this.#isOver = true
    super.cancel(reason)
  }

  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    return this.#isOver ? undefined : super.importFile(path, source)
  }

  override async onBeforeRunTask(test: Parameters<TestRunner['onBeforeRunTask']>[0]): Promise<void> {
    if (IN_A_PROCESS.test(test.name)) test.mode = 'skip'
    await super.onBeforeRunTask(test)
  }
}
