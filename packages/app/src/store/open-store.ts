/** Opens the database: embedded in a folder or in memory, or a PostgreSQL server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { AppError } from '../errors.ts';
import type { Actor } from './actor.ts';
import { seesAll } from './actor.ts';
import type { FolderLock } from './lock.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';
import { readTemplate, templateFile, writeTemplate } from './template.ts';
import type { Turn } from './turns.ts';
import { allAtOnce, oneAtATime } from './turns.ts';

/** As many connections as a small server gives to one of several processes. */
const CONNECTIONS = 10;

export interface OpenStoreOptions {
  /** postgres://…; else the database is embedded. */
  readonly url?: string | null;
  /** Folder of the embedded database; null: in memory, for tests. */
  readonly folder?: string | null;
  /** Folder for a template of an empty database, by which an embedded one begins quickly; null: it is made each time. */
  readonly templates?: string | null;
  /** What is said when another process has the folder. */
  readonly occupied?: (pid: number, host: string) => string;
}

export type StoreTransaction = Transaction<Tables>;

export interface Store {
  readonly kind: 'embedded' | 'server';
  /** A transaction with the rights of the actor: row-level security shows a member its departments, and gives an auditor nothing to write. */
  readonly as: <T>(actor: Actor, work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** A transaction above row-level security: signing in, scans, expiries. */
  readonly system: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** Gives the rest of a transaction the rights of the system: for the entry in the audit trail, which no role of the database may write. */
  readonly raise: (tx: StoreTransaction) => Promise<void>;
  /** One statement, as the queue sends it. */
  readonly execute: (text: string, values?: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;
  readonly close: () => Promise<void>;
}

/** Applies what is missing of the migrations. Fails with `store-occupied` when another process has the folder, `store-unreachable` when no server answers. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const opened = options.url ? await openServer(options.url) : await openEmbedded(options);
  try {
    await migrate(opened.db);
    await opened.migrated?.();
  } catch (error) {
    await opened.close();
    throw error instanceof AppError ? error : new AppError('store-unreachable', { message: sentenceOf(error), cause: error });
  }
  return {
    kind: options.url ? 'server' : 'embedded',
    system: (work) => opened.turn(() => opened.db.transaction().execute(work)),
    as: (actor, work) =>
      opened.turn(() =>
        opened.db.transaction().execute(async (tx) => {
          await limit(tx, actor);
          return work(tx);
        }),
      ),
    raise: async (tx) => void (await sql`select set_config('role', 'none', true)`.execute(tx)),
    execute: (text, values) => opened.turn(() => opened.execute(text, values)),
    close: opened.close,
  };
}

/** `set_config(…, true)` lasts until the end of the transaction, so that no right survives in a pooled connection. */
async function limit(tx: StoreTransaction, actor: Actor): Promise<void> {
  const role = actor.role === 'auditor' ? 'kumomori_reader' : 'kumomori_app';
  await sql`select set_config('kumomori.user', ${actor.userId ?? ''}, true), set_config('kumomori.role', ${actor.role}, true),
    set_config('kumomori.sees_all', ${seesAll(actor) ? 'yes' : 'no'}, true),
    set_config('kumomori.departments', ${JSON.stringify(actor.departments)}, true), set_config('role', ${role}, true)`.execute(tx);
}

interface Opened {
  readonly db: Kysely<Tables>;
  readonly turn: Turn;
  readonly execute: Store['execute'];
  /** What is still to do when the tables are there. */
  readonly migrated?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openEmbedded({ folder = null, templates = null, occupied }: OpenStoreOptions): Promise<Opened> {
  const lock = folder === null ? null : lockFolder(folder);
  if (lock && 'heldBy' in lock)
    throw new AppError('store-occupied', {
      message: occupied?.(lock.heldBy, lock.host) ?? `the folder is in use by process ${lock.heldBy} of ${lock.host}`,
    });
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm');
    const database = folder === null ? null : join(folder, 'database');
    const template = templates === null || (database !== null && existsSync(database)) ? null : templateFile(templates);
    const loadDataDir = template === null ? null : readTemplate(template);
    const pglite = await PGlite.create({
      extensions: { pg_trgm },
      ...(database === null ? {} : { dataDir: database }),
      ...(loadDataDir === null ? {} : { loadDataDir }),
    });
    await pglite.exec('create schema if not exists kumomori; set search_path to kumomori');
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    return {
      ...{ db, turn: oneAtATime() },
      migrated: async () => {
        if (template !== null && loadDataDir === null) await writeTemplate(template, await pglite.dumpDataDir('none'));
      },
      // A script of several statements comes without values, and only `exec` takes it.
      execute: async (text, values) => {
        if (values !== undefined && values.length > 0) return { rows: (await pglite.query(text, [...values])).rows };
        return { rows: (await pglite.exec(text)).at(-1)?.rows ?? [] };
      },
      close: async () => {
        await db.destroy();
        if (!pglite.closed) await pglite.close();
        releaseOf(lock);
      },
    };
  } catch (error) {
    releaseOf(lock);
    throw error;
  }
}

function releaseOf(lock: ReturnType<typeof lockFolder> | null): void {
  if (lock && isLock(lock)) lock.release();
}

function isLock(lock: ReturnType<typeof lockFolder>): lock is FolderLock {
  return 'release' in lock;
}

async function openServer(url: string): Promise<Opened> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: '-c search_path=kumomori', application_name: 'kumomori' });
  // A connection that dies while it is idle is replaced by the next one; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('create schema if not exists kumomori');
  } catch (error) {
    await pool.end();
    throw new AppError('store-unreachable', { message: sentenceOf(error), cause: error });
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    ...{ db, turn: allAtOnce },
    execute: async (text, values) => ({ rows: (await pool.query(text, values ? [...values] : undefined)).rows }),
    close: () => db.destroy(),
  };
}

/** Drivers put the URL with its password into no message; several addresses that all refuse come as one error without text. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
