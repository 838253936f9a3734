import postgres from 'postgres'
import { type Database, type Query, type Value, WRITTEN } from './database.js'

/** A PostgreSQL server, 15 or later, which several processes may share. */
export function openPostgres(url: string): Database {
  const sql = postgres(url, { max: 10, connect_timeout: 5, onnotice: () => {} })
  return {
    transaction: async <T>(run: (query: Query) => Promise<T>) => {
      const done = await sql.begin(async (transaction) => {
        // `unsafe` is what the driver calls a statement whose values stand beside it, as `$1`; the statements are all our own.
        const query: Query = async <Row extends object>(text: string, values: readonly Value[] = []) =>
          Array.from(await transaction.unsafe<Row[]>(text, [...values]))
        return { result: await run(query) }
      })
      return done.result
    },
    onWritten: async (callback) => {
      // Called at once, and again when a connection that was lost has been made anew: what was said in between was not heard.
      await sql.listen(WRITTEN, callback, callback)
    },
    close: () => sql.end({ timeout: 5 }),
  }
}
