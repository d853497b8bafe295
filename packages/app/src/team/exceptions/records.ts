/** Rows ↔ exceptions as the rules know them. */
import type { ExceptionRecord, ExceptionSelector, WorkflowActor } from '@kumomori/engine';
import { severities } from '@kumomori/model';
import type { ExceptionRow, StoreTransaction } from '../../store/index.ts';
import { dayOf } from '../findings/index.ts';

export type ExceptionState = ExceptionRow['state'];

/** An exception with what only lists show. */
export interface KeptException extends ExceptionRecord {
  readonly state: ExceptionState;
  readonly requestedName: string;
  readonly departmentId: string | null;
  readonly decisions: readonly {
    readonly name: string;
    readonly decision: 'approved' | 'rejected';
    readonly note: string | null;
    readonly at: string;
  }[];
}

/** Those that the transaction may see, or one of them; locked when it is one. */
export async function exceptionsIn(
  tx: StoreTransaction,
  { id, states }: { readonly id?: string; readonly states?: readonly ExceptionState[] } = {},
): Promise<readonly KeptException[]> {
  const all = tx.selectFrom('exceptions').selectAll().orderBy('requested_at').orderBy('id');
  const some = id === undefined ? all : all.where('id', '=', id).forUpdate();
  const rows = await (states ? some.where('state', 'in', [...states]) : some).execute();
  if (rows.length === 0) return [];
  const decisions = await tx
    .selectFrom('exception_decisions')
    .selectAll()
    .where(
      'exception_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('at')
    .execute();
  return rows.map((row): KeptException => {
    const own = decisions.filter(({ exception_id }) => exception_id === row.id);
    return {
      ...{ id: row.id, state: row.state, departmentId: row.department_id, requestedName: row.requested_name, owner: row.owner },
      // Only `requestNewException` writes them, checked against the engine's types.
      ...{ selector: row.selector as ExceptionSelector, category: row.category as ExceptionRecord['category'], reason: row.reason },
      ...{ compensatingControl: row.compensating, severity: severities.find((each) => each === row.severity) ?? 'info' },
      ...{ expires: dayOf(row.expires) ?? '', requestedAt: row.requested_at.toISOString(), approvalsNeeded: row.approvals_needed },
      requestedBy: { role: row.requested_role as WorkflowActor['role'], id: row.requested_by ?? row.requested_name },
      approvals: own
        .filter(({ decision }) => decision === 'approved')
        .map(({ user_id, at, note }) => ({ by: { role: 'approver', id: user_id }, at: at.toISOString(), note })),
      ended: row.ended as ExceptionRecord['ended'],
      source: { kind: 'request' },
      decisions: own.map(({ name, decision, note, at }) => ({ name, decision, note, at: at.toISOString() })),
    };
  });
}
