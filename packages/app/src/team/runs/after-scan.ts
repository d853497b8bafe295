/** What follows from a scan, in its transaction: exceptions take hold of what they cover, and people hear of what is new. */
import type { FindingChange } from '@kumomori/engine';
import { severities } from '@kumomori/model';
import type { StoreTransaction } from '../../store/index.ts';
import { applyExceptions } from '../exceptions/index.ts';
import type { Notice } from '../notifications/index.ts';
import { newsOfFinding, tell, toldFindings } from '../notifications/index.ts';

export interface ScanEnd {
  readonly sourceId: string;
  readonly changes: readonly FindingChange[];
  readonly at: Date;
}

/** Of one scan, the gravest first: whoever is told everything reads nothing. The digests have the rest. */
const MOST = 100;

const KINDS = {
  new: ['finding-new', 'finding-opened'],
  reopened: ['finding-reopened', 'finding-reopened'],
  verified: ['finding-verified', 'finding-verified'],
} as const;

/** How many messages wait. Nobody is told of what the first scan of a source finds: all of it is new. */
export async function afterScan(tx: StoreTransaction, { sourceId, changes, at }: ScanEnd): Promise<number> {
  await applyExceptions(tx, { at, sourceId });
  const earlier = await tx.selectFrom('runs').select('id').where('source_id', '=', sourceId).where('state', '=', 'done').limit(2).execute();
  if (earlier.length < 2) return 0;
  const moved = changes
    .flatMap(({ before, after }) => (before?.state !== after.state && isTold(after.state) ? [after] : []))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .slice(0, MOST);
  if (moved.length === 0) return 0;
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'state'])
    .where('source_id', '=', sourceId)
    .where(
      'fingerprint',
      'in',
      moved.map(({ fingerprint }) => fingerprint),
    )
    .execute();
  const told = await toldFindings(
    tx,
    rows.map(({ id }) => id),
  );
  const notices = rows.flatMap(({ id, state }): readonly Notice[] => {
    const finding = told.get(id);
    // What an exception holds by now is no news.
    if (!finding || !isTold(state)) return [];
    const [kind, event] = KINDS[state];
    const news = newsOfFinding(kind, finding, at.toISOString());
    return [{ news, event: { id: news.id, at: news.at, kind: event, finding: finding.facts } }];
  });
  return tell(tx, notices, at);
}

function isTold(state: string): state is keyof typeof KINDS {
  return Object.hasOwn(KINDS, state);
}
