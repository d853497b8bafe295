/** Rows ↔ what the lifecycle knows of a finding. */
import type { TrackedFinding } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import { severityRank } from './severity-rank.ts';

export const trackedSelection = [
  ...([
    'id',
    'source_id',
    'fingerprint',
    'check_id',
    'severity',
    'state',
    'state_since',
    'verdict',
    'first_seen',
    'last_seen',
    'judged_at',
  ] as const),
  ...([
    'stale_since',
    'reopen_count',
    'exception_id',
    'hold_until',
    'resource_type',
    'resource_id',
    'resource_name',
    'account',
    'region',
  ] as const),
] as const;

export interface TrackedRow extends TrackedFinding {
  readonly id: string;
}

/** All findings of a source; or those of some ids, locked until the transaction ends. */
export async function trackedOf(tx: StoreTransaction, sourceId: string): Promise<readonly TrackedRow[]> {
  const rows = await tx.selectFrom('findings').select(trackedSelection).where('source_id', '=', sourceId).execute();
  return rows.map(trackedFrom);
}

/** Those that the actor sees, locked until the transaction ends. */
export async function trackedByIds(tx: StoreTransaction, ids: readonly string[]): Promise<readonly TrackedRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('findings')
    .select(trackedSelection)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(trackedFrom);
}

type SelectedRow = Awaited<ReturnType<typeof select>>[number];

function select(tx: StoreTransaction) {
  return tx.selectFrom('findings').select(trackedSelection).execute();
}

export function trackedFrom(row: SelectedRow): TrackedRow {
  return {
    ...{ id: row.id, target: row.source_id, fingerprint: row.fingerprint, checkId: row.check_id, severity: row.severity, state: row.state },
    ...{ stateSince: row.state_since.toISOString(), verdict: row.verdict, firstSeenAt: row.first_seen.toISOString() },
    ...{
      lastSeenAt: row.last_seen.toISOString(),
      judgedAt: row.judged_at.toISOString(),
      staleSince: row.stale_since?.toISOString() ?? null,
    },
    ...{ reopenCount: row.reopen_count, exceptionId: row.exception_id, holdUntil: dayOf(row.hold_until) },
    resource: {
      ...{ type: row.resource_type, id: row.resource_id, name: row.resource_name ?? row.resource_id },
      ...{ account: row.account, region: row.region },
    },
  };
}

/** Drivers give a day as text or as midnight of their own zone. */
export function dayOf(value: Date | string | null): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value.slice(0, 10);
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${value.getFullYear()}-${pad(value.getMonth() + 1)}-${pad(value.getDate())}`;
}

/** As columns, without identity. */
export function trackedColumns(tracked: TrackedFinding) {
  return {
    ...{ verdict: tracked.verdict, severity: tracked.severity, severity_rank: severityRank(tracked.severity), state: tracked.state },
    ...{ state_since: tracked.stateSince, first_seen: tracked.firstSeenAt, last_seen: tracked.lastSeenAt, judged_at: tracked.judgedAt },
    ...{
      stale_since: tracked.staleSince,
      reopen_count: tracked.reopenCount,
      exception_id: tracked.exceptionId,
      hold_until: tracked.holdUntil,
    },
  };
}
