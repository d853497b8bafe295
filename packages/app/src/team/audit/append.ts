/**
 * The audit trail of the product itself: each entry holds the hash of the one before it, so that an edit, a deletion in the middle or a reordering shows
 * (`audit verify`). Cutting off the end does not: heads are exported for that.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '@kumomori/model';
import type { Actor, StoreTransaction } from '../../store/index.ts';

/** Any number of our own: entries are written one after the other, over all servers. */
const LOCK = 5_390_218;
export const GENESIS = Buffer.alloc(32);

export interface AuditedAction {
  /** `finding.triage`, `session.begin` … */
  readonly action: string;
  /** `finding:ID`, `user:ID`; null where there is none. */
  readonly object?: string | null;
  /** What changed; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Where the request came from. */
  readonly address?: string | null;
}

export interface HashedEntry {
  readonly seq: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly object: string | null;
  readonly detail: unknown;
  readonly address: string | null;
}

/** Appends within the transaction of what it tells: both happen or neither. The transaction needs the rights of the system. */
export async function appendAudit(
  tx: StoreTransaction,
  actor: Actor,
  { at, ...action }: AuditedAction & { readonly at: Date },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
  const last = await tx.selectFrom('audit_entries').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const seq = Number(last?.seq ?? 0) + 1;
  const previous = last ? Buffer.from(last.hash) : GENESIS;
  const entry: HashedEntry = {
    ...{ seq, at: at.toISOString(), actorKind: actor.kind, actorId: actor.userId, actor: actor.name },
    ...{ action: action.action, object: action.object ?? null, detail: action.detail ?? {}, address: action.address ?? null },
  };
  await tx
    .insertInto('audit_entries')
    .values({
      ...{ seq, at, actor_kind: entry.actorKind, actor_id: entry.actorId, actor: entry.actor, action: entry.action, object: entry.object },
      ...{ detail: JSON.stringify(entry.detail), address: entry.address, previous, hash: hashOf(previous, entry) },
    })
    .execute();
}

/** SHA-256 over the hash before and the entry as canonical JSON (keys sorted: a database keeps no order of keys). */
export function hashOf(previous: Uint8Array, entry: HashedEntry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson(JSON.parse(JSON.stringify(entry))))
    .digest();
}
