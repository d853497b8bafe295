/** Who answers for findings, by hand: a department instead of what the rules say, a person in it. */
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { BULK_LIMIT, addHistory } from './act-on-findings.ts';

export interface Assignment {
  readonly ids: readonly string[];
  /** Null: as the rules say, from the next time they are applied. */
  readonly departmentId?: string | null | undefined;
  /** Null: nobody. */
  readonly assignee?: string | null | undefined;
  readonly note: string | null;
}

/** The ids that were changed; what the actor does not see is not among them. */
export async function assignFindings(
  team: Team,
  asking: Asking,
  { ids, departmentId, assignee, note }: Assignment,
): Promise<readonly string[]> {
  const { actor } = asking;
  const done = await change(team, asking, async (tx, at) => {
    if (typeof departmentId === 'string') await assertDepartment(tx, departmentId);
    const person = typeof assignee === 'string' ? await personOf(tx, assignee) : null;
    const rows = await tx
      .selectFrom('findings')
      .select(['id', 'department_id', 'assignee'])
      .where('id', 'in', [...new Set(ids)].slice(0, BULK_LIMIT))
      .forUpdate()
      .execute();
    const owner =
      departmentId === undefined
        ? {}
        : departmentId === null
          ? { owner_reason: null }
          : { department_id: departmentId, owner_reason: JSON.stringify({ kind: 'manual', by: actor.name, at: at.toISOString(), note }) };
    const columns = { ...owner, ...(assignee === undefined ? {} : { assignee }) };
    if (rows.length > 0 && Object.keys(columns).length > 0) {
      const changed = rows.map(({ id }) => id);
      await tx.updateTable('findings').set(columns).where('id', 'in', changed).execute();
      for (const row of rows) {
        if (departmentId !== undefined)
          await addHistory(tx, {
            findingId: row.id,
            actor,
            at,
            kind: 'owner',
            detail: { from: row.department_id, to: departmentId, note },
          });
        if (assignee !== undefined)
          await addHistory(tx, { findingId: row.id, actor, at, kind: 'assign', detail: { to: person?.name ?? null, note } });
      }
      return { result: changed, audit: { action: 'finding.assign', detail: { ids: changed, departmentId, assignee, note } } };
    }
    return { result: [], audit: null };
  });
  for (const id of done) team.publish({ kind: 'finding', id });
  return done;
}

async function assertDepartment(tx: StoreTransaction, id: string): Promise<void> {
  if (!(await tx.selectFrom('departments').select('id').where('id', '=', id).executeTakeFirst()))
    throw new TeamError('invalid', 'no such department', { reason: 'department-unknown' });
}

async function personOf(tx: StoreTransaction, id: string): Promise<{ readonly name: string }> {
  const person = await tx.selectFrom('users').select('name').where('id', '=', id).where('active', '=', true).executeTakeFirst();
  if (!person) throw new TeamError('invalid', 'no such person', { reason: 'person-unknown' });
  return person;
}
