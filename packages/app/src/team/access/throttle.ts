/** Token buckets in the database, so that several servers count together: for signing in, and for whatever costs much. */
import { sql } from 'kysely';
import type { Team } from '../context.ts';
import { TeamError } from '../errors.ts';

export interface Bucket {
  readonly size: number;
  /** Seconds until one more token is there. */
  readonly refillSeconds: number;
}

/** Takes one token; fails with `too-many` when there is none. */
export async function throttle({ store, now }: Team, key: string, { size, refillSeconds }: Bucket): Promise<void> {
  const at = now();
  const left = await store.system(async (tx) => {
    await tx
      .insertInto('throttles')
      .values({ key, tokens: size, at })
      .onConflict((each) => each.column('key').doNothing())
      .execute();
    const row = await tx.selectFrom('throttles').select(['tokens', 'at']).where('key', '=', key).forUpdate().executeTakeFirstOrThrow();
    const elapsed = Math.max(0, at.getTime() - row.at.getTime()) / 1000;
    const tokens = Math.min(size, row.tokens + elapsed / refillSeconds);
    if (tokens >= 1)
      await tx
        .updateTable('throttles')
        .set({ tokens: tokens - 1, at })
        .where('key', '=', key)
        .execute();
    return tokens;
  });
  if (left < 1) throw new TeamError('too-many', 'too many attempts', { retryAfterSeconds: Math.ceil((1 - left) * refillSeconds) });
}

/** After success the count begins anew. */
export async function forgetThrottle({ store }: Team, key: string): Promise<void> {
  await store.system((tx) => tx.deleteFrom('throttles').where('key', '=', key).execute());
}

/** What succeeded was no attempt: one token back, never those of others. */
export async function giveBack({ store }: Team, key: string, { size }: Bucket): Promise<void> {
  await store.system((tx) =>
    tx
      .updateTable('throttles')
      .set((each) => ({ tokens: sql`least(${size}, ${each.ref('tokens')} + 1)` }))
      .where('key', '=', key)
      .execute(),
  );
}
