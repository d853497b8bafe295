/** Whom rules would give things to, before anybody saves them. */
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import type { OwnershipSetting } from '../settings/index.ts';
import type { PlacementRules } from './rules.ts';
import { placeResource, placementRules } from './rules.ts';

/** Resources that are looked at. */
const MOST = 20_000;
const SAMPLE = 50;

export interface OwnershipPreview {
  readonly looked: number;
  /** There are more than were looked at. */
  readonly isPartial: boolean;
  /** The most first; null: of nobody. */
  readonly byDepartment: readonly { readonly departmentId: string | null; readonly count: number }[];
  readonly changed: number;
  /** Of those that would change. */
  readonly sample: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly account: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly reason: unknown;
  }[];
}

/** Without a draft: what applying the rules of now to everything would change. */
export async function previewOwnership(team: Team, { actor }: Asking, draft: OwnershipSetting | null): Promise<OwnershipPreview> {
  return team.store.as(actor, async (tx) => {
    const rules = await placementRules(tx, draft);
    const rows = await resourcesIn(tx);
    const counts = new Map<string | null, number>();
    const changed: OwnershipPreview['sample'][number][] = [];
    for (const row of rows.slice(0, MOST)) {
      const { departmentId, ownerReason } = placeRow(rules, row);
      counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
      const { id, type, account, department_id: from } = row;
      if (departmentId !== from)
        changed.push({ id, name: row.name ?? row.address, type, account, from, to: departmentId, reason: ownerReason });
    }
    const byDepartment = [...counts].map(([departmentId, count]) => ({ departmentId, count })).toSorted((a, b) => b.count - a.count);
    return {
      looked: Math.min(MOST, rows.length),
      isPartial: rows.length > MOST,
      byDepartment,
      changed: changed.length,
      sample: changed.slice(0, SAMPLE),
    };
  });
}

type Row = Awaited<ReturnType<typeof resourcesIn>>[number];

function resourcesIn(tx: StoreTransaction) {
  return tx
    .selectFrom('resources')
    .innerJoin('sources', 'sources.id', 'resources.source_id')
    .select([
      'resources.id',
      'type',
      'address',
      'resources.name',
      'account',
      'region',
      'tags',
      'place',
      'resources.department_id',
      'owner_reason',
    ])
    .select(['sources.kind as source_kind', 'sources.name as source_name', 'sources.department_id as source_department'])
    .where('gone_at', 'is', null)
    .orderBy('resources.id')
    .limit(MOST + 1)
    .execute();
}

function placeRow(rules: PlacementRules, row: Row) {
  const place = row.place;
  const file = typeof place === 'object' && place !== null && 'file' in place && typeof place.file === 'string' ? place.file : null;
  const repository = row.source_kind === 'code' ? row.source_name : null;
  const { type, address, account, region, tags } = row;
  return placeResource(
    rules,
    { type, id: address, name: row.name ?? address, account, region, tags, repository, file },
    row.source_department,
  );
}
