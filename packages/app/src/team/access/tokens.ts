/** Tokens for programs: shown once, kept as a hash, never with more rights than their owner has at the moment of use. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { Permission } from './permissions.ts';
import { hashOfSecret } from './sessions.ts';

/** A prefix that scanners for credentials know a token by (ours does). */
const PREFIX = 'kumo_';
const SECRET_BYTES = 32;
const SEEN_MS = 60_000;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

export interface NewToken {
  readonly name: string;
  /** Null: all that the owner may. */
  readonly scopes: readonly Permission[] | null;
  readonly days: number;
}

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** The token itself, this one time. A token cannot make tokens. */
export async function addToken(
  { store, now }: Team,
  { actor, address = null }: Asking,
  { name, scopes, days }: NewToken,
): Promise<{ readonly id: string; readonly token: string }> {
  if (actor.kind !== 'user' || actor.userId === null) throw new TeamError('forbidden', 'only people make tokens');
  const { userId } = actor;
  const token = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const at = now();
  const expires = new Date(at.getTime() + Math.min(days, MAX_DAYS) * DAY_MS);
  return store.system(async (tx) => {
    const { id } = await tx
      .insertInto('api_tokens')
      .values({
        user_id: userId,
        name,
        hash: hashOfSecret(token),
        hint: token.slice(-4),
        scopes: scopes ? [...scopes] : null,
        expires_at: expires,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await appendAudit(tx, actor, {
      action: 'token.add',
      object: `token:${id}`,
      detail: { name, scopes, expires: expires.toISOString() },
      address,
      at,
    });
    return { id, token };
  });
}

/** Who the token stands for; null when it is unknown, has expired, or its owner may no longer come in. */
export async function openToken({ store, now }: Team, token: string): Promise<Actor | null> {
  if (!token.startsWith(PREFIX)) return null;
  const at = now();
  return store.system(async (tx) => {
    const row = await tx
      .selectFrom('api_tokens')
      .innerJoin('users', 'users.id', 'api_tokens.user_id')
      .select(['api_tokens.id as token_id', 'api_tokens.name as token_name', 'scopes', 'expires_at', 'last_used_at'])
      .select(['users.id', 'users.name', 'users.role', 'users.departments', 'users.active'])
      .where('hash', '=', hashOfSecret(token))
      .executeTakeFirst();
    if (!row?.active || (row.expires_at !== null && row.expires_at <= at)) return null;
    if (at.getTime() - (row.last_used_at?.getTime() ?? 0) > SEEN_MS)
      await tx.updateTable('api_tokens').set({ last_used_at: at }).where('id', '=', row.token_id).execute();
    return {
      kind: 'token',
      userId: row.id,
      name: `${row.name} (${row.token_name})`,
      role: row.role,
      departments: row.departments,
      scopes: row.scopes,
    };
  });
}

export async function listTokens({ store }: Team, { actor }: Asking): Promise<readonly ApiToken[]> {
  const rows = await store.system((tx) =>
    tx
      .selectFrom('api_tokens')
      .selectAll()
      .where('user_id', '=', actor.userId ?? '')
      .orderBy('created_at')
      .execute(),
  );
  return rows.map(({ id, name, hint, scopes, created_at, expires_at, last_used_at }) => ({
    ...{ id, name, hint, scopes, createdAt: created_at.toISOString() },
    ...{ expiresAt: expires_at?.toISOString() ?? null, lastUsedAt: last_used_at?.toISOString() ?? null },
  }));
}

/** One's own; an administrator's reach is to deactivate the user. */
export async function revokeToken({ store, now }: Team, { actor, address = null }: Asking, id: string): Promise<void> {
  const at = now();
  await store.system(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('api_tokens')
      .where('id', '=', id)
      .where('user_id', '=', actor.userId ?? '')
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new TeamError('not-found', 'no such token');
    await appendAudit(tx, actor, { action: 'token.revoke', object: `token:${id}`, address, at });
  });
}
