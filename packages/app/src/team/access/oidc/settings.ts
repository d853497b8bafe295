/** Single sign-on as an administrator sets it up. The client's secret is written and never read. */
import { z } from 'zod';
import { checkUrl } from '../../../net/index.ts';
import type { Asking, Team } from '../../context.ts';
import { change } from '../../context.ts';
import { TeamError } from '../../errors.ts';
import { openSecret, sealSecret } from '../../settings/index.ts';
import { mappingRuleSchema } from '../mapping.ts';
import { assertDepartments } from '../people.ts';

const KEY = 'access.oidc';
const PURPOSE = `setting:${KEY}`;

const settingsSchema = z.strictObject({
  enabled: z.boolean(),
  /** On the button. */
  label: z.string().trim().min(1).max(60),
  issuer: z.string().trim().max(1_000),
  clientId: z.string().trim().min(1).max(300),
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/u)).max(20),
  rules: z.array(mappingRuleSchema).max(500),
  /** People whom nobody added come in, with what the rules give or as members. */
  createPeople: z.boolean(),
  /** Addresses count as confirmed though the provider does not say `email_verified` (Microsoft Entra ID does not). */
  trustMail: z.boolean(),
});

export type OidcSettings = z.infer<typeof settingsSchema>;
export const oidcSettingsSchema = settingsSchema;

const keptSchema = settingsSchema.extend({ sealed: z.string().nullable() });

export interface OidcView extends OidcSettings {
  readonly hasSecret: boolean;
}

export async function readOidc({ store }: Team): Promise<OidcView | null> {
  const kept = await keptIn(store);
  if (!kept) return null;
  const { sealed, ...settings } = kept;
  return { ...settings, hasSecret: sealed !== null };
}

/** With the secret, for the exchange. Null when it is off. */
export async function openOidc(team: Team): Promise<(OidcSettings & { readonly secret: string | null }) | null> {
  const kept = await keptIn(team.store);
  if (!kept?.enabled) return null;
  const { sealed, ...settings } = kept;
  return { ...settings, secret: sealed === null ? null : openSecret(team.secretKey, PURPOSE, sealed) };
}

/** `secret` undefined: that of before stays, while issuer and client do; null: none (a public client). Fails with `invalid` for an issuer that may not be asked. */
export async function changeOidc(
  team: Team,
  asking: Asking,
  { secret, ...given }: OidcSettings & { readonly secret?: string | null },
): Promise<void> {
  const verdict = checkUrl(given.issuer, team.outgoing);
  if (verdict.kind === 'refused')
    throw new TeamError('invalid', 'the issuer may not be asked', { fields: [{ path: 'issuer', message: verdict.reason }] });
  const before = await keptIn(team.store);
  // Else whoever may write settings had the secret sent to a server of their own.
  const isSame = before?.issuer === given.issuer && before.clientId === given.clientId;
  const sealed = secret ? sealSecret(team.secretKey, PURPOSE, secret) : secret === undefined && isSame ? (before?.sealed ?? null) : null;
  await change(team, asking, async (tx, at) => {
    await assertDepartments(
      tx,
      given.rules.flatMap(({ departments }) => departments),
    );
    const row = { value: JSON.stringify({ ...given, sealed }), updated_at: at, updated_by: asking.actor.name };
    await tx
      .insertInto('settings')
      .values({ key: KEY, ...row })
      .onConflict((each) => each.column('key').doUpdateSet(row))
      .execute();
    const detail = { ...given, secret: secret === undefined ? 'kept' : secret === null ? 'none' : 'changed' };
    return { result: undefined, audit: { action: 'setting.change', object: `setting:${KEY}`, detail } };
  });
  team.publish({ kind: 'setting', id: KEY });
}

async function keptIn(store: Team['store']): Promise<z.infer<typeof keptSchema> | null> {
  const row = await store.system((tx) => tx.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst());
  return keptSchema.safeParse(row?.value).data ?? null;
}
