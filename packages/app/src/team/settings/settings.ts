/** Settings are read with their defaults, and written only when they are as described. */
import type { z } from 'zod';
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { SettingKey, Settings } from './definitions.ts';
import { settingDefinitions, settingKeys } from './definitions.ts';

/** What somebody wrote once and does not fit any more (a newer version) counts as not written. */
export async function settingIn<Key extends SettingKey>(tx: StoreTransaction, key: Key): Promise<Settings[Key]> {
  const row = await tx.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return settingOf(key, row?.value);
}

function settingOf<Key extends SettingKey>(key: Key, value: unknown): Settings[Key] {
  const { schema, usual } = settingDefinitions[key];
  const parsed = value === undefined ? null : schema.safeParse(value);
  return parsed?.success ? parsed.data : usual;
}

export interface SettingView {
  readonly key: SettingKey;
  readonly value: unknown;
  /** Nobody has changed it. */
  readonly isUsual: boolean;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

export async function listSettings({ store }: Team, { actor }: Asking): Promise<readonly SettingView[]> {
  const rows = await store.as(actor, (tx) => tx.selectFrom('settings').selectAll().execute());
  return settingKeys.map((key) => {
    const row = rows.find((each) => each.key === key);
    const at = row?.updated_at.toISOString() ?? null;
    return { key, value: settingOf(key, row?.value), isUsual: row === undefined, updatedAt: at, updatedBy: row?.updated_by ?? null };
  });
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingDefinitions, key);
}

/** Null as the value: back to the default. Fails with `invalid`, field by field. */
export async function changeSetting(
  team: Team,
  asking: Asking,
  { key, value }: { readonly key: SettingKey; readonly value: unknown },
): Promise<void> {
  const parsed = value === null ? null : settingDefinitions[key].schema.safeParse(value);
  if (parsed && !parsed.success) throw invalidSetting(parsed.error);
  await change(team, asking, async (tx, at) => {
    const before = await settingIn(tx, key);
    if (parsed) await assertDepartments(tx, key, parsed.data);
    if (parsed) await keepSetting(tx, { key, value: parsed.data, at, by: asking.actor.name });
    else await tx.deleteFrom('settings').where('key', '=', key).execute();
    return {
      result: undefined,
      audit: { action: 'setting.change', object: `setting:${key}`, detail: { before, after: parsed?.data ?? null } },
    };
  });
  team.publish({ kind: 'setting', id: key });
}

export async function keepSetting(
  tx: StoreTransaction,
  { key, value, at, by }: { readonly key: string; readonly value: unknown; readonly at: Date; readonly by: string },
): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: at, updated_by: by };
  await tx
    .insertInto('settings')
    .values({ key, ...row })
    .onConflict((each) => each.column('key').doUpdateSet(row))
    .execute();
}

export function invalidSetting({ issues }: z.ZodError): TeamError {
  const fields = issues.map(({ path, message }) => ({ path: ['value', ...path].join('.'), message }));
  return new TeamError('invalid', 'the setting is not as described', { fields });
}

/** A rule that gives resources to a department nobody has would give them to nobody, in silence. */
async function assertDepartments(tx: StoreTransaction, key: SettingKey, value: Settings[SettingKey]): Promise<void> {
  if (key !== 'ownership' || !('accountUnits' in value)) return;
  const rows = await tx.selectFrom('departments').select(['id', 'aliases']).execute();
  const known = new Set(rows.flatMap(({ id, aliases }) => [id, ...aliases]).map((each) => each.toLowerCase()));
  const named: readonly (readonly [path: string, department: string | null])[] = [
    ...(['tags', 'accounts', 'units', 'repositories'] as const).flatMap((list) =>
      value[list].map(({ department }, index) => [`value.${list}.${index}.department`, department] as const),
    ),
    ...Object.entries(value.handles).map(([handle, department]) => [`value.handles.${handle}`, department] as const),
    ['value.defaultDepartment', value.defaultDepartment],
  ];
  const fields = named.flatMap(([path, department]) =>
    department === null || known.has(department.toLowerCase()) ? [] : [{ path, message: `no department ${department}` }],
  );
  if (fields.length > 0)
    throw new TeamError('invalid', 'a rule names a department that does not exist', { reason: 'department-unknown', fields });
}

/** A draft that nobody has saved yet. Fails with `invalid`. */
export function parseOwnership(value: unknown): Settings['ownership'] {
  const parsed = settingDefinitions.ownership.schema.safeParse(value);
  if (!parsed.success) throw invalidSetting(parsed.error);
  return parsed.data;
}
