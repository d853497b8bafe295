/** What follows from data: approved exceptions, days that passed. Many findings in few statements. */
import { sql } from 'kysely';
import type { FindingChange, WorkflowEvent } from '@kumomori/engine';
import { transition } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import { SYSTEM } from '../../store/index.ts';
import { dueAt, placementRules } from '../governance/index.ts';
import type { TrackedRow } from './tracked.ts';
import { trackedColumns } from './tracked.ts';

export interface FindingMove {
  readonly finding: TrackedRow;
  readonly event: WorkflowEvent;
}

type Moved = FindingChange<TrackedRow> & { readonly after: TrackedRow };

const COLUMNS = `id uuid, state text, state_since timestamptz, reopen_count integer, exception_id uuid, hold_until date`;
/** Rows in one statement. */
const BATCH = 1_000;

/** Those that moved, with history; what may not happen is left out. The transaction needs the rights of the system. */
export async function moveFindings(tx: StoreTransaction, moves: readonly FindingMove[]): Promise<readonly Moved[]> {
  const moved = moves.flatMap(({ finding, event }) => {
    const result = transition(finding, event);
    return result.ok ? [result] : [];
  });
  for (let from = 0; from < moved.length; from += BATCH) await write(tx, moved.slice(from, from + BATCH));
  await restartClocks(tx, moved);
  return moved;
}

async function write(tx: StoreTransaction, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map(({ after }) => {
    const { state, state_since, reopen_count, exception_id, hold_until } = trackedColumns(after);
    return { id: after.id, state, state_since, reopen_count, exception_id, hold_until };
  });
  await sql`update findings set state = new.state, state_since = new.state_since, reopen_count = new.reopen_count, exception_id = new.exception_id,
    hold_until = new.hold_until from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (${sql.raw(COLUMNS)}) where findings.id = new.id`.execute(
    tx,
  );
  const lines = moved.map(({ after, entry }) => ({
    ...{ id: after.id, at: entry.at, kind: entry.event, from_state: entry.from, to_state: entry.to },
    detail: { reason: entry.reason, note: entry.note, ...(after.exceptionId === null ? {} : { exception: after.exceptionId }) },
  }));
  await sql`insert into finding_events (finding_id, at, actor, kind, from_state, to_state, detail)
    select id, at, ${SYSTEM.name}, kind, from_state, to_state, detail
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as new (id uuid, at timestamptz, kind text, from_state text, to_state text, detail jsonb)`.execute(
    tx,
  );
}

/** What is open again has its time from now on. */
async function restartClocks(tx: StoreTransaction, moved: readonly Moved[]): Promise<void> {
  const since = new Map(moved.filter(({ after }) => after.state === 'reopened').map(({ after }) => [after.id, after.stateSince]));
  if (since.size === 0) return;
  const rules = await placementRules(tx);
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'severity', 'environment'])
    .select(sql<string | null>`document->'instances'->0->'exposure'->>'state'`.as('exposure'))
    .where('id', 'in', [...since.keys()])
    .execute();
  const due = rows.map(({ id, severity, environment, exposure }) => ({
    id,
    due_at: dueAt(rules, { severity, environment, exposure: exposure ?? undefined, from: since.get(id) ?? '' }),
  }));
  await sql`update findings set due_at = new.due_at from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as new (id uuid, due_at timestamptz)
    where findings.id = new.id`.execute(tx);
}
