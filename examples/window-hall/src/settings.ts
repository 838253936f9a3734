/** What the environment says. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** The folder of the database, where no server is named. */
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** The instant at which a rehearsal begins. */
  readonly startsAt: string | undefined
}

/**
 * Reads `HOST`, `PORT`, `HALL_DATA`, `DATABASE_URL`, and for rehearsals `HALL_STARTS_AT`: the instant at which the time of an empty database
 * begins, so that the lights of another day can be watched.
 */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const { HOST = '127.0.0.1', PORT = '8080', HALL_DATA = 'data/hall', DATABASE_URL, HALL_STARTS_AT } = env
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is a number from 0 to 65535, and not "${PORT}".`)
  return {
    host: HOST,
    port,
    folder: HALL_DATA,
    databaseUrl: DATABASE_URL || undefined,
    startsAt: HALL_STARTS_AT ? instant(HALL_STARTS_AT) : undefined,
  }
}

/** Without an offset it would be read in the zone of the host, which has no part in the hall. */
function instant(text: string): string {
  if (/(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new Error(`HALL_STARTS_AT is an instant with its offset, such as 2027-01-06T09:00+08:00, and not "${text}".`)
}
