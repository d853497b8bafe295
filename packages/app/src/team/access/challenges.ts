/** What was begun and has to be ended soon: kept for minutes, taken once. */
import { randomBytes } from 'node:crypto';
import { isRecord } from '@kumomori/model';
import type { Team } from '../context.ts';

const MINUTES = 10;

export type ChallengeKind = 'totp' | 'passkey-registration' | 'passkey-sign-in' | 'oidc';

/** The id, which nobody guesses. */
export async function beginChallenge(
  { store, now }: Team,
  kind: ChallengeKind,
  document: Readonly<Record<string, string>>,
): Promise<string> {
  const id = randomBytes(24).toString('base64url');
  const at = now();
  await store.system(async (tx) => {
    await tx.deleteFrom('challenges').where('expires_at', '<', at).execute();
    await tx
      .insertInto('challenges')
      .values({ id, kind, document: JSON.stringify(document), expires_at: new Date(at.getTime() + MINUTES * 60_000) })
      .execute();
  });
  return id;
}

/** Its document; null when there is none of that kind, when it has expired, or when it was taken. */
export async function takeChallenge(
  { store, now }: Team,
  kind: ChallengeKind,
  id: string,
): Promise<Readonly<Record<string, string>> | null> {
  const row = await store.system((tx) =>
    tx.deleteFrom('challenges').where('id', '=', id).where('kind', '=', kind).returningAll().executeTakeFirst(),
  );
  if (!row || row.expires_at <= now() || !isRecord(row.document)) return null;
  return Object.fromEntries(Object.entries(row.document).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}
