/** The first administrator: whoever can read what the server printed when it started. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { SYSTEM } from '../../store/index.ts';
import type { Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { hashOfSecret } from './sessions.ts';
import { addUser, isFresh } from './users.ts';

const KEY = 'set-up';
const HOUR_MS = 3_600_000;

/** A new secret for an hour; earlier ones are void. Null when there is an administrator. */
export async function openSetUp(team: Team): Promise<string | null> {
  if (!(await isFresh(team.store))) return null;
  const secret = randomBytes(24).toString('base64url');
  const document = JSON.stringify({ hash: hashOfSecret(secret).toString('base64url') });
  const expires = new Date(team.now().getTime() + HOUR_MS);
  await team.store.system((tx) =>
    tx
      .insertInto('challenges')
      .values({ id: KEY, kind: 'set-up', document, expires_at: expires })
      .onConflict((each) => each.column('id').doUpdateSet({ document, expires_at: expires }))
      .execute(),
  );
  return secret;
}

export interface FirstAdministrator {
  readonly secret: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: 'en' | 'ja';
}

/** The id of the administrator. Fails with `conflict` when there is one, `forbidden` when the secret is wrong or has expired. */
export async function setUp(team: Team, { secret, ...user }: FirstAdministrator, address: string | null): Promise<string> {
  if (!(await isFresh(team.store))) throw new TeamError('conflict', 'there is an administrator', { reason: 'set-up-done' });
  const row = await team.store.system((tx) => tx.selectFrom('challenges').selectAll().where('id', '=', KEY).executeTakeFirst());
  const document = row?.document;
  const hash =
    typeof document === 'object' && document !== null && 'hash' in document && typeof document.hash === 'string' ? document.hash : '';
  const expected = Buffer.from(hash, 'base64url');
  const given = hashOfSecret(secret);
  const isRight = expected.length === given.length && timingSafeEqual(expected, given);
  if (!row || !isRight || row.expires_at <= team.now()) throw new TeamError('forbidden', 'not the set-up link', { reason: 'set-up-token' });
  const id = await addUser(team, { actor: SYSTEM, address }, { ...user, role: 'admin' });
  await team.store.system((tx) => tx.deleteFrom('challenges').where('id', '=', KEY).execute());
  return id;
}
