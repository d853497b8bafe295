/** One resource: its configuration and that of before, what is wrong with it, what it hangs together with. */
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { JsonObject, Severity } from '@kumomori/model';
import type { ResourceRow, StoreTransaction, Tables } from '../../store/index.ts';
import type { AttributeChange } from '../../use-cases/index.ts';
import { fieldChanges } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { itemColumns, itemOf } from './query-resources.ts';
import type { ResourceItem } from './query-resources.ts';

const MAX_VERSIONS = 200;
const MAX_FINDINGS = 200;
const MAX_RELATIONS = 60;
const MAX_CHANGES = 500;

export interface ResourceFinding {
  readonly id: string;
  readonly checkId: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly severity: Severity;
  readonly state: string;
  readonly isOpen: boolean;
}

/** `names`: its configuration names the other one; `named-by`: the other one's names it; `same`: the same thing seen as another type. */
export interface ResourceRelation {
  readonly kind: 'names' | 'named-by' | 'same';
  readonly resource: ResourceItem;
}

export interface ResourceDetail extends ResourceItem {
  /** Null for a member: sources are the central team's. */
  readonly sourceName: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly ownerReason: unknown;
  readonly firstSeen: string;
  readonly place: unknown;
  /** Unknown values as `{ $unknown }`, hidden ones as `{ $hidden }`. */
  readonly shape: unknown;
  /** The newest first; the first is what holds now. */
  readonly versions: readonly { readonly at: string; readonly runId: string | null }[];
  readonly findings: readonly ResourceFinding[];
  readonly relations: readonly ResourceRelation[];
  /** There are more than are listed. */
  readonly hasMoreRelations: boolean;
}

/** Fails with `not-found` also for what belongs to another department. */
export async function readResource({ store }: Team, { actor }: Asking, id: string): Promise<ResourceDetail> {
  return store.as(actor, async (tx) => {
    const row = await tx.selectFrom('resources').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such resource');
    const source = await tx.selectFrom('sources').select('name').where('id', '=', row.source_id).executeTakeFirst();
    const versions = await tx
      .selectFrom('resource_versions')
      .select(['at', 'run_id'])
      .where('resource_id', '=', id)
      .orderBy('at', 'desc')
      .limit(MAX_VERSIONS)
      .execute();
    const relations = await relationsOf(tx, row);
    return {
      ...itemOf(row),
      ...{ sourceName: source?.name ?? null, tags: row.tags, ownerReason: row.owner_reason, firstSeen: row.first_seen.toISOString() },
      ...{ place: row.place, shape: row.shape },
      versions: versions.map(({ at, run_id: runId }) => ({ at: at.toISOString(), runId })),
      findings: await findingsOf(tx, row),
      relations: relations.slice(0, MAX_RELATIONS),
      hasMoreRelations: relations.length > MAX_RELATIONS,
    };
  });
}

/** What differs between two of its configurations. Fails with `not-found` when there is no such one. */
export async function compareResource(
  { store }: Team,
  { actor }: Asking,
  { id, before, after }: { readonly id: string; readonly before: string; readonly after: string },
): Promise<readonly AttributeChange[]> {
  const rows = await store.as(actor, (tx) =>
    tx
      .selectFrom('resource_versions')
      .select(['at', 'shape'])
      .where('resource_id', '=', id)
      .where('at', 'in', [new Date(before), new Date(after)])
      .execute(),
  );
  const shapeAt = (at: string) => {
    const row = rows.find((each) => each.at.getTime() === new Date(at).getTime());
    if (!row) throw new TeamError('not-found', 'no such version');
    // The column holds what recording wrote from a SeenResource's shape.
    return row.shape as JsonObject;
  };
  return fieldChanges(shapeAt(before), shapeAt(after)).slice(0, MAX_CHANGES);
}

async function findingsOf(tx: StoreTransaction, row: Selectable<ResourceRow>): Promise<readonly ResourceFinding[]> {
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'check_id', 'title', 'severity', 'state', 'is_open'])
    .where('resource_id', '=', row.address)
    .where('source_id', '=', row.source_id)
    .orderBy('is_open', 'desc')
    .orderBy('severity_rank', 'desc')
    .orderBy('check_id')
    .limit(MAX_FINDINGS)
    .execute();
  return rows.map((each) => ({
    ...{ id: each.id, checkId: each.check_id, title: each.title, severity: each.severity, state: each.state, isOpen: each.is_open },
  }));
}

/** Addresses in code mean something within their source only; ids of a cloud everywhere. */
async function relationsOf(tx: StoreTransaction, row: Selectable<ResourceRow>): Promise<readonly ResourceRelation[]> {
  const { address, cloud_id: cloudId, mentions, source_id: source } = row;
  const others = async (condition: (builder: ExpressionBuilder<Tables, 'resources'>) => ReturnType<typeof builder.and>) =>
    tx
      .selectFrom('resources')
      .select(itemColumns)
      .where('id', '<>', row.id)
      .where('gone_at', 'is', null)
      .where(condition)
      .orderBy('type')
      .orderBy('address')
      .limit(MAX_RELATIONS + 1)
      .execute();
  const same = await others((builder) => builder.and([builder('source_id', '=', source), builder('address', '=', address)]));
  const names =
    mentions.length === 0
      ? []
      : await others((builder) =>
          builder.and([
            builder('address', 'in', mentions),
            builder('address', '<>', address),
            builder('is_aspect', '=', false),
            builder.or([builder('source_id', '=', source), builder('cloud_id', 'is not', null)]),
          ]),
        );
  const namedBy = await others((builder) =>
    builder.and([
      builder('mentions', '@>', builder.val([address])),
      builder('address', '<>', address),
      builder('is_aspect', '=', false),
      ...(cloudId === null ? [builder('source_id', '=', source)] : []),
    ]),
  );
  return [
    ...names.map((each) => ({ kind: 'names' as const, resource: itemOf(each) })),
    ...namedBy.map((each) => ({ kind: 'named-by' as const, resource: itemOf(each) })),
    ...same.map((each) => ({ kind: 'same' as const, resource: itemOf(each) })),
  ];
}
