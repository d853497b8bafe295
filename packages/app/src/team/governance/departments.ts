/** Departments that own things, and the business systems that things belong to. */
import type { BusinessSystem, Department, ResourceMatch } from '@kumomori/engine';
import type { BilingualText, StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';

export interface DepartmentSetting {
  readonly id: string;
  readonly name: BilingualText;
  readonly mail: string | null;
  readonly managerMail: string | null;
  /** What tags and code owners may call it. */
  readonly aliases: readonly string[];
}

export interface SystemSetting {
  readonly id: string;
  readonly name: BilingualText;
  readonly departmentId: string | null;
  /** 1: the business stops without it. 4: nobody would notice. */
  readonly tier: 1 | 2 | 3 | 4;
  readonly environment: string | null;
  readonly match: ResourceMatch;
}

export async function listDepartments({ store }: Team, { actor }: Asking): Promise<readonly DepartmentSetting[]> {
  const rows = await store.as(actor, (tx) => tx.selectFrom('departments').selectAll().orderBy('id').execute());
  return rows.map(({ id, name, mail, manager_mail, aliases }) => ({ id, name, mail, managerMail: manager_mail, aliases }));
}

/** New, or in place of the one of that id. */
export async function saveDepartment(
  team: Team,
  asking: Asking,
  { id, name, mail, managerMail, aliases }: DepartmentSetting,
): Promise<void> {
  await change(team, asking, async (tx) => {
    const row = { name: JSON.stringify(name), mail, manager_mail: managerMail, aliases: [...aliases] };
    await tx
      .insertInto('departments')
      .values({ id, ...row })
      .onConflict((each) => each.column('id').doUpdateSet(row))
      .execute();
    return {
      result: undefined,
      audit: { action: 'department.save', object: `department:${id}`, detail: { name, mail, managerMail, aliases } },
    };
  });
  team.publish({ kind: 'setting', id: 'departments' });
}

/** What it owned belongs to nobody until the rules are applied again. Fails with `conflict` while people belong to it. */
export async function removeDepartment(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx) => {
    const users = await tx.selectFrom('users').select(['name', 'departments']).where('active', '=', true).execute();
    if (users.some(({ departments }) => departments.includes(id)))
      throw new TeamError('conflict', 'people belong to it', { reason: 'department-has-people' });
    const removed = await tx.deleteFrom('departments').where('id', '=', id).returning('id').executeTakeFirst();
    if (!removed) throw new TeamError('not-found', 'no such department');
    return { result: undefined, audit: { action: 'department.remove', object: `department:${id}` } };
  });
  team.publish({ kind: 'setting', id: 'departments' });
}

export async function listSystems({ store }: Team, { actor }: Asking): Promise<readonly SystemSetting[]> {
  const rows = await store.as(actor, (tx) => tx.selectFrom('systems').selectAll().orderBy('id').execute());
  return rows.map(({ id, name, department_id, tier, environment, match }) => ({
    ...{ id, name, departmentId: department_id, environment },
    tier: tierOf(tier) ?? 4,
    match: matchOf(match),
  }));
}

export async function saveSystem(
  team: Team,
  asking: Asking,
  { id, name, departmentId, tier, environment, match }: SystemSetting,
): Promise<void> {
  await change(team, asking, async (tx) => {
    if (departmentId !== null && !(await tx.selectFrom('departments').select('id').where('id', '=', departmentId).executeTakeFirst()))
      throw new TeamError('invalid', 'no such department', { reason: 'department-unknown' });
    const row = {
      ...{ name: JSON.stringify(name), department_id: departmentId, tier: String(tier), environment },
      match: JSON.stringify(match),
    };
    await tx
      .insertInto('systems')
      .values({ id, ...row })
      .onConflict((each) => each.column('id').doUpdateSet(row))
      .execute();
    return {
      result: undefined,
      audit: { action: 'system.save', object: `system:${id}`, detail: { name, departmentId, tier, environment, match } },
    };
  });
  team.publish({ kind: 'setting', id: 'systems' });
}

export async function removeSystem(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx) => {
    const removed = await tx.deleteFrom('systems').where('id', '=', id).returning('id').executeTakeFirst();
    if (!removed) throw new TeamError('not-found', 'no such system');
    return { result: undefined, audit: { action: 'system.remove', object: `system:${id}` } };
  });
  team.publish({ kind: 'setting', id: 'systems' });
}

/** As the rules of ownership take them. */
export async function departmentsIn(
  tx: StoreTransaction,
): Promise<{ readonly departments: readonly Department[]; readonly systems: readonly BusinessSystem[] }> {
  const departments = await tx.selectFrom('departments').selectAll().orderBy('id').execute();
  const systems = await tx.selectFrom('systems').selectAll().orderBy('id').execute();
  return {
    departments: departments.map(({ id, name, aliases }) => ({
      id,
      name: name.en,
      aliases: [...aliases, name.en, name.ja],
      managers: [],
      parent: null,
    })),
    systems: systems.map(({ id, name, department_id, tier, match }) => ({
      ...{ id, name: name.en, department: department_id, tier: tierOf(tier) ?? 4 },
      match: matchOf(match),
    })),
  };
}

function tierOf(text: string | null): 1 | 2 | 3 | 4 | null {
  return text === '1' ? 1 : text === '2' ? 2 : text === '3' ? 3 : text === '4' ? 4 : null;
}

/** Only `saveSystem` writes them, with the types of this file. */
function matchOf(value: unknown): ResourceMatch {
  return (value ?? {}) as ResourceMatch;
}
