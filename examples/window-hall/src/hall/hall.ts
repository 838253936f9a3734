import type { Clock } from 'service-time'
import { codeOf, type Database, type Query, WRITTEN } from '../database/database.js'
import type { Posted } from './calendar.js'
import { HallError } from './errors.js'

/** What everything in the hall is done with. */
export interface Hall {
  readonly database: Database
  readonly clockOf: (posted: readonly Posted[]) => Clock
}

/** A key that another writer took first; a transaction that could not be put in order with others; two that waited for each other. */
const RACES: ReadonlySet<string | undefined> = new Set(['23505', '40001', '40P01'])

/** More writers at one case than a hall has windows; who still loses after so many attempts is told so. */
const ATTEMPTS = 200

/**
 * Writes in a transaction. Where another writer was first, nothing was written: the whole is done again, on what that writer has left.
 *
 * So nobody waits for a lock while a clerk thinks, and no event is lost or written over.
 */
export async function write<T>({ database }: Hall, run: (query: Query) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(async (query) => {
        const result = await run(query)
        await query(`select pg_notify('${WRITTEN}', '')`)
        return result
      })
    } catch (error) {
      if (!RACES.has(codeOf(error))) throw error
      if (attempt === ATTEMPTS) throw new HallError('writers-many')
    }
  }
}
