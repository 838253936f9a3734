/**
 * A function that runs once at a time: whoever asks while it runs is answered by one more run, however many ask.
 *
 * So a board that a hundred events have changed meanwhile is read once more, and not a hundred times.
 */
export function gathered(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = () => {
    next = undefined
    running = run().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(start, start)
    return next
  }
}
