/** What the environment says. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** The folder of the database, where no server is named. */
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** The hall's time in epoch milliseconds. */
  readonly now: () => number
}

/**
 * Reads `HOST`, `PORT`, `HALL_DATA`, `DATABASE_URL`, and for rehearsals `HALL_STARTS_AT`: an instant at which the hall's time begins when the
 * process starts, so that the lights of another day can be watched.
 */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const { HOST = '127.0.0.1', PORT = '8080', HALL_DATA = 'data/hall', DATABASE_URL, HALL_STARTS_AT } = env
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is a number from 0 to 65535, and not "${PORT}".`)
  return { host: HOST, port, folder: HALL_DATA, databaseUrl: DATABASE_URL || undefined, now: HALL_STARTS_AT ? rehearsed(HALL_STARTS_AT) : Date.now }
}

/** Without an offset an instant would be read in the zone of the host, which has no part in the hall. */
function rehearsed(startsAt: string): () => number {
  const ahead = Date.parse(startsAt) - Date.now()
  if (!/(Z|[+-]\d\d:\d\d)$/.test(startsAt) || Number.isNaN(ahead)) {
    throw new Error(`HALL_STARTS_AT is an instant with its offset, such as 2027-01-06T09:00+08:00, and not "${startsAt}".`)
  }
  return () => Date.now() + ahead
}
