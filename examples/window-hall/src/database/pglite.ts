import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, type Query, WRITTEN } from './database.js'
import { durable, SyncedFiles } from './files.js'
import { claim } from './one-process.js'

/** PostgreSQL within this process, in a folder: nothing to install, and one connection, so that transactions come one after the other. */
export async function openPglite(folder: string): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true })
  const letGo = await claim(folder)
  const lite = await PGlite.create({ fs: new SyncedFiles(folder), startParams: durable(PGlite.defaultStartParams) })
  return {
    transaction: (run) =>
      lite.transaction((transaction) => {
        const query: Query = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
          (await transaction.query<Row>(text, [...values])).rows
        return run(query)
      }),
    onWritten: async (callback) => {
      await lite.listen(WRITTEN, callback)
    },
    close: async () => {
      await lite.close()
      letGo()
    },
  }
}
