/** People: those who sign in here, and those whom an identity provider knows. */
import { sql } from 'kysely';
import type { Actor, Role, Store } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, hashPassword } from './password.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly departments?: readonly string[];
  readonly language?: 'en' | 'ja';
  /** Null: signs in with a passkey or an identity provider. */
  readonly password?: string | null;
  /** The first thing to do is to choose another password. */
  readonly mustChange?: boolean;
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly departments: readonly string[];
  readonly language: 'en' | 'ja';
  readonly origin: 'local' | 'oidc' | 'scim';
  readonly active: boolean;
  readonly lastLoginAt: string | null;
}

/** Nobody yet: the console asks for the first administrator. */
export async function isFresh(store: Store): Promise<boolean> {
  return store.system(async (tx) => (await tx.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined);
}

/** The id. Fails with `conflict` when somebody has the address, `invalid` when the password is too short or too long. */
export async function addUser({ store, now }: Team, { actor, address = null }: Asking, user: NewUser): Promise<string> {
  const { password = null } = user;
  if (password !== null) assertPassword(password, user.email);
  const hash = password === null ? null : await hashPassword(password);
  const at = now();
  return store.system(async (tx) => {
    const taken = await tx
      .selectFrom('users')
      .select('id')
      .where(sql`lower(email)`, '=', user.email.toLowerCase())
      .executeTakeFirst();
    if (taken) throw new TeamError('conflict', 'somebody has this mail address', { reason: 'email-taken' });
    const { id } = await tx
      .insertInto('users')
      .values({
        email: user.email,
        name: user.name,
        role: user.role,
        departments: [...(user.departments ?? [])],
        language: user.language ?? 'en',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('credentials')
      .values({ user_id: id, password_hash: hash, must_change: user.mustChange ?? false })
      .execute();
    const detail = { email: user.email, role: user.role, departments: user.departments ?? [] };
    await appendAudit(tx, actor, { action: 'user.add', object: `user:${id}`, detail, address, at });
    return id;
  });
}

/** Long, and not what everybody would try first for this person; what it is made of is its owner's affair (NIST SP 800-63B §5.1.1.2). */
export function assertPassword(password: string, email: string): void {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH || password.length > PASSWORD_MAX_LENGTH)
    throw new TeamError('invalid', `a password has ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters`, {
      reason: 'password-length',
    });
  const plain = password.toLowerCase();
  const known = [email.toLowerCase(), email.toLowerCase().split('@')[0] ?? '', 'kumomori', 'password', 'passw0rd', '123456', 'qwerty'];
  const rest = known.reduce((text, each) => (each.length < 4 ? text : text.replaceAll(each, '')), plain);
  if (new Set(plain).size < 5 || [...rest].length < PASSWORD_MIN_LENGTH / 2)
    throw new TeamError('invalid', 'a password that is tried early', { reason: 'password-weak' });
}

/** An entry of the audit trail that belongs to no other change. */
export async function audit({ store, now }: Team, actor: Actor, action: Omit<Parameters<typeof appendAudit>[2], 'at'>): Promise<void> {
  const at = now();
  await store.system((tx) => appendAudit(tx, actor, { ...action, at }));
}

export async function listUsers({ store }: Team, { actor }: Asking): Promise<readonly User[]> {
  const rows = await store.as(actor, (tx) => tx.selectFrom('users').selectAll().orderBy('name').orderBy('id').execute());
  return rows.map(({ id, email, name, role, departments, language, origin, active, last_login_at }) => ({
    ...{ id, email, name, role, departments, language, origin, active },
    lastLoginAt: last_login_at?.toISOString() ?? null,
  }));
}
