import type { Database } from './database.js'

/** Locks of PostgreSQL that a transaction holds to its end, by number. */
export const LOCKS = { tables: 1, calendar: 2 } as const

/**
 * Tables to which rows are only added. A case is what happened to it: nothing that follows from its events, such as a due date,
 * is stored, so that nothing has to be put right when a notice moves it.
 */
const TABLES = `
  create sequence if not exists case_numbers;

  create table if not exists cases (
    id text primary key,
    rule text not null,
    applicant text not null,
    details jsonb not null,
    opened_at timestamptz not null default now()
  );

  create table if not exists events (
    case_id text not null references cases,
    seq integer not null,
    event jsonb not null,
    type text not null generated always as (event ->> 'type') stored,
    recorded_at timestamptz not null default now(),
    primary key (case_id, seq)
  );

  create table if not exists notices (
    seq integer primary key,
    id text not null unique,
    scope text not null,
    notice jsonb not null,
    moved jsonb not null,
    recorded_at timestamptz not null default now()
  );

  create table if not exists rehearsal (
    ahead interval not null
  );

  create or replace function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'rows of % are added, never changed', tg_table_name;
  end $$;
`

/** The database itself refuses to forget, whoever asks it. */
const onlyAdded = (table: string) =>
  `create or replace trigger only_added before update or delete or truncate on ${table} for each statement execute function refuse_change();`

/**
 * A rehearsal begins with an empty database, and goes on as long as the database is there: its time and that of days that people have lived
 * through do not mix in one record.
 */
const REHEARSE = `
  insert into rehearsal select $1::timestamptz - clock_timestamp()
  where not exists (select 1 from rehearsal) and not exists (select 1 from cases)`

/** Makes what is not there yet. Two processes may start at once, and `if not exists` alone does not keep them from each other's way. */
export function makeTables(database: Database, startsAt: string | undefined): Promise<void> {
  return database.transaction(async (query) => {
    await query('select pg_advisory_xact_lock($1)', [LOCKS.tables])
    const statements = [...TABLES.split(/;\n\n/), ...['cases', 'events', 'notices', 'rehearsal'].map(onlyAdded)]
    for (const statement of statements) await query(statement)
    if (startsAt !== undefined) await query(REHEARSE, [startsAt])
  })
}
