/**
 * The team's work for tests: one database for the whole test process, emptied for each test. Embedded, or the PostgreSQL server of
 * KUMOMORI_TEST_DATABASE_URL, so that the same tests run on both (`.ci/run` does).
 */
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Actor, Asking, Jobs, Role, Store, Team } from '../team/index.ts';
import { SYSTEM, addUser, openStore, openTeam } from '../team/index.ts';

const TEMPLATES = fileURLToPath(new URL('../../../../node_modules/.cache/kumomori-store/', import.meta.url));
const BEGIN = '2026-11-02T00:00:00.000Z';
export const TEST_PASSWORD = 'correct horse battery';

let opened: Promise<Store> | null = null;
// The embedded database keeps timers of its own: left open, it keeps the process for many seconds.
after(async () => {
  await (await opened)?.close();
});

export interface TestTeam {
  readonly team: Team;
  /** Jobs that were sent, instead of being worked on. */
  readonly sent: readonly { readonly queue: string; readonly data: object }[];
  readonly setNow: (iso: string) => void;
  /** The server itself. */
  readonly system: Asking;
  /** A new user of the role. */
  readonly as: (
    role: Role,
    departments?: readonly string[],
  ) => Promise<Asking & { readonly actor: Actor & { readonly userId: string }; readonly email: string }>;
}

/** An empty database. One at a time: the next call empties it again. */
export async function testTeam(): Promise<TestTeam> {
  const store = await (opened ??= openStore({
    folder: null,
    templates: TEMPLATES,
    url: process.env['KUMOMORI_TEST_DATABASE_URL'] ?? null,
  }));
  await empty(store);
  let now = new Date(BEGIN);
  let people = 0;
  const sent: { queue: string; data: object }[] = [];
  const jobs: Jobs = {
    start: async () => undefined,
    send: async (queue, data) => void sent.push({ queue, data }),
    work: async () => undefined,
    stop: async () => undefined,
  };
  const team = openTeam({ store, jobs, now: () => now });
  const system: Asking = { actor: SYSTEM };
  return {
    ...{ team, sent, system },
    setNow: (iso) => {
      now = new Date(iso);
    },
    as: async (role, departments = []) => {
      people += 1;
      const email = `${role}-${people}@example.com`;
      const name = `${role} ${people}`;
      const userId = await addUser(team, system, { email, name, role, departments, password: null });
      return { actor: { kind: 'user', userId, name, role, departments, scopes: null }, email };
    },
  };
}

async function empty(store: Store): Promise<void> {
  const { rows } = await store.execute(`select tablename from pg_tables where schemaname = 'kumomori' and tablename <> 'migrations'`);
  const names = rows.flatMap((row) => (typeof row === 'object' && row !== null && 'tablename' in row ? [String(row.tablename)] : []));
  await store.execute(`truncate ${names.map((name) => `kumomori.${name}`).join()} restart identity cascade`);
}
