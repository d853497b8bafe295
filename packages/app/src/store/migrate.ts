/** Brings the tables up to date: numbered scripts, each once, all under one lock, so that several servers may start together. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Any number, the same in every process. */
const LOCK = 5_390_217;

export const LATEST_VERSION = MIGRATIONS.length;

/** Fails with `store-newer` when a later release has changed the tables. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await sql`create table if not exists migrations (version integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ version: number }>`select version from migrations order by version`.execute(tx);
    const newest = rows.at(-1)?.version ?? 0;
    if (newest > LATEST_VERSION)
      throw new AppError('store-newer', {
        message: `the database is of version ${newest}, this release knows ${LATEST_VERSION}: install the release that wrote it`,
      });
    for (const [index, { name, script }] of MIGRATIONS.entries()) {
      const version = index + 1;
      if (version <= newest) continue;
      for (const statement of script) await sql.raw(statement).execute(tx);
      await sql`insert into migrations (version, name) values (${version}, ${name})`.execute(tx);
    }
  });
}
