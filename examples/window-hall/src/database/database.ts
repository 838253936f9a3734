/** What the hall asks of a database: PostgreSQL within this process, or a server. */
export interface Database {
  /** Runs in one transaction, which is undone by whatever is thrown. */
  readonly transaction: <T>(run: (query: Query) => Promise<T>) => Promise<T>
  /**
   * Calls back whenever any process has written, and whenever such calls may have been missed.
   *
   * It is what keeps boards of several processes in step, without one of them asking again and again.
   */
  readonly onWritten: (callback: () => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** One statement, with `$1` for the first value. */
export type Query = <Row extends object>(text: string, values?: readonly Value[]) => Promise<readonly Row[]>

/** Plain data goes in as text, so that no driver has to guess what is JSON. */
export type Value = string | number

/** The channel on which a transaction that has written says so. */
export const WRITTEN = 'hall_written'

/** The code that PostgreSQL gives for a failure, such as `23505` for a key that is taken. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
