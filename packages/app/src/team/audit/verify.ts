/** Walks the chain of the audit trail from its beginning. */
import type { Store } from '../../store/index.ts';
import type { HashedEntry } from './append.ts';
import { GENESIS, hashOf } from './append.ts';

const PAGE = 1_000;

export interface AuditProblem {
  readonly seq: number;
  readonly kind: 'edited' | 'missing' | 'unchained';
}

export interface AuditVerification {
  readonly intact: boolean;
  readonly entries: number;
  /** Hash of the newest entry, hexadecimal: kept elsewhere it shows a cut end. */
  readonly head: string;
  readonly problems: readonly AuditProblem[];
}

/** Needs time linear in the entries, and the memory of one page. */
export async function verifyAudit(store: Store): Promise<AuditVerification> {
  const problems: AuditProblem[] = [];
  let previous: Buffer = GENESIS;
  let entries = 0;
  for (let after = 0; ;) {
    const rows = await store.system((tx) =>
      tx.selectFrom('audit_entries').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE).execute(),
    );
    for (const row of rows) {
      const seq = Number(row.seq);
      if (seq !== after + 1) problems.push({ seq: after + 1, kind: 'missing' });
      if (!previous.equals(Buffer.from(row.previous)) && seq === after + 1) problems.push({ seq, kind: 'unchained' });
      const entry: HashedEntry = {
        ...{ seq, at: row.at.toISOString(), actorKind: row.actor_kind, actorId: row.actor_id, actor: row.actor },
        ...{ action: row.action, object: row.object, detail: row.detail, address: row.address },
      };
      if (!hashOf(row.previous, entry).equals(Buffer.from(row.hash))) problems.push({ seq, kind: 'edited' });
      previous = Buffer.from(row.hash);
      after = seq;
      entries++;
    }
    if (rows.length < PAGE) return { intact: problems.length === 0, entries, head: previous.toString('hex'), problems };
  }
}
