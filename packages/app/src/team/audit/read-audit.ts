/** The audit trail as people look at it, and as other tools take it. */
import { sql } from 'kysely';
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import type { HashedEntry } from './append.ts';

export interface AuditFilter {
  /** Part of the name of who did it. */
  readonly actor?: string | undefined;
  /** Beginning of the action. */
  readonly action?: string | undefined;
  /** Part of what it was about. */
  readonly object?: string | undefined;
  /** Days YYYY-MM-DD, UTC, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The newest first; `before`: those with a smaller number. */
export async function listAudit(
  { store }: Team,
  { actor }: Asking,
  { filter, before, limit }: { readonly filter: AuditFilter; readonly before: number | null; readonly limit: number },
): Promise<readonly HashedEntry[]> {
  return store.as(actor, (tx) => entriesIn(tx, { filter, before, limit }));
}

interface Page {
  readonly filter: AuditFilter;
  readonly before: number | null;
  readonly limit: number;
}

async function entriesIn(tx: StoreTransaction, { filter, before, limit }: Page): Promise<readonly HashedEntry[]> {
  const conditions = [
    ...(before === null ? [] : [sql`seq < ${before}`]),
    ...(filter.actor === undefined ? [] : [sql`strpos(lower(actor), ${filter.actor.toLowerCase()}) > 0`]),
    ...(filter.action === undefined ? [] : [sql`starts_with(action, ${filter.action})`]),
    ...(filter.object === undefined ? [] : [sql`strpos(lower(coalesce(object, '')), ${filter.object.toLowerCase()}) > 0`]),
    ...(filter.from === undefined ? [] : [sql`at >= ${filter.from}::date`]),
    ...(filter.to === undefined ? [] : [sql`at < ${filter.to}::date + 1`]),
  ];
  const rows = await tx
    .selectFrom('audit_entries')
    .selectAll()
    .where(conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ seq: Number(row.seq), at: row.at.toISOString(), actorKind: row.actor_kind, actorId: row.actor_id, actor: row.actor },
    ...{ action: row.action, object: row.object, detail: row.detail, address: row.address },
  }));
}

const PAGE = 1_000;

/** One event of OCSF (API Activity) in each line, the newest first, page by page. */
export async function* exportAudit(team: Team, asking: Asking, filter: AuditFilter): AsyncGenerator<string> {
  for (let before: number | null = null; ;) {
    const entries: readonly HashedEntry[] = await listAudit(team, asking, { filter, before, limit: PAGE });
    if (entries.length > 0) yield entries.map((entry) => `${JSON.stringify(ocsfOf(entry))}\n`).join('');
    before = entries.at(-1)?.seq ?? null;
    if (entries.length < PAGE) return;
  }
}

/** OCSF 1.8, class 6003 API Activity: https://schema.ocsf.io/1.8.0/classes/api_activity (read 2026-11-22). */
function ocsfOf({ seq, at, actorKind, actorId, actor, action, object, detail, address }: HashedEntry): object {
  const activity = activityOf(action);
  return {
    ...{ class_uid: 6003, category_uid: 6, activity_id: activity, type_uid: 600_300 + activity, severity_id: 1, status_id: 1 },
    time: Date.parse(at),
    metadata: { version: '1.8.0', product: { name: 'kumomori', vendor_name: 'kumomori' }, uid: String(seq), sequence: seq },
    actor: { user: { name: actor, type: actorKind, ...(actorId === null ? {} : { uid: actorId }) } },
    api: { operation: action },
    src_endpoint: address === null ? { name: 'kumomori' } : { ip: address },
    ...(object === null ? {} : { resources: [{ name: object }] }),
    unmapped: { detail },
  };
}

/** 1 create, 2 read, 3 update, 4 delete, 99 other. */
function activityOf(action: string): number {
  const verb = action.split('.').at(-1) ?? '';
  if (['add', 'begin', 'request', 'set-up'].includes(verb)) return 1;
  if (['export', 'read', 'verify'].includes(verb)) return 2;
  if (['change', 'save', 'decide', 'reset'].includes(verb)) return 3;
  return ['remove', 'end', 'cancel', 'revoke', 'withdraw'].includes(verb) ? 4 : 99;
}
