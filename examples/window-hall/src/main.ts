import { serve } from '@hono/node-server'
import { openPglite } from './database/pglite.js'
import { openPostgres } from './database/postgres.js'
import { makeTables } from './database/tables.js'
import { clocks } from './hall/calendar.js'
import { liveBoard } from './hall/live.js'
import { settingsFrom } from './settings.js'
import { appOf } from './web/app.js'

async function open(): Promise<void> {
  const { host, port, folder, databaseUrl, startsAt } = settingsFrom(process.env)
  const database = databaseUrl ? openPostgres(databaseUrl) : await openPglite(folder)
  await makeTables(database, startsAt)
  const hall = { database, clockOf: clocks() }
  const live = await liveBoard(hall)
  const server = serve({ fetch: appOf(hall, live).fetch, hostname: host, port }, (at) => console.log(`The hall is open at http://${host}:${at.port}`))
  /** Lets go of the database in order. Boards are open as long as somebody looks at them, so their connections are cut. */
  const close = () => {
    live.stop()
    server.close(() => database.close().then(() => process.exit(0)))
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
  // Without it a port that is taken would end the process by a stack.
  server.once('error', fail)
  process.once('SIGTERM', close).once('SIGINT', close)
}

/** Whoever starts the hall has to know what is wrong, and not where in the code it was found. */
function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

open().catch(fail)
