import type { Query } from '../database/database.js'
import { LOCKS } from '../database/tables.js'
import type { Posted, Scope } from './calendar.js'
import { HallError } from './errors.js'
import type { HallCase } from './policy.js'

/** A case as it is recorded; `version` is the number of its events. */
export interface Recorded {
  readonly file: HallCase
  readonly applicant: string
  readonly version: number
}

/** What was checked before it was recorded, and has not changed since. */
interface CaseRow {
  readonly id: string
  readonly rule: HallCase['rule']
  readonly applicant: string
  readonly details: Pick<HallCase, 'materials' | 'steps'>
  readonly events: HallCase['events']
}

const CASES = `
  select id, rule, applicant, details,
    (select jsonb_agg(event order by seq) from events where case_id = id) as events
  from cases`

/** What takes a case off the board: it was handed over, or closed without a decision. */
const ENDS = `('delivered', 'rejected', 'withdrawn', 'revoked')`

const recordedOf = ({ id, rule, applicant, details, events }: CaseRow): Recorded => ({
  file: { id, rule, events, ...details },
  applicant,
  version: events.length,
})

export async function caseIn(query: Query, id: string): Promise<Recorded> {
  // A text with a NUL, which PostgreSQL would not even compare, is no id either.
  const [row] = /^XS-\d{4}-\d{4,12}$/.test(id) ? await query<CaseRow>(`${CASES} where id = $1`, [id]) : []
  if (!row) throw new HallError('case-unknown', 'id')
  return recordedOf(row)
}

/** The cases that somebody in the hall still has to do with. */
export async function openCasesIn(query: Query): Promise<readonly Recorded[]> {
  const rows = await query<CaseRow>(`${CASES} where not exists (select 1 from events where case_id = id and type in ${ENDS}) order by id`)
  return rows.map(recordedOf)
}

/** Takes the next number; one that is not used in the end stays a gap. */
export async function nextIdIn(query: Query, year: string): Promise<string> {
  const [row] = await query<{ readonly number: string | number }>(`select nextval('case_numbers') as number`)
  return `XS-${year}-${String(row?.number).padStart(4, '0')}`
}

export async function addCase(query: Query, { file: { id, rule, materials, steps }, applicant }: Recorded): Promise<void> {
  const details = JSON.stringify({ materials, steps })
  await query('insert into cases (id, rule, applicant, details) values ($1, $2, $3, $4::text::jsonb)', [id, rule, applicant, details])
}

/** Fails with the code of a taken key if another writer has recorded an event of the same number. */
export async function addEvent(query: Query, { id, events }: HallCase): Promise<void> {
  const event = JSON.stringify(events.at(-1))
  await query('insert into events (case_id, seq, event) values ($1, $2, $3::text::jsonb)', [id, events.length, event])
}

/**
 * The time by the database, in epoch milliseconds: the library never looks at a clock by itself, and the clocks of two machines differ.
 *
 * Asked after the events of a case were read, it is never before the last of them.
 */
export async function nowIn(query: Query): Promise<number> {
  const time = `clock_timestamp() + coalesce((select ahead from rehearsal), interval '0')`
  const [row] = await query<{ readonly now: number }>(`select floor(extract(epoch from ${time}) * 1000)::float8 as now`)
  return (row as { readonly now: number }).now
}

/** The notices posted so far, in order. No more are posted until the transaction ends, so that what it answers rests on all of them. */
export async function noticesIn(query: Query, hold: 'shared' | 'alone' = 'shared'): Promise<readonly Posted[]> {
  await query(hold === 'alone' ? 'select pg_advisory_xact_lock($1)' : 'select pg_advisory_xact_lock_shared($1)', [LOCKS.calendar])
  return query<Posted & { readonly scope: Scope }>('select scope, notice from notices order by seq')
}
