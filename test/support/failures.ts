/** The message of the assertion that a function fails with, line by line. */
export function linesOf(run: () => void): readonly string[] {
  try {
    run()
  } catch (error) {
    return (error as Error).message.split('\n')
  }
  throw new Error('nothing failed')
}
