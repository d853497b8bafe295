/** The second factor of a password: codes of an app, and recovery codes for when the telephone is lost. */
import { createHash, randomBytes } from 'node:crypto';
import type { StoreTransaction } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { openSecret, sealSecret } from '../settings/index.ts';
import { beginChallenge, takeChallenge } from './challenges.ts';
import { forgetThrottle, throttle } from './throttle.ts';
import { base32, otpauthUri, totpStep } from './totp.ts';

/** RFC 4226 §4 asks for 128 bits at least and advises 160. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
/** Six digits with three steps that count: five guesses at once, then one in a minute, make a hit a matter of years. */
const ATTEMPTS = { size: 5, refillSeconds: 60 };

export interface TotpBeginning {
  readonly id: string;
  /** Base32, for typing in. */
  readonly secret: string;
  /** For a link or a QR code. */
  readonly uri: string;
}

/** The secret, this one time; it counts when a code of it was shown. */
export async function beginTotp(team: Team, { actor }: Asking): Promise<TotpBeginning> {
  const { userId, email } = await person(team, actor.userId);
  const bytes = randomBytes(SECRET_BYTES);
  const sealed = sealSecret(team.secretKey, purposeOf(userId), bytes.toString('base64'));
  const id = await beginChallenge(team, 'totp', { userId, sealed });
  return { id, secret: base32(bytes), uri: otpauthUri(bytes, email) };
}

/** The recovery codes, this one time. Fails with `second-factor` when the code is not of the secret that was begun. */
export async function confirmTotp(
  team: Team,
  { actor, address = null }: Asking,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<readonly string[]> {
  const { userId } = await person(team, actor.userId);
  const begun = await takeChallenge(team, 'totp', id);
  const secret = begun?.['userId'] === userId ? openTotp(team, userId, begun['sealed'] ?? '') : null;
  const at = team.now();
  const step = secret ? totpStep(secret, { code, now: at, lastStep: null }) : null;
  if (step === null) throw new TeamError('second-factor', 'not a code of this secret', { reason: 'wrong-code' });
  const codes = recoveryCodes();
  await team.store.system(async (tx) => {
    await changeCredentials(tx, userId, {
      ...{ totp_secret: Buffer.from(begun?.['sealed'] ?? ''), totp_last_step: step, recovery_hashes: codes.map(hashOfCode) },
    });
    await appendAudit(tx, actor, { action: 'totp.add', object: `user:${userId}`, address, at });
  });
  return codes;
}

/** New ones; the old ones are void. Fails with `conflict` without an app. */
export async function renewRecoveryCodes(team: Team, { actor, address = null }: Asking): Promise<readonly string[]> {
  const { userId, hasTotp } = await person(team, actor.userId);
  if (!hasTotp) throw new TeamError('conflict', 'no second factor', { reason: 'no-second-factor' });
  const codes = recoveryCodes();
  await team.store.system(async (tx) => {
    await changeCredentials(tx, userId, { recovery_hashes: codes.map(hashOfCode) });
    await appendAudit(tx, actor, { action: 'recovery.renew', object: `user:${userId}`, address, at: team.now() });
  });
  return codes;
}

/** Without a code no second factor is taken away. */
export async function removeTotp(team: Team, { actor, address = null }: Asking, code: string): Promise<void> {
  const { userId, hasTotp } = await person(team, actor.userId);
  if (!hasTotp) throw new TeamError('conflict', 'no second factor', { reason: 'no-second-factor' });
  await takeSecondFactor(team, userId, code);
  await team.store.system(async (tx) => {
    await changeCredentials(tx, userId, { totp_secret: null, totp_last_step: null, recovery_hashes: [] });
    await appendAudit(tx, actor, { action: 'totp.remove', object: `user:${userId}`, address, at: team.now() });
  });
}

/** Which factor the code was. Fails with `second-factor` when it is wrong or was used, `too-many` after too many of those. */
export async function takeSecondFactor(team: Team, userId: string, code: string): Promise<'totp' | 'recovery'> {
  const key = `second-factor:${userId}`;
  await throttle(team, key, ATTEMPTS);
  const taken = await team.store.system(async (tx) => {
    const row = await tx
      .selectFrom('credentials')
      .select(['totp_secret', 'totp_last_step', 'recovery_hashes'])
      .where('user_id', '=', userId)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.totp_secret) return null;
    const secret = openTotp(team, userId, Buffer.from(row.totp_secret).toString());
    const lastStep = row.totp_last_step === null ? null : Number(row.totp_last_step);
    const step = secret ? totpStep(secret, { code, now: team.now(), lastStep }) : null;
    if (step !== null) {
      await changeCredentials(tx, userId, { totp_last_step: step });
      return 'totp';
    }
    const hash = hashOfCode(code);
    if (!row.recovery_hashes.includes(hash)) return null;
    await changeCredentials(tx, userId, { recovery_hashes: row.recovery_hashes.filter((each) => each !== hash) });
    return 'recovery';
  });
  if (taken === null) throw new TeamError('second-factor', 'wrong code', { reason: 'wrong-code' });
  await forgetThrottle(team, key);
  return taken;
}

async function changeCredentials(
  tx: StoreTransaction,
  userId: string,
  values: {
    readonly totp_secret?: Uint8Array | null;
    readonly totp_last_step?: number | null;
    readonly recovery_hashes?: string[];
  },
): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({ user_id: userId, ...values })
    .onConflict((each) => each.column('user_id').doUpdateSet(values))
    .execute();
}

async function person(team: Team, userId: string | null): Promise<{ userId: string; email: string; hasTotp: boolean }> {
  const row = await team.store.system((tx) =>
    tx
      .selectFrom('users')
      .leftJoin('credentials', 'credentials.user_id', 'users.id')
      .select(['users.id', 'users.email', 'totp_secret'])
      .where('users.id', '=', userId)
      .executeTakeFirst(),
  );
  if (!row) throw new TeamError('forbidden', 'only people have factors');
  return { userId: row.id, email: row.email, hasTotp: row.totp_secret !== null };
}

function openTotp(team: Team, userId: string, sealed: string): Buffer | null {
  const opened = openSecret(team.secretKey, purposeOf(userId), sealed);
  return opened === null ? null : Buffer.from(opened, 'base64');
}

function purposeOf(userId: string): string {
  return `totp:${userId}`;
}

/** 80 bits each, `ABCD-EFGH-IJKL-MNOP`: guessing one from its hash is out of reach. */
function recoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => (base32(randomBytes(RECOVERY_BYTES)).match(/.{4}/gu) ?? []).join('-'));
}

function hashOfCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/gu, ''))
    .digest('base64url');
}
