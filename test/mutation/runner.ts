import { TestRunner } from 'vitest'

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
}
