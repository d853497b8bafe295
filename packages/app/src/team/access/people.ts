/** What administrators do with people. History keeps the names of those who left. */
import type { Role, StoreTransaction } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { replacePassword } from './sign-in.ts';
import { endSessionsOf } from './sessions.ts';
import type { NewUser } from './users.ts';
import { addUser } from './users.ts';

export interface PersonChange {
  readonly name?: string;
  readonly role?: Role;
  readonly departments?: readonly string[];
  readonly active?: boolean;
}

/** The id. Fails like `addUser`, and with `invalid` when one of the departments does not exist. */
export async function addPerson(team: Team, asking: Asking, user: NewUser): Promise<string> {
  await team.store.system((tx) => assertDepartments(tx, user.departments ?? []));
  return addUser(team, asking, user);
}

export interface PersonFactors {
  readonly userId: string;
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/**
 * Whoever loses a right loses it at once: sessions end, and tokens count by what their owner may at the moment. Fails with `conflict` (reason
 * `last-admin`) when nobody could administer any more.
 */
export async function changePerson(team: Team, { actor, address = null }: Asking, userId: string, given: PersonChange): Promise<void> {
  const at = team.now();
  const endsSessions = await team.store.system(async (tx) => {
    const before = await tx.selectFrom('users').selectAll().where('id', '=', userId).forUpdate().executeTakeFirst();
    if (!before) throw new TeamError('not-found', 'no such person');
    if (given.departments) await assertDepartments(tx, given.departments);
    const isAdminAfter = (given.role ?? before.role) === 'admin' && (given.active ?? before.active);
    if (before.role === 'admin' && before.active && !isAdminAfter) await assertOtherAdmin(tx, userId);
    await tx
      .updateTable('users')
      .set({
        ...(given.name === undefined ? {} : { name: given.name }),
        ...(given.role === undefined ? {} : { role: given.role }),
        ...(given.departments === undefined ? {} : { departments: [...given.departments] }),
        ...(given.active === undefined ? {} : { active: given.active }),
        updated_at: at,
      })
      .where('id', '=', userId)
      .execute();
    const { name, role, departments, active } = before;
    const detail = { before: { name, role, departments, active }, after: { ...given } };
    await appendAudit(tx, actor, { action: 'user.change', object: `user:${userId}`, detail, address, at });
    return given.active === false || (given.role !== undefined && given.role !== role);
  });
  if (endsSessions) await endSessionsOf(team, userId);
}

/** A password that its owner has to replace at once; every session of theirs ends. */
export async function givePassword(team: Team, asking: Asking, userId: string, password: string): Promise<void> {
  if (asking.actor.userId === userId) throw new TeamError('conflict', 'change your own password instead', { reason: 'own-account' });
  const row = await team.store.system((tx) => tx.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirst());
  if (!row) throw new TeamError('not-found', 'no such person');
  await replacePassword(team, asking, { userId, email: row.email, before: null, after: password });
  await endSessionsOf(team, userId);
}

/** For lost telephones: no app, no passkeys, no sessions; the password stays. */
export async function resetFactors(team: Team, { actor, address = null }: Asking, userId: string): Promise<void> {
  if (actor.userId === userId) throw new TeamError('conflict', 'another administrator does this', { reason: 'own-account' });
  const at = team.now();
  await team.store.system(async (tx) => {
    const row = await tx.selectFrom('users').select('id').where('id', '=', userId).executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such person');
    await tx
      .updateTable('credentials')
      .set({ totp_secret: null, totp_last_step: null, recovery_hashes: [] })
      .where('user_id', '=', userId)
      .execute();
    await tx.deleteFrom('passkeys').where('user_id', '=', userId).execute();
    await appendAudit(tx, actor, { action: 'user.reset-factors', object: `user:${userId}`, address, at });
  });
  await endSessionsOf(team, userId);
}

/** Which factors people have; never the factors. */
export async function listFactors({ store }: Team, userId: string | null = null): Promise<readonly PersonFactors[]> {
  return store.system(async (tx) => {
    const people = tx
      .selectFrom('users')
      .leftJoin('credentials', 'credentials.user_id', 'users.id')
      .select(['users.id', 'password_hash', 'totp_secret', 'recovery_hashes'])
      .select((each) =>
        each
          .selectFrom('passkeys')
          .whereRef('passkeys.user_id', '=', 'users.id')
          .select((key) => key.fn.countAll<string>().as('count'))
          .as('passkeys'),
      );
    const rows = await (userId === null ? people : people.where('users.id', '=', userId)).execute();
    return rows.map(({ id, password_hash, totp_secret, recovery_hashes, passkeys }) => ({
      ...{ userId: id, password: password_hash !== null, totp: totp_secret !== null, passkeys: Number(passkeys ?? 0) },
      recoveryCodes: recovery_hashes?.length ?? 0,
    }));
  });
}

/** The language of mails and of the console's first page. */
export async function changeOwnLanguage({ store, now }: Team, { actor }: Asking, language: 'en' | 'ja'): Promise<void> {
  const { userId } = actor;
  if (userId === null) throw new TeamError('forbidden', 'only people have a language');
  await store.system((tx) => tx.updateTable('users').set({ language, updated_at: now() }).where('id', '=', userId).execute());
}

/** Fails with `invalid` when one of them does not exist. */
export async function assertDepartments(tx: StoreTransaction, departments: readonly string[]): Promise<void> {
  if (departments.length === 0) return;
  const rows = await tx.selectFrom('departments').select('id').where('id', 'in', departments).execute();
  if (rows.length < new Set(departments).size)
    throw new TeamError('invalid', 'no such department', {
      ...{ reason: 'no-department', fields: [{ path: 'departments', message: 'unknown' }] },
    });
}

export async function assertOtherAdmin(tx: StoreTransaction, userId: string): Promise<void> {
  // All of them are locked: two administrators who take each other's rights at once wait for each other.
  const admins = await tx.selectFrom('users').select('id').where('role', '=', 'admin').where('active', '=', true).forUpdate().execute();
  if (!admins.some(({ id }) => id !== userId))
    throw new TeamError('conflict', 'the last administrator stays one', { reason: 'last-admin' });
}
