/** Coming in with a password: the second factor where there is one, another password where the first one was given by somebody else. */
import { sql } from 'kysely';
import { SYSTEM } from '../../store/index.ts';
import type { Actor } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { PASSWORD_MAX_LENGTH, hashPassword, isPassword } from './password.ts';
import { takeSecondFactor } from './second-factor.ts';
import type { Factor } from './sessions.ts';
import { endSessionsOf, hashOfSecret } from './sessions.ts';
import { forgetThrottle, giveBack, throttle } from './throttle.ts';
import { assertPassword, audit } from './users.ts';

/** Ten attempts at once, then one in a minute. */
const PER_ACCOUNT = { size: 10, refillSeconds: 60 };
/** A whole office comes in from one address; what succeeds is given back. */
const PER_ADDRESS = { size: 30, refillSeconds: 20 };

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** Of the app, or a recovery code. */
  readonly code?: string | null;
  /** In place of the one that was given by somebody else. */
  readonly newPassword?: string | null;
}

/**
 * Who it is. Fails with `wrong-credentials` for whatever is wrong with address or password, `second-factor` when a code is missing (reason `code-needed`)
 * or wrong (`wrong-code`), `password-change` when another password has to be chosen, `too-many` when it was tried too often.
 */
export async function signIn(
  team: Team,
  { email, password, code = null, newPassword = null }: SignInAttempt,
  address: string | null,
): Promise<{ readonly userId: string; readonly factors: readonly Factor[] }> {
  const account = `login:${email.toLowerCase()}`;
  const from = `login-from:${address ?? ''}`;
  await throttle(team, account, PER_ACCOUNT);
  await throttle(team, from, PER_ADDRESS);
  const row = await personByEmail(team, email);
  const isRight = await isPassword(password.slice(0, PASSWORD_MAX_LENGTH + 1), row?.active ? row.password_hash : null);
  if (!row || !isRight) {
    const actor: Actor = row ? personOf(row) : { ...SYSTEM, kind: 'user', name: 'anonymous' };
    await audit(team, actor, { action: 'session.refuse', detail: { email: email.slice(0, 200) }, address });
    throw new TeamError('wrong-credentials', 'mail address or password is wrong');
  }
  await forgetThrottle(team, account);
  await giveBack(team, from, PER_ADDRESS);
  const factors: Factor[] = ['password'];
  if (row.totp_secret !== null) {
    if (code === null || code === '') throw new TeamError('second-factor', 'a code is needed', { reason: 'code-needed' });
    factors.push(await secondFactor(team, { row, code, address }));
  }
  if (row.must_change === true) {
    if (newPassword === null) throw new TeamError('password-change', 'another password has to be chosen');
    await replacePassword(
      team,
      { actor: personOf(row), address },
      { userId: row.id, email: row.email, before: password, after: newPassword },
    );
  }
  return { userId: row.id, factors };
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

async function secondFactor(
  team: Team,
  { row, code, address }: { readonly row: PersonRow; readonly code: string; readonly address: string | null },
): Promise<'totp' | 'recovery'> {
  try {
    return await takeSecondFactor(team, row.id, code);
  } catch (error) {
    await audit(team, personOf(row), { action: 'session.refuse', detail: { factor: 'second' }, address });
    throw error;
  }
}

/** All other sessions end. Fails with `wrong-credentials` when the password of now is wrong. */
export async function changePassword(
  team: Team,
  asking: Asking,
  { current, next, session }: { readonly current: string; readonly next: string; readonly session: string | null },
): Promise<void> {
  const row = await personById(team, asking.actor.userId);
  await throttle(team, `password:${row.id}`, PER_ACCOUNT);
  const isRight = await isPassword(current.slice(0, PASSWORD_MAX_LENGTH + 1), row.password_hash);
  if (!isRight) throw new TeamError('wrong-credentials', 'the password of now is wrong', { reason: 'wrong-password' });
  await forgetThrottle(team, `password:${row.id}`);
  await replacePassword(team, asking, { userId: row.id, email: row.email, before: current, after: next });
  await endSessionsOf(team, row.id, session === null ? null : hashOfSecret(session));
}

/** Of whoever has the id; `before` null: somebody else gives it. */
export async function replacePassword(
  { store, now }: Team,
  { actor, address = null }: Asking,
  { userId, email, before, after }: { userId: string; email: string; before: string | null; after: string },
): Promise<void> {
  assertPassword(after, email);
  if (after === before) throw new TeamError('invalid', 'the same password again', { reason: 'password-same' });
  const values = { password_hash: await hashPassword(after), must_change: before === null };
  await store.system(async (tx) => {
    await tx
      .insertInto('credentials')
      .values({ user_id: userId, ...values })
      .onConflict((each) => each.column('user_id').doUpdateSet(values))
      .execute();
    await appendAudit(tx, actor, { action: 'password.change', object: `user:${userId}`, address, at: now() });
  });
}

function personOf({ id, name }: PersonRow): Actor {
  return { ...SYSTEM, kind: 'user', userId: id, name };
}

async function personByEmail({ store }: Team, email: string) {
  return store.system((tx) =>
    tx
      .selectFrom('users')
      .leftJoin('credentials', 'credentials.user_id', 'users.id')
      .select(['users.id', 'users.name', 'users.email', 'users.active', 'password_hash', 'totp_secret', 'must_change'])
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .executeTakeFirst(),
  );
}

async function personById({ store }: Team, userId: string | null) {
  const row = await store.system((tx) =>
    tx
      .selectFrom('users')
      .leftJoin('credentials', 'credentials.user_id', 'users.id')
      .select(['users.id', 'users.email', 'password_hash'])
      .where('users.id', '=', userId)
      .executeTakeFirst(),
  );
  if (!row) throw new TeamError('forbidden', 'only people have passwords');
  return row;
}
