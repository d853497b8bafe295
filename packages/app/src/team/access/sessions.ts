/** Sessions of the console: an opaque random id in a cookie, of which the database holds only the hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../store/index.ts';
import type { Team } from '../context.ts';

const ID_BYTES = 32;
const HOUR_MS = 3_600_000;
/**
 * Ends without use after this. ASVS 4.0 §3.3.2 (compared 2026-11-22) has people sign in again after 12 hours or 30 minutes without use at level
 * 2: the 12 hours are kept below, two hours without use are our own choice and longer than its second figure.
 */
const IDLE_MS = 2 * HOUR_MS;
const WHOLE_MS = 12 * HOUR_MS;
/** Written this seldom, so that reading is not writing. */
const SEEN_MS = 60_000;

export type Factor = 'password' | 'totp' | 'passkey' | 'oidc' | 'setup' | 'recovery';

export interface SessionPlace {
  readonly address: string | null;
  readonly agent: string | null;
}

export interface OpenedSession {
  readonly actor: Actor;
  readonly language: 'en' | 'ja';
  readonly email: string;
  readonly factors: readonly string[];
  readonly expiresAt: Date;
}

/** The id for the cookie. Old sessions stay: people work in two browsers. */
export async function beginSession(
  team: Team,
  userId: string,
  { factors, address, agent }: SessionPlace & { readonly factors: readonly Factor[] },
): Promise<string> {
  const id = randomBytes(ID_BYTES).toString('base64url');
  const at = team.now();
  await team.store.system(async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<', at).execute();
    await tx
      .insertInto('sessions')
      .values({
        ...{ id_hash: hashOfSecret(id), user_id: userId, factors: [...factors], created_at: at, last_seen_at: at },
        ...{ expires_at: new Date(at.getTime() + WHOLE_MS), address, agent: agent?.slice(0, 200) ?? null },
      })
      .execute();
    await tx.updateTable('users').set({ last_login_at: at }).where('id', '=', userId).execute();
  });
  return id;
}

/** Who it is; null when it has ended, when nobody began it, or when the user may no longer come in. */
export async function openSession(team: Team, id: string): Promise<OpenedSession | null> {
  const hash = hashOfSecret(id);
  const at = team.now();
  return team.store.system(async (tx) => {
    const row = await tx
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.expires_at', 'sessions.last_seen_at', 'sessions.factors', 'users.id', 'users.name', 'users.email'])
      .select(['users.role', 'users.departments', 'users.language', 'users.active'])
      .where('id_hash', '=', hash)
      .executeTakeFirst();
    if (!row?.active) return null;
    const idle = at.getTime() - row.last_seen_at.getTime();
    if (row.expires_at <= at || idle > IDLE_MS) {
      await tx.deleteFrom('sessions').where('id_hash', '=', hash).execute();
      return null;
    }
    if (idle > SEEN_MS) await tx.updateTable('sessions').set({ last_seen_at: at }).where('id_hash', '=', hash).execute();
    const actor: Actor = { kind: 'user', userId: row.id, name: row.name, role: row.role, departments: row.departments, scopes: null };
    return { actor, language: row.language, email: row.email, factors: row.factors, expiresAt: row.expires_at };
  });
}

export async function endSession(team: Team, id: string): Promise<void> {
  await team.store.system((tx) => tx.deleteFrom('sessions').where('id_hash', '=', hashOfSecret(id)).execute());
}

/** After a change of password, role or factors, and when somebody leaves; `except`: the hash of the one that stays. */
export async function endSessionsOf(team: Team, userId: string, except: Buffer | null = null): Promise<void> {
  await team.store.system(async (tx) => {
    const ended = tx.deleteFrom('sessions').where('user_id', '=', userId);
    await (except === null ? ended : ended.where('id_hash', '!=', except)).execute();
  });
}

/** Secrets of 256 random bits need no slow hash. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
