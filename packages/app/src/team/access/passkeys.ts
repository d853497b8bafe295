/** Passkeys (WebAuthn level 3): signing in without a password. User verification is demanded, so that one counts as two factors. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { beginChallenge, takeChallenge } from './challenges.ts';
import { throttle } from './throttle.ts';

const TIMEOUT_MS = 120_000;
const MAX_PASSKEYS = 20;
const PER_ADDRESS = { size: 30, refillSeconds: 10 };

export interface PasskeyBeginning {
  readonly id: string;
  /** For `navigator.credentials`, as JSON. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** `origin`: where the console is; its host is the relying party. */
export async function beginPasskey(team: Team, { actor }: Asking, origin: string): Promise<PasskeyBeginning> {
  const userId = personOf(actor.userId);
  const { email, keys } = await team.store.system(async (tx) => ({
    ...(await tx.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirstOrThrow()),
    keys: await tx.selectFrom('passkeys').select('id').where('user_id', '=', userId).execute(),
  }));
  if (keys.length >= MAX_PASSKEYS) throw new TeamError('conflict', `${MAX_PASSKEYS} passkeys at most`);
  const options = await generateRegistrationOptions({
    ...{ rpName: 'kumomori', rpID: hostOf(origin), userName: email, userDisplayName: actor.name, timeout: TIMEOUT_MS },
    ...{ userID: new Uint8Array(Buffer.from(userId)), attestationType: 'none', excludeCredentials: keys },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { id: await beginChallenge(team, 'passkey-registration', { userId, challenge: options.challenge }), options: { ...options } };
}

/** Fails with `second-factor` when the answer does not belong to what was begun. */
export async function addPasskey(
  team: Team,
  { actor, address = null }: Asking,
  given: { readonly id: string; readonly name: string; readonly response: RegistrationResponseJSON; readonly origin: string },
): Promise<void> {
  const userId = personOf(actor.userId);
  const begun = await takeChallenge(team, 'passkey-registration', given.id);
  const challenge = begun?.['userId'] === userId ? begun['challenge'] : undefined;
  const checked = await accepted(challenge, (expectedChallenge) =>
    verifyRegistrationResponse({
      ...{ response: given.response, expectedChallenge, expectedOrigin: given.origin, expectedRPID: hostOf(given.origin) },
      requireUserVerification: true,
    }),
  );
  if (!checked.verified) throw refused();
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  const at = team.now();
  await team.store.system(async (tx) => {
    const row = {
      id,
      user_id: userId,
      name: given.name,
      public_key: Buffer.from(publicKey),
      counter,
      transports: [...transports],
      created_at: at,
    };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('passkeys')
      .values(row)
      .onConflict((each) => each.column('id').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw refused();
    await appendAudit(tx, actor, { action: 'passkey.add', object: `user:${userId}`, detail: { name: given.name }, address, at });
  });
}

export async function listPasskeys({ store }: Team, { actor }: Asking): Promise<readonly Passkey[]> {
  const userId = personOf(actor.userId);
  const rows = await store.system((tx) =>
    tx.selectFrom('passkeys').selectAll().where('user_id', '=', userId).orderBy('created_at').execute(),
  );
  return rows.map(({ id, name, created_at, last_used_at }) => ({
    ...{ id, name, createdAt: created_at.toISOString(), lastUsedAt: last_used_at?.toISOString() ?? null },
  }));
}

export async function removePasskey({ store, now }: Team, { actor, address = null }: Asking, id: string): Promise<void> {
  const userId = personOf(actor.userId);
  await store.system(async (tx) => {
    const row = await tx.deleteFrom('passkeys').where('id', '=', id).where('user_id', '=', userId).returning('name').executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such passkey');
    await appendAudit(tx, actor, { action: 'passkey.remove', object: `user:${userId}`, detail: { name: row.name }, address, at: now() });
  });
}

/** For whoever asks: the browser offers the passkeys it has for this host, so that nobody learns who exists. */
export async function beginPasskeySignIn(team: Team, origin: string, address: string | null): Promise<PasskeyBeginning> {
  await throttle(team, `passkey-from:${address ?? ''}`, PER_ADDRESS);
  const options = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: 'required', timeout: TIMEOUT_MS });
  return { id: await beginChallenge(team, 'passkey-sign-in', { challenge: options.challenge }), options: { ...options } };
}

/** Who it is. Fails with `wrong-credentials` for whatever is wrong. */
export async function signInByPasskey(
  team: Team,
  given: { readonly id: string; readonly response: AuthenticationResponseJSON; readonly origin: string },
): Promise<string> {
  const begun = await takeChallenge(team, 'passkey-sign-in', given.id);
  const row = await team.store.system((tx) =>
    tx
      .selectFrom('passkeys')
      .innerJoin('users', 'users.id', 'passkeys.user_id')
      .select(['passkeys.id', 'public_key', 'counter', 'user_id', 'users.active'])
      .where('passkeys.id', '=', given.response.id)
      .executeTakeFirst(),
  );
  if (!row?.active) throw refused();
  const checked = await accepted(begun?.['challenge'], (expectedChallenge) =>
    verifyAuthenticationResponse({
      ...{ response: given.response, expectedChallenge, expectedOrigin: given.origin, expectedRPID: hostOf(given.origin) },
      credential: { id: row.id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) },
      requireUserVerification: true,
    }),
  );
  if (!checked.verified) throw refused();
  const { newCounter } = checked.authenticationInfo;
  await team.store.system((tx) =>
    tx.updateTable('passkeys').set({ counter: newCounter, last_used_at: team.now() }).where('id', '=', row.id).execute(),
  );
  return row.user_id;
}

/** The library throws at whatever is malformed, of another origin, of another challenge, or replayed. */
async function accepted<Result>(challenge: string | undefined, verify: (challenge: string) => Promise<Result>): Promise<Result> {
  if (challenge === undefined) throw refused();
  try {
    return await verify(challenge);
  } catch (cause) {
    throw refused(cause);
  }
}

function refused(cause?: unknown): TeamError {
  return new TeamError('wrong-credentials', 'the passkey was not accepted', { reason: 'passkey-failed', cause });
}

function personOf(userId: string | null): string {
  if (userId === null) throw new TeamError('forbidden', 'only people have passkeys');
  return userId;
}

function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
