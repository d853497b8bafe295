/** The person of an id_token: known by subject, by confirmed mail address, or made now. */
import { sql } from 'kysely';
import type { StoreTransaction } from '../../../store/index.ts';
import { SYSTEM } from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import type { Team } from '../../context.ts';
import { TeamError } from '../../errors.ts';
import type { Mapped } from '../mapping.ts';
import { mapClaims } from '../mapping.ts';
import { assertOtherAdmin } from '../people.ts';
import type { OidcSettings } from './settings.ts';

export interface OidcPerson {
  readonly claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };
  readonly address: string | null;
}

/**
 * The id. Where there are rules they decide role and departments at every sign-in, but for people who were added here by hand. Fails with `forbidden`
 * (reason `sso-unknown`).
 */
export async function personOfClaims(team: Team, settings: OidcSettings, { claims, address }: OidcPerson): Promise<string> {
  const subject = `${claims.iss}|${claims.sub}`;
  const isConfirmed = claims['email_verified'] === true || settings.trustMail;
  const email = isConfirmed && typeof claims['email'] === 'string' && claims['email'].includes('@') ? claims['email'].slice(0, 320) : null;
  const mapped = mapClaims(settings.rules, claims);
  const at = team.now();
  return team.store.system(async (tx) => {
    const known = await find(tx, subject, email);
    if (!known) return await make();
    if (!known.active) throw unknown();
    const linked = known.oidc_subject === null ? { oidc_subject: subject } : {};
    const isManaged = known.origin === 'oidc' && settings.rules.length > 0;
    const role = mapped.role ?? 'member';
    if (isManaged && known.role === 'admin' && role !== 'admin') await assertOtherAdmin(tx, known.id);
    const given = isManaged ? { role, departments: await existing(tx, mapped) } : {};
    await tx
      .updateTable('users')
      .set({ ...linked, ...given, updated_at: at })
      .where('id', '=', known.id)
      .execute();
    const isChanged = isManaged && (role !== known.role || String(given.departments) !== String(known.departments));
    if (known.oidc_subject === null || isChanged)
      await appendAudit(tx, SYSTEM, {
        action: 'user.change',
        object: `user:${known.id}`,
        detail: { by: 'oidc', ...given, ...linked },
        address,
        at,
      });
    return known.id;

    async function make(): Promise<string> {
      if (!settings.createPeople || email === null) throw unknown();
      const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].trim().slice(0, 100) : email;
      const row = {
        email,
        name,
        role: mapped.role ?? ('member' as const),
        departments: await existing(tx, mapped),
        origin: 'oidc' as const,
      };
      const { id } = await tx
        .insertInto('users')
        .values({ ...row, oidc_subject: subject })
        .returning('id')
        .executeTakeFirstOrThrow();
      await appendAudit(tx, SYSTEM, { action: 'user.add', object: `user:${id}`, detail: { ...row, by: 'oidc' }, address, at });
      return id;
    }
  });
}

async function find(tx: StoreTransaction, subject: string, email: string | null) {
  const bySubject = await tx.selectFrom('users').selectAll().where('oidc_subject', '=', subject).forUpdate().executeTakeFirst();
  if (bySubject || email === null) return bySubject;
  // Somebody who is tied to another subject is another person, whatever the address says.
  return tx
    .selectFrom('users')
    .selectAll()
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('oidc_subject', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

async function existing(tx: StoreTransaction, { departments }: Mapped): Promise<string[]> {
  if (departments.length === 0) return [];
  return (await tx.selectFrom('departments').select('id').where('id', 'in', departments).orderBy('id').execute()).map(({ id }) => id);
}

function unknown(): TeamError {
  return new TeamError('forbidden', 'no access here', { reason: 'sso-unknown' });
}
