/** Where somebody is signed in. */
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { hashOfSecret } from './sessions.ts';

export interface OwnSession {
  /** Hash of the secret in the cookie: it opens nothing. */
  readonly id: string;
  readonly isThis: boolean;
  readonly factors: readonly string[];
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string | null;
  readonly agent: string | null;
}

export async function listSessions({ store, now }: Team, { actor }: Asking, session: string | null): Promise<readonly OwnSession[]> {
  if (actor.userId === null) return [];
  const { userId } = actor;
  const rows = await store.system((tx) =>
    tx
      .selectFrom('sessions')
      .selectAll()
      .where('user_id', '=', userId)
      .where('expires_at', '>', now())
      .orderBy('last_seen_at', 'desc')
      .execute(),
  );
  const own = session === null ? null : hashOfSecret(session).toString('hex');
  return rows.map(({ id_hash, factors, created_at, last_seen_at, address, agent }) => {
    const id = Buffer.from(id_hash).toString('hex');
    return { id, isThis: id === own, factors, createdAt: created_at.toISOString(), lastSeenAt: last_seen_at.toISOString(), address, agent };
  });
}

/** Fails with `not-found` for those of others. */
export async function endOwnSession({ store, now }: Team, { actor, address = null }: Asking, id: string): Promise<void> {
  await store.system(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('sessions')
      .where('id_hash', '=', Buffer.from(id, 'hex'))
      .where('user_id', '=', actor.userId ?? '00000000-0000-0000-0000-000000000000')
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new TeamError('not-found', 'no such session');
    await appendAudit(tx, actor, { action: 'session.end', address, at: now() });
  });
}
